"""Columns whose product is a third one: quantity × price = total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from orders.columns import Column, number_of, style_in

_HUNDRED, _SURE_NAME = Decimal(100), 0.85
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
    counted = any({"quantity", "cases"} & c.meanings.keys() for c in columns)
    numeric = [c for c in columns if c.share("number") > 0.6 and not _is_beside(c, counted)]
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
    left_of = _left_of_price(numeric, values)
    for total in numeric:
        others = [column for column in numeric if column is not total]
        sums = values[total.number]
        for left, right in combinations(others, 2):
            rows = _holds(values[left.number], values[right.number], sums)
            if not rows and left_of:
                cut = {row: one * left_of.get(row, 1) for row, one in values[right.number].items()}
                rows = _holds(values[left.number], cut, sums)
            if rows:
                found.append(Triple(left.number, right.number, total.number, rows))
    return found


def _left_of_price(
    numeric: Sequence[Column], values: Mapping[int, dict[int, Decimal]]
) -> dict[int, Decimal]:
    """What the one column of discounts in per cent leaves of each row's price."""
    named = [one for one in numeric if one.meanings.get("discount", 0.0) >= _SURE_NAME]
    percents = values[named[0].number] if len(named) == 1 else {}
    if any(not 0 <= one < _HUNDRED for one in percents.values()):
        return {}
    return {row: 1 - one / _HUNDRED for row, one in percents.items()}


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
