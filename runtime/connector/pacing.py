"""One write at a time per conversation, inside Teams' send windows."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from orders.errors import ChatUnavailable

WINDOWS = ((7, 1.0), (60, 30.0), (1800, 3600.0))
"""How many sends one conversation takes in how many seconds (learn: bots, rate-limit)."""
CROWDED = ((30, 30.0), (1000, 3600.0))
"""From here on what can be left out is left out, so that the rest still fits the windows."""
PATIENCE = 10.0
"""Longest wait for a window, in seconds; beyond it the caller comes back later."""
_LANES = 10_000

Sleep = Callable[[float], Awaitable[object]]


@dataclass(slots=True)
class Lane:
    """One conversation: its lock and when it was last written to (monotonic seconds)."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    closed_until: float = 0.0
    """Teams wants no write before."""
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=max(n for n, _ in WINDOWS)))


class Pacing:
    """Keeps writes to one conversation apart. Conversations do not wait for each other."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lanes: OrderedDict[str, Lane] = OrderedDict()

    @asynccontextmanager
    async def alone(self, conversation: str) -> AsyncIterator[Lane]:
        """Hold the conversation, so that nobody else of this process writes to it."""
        lane = self._lane(conversation)
        async with lane.lock:
            yield lane

    async def step(self, lane: Lane) -> None:
        """Wait until one more write fits the windows, and count it.

        Raises:
            ChatUnavailable: the wait would be longer than `PATIENCE`.
        """
        wait = self.wait_of(lane)
        if wait > PATIENCE:
            raise ChatUnavailable(
                "This conversation has had its messages for now.",
                retry_after=timedelta(seconds=wait),
            )
        if wait > 0:
            await self._sleep(wait)
        lane.sent.append(self._clock())

    def wait_of(self, lane: Lane) -> float:
        """Seconds until one more write fits every window."""
        now = self._clock()
        waits = [lane.sent[-most] + span - now for most, span in WINDOWS if len(lane.sent) >= most]
        return max([0.0, lane.closed_until - now, *waits])

    def close(self, lane: Lane, seconds: float) -> None:
        """Teams asks for no more writes so long."""
        lane.closed_until = self._clock() + seconds

    def crowded(self, conversation: str) -> bool:
        """Whether this conversation has had so much that only what matters should follow."""
        now, sent = self._clock(), self._lane(conversation).sent
        return any(len(sent) >= most and sent[-most] > now - span for most, span in CROWDED)

    def _lane(self, conversation: str) -> Lane:
        lane = self._lanes.setdefault(conversation, Lane())
        self._lanes.move_to_end(conversation)
        while len(self._lanes) > _LANES and not next(iter(self._lanes.values())).lock.locked():
            self._lanes.popitem(last=False)
        return lane
