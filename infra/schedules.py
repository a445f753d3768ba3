"""Schedules in Temporal: put in place, and operated by people."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

import structlog
from rich.console import Console
from rich.table import Table
from temporalio.client import (
    Client,
    Schedule,
    ScheduleAlreadyRunningError,
    ScheduleBackfill,
    ScheduleDescription,
    ScheduleHandle,
    ScheduleOverlapPolicy,
    ScheduleUpdate,
    ScheduleUpdateInput,
)
from temporalio.service import RPCError

from bot.pages.backstage import ScheduleRow
from infra.rhythm import changed, keep_rhythm, rhythm_now, rhythm_of, words
from infra.store import opened_trail
from orders.errors import SettingsError
from runtime.codec import data_converter, parse_keyring
from runtime.settings import CatalogueSettings, TemporalSettings, load_group
from runtime.storage.dealings import LaneLog
from runtime.temporal import connect
from runtime.trail import Trail
from workflows.schedules import Rhythm, schedules

_log = structlog.get_logger(__name__)


async def put_schedules(client: Client, rhythm: Rhythm, task_queue: str) -> None:
    """Put the schedules in place; where Temporal refuses, a worker that finds the copy late renews it."""
    try:
        await ensure_schedules(client, rhythm, task_queue)
    except RPCError as error:
        _log.error("schedules.refused", alert=True, problem=error.message)


async def ensure_schedules(client: Client, rhythm: Rhythm, task_queue: str) -> None:
    """Create what is missing and give the rest today's rhythm; paused ones stay paused.

    A schedule that was just made runs once at once, so that there is a copy from the start.
    """
    for name, wanted in schedules(rhythm, task_queue).items():
        try:
            await client.create_schedule(name, wanted, trigger_immediately=True)
        except ScheduleAlreadyRunningError:
            await client.get_schedule_handle(name).update(_keep_state(wanted))


def _keep_state(wanted: Schedule) -> Callable[[ScheduleUpdateInput], ScheduleUpdate]:
    def update(found: ScheduleUpdateInput) -> ScheduleUpdate:
        wanted.state = found.description.schedule.state
        return ScheduleUpdate(schedule=wanted)

    return update


@dataclass(frozen=True, slots=True)
class Desk:
    """A connection, and the names of this desk's schedules."""

    client: Client
    prefix: str
    names: tuple[str, ...]

    def handles(self, name: str) -> list[ScheduleHandle]:
        """The named schedule (with or without the desk's prefix), or all of them."""
        wanted = [one for one in self.names if name in ("", one, one.removeprefix(self.prefix))]
        if not wanted:
            raise SettingsError(f"There is no schedule {name}; there are: {', '.join(self.names)}.")
        return [self.client.get_schedule_handle(one) for one in wanted]


async def rows_of(desk: Desk) -> list[ScheduleRow]:
    """What each schedule does, whether it is paused, its last and next runs."""
    return [_row(handle.id, await handle.describe()) for handle in desk.handles("")]


def _row(name: str, told: ScheduleDescription) -> ScheduleRow:
    runs, coming, spec = told.info.recent_actions, told.info.next_action_times, told.schedule.spec
    minutes = [f"{one.every.total_seconds() / 60:g} min" for one in spec.intervals]
    zone = spec.time_zone_name or "UTC"
    hours = [f"{one.hour[0].start:02d}:00 {zone}" for one in spec.calendars]
    return ScheduleRow(
        name=name,
        every=", ".join([*minutes, *hours]),
        paused=told.schedule.state.paused,
        note=told.schedule.state.note or "",
        runs=told.info.num_actions,
        last=runs[-1].started_at.isoformat() if runs else "",
        next=coming[0].isoformat() if coming else "",
        minutes=minutes[0].removesuffix(" min") if minutes else "",
        hour=str(spec.calendars[0].hour[0].start) if spec.calendars else "",
        zone=zone if spec.calendars else "",
    )


