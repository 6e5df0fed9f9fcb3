//! Dates as people type them.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::i18n::{Lang, say};

/// The date that `text` names: `2026-11-23`, or counted from `today`: `today`, `tomorrow`, `friday` for the next one after
/// today, `+10d`, `+6w`, `+3m`, `+1y`; `-` counts back. Days are named in any language. `None` for anything else, and for
/// dates that no calendar has.
pub fn parse(text: &str, today: Date) -> Option<Date> {
    let text = &text.trim().to_lowercase();
    if is_one_of(say::today, text) {
        return Some(today);
    }
    if is_one_of(say::tomorrow, text) {
        return today.tomorrow().ok();
    }
    if let Some((_, weekday)) = WEEKDAYS.into_iter().find(|(names, _)| is_one_of(*names, text)) {
        return today.nth_weekday(1, weekday).ok();
    }
    if let Some(ahead) = text.strip_prefix('+') {
        return today.checked_add(span(ahead)?).ok();
    }
    if let Some(back) = text.strip_prefix('-') {
        return today.checked_sub(span(back)?).ok();
    }
    written(text)
}

/// Words, separated by spaces.
type Words = fn(Lang) -> &'static str;

/// The days of the week, each by the words for it.
const WEEKDAYS: [(Words, Weekday); 7] = [
    (say::monday, Weekday::Monday),
    (say::tuesday, Weekday::Tuesday),
    (say::wednesday, Weekday::Wednesday),
    (say::thursday, Weekday::Thursday),
    (say::friday, Weekday::Friday),
    (say::saturday, Weekday::Saturday),
    (say::sunday, Weekday::Sunday),
];

/// Whether `text` is among words of any language.
fn is_one_of(words: Words, text: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| words(lang).split(' ').any(|word| word == text))
}

/// The day that `text` names as YYYY-MM-DD, the one spelling that files use, and in no other way: week dates and the like
/// would surprise whoever reads the file next.
pub fn written(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    shape.then(|| text.parse().ok()).flatten()
}

fn span(text: &str) -> Option<Span> {
    let unit = text.chars().next_back()?;
    let count: i32 = text.strip_suffix(unit)?.parse().ok().filter(|count| (0..=100_000).contains(count))?;
    match unit {
        'd' => Some(count.days()),
        'w' => 0.days().try_weeks(count).ok(),
        'm' => 0.days().try_months(count).ok(),
        'y' => 0.days().try_years(count).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_in_one_spelling_or_counted_from_today() {
        let today = date(2026, 11, 23);
        assert_eq!(parse(" 2027-01-31 ", today), Some(date(2027, 1, 31)));
        assert_eq!(parse("+6w", today), Some(date(2027, 1, 4)));
        assert_eq!(parse("+3m", today), Some(date(2027, 2, 23)));
        assert_eq!(parse("-1y", today), Some(date(2025, 11, 23)));
        assert_eq!(parse("today", today), Some(today));
        for bad in [
            "",
            "2026-02-30",
            "2026-1-2",
            "yesterday",
            "fr",
            "星期",
            "friday saturday",
            "+6",
            "+99999y",
            "20261123",
            "+-1d",
            "23.11.2026",
        ] {
            assert_eq!(parse(bad, today), None, "{bad}");
        }
    }

    #[test]
    fn a_weekday_is_the_next_one_after_today_in_any_language() {
        let monday = date(2026, 11, 23);
        for friday in ["friday", "Friday", "FRI", " fri ", "周五", "星期五", "礼拜五"] {
            assert_eq!(parse(friday, monday), Some(date(2026, 11, 27)), "{friday}");
        }
        for sunday in ["sunday", "sun", "周日", "周天", "星期天"] {
            assert_eq!(parse(sunday, monday), Some(date(2026, 11, 29)), "{sunday}");
        }
        for today in ["mon", "周一"] {
            assert_eq!(parse(today, monday), Some(date(2026, 11, 30)), "{today}: in a week");
        }
        for tomorrow in ["tomorrow", "明天"] {
            assert_eq!(parse(tomorrow, date(2026, 12, 31)), Some(date(2027, 1, 1)), "{tomorrow}");
        }
        assert_eq!(parse("今天", monday), Some(monday));
        assert_eq!(parse("fri", date(9999, 12, 31)), None);
        assert_eq!(parse("tomorrow", date(9999, 12, 31)), None);
    }
}
