"""Columns whose product is a third one: quantity × price = total."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from orders.bases import bases_of
from orders.columns import Column, number_of, style_in
from orders.numbers import Style, parse_amount
from orders.sheet import Cell
from orders.units import is_countable, unit_of

_HUNDRED, _SURE_NAME, _MOSTLY = Decimal(100), 0.85, 0.6
_CERTAIN = 0.9
_TOLERANCE = Decimal("0.011")
_LARGE, _HALF = Decimal(10_000), Decimal("0.5")
ROWS_WEIGHED, _COLUMNS_WEIGHED = 60, 14
"""How many rows, and columns of numbers, are looked at."""


@dataclass(frozen=True, slots=True)
class Triple:
    """Columns where quantity × price = total holds, and on how many rows."""

    quantity: int
    price: int
    total: int
    rows: int


def _is_beside(column: Column, counted: bool) -> bool:
    """Whether a column numbers the rows, marks up, or weighs what others count."""
    if ({"weight", "ignored"} if counted else {"ignored"}) & column.meanings.keys():
        return not {"quantity", "unit_price", "line_total"} & set(column.meanings)
    return column.sequence and ("line_no" in column.meanings or not column.meanings)


def find_triples(columns: Sequence[Column]) -> list[Triple]:
    """All pairs of number columns whose product is a third, on at least two telling rows."""
    counted = any(
        {"quantity", "cases"} & c.meanings.keys() and "line_total" not in c.meanings
        for c in columns
    )
    numeric = [c for c in columns if c.share("number") > _MOSTLY and not _is_beside(c, counted)]
    numeric = numeric[:_COLUMNS_WEIGHED]
    style = style_in(numeric)
    values = {
        column.number: {
            row: number
            for row, cell in list(column.cells.items())[:ROWS_WEIGHED]
            if (number := number_of(cell, style)) is not None
        }
        for column in numeric
    }
    found: list[Triple] = []
    left_of = _left_of_price(columns, style)
    for total in numeric:
        pairs = list(combinations([one for one in numeric if one is not total], 2))
        held = [
            (pair, _holds(values[pair[0].number], values[pair[1].number], values[total.number]))
            for pair in pairs
        ]
        if not any(rows for _, rows in held):
            held = [(pair, _holds_otherwise(pair, values, left_of, total)) for pair in pairs]
        found += [
            Triple(left.number, right.number, total.number, n) for (left, right), n in held if n
        ]
    return found


def _holds_otherwise(
    pair: tuple[Column, Column],
    values: Mapping[int, dict[int, Decimal]],
    left_of: Mapping[int, Decimal],
    total: Column,
) -> int:
    """On how many rows the total is the product less the discount, or a price for a hundred's."""
    counted, priced = (values[one.number] for one in pair)
    cut = {row: one * left_of.get(row, 1) for row, one in priced.items()}
    # Where a column says the price after the discount, that is the one that was multiplied.
    told = any(_is_near(cut, one) for one in values.values() if one is not priced)
    rows = _holds(counted, cut, values[total.number]) if left_of and not told else 0
    return rows or _holds_by_base(pair, values, values[total.number])


def _is_near(one: Mapping[int, Decimal], other: Mapping[int, Decimal]) -> bool:
    shared = one.keys() & other.keys()
    return len(shared) > 1 and all(abs(one[row] - other[row]) <= _TOLERANCE for row in shared)


def _holds_by_base(
    pair: tuple[Column, Column], values: Mapping[int, dict[int, Decimal]], sums: dict[int, Decimal]
) -> int:
    """On how many rows a price for a hundred, or a tonne's of kilos, times the other makes the total."""
    for counted, priced in (pair, pair[::-1]):
        for base in bases_of(priced.header):
            cut = {row: one / base for row, one in values[priced.number].items()}
            if base != 1 and (rows := _holds(values[counted.number], cut, sums)):
                return rows
    return 0


def _left_of_price(columns: Sequence[Column], style: Style | None) -> dict[int, Decimal]:
    """What the one column of discounts in per cent leaves of each row's price."""
    named = [one for one in columns if one.meanings.get("discount", 0.0) >= _SURE_NAME]
    if len(named) != 1 or named[0].share("number") + named[0].share("percent") <= _MOSTLY:
        return {}
    cells = list(named[0].cells.items())[:ROWS_WEIGHED]
    percents = {row: one for row, cell in cells if (one := _percent(cell, style)) is not None}
    if any(not 0 <= one < _HUNDRED for one in percents.values()):
        return {}
    return {row: 1 - one / _HUNDRED for row, one in percents.items()}


def _percent(cell: Cell, style: Style | None) -> Decimal | None:
    """A number, or the number before a sign of per cent: `10%`."""
    amount = parse_amount(cell.value) if isinstance(cell.value, str) else None
    return amount.value(style) if amount and amount.percent else number_of(cell, style)


def _holds(left: dict[int, Decimal], right: dict[int, Decimal], total: dict[int, Decimal]) -> int:
    shared = left.keys() & right.keys() & total.keys()
    telling = [row for row in shared if left[row] not in (0, 1) and right[row] not in (0, 1)]
    if len(telling) < 2:
        return 0
    off = {row: abs(left[row] * right[row] - total[row]) for row in telling}
    room = {row: _rounding(total[row]) for row in telling}
    right_rows = sum(off[row] <= room[row] + abs(left[row]) * Decimal("0.005") for row in telling)
    exact = sum(off[row] <= room[row] for row in telling)
    enough = right_rows * 10 >= len(telling) * 9 and exact * 2 >= len(telling)
    return len(telling) if enough else 0


def _rounding(total: Decimal) -> Decimal:
    """How far a product may be off: large sums of rials or won are whole, their prices' parts cut."""
    return _HALF if abs(total) >= _LARGE and total == total.to_integral_value() else _TOLERANCE


def money_triples(
    columns: Sequence[Column], final: Mapping[tuple[str, int], float]
) -> Iterator[Triple]:
    """Those whose third column may be money.

    What is taken off is no price, whatever it comes to by chance; `Qty/Board` × `Boards` makes no money.
    """
    less = {one.number for one in columns if "discount" in one.meanings}
    counted = {one.number for one in columns if _is_counted(one, final)}
    for one in find_triples(columns):
        if less.isdisjoint((one.quantity, one.price)) and one.total not in counted:
            yield one


def _is_counted(column: Column, final: Mapping[tuple[str, int], float]) -> bool:
    """Whether a heading says for sure that pieces stand below it: `Total qty`, `Bottles`."""
    counted = final.get(("quantity", column.number), 0.0) >= _CERTAIN
    counted = counted or bool(unit_of(column.header) and is_countable(column.header))
    return counted and ("line_total", column.number) not in final