async def move_schedule(
    desk: Desk, name: str, verb: str, *, note: str = "", hours: float = 0
) -> list[str]:
    """Pause, resume, trigger or backfill one schedule, or all of them; says which.

    A backfill runs what was missed in the last hours, one after the other.
    """
    handles = desk.handles(name)
    for handle in handles:
        if verb == "pause":
            await handle.pause(note=note or None)
        elif verb == "resume":
            await handle.unpause(note=note or None)
        elif verb == "backfill":
            now, overlap = datetime.now(UTC), ScheduleOverlapPolicy.BUFFER_ONE
            await handle.backfill(ScheduleBackfill(now - timedelta(hours=hours), now, overlap))
        else:
            await handle.trigger(overlap=ScheduleOverlapPolicy.BUFFER_ONE)
    return [handle.id for handle in handles]


async def change_rhythm(
    desk: Desk, store: LaneLog, settings: CatalogueSettings, wanted: Mapping[str, str]
) -> Rhythm:
    """Give the schedules another rhythm, from now on and for workers that start later.

    Empty words stay as they are; nothing but empty ones lets the settings count again.

    Raises:
        SettingsError: it is no rhythm.
    """
    typed = any(one.strip() for one in wanted.values())
    rhythm = changed(await rhythm_now(store, settings), wanted) if typed else rhythm_of(settings)
    await keep_rhythm(store, rhythm if typed else None)
    await ensure_schedules(desk.client, rhythm, desk.prefix.removesuffix("-"))
    return rhythm


async def list_schedules(console: Console, *, compact: bool) -> int:
    """What each schedule does, whether it is paused, its last and next runs."""
    async with _desk() as desk:
        rows = await rows_of(desk)
    if compact:
        print(json.dumps([{"schedule": row.name, **asdict(row)} for row in rows]))
        return 0
    table = Table("schedule", "every", "state", "runs", "last", "next", "note", box=None)
    table.columns[0].no_wrap = True
    for row in rows:
        state = "paused" if row.paused else "running"
        texts = (row.name, row.every, state, row.runs, row.last, row.next, row.note)
        table.add_row(*map(str, texts))
    console.print(table, markup=False)
    return 0


async def change_schedule(console: Console, name: str, verb: str, note: str = "") -> int:
    """Pause, resume or trigger one schedule, or all of them."""
    async with _desk() as desk, opened_trail() as (trail, who):
        await _note(trail, who, verb, desk.handles(name), **({"note": note} if note else {}))
        for one in await move_schedule(desk, name, verb, note=note):
            console.print(f"{one}: {verb}", markup=False, highlight=False)
    return 0


async def backfill_schedule(console: Console, name: str, hours: float) -> int:
    """Run what was missed in the last hours, one after the other."""
    async with _desk() as desk, opened_trail() as (trail, who):
        await _note(trail, who, "backfill", desk.handles(name), hours=f"{hours:g}")
        for one in await move_schedule(desk, name, "backfill", hours=hours):
            console.print(f"{one}: backfill of {hours:g} h", markup=False, highlight=False)
    return 0


async def set_rhythm(console: Console, wanted: Mapping[str, str]) -> int:
    """Change how often the schedules run, or let the settings count again."""
    settings = load_group(CatalogueSettings)
    async with _desk() as desk, opened_trail() as (trail, who):
        changed(rhythm_of(settings), wanted)
        typed = {name: value for name, value in wanted.items() if value}
        await _note(trail, who, "change", desk.handles(""), **typed or {"reset": "yes"})
        rhythm = await change_rhythm(desk, trail.store, settings, wanted)
    told = dict(words(rhythm))
    text = f"changes every {told['every']} min, all of it at {told['hour']}:00 {told['zone']}"
    console.print(text, markup=False, highlight=False)
    return 0


async def _note(
    trail: Trail, who: str, verb: str, handles: list[ScheduleHandle], **facts: str
) -> None:
    for handle in handles:
        await trail.note(who, f"ops.schedule_{verb}", schedule=handle.id, **facts)


@asynccontextmanager
async def _desk() -> AsyncIterator[Desk]:
    temporal = load_group(TemporalSettings)
    ring = parse_keyring(temporal.keyring.get_secret_value())
    client = await connect(temporal, data_converter(ring), [])
    rhythm = rhythm_of(load_group(CatalogueSettings))
    try:
        yield Desk(client, f"{temporal.task_queue}-", tuple(schedules(rhythm, temporal.task_queue)))
    except RPCError as error:
        raise SettingsError(f"Temporal refused: {error.message}") from None
