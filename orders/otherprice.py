"""Prices that stand in another column: none is taken where two could be."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from orders.asking import which_column
from orders.checks import adds_up
from orders.codes import issue
from orders.columns import Column, number_of
from orders.denied import is_delivered, is_of_carriage
from orders.dictionary import WEAK
from orders.issue import Issue
from orders.money import currencies_in
from orders.order import Line
from orders.tables import Table
from orders.taxed import is_gross

_NAMED = 0.6
_NUMBERS, _SEEN = 0.6, 5
_FIGURE = re.compile(r"(?<!\w)\d")
_NEVER = frozenset({"line_total", "gross_total", "discount", "tax", "quantity", "weight", "stock"})


def other_prices(table: Table, lines: Sequence[Line], currency: str) -> list[Issue]:
    """The question which column holds the price, where another than the one taken may do so.

    Another column may where the one taken says nothing or zero for a line that it has a price for,
    and where it is called a price as plainly, says another one, and no sum proves either.
    """
    taken = table.column(table.mapping.get("unit_price", 0))
    if "unit_price" in table.chosen or not lines:
        return []
    if taken is None:
        return _unread(table, {one.row for one in lines})
    free = (one for one in table.columns if _may_be(one, table, currency))
    rivals = [one for one in free if not is_gross(one, taken, table.columns)]
    rivals = [one for one in rivals if not is_delivered(taken, one, table.columns)]
    filling = [one for one in rivals if _fills(one, lines)]
    proven = _proven(lines, currency)
    doubted = [
        one
        for one in rivals
        if one in filling or (not proven and _is_plain(one) and _differs(one, lines))
    ]
    return [_question(table, taken, filling, doubted)] if doubted else []


def _unread(table: Table, rows: Collection[int]) -> list[Issue]:
    """Columns named as the price that hold figures in a writing nobody knows: `12 ¤`."""
    named = [one for one in table.columns if one.meanings.get("unit_price", 0.0) >= WEAK]
    free = [one for one in named if one.number not in table.mapping.values()]
    return [
        issue(
            "INVALID_PRICE",
            cells=(table.grid.address(table.header.rows[-1], one.number),),
            fields=("unit_price",),
            facts={"value": one.samples(1)[0], "field": "unit_price"},
        )
        for one in free
        if not one.cells.keys().isdisjoint(rows)
        and one.share("number") < _NUMBERS
        and all(_FIGURE.search(text) for text in one.samples(_SEEN))
    ]


def _may_be(column: Column, table: Table, currency: str) -> bool:
    """Whether a column that serves nothing holds numbers, and no word says they are no prices."""
    used = {*table.mapping.values(), *table.sizes, table.line_numbers}
    if column.number in used or column.share("number") < _NUMBERS or column.share("long_digits"):
        return False
    said = currencies_in(column.header)
    if is_of_carriage(column.header):
        return False
    foreign = bool(currency and said) and currency not in said
    priced = _is_price(column) or not column.meanings
    return priced and not foreign and not column.sequence and not _NEVER & set(column.meanings)


def _is_price(column: Column) -> bool:
    said = column.meanings
    return max(said.get(name, 0.0) for name in ("unit_price", "wholesale", "rrp")) >= _NAMED


def _is_plain(column: Column) -> bool:
    """Whether the header calls it the price, by no weak word and by none for a retail price."""
    score = column.meanings.get("unit_price", 0.0)
    return score >= _NAMED and score != WEAK and "rrp" not in column.meanings


def _numbers(column: Column) -> dict[int, Decimal]:
    read = ((row, number_of(cell)) for row, cell in column.cells.items())
    return {row: number for row, number in read if number}


def _fills(column: Column, lines: Sequence[Line]) -> bool:
    """Whether it has prices for lines without one: any, or all if it is called no paid price."""
    numbers = _numbers(column)
    bare = [line for line in lines if not line.unit_price and line.quantity]
    filled = [line for line in bare if line.row in numbers]
    if {"unit_price", "wholesale"} & set(column.meanings):
        return bool(filled)
    zero = all(line.unit_price is not None for line in bare)
    return bool(filled) and (_is_price(column) or zero) and len(bare) == len(lines)


def _differs(column: Column, lines: Sequence[Line]) -> bool:
    """Whether it says another price, which the lines' discounts do not turn into the one taken."""
    numbers = _numbers(column)
    pairs = [(numbers[one.row], one) for one in lines if one.row in numbers and one.unit_price]
    return any(price != one.unit_price and not _discounted(price, one) for price, one in pairs)


def _discounted(price: Decimal, line: Line) -> bool:
    discount = line.discount or Decimal(0)
    taken = line.unit_price or Decimal(0)
    return bool(discount) and any(
        abs(price * (1 - share) - taken) <= Decimal("0.005") for share in (discount, discount / 100)
    )


def _proven(lines: Sequence[Line], currency: str) -> bool:
    """Whether every line's own total is its quantity times the price that was taken."""
    return all(adds_up(line, currency) for line in lines if line.quantity)


def _question(
    table: Table, taken: Column, filling: Sequence[Column], rivals: Sequence[Column]
) -> Issue:
    columns = [taken, *rivals]
    return which_column(table, "unit_price", columns, (filling or columns)[0].letter)
