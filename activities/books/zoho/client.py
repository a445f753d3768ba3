"""Zoho Books as the desk's books: the port over HTTP."""

import time
from urllib.parse import quote

from activities.books.port import Draft
from activities.books.zoho.call import Clock, ZohoCalls
from activities.books.zoho.orders import ZohoOrders
from activities.books.zoho.wire import ContactRow, ItemRow, OrganizationRow
from orders.case import DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftOrder
from orders.errors import BooksAccessDenied, BooksUnavailable, RecordGone
from runtime.settings import ZohoSettings


class ZohoBooks:
    """Keeps `activities.books.port.Books` over Zoho Books API v3."""

    def __init__(self, settings: ZohoSettings, clock: Clock = time.monotonic) -> None:
        """Open a connection pool; nothing is sent yet."""
        self._settings = settings
        self._calls = ZohoCalls(settings, clock)
        self._orders = ZohoOrders(self._calls, settings.order_key_field, settings.organization_id)

    async def organization(self) -> Organization:
        """The organization of the settings, chosen by its id, never "the first"."""
        async for raw in self._calls.rows("/organizations", "organizations"):
            row = OrganizationRow.read(raw)
            if row.organization_id == self._settings.organization_id:
                return row.fact()
        raise BooksAccessDenied("The token does not see the configured organization.")

    async def customers(self) -> tuple[Customer, ...]:
        """Every customer; rows that are vendors are dropped whatever the filter did."""
        filters = {"contact_type": "customer", "filter_by": "Status.All"}
        raws = self._calls.rows("/contacts", "contacts", **filters)
        rows = [ContactRow.read(raw) async for raw in raws]
        return tuple({row.contact_id: row.fact() for row in rows if row.is_customer}.values())

    async def items(self) -> tuple[Item, ...]:
        """Every item, active or not."""
        filters = {"filter_by": "Status.All"}
        rows = [ItemRow.read(raw) async for raw in self._calls.rows("/items", "items", **filters)]
        return tuple({row.item_id: row.fact() for row in rows if row.item_id}.values())

    async def customer(self, customer_id: str) -> Customer:
        """One customer now."""
        body = await self._calls.get(f"/contacts/{quote(customer_id, safe='')}")
        row = ContactRow.read(body.get("contact"))
        if row.contact_id != customer_id:
            raise BooksUnavailable("Zoho Books sent another contact than the one asked for.")
        if not row.is_customer:
            raise RecordGone("This contact is a vendor, no customer.")
        return row.fact()

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

    async def close(self) -> None:
        """Close the connection pool."""
        await self._calls.close()
