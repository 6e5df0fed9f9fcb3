//! Where an item comes from: a page, or a number of a scheme such as CWE.

use crate::i18n::{Lang, Text};

/// Where a reference of a scheme is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What it is called.
    pub name: String,
    /// An address in which `{id}` stands for the number.
    pub address: String,
}

/// Where an item comes from. It has a title, an address, or a scheme and a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What it is called.
    pub title: Option<Text>,
    /// Its own address.
    pub url: Option<String>,
    /// The scheme and the number in it.
    pub number: Option<(String, String)>,
}

impl Reference {
    /// The place in an address that stands for the number.
    pub const PLACE: &'static str = "{id}";

    /// What people read: the number of its scheme, then its title; of what has neither the address.
    pub fn shown(&self, lang: Lang) -> String {
        let number = self.number.as_ref().map(|(scheme, id)| format!("{scheme}-{id}"));
        let title = self.title.as_ref().map(|title| title.get(lang).trim().to_owned());
        let shown: Vec<String> = number.into_iter().chain(title).collect();
        if shown.is_empty() { self.url.clone().unwrap_or_default() } else { shown.join(" ") }
    }

    /// Its own address, else that of its number in its scheme; `None` where nothing says.
    pub(super) fn address(&self, schemes: &[Scheme]) -> Option<String> {
        let by_scheme = || {
            let (scheme, id) = self.number.as_ref()?;
            let scheme = schemes.iter().find(|known| known.name == *scheme)?;
            Some(scheme.address.replace(Self::PLACE, id))
        };
        self.url.clone().or_else(by_scheme)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reference, Scheme};
    use crate::i18n::{Lang, Text};

    #[test]
    fn a_number_is_read_where_its_scheme_says() {
        let schemes = [Scheme { name: "CWE".to_owned(), address: "https://weak.example/{id}.html".to_owned() }];
        let of =
            |scheme: &str| Reference { number: Some((scheme.to_owned(), "79".to_owned())), ..Reference::default() };
        assert_eq!(of("CWE").address(&schemes).as_deref(), Some("https://weak.example/79.html"));
        assert_eq!(of("NIST").address(&schemes), None);
        let titled = Reference { title: Some(Text::plain("Scripts in pages")), ..of("CWE") };
        assert_eq!(titled.shown(Lang::En), "CWE-79 Scripts in pages");
        let page = Reference { url: Some("https://a.example".to_owned()), ..Reference::default() };
        assert_eq!((page.shown(Lang::Zh).as_str(), page.address(&[])), ("https://a.example", page.url.clone()));
    }
}
