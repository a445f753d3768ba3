"""Everything that happened, numbered, for long-poll and live pages."""

import asyncio
import itertools
from typing import Any

Json = dict[str, Any]


class Journal:
    """An append-only list of entries `{n, at, kind, ...}`; `n` starts at 1 and has no gaps."""

    def __init__(self) -> None:
        self.entries: list[Json] = []
        self._numbers = itertools.count(1)
        self._news = asyncio.Event()

    def note(self, kind: str, at: str, **facts: Any) -> Json:
        """Add an entry and wake everyone who waits."""
        entry: Json = {"n": next(self._numbers), "at": at, "kind": kind, **facts}
        self.entries.append(entry)
        self._news.set()
        self._news = asyncio.Event()
        return entry

    def since(self, number: int) -> list[Json]:
        """The entries after entry `number`."""
        return self.entries[max(number, 0) :]

    async def wait(self, number: int, seconds: float) -> list[Json]:
        """The entries after `number`, waiting up to `seconds` for the first of them."""
        news = self._news
        if not self.since(number) and seconds > 0:
            try:
                await asyncio.wait_for(news.wait(), seconds)
            except TimeoutError:
                return []
        return self.since(number)
