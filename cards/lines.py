"""The lines of an order as a table, as text, or only those that matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from microsoft_teams.cards.core import CardElement

from cards.catalogue import line_number, say
from cards.elements import BOLD, CODE, QUIET, Cell, Ink, box, line, rich, table
from cards.figures import digits, figure, money, number
from cards.literal import clean, show
from cards.scene import Scene
from cards.verbs import row as action_row
from cards.verbs import toggle
from orders.authority import LEAVE_OUT
from orders.case import CaseDocument, PriceCheck
from orders.discounts import proven_percent
from orders.draft import beyond
from orders.order import Line, Order

_SHOWN_AT_ONCE = 8
_LARGEST = 30
"""How many lines of an order too long for a card are listed for what they cost."""
_WIDTHS = (6, 3, 4, 4)
_HEAD = ("item", "quantity", "price", "line_sum")
REST = "more-lines"
"""Element id of the folded lines."""


class Detail(IntEnum):
    """How much of a long order is drawn; less until the card fits."""

    TABLE = 0
    TEXT = 1
    SUMMARY = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line as people read it: books' name first, the file's own words where there is none."""

    line: Line
    item: str
    code: str
    price: PriceCheck
    left_out: bool

    @property
    def amount(self) -> Decimal | None:
        """Quantity times the price the draft carries, less a discount that the file proves."""
        if self.left_out or self.line.quantity is None or self.price.sent is None:
            return None
        return self.line.quantity * self.price.sent * (1 - proven_percent(self.line) / 100)

    @property
    def differs(self) -> bool:
        """Whether file and books name different prices, or the draft carries a third."""
        sheet, books, sent = self.price.sheet, self.price.books, self.price.sent
        named = {one for one in (sheet, books, sent) if one is not None}
        return not self.left_out and books is not None and len(named) > 1


def order_of(case: CaseDocument | None) -> Order | None:
    """The order of a case, as far as it could be read."""
    return case.order if case else None


def currency_of(case: CaseDocument) -> str:
    """The currency amounts are in: the order's, else the customer's, else the organization's."""
    order, match = order_of(case), case.matches.customer
    customer = match.customer if match else None
    organization = case.matches.organization
    return (
        (order.currency if order else "")
        or (customer.currency if customer else "")
        or (organization.currency if organization else "")
    )


def drawn_lines(case: CaseDocument | None) -> list[Drawn]:
    """Every line with its match and prices, in the file's order."""
    order = order_of(case)
    if case is None or order is None:
        return []
    prices = {price.line_id: price for price in case.prices}
    return [_drawn(case, one, prices.get(one.line_id)) for one in order.lines]


def _drawn(case: CaseDocument, one: Line, price: PriceCheck | None) -> Drawn:
    match = case.matches.items.get(one.line_id)
    item = match.item if match else None
    named = " · ".join(filter(None, (item.name, beyond(item, one)))) if item else ""
    return Drawn(
        line=one,
        item=named or one.full_name or one.sku or one.gtin or "",
        code=one.sku or one.gtin or (item.sku if item else ""),
        price=price or PriceCheck(one.line_id, one.unit_price, None, None),
        left_out=bool(match and match.left_out) or case.choices.get(one.line_id) == LEAVE_OUT,
    )


def total_of(lines: Sequence[Drawn]) -> Decimal | None:
    """What the draft will come to before tax; None while any sent line has no amount."""
    amounts = [one.amount for one in lines if not one.left_out]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if amounts and len(known) == len(amounts) else None


def draw_lines(scene: Scene, detail: Detail) -> list[CardElement]:
    """All lines, folded after the first few; at `SUMMARY` the unusual and the largest."""
    lines = drawn_lines(scene.case)
    if not lines:
        return []
    if detail is Detail.SUMMARY:
        return _draw_summary(scene, lines)
    draw = _draw_table if detail is Detail.TABLE else _draw_text
    first, rest = lines[:_SHOWN_AT_ONCE], lines[_SHOWN_AT_ONCE:]
    if not rest:
        return draw(scene, first)
    count = number(len(lines), scene.language)
    button = toggle(say("verb.show_lines", scene.language, count=count), REST)
    return [
        *draw(scene, first),
        box(draw(scene, rest), name=REST, hidden=True),
        *action_row([button]),
    ]


