"""The price a draft carries: the books' or the sheet's; what is asked."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal

from orders.account import PriceList
from orders.authority import LEAVE_OUT
from orders.case import CaseDocument, PriceCheck
from orders.catalogue import Customer, Item, ItemMatch, Organization
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line, Order

Policy = Literal["books", "sheet"]
"""Which price the draft carries when both are there."""

BOOKS: Policy = "books"
SHEET: Policy = "sheet"
UNIT = "unit"
"""The answer that the sheet counts in another unit (toman, not rial): its price, shifted by ten."""
ZERO, FREE, TENFOLD, FAR, NEAR, SMALL, FINE = "zero", "free", "ten", "far", "near", "small", ""
BELOW, ALONE = "below", "alone"
"""What a line's two prices amount to: see `_kind`."""
_MINOR_UNITS = {"IRR": 0, "JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3, "OMR": 3, "TND": 3}
_OFFERED = {
    ZERO: (SHEET, BOOKS, LEAVE_OUT),
    FREE: (BOOKS, LEAVE_OUT),
    TENFOLD: (BOOKS, UNIT, SHEET, LEAVE_OUT),
    FAR: (BOOKS, SHEET, LEAVE_OUT),
    BELOW: (BOOKS, LEAVE_OUT),
}
_CODES = {ZERO: "PRICE_ZERO", FREE: "PRICE_ZERO", TENFOLD: "CURRENCY_UNIT_UNCLEAR",
          ALONE: "PRICE_UNCHECKED"}  # fmt: skip
_TEN = Decimal(10)
_AROUND_TEN = Decimal("0.05")
"""How near to ten times (or a tenth) counts as another unit, as a share."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class PriceRules:
    """The policy, the shares that warn and that ask, and what people answered so far.

    `choices` and `chosen_by` are `CaseDocument`'s; `price_list` is the customer's, if any.
    """

    policy: Policy = BOOKS
    choices: Mapping[str, str] = field(default_factory=dict)
    chosen_by: Mapping[str, str] = field(default_factory=dict)
    price_list: PriceList | None = None
    warn: Decimal = Decimal("0.02")
    ask: Decimal = Decimal("0.20")


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
    basis: str = ""
    discount: Decimal = Decimal(0)


def typed_key(line_id: str, item_id: str) -> str:
    """Where a price typed for one line lies in the choices; another item asks again."""
    return f"price:{line_id}:{item_id}"


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

    The books' price is the customer's: their price list with its quantity breaks, less their own
    discount. A rate of 0, a difference beyond `rules.ask` and prices that are ten times the other's
    on most lines are asked of a manager, one issue for all lines of a kind; a difference beyond
    `rules.warn` is a warning. Answers lie in `rules.choices` under the issue's target: `books`,
    `sheet`, `unit`, or `-` to leave these lines out. They hold for exactly these lines and prices,
    so that a later change asks again. `typed_key` holds a price typed for one line. Rates are in
    the organization's currency: in another one only a price list in that currency counts.
    """
    currency = order_currency(order, customer, organization)
    precision = precision_of(currency, organization)
    desk = _Desk(rules, currency, organization, customer.discount if customer else Decimal(0))
    pairs = [
        desk.pair(line, match.item)
        for line in order.lines
        if (match := items.get(line.line_id)) is not None
        and match.item is not None
        and not match.left_out
        and line.quantity != 0
    ]
    tenfold = _tenfold(pairs)
    kinds: dict[str, list[_Pair]] = {}
    for pair in pairs:
        kind = TENFOLD if pair.line_id in tenfold else _kind(pair, rules, precision)
        kinds.setdefault(kind, []).append(pair)
    lines = {line.line_id: line for line in order.lines}
    issues = tuple(_issue(kind, group, lines, rules) for kind, group in kinds.items() if kind)
    sent = [
        (pair, _sent(pair, kind, _answer(kind, group, rules), rules.policy))
        for kind, group in kinds.items()
        for pair in group
    ]
    left_out = frozenset(pair.line_id for pair, price in sent if price == LEAVE_OUT)
    checks = [_check(pair, price) for pair, price in sent if not isinstance(price, str)]
    return Pricing(tuple(sorted(checks, key=lambda one: one.line_id)), issues, left_out)


def _check(pair: _Pair, sent: Decimal | None) -> PriceCheck:
    return PriceCheck(pair.line_id, pair.sheet, pair.books, sent, pair.basis, pair.discount)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What pairing a line's two prices needs beside the line."""

    rules: PriceRules
    currency: str
    organization: Organization
    discount: Decimal

    def pair(self, line: Line, item: Item) -> _Pair:
        """The sheet's price, the books' price for this customer and quantity, and a typed one."""
        rate, basis = self._rate(item, line.quantity or Decimal(1))
        if rate and self.discount:
            rate = rate * (1 - self.discount / _HUNDRED)
        if rate is not None:
            rate = round_money(rate, precision_of(self.currency, self.organization))
        typed = _number(self.rules.choices.get(typed_key(line.line_id, item.item_id), ""))
        discount = self.discount if rate else Decimal(0)
        return _Pair(line.line_id, item.item_id, line.unit_price, rate, typed, basis, discount)

    def _rate(self, item: Item, quantity: Decimal) -> tuple[Decimal | None, str]:
        home, listed = self.organization.currency, self.rules.price_list
        usual = item.rate if self.currency in ("", home) else None
        if listed is not None and (listed.currency or home) == (self.currency or home):
            own = listed.rate_of(item.item_id, usual, quantity)
            if own is not None:
                return own, listed.name or listed.list_id
        return usual, ""


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _tenfold(pairs: Sequence[_Pair]) -> frozenset[str]:
    """The lines whose prices differ by ten, where most lines do and all in one direction."""
    both = [one for one in pairs if one.typed is None and one.sheet and one.books]
    for times in (_TEN, 1 / _TEN):
        near = [one for one in both if _is_near(one, times)]
        if near and len(near) * 2 > len(both):
            return frozenset(one.line_id for one in near)
    return frozenset()


def _is_near(pair: _Pair, times: Decimal) -> bool:
    wanted = (pair.books or Decimal(0)) * times
    return abs((pair.sheet or Decimal(0)) - wanted) <= _AROUND_TEN * wanted


def _kind(pair: _Pair, rules: PriceRules, precision: int) -> str:
    """`zero`: only the sheet has a price; `free`: neither; `far`, `near`, `small`: they differ.

    `below`: the sheet's is below zero, which nobody may send. `alone`: the books have no price in
    this currency, so that the sheet's is sent and nothing speaks for it.
    """
    if pair.typed is not None:
        return FINE
    if pair.sheet is not None and pair.sheet < 0:
        return BELOW if pair.books else FREE
    if not pair.books:
        only = ALONE if pair.books is None else ZERO
        return FREE if not pair.sheet else FINE if rules.policy == SHEET else only
    if pair.sheet is None:
        return FINE
    difference = abs(pair.sheet - pair.books)
    if difference * 2 < Decimal(1).scaleb(-precision):
        return FINE
    if difference > rules.ask * pair.books:
        return FAR
    return NEAR if difference > rules.warn * pair.books else SMALL


def _sent(pair: _Pair, kind: str, answer: str, policy: Policy) -> "Decimal | str | None":
    """The price to send, `-` for a line left out, None to leave the rate to the books."""
    if pair.typed is not None:
        return pair.typed
    if answer == LEAVE_OUT:
        return LEAVE_OUT
    if answer == UNIT and pair.sheet is not None:
        return pair.sheet * _TEN if _is_near(pair, 1 / _TEN) else pair.sheet / _TEN
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
    answer, target = _answer(kind, pairs, rules), _target(kind, pairs)
    offered = _OFFERED.get(kind, ())
    asks = bool(offered) and not answer
    witnesses = [lines[pair.line_id].evidence.get("unit_price") for pair in pairs]
    settled = {"answer": answer, "by": rules.chosen_by.get(target, "")} if answer else {}
    calm = Severity.INFO if kind == SMALL else Severity.WARNING
    return Issue(
        code=_CODES.get(kind, "PRICE_DIFFERENCE"),
        severity=Severity.ERROR if asks else calm,
        cells=tuple(one.address for one in witnesses if one is not None and one.address),
        fields=("unit_price",),
        lines=tuple(pair.line_id for pair in pairs),
        facts=_facts(kind, pairs, lines) | settled,
        ask=Ask.CHOICE if asks else Ask.NONE,
        target=target,
        candidates=tuple(Candidate(value, value) for value in offered) if asks else (),
    )


def _facts(kind: str, pairs: Sequence[_Pair], lines: Mapping[str, Line]) -> dict[str, str]:
    difference = sum((_difference(pair, lines[pair.line_id]) for pair in pairs), Decimal(0))
    facts = {"count": str(len(pairs)), "difference": f"{difference:f}"}
    if kind == TENFOLD:
        facts["why"] = "ten"
    if len(pairs) == 1:
        sheet, books = pairs[0].sheet, pairs[0].books
        facts |= {"sheet": "" if sheet is None else f"{sheet:f}"}
        facts |= {"books": "" if books is None else f"{books:f}"}
    return facts


def _difference(pair: _Pair, line: Line) -> Decimal:
    """What the sheet asks more (or less) than the books for the whole line."""
    sheet, books = pair.sheet or Decimal(0), pair.books or Decimal(0)
    return (sheet - books) * (line.quantity or Decimal(0))


def differing(case: CaseDocument) -> str:
    """The lines whose prices differ, for the audit: `L003 10/12→12`, at most fifty of them."""
    pairs = [one for one in case.prices if len({one.sheet, one.books, one.sent} - {None}) > 1]
    return "; ".join(f"{one.line_id} {one.sheet}/{one.books}→{one.sent}" for one in pairs[:50])
