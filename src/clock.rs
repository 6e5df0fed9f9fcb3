//! The wall clock: today, and the time of day of a save. The domain never asks it.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The moment in the user's time zone.
///
/// Without `TZ` that zone is `/etc/localtime`, which holds all that is needed. jiff would look through the whole zone
/// database for the zone's name first, which costs a start as much as all the rest of it.
pub(crate) fn now() -> ZonedDateTime {
    let zone = match std::env::var_os("TZ") {
        None => std::fs::read("/etc/localtime").ok().and_then(|bytes| TimeZone::tzif("Local", &bytes).ok()),
        Some(_) => None,
    };
    zone.map_or_else(ZonedDateTime::now, |zone| Timestamp::now().to_zoned_datetime(zone))
}
