"""What rows of totals sum up, once the last line is known."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.totals import TotalRow

_SUMS = {"whole": "total", "total": "total", "subtotal": "subtotal"}


def settled(totals: Sequence[TotalRow], rated: Collection[int], last: int) -> list[TotalRow]:
    """The rows of totals that are the order's; a sum with lines below is a part's.

    `rated` are the rows that state a tax by its rate of the line above them, `last` the last line.
    """
    own = rated if _are_of_lines(totals, rated, last) else ()
    return [
        replace(one, kind="carried" if one.row < last else _SUMS[one.kind])
        if one.kind in _SUMS
        else one
        for one in totals
        if one.row not in own
    ]


def _are_of_lines(totals: Sequence[TotalRow], rated: Collection[int], last: int) -> bool:
    """Whether taxes are lines': one stands among them, or the others come to as much again."""
    taxes = {
        one.row: max(one.amounts.values(), default=Decimal(0))
        for one in totals
        if one.kind == "tax"
    }
    own = sum(amount for row, amount in taxes.items() if row in rated)
    again = 0 < own <= sum(taxes.values()) - own
    return again or any(row < last for row in rated)
