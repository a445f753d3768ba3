"""Sales orders over the wire: bodies, look-ups, answers."""

from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlsplit

from activities.books.port import Draft, RouteMissing
from activities.books.zoho.call import ZohoCalls
from activities.books.zoho.wire import OrderRow, custom_value, number, one_order, says_fields
from orders.case import DraftRef
from orders.draft import DraftLine, DraftOrder, plain
from orders.errors import (
    BooksRejected,
    BooksUnavailable,
    DeskError,
    DraftTouched,
    OutcomeUnknown,
    RecordGone,
)
from runtime.settings import ZohoSettings

PATH = "/salesorders"
LIST = "salesorders"
PREFIX = "OD-"
EMPTY: dict[str, Any] = {"shipment_date": "", "line_items": []}
"""What a create leaves out where there is none, and an update has to take away."""
NOBODYS_KEY = "OD-0-probe"
"""A value that no order has: real keys are longer."""


class ZohoOrders:
    """The sales orders of one organization."""

    def __init__(self, calls: ZohoCalls, settings: ZohoSettings) -> None:
        """Take the names of the custom fields from the settings; nothing is asked yet."""
        self._calls = calls
        self._field = settings.order_key_field
        self._po_field = settings.po_number_field
        self._salesperson_id = settings.salesperson_id
        self._organization_id = settings.organization_id
        self._keyed: bool | None = None
        self._currencies: dict[str, str] = {}

    async def has_key_field(self) -> bool:
        """Whether the books refuse two orders with one key; asked once per process.

        A `PUT` by a value that nobody has, without X-Upsert, changes nothing: the answer "no such
        record" proves a unique field, anything else sends us to the list of fields.
        """
        if self._keyed is None:
            self._keyed = bool(self._field) and await self._probe()
        return self._keyed

    async def create(self, order: DraftOrder) -> DraftRef:
        """Create it, by upsert on the key field where there is one; see `Books.create_draft`."""
        keyed = await self.has_key_field()
        body = await self._body(order, keyed=keyed)
        if keyed:
            headers = {**self._unique(order.order_key), "X-Upsert": "true"}
            answer = await self._calls.send("PUT", PATH, body=body, headers=headers)
        else:
            answer = await self._calls.send("POST", PATH, body=body)
        try:
            draft = await self._draft(one_order(answer))
        except DeskError:
            # The order may well stand; only its answer cannot be used.
            raise OutcomeUnknown from None
        if not draft.draft_id or draft.customer_id not in (order.customer_id, ""):
            raise OutcomeUnknown
        return DraftRef(draft.draft_id, draft.number, draft.url, weaker_promise=not keyed)

    async def update(self, draft_id: str, order: DraftOrder) -> None:
        """Put its content in place of a draft's: what it leaves out is emptied, not kept."""
        keyed = await self.has_key_field()
        body = {**EMPTY, **await self._body(order, keyed=keyed)}
        await self._calls.send("PUT", f"{PATH}/{quote(draft_id, safe='')}", body=body)

    async def find(self, order: DraftOrder, *, thorough: bool) -> Draft | None:
        """The order that carries the key; see `Books.find_draft`."""
        keyed = await self.has_key_field()
        reference = reference_of(order, keyed=keyed, po_field=self._po_field)
        rows = await self._calls.sure_rows(PATH, LIST, reference_number=reference)
        found = await self._carriers(order, rows, reference, keyed=keyed)
        if thorough and not found:
            found = await self._elsewhere(order, reference, keyed=keyed)
        if len(found) > 1:
            raise DraftTouched(f"{len(found)} sales orders carry the key {order.order_key}.")
        return await self.read(found[0]) if found else None

    async def _elsewhere(self, order: DraftOrder, reference: str, *, keyed: bool) -> list[str]:
        """Ids of orders with the key under another reference than it would be sent with now."""
        if keyed:
            # A colleague may have changed the reference: what was touched last comes first.
            rows, _ = await self._calls.page(
                PATH, LIST, sort_column="last_modified_time", sort_order="D"
            )
            return await self._carriers(order, rows, order.order_key, keyed=True)
        before = reference_of(order, keyed=True, po_field=self._po_field)
        if not self._field or before == reference:
            return []
        # The field may have been there when the order was sent, and its answer was lost.
        rows = await self._calls.sure_rows(PATH, LIST, reference_number=before)
        return await self._carriers(order, rows, before, keyed=True)

    async def read(self, draft_id: str) -> Draft:
        """One order with its lines. Raises `RecordGone`."""
        body = await self._calls.get(f"{PATH}/{quote(draft_id, safe='')}")
        draft = await self._draft(one_order(body))
        if draft.draft_id != draft_id:
            raise BooksUnavailable("Zoho Books sent another sales order than the one asked for.")
        return draft

    async def delete(self, draft_id: str) -> None:
        """Delete it; gone is fine."""
        try:
            await self._calls.send("DELETE", f"{PATH}/{quote(draft_id, safe='')}")
        except RecordGone:
            return

    async def void(self, draft_id: str) -> None:
        """Void it."""
        path = f"{PATH}/{quote(draft_id, safe='')}/status/void"
        await self._calls.send("POST", path, body={"reason": "Order Desk"})

    async def _body(self, order: DraftOrder, *, keyed: bool) -> dict[str, Any]:
        body = order_body(order, self._field if keyed else "", self._po_field)
        if self._salesperson_id:
            body["salesperson_id"] = self._salesperson_id
        if order.currency and order.customer_currency not in ("", order.currency):
            # Where the books do not tell their currencies, reading the draft back decides.
            with suppress(RouteMissing, RecordGone):
                body["currency_id"] = await self._currency_id(order.currency)
        return body

    async def _currency_id(self, code: str) -> str:
        """The books' id of a currency, asked for once per process.

        Raises:
            BooksRejected: the organization does not have it; nothing was sent.
        """
        if code not in self._currencies:
            rows = self._calls.rows("/settings/currencies", "currencies")
            self._currencies = {
                str(row.get("currency_code")): str(row.get("currency_id")) async for row in rows
            }
        if code not in self._currencies:
            raise BooksRejected(f"Zoho Books has no currency {code}; add it there.")
        return self._currencies[code]

    async def _probe(self) -> bool:
        try:
            await self._calls.send("PUT", PATH, body={}, headers=self._unique(NOBODYS_KEY))
        except RecordGone:
            return True
        except RouteMissing:
            return False
        except BooksRejected:
            return await self._is_listed()
        except OutcomeUnknown:
            # An outage must not pass for a missing field: the promise would weaken for good.
            raise BooksUnavailable from None
        return False

    async def _is_listed(self) -> bool:
        path = "/settings/preferences/customfields"
        try:
            body = await self._calls.get(path, entity="salesorder")
        except (BooksRejected, RecordGone):
            return False
        fields = body.get("customfields")
        return any(
            isinstance(one, dict)
            and self._field in (one.get("api_name"), one.get("placeholder"))
            and one.get("is_unique") is True
            for one in (fields if isinstance(fields, list) else [])
        )

    def _unique(self, value: str) -> dict[str, str]:
        return {"X-Unique-Identifier-Key": self._field, "X-Unique-Identifier-Value": value}

    async def _carriers(
        self, order: DraftOrder, rows: list[dict[str, Any]], reference: str, *, keyed: bool
    ) -> list[str]:
        """Ids of the listed orders that carry the key; filters are judged again on the rows."""
        found = [OrderRow.read(raw).salesorder_id for raw in rows if self._shows_key(raw, order)]
        for row in [OrderRow.read(raw) for raw in rows if not custom_value(raw, self._field)]:
            ours = row.reference_number == reference and row.customer_id in (order.customer_id, "")
            if ours and (not keyed or await self._holds_key(row, order)):
                found.append(row.salesorder_id)
        return list(dict.fromkeys(found))

    def _shows_key(self, raw: dict[str, Any], order: DraftOrder) -> bool:
        return custom_value(raw, self._field) == order.order_key

    async def _holds_key(self, row: OrderRow, order: DraftOrder) -> bool:
        """Ask the order itself, since rows of lists may leave custom fields out."""
        return (await self.read(row.salesorder_id)).order_key == order.order_key

    async def _draft(self, raw: dict[str, Any]) -> Draft:
        row = OrderRow.read(raw)
        own = row.reference_number if row.reference_number.startswith(PREFIX) else ""
        url = page_url(await self._calls.base(), self._organization_id, row.salesorder_id)
        draft = row.fact(custom_value(raw, self._field) or own, url)
        return replace(draft, po_number=self._po_number(raw, row), unkept=self._unkept(raw, row))

    def _po_number(self, raw: dict[str, Any], row: OrderRow) -> str | None:
        """The customer's order number, if it stands in a place of its own and the books say it."""
        if self._po_field:
            told = says_fields(raw, self._po_field)
            return custom_value(raw, self._po_field) if told else None
        return row.reference_number if self._keyed and "reference_number" in raw else None

    def _unkept(self, raw: dict[str, Any], row: OrderRow) -> tuple[str, ...]:
        """What the settings have written on every order and this one holds otherwise."""
        found = []
        if self._salesperson_id and row.salesperson_id not in (None, self._salesperson_id):
            found.append("salesperson")
        if self._keyed is False and "reference_number" in raw:
            found += [] if row.reference_number.startswith(PREFIX) else ["order key"]
        return tuple(found)


