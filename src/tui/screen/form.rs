//! The form of a new assessment, afresh or going on from an earlier one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::note::keep_drafts;
use super::{Layer, Screen, Turn};
use crate::i18n::{Lang, Text, say};
use crate::model::{Assessment, Checklist, Id, date};
use crate::page::document::{Block, Document, Fact, Facts, Line, quote};
use crate::report::Sheet;
use crate::scorecard::Scorecard;
use crate::start::{self, Refused, Staffing, Wanted};
use crate::style::Meaning;
use crate::text::{one_line, width};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::field::{Field, Lines};
use crate::tui::mouse::Spot;
use crate::tui::reader;
use crate::tui::update::{Draft, Effect, Outcome};
use crate::tui::view::{line_of, text_width};

/// The form of a new assessment.
#[derive(Clone, Debug)]
pub struct Form {
    /// The fields that are typed: team, date, assessors.
    team: Field,
    date: Field,
    assessors: Field,
    /// The profile: 0 for none, else one more than its place in the checklist.
    profile: usize,
    /// The field under the cursor.
    pub at: FormField,
    /// What is wrong with what was typed.
    error: Option<Text>,
    /// The checklists that it may answer, of which there is always one.
    choices: Vec<Arc<Checklist>>,
    /// The one that it answers.
    checklist: Arc<Checklist>,
    /// Where that lies, if it is named by a path.
    named: Option<PathBuf>,
    /// The assessment that it goes on from.
    from: Option<Arc<Scorecard>>,
}

/// A field of the form, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// The team's name.
    Team,
    /// The checklist, where there are several.
    Checklist,
    /// The profile.
    Profile,
    /// The day.
    Date,
    /// Who answers.
    Assessors,
}

impl FormField {
    /// Every field, in order.
    pub const ALL: [Self; 5] = [Self::Team, Self::Checklist, Self::Profile, Self::Date, Self::Assessors];

    const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Team => say::team(lang),
            Self::Checklist => say::checklist(lang),
            Self::Profile => say::profile(lang),
            Self::Date => say::date(lang),
            Self::Assessors => say::assessors(lang),
        }
    }

    const fn hint(self, lang: Lang) -> &'static str {
        match self {
            Self::Team => say::form_team_hint(lang),
            Self::Checklist => say::form_checklist_hint(lang),
            Self::Profile => say::form_profile_hint(lang),
            Self::Date => say::form_date_hint(lang),
            Self::Assessors => say::form_assessors_hint(lang),
        }
    }
}

impl Form {
    /// An empty form for `today`, of an assessment that answers `checklist`.
    pub fn new(today: Date, checklist: Arc<Checklist>) -> Self {
        Self {
            team: Field::new("", Lines::One),
            date: Field::new(&today.to_string(), Lines::One),
            assessors: Field::new("", Lines::One),
            profile: 0,
            at: FormField::Team,
            error: None,
            choices: vec![Arc::clone(&checklist)],
            checklist,
            named: None,
            from: None,
        }
    }

    /// The same, which may answer one of `others` instead.
    #[must_use]
    pub fn offering(mut self, others: Vec<Arc<Checklist>>) -> Self {
        self.choices.extend(others);
        self
    }

    /// The form of an assessment of `today` that goes on from `from`, which lies at `file`.
    pub fn carrying(today: Date, from: Arc<Scorecard>, file: &Path) -> Self {
        let old = &from.assessment;
        let profiles = &from.checklist.parts().profiles;
        let profile = profiles.iter().position(|profile| Some(&profile.id) == old.profile.as_ref());
        let fresh = Self::new(today, Arc::clone(&from.checklist));
        Self {
            team: Field::new(&old.team, Lines::One),
            assessors: Field::new(&old.assessors.join(", "), Lines::One),
            profile: profile.map_or(0, |at| at + 1),
            at: FormField::Date,
            named: old.checklist.place(Some(file)),
            from: Some(from),
            ..fresh
        }
    }

    /// The id of the profile that is chosen.
    fn chosen(&self) -> Option<&Id> {
        self.checklist.parts().profiles.get(self.profile.checked_sub(1)?).map(|profile| &profile.id)
    }

    /// The fields that there are, in order.
    fn fields(&self) -> impl Iterator<Item = FormField> + use<> {
        let several = self.choices.len() > 1;
        FormField::ALL.into_iter().filter(move |which| several || *which != FormField::Checklist)
    }

