"""Zoho Books as the desk's books: the port over HTTP."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from activities.books.port import Draft, RouteMissing
from activities.books.zoho.call import Clock, ZohoCalls
from activities.books.zoho.changes import changed
from activities.books.zoho.keeping import TokenKeeper
from activities.books.zoho.orders import ZohoOrders
from activities.books.zoho.overdue import Overdue
from activities.books.zoho.papers import ZohoPapers
from activities.books.zoho.terms import is_yes, percent, read_past_orders, read_price_list
from activities.books.zoho.wire import ContactRow, ItemRow, OrganizationRow, custom_value
from orders.account import PastOrder, PriceList
from orders.case import DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftOrder
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone
from runtime.settings import ZohoSettings


class ZohoBooks:
    """Keeps `activities.books.port.Books` over Zoho Books API v3."""

    def __init__(
        self,
        settings: ZohoSettings,
        clock: Clock = time.monotonic,
        keeper: TokenKeeper | None = None,
    ) -> None:
        """Open a connection pool; nothing is sent yet. `keeper` shares the token with others."""
        self._settings = settings
        self._calls = ZohoCalls(settings, clock, keeper)
        self._orders = ZohoOrders(self._calls, settings)
        self._papers = ZohoPapers(self._calls)
        self._overdue = Overdue(self._calls, clock)

    async def organization(self) -> Organization:
        """The organization of the settings, chosen by its id, never "the first".

        Books that tell nobody of organizations still have the one that every call names.
        """
        try:
            async for raw in self._calls.rows("/organizations", "organizations"):
                row = OrganizationRow.read(raw)
                if row.organization_id == self._settings.organization_id:
                    return row.fact()
        except (RouteMissing, RecordGone):
            return await self._untold()
        raise BooksAccessDenied("The token does not see the configured organization.")

    async def _untold(self) -> Organization:
        """The organization as its currencies tell it; without them only its id is known."""
        own = Organization(self._settings.organization_id)
        with suppress(RouteMissing, RecordGone):
            async for raw in self._calls.rows("/settings/currencies", "currencies"):
                if raw.get("is_base_currency") is True:
                    row = OrganizationRow.read(raw)
                    return replace(
                        own, currency=row.currency_code, price_precision=row.price_precision
                    )
        return own

    async def customers(self, since: datetime | None = None) -> tuple[Customer, ...]:
        """Every customer; rows that are vendors are dropped whatever the filter did."""
        filters = {"contact_type": "customer", "filter_by": "Status.All"}
        raws = changed(self._calls, "/contacts", "contacts", filters, since)
        rows = [(ContactRow.read(raw), raw) async for raw in raws]
        kept = {row.contact_id: self._fact(row, raw) for row, raw in rows if row.is_customer}
        return tuple(kept.values())

    async def items(self, since: datetime | None = None) -> tuple[Item, ...]:
        """Every item, active or not."""
        raws = changed(self._calls, "/items", "items", {"filter_by": "Status.All"}, since)
        rows = [ItemRow.read(raw) async for raw in raws]
        return tuple({row.item_id: row.fact() for row in rows if row.item_id}.values())

    async def customer(self, customer_id: str) -> Customer:
        """One customer now."""
        body = await self._calls.get(f"/contacts/{quote(customer_id, safe='')}")
        row = ContactRow.read(body.get("contact"))
        if row.contact_id != customer_id:
            raise BooksUnavailable("Zoho Books sent another contact than the one asked for.")
        if not row.is_customer:
            raise RecordGone("This contact is a vendor, no customer.")
        return self._fact(row, body["contact"])

    def _fact(self, row: ContactRow, raw: Mapping[str, Any]) -> Customer:
        """The customer in a row, with what the organization keeps in fields of its own."""
        hold, discount = self._settings.hold_field, self._settings.discount_field
        return replace(
            row.fact(),
            on_hold=bool(hold) and is_yes(custom_value(raw, hold)),
            discount=percent(custom_value(raw, discount)) if discount else Decimal(0),
        )

    async def overdue(self, customer_id: str) -> Decimal | None:
        """What is past its day; see the port."""
        return await self._overdue.of(customer_id)

    async def price_list(self, list_id: str) -> PriceList:
        """One price list with all its rates."""
        return await read_price_list(self._calls, list_id)

    async def past_orders(self, since: str) -> tuple[PastOrder, ...]:
        """The latest sales orders; see the port."""
        field = self._settings.order_key_field
        return await read_past_orders(self._calls, since, datetime.now(UTC).date(), field)

    async def item(self, item_id: str) -> Item:
        """One item now."""
        body = await self._calls.get(f"/items/{quote(item_id, safe='')}")
        row = ItemRow.read(body.get("item"))
        if row.item_id != item_id:
            raise BooksUnavailable("Zoho Books sent another item than the one asked for.")
        return row.fact()

    async def has_key_field(self) -> bool:
        """Whether the configured custom field exists and is unique."""
        return await self._orders.has_key_field()

    async def create_draft(self, order: DraftOrder) -> DraftRef:
        """Create it; see the port."""
        return await self._orders.create(order)

    async def update_draft(self, draft_id: str, order: DraftOrder) -> None:
        """Change one draft; see the port."""
        await self._orders.update(draft_id, order)

    async def find_draft(self, order: DraftOrder, *, thorough: bool = True) -> Draft | None:
        """The order that carries the key; see the port."""
        return await self._orders.find(order, thorough=thorough)

    async def read_draft(self, draft_id: str) -> Draft:
        """One order with its lines."""
        return await self._orders.read(draft_id)

    async def delete_draft(self, draft_id: str) -> None:
        """Delete it; gone is fine."""
        await self._orders.delete(draft_id)

    async def void_draft(self, draft_id: str) -> None:
        """Void it."""
        await self._orders.void(draft_id)

    async def comment(self, draft_id: str, text: str) -> None:
        """Write a comment beside it."""
        await self._papers.comment(draft_id, text)

    async def comments(self, draft_id: str) -> tuple[str, ...]:
        """What is written beside it."""
        return await self._papers.comments(draft_id)

    async def attach(self, draft_id: str, name: str, content: bytes) -> None:
        """Attach a file to it."""
        await self._papers.attach(draft_id, name, content)

    def try_now(self) -> None:
        """Let the next call pass."""
        self._calls.circuit.half_open()

    async def close(self) -> None:
        """Close the connection pool."""
        await self._calls.close()
