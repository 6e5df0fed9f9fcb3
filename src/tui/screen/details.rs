//! What is said of the assessment as a whole, to be changed in the walk: the team's name, who staffs operations, the
//! target, who answers, what the team belongs to.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::i18n::{Lang, Text, say};
use crate::model::{Id, Level, name};
use crate::start::names;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::dialog::frame;
use crate::tui::field::{Field, Lines};
use crate::tui::mouse::Spot;
use crate::tui::update::Effect;
use crate::tui::view::{line_of, put_text};
use crate::wording;

/// The details of an assessment.
#[derive(Clone, Debug)]
pub struct Details {
    at: At,
    /// The rows that there are.
    rows: &'static [At],
    team: Field,
    /// What is wrong with the team's name.
    error: Option<Text>,
    profile: Choice<Id>,
    target: Choice<Level>,
    assessors: Field,
    group: Field,
}

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Team,
    Profile,
    Target,
    Assessors,
    Group,
}

impl At {
    const ALL: [Self; 5] = [Self::Team, Self::Profile, Self::Target, Self::Assessors, Self::Group];
    /// Those of a sample, which has no place in the store that a name could be of.
    const OF_A_SAMPLE: [Self; 4] = [Self::Profile, Self::Target, Self::Assessors, Self::Group];

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Team => say::team(lang),
            Self::Profile => say::profile(lang),
            Self::Target => say::target_level_label(lang),
            Self::Assessors => say::assessors(lang),
            Self::Group => say::group(lang),
        }
    }

    fn hint(self, lang: Lang) -> &'static str {
        match self {
            Self::Team => say::details_team_hint(lang),
            Self::Profile | Self::Target => say::details_hint(lang),
            Self::Assessors => say::form_assessors_hint(lang),
            Self::Group => say::details_group_hint(lang),
        }
    }
}

/// One of several, or none.
#[derive(Clone, Debug)]
struct Choice<T> {
    all: Vec<T>,
    /// The one that is chosen, from 1; 0 for none.
    at: usize,
}

impl<T: Clone + PartialEq> Choice<T> {
    fn new(all: Vec<T>, chosen: Option<&T>) -> Self {
        let at = chosen.and_then(|chosen| all.iter().position(|one| one == chosen)).map_or(0, |at| at + 1);
        Self { all, at }
    }

    fn step(&mut self, back: bool) {
        let count = self.all.len() + 1;
        self.at = (self.at + if back { count - 1 } else { 1 }) % count;
    }

    fn chosen(&self) -> Option<&T> {
        self.all.get(self.at.checked_sub(1)?)
    }
}

impl Details {
    /// Those of the assessment that is walked.
    pub fn new(walk: &Walk) -> Self {
        let (assessment, parts) = (&walk.card.assessment, walk.card.checklist.parts());
        let profiles = parts.profiles.iter().map(|profile| profile.id.clone()).chain(
            // One that the checklist does not have any more is not taken away by whoever changes something else.
            assessment.profile.iter().filter(|id| walk.card.checklist.profile(id).is_none()).cloned(),
        );
        let levels = parts.levels.iter().map(|def| def.level).collect();
        Self {
            at: At::Profile,
            rows: if walk.sample.is_some() { &At::OF_A_SAMPLE } else { &At::ALL },
            team: Field::new(&assessment.team, Lines::One),
            error: None,
            profile: Choice::new(profiles.collect(), assessment.profile.as_ref()),
            target: Choice::new(levels, assessment.target_level.as_ref()),
            assessors: Field::new(&assessment.assessors.join(", "), Lines::One),
            group: Field::new(assessment.group.as_deref().unwrap_or_default(), Lines::One),
        }
    }

    /// The row below, or above; past the last one the first.
    fn beside(&self, back: bool) -> At {
        let count = self.rows.len();
        let at = self.rows.iter().position(|one| *one == self.at).unwrap_or_default();
        self.rows.get((at + if back { count - 1 } else { 1 }) % count).copied().unwrap_or(self.at)
    }

