"""How often the schedules run: as set, or as an operator changed it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from orders.errors import SettingsError
from runtime.settings import CatalogueSettings
from runtime.storage.dealings import LaneLog
from workflows.schedules import Rhythm

SWITCH = "schedules"
"""The switch in the store that holds an operator's change; empty while the settings count."""
_LEAST, _MOST = 1.0, 1440.0
_MINUTE = 60
_HOURS = 24


def rhythm_of(settings: CatalogueSettings) -> Rhythm:
    """The settings as the rhythm of the schedules."""
    every = timedelta(minutes=settings.sync_minutes)
    return Rhythm(every, settings.full_hour, settings.time_zone)


async def rhythm_now(store: LaneLog, settings: CatalogueSettings) -> Rhythm:
    """The rhythm in force. A worker that starts keeps to it, so a change outlives the worker."""
    kept = dict(one.split("=", 1) for one in (await store.switch(SWITCH)).split() if "=" in one)
    return changed(rhythm_of(settings), kept)


def changed(rhythm: Rhythm, wanted: Mapping[str, str]) -> Rhythm:
    """The rhythm with what was typed of `every` (minutes), `hour` and `zone`; empty stays as it is.

    Raises:
        SettingsError: it is no rhythm; says what would be.
    """
    every, hour, zone = (wanted.get(name, "").strip() for name in ("every", "hour", "zone"))
    if every:
        rhythm = replace(rhythm, every=timedelta(minutes=_minutes(every)))
    if hour:
        rhythm = replace(rhythm, full_hour=_hour(hour))
    return replace(rhythm, time_zone=_zone(zone)) if zone else rhythm


async def keep_rhythm(store: LaneLog, rhythm: Rhythm | None) -> None:
    """Remember an operator's rhythm; None lets the settings count again."""
    told = "" if rhythm is None else " ".join(f"{name}={value}" for name, value in words(rhythm))
    await store.set_switch(SWITCH, told)


def words(rhythm: Rhythm) -> tuple[tuple[str, str], ...]:
    """The rhythm as it is typed, and as the audit has it."""
    minutes = rhythm.every.total_seconds() / _MINUTE
    return (
        ("every", f"{minutes:g}"),
        ("hour", str(rhythm.full_hour)),
        ("zone", rhythm.time_zone),
    )


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0
    if not _LEAST <= minutes <= _MOST:
        raise SettingsError(f"The interval is a number of minutes from {_LEAST:g} to {_MOST:g}.")
    return minutes


def _hour(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < _HOURS):
        raise SettingsError("The hour is a whole number from 0 to 23.")
    return int(text)


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(f"There is no time zone {text}; one is Asia/Tehran.") from None
