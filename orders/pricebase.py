"""Prices for a hundred or a dozen: what a price stands for, and proof."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.bases import base_in
from orders.checks import adds_up
from orders.codes import confirmed
from orders.columns import BASES, Column
from orders.evidence import remarked
from orders.issue import Issue, Severity
from orders.numbers import parse_amount
from orders.order import Line
from orders.sheet import Cell
from orders.slashes import FOR_SEVERAL
from orders.tables import Table
from orders.units import priced_measure, times, unit_of
from orders.values import shown

_LETTERED = re.compile(r"(?:.*/ ?|.*\bper )?([CM])")
"""`Price/M`: thousands and hundreds, or metres and cartons; sums tell which."""
_ONE = Decimal(1)
_EXACT = Decimal("0.000001")
_NAMED = 0.8
_MOST = 0.9
_BESIDE = 2


def per_piece(table: Table, lines: Sequence[Line], currency: str) -> tuple[list[Line], list[Issue]]:
    """The lines with prices for one, and the question where no sum shows that this is meant."""
    bases = _bases(table, lines)
    made: list[Line] = []
    doubtful: list[Line] = []
    for line in lines:
        base = bases.get(line.line_id, _ONE)
        if base == 1 or line.unit_price is None:
            made.append(_by_letter(table, line, currency))
            continue
        single = _divided(line, base)
        if adds_up(line, currency):
            # The price as it stands makes up the total: hundreds were counted, not pieces.
            made.append(line)
            continue
        made.append(single)
        if not adds_up(single, currency):
            doubtful.append(line)
    return made, [_question(doubtful, bases)] if doubtful else []


def _by_letter(table: Table, line: Line, currency: str) -> Line:
    """The line with its price for one where its total alone says what a letter beside it means."""
    price = table.column(table.mapping.get("unit_price", 0))
    said = (_LETTERED.fullmatch(text) for text in (price.header if price else "", line.unit or ""))
    found = next((one for one in said if one), None)
    if found is None or line.unit_price is None or adds_up(line, currency):
        return line
    single = _divided(line, Decimal(100 if found[1] == "C" else 1000))
    return single if adds_up(single, currency) else line


def says_base(table: Table) -> bool:
    """Whether the table says anywhere that its prices are not for one."""
    column, price = _base_column(table), table.column(table.mapping.get("unit_price", 0))
    in_column = column is not None and any(_base_of(cell) > 1 for cell in column.cells.values())
    return in_column or (price is not None and base_in(price.header) != 1)


def _divided(line: Line, base: Decimal) -> Line:
    price = (line.unit_price or Decimal(0)) / base
    price = price if price == price.quantize(_EXACT) else price.quantize(_EXACT)
    evidence = remarked(line.evidence, "unit_price", f"per={base:f}")
    return replace(line, unit_price=price, evidence=evidence)


def _bases(table: Table, lines: Sequence[Line]) -> dict[str, Decimal]:
    """What each line's price stands for, by its own column, the price's header, or its unit."""
    column = _base_column(table)
    if column is not None:
        return _of_column(column, lines)
    own = {
        line.line_id: base_in(line.evidence["unit_price"].display)
        for line in lines
        if "unit_price" in line.evidence and line.evidence["unit_price"].reading == FOR_SEVERAL
    }
    if own:
        return own
    price = table.column(table.mapping.get("unit_price", 0))
    said = base_in(price.header) if price else _ONE
    measure = priced_measure(price.header) if price else ""
    if said == 1 and measure:
        return {one.line_id: _measured(measure, one) for one in lines}
    # `box/12` is a box of twelve, `per 100` a price for a hundred.
    return {
        line.line_id: said if said != 1 else base_in((line.unit or "").replace("/", " "))
        for line in lines
        if said != 1 or line.unit
    }


def _measured(measure: str, line: Line) -> Decimal:
    """A tonne's price of what is counted in kilos is that of a thousand, where the total may prove it."""
    return (times(measure, line.unit or "") if line.line_total else _ONE) or _ONE


def _of_column(column: Column, lines: Sequence[Line]) -> dict[str, Decimal]:
    cells = {line.line_id: column.cells.get(line.row) for line in lines}
    return {name: _base_of(cell) if cell else _ONE for name, cell in cells.items()}


def _base_of(cell: Cell) -> Decimal:
    """The power of ten a cell holds, alone or before a unit: `100 m`; 1 for a unit alone.

    Of `1.000` the whole reading counts, as no price is for a thousandth.
    """
    if isinstance(cell.value, Decimal):
        return cell.value
    amount = parse_amount(cell.value) if isinstance(cell.value, str) else None
    return max(BASES.intersection(amount.readings.values() if amount else ()), default=_ONE)


def _says_bases(column: Column) -> bool:
    """Whether nearly all cells are powers of ten, or all are units, some with one before them: `100m`."""
    if column.share("price_base") > _MOST:
        return True
    sized = [one for one in column.cells.values() if _base_of(one) > 1]
    return bool(sized) and all(one in sized or unit_of(shown(one)) for one in column.cells.values())


def _base_column(table: Table) -> Column | None:
    """The column that says for how many each price stands, in powers of ten."""
    taken = {at for name, at in table.mapping.items() if name != "unit"}
    return next(
        (
            one
            for one in table.columns
            if _may_say_base(one, table) and one.number not in taken and _says_bases(one)
        ),
        None,
    )


def _may_say_base(column: Column, table: Table) -> bool:
    """Whether a heading names the base of prices: `par` of a kitchen is its stock, but beside prices."""
    said = column.meanings.get("price_base", 0.0)
    beside = abs(column.number - table.mapping.get("unit_price", 0)) <= _BESIDE
    return said >= _NAMED and (beside or said >= max(column.meanings.values()))


def _question(lines: Sequence[Line], bases: Mapping[str, Decimal]) -> Issue:
    first = lines[0]
    base = bases[first.line_id]
    return confirmed(
        "INVALID_PRICE",
        severity=Severity.ERROR,
        cells=tuple(cell for line in lines for cell in line.cells("unit_price")),
        fields=("unit_price",),
        lines=tuple(line.line_id for line in lines),
        facts={
            "why": "per",
            "value": f"{first.unit_price:f}",
            "pack": f"{base:f}",
            "field": "unit_price",
        },
    )
