"""What the desk needs of the books; `memory` and `zoho` both keep it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from orders.account import PastOrder, PriceList
from orders.case import DraftRef
from orders.catalogue import Customer, Item, Organization
from orders.draft import DraftOrder
from orders.errors import BooksRejected


class RouteMissing(BooksRejected):
    """These books do not have what was asked for at all, for nobody."""


@dataclass(frozen=True, slots=True)
class SentLine:
    """One line of a draft as the books hold it."""

    item_id: str
    quantity: Decimal
    rate: Decimal
    discount: str = ""
    """As the books write it: `10%`, an amount, or empty."""
    tax_id: str = ""
    description: str | None = None
    """None where the books did not say."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One sales order as the books hold it.

    `order_key` is the desk's key if the order carries one. `sub_total` is before tax and shipping;
    both sums are None where the books did not say. `status` is the books' own word (`draft`, `open`,
    `void`, …); dates are ISO text. Dates, `notes` and `po_number` are None where the books did not
    say, and empty where they hold none; other texts are empty for both.
    """

    draft_id: str
    number: str
    status: str
    customer_id: str
    lines: tuple[SentLine, ...] = ()
    order_key: str = ""
    reference: str = ""
    currency: str = ""
    date: str | None = None
    delivery_date: str | None = None
    sub_total: Decimal | None = None
    total: Decimal | None = None
    url: str = ""
    shipping_address_id: str = ""
    notes: str | None = None
    po_number: str | None = None
    """The customer's order number, from where the desk writes it."""
    unkept: tuple[str, ...] = ()
    """What the desk writes on every order and these books hold otherwise, such as `salesperson`."""


class Books(Protocol):
    """The books of one organization.

    Every method may raise `BooksUnavailable` (with `BooksThrottled` and `BooksQuotaSpent`) and
    `BooksAccessDenied`. Ids are strings of digits.
    """

    async def organization(self) -> Organization:
        """The one organization the settings name."""
        ...

    async def customers(self, since: datetime | None = None) -> tuple[Customer, ...]:
        """Every customer, active or not; vendors never. At least those changed `since`."""
        ...

    async def items(self, since: datetime | None = None) -> tuple[Item, ...]:
        """Every item, active or not. At least those changed `since`."""
        ...

    async def customer(self, customer_id: str) -> Customer:
        """One customer as it stands now, with terms. Raises `RecordGone`, for vendors too."""
        ...

    async def overdue(self, customer_id: str) -> Decimal | None:
        """What of a customer's invoices is past its day, in their currency.

        None where the books do not tell the desk: it may not see invoices, or they have no such list.
        """
        ...

    async def price_list(self, list_id: str) -> PriceList:
        """One price list with all its rates. Raises `RecordGone`."""
        ...

    async def past_orders(self, since: str) -> tuple[PastOrder, ...]:
        """Sales orders of the last weeks; with `since` (a `modified`) those changed from then on.

        Rows of lists only: they have no lines.
        """
        ...

    async def item(self, item_id: str) -> Item:
        """One item as it stands now. Raises `RecordGone`."""
        ...

    async def has_key_field(self) -> bool:
        """Whether orders carry a unique key that the books themselves enforce."""
        ...

    async def create_draft(self, order: DraftOrder) -> DraftRef:
        """Create the draft, through the unique key where there is one.

        Call `activities.books.drafts.create_draft` instead: it keeps the promise of one draft.
        With the key a repeat changes the order of that key; without it a repeat makes a twin.

        Raises:
            BooksRejected: the books refused it; nothing was created.
            OutcomeUnknown: it was sent, and nobody knows what became of it.
        """
        ...

    async def update_draft(self, draft_id: str, order: DraftOrder) -> None:
        """Put an order's content, its key too, in place of what a draft holds.

        Call `activities.books.updates.update_draft` instead: it spares what people touched. A
        repeat changes nothing more.

        Raises:
            RecordGone: there is no such draft.
            BooksRejected: the books refused it; nothing was changed.
            OutcomeUnknown: it was sent, and nobody knows what became of it.
        """
        ...

    async def find_draft(self, order: DraftOrder, *, thorough: bool = True) -> Draft | None:
        """The order that carries this order's key, with its lines.

        `thorough` also finds one whose reference number a person has changed, for one more call.

        Raises:
            DraftTouched: more than one order carries the key.
        """
        ...

    async def read_draft(self, draft_id: str) -> Draft:
        """One order with its lines. Raises `RecordGone`."""
        ...

    async def delete_draft(self, draft_id: str) -> None:
        """Delete it; one that is gone already is fine. Raises `BooksRejected`."""
        ...

    async def void_draft(self, draft_id: str) -> None:
        """Void it. Raises `RecordGone` or `BooksRejected`."""
        ...

    async def comment(self, draft_id: str, text: str) -> None:
        """Write a comment that colleagues read beside the order. Raises `BooksRejected`."""
        ...

    async def comments(self, draft_id: str) -> tuple[str, ...]:
        """The texts of an order's comments and history."""
        ...

    async def attach(self, draft_id: str, name: str, content: bytes) -> None:
        """Attach a file in place of any other. Raises `BooksRejected` where its kind is refused."""
        ...

    def try_now(self) -> None:
        """Let the next call pass though the books wanted rest: a person, or a probe, wants to know."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
