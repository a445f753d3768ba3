"""How fast a bot may call the connector, as Teams counts it."""

import collections
import math
import time
from collections.abc import Callable

# Calls allowed per window in seconds: one bot in one thread, then one app in one tenant.
# Source: msteams-docs, bots/how-to/rate-limit.
WRITES = ((1, 7), (2, 8), (30, 60), (3600, 1800))
READS = ((1, 14), (2, 16), (30, 120), (3600, 3600))
TENANT = ((1, 50),)


class Limits:
    """Sliding windows per key; a refused call does not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._calls: dict[str, collections.deque[float]] = collections.defaultdict(
            collections.deque
        )

    def ask(self, *wanted: tuple[str, tuple[tuple[int, int], ...]]) -> int:
        """0 if the call may pass all wanted windows, else whole seconds to wait (at least 1)."""
        now = self._clock()
        wait = max(self._wait(key, windows, now) for key, windows in wanted)
        if wait > 0:
            return max(1, math.ceil(wait))
        for key, _windows in wanted:
            self._calls[key].append(now)
        return 0

    def _wait(self, key: str, windows: tuple[tuple[int, int], ...], now: float) -> float:
        calls = self._calls[key]
        while calls and calls[0] <= now - windows[-1][0]:
            calls.popleft()
        waits = [0.0]
        for seconds, allowed in windows:
            if len(calls) >= allowed and calls[-allowed] > now - seconds:
                waits.append(calls[-allowed] + seconds - now)
        return max(waits)
