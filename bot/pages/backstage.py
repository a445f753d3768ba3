"""What the pages show and move, and the parts behind them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.order_desk import OrderDesk
from orders.delivery import OutboxEntry
from runtime.storage.port import Store
from runtime.tokens import Token


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One schedule as Temporal knows it; `every` is in words, times are ISO."""

    name: str
    every: str
    paused: bool
    note: str = ""
    runs: int = 0
    last: str = ""
    next: str = ""
    minutes: str = ""
    """The interval, where it has one."""
    hour: str = ""
    zone: str = ""
    """The hour of the day and its time zone, where it runs once a day."""


@dataclass(frozen=True, slots=True)
class Move:
    """What an operator does to a schedule: pause, resume, trigger, backfill some hours, change."""

    name: str
    verb: str
    hours: float = 0
    by: str = ""
    rhythm: Mapping[str, str] = field(default_factory=dict)
    """What a change sets, as typed: `every` in minutes, `hour`, `zone`; nothing resets all three."""


@dataclass(frozen=True, slots=True)
class Backstage:
    """The pages' dependencies; the functions are those that the commands use as well."""

    store: Store
    orders: OrderDesk
    tenant_id: str
    tokens: tuple[Token, ...]
    temporal_pages: str
    """Where Temporal shows the workflows of this namespace."""
    now: Callable[[], datetime]
    name_of: Callable[[str], str]
    """A person's name by object id; the id where the roles file names nobody."""
    schedules: Callable[[], Awaitable[Sequence[ScheduleRow]]]
    move: Callable[[Move], Awaitable[None]]
    dead: Callable[[], Awaitable[Sequence[OutboxEntry]]]
    replay: Callable[[str, str], Awaitable[int]]
    """Send one event of one subscriber again; says how many were found."""
    waiting: Callable[[], Awaitable[Sequence[str] | None]]
    """Ids of the orders in line for the books, the first in front; None where nobody can say."""


BACKSTAGE = web.AppKey("backstage", Backstage)
"""Where the running site keeps it."""
