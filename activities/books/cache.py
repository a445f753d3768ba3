"""The catalogue as this worker knows it: shared, renewed, kept in outages."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from activities.books.port import Books
from orders.catalogue import Customer, Organization
from orders.copies import CatalogueCopy, merge_customers, merge_items
from orders.customers import CustomerIndex
from orders.errors import BooksUnavailable, CatalogueUnavailable
from orders.items import ItemIndex
from orders.money import places_of
from runtime.storage.copies import Copies

LOOK = timedelta(seconds=30)
"""So long a worker uses its own copy without a look whether the shared one is newer."""
RECENT = timedelta(seconds=10)
"""A catalogue younger than this is not fetched again because something is missing."""
OVERLAP = timedelta(minutes=10)
"""Changes are asked for from before the last sync, as clocks differ."""


@dataclass(frozen=True, slots=True)
class Ages:
    """How old a catalogue may be: renewed after `fresh`, in outages used until `usable`."""

    fresh: timedelta = timedelta(minutes=10)
    usable: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Organization, customers and items at one moment; `stale` while the books are down."""

    organization: Organization
    customers: CustomerIndex
    items: ItemIndex
    at: datetime
    stale: bool = False


class Catalogue:
    """The shared copy of the catalogue, as one worker process uses it.

    All workers share the copy in the store, which a schedule keeps fresh. Where that copy is
    missing or old, the worker that needs it fetches it itself; many askers cause one fetch. An
    empty answer is never kept and never replaces a full one: a customer list that comes back empty
    says that something is wrong, not that everybody left.
    """

    def __init__(
        self,
        books: Books,
        copies: Copies,
        organization_id: str,
        clock: Callable[[], datetime],
        ages: Ages = Ages(),
    ) -> None:
        """Nothing is fetched before the first `get`; `clock` tells the time in UTC."""
        self._books = books
        self._copies = copies
        self._organization_id = organization_id
        self._clock = clock
        self._ages = ages
        self._lock = asyncio.Lock()
        self._snapshot: Snapshot | None = None
        self._looked: datetime | None = None

    def now(self) -> datetime:
        """The time in UTC."""
        return self._clock()

    async def get(self, *, newer_than: datetime | None = None) -> Snapshot:
        """A catalogue that is fresh and newer than a moment (a snapshot's `at`).

        Raises:
            CatalogueUnavailable: the books are down or empty, and no copy is young enough.
            BooksAccessDenied: the books do not let the desk in.
        """
        async with self._lock:
            await self._look()
            kept = self._snapshot
            if kept is not None and self._serves(kept, newer_than):
                return kept
            try:
                return await self._take(await self._sync(full=kept is None))
            except BooksUnavailable as error:
                if kept is None or self._age(kept) > self._ages.usable:
                    raise CatalogueUnavailable from error
            self._snapshot = replace(kept, stale=True)
            return self._snapshot

    async def newer(self, seen: Snapshot) -> Snapshot:
        """Another look for what `seen` lacks; the same one while it is recent."""
        return seen if self._age(seen) < RECENT else await self.get(newer_than=seen.at)

    async def sync(self, *, full: bool) -> CatalogueCopy:
        """Renew the shared copy: all of it, or what changed since. Raises as `get` does."""
        async with self._lock:
            copy = await self._sync(full=full)
            await self._take(copy)
            return copy

    async def _look(self) -> None:
        """Take over the shared copy where another worker or the schedule has renewed it."""
        now = self._clock()
        if self._looked is not None and now - self._looked < LOOK:
            return
        mine = self._snapshot.at.isoformat() if self._snapshot else ""
        shared = await self._copies.catalogue(self._organization_id, mine)
        if shared is not None and shared.synced_at > mine:
            await self._take(shared)
        self._looked = now

    def _serves(self, kept: Snapshot, newer_than: datetime | None) -> bool:
        fresh = self._age(kept) < self._ages.fresh and not kept.stale
        return fresh and (newer_than is None or kept.at > newer_than)

    async def _take(self, copy: CatalogueCopy) -> Snapshot:
        """Index a copy; of a large one that takes seconds, in which this worker hears others."""
        self._snapshot = await asyncio.to_thread(_indexed, copy)
        return self._snapshot

    def _age(self, snapshot: Snapshot) -> timedelta:
        return self._clock() - snapshot.at

    async def _sync(self, *, full: bool) -> CatalogueCopy:
        now = self._clock().isoformat()
        before = None if full else await self._copies.catalogue(self._organization_id)
        since = None
        if before is not None:
            since = datetime.fromisoformat(before.synced_at) - OVERLAP
        organization = await self._books.organization()
        customers, items = await self._books.customers(since), await self._books.items(since)
        if before is not None:
            customers = merge_customers(before.customers, customers)
            items = merge_items(before.items, items)
        if not customers or not items:
            raise BooksUnavailable("Zoho Books sent an empty catalogue.")
        organization = with_currency(organization, customers)
        copy = CatalogueCopy(organization, customers, items, now, before.full_at if before else now)
        await self._copies.keep_catalogue(copy)
        return copy


def _indexed(copy: CatalogueCopy) -> Snapshot:
    at = datetime.fromisoformat(copy.synced_at)
    return Snapshot(copy.organization, CustomerIndex(copy.customers), ItemIndex(copy.items), at)


def with_currency(organization: Organization, customers: Iterable[Customer]) -> Organization:
    """The organization; where it does not say its currency, the one that all customers share."""
    shared = {one.currency for one in customers} - {""}
    if organization.currency or len(shared) != 1:
        return organization
    code = shared.pop()
    return replace(organization, currency=code, price_precision=places_of(code))
