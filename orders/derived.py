"""Columns that others of a table work out: a discount's amount, gross.

Exports state a line's money step by step: quantity × price, less the discount, with the tax.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from orders.columns import Column, number_of, style_in
from orders.numbers import Style, parse_amount
from orders.values import fold, shown

_NAMED = 0.6
_HUNDRED = Decimal(100)
_NEAR = Decimal("0.011")
_FROM = re.compile(r"\d+ ?\+|(?:≥|>=?) ?\d+")
_SUMS = frozenset({"line_total", "gross_total"})
_Rows = Mapping[int, Decimal]


def rule_derived(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """Of a discount's rate and its amount the rate serves; of a line's sums what is left before tax.

    Only where every row bears it out, and some discount makes a difference.
    """
    style = style_in(columns)
    named = {
        name: [
            (one.number, _numbers(one, style))
            for one in columns
            if scores[one.number].get(name, 0.0) >= _NAMED and one.cells
        ]
        for name in ("quantity", "unit_price", "discount", "tax")
    }
    if len(named["quantity"]) != 1 or len(named["unit_price"]) != 1 or not named["discount"]:
        return
    wholes = _times(named["quantity"][0][1], named["unit_price"][0][1])
    summed = [
        (one.number, _numbers(one, style)) for one in columns if _SUMS & scores[one.number].keys()
    ]
    for nets, amount in _discounted(wholes, named["discount"], named["quantity"][0][1]):
        scores.get(amount, {}).pop("discount", None)
        left = [number for number, told in summed if _is(told, nets)]
        steps = [wholes, *_taxed(nets, [told for _, told in named["tax"]])]
        others = [(number, told) for number, told in summed if number not in left]
        if len(left) == 1 and all(any(_is(told, step) for step in steps) for _, told in others):
            for number, _ in others:
                scores[number] = {"gross_total": 1.0}
            scores[left[0]] = {"line_total": 1.0}
            return


def rule_breaks(columns: Sequence[Column], scores: dict[int, dict[str, float]]) -> None:
    """`Price 1+`, `Price 10+` are one price at several quantities: none of them is that of every line."""
    steps = [
        one
        for one in columns
        if "unit_price" in scores[one.number] and _FROM.search(fold(one.header))
    ]
    if len({_FROM.sub("", fold(one.header)) for one in steps}) == 1 < len(steps):
        for column in steps:
            scores[column.number].pop("unit_price")


def _discounted(
    wholes: _Rows, named: Sequence[tuple[int, _Rows]], counted: _Rows
) -> Iterator[tuple[_Rows, int]]:
    """What may be left of each row, and the column (0: none) that only works the discount out."""
    for (_, rates), (number, amounts) in permutations(named, 2) if len(named) == 2 else ():
        for off in _shares(wholes, rates):
            if _is(amounts, off):
                yield _less(wholes, off), number
    for _, told in named if len(named) == 1 else ():
        for off in (*_shares(wholes, told), told, _times(counted, told)):
            if any(off.values()):
                yield _less(wholes, off), 0


def _taxed(nets: _Rows, taxes: Sequence[_Rows]) -> Iterator[_Rows]:
    """What each row may come to with its tax, be that a rate or an amount."""
    for told in taxes:
        for tax in (*_shares(nets, told), told):
            yield _plus(nets, tax)


def _shares(amounts: _Rows, rates: _Rows) -> Iterator[_Rows]:
    """The parts of amounts that rates tell, as `5` or as `0.05`."""
    for whole in (_HUNDRED, Decimal(1)):
        yield {row: one * rates.get(row, Decimal(0)) / whole for row, one in amounts.items()}


def _times(first: _Rows, second: _Rows) -> _Rows:
    return {row: first[row] * second[row] for row in first.keys() & second.keys()}


def _plus(nets: _Rows, tax: _Rows) -> _Rows:
    return {row: net + tax.get(row, 0) for row, net in nets.items()}


def _less(wholes: _Rows, off: _Rows) -> _Rows:
    return {row: one - off.get(row, 0) for row, one in wholes.items()}


def _is(told: _Rows, wanted: _Rows) -> bool:
    """Whether a column says on each row what was worked out, and not always nothing."""
    near = (abs(told[row] - one) <= _NEAR for row, one in wanted.items() if row in told)
    return any(wanted.values()) and told.keys() >= wanted.keys() and all(near)


def _numbers(column: Column, style: Style | None) -> _Rows:
    """The numbers of a column by row; `5 %` is 5."""
    found: dict[int, Decimal] = {}
    for row, cell in column.cells.items():
        share = parse_amount(shown(cell))
        if share is not None and share.percent:
            number = share.value(style)
        else:
            number = number_of(cell, style)
        if number is not None:
            found[row] = number
    return found


DERIVED = (rule_breaks, rule_derived)
