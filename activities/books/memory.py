"""The books in memory: the twin that keeps the port for tests."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import count

from activities.books.port import Draft, SentLine
from orders.account import PastOrder, PriceList
from orders.case import DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftOrder, plain
from orders.errors import BooksRejected, DraftTouched, RecordGone


class MemoryBooks:
    """Keeps `activities.books.port.Books` without a network."""

    def __init__(
        self,
        organization: Organization,
        customers: Iterable[Customer] = (),
        items: Iterable[Item] = (),
        *,
        keyed: bool = True,
        price_lists: Iterable[PriceList] = (),
    ) -> None:
        """Start with these records; `keyed` says whether order keys are unique."""
        self._price_lists = {one.list_id: one for one in price_lists}
        self._organization = organization
        self._customers = {one.customer_id: one for one in customers}
        self._items = {one.item_id: one for one in items}
        self._keyed = keyed
        self._numbers = count(1)
        self.drafts: dict[str, Draft] = {}
        """Every sales order by id; tests change them as a colleague would."""
        self.shows_invoices = True
        self.notes: dict[str, list[str]] = {}
        self.files: dict[str, tuple[str, bytes]] = {}

    async def organization(self) -> Organization:
        """The organization."""
        return self._organization

    async def customers(self, since: datetime | None = None) -> tuple[Customer, ...]:
        """Every customer: memory knows no times of change."""
        _ = since
        return tuple(self._customers.values())

    async def items(self, since: datetime | None = None) -> tuple[Item, ...]:
        """Every item: memory knows no times of change."""
        _ = since
        return tuple(self._items.values())

    async def customer(self, customer_id: str) -> Customer:
        """One customer."""
        found = self._customers.get(customer_id)
        if found is None:
            raise RecordGone
        return found

    async def overdue(self, customer_id: str) -> Decimal | None:
        """As the customer's record says, unless invoices are not to be seen."""
        found = self._customers.get(customer_id)
        return (found.overdue if found else Decimal(0)) if self.shows_invoices else None

    async def price_list(self, list_id: str) -> PriceList:
        """One price list."""
        found = self._price_lists.get(list_id)
        if found is None:
            raise RecordGone
        return found

    async def past_orders(self, since: str) -> tuple[PastOrder, ...]:
        """Every sales order; memory has no times."""
        _ = since
        return tuple(
            PastOrder(one.draft_id, one.number, one.status, one.customer_id, one.reference,
                      total=one.total, key=one.order_key)
            for one in self.drafts.values()
        )  # fmt: skip

    async def item(self, item_id: str) -> Item:
        """One item."""
        found = self._items.get(item_id)
        if found is None:
            raise RecordGone
        return found

    async def has_key_field(self) -> bool:
        """As told at the start."""
        return self._keyed

    async def create_draft(self, order: DraftOrder) -> DraftRef:
        """Create it, or overwrite the order of the same key."""
        self._refuse(order)
        found = self._carriers(order) if self._keyed else []
        number = next(self._numbers)
        draft_id = found[0].draft_id if found else f"7000000000000{number:05}"
        text = found[0].number if found else f"SO-{number:05}"
        self.drafts[draft_id] = self._written(order, draft_id, text)
        return DraftRef(draft_id, text, weaker_promise=not self._keyed)

    async def update_draft(self, draft_id: str, order: DraftOrder) -> None:
        """Write another order's content into it."""
        found = await self.read_draft(draft_id)
        self._refuse(order)
        if found.status in ("void", "invoiced"):
            raise BooksRejected
        written = self._written(order, draft_id, found.number)
        self.drafts[draft_id] = replace(written, status=found.status)

    def _written(self, order: DraftOrder, draft_id: str, number: str) -> Draft:
        total = order.sub_total
        return Draft(
            draft_id=draft_id,
            number=number,
            status="draft",
            customer_id=order.customer_id,
            lines=tuple(self._line(order, place) for place in range(len(order.lines))),
            order_key=order.order_key,
            reference=order.po_number or order.order_key,
            currency=order.currency,
            date=order.date,
            delivery_date=order.delivery_date,
            sub_total=total,
            total=total,
            shipping_address_id=order.shipping_address_id,
            notes=order.notes,
            po_number=order.po_number,
        )

    async def find_draft(self, order: DraftOrder, *, thorough: bool = True) -> Draft | None:
        """The order that carries the key; a look into a dictionary is always thorough."""
        _ = thorough
        found = self._carriers(order)
        if len(found) > 1:
            raise DraftTouched
        return found[0] if found else None

    async def read_draft(self, draft_id: str) -> Draft:
        """One order."""
        found = self.drafts.get(draft_id)
        if found is None:
            raise RecordGone
        return found

    async def delete_draft(self, draft_id: str) -> None:
        """Delete it; gone is fine."""
        found = self.drafts.get(draft_id)
        if found is not None and found.status == "invoiced":
            raise BooksRejected
        self.drafts.pop(draft_id, None)

    async def void_draft(self, draft_id: str) -> None:
        """Void it."""
        found = await self.read_draft(draft_id)
        if found.status in ("void", "invoiced"):
            raise BooksRejected
        self.drafts[draft_id] = replace(found, status="void")

    async def comment(self, draft_id: str, text: str) -> None:
        """Keep a comment."""
        await self.read_draft(draft_id)
        self.notes.setdefault(draft_id, []).append(text)

    async def comments(self, draft_id: str) -> tuple[str, ...]:
        """The comments kept."""
        await self.read_draft(draft_id)
        return tuple(self.notes.get(draft_id, ()))

    async def attach(self, draft_id: str, name: str, content: bytes) -> None:
        """Keep a file."""
        await self.read_draft(draft_id)
        self.files[draft_id] = (name, content)

    def try_now(self) -> None:
        """Nothing holds it back."""

    async def close(self) -> None:
        """Nothing to let go of."""

    def _refuse(self, order: DraftOrder) -> None:
        customer = self._customers.get(order.customer_id)
        items = [self._items.get(line.item_id) for line in order.lines]
        if customer is None or not customer.active or not items:
            raise BooksRejected
        if any(item is None or not item.active for item in items):
            raise BooksRejected
        if any(line.quantity <= 0 for line in order.lines):
            raise BooksRejected

    def _line(self, order: DraftOrder, place: int) -> SentLine:
        line = order.lines[place]
        rate = self._items[line.item_id].rate if line.rate is None else line.rate
        discount = f"{plain(line.discount)}%" if line.discount else ""
        said = line.description or self._items[line.item_id].description
        return SentLine(line.item_id, line.quantity, rate, discount, line.tax_id, said)

    def _carriers(self, order: DraftOrder) -> list[Draft]:
        return [one for one in self.drafts.values() if one.order_key == order.order_key]
