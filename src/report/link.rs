//! Which of the references that users wrote may be links.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A reference that may be a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link<'a> {
    /// An address of the web or of mail.
    Absolute(&'a str),
    /// A path from where the report lies.
    Relative(&'a str),
}

impl<'a> Link<'a> {
    /// The reference as it was written.
    const fn written(self) -> &'a str {
        match self {
            Self::Absolute(href) | Self::Relative(href) => href,
        }
    }

    /// The address as an attribute may have it: what no URL holds is percent-encoded
    /// (<https://url.spec.whatwg.org/#url-code-points>).
    pub(super) fn href(self) -> String {
        let written = self.written();
        // Brackets are the host's alone: they hold the addresses of IPv6.
        let host = written
            .split_once("://")
            .map_or(0, |(scheme, rest)| scheme.len() + "://".len() + rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let mut href = String::with_capacity(written.len());
        let mut fragment = false;
        for (at, c) in written.char_indices() {
            let escaped = || written.get(at + 1..at + 3).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
            let stays = match c {
                '%' => escaped(),
                '[' | ']' => at < host,
                '#' => !std::mem::replace(&mut fragment, true),
                c => !c.is_ascii() || c.is_ascii_alphanumeric() || "!$&'()*+,-./:;=?@_~".contains(c),
            };
            if stays {
                href.push(c);
            } else {
                // Writing to a string does not fail.
                let _ = write!(href, "%{:02X}", u32::from(c));
            }
        }
        href
    }

    /// Whether it leads to the same place from everywhere.
    pub(super) const fn is_absolute(self) -> bool {
        matches!(self, Self::Absolute(_))
    }
}

/// The path of a file as a relative address, for what reads nothing but ASCII in one.
pub(super) fn path(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut address, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(address, "%{byte:02X}");
        }
        address
    })
}

/// The address of the web that a reference is, as a terminal, a browser or a page may have it.
pub(crate) fn web(reference: &str) -> Option<String> {
    let Link::Absolute(written) = address(reference)? else { return None };
    (!written.to_ascii_lowercase().starts_with("mailto:")).then(|| Link::Absolute(written).href())
}

/// `text` as a terminal shows it that knows links (OSC 8,
/// <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>): all that has one address is one link, wherever a line
/// breaks in it. Other terminals show the text alone.
pub(crate) fn on_terminal(text: &str, address: &str) -> String {
    let mut hasher = DefaultHasher::new();
    address.hash(&mut hasher);
    let mut shown = format!("\x1b]8;id={:x};", hasher.finish());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            shown.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(shown, "%{byte:02X}");
        }
    }
    shown + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}

/// A file beside the page, as an attribute may have it: nothing in its name passes for a scheme, a query or a fragment.
pub(super) fn beside(file: &str) -> String {
    let named = file.replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    format!("./{}", Link::Relative(&named).href())
}

/// Whether a terminal, as `TERM` names it, shows nothing of what it does not know of a link.
pub(crate) fn are_shown_on(term: &str) -> bool {
    !matches!(term, "" | "dumb" | "linux") && !term.starts_with("eterm")
}

/// The link that a reference is: `http`, `https` and `mailto`, and paths without a scheme; `None` for everything else,
/// which is shown as text.
pub(super) fn address(reference: &str) -> Option<Link<'_>> {
    // Browsers drop some of these from an address, and read a backslash as a slash.
    if reference.is_empty() || reference.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return None;
    }
    let path_begins = reference.find(['/', '?', '#']).unwrap_or(reference.len());
    if let Some((scheme, rest)) = reference.split_at_checked(path_begins).and_then(|(head, _)| head.split_once(':')) {
        let scheme = scheme.to_ascii_lowercase();
        let web = matches!(scheme.as_str(), "http" | "https")
            && reference
                .split_once("://")
                .is_some_and(|(_, host)| host.starts_with(char::is_alphanumeric) || host.starts_with('['));
        return (web || scheme == "mailto" && rest.contains('@')).then_some(Link::Absolute(reference));
    }
    // Two slashes lead to another host. A word alone is more likely a ticket than a file.
    let path = !reference.starts_with("//") && reference.contains(['/', '.']);
    path.then_some(Link::Relative(reference))
}

#[cfg(test)]
mod tests {
    use super::{Link, address, are_shown_on, on_terminal, path, web};

    #[test]
    fn addresses_of_the_web_and_of_mail_and_paths_are_links() {
        for good in ["https://a.example/b?c#d", "HTTP://a.example", "mailto:a@b.example", "https://[::1]/x"] {
            assert_eq!(address(good), Some(Link::Absolute(good)));
        }
        for good in ["docs/runbook.md", "./a.pdf", "../x/y", "/srv/wiki", "a.md#b:c", "文档/手册.md"] {
            assert_eq!(address(good), Some(Link::Relative(good)));
        }
    }

    #[test]
    fn a_path_is_an_address_of_ascii_that_leads_to_no_other_host_or_scheme() {
        assert_eq!(path("a/b-c_1.toml"), "a/b-c_1.toml");
        assert_eq!(path("a:b, 表%#?.toml"), "a%3Ab%2C%20%E8%A1%A8%25%23%3F.toml");
    }

    #[test]
    fn what_no_url_holds_is_encoded() {
        let of = |reference| address(reference).map(Link::href);
        let same = ["https://[::1]:8080/x?a=b&c=%20#d", "文档/手册.md", "mailto:a@b.example?subject=x", "a/b;c=d/~e"];
        for same in same {
            assert_eq!(of(same).as_deref(), Some(same));
        }
        assert_eq!(
            of("https://a.example/\"><b>{c}|d^`[e]").as_deref(),
            Some("https://a.example/%22%3E%3Cb%3E%7Bc%7D%7Cd%5E%60%5Be%5D")
        );
        assert_eq!(of("a/100%").as_deref(), Some("a/100%25"));
        assert_eq!(of("a/%é#b#c").as_deref(), Some("a/%25é#b%23c"));
    }

    #[test]
    fn a_terminal_gets_an_address_in_ascii_around_the_text() {
        let shown = on_terminal("文档", "https://a.example/文");
        let (opened, rest) = shown.split_once("https:").expect("the address");
        assert!(opened.starts_with("\x1b]8;id=") && opened.ends_with(';'), "{opened:?}");
        assert_eq!(rest, "//a.example/%E6%96%87\x1b\\文档\x1b]8;;\x1b\\");
        assert_eq!(web("mailto:a@b.example"), None);
        assert_eq!(web("docs/a.md"), None);
        assert_eq!(web("https://a.example/\x1b]8;;x"), None);
        assert_eq!(web("https://a.example/a\"b").as_deref(), Some("https://a.example/a%22b"));
        let not = ["", "dumb", "linux", "eterm-color"].map(are_shown_on);
        assert_eq!((not, are_shown_on("xterm-256color")), ([false; 4], true));
    }

    #[test]
    fn everything_else_is_text() {
        let bad = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example/x",
            "\\\\evil\\x",
            "/\\evil.example",
            "https:evil",
            "https:///evil",
            "OPS-123",
            "two words.md",
            "",
            "mailto:",
            "ftp://a/b",
            " javascript:x",
            "\u{1}javascript:x",
        ];
        for bad in bad {
            assert_eq!(address(bad), None, "{bad}");
        }
    }
}
