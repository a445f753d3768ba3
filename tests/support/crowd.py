"""Many orders at once, driven to their drafts by two people who press what is offered."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import httpx

from infra.chat import CardSeen
from support.breaking import without
from support.facts import rows
from support.road import Road, Walk

PRESSED = (("sara", ("resume", "submit")), ("omid", ("approve",)))
"""Who presses what as soon as a card offers it."""
AGAIN = 6.0
"""Seconds until a button that is still there is pressed again."""
PARTS = ("worker", "bot", "temporal", "books")


@dataclass(slots=True)
class Crowd:
    """Orders on their way together, and when which button was pressed last.

    `since` names each person's newest card when the first file was dropped: older ones are over.
    """

    road: Road
    people: Sequence[tuple[str, Sequence[str]]] = PRESSED
    walks: list[Walk] = field(default_factory=list)
    pressed: dict[tuple[str, str], float] = field(default_factory=dict)
    since: dict[str, str] = field(default_factory=dict)

    async def drop(self, count: int) -> None:
        """Drop so many files more, one after the other."""
        for who, _ in self.people if not self.walks else ():
            cards = await self.road.chat.cards(who)
            self.since[who] = cards[-1].message if cards else "0"
        self.walks += [await self.road.drop() for _ in range(count)]

    async def until_drafted(self, seconds: float) -> None:
        """Press whatever is offered until every order is completed."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while left := self.left():
            assert loop.time() < end, f"not completed: {left}"
            with suppress(httpx.HTTPError, ValueError):
                await self._press_all({code for code, _ in left.values()}, loop.time())
            await asyncio.sleep(1)

    def left(self) -> dict[str, tuple[str, str]]:
        """Code and status by file name of every order that is not completed yet."""
        names = [walk.name for walk in self.walks]
        marks = ",".join("?" * len(names))
        query = f"SELECT title, code, status FROM cases WHERE title IN ({marks})"  # noqa: S608 - marks only
        found = {title: (code, status) for title, code, status in rows(self.road, query, *names)}
        return {
            name: found.get(name, ("", "unknown"))
            for name in names
            if name not in found or found[name][1] != "completed"
        }

    async def _press_all(self, codes: set[str], now: float) -> None:
        for who, verbs in self.people:
            newest = {one.order: one for one in await self.road.chat.cards(who, self.since[who])}
            for code in codes & set(newest):
                await self._press(who, newest[code], verbs, now)

    async def _press(self, who: str, card: CardSeen, verbs: Sequence[str], now: float) -> None:
        verb = next((one for one in verbs if one in card.verbs), "")
        key = (card.message, verb)
        if verb and now - self.pressed.get(key, -AGAIN) >= AGAIN:
            self.pressed[key] = now
            await self.road.chat.click(who, card, verb)


async def restart_all(road: Road, dice: random.Random, within: float) -> None:
    """Kill every part once, in any order, each at a moment of its own, and start it again."""
    for part in dice.sample(PARTS, len(PARTS)):
        await asyncio.sleep(dice.uniform(0, within))
        async with without(road, part):
            await asyncio.sleep(dice.uniform(0, 1))
