"""Columns that a table's own rates of tax explain: they hold the tax.

India, Brazil and Canada state taxes of the country and of the state side by side: they add up.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from orders.columns import Column, number_of
from orders.values import fold

_PARTS = frozenset(
    [
        "cgst",
        "sgst",
        "igst",
        "utgst",
        "ugst",
        "cess",
        "ipi",
        "icms",
        "pis",
        "cofins",
        "gst",
        "pst",
        "qst",
    ]
)
_NAMED, _FEW = 0.6, 4
_HUNDRED = Decimal(100)
_CLOSE = Decimal("0.02")
_HALF_CENT = Decimal("0.006")
Scores = dict[int, dict[str, float]]


def rule_parts(columns: Sequence[Column], scores: Scores) -> None:
    """Of a tax in several parts none is the line's tax; what they come to tells gross columns."""
    parts = _parts(columns)
    for column in parts:
        scores[column.number].pop("tax", None)
    rates = [one for one in parts if _is_rate(one)]
    for quantity, price, total in _triples(columns, scores):
        if _explains(quantity, price, total, rates):
            scores[total.number] = {}
            for column in columns:
                if column is not price and is_gross(column, price, columns):
                    scores[column.number].pop("unit_price", None)
            return


def rule_rates(columns: Sequence[Column], scores: Scores) -> None:
    """Of a tax's rate and its amount the rate tells both."""
    named = [one for one in columns if scores[one.number].get("tax", 0.0) >= _NAMED]
    rates = [one for one in named if one.share("percent") == 1 or _repeats_rates(one)]
    for column in named if len(rates) == 1 else ():
        if column not in rates:
            scores[column.number].pop("tax")


def _repeats_rates(column: Column) -> bool:
    """Whether few different numbers stand there, as rates do and amounts do not."""
    numbers = {number_of(cell) for cell in column.cells.values()}
    return 0 < len(numbers) < min(_FEW, len(column.cells)) and all(
        one is not None and 0 <= one < _HUNDRED for one in numbers
    )


def rates_of(columns: Sequence[Column]) -> frozenset[Decimal]:
    """The rates that stand in the column of a tax, or in those of its parts."""
    rates = [one for one in _parts(columns) if _is_rate(one)] or _one_rate(columns)
    told = (number_of(cell) for column in rates for cell in column.cells.values())
    return frozenset(one for one in told if one)


def rule_gross_prices(columns: Sequence[Column], scores: Scores) -> None:
    """Of a price without and with the tax at each line's rate the one without serves."""
    priced = [one for one in columns if "unit_price" in scores[one.number] and one.cells]
    for net, gross in permutations(priced, 2):
        if is_gross(gross, net, columns) and not is_gross(net, gross, columns):
            scores[gross.number].pop("unit_price", None)


def is_gross(column: Column, price: Column, columns: Sequence[Column]) -> bool:
    """Whether each price of a column is the other one's with the line's tax, or all its parts' rates."""
    rates = [one for one in _parts(columns) if _is_rate(one)] or _one_rate(columns)
    pairs = [
        (gross, each * _factor(rates, row))
        for row in price.cells
        if (each := _at(price, row)) is not None and (gross := _at(column, row)) is not None
    ]
    return bool(rates and pairs) and all(abs(a - b) <= _CLOSE for a, b in pairs)


def _one_rate(columns: Sequence[Column]) -> list[Column]:
    """The only column of a tax, if it holds rates."""
    told = [one for one in columns if one.meanings.get("tax", 0.0) >= _NAMED and one.cells]
    return told if len(told) == 1 and _is_rate(told[0]) else []


def _parts(columns: Sequence[Column]) -> list[Column]:
    told = {one.number: _PARTS.intersection(fold(one.header).split()) for one in columns}
    several = len(frozenset().union(*told.values())) > 1
    return [one for one in columns if told[one.number]] if several else []


def _triples(columns: Sequence[Column], scores: Scores) -> Iterator[tuple[Column, Column, Column]]:
    named = {
        name: [one for one in columns if scores[one.number].get(name, 0.0) >= _NAMED]
        for name in ("quantity", "unit_price", "line_total")
    }
    for quantity in named["quantity"]:
        for price in named["unit_price"]:
            for total in named["line_total"]:
                if len({quantity.number, price.number, total.number}) == 3:
                    yield quantity, price, total


def _is_rate(column: Column) -> bool:
    numbers = [one for cell in column.cells.values() if (one := number_of(cell)) is not None]
    return bool(numbers) and all(0 <= one < _HUNDRED for one in numbers)


def _explains(quantity: Column, price: Column, total: Column, rates: Sequence[Column]) -> bool:
    """Whether each line's total is its quantity at its price with all the rates, and not without."""
    found: list[tuple[bool, bool]] = []
    for row in total.cells:
        count, each, whole = (_at(one, row) for one in (quantity, price, total))
        if count is None or each is None or whole is None:
            continue
        room = _CLOSE + abs(count) * _HALF_CENT
        taxed = abs(count * each * _factor(rates, row) - whole) <= room
        found.append((taxed, abs(count * each - whole) <= room))
    return all(taxed for taxed, _ in found) and not all(bare for _, bare in found)


def _factor(rates: Sequence[Column], row: int) -> Decimal:
    return 1 + sum((_at(one, row) or Decimal(0) for one in rates), Decimal(0)) / _HUNDRED


def _at(column: Column, row: int) -> Decimal | None:
    cell = column.cells.get(row)
    return number_of(cell) if cell is not None else None
