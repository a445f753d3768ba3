"""What a running desk holds, read past its processes: rows, workflows, what was delivered."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from typing import Any, TypeVar

from temporalio.client import Client

from infra.chat import CardSeen
from infra.ports import LOOPBACK
from support.road import Json, Road, plain

T = TypeVar("T")


def rows(road: Road, query: str, *arguments: object) -> list[tuple[Any, ...]]:
    """What the database answers, read from its file."""
    path = road.stack.data_dir / "desk.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as database:
        return database.execute(query, arguments).fetchall()


def orders_named(road: Road, title: str) -> list[tuple[str, str, str]]:
    """Order id, code and status of every order of a file name, the oldest first."""
    query = "SELECT order_id, code, status FROM cases WHERE title = ? ORDER BY received_at"
    return rows(road, query, title)


def events_of(road: Road, code: str) -> list[str]:
    """The bodies of an order's audit records, in order."""
    query = (
        "SELECT body FROM audit WHERE order_id = (SELECT order_id FROM cases WHERE code = ?)"
        " ORDER BY seq"
    )
    return [str(body) for (body,) in rows(road, query, code)]


async def temporal(road: Road) -> Client:
    """A client that sees ids, never payloads."""
    return await Client.connect(f"{LOOPBACK}:{road.stack.ports.temporal}")


async def count_workflows(road: Road) -> int:
    """How many orders were ever started; the list lags a little behind."""
    await asyncio.sleep(1.5)
    client = await temporal(road)
    return (await client.count_workflows("WorkflowType = 'OrderWorkflow'")).count


async def redeliver(road: Road, activity: str, how: str = "same", who: str = "sara") -> Json:
    """Let Teams bring an activity once more, under the `same` id or a `new` one."""
    return await road.teams(f"/api/people/{who}/redeliver", {"activity": activity, "as": how})


async def said(road: Road, text: str, who: str = "sara") -> CardSeen:
    """The newest of a person's cards that says this."""

    async def found() -> list[CardSeen]:
        return [one for one in await road.chat.cards(who) if text in plain(one.text)]

    return (await eventually(found))[-1]


async def eventually(
    ask: Callable[[], T] | Callable[[], Coroutine[Any, Any, T]],
    holds: Callable[[T], bool] = bool,
    seconds: float = 60,
) -> T:
    """The first answer that holds."""
    answer: Any = None
    for _ in range(int(seconds / 0.2)):
        answer = ask()
        answer = await answer if asyncio.iscoroutine(answer) else answer
        if holds(answer):
            return answer
        await asyncio.sleep(0.2)
    raise AssertionError(f"still {answer}")
