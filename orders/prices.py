"""The price a draft carries: the books' or the sheet's; what is asked."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal

from orders.case import PriceCheck
from orders.catalogue import Customer, ItemMatch, Organization
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line, Order

Policy = Literal["books", "sheet"]
"""Which price the draft carries when both are there."""

BOOKS: Policy = "books"
SHEET: Policy = "sheet"
LEAVE_OUT = "-"
ALARMING = Decimal("0.20")
"""A difference above this share of the books' price is asked (facts: orders §8)."""
ZERO, FREE, FAR, NEAR, FINE = "zero", "free", "far", "near", ""
"""What a line's two prices amount to: see `_kind`."""
_MINOR_UNITS = {"IRR": 0, "JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3, "OMR": 3, "TND": 3}
_OFFERED = {
    ZERO: (SHEET, BOOKS, LEAVE_OUT),
    FREE: (BOOKS, LEAVE_OUT),
    FAR: (BOOKS, SHEET, LEAVE_OUT),
}


@dataclass(frozen=True, slots=True)
class PriceRules:
    """The policy, and what people answered so far (`CaseDocument.choices`)."""

    policy: Policy = BOOKS
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pricing:
    """The price of every line that is sent, what is asked, and lines left out by an answer."""

    checks: tuple[PriceCheck, ...] = ()
    issues: tuple[Issue, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line's two prices, both in the order's currency; `typed` is a person's own."""

    line_id: str
    item_id: str
    sheet: Decimal | None
    books: Decimal | None
    typed: Decimal | None


def round_money(amount: Decimal, precision: int) -> Decimal:
    """Round half up to some decimal places."""
    return amount.quantize(Decimal(1).scaleb(-precision), rounding=ROUND_HALF_UP)


def precision_of(currency: str, organization: Organization) -> int:
    """Decimal places of an order's prices: the organization's own, else the currency's usual."""
    if currency in ("", organization.currency):
        return organization.price_precision
    return _MINOR_UNITS.get(currency, 2)


def order_currency(order: Order, customer: Customer | None, organization: Organization) -> str:
    """The currency the draft will have: the sheet's, else the customer's, else the books'."""
    theirs = customer.currency if customer else ""
    return order.currency or theirs or organization.currency


def price_lines(
    order: Order,
    items: Mapping[str, ItemMatch],
    customer: Customer | None,
    organization: Organization,
    rules: PriceRules,
) -> Pricing:
    """Compare both prices of every line that will be sent and decide which one is sent.

    A rate of 0 and a difference beyond `ALARMING` are asked, one issue for all lines of a kind;
    smaller differences are a warning. Answers lie in `rules.choices` under the issue's target:
    `books`, `sheet`, or `-` to leave these lines out. They hold for exactly these lines and
    prices, so that a later change asks again. `price:L003` holds a price typed for one line.
    Rates of the books are in their base currency: in another one only the sheet's price counts.
    """
    currency = order_currency(order, customer, organization)
    precision = precision_of(currency, organization)
    same = currency in ("", organization.currency)
    kinds: dict[str, list[_Pair]] = {}
    for line in order.lines:
        match = items.get(line.line_id)
        if match is None or match.item is None or match.left_out or line.quantity == 0:
            continue
        pair = _pair(line, match.item.item_id, match.item.rate if same else None, rules)
        kinds.setdefault(_kind(pair, rules.policy, precision), []).append(pair)
    lines = {line.line_id: line for line in order.lines}
    issues = tuple(_issue(kind, pairs, lines, rules) for kind, pairs in kinds.items() if kind)
    sent = [
        (pair, _sent(pair, kind, _answer(kind, pairs, rules), rules.policy))
        for kind, pairs in kinds.items()
        for pair in pairs
    ]
    left_out = frozenset(pair.line_id for pair, price in sent if price == LEAVE_OUT)
    checks = [
        PriceCheck(pair.line_id, pair.sheet, pair.books, price)
        for pair, price in sent
        if not isinstance(price, str)
    ]
    return Pricing(tuple(sorted(checks, key=lambda one: one.line_id)), issues, left_out)


def _pair(line: Line, item_id: str, rate: Decimal | None, rules: PriceRules) -> _Pair:
    typed = _number(rules.choices.get(f"price:{line.line_id}", ""))
    return _Pair(line.line_id, item_id, line.unit_price, rate, typed)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _kind(pair: _Pair, policy: Policy, precision: int) -> str:
    """`zero`: only the sheet has a price; `free`: neither; `far`, `near`: they differ; else fine."""
    if pair.typed is not None:
        return FINE
    if not pair.books:
        foreign = pair.books is None
        if pair.sheet:
            return FINE if foreign or policy == SHEET else ZERO
        return FREE
    if pair.sheet is None:
        return FINE
    difference = abs(pair.sheet - pair.books)
    if difference * 2 < Decimal(1).scaleb(-precision):
        return FINE
    return FAR if difference > ALARMING * pair.books else NEAR


def _sent(pair: _Pair, kind: str, answer: str, policy: Policy) -> "Decimal | str | None":
    """The price to send, `-` for a line left out, None to leave the rate to the books."""
    if pair.typed is not None:
        return pair.typed
    if answer == LEAVE_OUT:
        return LEAVE_OUT
    wanted = answer or policy
    first, second = (pair.sheet, pair.books) if wanted == SHEET else (pair.books, pair.sheet)
    if kind in (ZERO, FREE) and answer == BOOKS:
        return pair.books
    return first if first is not None else second


def _target(kind: str, pairs: Sequence[_Pair]) -> str:
    key = "|".join(f"{p.line_id},{p.item_id},{p.sheet},{p.books}" for p in pairs)
    return f"price:{hashlib.sha256(f'{kind}|{key}'.encode()).hexdigest()[:12]}"


def _answer(kind: str, pairs: Sequence[_Pair], rules: PriceRules) -> str:
    answer = rules.choices.get(_target(kind, pairs), "")
    return answer if answer in _OFFERED.get(kind, ()) else ""


def _issue(
    kind: str, pairs: Sequence[_Pair], lines: Mapping[str, Line], rules: PriceRules
) -> Issue:
    answer = _answer(kind, pairs, rules)
    offered = _OFFERED.get(kind, ())
    asks = bool(offered) and not answer
    witnesses = [lines[pair.line_id].evidence.get("unit_price") for pair in pairs]
    return Issue(
        code="PRICE_DIFFERENCE" if kind in (FAR, NEAR) else "PRICE_ZERO",
        severity=Severity.ERROR if asks else Severity.WARNING,
        cells=tuple(one.address for one in witnesses if one is not None and one.address),
        fields=("unit_price",),
        lines=tuple(pair.line_id for pair in pairs),
        facts=_facts(pairs, lines) | ({"answer": answer} if answer else {}),
        ask=Ask.CHOICE if asks else Ask.NONE,
        target=_target(kind, pairs),
        candidates=tuple(Candidate(value, value) for value in offered) if asks else (),
        preselect=offered[0] if asks else "",
    )


def _facts(pairs: Sequence[_Pair], lines: Mapping[str, Line]) -> dict[str, str]:
    difference = sum((_difference(pair, lines[pair.line_id]) for pair in pairs), Decimal(0))
    facts = {"count": str(len(pairs)), "difference": f"{difference:f}"}
    if len(pairs) == 1:
        sheet, books = pairs[0].sheet, pairs[0].books
        facts |= {"sheet": "" if sheet is None else f"{sheet:f}"}
        facts |= {"books": "" if books is None else f"{books:f}"}
    return facts


def _difference(pair: _Pair, line: Line) -> Decimal:
    """What the sheet asks more (or less) than the books for the whole line."""
    sheet, books = pair.sheet or Decimal(0), pair.books or Decimal(0)
    return (sheet - books) * (line.quantity or Decimal(0))
