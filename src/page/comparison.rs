//! What differs between two assessments, in the order in which it is asked: what it comes to, why the level moved, what went up
//! and down, what slipped; then, where all is asked for, every item. Of two teams the same without a before and an after: what
//! A says and what B says.

mod areas;
mod full;
mod grid;
mod told;

use self::grid::Which;
use self::told::{is_retired, sentence, sign};
use super::document::{Block, Document, Fact, Facts, Item, Items, Joint, Line, Mark, Medium, quote};
use super::parts::{self, DOWN, Of, UP, WARNING};
use crate::diff::{AreaChange, Cause, Change, Diff, Folded, Item as Changed, Moved, Pair, Slip, Step, Turnover, Way};
use crate::findings::{Finding, What};
use crate::i18n::{Lang, say};
use crate::model::{Assessment, Checklist, Key, Section, Worth};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// The most of a kind that are told one by one.
const FEW: usize = 4;

/// Two assessments and what differs between them.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The old one.
    pub old: &'a Scorecard,
    /// The new one.
    pub new: &'a Scorecard,
    /// What differs.
    pub diff: &'a Diff,
}

/// What differs; with `all` of it item by item, and what otherwise is a count.
pub fn page(compared: Compared<'_>, all: bool, lang: Lang) -> Document<'_> {
    let of = Said { compared, lang };
    let mut page = Document::default();
    page.heading(1, headline(of));
    page.push(about(of).meaning(Meaning::Muted));
    let warnings = warnings(of);
    if !warnings.is_empty() {
        page.push(Items::new(warnings));
    }
    if compared.diff.is_empty() {
        page.heading(2, Line::ours(say::nothing(lang)));
        return page;
    }
    if compared.new.checklist.leads_with_areas() {
        areas::lead(&mut page, of, all);
    }
    why(&mut page, of, all);
    let facts = summary(of, all);
    if !facts.is_empty() {
        page.push(Block::Space);
        page.push(Block::Only(Medium::Written, vec![what_differs(lang)]));
        page.push(Facts { aligned: true, all: facts });
    }
    let table = |title: &'static str, which| {
        vec![
            Block::from(super::document::Heading { depth: 2, line: Line::ours(title), anchor: None, short: None }),
            grid::table(of, which).into(),
        ]
    };
    let side_by_side = of.pick(say::then_and_now, say::a_beside_b);
    let which = if all { Which::Everything } else { Which::Criteria };
    page.push(Block::Only(Medium::Written, table(side_by_side, which)));
    if all {
        if !compared.diff.items.is_empty() {
            page.push(Block::Only(Medium::Terminal, table(side_by_side, Which::Differing)));
        }
        full::all(&mut page, of);
    }
    page
}

/// Every item whose answer or value is another one, in a sentence each.
pub(super) fn changes(compared: Compared<'_>, lang: Lang) -> Vec<Item<'_>> {
    let of = Said { compared, lang };
    let changed = compared.diff.items.iter().filter(|item| item.change != Change::Unchanged);
    // What is retired has no place in the scorecard that it could lead to.
    let key = |item: &Changed| Some(item.key.clone()).filter(|key| compared.new.checklist.knows(key));
    changed.map(|item| Item::marked(sign(of, item), sentence(of, item)).keyed(key(item))).collect()
}

/// The title over what differs, where the whole page is before one.
fn what_differs<'a>(lang: Lang) -> Block<'a> {
    super::document::Heading { depth: 2, line: Line::ours(say::what_changed(lang)), anchor: None, short: None }.into()
}

/// Two assessments in a language, and what is said of them.
#[derive(Clone, Copy)]
struct Said<'a> {
    compared: Compared<'a>,
    lang: Lang,
}

/// What two assessments say in a language, of which the one goes on from the other, or does not.
type Words = fn(Lang) -> &'static str;

impl<'a> Said<'a> {
    /// Whether these are two teams: then nothing came before anything, and nobody is the better one.
    fn apart(self) -> bool {
        self.compared.diff.two_teams
    }

