"""What rows of totals sum up, once the last line is known."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.totals import TotalRow
from orders.values import has_letters
from orders.view import Grid

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


def with_charges(
    grid: Grid, totals: Sequence[TotalRow], beside: Mapping[int, Mapping[int, Decimal]]
) -> list[TotalRow]:
    """The rows of totals with those in unknown words that make the sum above them the total below: charges.

    `beside` are the numbers of the rows that are neither lines nor totals.
    """
    sums = [one for one in totals if one.kind in _SUMS and len(one.amounts) == 1]
    if len(sums) == 1:
        return [*totals, *_unnamed_total(grid, sums[0], totals, beside)]
    if not sums:
        return list(totals)
    first, last = sums[0], sums[-1]
    known = [one for one in totals if first.row < one.row < last.row]
    parts = [_only(one.amounts) for one in known if one.kind in ("tax", "charge", "discount")]
    found = [
        TotalRow(row, "charge", amounts, word)
        for row, amounts in beside.items()
        if first.row < row < last.row and len(amounts) == 1 and (word := _word(grid, row))
    ]
    added = sum((_only(one.amounts) for one in found), sum(parts, Decimal(0)))
    proven = len(parts) == len(known) and _only(first.amounts) + added == _only(last.amounts)
    return sorted((*totals, *(found if proven else ())), key=lambda one: one.row)


def _unnamed_total(
    grid: Grid,
    first: TotalRow,
    totals: Sequence[TotalRow],
    beside: Mapping[int, Mapping[int, Decimal]],
) -> list[TotalRow]:
    """The row in unknown words below a sum that is the sum with the charges and taxes between them."""
    more = [one for one in totals if one.row > first.row]
    parts = [
        -abs(_only(one.amounts)) if one.kind == "discount" else _only(one.amounts) for one in more
    ]
    ended = max((one.row for one in more), default=0)
    known = all(one.kind in ("tax", "charge", "discount") for one in more)
    whole = _only(first.amounts) + sum(parts, Decimal(0))
    rows = [
        row for row, amounts in beside.items() if row > ended and [*amounts.values()] == [whole]
    ]
    word = _word(grid, rows[0]) if known and any(parts) and rows else ""
    return [TotalRow(rows[0], "total", beside[rows[0]], word)] if word else []


def _word(grid: Grid, row: int) -> str:
    return next((text for _, text in grid.filled(row) if has_letters(text)), "")


def _only(amounts: Mapping[int, Decimal]) -> Decimal:
    return next(iter(amounts.values()), Decimal(0))