def _draw_summary(scene: Scene, lines: Sequence[Drawn]) -> list[CardElement]:
    count = number(len(lines), scene.language)
    unusual = [one for one in lines if one.differs or one.left_out][:_SHOWN_AT_ONCE]
    largest = sorted(lines, key=lambda one: one.amount or 0, reverse=True)[:_LARGEST]
    shown = {one.line.line_id for one in (*unusual, *largest)}
    note = line(say("review.exceptions", scene.language, count=count), QUIET)
    return [note, *_draw_text(scene, [one for one in lines if one.line.line_id in shown])]


def _draw_text(scene: Scene, lines: Sequence[Drawn]) -> list[CardElement]:
    return [line(_sentence(scene, one), spacing="Small") for one in lines]


def _sentence(scene: Scene, one: Drawn) -> str:
    language, currency = scene.language, currency_of(scene.case) if scene.case else ""
    return say(
        "review.line_text",
        language,
        line=digits(line_number(one.line.line_id), language),
        item=one.item,
        quantity=_quantity(one, language),
        price=_figure(one.price.sent, currency, language),
        sum=say("word.left_out", language)
        if one.left_out
        else _figure(one.amount, currency, language),
    )


def _draw_table(scene: Scene, lines: Sequence[Drawn]) -> list[CardElement]:
    currency = currency_of(scene.case) if scene.case else ""
    head = [say(f"review.{title}", scene.language) for title in _HEAD]
    return [table(_WIDTHS, head, [_row(one, currency, scene.language) for one in lines])]


def _row(one: Drawn, currency: str, language: str) -> list[Cell]:
    last = (
        line(say("word.left_out", language), QUIET)
        if one.left_out
        else line(_figure(one.amount, currency, language), BOLD)
    )
    return [
        [_item(one, language), line(_evidence(one, language), CODE, spacing="None")],
        [line(_quantity(one, language))],
        _price(one, currency, language),
        [last],
    ]


def _item(one: Drawn, language: str) -> CardElement:
    ink = Ink(bold=True, struck=one.left_out)
    return rich((show(one.item, language, 120), ink))


def _evidence(one: Drawn, language: str) -> str:
    witness = one.line.evidence.get("quantity")
    cell = witness.cell if witness else ""
    return say(
        "review.evidence",
        language,
        line=digits(line_number(one.line.line_id), language),
        code=one.code or "-",
        cell=cell,
    )


def _quantity(one: Drawn, language: str) -> str:
    if one.line.quantity is None:
        return "-"
    figure = number(one.line.quantity, language)
    unit = show(one.line.unit or "", language, 20)
    return f"{figure} {unit}".rstrip()


def _price(one: Drawn, currency: str, language: str) -> Cell:
    """The price the draft carries, and under it the file's own."""
    sent = one.price.books if one.price.sent is None else one.price.sent
    ink = Ink(colour="Warning", bold=True, size="Small") if one.differs else QUIET
    sheet = one.price.sheet
    in_file = "" if sheet is None else _figure(sheet, currency, language)
    key = "review.in_file" if in_file else "review.no_price"
    below = line(say(key, language, price=in_file), ink, spacing="None")
    return [line(_figure(sent, currency, language)), below, *_basis(one, language)]


def _basis(one: Drawn, language: str) -> list[CardElement]:
    """Where the books' price comes from, unless it is simply the item's."""
    price = one.price
    parts = [say("review.price_basis", language, basis=price.basis)] if price.basis else []
    if price.discount:
        discount = number(price.discount, language)
        parts.append(say("review.price_discount", language, discount=discount))
    return [line(" · ".join(parts), QUIET, spacing="None")] if parts else []


def _figure(value: Decimal | None, currency: str, language: str) -> str:
    return "-" if value is None else figure(value, currency, language)


def amount(scene: Scene, value: Decimal | None) -> str:
    """An amount in the order's currency, or a dash."""
    if value is None or scene.case is None:
        return "-"
    return money(value, clean(currency_of(scene.case), 10), scene.language)
