"""Random faults of the books and restarts of every part at once: one draft per order.

By hand, five hundred schedules and eighty restarts:
``DESK_ZOHO_TIMEOUT_SECONDS=1 ROAD_SCHEDULES=500 ./desk test tests/scenarios/test_schedules.py -o timeout=0 -s``.
"""

import asyncio
import os
import random
import sys
import time
from contextlib import suppress

import httpx
import pytest

from support.breaking import start
from support.crowd import PARTS, Crowd, restart_all
from support.road import Road

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCHEDULES = int(os.environ.get("ROAD_SCHEDULES", "3"))
AT_ONCE = int(os.environ.get("ROAD_AT_ONCE", "25"))
SEED = int(os.environ.get("ROAD_SEED", "20261129"))
FAULTS = (
    "500", "503", "429/44", "429/45", "429/1070", "200_with_nonzero_code", "expired_token",
    "unauthorized", "slow", "drop_before", "malformed_json", "empty_body", "commit_late",
    "drop_after_commit", "commit_then_reset", "commit_then_cut", "commit_then_hang",
    "commit_then_500", "search_lag", "ignored_filter", "stale_page", "missing_id", "wrong_customer",
)  # fmt: skip
CREATES = r"^/books/v3/salesorders$"
MOST = 4
LIMIT = 60.0
"""Seconds until a round must be over, and twenty more for each of its orders."""


async def test_any_mixture_of_faults_and_restarts_makes_one_draft_per_order(frail: Road):
    """Worker, bot, Temporal and books each die once in every round, whatever they are doing."""
    # Hundreds of orders of one person would be past what Teams lets a bot write into one chat.
    await frail.teams("/__fake/settings", {"limits": SCHEDULES <= AT_ONCE})
    dice = random.Random(SEED)  # noqa: S311 - the same dice on every run
    began, done = time.monotonic(), 0
    while done < SCHEDULES:
        crowd = Crowd(frail)
        await crowd.drop(min(AT_ONCE, SCHEDULES - done))
        await _weather(frail, dice, len(crowd.walks))
        within = 1.0 + len(crowd.walks) / 10
        limit = LIMIT + 20 * len(crowd.walks)
        generous = asyncio.create_task(_allow(frail))
        try:
            await asyncio.gather(crowd.until_drafted(limit), restart_all(frail, dice, within))
        finally:
            generous.cancel()
            for part in PARTS:
                await start(frail, part)
            await frail.heal_books()
        done += len(crowd.walks)
        drafts = await frail.drafts()
        held = [one["reference_number"] for one in drafts]
        assert [held.count(walk.po_number) for walk in crowd.walks] == [1] * len(crowd.walks)
        told = f"{done} schedules, {len(drafts)} drafts, {time.monotonic() - began:.0f} s"
        sys.stdout.write(f"{told}\n")


async def _allow(road: Road) -> None:
    """Let the books take as many calls as there are, again after each of their restarts.

    Hundreds of orders are more than they take in some minutes and in a day; being refused for that
    is a test of its own, and here it only takes time.
    """
    url = f"{road.stack.books_url}/__fake/limits"
    while True:
        with suppress(httpx.HTTPError):
            await road.http.post(url, json={"minute": 1_000_000, "day": 1_000_000})
        await asyncio.sleep(1)


async def _weather(road: Road, dice: random.Random, orders: int) -> None:
    """Up to four faults for each order, at any call or at one that may create."""
    for _ in range(orders):
        for _ in range(dice.randint(1, MOST)):
            kind = dice.choice(FAULTS)
            more = {"retry_after": 1} if kind.startswith("429") else {}
            more |= {"hang_up": True} if kind == "commit_late" else {}
            more |= {"path": CREATES} if dice.random() < 0.5 else {}
            seconds = dice.uniform(0.1, 0.8)
            await road.books_fault(kind, skip=dice.randint(0, 5 * orders), seconds=seconds, **more)