    /// Of two ways to say something the one for these two.
    fn pick(self, over_time: Words, apart: Words) -> &'static str {
        if self.apart() { apart(self.lang) } else { over_time(self.lang) }
    }

    /// What was and what is.
    fn pair(self, old: impl std::fmt::Display, new: impl std::fmt::Display) -> String {
        if self.apart() { say::a_and_b(self.lang, old, new) } else { say::from_to(self.lang, old, new) }
    }

    /// The title of an item now; of a retired one the one that it had.
    fn title(self, key: &Key) -> Line<'a> {
        let Compared { old, new, .. } = self.compared;
        let checklist = if new.checklist.knows(key) { &new.checklist } else { &old.checklist };
        parts::title(checklist, key, self.lang)
    }

    /// The title of an item that is told; of a retired one what it was called, for its id may be in use again.
    fn title_of(self, item: &Changed) -> Line<'a> {
        let card = if is_retired(item) { self.compared.old } else { self.compared.new };
        parts::title(&card.checklist, &item.key, self.lang)
    }

    /// What an area, level or progress is, where there is one.
    fn or_none(self, value: Option<impl std::fmt::Display>) -> String {
        value.map_or_else(|| say::none(self.lang).to_owned(), |value| value.to_string())
    }
}

/// What it all comes to, in one line; first of all that these are the wrong way round.
fn headline(of: Said<'_>) -> Line<'_> {
    let (diff, lang) = (of.compared.diff, of.lang);
    let (old, new) = (of.compared.old.score.grade(), of.compared.new.score.grade());
    let by_mean = old.score.is_some() && new.score.is_some();
    let levels = match (of.apart(), old == new) {
        (true, _) if by_mean => say::score_a_and_b(lang, old, new),
        (true, _) => say::level_a_and_b(lang, old.level, new.level),
        (false, true) if by_mean => say::score_same(lang, new),
        (false, _) if old.level == new.level && !by_mean => say::level_same(lang, new.level),
        (false, _) => wording::moved(old, new, lang),
    };
    let line = Line::new(Meaning::Title);
    let line = if diff.reversed {
        let Compared { old, new, .. } = of.compared;
        let days = of.pair(old.assessment.date, new.assessment.date);
        line.and_ours(say::aside(lang, say::backwards(lang), days))
    } else {
        line
    };
    let line = line.and_ours(levels);
    let line = moved(of, line, say::criteria_counted(lang), diff.moved(Section::Criteria), ("↑", "↓"));
    let line = moved(of, line, say::practices_counted(lang), diff.moved(Section::Practices), ("↑", "↓"));
    let line =
        moved(of, line, of.pick(say::metrics_counted, say::metrics_of_teams), diff.moved(Section::Metrics), ("+", "−"));
    let Turnover { came, went } = &diff.findings;
    let line = line.and_ours(say::findings_counted(lang)).then_ours(" ");
    match (came.len(), went.len()) {
        (0, 0) => line.then_ours(say::as_before(lang)),
        (came, went) if of.apart() => line.then_ours(say::a_and_b(lang, went, came)),
        (came, 0) => line.then_ours(format!("+{came}")).meaning_of_last(Meaning::Blocked),
        (0, went) => line.then_ours(format!("−{went}")).meaning_of_last(Meaning::Met),
        (came, went) => {
            let line = line.then_ours(format!("+{came}")).meaning_of_last(Meaning::Blocked).then_ours(" ");
            line.then_ours(format!("−{went}")).meaning_of_last(Meaning::Met)
        }
    }
}

/// Goes on with how many of a kind went up and down; of two teams with which is better in how many.
fn moved<'a>(of: Said<'_>, line: Line<'a>, what: &'static str, moved: Moved, (up, down): (&str, &str)) -> Line<'a> {
    let Moved { up: ups, down: downs } = moved;
    let line = line.and_ours(what).then_ours(" ");
    if of.apart() {
        return line.then_ours(say::better_a_and_b(of.lang, downs, ups));
    }
    let meaning = |count: usize, meaning| if count > 0 { meaning } else { Meaning::Muted };
    let line = line.then_ours(format!("{up}{ups}")).meaning_of_last(meaning(ups, Meaning::Met)).then_ours(" ");
    line.then_ours(format!("{down}{downs}")).meaning_of_last(meaning(downs, Meaning::Blocked))
}

