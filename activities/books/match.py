"""The matching steps: each half stores its part, one write joins them."""

import hashlib
from asyncio import to_thread
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from pydantic import TypeAdapter

from activities.books.cache import Catalogue, Snapshot
from activities.books.clues import find_clues
from activities.books.trade import Trade
from orders.buyer import Memory
from orders.case import CaseDocument
from orders.codes import issue
from orders.errors import StaleWrite
from orders.issue import Issue
from orders.learned import Known, known_by_key
from orders.resolve import CustomerPart, ItemsPart, customer_part, items_part, with_matches
from runtime.storage.keeping import keep_case
from runtime.storage.port import Blobs, Store

T = TypeVar("T")
_CUSTOMER = TypeAdapter(CustomerPart)
_ITEMS = TypeAdapter(ItemsPart)


class Matching:
    """Finds customer and items of an order at a revision.

    Comparing goes on in threads, so that large orders hold nobody up. The two halves run side by
    side and never write the case: each puts its part under a key of
    order and revision, write-once, so that a repeat finds the first answer. `settle` joins both in
    one write of the case.
    """

    def __init__(self, catalogue: Catalogue, store: Store, blobs: Blobs, trade: Trade) -> None:
        """`trade` prices the lines and judges the whole order."""
        self._catalogue = catalogue
        self._store = store
        self._blobs = blobs
        self._trade = trade

    async def find_customer(self, order_id: str, revision: int) -> None:
        """Match the customer and store the part. Raises `BooksUnavailable`."""
        case = await self._store.load_case(order_id)
        seen = await self._catalogue.get()
        memory = Memory(known_by_key(await self._store.aliases(case.tenant_id, "")))
        part = await to_thread(customer_part, case, seen.organization, seen.customers, memory)
        if part.issues:
            seen = await self._catalogue.newer(seen)
            memory = replace(memory, clues=await find_clues(self._store, self._blobs, case))
            part = await to_thread(customer_part, case, seen.organization, seen.customers, memory)
        part = await self._trade.with_account(part)
        if seen.stale:
            part = replace(part, issues=(*part.issues, stale_issue(seen.at, self._catalogue.now())))
        await self._put(_key(order_id, revision, "customer"), _CUSTOMER, part)

    async def find_items(self, order_id: str, revision: int) -> None:
        """Match every line and store the part. Raises `BooksUnavailable`."""
        case = await self._store.load_case(order_id)
        seen = await self._catalogue.get()
        codes = await self._codes(case, seen)
        part = await to_thread(items_part, case, seen.items, codes)
        if part.issues:
            seen = await self._catalogue.newer(seen)
            part = await to_thread(items_part, case, seen.items, codes)
        await self._put(_key(order_id, revision, "items"), _ITEMS, part)

    async def _codes(self, case: CaseDocument, seen: Snapshot) -> Known:
        """The codes that the order's customer has taught; the customer is matched on the way."""
        names = Memory(known_by_key(await self._store.aliases(case.tenant_id, "")))
        part = await to_thread(customer_part, case, seen.organization, seen.customers, names)
        found = part.match.customer
        if found is None:
            return {}
        return known_by_key(await self._store.aliases(case.tenant_id, found.customer_id))

    async def settle(self, order_id: str, revision: int, now: datetime) -> CaseDocument:
        """Join both parts, compare prices, judge the order as a whole, save and return the case.

        Raises:
            RecordMissing: a half is not there yet.
            StaleWrite: the case has moved on to a later revision.
        """
        customer = await self._get(_key(order_id, revision, "customer"), _CUSTOMER)
        items = await self._get(_key(order_id, revision, "items"), _ITEMS)
        case = await self._store.load_case(order_id)
        if case.revision != revision:
            raise StaleWrite
        matched = await to_thread(with_matches, case, customer, items, self._trade.prices)
        settled = await self._trade.judge(matched, customer.account)
        await keep_case(self._store, settled, now)
        return settled

    async def _put(self, key: str, adapter: TypeAdapter[T], part: T) -> None:
        try:
            await self._blobs.put(key, adapter.dump_json(part))
        except StaleWrite:
            # An earlier try answered for this revision already; its answer stands.
            return

    async def _get(self, key: str, adapter: TypeAdapter[T]) -> T:
        return adapter.validate_json(await self._blobs.get(key))


def stale_issue(at: datetime, now: datetime) -> Issue:
    """The warning that the books are down and how old the catalogue is."""
    minutes = int((now - at).total_seconds() // 60)
    return issue("CATALOGUE_STALE", facts={"value": f"{minutes // 60}:{minutes % 60:02}"})


def _key(order_id: str, revision: int, half: str) -> str:
    folder = hashlib.sha256(order_id.encode()).hexdigest()
    return f"matches/{folder}/{revision}/{half}"
