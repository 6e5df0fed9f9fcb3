//! Areas and levels beside each other, then and now: what leads where the areas do.

use super::{Compared, Said};
use crate::diff::{Pair, Way};
use crate::i18n::say;
use crate::model::checklist::Area;
use crate::model::{Id, Level};
use crate::page::areas;
use crate::page::document::{Block, Document, Kind, Line, Table};
use crate::page::parts::{self, DOWN, UP, share_mark};
use crate::scorecard::Scorecard;
use crate::scoring::Grade;
use crate::style::Meaning;

/// The most areas that are told; with all that differs all are.
const MOST: usize = 20;

/// Where the areas stood and stand, and how many of their criteria were and are met.
pub(super) fn lead<'a>(page: &mut Document<'a>, of: Said<'a>, all: bool) {
    let (new, lang) = (of.compared.new, of.lang);
    let deepest = if all { usize::MAX } else { areas::depth_within(new, MOST) };
    let (shown, left) = areas::down_to(new, deepest);
    let stands_under = areas::stand_columns(new).first().map_or("", |name| name(lang));
    let mut table = Table::new(&[(say::area(lang), Kind::Title), (stands_under, Kind::Figure)]);
    let levels: Vec<Level> = new.checklist.parts().levels.iter().map(|def| def.level).collect();
    for level in &levels {
        table = table.column(say::level(lang, *level), Kind::Figure);
    }
    for (area, depth) in shown {
        let title = areas::named(parts::area(&new.checklist, &area.id, lang), depth);
        let mut cells = vec![title.into(), stands(of, area).into()];
        cells.extend(levels.iter().map(|level| met(of, &area.id, *level).into()));
        table.row(cells);
    }
    page.push(Block::Space);
    page.push(table);
    if left > 0 {
        page.push(Line::ours(say::more_areas_with_all(lang, left)).meaning(Meaning::Muted));
    }
}

/// Where an area stood and stands.
fn stands<'a>(of: Said<'_>, area: &Area) -> Line<'a> {
    let Compared { old, new, .. } = of.compared;
    let grade = |card: &Scorecard| card.score.areas.iter().find(|score| score.id == area.id)?.grade();
    let pair = Pair::of(grade(old), grade(new));
    if !pair.differs() {
        return Line::ours(of.or_none(pair.new));
    }
    let line = Line::ours(of.pair(of.or_none(pair.old), of.or_none(pair.new)));
    // The same level, another score.
    let rank = |grade: Grade| (grade.score, grade.level);
    match Pair::of(pair.old.map(rank), pair.new.map(rank)).way().filter(|_| !of.apart()) {
        Some(Way::Up) => line.meaning(UP.1),
        Some(Way::Down) => line.meaning(DOWN.1),
        None => line,
    }
}

/// How many criteria of an area are met at a level, and how many that were before.
fn met<'a>(of: Said<'_>, area: &Id, level: Level) -> Line<'a> {
    let Compared { old, new, .. } = of.compared;
    let then = old.criteria_in(Some(area), Some(level));
    let now = new.criteria_in(Some(area), Some(level));
    let told = |met: usize, of: usize| if of == 0 { "-".to_owned() } else { format!("{met}/{of}") };
    let (was, is) = (told(then.met, then.applicable), told(now.met, now.applicable));
    if of.apart() && was != is {
        return Line::ours(of.pair(was, is));
    }
    if now.applicable == 0 {
        return Line::ours(is).meaning(Meaning::Muted);
    }
    let (sign, meaning) = share_mark(now);
    let line = Line::ours(sign).meaning_of_last(meaning).then_ours(format!(" {is}"));
    let ((way, meaning), by) = match now.met.cmp(&then.met) {
        std::cmp::Ordering::Greater => (UP, now.met - then.met),
        std::cmp::Ordering::Less => (DOWN, then.met - now.met),
        std::cmp::Ordering::Equal => return line,
    };
    line.then_ours(" ").then_ours(format!("{way}{by}")).meaning_of_last(meaning)
}
