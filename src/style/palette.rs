//! The colours of the themes, by their numbers among the 256 of a terminal.
//!
//! The first 16 are whatever the user's own palette makes of them, so their contrast is nobody's promise; those from 16 on
//! have the same red, green and blue everywhere, and the test below computes what they give on the backgrounds that they are
//! for. A terminal with fewer gets of the 16 what is far from its background in every usual palette: the bright ones on
//! black; red, magenta and blue on white, where green and yellow cannot be read; and none where the background is not
//! known.

/// The colours of one theme on one background; `None` is the terminal's own foreground.
#[derive(Debug)]
pub(super) struct Palette {
    /// Met, achieved, ready, on target.
    pub(super) met: Option<u8>,
    /// Begun, carried over; to look at.
    pub(super) partial: Option<u8>,
    /// Not met, missing; wrong.
    pub(super) blocked: Option<u8>,
    /// The names of keys.
    pub(super) key: Option<u8>,
    /// Of less weight.
    pub(super) muted: Option<u8>,
}

const fn palette(met: u8, partial: u8, blocked: u8, key: u8, muted: Option<u8>) -> Palette {
    Palette { met: Some(met), partial: Some(partial), blocked: Some(blocked), key: Some(key), muted }
}

/// No colour.
pub(super) const NONE: Palette = Palette { met: None, partial: None, blocked: None, key: None, muted: None };
/// On black and on what is nearly so.
pub(super) const DARK: Palette = palette(114, 179, 210, 80, Some(247));
/// On white and on what is nearly so.
pub(super) const LIGHT: Palette = palette(22, 94, 124, 25, Some(242));
/// On black and on white: as long as nobody knows which it is.
pub(super) const EITHER: Palette = palette(29, 163, 131, 63, Some(243));
/// On black, for eyes that need more contrast.
pub(super) const HIGH_ON_DARK: Palette = palette(120, 227, 217, 123, None);
/// On white, for eyes that need more contrast.
pub(super) const HIGH_ON_LIGHT: Palette = palette(22, 54, 88, 18, None);
/// Of 16 colours, on black.
pub(super) const FEW_ON_DARK: Palette = palette(10, 11, 9, 14, None);
/// Of 16 colours, on white.
pub(super) const FEW_ON_LIGHT: Palette = Palette { met: None, ..palette(0, 5, 1, 4, None) };

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use crate::settings::ThemeName;
    use crate::style::{Ground, Meaning, Theme};

    type Rgb = [u8; 3];

    const BLACK: Rgb = [0, 0, 0];
    const WHITE: Rgb = [0xff, 0xff, 0xff];
    const SOLARIZED_DARK: Rgb = [0x00, 0x2b, 0x36];
    const SOLARIZED_LIGHT: Rgb = [0xfd, 0xf6, 0xe3];

    /// What a terminal draws for a number: a cube of six steps each, then a ramp of greys.
    fn rgb(number: u8) -> Rgb {
        let step = |nth: u8| [0, 95, 135, 175, 215, 255][usize::from(nth % 6)];
        match number {
            0..16 => panic!("colour {number} is the user's own"),
            16..232 => [step((number - 16) / 36), step((number - 16) / 6), step(number - 16)],
            grey => [8 + 10 * (grey - 232); 3],
        }
    }

    /// The contrast of two colours, 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |colour: Rgb| {
            let [r, g, b] = colour.map(|channel| {
                let share = f64::from(channel) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Holds that everything that is coloured in a theme can be read on `grounds`.
    #[track_caller]
    fn hold(name: ThemeName, ground: Option<Ground>, least: f64, grounds: &[Rgb]) {
        let theme = Theme { ground, ..Theme::named(name) };
        let mut coloured = 0;
        for meaning in Meaning::ALL {
            let style = theme.style(meaning);
            assert_eq!(style.bg, None, "{name:?} {meaning:?}: the background is the terminal's own");
            let Some(colour) = style.fg else { continue };
            let Color::Indexed(number) = colour else { panic!("{name:?} {meaning:?} has {colour}") };
            coloured += 1;
            for ground in grounds {
                let found = contrast(rgb(number), *ground);
                assert!(found >= least, "{name:?} {meaning:?}, colour {number}: {found:.2} on {ground:02x?}");
            }
        }
        assert!(coloured >= 6, "{name:?} has colours");
    }

    #[test]
    fn contrast_is_what_the_guideline_says() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast([0x77; 3], WHITE) - 4.48).abs() < 0.01, "the best known grey that fails");
        assert_eq!((rgb(16), rgb(231), rgb(179), rgb(247)), (BLACK, WHITE, [0xd7, 0xaf, 0x5f], [0x9e; 3]));
    }

    #[test]
    fn every_text_can_be_read_on_the_backgrounds_that_its_theme_is_for() {
        for (name, ground) in [(ThemeName::Dark, None), (ThemeName::Auto, Some(Ground::Dark))] {
            hold(name, ground, 4.5, &[BLACK, SOLARIZED_DARK]);
        }
        for (name, ground) in [(ThemeName::Light, None), (ThemeName::Auto, Some(Ground::Light))] {
            hold(name, ground, 4.5, &[WHITE, SOLARIZED_LIGHT]);
        }
        hold(ThemeName::HighContrast, Some(Ground::Dark), 7.0, &[BLACK, SOLARIZED_DARK]);
        hold(ThemeName::HighContrast, Some(Ground::Light), 7.0, &[WHITE, SOLARIZED_LIGHT]);
    }

    #[test]
    fn until_the_background_is_known_every_text_can_be_read_on_black_and_on_white() {
        hold(ThemeName::Auto, None, 4.5, &[BLACK, WHITE]);
        // Nothing reaches 4.5 on all four at once.
        hold(ThemeName::Auto, None, 3.0, &[SOLARIZED_DARK, SOLARIZED_LIGHT]);
        for meaning in Meaning::ALL {
            assert_eq!(Theme::named(ThemeName::HighContrast).style(meaning).fg, None, "no colour reaches 7 on both");
        }
    }

    #[test]
    fn with_sixteen_colours_a_theme_takes_none_that_could_be_the_background_s() {
        let numbers = |name, ground| {
            let theme = Theme { ground, many: false, ..Theme::named(name) };
            Meaning::ALL.map(|meaning| theme.style(meaning).fg).into_iter().flatten().collect::<Vec<Color>>()
        };
        let bright = |colour: &Color| matches!(colour, Color::Indexed(9..=15));
        assert!(numbers(ThemeName::Dark, None).iter().all(bright));
        let deep = |colour: &Color| matches!(colour, Color::Indexed(1 | 4 | 5));
        assert!(numbers(ThemeName::Light, None).iter().all(deep));
        assert_eq!(numbers(ThemeName::Auto, None), []);
        assert!(!numbers(ThemeName::HighContrast, Some(Ground::Dark)).is_empty());
    }
}
