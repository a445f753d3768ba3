"""The limits of an organization: per minute, at once and per day."""

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from infra.devservers.books.clock import Clock
from infra.devservers.books.wire import Refusal

WINDOW = 60


@dataclass(slots=True, repr=False)
class Limits:
    """What one organization has used and may use."""

    clock: Clock
    minute: int
    in_flight: int
    day: int
    recent: dict[str, deque[float]] = field(default_factory=dict)
    working: Counter[str] = field(default_factory=Counter)
    spent: Counter[tuple[str, str]] = field(default_factory=Counter)

    @contextmanager
    def slot(self, organization: str) -> Iterator[None]:
        """Hold one of the places at once while a request is worked on.

        Raises:
            Refusal: code 44, 1070 or 45, checked in this order.
        """
        self._count_minute(organization)
        if self.working[organization] >= self.in_flight:
            raise crowded()
        self._count_day(organization)
        self.working[organization] += 1
        try:
            yield
        finally:
            self.working[organization] -= 1

    def _count_minute(self, organization: str) -> None:
        # Refused requests count as well, so that hammering never gets through.
        now = self.clock.now()
        recent = self.recent.setdefault(organization, deque())
        while recent and now - recent[0] >= WINDOW:
            recent.popleft()
        recent.append(now)
        if len(recent) > self.minute:
            raise hurried()

    def _count_day(self, organization: str) -> None:
        key = (organization, self.clock.day())
        if self.spent[key] >= self.day:
            raise exhausted(self.day)
        self.spent[key] += 1


def exhausted(quota: int = 1000) -> Refusal:
    """Return the refusal of a spent daily quota."""
    text = "The API call for this organization has exceeded the maximum call rate limit of"
    return Refusal(429, 45, f"{text} {quota}.")


def hurried() -> Refusal:
    """Return the refusal of too many requests in a minute."""
    return Refusal(
        429,
        44,
        "For security reasons your organization has been blocked as it have exceeded the maximum "
        "number of requests per minute that can originate from an organization.",
    )


def crowded() -> Refusal:
    """Return the refusal of too many requests at once."""
    return Refusal(
        429,
        1070,
        "You have reached the maximum number of in process requests allowed. "
        "Kindly try again after some time.",
    )
