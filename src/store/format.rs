//! What the tables of a file may hold, said once. By it the reader refuses other keys and says what a missing one looks like,
//! and of it the JSON Schema is made, and of that the reference in `docs/checklists.md`.

pub(super) mod assessment;
pub(super) mod checklist;
pub mod schema;

/// A table of a file.
pub(super) struct TableDef {
    /// What messages call it, such as `[[criteria]]`.
    pub(super) name: &'static str,
    /// What it is, in a sentence.
    pub(super) says: &'static str,
    pub(super) keys: &'static [KeyDef],
    /// Whether keys beside these are the user's business.
    pub(super) open: bool,
    /// What a schema says of it beside its keys: JSON.
    pub(super) more: &'static str,
}

/// A key of a table.
#[derive(Clone, Copy)]
pub(super) struct KeyDef {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
    /// A value that it may have, as it is written.
    pub(super) example: &'static str,
    /// What it means, in a sentence.
    pub(super) says: &'static str,
    /// What a schema says of its value beside its kind: JSON.
    pub(super) more: &'static str,
}

/// Whether a key has to be there.
#[derive(Clone, Copy)]
pub(super) enum Need {
    Required,
    Optional,
    /// What is read where it is not there, as it would be written.
    Default(&'static str),
}

/// What a key's value is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// The number of the format.
    Format,
    /// A string, or a table of languages.
    Text,
    String,
    /// A string that is not blank.
    Filled,
    Boolean,
    /// A whole number from 1 to 255.
    Count,
    Number,
    /// A number from 0 to 1.
    Credit,
    Id,
    /// An id of the table of that name.
    Link(&'static str),
    Version,
    /// Versions, as Cargo writes them.
    Editions,
    Letter,
    Date,
    /// A length of time.
    Window,
    /// One of some words.
    Word(fn() -> Vec<&'static str>),
    List(&'static Self),
    Table(&'static TableDef),
    /// A list of tables.
    Tables(&'static TableDef),
    /// A table whose keys are names, and what stands under each.
    Map(&'static Self),
    Either(&'static Self, &'static Self),
}

const fn key(name: &'static str, kind: Kind, example: &'static str, says: &'static str) -> KeyDef {
    KeyDef { name, kind, need: Need::Optional, example, says, more: "{}" }
}

impl KeyDef {
    const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    const fn or(mut self, default: &'static str) -> Self {
        self.need = Need::Default(default);
        self
    }

    const fn more(mut self, more: &'static str) -> Self {
        self.more = more;
        self
    }

    /// The tables that its value is made of.
    pub(super) fn tables(&self) -> impl Iterator<Item = &'static TableDef> {
        fn of(kind: Kind) -> Vec<&'static TableDef> {
            match kind {
                Kind::Table(table) | Kind::Tables(table) => vec![table],
                Kind::List(of_each) | Kind::Map(of_each) => of(*of_each),
                Kind::Either(one, other) => [of(*one), of(*other)].concat(),
                _ => Vec::new(),
            }
        }
        of(self.kind).into_iter()
    }

    /// Whether its example is the header of a table.
    fn is_header(&self) -> bool {
        self.example.trim_start_matches('[').split(['.', ']']).next() == Some(self.name)
    }

    /// How a line with it looks.
    pub(super) fn line(&self) -> String {
        if self.is_header() { self.example.to_owned() } else { format!("{} = {}", self.name, self.example) }
    }
}

impl TableDef {
    /// The names of its keys.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }

    /// Its key of that name, else the first one that has to be there in the tables below it.
    pub(super) fn key(&self, name: &str) -> Option<&'static KeyDef> {
        let own = self.keys.iter().find(|key| key.name == name);
        own.or_else(|| self.keys.iter().flat_map(KeyDef::tables).find_map(|table| table.key(name)))
    }
}
