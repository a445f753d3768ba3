"""The draft that an approved order becomes, its key and its hash."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orders.case import CaseDocument, EarlierDraft
from orders.catalogue import Customer, Item, Organization
from orders.days import days_of_lines
from orders.discounts import proven_percent
from orders.errors import OrderUnsettled
from orders.order import Line, Order
from orders.prices import order_currency, precision_of, round_money
from orders.values import fold

MOST_NOTES = 2000
"""Characters of notes, or of a line's description, that are sent; the case file keeps all of them."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line to send. `rate` is None where the books shall use their own; `discount` in per cent."""

    line_id: str
    item_id: str
    quantity: Decimal
    rate: Decimal | None
    discount: Decimal = Decimal(0)
    tax_id: str = ""
    """The books' own tax; empty leaves it to them."""
    description: str = ""
    """The item's own description and what the file says besides; empty leaves it to the books."""


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What is sent to the books, once. Dates are ISO text or empty; `precision` is in decimals."""

    order_key: str
    order_id: str
    organization_id: str
    code: str
    customer_id: str
    lines: tuple[DraftLine, ...]
    date: str = ""
    delivery_date: str = ""
    po_number: str = ""
    currency: str = ""
    customer_currency: str = ""
    precision: int = 2
    notes: str = ""
    shipping_address_id: str = ""
    """One of the customer's own addresses in the books; empty leaves it to them."""
    replaces: EarlierDraft | None = None
    """The draft whose lines these take the place of; None makes a draft of its own."""

    @property
    def sub_total(self) -> Decimal | None:
        """The sum of all lines, each rounded half up; None when a rate is left to the books."""
        rates = [line.rate for line in self.lines]
        if None in rates:
            return None
        return sum((self._amount(line) for line in self.lines), Decimal(0))

    def _amount(self, line: DraftLine) -> Decimal:
        net = line.quantity * (line.rate or Decimal(0)) * (1 - line.discount / 100)
        return round_money(net, self.precision)


def order_key(tenant_id: str, organization_id: str, order_id: str) -> str:
    """The key of an order in the books: `OD-` and 64 bits of a hash, the same on every day."""
    return f"OD-{_digest([tenant_id, organization_id, order_id])[:16]}"


def draft_of(case: CaseDocument) -> DraftOrder:
    """Build the draft that a case stands for, line by line as its review card shows it.

    Lines that are left out or have the quantity 0 are not sent.

    Raises:
        OrderUnsettled: no order, customer, organization or line, or a line without item.
    """
    order, organization, customer = _parts(case)
    currency = order_currency(order, customer, organization)
    precision = precision_of(currency, organization)
    sent = [line for line in order.lines if _is_sent(case, line)]
    lines = tuple(_line(case, line, currency, precision) for line in sent)
    if not lines:
        raise OrderUnsettled("The order has no line to send.")
    return DraftOrder(
        order_key=order_key(case.tenant_id, organization.organization_id, case.order_id),
        order_id=case.order_id,
        organization_id=organization.organization_id,
        code=case.code,
        customer_id=customer.customer_id,
        lines=lines,
        date=_day(order.order_date) or _day(case.received_at),
        delivery_date=_day(order.delivery_date),
        po_number=(order.po_number or "").strip(),
        currency=currency,
        customer_currency=customer.currency or organization.currency,
        precision=precision,
        notes=_notes(case.code, order, sent, currency),
        shipping_address_id=_address(case, customer),
        replaces=case.updates,
    )


def order_hash(case: CaseDocument) -> str:
    """The SHA-256 (hex) of all that an approver sees and the draft carries.

    Raises:
        OrderUnsettled: as `draft_of`.
    """
    return draft_hash(draft_of(case))


