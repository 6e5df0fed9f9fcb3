//! Ids out of titles.

use crate::model::id::slug;

/// The most characters of an id that is made of a title.
const LONGEST: usize = 40;

/// The id that a title becomes, where half of its letters at least are ASCII: of a title in Chinese the rest would say
/// something else.
pub(super) fn id_of_title(title: &str) -> Option<String> {
    let letters = title.chars().filter(|c| c.is_alphanumeric());
    let (ascii, others) =
        letters.fold((0, 0), |(ascii, others), c| if c.is_ascii() { (ascii + 1, others) } else { (ascii, others + 1) });
    if ascii < others { None } else { slug(title, LONGEST) }
}

#[cfg(test)]
mod tests {
    use super::id_of_title;

    #[test]
    fn titles_become_ids_where_they_can_be_read() {
        assert_eq!(id_of_title("Alerts reach a person").as_deref(), Some("alerts-reach-a-person"));
        let long = "Every alert that is raised has somebody who answers it within minutes";
        assert_eq!(id_of_title(long).as_deref(), Some("every-alert-that-is-raised-has-somebody"));
        assert_eq!(id_of_title("完整的CI/CD流程"), None);
        assert_eq!(id_of_title("CI/CD 流程").as_deref(), Some("ci-cd"));
        assert_eq!(id_of_title("部署"), None);
    }
}
