"""When to leave Zoho Books alone: throttles, spent quotas, and outages."""

from collections.abc import Callable
from datetime import timedelta

from orders.errors import (
    BooksAccessDenied,
    BooksThrottled,
    BooksUnavailable,
    DeskError,
    OutcomeUnknown,
)

HOLD_FROM = timedelta(seconds=5)
"""Shorter pauses are only one call's affair; longer ones stop every call of this process."""
MOST_FAILURES = 5
FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
PROBE_SECONDS = 15.0


class Circuit:
    """Shut while the books want rest or are down; then half open: one call goes ahead of all others.

    What that call finds decides: an answer opens the circuit, another failure shuts it for longer.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin open. `clock` counts seconds."""
        self._clock = clock
        self._failures = 0
        self._shut_until = 0.0
        self._hurried = float("-inf")
        self._why: type[DeskError] = BooksUnavailable

    def enter(self) -> None:
        """Let a call pass, or raise why not and for how long."""
        left = self._shut_until - self._clock()
        if left > 0:
            raise self._why(retry_after=timedelta(seconds=left))
        if self._shut_until:
            self._shut_until = self._clock() + PROBE_SECONDS

    def half_open(self) -> None:
        """Let the next call pass whatever the weather: a person wants to try now.

        The first of many who press at once asks for them all: refused calls count as calls, and a
        hundred of them would keep the books shut.
        """
        now = self._clock()
        if self._shut_until > now >= self._hurried + PROBE_SECONDS:
            self._hurried = self._shut_until = now

    def answered(self) -> None:
        """The books did their part, whatever they said."""
        self._failures, self._shut_until = 0, 0.0

    def failed(self, error: DeskError) -> None:
        """The books asked for rest, or did not answer."""
        pause = error.retry_after or timedelta(0)
        if isinstance(error, BooksUnavailable) and pause >= HOLD_FROM:
            self._shut(pause.total_seconds(), type(error))
        elif isinstance(error, BooksThrottled):
            return
        elif isinstance(error, BooksAccessDenied):
            # Each refusal costs a token, of which there are ten in ten minutes.
            self._count(BooksAccessDenied)
        elif isinstance(error, BooksUnavailable | OutcomeUnknown):
            self._count(BooksUnavailable)
        else:
            self.answered()

    def _count(self, why: type[DeskError]) -> None:
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            growth = 2 ** min(self._failures - MOST_FAILURES, 8)
            self._shut(min(LONGEST_PAUSE, FIRST_PAUSE * growth), why)

    def _shut(self, seconds: float, why: type[DeskError]) -> None:
        self._shut_until = max(self._shut_until, self._clock() + seconds)
        self._why = why