/// Whose assessments these are, of which days, and by which checklists.
fn about(of: Said<'_>) -> Line<'_> {
    let Compared { old, new, diff } = of.compared;
    let lang = of.lang;
    let day = |one: &Assessment| say::aside(lang, one.date, one.status.term(lang));
    let (was, is) = (&old.assessment, &new.assessment);
    let line = if diff.two_teams {
        let side = |one: &Assessment| format!("{} {}", quote(&one.team), day(one));
        Line::said(&of.pair(side(was), side(is)))
    } else {
        Line::theirs(&is.team).and_ours(of.pair(day(was), day(is)))
    };
    let (was, is) = (&old.checklist, &new.checklist);
    let named = |one: &Checklist| format!("{} {}", one.id(), one.version());
    line.and_ours(if was.id() != is.id() {
        of.pair(named(was), named(is))
    } else if was.version() == is.version() {
        named(is)
    } else {
        format!("{} {}", is.id(), of.pair(was.version(), is.version()))
    })
}

/// What keeps the two from being compared as they are.
fn warnings(of: Said<'_>) -> Vec<Item<'_>> {
    let Compared { old, new, diff } = of.compared;
    let lang = of.lang;
    let mut warnings = Vec::new();
    if diff.shared_only {
        warnings.push(say::shared_only(lang).to_owned());
    }
    for card in [old, new].into_iter().filter(|card| card.checklist_changed()) {
        let then = quote(&card.assessment.checklist.version);
        let said = say::not_as_answered(lang, card.assessment.date, then, card.checklist.version());
        if !warnings.contains(&said) {
            warnings.push(said);
        }
    }
    warnings.iter().map(|said| Item::marked(WARNING, Line::said(said))).collect()
}

/// Why the level is another one, cause by cause, or what keeps it; and the level that evidence shows, with `all` by every reading.
fn why<'a>(page: &mut Document<'a>, of: Said<'a>, all: bool) {
    let (Compared { new: card, diff, .. }, lang) = (of.compared, of.lang);
    let Pair { old, new } = diff.level;
    let title = Line::ours(match (of.apart(), old == new) {
        (true, _) => say::why_apart(lang).to_owned(),
        (false, true) => say::why_same(lang, new),
        (false, false) => say::why_moved(lang, new),
    });
    let name = card.checklist.level(new).filter(|_| !of.apart()).and_then(|def| wording::level_name(def, lang));
    let title = name.map_or(title.clone(), |name| Line::said(&say::aside(lang, title.plain(lang), quote(name))));
    // One cause alone needs no line of its own.
    let mut items: Vec<Item<'a>> = diff.steps.iter().map(|step| self::step(of, step)).collect();
    if let [step] = diff.steps.as_slice() {
        page.heading(2, title.and_ours(cause(of, step)));
        page.blocks.extend(items.pop().map(|item| item.body).unwrap_or_default());
    } else {
        page.heading(2, title);
    }
    if let Some(next) = card.score.next.as_ref().filter(|next| old == new && !of.apart() && !next.remaining.is_empty())
    {
        let titles = next.remaining.iter().map(|id| of.title(&Key::Criterion(id.clone()))).collect();
        let label = format!("{}{}", wording::what_blocks(&card.score, next.level, lang), say::colon(lang));
        items.push(Item::plain(Line::ours(label).join(together(titles, FEW, lang))));
    }
    let readings = [
        (say::level_evidenced(lang), diff.evidenced_level),
        (say::level_possible(lang), diff.possible_level),
        (say::level_unwaived(lang), diff.level_without_waivers),
    ];
    let readings = readings.into_iter().take(if all { 3 } else { 1 }).filter(|(_, pair)| pair.differs());
    let readings = readings.fold(Line::new(Meaning::Body), |line, (label, pair)| {
        let said = format!("{label}{}{}", say::colon(lang), of.pair(pair.old, pair.new));
        line.and_ours(said).meaning_of_last(direction(of, &pair))
    });
    if !readings.is_empty() {
        items.push(Item::plain(readings));
    }
    if !items.is_empty() {
        page.push(Items::new(items));
    }
}

/// Whether it went up or down; of two teams neither.
fn direction<T: PartialOrd>(of: Said<'_>, pair: &Pair<T>) -> Meaning {
    if of.apart() {
        Meaning::Body
    } else if pair.way() == Some(Way::Down) {
        Meaning::Blocked
    } else {
        Meaning::Met
    }
}

/// Who or what made a step between the levels.
fn cause(of: Said<'_>, step: &Step) -> &'static str {
    match step.cause {
        Cause::We => of.pick(say::cause_we, say::other_answers),
        Cause::Waiver => of.pick(say::cause_waiver, say::other_waivers),
        Cause::Checklist => of.pick(say::the_checklist_changed, say::other_checklist),
    }
}

/// A step between the levels, with the criteria that decide it.
fn step<'a>(of: Said<'a>, step: &'a Step) -> Item<'a> {
    let lang = of.lang;
    let line = Line::ours(say::step(lang, cause(of, step), step.from, step.to));
    let because = step.because.iter().map(|id| {
        let key = Key::Criterion(id.clone());
        let changed = of.compared.diff.items.iter().find(|item| item.key == key);
        let item = changed.map_or_else(
            || Item::marked(mark(None), of.title(&key)),
            |item| Item::marked(sign(of, item), sentence(of, item)),
        );
        item.of(key)
    });
    let mut because: Vec<Item<'a>> = because.collect();
    if step.cause == Cause::Checklist {
        let version = of.compared.old.checklist.version();
        let still = step.from == of.compared.diff.level.old && !of.apart();
        let said = if still { say::by_the_old_still } else { say::by_the_old };
        let version = if of.apart() { format!("A, {version}") } else { version.to_string() };
        because.push(Item::plain(Line::ours(said(lang, version, step.from))));
    }
    Item::plain(line.meaning(direction(of, &Pair::of(step.from, step.to)))).with(vec![Items::new(because).into()])
}

/// Titles in a row: as many as are read at a glance, and how many more there are.
fn together(titles: Vec<Line<'_>>, few: usize, lang: Lang) -> Line<'_> {
    let more = titles.len().saturating_sub(few + 1);
    let shown = if more > 0 { few } else { titles.len() };
    let rest = titles.len() - shown;
    let line = titles
        .into_iter()
        .take(shown)
        .map(|title| title.as_one(lang))
        .fold(Line::new(Meaning::Body).joined(Joint::Semicolon), Line::and);
    let line = line.as_one(lang);
    if rest > 0 { line.then_ours(say::semicolon(lang)).then_ours(say::more(lang, rest)) } else { line }
}

/// What went up and down, what came and went, and what slipped, each behind what it is about.
fn summary(of: Said<'_>, all: bool) -> Vec<Fact<'_>> {
    let (diff, lang) = (of.compared.diff, of.lang);
    let mut facts = section(of, Section::Criteria);
    // Where the areas lead, they stand above.
    if !of.compared.new.checklist.leads_with_areas() {
        facts.extend(moved_areas(of));
    }
    for kind in [Section::Practices, Section::Deliverables, Section::Steps, Section::Metrics] {
        facts.extend(section(of, kind));
    }
    let findings = &diff.findings;
    facts.extend(self::findings(of, of.pick(say::findings_came, say::findings_of_b), &findings.came, true));
    facts.extend(self::findings(of, of.pick(say::findings_went, say::findings_of_a), &findings.went, false));
    facts.extend(diff.slips.iter().map(|slip| Fact::new(say::behind(lang), self::slip(of, slip)).of(slip.key.clone())));
    facts.extend(setup(of).map(|line| Fact::new(say::set_up(lang), line)));
    if !all {
        facts.extend(folded(of).map(|line| Fact::new(say::besides(lang), line)));
    }
    facts
}

/// A line behind a sign.
fn signed((sign, meaning): Mark, line: Line<'_>) -> Line<'_> {
    Line::ours(sign).meaning_of_last(meaning).then_ours(" ").join(line)
}

/// The items of a section that are told by themselves and are not a cause of the level: first what went down, all of it;
/// then what went up, then the rest, in a row where they are many.
fn section(of: Said<'_>, section: Section) -> Vec<Fact<'_>> {
    let (diff, lang) = (of.compared.diff, of.lang);
    let label = if section == Section::Steps { say::loops_short(lang) } else { wording::section(section, lang) };
    let in_use_again =
        |item: &Changed| is_retired(item) && diff.items.iter().any(|other| other.key == item.key && !is_retired(other));
    // What a level hangs on is told one by one.
    let few = if section == Section::Criteria { FEW } else { FEW / 2 };
    let cause = |item: &Changed| match &item.key {
        Key::Criterion(id) => diff.steps.iter().any(|step| step.because.contains(id)) && !in_use_again(item),
        _ => false,
    };
    let told: Vec<&Changed> = diff
        .items
        .iter()
        .filter(|item| item.key.section() == section && item.folded().is_none() && !cause(item))
        .collect();
    let of_way = |way: Option<Way>| told.iter().copied().filter(move |item| item.way() == way).collect::<Vec<_>>();
    let mut facts: Vec<Fact<'_>> = of_way(Some(Way::Down)).into_iter().map(|item| one(of, label, item)).collect();
    facts.extend(row(of, label, few, of_way(Some(Way::Up))));
    // The rest by what became of it, in checklist order.
    let mut rest = of_way(None);
    while let Some(change) = rest.first().map(|item| item.change) {
        let (alike, others) = rest.into_iter().partition(|item| item.change == change);
        rest = others;
        facts.extend(row(of, label, few, alike));
    }
    facts
}

/// Items that fared alike, each for itself or all in a row.
fn row<'a>(of: Said<'a>, label: &'static str, few: usize, items: Vec<&'a Changed>) -> Vec<Fact<'a>> {
    let Some(first) = items.first().filter(|_| items.len() > few) else {
        return items.into_iter().map(|item| one(of, label, item)).collect();
    };
    let word = grid::word(of, first);
    let line = Line::ours(word).then_ours(say::colon(of.lang));
    let titles = items.iter().map(|item| told::briefly(of, item)).collect();
    let alike = items.iter().all(|item| sign(of, item) == sign(of, first));
    let line = line.join(together(titles, few, of.lang));
    vec![Fact::new(label, if alike { signed(sign(of, first), line) } else { line })]
}

fn one<'a>(of: Said<'a>, label: &'static str, item: &'a Changed) -> Fact<'a> {
    Fact::new(label, signed(sign(of, item), sentence(of, item))).of(item.key.clone())
}

/// The areas that stand elsewhere; of many those whose level does.
fn moved_areas(of: Said<'_>) -> Vec<Fact<'_>> {
    let (all, lang) = (&of.compared.diff.areas, of.lang);
    let many = all.len() > 2 * FEW;
    let (told, rest): (Vec<_>, Vec<_>) = all.iter().partition(|change| !many || change.level.differs());
    let mut facts: Vec<Fact<'_>> =
        told.into_iter().map(|change| Fact::new(say::areas(lang), area(of, change))).collect();
    if !rest.is_empty() {
        facts.push(Fact::new(say::areas(lang), Line::ours(say::more_moved(lang, rest.len()))));
    }
    facts
}

/// Findings by kind, each kind with what it is about; one of a date that is late is told with what slipped.
fn findings<'a>(of: Said<'a>, label: &'static str, findings: &'a [Finding], came: bool) -> Vec<Fact<'a>> {
    let (Compared { old, new, diff }, lang) = (of.compared, of.lang);
    let card = if came { new } else { old };
    let sign = if came || of.apart() { WARNING } else { mark(Some(Worth::Met)) };
    let late = |finding: &&Finding| came && diff.slips.iter().any(|slip| Some(&slip.key) == finding.key().as_ref());
    let told = |finding: &&Finding| !(matches!(finding.what, What::Overdue(_)) && late(finding));
    let mut kinds: Vec<(&'static str, Vec<Line<'a>>)> = Vec::new();
    for finding in findings.iter().filter(told) {
        let (kind, about) = (parts::finding_kind(finding.what.code(), lang), Of { card, lang }.finding_about(finding));
        let said = about.plain(lang);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, all)) if all.iter().any(|one| one.plain(lang) == said) => {}
            Some((_, all)) => all.push(about),
            None => kinds.push((kind, vec![about])),
        }
    }
    let lines: Vec<Line<'a>> = kinds
        .into_iter()
        .map(|(kind, about)| Line::ours(kind).then_ours(say::colon(lang)).join(together(about, FEW, lang)).as_one(lang))
        .collect();
    if came || of.apart() {
        return lines.into_iter().map(|line| Fact::new(label, signed(sign, line))).collect();
    }
    // What is done with needs less room.
    let all = lines.into_iter().reduce(Line::and);
    all.map(|line| Fact::new(label, signed(sign, line))).into_iter().collect()
}