    /// To the next choice of the field under the cursor (the previous one, `back`), around the end.
    fn choose(&mut self, back: bool) {
        let beside = |at: usize, count: usize| if back { at + count - 1 } else { at + 1 } % count.max(1);
        if self.at == FormField::Checklist {
            let at = self.choices.iter().position(|one| Arc::ptr_eq(one, &self.checklist)).unwrap_or_default();
            let there = self.choices.get(beside(at, self.choices.len())).map(Arc::clone);
            self.checklist = there.unwrap_or_else(|| Arc::clone(&self.checklist));
            // The profiles are those of another one now.
            self.profile = 0;
        } else {
            self.profile = beside(self.profile, self.checklist.parts().profiles.len() + 1);
        }
    }

    /// The text field of that name; `None` for what is chosen.
    fn field_of(&self, which: FormField) -> Option<&Field> {
        match which {
            FormField::Team => Some(&self.team),
            FormField::Checklist | FormField::Profile => None,
            FormField::Date => Some(&self.date),
            FormField::Assessors => Some(&self.assessors),
        }
    }

    /// To the next field (the previous one, `back`), around the end.
    fn next_field(&mut self, back: bool) {
        let mut around = self.fields().collect::<Vec<_>>();
        if back {
            around.reverse();
        }
        let here = around.iter().position(|which| *which == self.at).unwrap_or_default();
        self.at = around.into_iter().cycle().nth(here + 1).unwrap_or(FormField::Team);
    }

    /// Asks for the assessment that the form describes, or says what is wrong with it.
    fn start(&mut self, app: &mut App) -> Turn {
        match self.described(app.today) {
            Ok(assessment) => {
                let draft = Draft { assessment, checklist: Arc::clone(&self.checklist), named: self.named.clone() };
                let create = Effect::Create(Box::new(draft));
                Turn::with(keep_drafts(app).into_iter().chain([create]).collect())
            }
            Err((at, error)) => {
                (self.at, self.error) = (at, Some(error));
                Turn::stay()
            }
        }
    }

    /// The assessment that the form describes; else the field that is wrong, and what to do about it.
    fn described(&self, today: Date) -> Result<Assessment, (FormField, Text)> {
        let typed = self.date.text();
        let date = date::parse(&typed, today).ok_or_else(|| (FormField::Date, say::bad_date(typed.trim())))?;
        let team = one_line(&self.team.text());
        let from = self.from.as_ref().map(|from| &from.assessment);
        // A profile that the checklist does not have any more is not taken away by a form that cannot show it.
        let unknown = from.and_then(|old| old.profile.as_ref()).is_some_and(|id| self.checklist.profile(id).is_none());
        let chosen = self.chosen().map(Id::as_str);
        let profile = if unknown && chosen.is_none() { Staffing::AsBefore } else { Staffing::Profile(chosen) };
        let wanted = Wanted { team: &team, date, profile, assessors: Some(start::names(&self.assessors.text())), from };
        start::start(&self.checklist, &wanted).map_err(|refused| match refused {
            Refused::NotLater(old) => (FormField::Date, say::not_later(old)),
            Refused::OtherTeam(old) => (FormField::Team, say::same_team(one_line(&old))),
            // The form offers the checklist's own profiles alone.
            Refused::NoProfile(id) => (FormField::Profile, Text::plain(id)),
        })
    }

    /// What stands above the fields.
    fn head(&self, lang: Lang, roomy: bool) -> Document<'_> {
        let mut page = Document::default();
        let title = if self.from.is_some() { say::form_carry_title(lang) } else { say::context_form(lang) };
        page.push(Line::ours("opsladder").and_ours(title).meaning(Meaning::Title));
        if let Some(from) = self.from.as_ref().map(|from| &from.assessment) {
            page.push(Line::said(&say::form_carries(lang, quote(&from.team), from.date)));
        }
        if roomy {
            let parts = self.checklist.parts();
            page.push(Line::theirs(parts.title.get(lang)).meaning(Meaning::Muted));
            let summary = parts.summary.as_ref();
            page.blocks.extend(summary.map(|text| Line::theirs(text.get(lang)).meaning(Meaning::Muted).into()));
            page.push(Block::Space);
        }
        page
    }

    /// What stands below a field: for the one under the cursor what is wrong with it, or what belongs into it.
    fn below(&self, which: FormField, lang: Lang) -> Document<'_> {
        let mut page = Document::default();
        if which != self.at {
            return page;
        }
        match (which, self.chosen().and_then(|id| self.checklist.profile(id))) {
            (FormField::Profile, None) => page.push(Line::ours(say::form_no_profile_means(lang))),
            (FormField::Profile, Some(profile)) => {
                let teams = profile.teams.iter().map(|team| {
                    let role = |id| self.checklist.role(id).map(|role| quote(role.title.get(lang)));
                    let roles: Vec<String> = team.roles.iter().filter_map(role).collect();
                    Fact::new(team.title.get(lang), Line::said(&roles.join(say::comma(lang))))
                });
                page.push(Facts::new(teams.collect()));
            }
            (FormField::Team | FormField::Checklist | FormField::Date | FormField::Assessors, _) => {}
        }
        // What is wrong stands where the eye is, and is seen on the smallest screen.
        page.push(match &self.error {
            Some(error) => Line::said(&quote(error.get(lang))).meaning(Meaning::Error),
            None => Line::ours(which.hint(lang)).meaning(Meaning::Muted),
        });
        page
    }
}

