"""Everything that happened, numbered, for long-poll and live pages."""

import asyncio
from collections import deque
from itertools import islice
from typing import Any

Json = dict[str, Any]
KEPT = 20_000


class Journal:
    """The newest entries `{n, at, kind, ...}`; `n` starts at 1 and has no gaps."""

    def __init__(self) -> None:
        self.last = 0
        self._entries: deque[Json] = deque(maxlen=KEPT)
        self._news = asyncio.Event()

    def note(self, kind: str, at: str, **facts: Any) -> Json:
        """Add an entry and wake everyone who waits."""
        self.last += 1
        entry: Json = {"n": self.last, "at": at, "kind": kind, **facts}
        self._entries.append(entry)
        self._news.set()
        self._news = asyncio.Event()
        return entry

    def since(self, number: int) -> list[Json]:
        """The entries after entry `number`, as far as they are kept."""
        gone = self.last - len(self._entries)
        return list(islice(self._entries, max(number - gone, 0), None))

    async def wait(self, number: int, seconds: float) -> list[Json]:
        """The entries after `number`, waiting up to `seconds` for the first of them."""
        news = self._news
        if number >= self.last and seconds > 0:
            try:
                await asyncio.wait_for(news.wait(), seconds)
            except TimeoutError:
                return []
        return self.since(number)