def reference_of(order: DraftOrder, *, keyed: bool, po_field: str = "") -> str:
    """The reference number: the customer's order number, if the key and it need no other place."""
    return (order.po_number if keyed and not po_field else "") or order.order_key


def order_body(order: DraftOrder, key_field: str, po_field: str = "") -> dict[str, Any]:
    """The body of a create: flat, dates and texts only when there are any."""
    reference = reference_of(order, keyed=bool(key_field), po_field=po_field)
    named = {key_field: order.order_key, po_field: order.po_number}
    body: dict[str, Any] = {
        "customer_id": order.customer_id,
        "reference_number": reference,
        "date": order.date,
        "shipment_date": order.delivery_date,
        "shipping_address_id": order.shipping_address_id,
        "notes": _notes(order, shown=bool(po_field) or reference == order.po_number),
        "line_items": [_line_body(line) for line in order.lines],
        "custom_fields": [
            {"api_name": name, "value": value} for name, value in named.items() if name and value
        ],
    }
    return {name: value for name, value in body.items() if value}


def _line_body(line: DraftLine) -> dict[str, Any]:
    body: dict[str, Any] = {"item_id": line.item_id, "quantity": number(line.quantity)}
    if line.rate is not None:
        body["rate"] = number(line.rate)
    if line.discount:
        body["discount"] = f"{plain(line.discount)}%"
    if line.tax_id:
        body["tax_id"] = line.tax_id
    if line.description:
        body["description"] = line.description
    return body


def _notes(order: DraftOrder, *, shown: bool) -> str:
    """The notes, with the customer's order number where no field of its own shows it."""
    hidden = order.po_number and not shown
    return f"{order.notes}\nPO {order.po_number}".strip() if hidden else order.notes


def page_url(base: str, organization_id: str, draft_id: str) -> str:
    """The page of an order that a person can open; a stand-in's own front page otherwise."""
    parts = urlsplit(base)
    host = parts.hostname or ""
    if not host.startswith("www.zohoapis."):
        return f"{parts.scheme}://{parts.netloc}/"
    domain = host.removeprefix("www.zohoapis.")
    app = f"books.{'zohocloud' if domain == 'ca' else 'zoho'}.{domain}"
    return f"https://{app}/app/{quote(organization_id)}#/salesorders/{quote(draft_id)}"
