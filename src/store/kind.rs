//! What a file is, by how it ends and how it begins.

use std::path::Path;

/// A format that a list of items may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rows of cells.
    Csv,
    /// Headings, task lists, tables.
    Markdown,
    /// Lists of objects, OSCAL catalogs.
    Json,
    /// Gemara control catalogs.
    Yaml,
    /// A spreadsheet.
    Excel,
    /// A checklist.
    Toml,
}

impl Kind {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
            Self::Yaml => "YAML",
            Self::Excel => "XLSX",
            Self::Toml => "TOML",
        }
    }

    /// What a file is: what it says of itself by its first bytes, else by its ending. `None` where neither tells.
    pub fn of(shown: &str, bytes: &[u8]) -> Option<Self> {
        if is_excel(bytes) {
            return Some(Self::Excel);
        }
        let ending = Path::new(shown).extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
        let by_ending = match ending.as_deref() {
            Some("csv" | "tsv") => Some(Self::Csv),
            Some("md" | "markdown") => Some(Self::Markdown),
            Some("json") => Some(Self::Json),
            Some("yaml" | "yml") => Some(Self::Yaml),
            Some("xlsx" | "xlsm" | "xls" | "ods") => Some(Self::Excel),
            Some("toml") => Some(Self::Toml),
            _ => None,
        };
        by_ending.filter(|kind| *kind != Self::Toml).or_else(|| Self::sniffed(bytes)).or(by_ending)
    }

    /// What can be told by the first bytes alone.
    fn sniffed(bytes: &[u8]) -> Option<Self> {
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let after = |mark: u8| start.strip_prefix(&[mark]).map(<[u8]>::trim_ascii_start);
        if after(b'{').is_some() || after(b'[').is_some_and(|rest| rest.starts_with(b"{")) {
            Some(Self::Json)
        } else if start.starts_with(b"---") || start.starts_with(b"%YAML") {
            Some(Self::Yaml)
        } else {
            None
        }
    }
}

/// Whether a file is a ZIP archive, as spreadsheets are, or an old spreadsheet.
fn is_excel(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_file_is_known_by_its_ending_and_its_beginning() {
        let of = |name, text: &str| Kind::of(name, text.as_bytes());
        assert_eq!(of("a.CSV", "x"), Some(Kind::Csv));
        assert_eq!(of("a.toml", "format = 1"), Some(Kind::Toml));
        assert_eq!(of("a.toml", "[[levels]]"), Some(Kind::Toml));
        assert_eq!(of("a.toml", "\n{ \"a\": 1 }"), Some(Kind::Json));
        assert_eq!(of("-", "[ {\"a\": 1} ]"), Some(Kind::Json));
        assert_eq!(of("list", "---\na: 1"), Some(Kind::Yaml));
        assert_eq!(of("list.toml", "PK\u{3}\u{4}"), Some(Kind::Excel));
        assert_eq!(of("list", "a,b"), None);
    }
}