    fn keep(&mut self, app: &mut App) -> Turn {
        let Some(walk) = &mut app.walk else { return Turn::stay() };
        let name = one_line(&self.team.text());
        let renamed = self.rows.contains(&At::Team) && name != walk.card.assessment.team;
        if renamed && let Err(error) = name::checked_slug(&name) {
            (self.error, self.at) = (Some(error.what().clone()), At::Team);
            return Turn::stay();
        }
        let (profile, target) = (self.profile.chosen().cloned(), self.target.chosen().copied());
        let group = Some(one_line(&self.group.text())).filter(|group| !group.is_empty());
        let changed = walk.set_details(profile, target, names(&self.assessors.text()), group);
        let save = changed.then_some(Effect::Save);
        Turn::close(save.into_iter().chain(renamed.then_some(Effect::Rename(None, name))).collect())
    }

    /// What stands in a row that is chosen from.
    fn chosen(&self, at: At, walk: &Walk, lang: Lang) -> Option<String> {
        let checklist = &walk.card.checklist;
        match at {
            At::Profile => Some(self.profile.chosen().map_or_else(
                || say::form_no_profile(lang).to_owned(),
                |id| checklist.profile(id).map_or_else(|| id.to_string(), |profile| profile.title.get(lang).to_owned()),
            )),
            At::Target => Some(self.target.chosen().map_or_else(
                || say::target_next(lang).to_owned(),
                |level| wording::level_titled(checklist, *level, lang),
            )),
            At::Team | At::Assessors | At::Group => None,
        }
    }
}

impl Screen for Details {
    fn context(&self) -> Context {
        Context::Details
    }

    fn fills(&self) -> bool {
        false
    }

    fn chooses(&self) -> bool {
        matches!(self.at, At::Profile | At::Target)
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let back = asked == Action::Left;
        match (asked, self.at) {
            (Action::Left | Action::Right, At::Profile) => self.profile.step(back),
            (Action::Left | Action::Right, At::Target) => self.target.step(back),
            (Action::NextField | Action::PreviousField, _) => self.at = self.beside(asked == Action::PreviousField),
            (Action::Accept | Action::Done, _) => return self.keep(app),
            _ => {}
        }
        Turn::stay()
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.at {
            At::Team => Some(&mut self.team),
            At::Profile | At::Target => None,
            At::Assessors => Some(&mut self.assessors),
            At::Group => Some(&mut self.group),
        }
    }

    fn typed(&mut self) {
        self.error = None;
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.at = self.rows.get(row).copied().unwrap_or(self.at);
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (walk, lang) = (app.walk()?, app.lang);
        let inside = frame(app, say::context_details(lang), self.rows.len() + 2, buffer);
        let labels = self.rows.iter().map(|at| width(at.label(lang))).max().unwrap_or_default() + 2;
        let mut cursor = None;
        for (nth, at) in self.rows.iter().copied().enumerate() {
            let here = at == self.at;
            let line = line_of(inside, nth);
            app.mouse.mark(line, Spot::Row(nth));
            let label = pad(&format!("{}{}", at.label(lang), say::colon(lang)), labels);
            put_text(buffer, line, &label, app, if here { Meaning::Title } else { Meaning::Muted });
            let taken = u16::try_from(labels).unwrap_or(u16::MAX).min(line.width);
            let room = Rect { x: line.x + taken, width: line.width - taken, ..line };
            if let Some(chosen) = self.chosen(at, walk, lang) {
                let chosen = truncate(&one_line(&chosen), usize::from(room.width)).into_owned();
                put_text(buffer, room, &chosen, app, if here { Meaning::Selected } else { Meaning::Body });
            } else {
                let field = match at {
                    At::Team => &self.team,
                    At::Group => &self.group,
                    At::Assessors | At::Profile | At::Target => &self.assessors,
                };
                let typed = field.draw(room, buffer).filter(|_| here);
                cursor = cursor.or(typed);
            }
        }
        let below = line_of(inside, self.rows.len() + 1);
        match &self.error {
            Some(error) => put_text(buffer, below, &one_line(error.get(lang)), app, Meaning::Error),
            None => put_text(buffer, below, self.at.hint(lang), app, Meaning::Muted),
        }
        cursor
    }
}