/// What slipped of an item that is still open.
fn slip<'a>(of: Said<'a>, slip: &'a Slip) -> Line<'a> {
    let lang = of.lang;
    let mut line = of.title(&slip.key);
    if let Some(Pair { old, new }) = &slip.due {
        let moved = old != new;
        let said = if moved { of.pair(of.or_none(*old), of.or_none(*new)) } else { of.or_none(*new) };
        let said = format!("{} {said}", say::due_lower(lang));
        let said = match slip.days {
            Some(days) if moved => say::aside(lang, said, say::days_later(lang, days)),
            Some(days) => say::aside(lang, said, say::days_late(lang, days)),
            None => said,
        };
        line = line.and_ours(said);
    }
    if let Some(Pair { old, new }) = &slip.owner {
        let name = |name: &Option<String>| of.or_none(name.as_deref().map(quote));
        line = line.and_said(&format!("{} {}", say::owner_lower(lang), of.pair(name(old), name(new))));
    }
    signed(WARNING, line)
}

/// What the two are set up with, where that differs.
fn setup(of: Said<'_>) -> Option<Line<'_>> {
    let (Compared { old, new, diff }, lang) = (of.compared, of.lang);
    let mut said: Vec<String> = Vec::new();
    let mut told = |label: &str, old: Option<String>, new: Option<String>| {
        said.push(format!("{label}{}{}", say::colon(lang), of.pair(of.or_none(old), of.or_none(new))));
    };
    if diff.setup.profile.is_some() {
        let profile = |card| Of { card, lang }.profile().map(quote);
        told(say::profile(lang), profile(old), profile(new));
    }
    if let Some(Pair { old, new }) = diff.setup.target_level {
        told(say::target_level_label(lang), old.map(|level| level.to_string()), new.map(|level| level.to_string()));
    }
    if let Some(Pair { old, new }) = &diff.setup.assessors {
        let names = |names: &[String]| {
            (!names.is_empty()).then(|| names.iter().map(|name| quote(name)).collect::<Vec<_>>().join(say::comma(lang)))
        };
        told(say::assessors(lang), names(old), names(new));
    }
    let line = said.iter().fold(Line::new(Meaning::Body), |line, said| line.and_said(said));
    (!line.is_empty()).then_some(line)
}

/// What is not told one by one, counted.
fn folded(of: Said<'_>) -> Option<Line<'_>> {
    let (diff, lang) = (of.compared.diff, of.lang);
    let counted = Folded::ALL.into_iter().filter_map(|kind| {
        let what = match kind {
            Folded::Evidence => say::folded_evidence(lang),
            Folded::Drift => say::folded_drift(lang),
            Folded::Note => say::folded_note(lang),
            Folded::Beside => say::folded_beside(lang),
            Folded::Checklist => say::folded_checklist(lang),
        };
        let count = diff.count_of(kind);
        (count > 0).then(|| say::with_count(lang, what, count))
    });
    let line = counted.fold(Line::new(Meaning::Muted), Line::and_ours);
    (!line.is_empty()).then(|| line.and_ours(say::all_shows(lang)))
}

/// An area that stands elsewhere.
fn area<'a>(of: Said<'a>, change: &'a AreaChange) -> Line<'a> {
    let lang = of.lang;
    let Compared { old, new, .. } = of.compared;
    let checklist = if new.checklist.area(&change.id).is_some() { &new.checklist } else { &old.checklist };
    let line = parts::area(checklist, &change.id, lang);
    let line = if change.level.differs() {
        let Pair { old, new } = change.level;
        let said = if of.apart() { say::level_a_and_b } else { say::level_from_to };
        line.and_ours(said(lang, of.or_none(old), of.or_none(new)))
    } else {
        line
    };
    let line = if change.progress.differs() {
        let percent = |share: Option<u32>| of.or_none(share.map(|share| say::percent(lang, share)));
        let said = of.pair(percent(change.progress.old), percent(change.progress.new));
        line.and_ours(say::progress_by(lang, said))
    } else {
        line
    };
    let (was, is) = ((change.level.old, change.progress.old), (change.level.new, change.progress.new));
    // Where nothing applies on one side, nothing went up or down.
    let known = change.progress.old.is_some() && change.progress.new.is_some();
    match Pair::of(was, is).way().filter(|_| known && !of.apart()) {
        Some(Way::Up) => signed(UP, line),
        Some(Way::Down) => signed(DOWN, line),
        None => line,
    }
}
