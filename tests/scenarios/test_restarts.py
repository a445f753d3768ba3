"""Worker and Temporal die again and again, or stay away, while people go on working.

By hand, as often and as long as a bad day: ``F03_RESTARTS=30 F06_KILLS=20 F07_SECONDS=600
RESTART_ORDERS=20 ./desk test tests/scenarios/test_restarts.py -s``.
"""

import asyncio
import os

import pytest

from support.breaking import without
from support.facts import eventually, orders_named
from support.road import Road, Walk, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

RESTARTS = int(os.environ.get("F03_RESTARTS", "2"))
KILLS = int(os.environ.get("F06_KILLS", "3"))
AWAY = int(os.environ.get("F07_SECONDS", "5"))
ORDERS = int(os.environ.get("RESTART_ORDERS", "3"))
BETWEEN = 3
"""Seconds a part lives before it dies again."""


async def test_f03_workers_restarted_again_and_again_under_load_fail_no_workflow(frail: Road):
    """Naive: an order whose step died with its worker is given up."""
    await under_way(frail, "worker", RESTARTS)


async def test_f06_temporal_killed_again_and_again_under_way_loses_nothing(frail: Road):
    """Naive: what only a process remembers is gone; here each order is in Temporal's own file."""
    await under_way(frail, "temporal", KILLS)


async def test_f07_what_is_acknowledged_while_temporal_is_away_is_not_lost(frail: Road):
    """Naive: an upload is answered with thanks and forgotten, a click with silence."""
    held = await frail.drop()
    card = await held.to_approval()
    async with without(frail, "temporal"):
        walk = await frail.drop()
        assert walk.sent["status"] == 200
        answer = await frail.chat.click("omid", card, "approve")
        await asyncio.sleep(AWAY)
        told = await frail.http.get(f"{frail.stack.teams_url}/api/people/sara/messages")
    assert "the order starts by itself" in told.text
    assert "try again" in plain(str(answer)), answer
    await walk.offers("submit")
    assert await held.drafts() == []
    await persistently(held, ("approve", "omid"))
    assert len(await held.drafts()) == 1


async def under_way(road: Road, part: str, times: int) -> None:
    """Orders walk to their drafts while this part is killed so many times."""
    walks = [await road.drop() for _ in range(ORDERS)]
    for walk in walks:
        walk.pause, walk.patience = 1.0, 150 + 10 * times
    clicks = (("submit", "sara"), ("approve", "omid"))
    on_the_way = asyncio.gather(*(persistently(walk, *clicks) for walk in walks))
    for _ in range(times):
        await asyncio.sleep(BETWEEN)
        async with without(road, part):
            pass
    await on_the_way
    for walk in walks:
        assert len(await walk.drafts()) == 1
    await eventually(
        lambda: {status for walk in walks for *_, status in orders_named(road, walk.name)},
        lambda found: found == {"completed"},
    )


async def persistently(walk: Walk, *clicks: tuple[str, str]) -> None:
    """To a draft, pressing again what did not get through."""
    for verb, who in clicks:
        await walk.press(verb, who)
        while True:
            await asyncio.sleep(3)
            card = await walk.card(who)
            if card is None or verb not in card.verbs:
                break
            await walk.road.chat.click(who, card, verb)
    await walk.says("SO-")
