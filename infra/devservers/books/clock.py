"""Wall time that a test can push forward."""

import asyncio
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone


class Clock:
    """Real seconds since the epoch plus the seconds that were added."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        """Return the present moment in seconds since the epoch."""
        return time.time() + self._ahead

    def day(self) -> str:
        """Return the present day in UTC, ``YYYY-MM-DD``."""
        return datetime.fromtimestamp(self.now(), UTC).date().isoformat()

    def stamp(self, offset_minutes: int) -> str:
        """Return the present moment as Zoho writes it, ``2026-01-05T09:00:00+0330``."""
        zone = timezone(timedelta(minutes=offset_minutes))
        return datetime.fromtimestamp(self.now(), zone).strftime("%Y-%m-%dT%H:%M:%S%z")

    def advance(self, seconds: float) -> None:
        """Move on by some seconds and wake every sleeper."""
        self._ahead += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    def reach(self, moment: float) -> None:
        """Move on to a moment in seconds since the epoch, unless it has passed."""
        if moment > self.now():
            self.advance(moment - self.now())

    async def sleep(self, seconds: float) -> None:
        """Wait on this clock: real time passes, or someone advances it."""
        until = self.now() + seconds
        while (left := until - self.now()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), left)
