"""The slash in numbers: a decimal mark, or between what a heading names."""

import re
from collections.abc import Mapping
from decimal import Decimal

from orders.columns import PER_BASE
from orders.dictionary import column_meanings
from orders.figures import INVALID, Figure
from orders.numbers import parse_amount
from orders.tables import Table
from orders.values import ascii_digits, tidy

_SLASHED = re.compile(r"([0-9]{1,9})/([0-9]{1,3})")
_TRIPLE = ("quantity", "unit_price", "line_total")
_NEAR = Decimal("0.011")
_HALF = Decimal("0.005")
FOR_SEVERAL = "price of several"
"""How a price is read that says itself for how many it stands, and is not divided yet."""
Figures = dict[str, dict[int, Figure]]


def with_slashes(table: Table, figures: Figures) -> Figures:
    """The figures with slashed texts as decimals, in columns where sums prove that of one or more.

    A slash may as well part a fraction or a date, so nothing else is taken for a decimal mark, and
    nothing at all where any row's sum contradicts.
    """
    figures = {name: _headed(table, name, found) for name, found in figures.items()}
    figures = _per_base(table, figures)
    if not all(name in figures for name in _TRIPLE):
        return figures
    read = {name: _read(table, name, figures[name]) for name in _TRIPLE}
    rows = {row for found in read.values() for row in found}
    told = [_fits(row, figures, read) for row in sorted(rows)]
    if not any(told) or False in told:
        return figures
    return figures | {name: {**figures[name], **read[name]} for name in _TRIPLE}


def _per_base(table: Table, figures: Figures) -> Figures:
    """The figures with prices for one where the prices say for how many they are, if sums prove it.

    What no sum proves is left for `PER_BASE` prices to be divided, and asked, with the lines.
    """
    if "unit_price" not in figures:
        return figures
    summed = all(name in figures for name in _TRIPLE)
    read: dict[int, Figure] = {}
    for row, figure in figures["unit_price"].items():
        text = tidy(ascii_digits(table.grid.text(row, table.mapping["unit_price"])))
        told = PER_BASE.fullmatch(text) if figure.problem == INVALID else None
        amount = parse_amount(told["price"]) if told else None
        if told is None or amount is None:
            continue
        base = told["base"]
        single = [
            Figure(one / int(base), reading=f"per={base}") for one in amount.readings.values()
        ]
        proven = [
            one for one in single if summed and _fits(row, figures, {"unit_price": {row: one}})
        ]
        untold = not summed or figures["line_total"][row].value is None
        if proven or (untold and amount.clear):
            read[row] = proven[0] if proven else Figure(amount.value(), reading=FOR_SEVERAL)
    return figures | {"unit_price": {**figures["unit_price"], **read}}


def _headed(table: Table, name: str, figures: Mapping[int, Figure]) -> dict[int, Figure]:
    """The figures with the part that the heading names: `Qty / Tolerance%` over `2.0 / 1%`."""
    column = table.column(table.mapping[name])
    heads = column.header.split("/") if column else []
    named = [at for at, head in enumerate(heads) if name in column_meanings(head)]
    found = dict(figures)
    for row, figure in figures.items():
        parts = tidy(ascii_digits(table.grid.text(row, table.mapping[name]))).split("/")
        told = len(named) == 1 < len(parts) == len(heads) and figure.problem == INVALID
        amount = parse_amount(parts[named[0]]) if told else None
        if amount and amount.clear and not amount.percent:
            found[row] = Figure(amount.value(), reading="named part", unit=amount.unit)
    return found


def _read(table: Table, name: str, figures: Mapping[int, Figure]) -> dict[int, Figure]:
    """The cells of a column that are no numbers but for a slash, read as decimals."""
    found: dict[int, Figure] = {}
    for row, figure in figures.items():
        text = tidy(ascii_digits(table.grid.text(row, table.mapping[name])))
        parts = _SLASHED.fullmatch(text) if figure.problem == INVALID else None
        if parts is not None:
            found[row] = Figure(Decimal(f"{parts[1]}.{parts[2]}"), reading="slash:arithmetic")
    return found


def _fits(row: int, figures: Figures, read: Figures) -> bool | None:
    """Whether quantity × price is the total of a row; None where one of them is missing."""
    values = [(read.get(name, {}).get(row) or figures[name][row]).value for name in _TRIPLE]
    quantity, price, total = values
    if quantity is None or price is None or total is None:
        return None
    return abs(quantity * price - total) <= _NEAR + abs(quantity) * _HALF and bool(total)
