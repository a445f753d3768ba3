"""The catalogue as this worker knows it: refreshed, kept through outages."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from activities.books.port import Books
from orders.catalogue import Organization
from orders.customers import CustomerIndex
from orders.errors import BooksUnavailable
from orders.items import ItemIndex

FRESH = 120.0
"""Seconds a catalogue is used without asking again."""
USABLE = 3600.0
"""Seconds an older one still serves while the books are down."""
RECENT = 10.0
"""A catalogue younger than this many seconds is not fetched again because something is missing."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Organization, customers and items at one moment (`at`, in seconds of the clock)."""

    organization: Organization
    customers: CustomerIndex
    items: ItemIndex
    at: float


class Catalogue:
    """One catalogue per worker process; many askers cause one fetch.

    An empty answer is never kept and never replaces a full one: a customer list that comes back
    empty says that something is wrong, not that everybody left.
    """

    def __init__(
        self, books: Books, clock: Callable[[], float] = time.monotonic, fresh: float = FRESH
    ) -> None:
        """Nothing is fetched before the first `get`."""
        self._books = books
        self._clock = clock
        self._fresh = fresh
        self._lock = asyncio.Lock()
        self._snapshot: Snapshot | None = None

    async def get(self, *, newer_than: float = 0.0) -> Snapshot:
        """A catalogue that is fresh and newer than a moment (a snapshot's `at`).

        Raises:
            BooksUnavailable: the books are down or empty, and no copy is young enough.
            BooksAccessDenied: the books do not let the desk in.
        """
        async with self._lock:
            kept = self._snapshot
            if kept is not None and self._age(kept) < self._fresh and kept.at > newer_than:
                return kept
            try:
                self._snapshot = await self._fetch()
            except BooksUnavailable:
                if kept is None or self._age(kept) > USABLE:
                    raise
                return kept
            return self._snapshot

    async def newer(self, seen: Snapshot) -> Snapshot:
        """Another look for what `seen` lacks; the same one while it is recent."""
        return seen if self._age(seen) < RECENT else await self.get(newer_than=seen.at)

    def _age(self, snapshot: Snapshot) -> float:
        return self._clock() - snapshot.at

    async def _fetch(self) -> Snapshot:
        at = self._clock()
        organization = await self._books.organization()
        customers, items = await self._books.customers(), await self._books.items()
        if not customers or not items:
            raise BooksUnavailable("Zoho Books sent an empty catalogue.")
        return Snapshot(organization, CustomerIndex(customers), ItemIndex(items), at)