def draft_hash(draft: DraftOrder) -> str:
    """The SHA-256 (hex) of a draft; 1.50 and 1.5 are the same number."""
    lines = [
        [line.line_id, line.item_id, plain(line.quantity), _plain_or_none(line.rate)]
        + ([plain(line.discount)] if line.discount else [])
        + ([f"tax {line.tax_id}"] if line.tax_id else [])
        + ([f"says {line.description}"] if line.description else [])
        for line in draft.lines
    ]
    head = [draft.order_key, draft.customer_id, draft.date, draft.delivery_date]
    tail = [draft.po_number, draft.currency, draft.precision, draft.notes]
    place = [f"to {draft.shipping_address_id}"] if draft.shipping_address_id else []
    earlier = draft.replaces
    place += [f"instead of {earlier.order_key} in {earlier.draft_id}"] if earlier else []
    return _digest([*head, *tail, *place, lines])


def plain(number: Decimal) -> str:
    """One spelling per number, without exponent: 1.50 → 1.5, 1E+2 → 100."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def _plain_or_none(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _parts(case: CaseDocument) -> tuple[Order, Organization, Customer]:
    order = case.order
    organization = case.matches.organization
    customer = case.matches.customer.customer if case.matches.customer else None
    if order is None or organization is None:
        raise OrderUnsettled
    if customer is None:
        raise OrderUnsettled("The order has no customer yet.")
    return order, organization, customer


def _is_sent(case: CaseDocument, line: Line) -> bool:
    match = case.matches.items.get(line.line_id)
    return line.quantity != 0 and not (match is not None and match.left_out)


def _address(case: CaseDocument, customer: Customer) -> str:
    """The address that the file names; a draft that is changed needs one said, or keeps its old one."""
    named = case.delivery or (next(iter(customer.addresses), None) if case.updates else None)
    return named.address_id if named else ""


def _notes(code: str, order: Order, sent: Sequence[Line], currency: str) -> str:
    """The order's code, what the file says in words, days of single lines, unproven discounts."""
    unproven = [one for one in sent if one.discount and not proven_percent(one, currency)]
    days = days_of_lines(sent, order.delivery_date)
    texts = [
        f"Order Desk {code}",
        f"Deliver to: {order.ship_to}" if order.ship_to else "",
        (order.notes or "").strip(),
        *(f"Deliver on {due}: {', '.join(ids)}" for due, ids in days.items()),
        *(f"{one.line_id}: {one.notes.strip()}" for one in sent if one.notes),
        *(f"{one.line_id}: discount {one.discount} not applied" for one in unproven),
    ]
    return "\n".join(text for text in texts if text)[:MOST_NOTES]


def _line(case: CaseDocument, line: Line, currency: str, precision: int) -> DraftLine:
    match = case.matches.items.get(line.line_id)
    if match is None or match.item is None or line.quantity is None or line.quantity < 0:
        raise OrderUnsettled(f"Line {line.line_id} is not settled.")
    price = next((one for one in case.prices if one.line_id == line.line_id), None)
    if price is None:
        raise OrderUnsettled(f"Line {line.line_id} has no price decision.")
    rate = None if price.sent is None else round_money(price.sent, precision)
    discount, tax = proven_percent(line, currency), case.taxes.get(line.line_id)
    return DraftLine(
        line_id=line.line_id,
        item_id=match.item.item_id,
        quantity=line.quantity,
        rate=rate,
        discount=discount,
        tax_id=tax.tax_id if tax else "",
        description=_description(match.item, line),
    )


def _description(item: Item, line: Line) -> str:
    """The item's own description, with what the file says beyond it; empty where that is nothing."""
    more = beyond(item, line)
    return "\n".join(filter(None, (item.description, more)))[:MOST_NOTES] if more else ""


def beyond(item: Item, line: Line) -> str:
    """What the file says of a line's goods beside their name, and the books' item does not."""
    said = f" {fold(f'{item.name} {item.description}')} "
    told = (line.details, line.colour, line.size)
    return " · ".join(text for text in told if text and f" {fold(text)} " not in said)


def _day(text: str | None) -> str:
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return ""


def _digest(content: list[object]) -> str:
    canonical = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
