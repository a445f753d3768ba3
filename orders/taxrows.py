"""Rows that state the tax of the line above them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from orders.dictionary import column_meanings, label_meanings
from orders.figures import read_figure
from orders.headers import IDENTIFIERS, Header
from orders.numbers import Style, parse_amount
from orders.totals import TotalRow
from orders.values import ascii_digits, fold
from orders.view import Grid

_CLOSE = Decimal("0.02")
_MOST_WORDS = 10
_HIGHEST = 60
"""No tax on goods has a higher rate in percent."""


def speaks_of_tax(text: str) -> bool:
    """Whether a short text has a word for a tax in it."""
    words = fold(text.replace("%", " ")).split()
    return len(words) < _MOST_WORDS and any("tax" in label_meanings(word) for word in words)


def sums_taxes(grid: Grid, header: Header) -> bool:
    """Whether a header is of a list that says of codes of the customs, not of items, what is taxed."""
    named = {
        name
        for text in header.texts.values()
        for name, sure in column_meanings(text).items()
        if sure >= 1
    }
    above = [text for _, text in grid.filled(header.rows[0] - 1)]
    taxes = sum(speaks_of_tax(text) for text in (*header.texts.values(), *above))
    return "customs" in named and taxes > 1 and named.isdisjoint(IDENTIFIERS)


def taxes_amount(grid: Grid, row: int, amount: Decimal, style: Style | None) -> bool:
    """Whether a row that speaks of a tax holds a rate, and that rate of an amount."""
    cells = dict(grid.filled(row))
    if not amount or not any(map(speaks_of_tax, cells.values())):
        return False
    numbers = [read_figure(grid, row, column, style).value for column in cells]
    rates = [rate for text in cells.values() for rate in _rates(text)]
    return any(
        abs(amount * rate / 100 - value) <= _CLOSE
        for rate in rates
        for value in numbers
        if value and value != rate
    )


def sums_with_tax(
    grid: Grid,
    row: int,
    amounts: Mapping[int, Decimal],
    told: tuple[Decimal, Sequence[TotalRow], Style | None],
) -> bool:
    """Whether a row holds a tax of all lines, or what they come to with the taxes stated above.

    `told` is the sum of the lines, the rows of totals above, and the style of the numbers.
    """
    amount, totals, style = told
    stated = [(one.kind, value) for one in totals for value in one.amounts.values()]
    taxes = sum(value for kind, value in stated if kind == "tax")
    bases = [amount, *(value for kind, value in stated if kind in ("subtotal", "total"))]
    wholes = [one + taxes for one in bases if taxes and one]
    closes = any(abs(value - one) <= _CLOSE for value in amounts.values() for one in wholes)
    return closes or any(taxes_amount(grid, row, one, style) for one in bases)


def _rates(text: str) -> list[Decimal]:
    """The numbers of a text that may be rates: `CGST 9.00 %`, `18.00`."""
    found = [parse_amount(word.strip("()%@")) for word in ascii_digits(text).split()]
    values = [one.value(Style.DOT) for one in found if one is not None]
    return [value for value in values if value is not None and 0 < value <= _HIGHEST]