impl Screen for Form {
    fn context(&self) -> Context {
        Context::Form
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        match asked {
            Action::NextField => self.next_field(false),
            Action::PreviousField => self.next_field(true),
            Action::Left => self.choose(true),
            Action::Right => self.choose(false),
            Action::Accept if self.at != FormField::Assessors => self.next_field(false),
            Action::Accept | Action::Done => return self.start(app),
            _ => {}
        }
        Turn::stay()
    }

    fn chooses(&self) -> bool {
        matches!(self.at, FormField::Checklist | FormField::Profile)
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.at {
            FormField::Team => Some(&mut self.team),
            FormField::Checklist | FormField::Profile => None,
            FormField::Date => Some(&mut self.date),
            FormField::Assessors => Some(&mut self.assessors),
        }
    }

    fn typed(&mut self) {
        self.error = None;
    }

    fn hear(&mut self, outcome: Outcome, _app: &mut App) -> Option<Outcome> {
        match outcome {
            Outcome::Refused(field, why) => (self.at, self.error) = (field, Some(why)),
            Outcome::Failed(error) => self.error = Some(error.what().clone()),
            other => return Some(other),
        }
        None
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.at = self.fields().nth(row).unwrap_or(self.at);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let cells = text_width(area);
        let laid = |document: &Document<'_>, indent: usize| {
            Sheet::of(document, app.paper(cells.saturating_sub(indent).max(2))).indented(indent)
        };
        let mut sheet = laid(&self.head(lang, area.height > 14), 0);
        let mut typed: Vec<(FormField, usize, usize, &Field)> = Vec::new();
        let mut begins = Vec::new();
        for which in self.fields() {
            begins.push(sheet.height());
            let here = which == self.at;
            let label = format!("{} {}{}", if here { ">" } else { " " }, which.label(lang), say::colon(lang));
            let mut page = Document::default();
            let line = Line::ours(label.as_str()).meaning(if here { Meaning::Title } else { Meaning::Muted });
            page.push(Block::Verbatim(if let Some(field) = self.field_of(which) {
                typed.push((which, sheet.height(), width(&label), field));
                line
            } else {
                let profile = self.chosen().and_then(|id| self.checklist.profile(id));
                let title = match which {
                    FormField::Checklist => self.checklist.parts().title.get(lang),
                    _ => profile.map_or(say::form_no_profile(lang), |profile| profile.title.get(lang)),
                };
                line.then_theirs(title).meaning_of_last(Meaning::Body)
            }));
            sheet.append(laid(&page, 0));
            sheet.append(laid(&self.below(which, lang), 4));
        }
        let mut foot = Document::default();
        foot.push(Line::said(&say::form_saved_under(lang, quote(&app.store))).meaning(Meaning::Muted));
        if app.layers.iter().any(|layer| matches!(layer, Layer::Home(home) if home.is_empty())) {
            foot.push(Line::ours(say::form_or_sample(lang)).meaning(Meaning::Muted));
        }
        sheet.blank();
        sheet.append(laid(&foot, 0));
        // The field that is typed in stays on the screen, however low that is.
        let here = typed.iter().find(|(which, ..)| *which == self.at).map_or(0, |(_, line, ..)| *line);
        let scroll = here.saturating_sub(usize::from(area.height).saturating_sub(3));
        reader::draw(&sheet, None, scroll, app.theme, area, buffer);
        let seen = begins.into_iter().map(|line| line.checked_sub(scroll)).enumerate();
        seen.for_each(|(nth, row)| row.into_iter().for_each(|row| app.mouse.mark(line_of(area, row), Spot::Row(nth))));
        let mut cursor = None;
        for (which, line, left, field) in typed {
            let Some(row) = line.checked_sub(scroll).filter(|row| *row < usize::from(area.height)) else { continue };
            let left = u16::try_from(left).unwrap_or(u16::MAX).min(area.width);
            let y = area.y + u16::try_from(row).unwrap_or_default();
            let room = Rect { x: area.x + left, y, width: area.width - left, height: 1 };
            let drawn = field.draw(room, buffer);
            if which == self.at {
                cursor = drawn;
            }
        }
        cursor
    }
}
