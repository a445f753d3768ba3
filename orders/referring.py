"""Formulas that say no more than what another cell says: `=Items!B2`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from orders.sheet import Cell, Sheet, column_number

_REFERENCE = re.compile(
    r"=\+?(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[\w.]+))!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7})",
    re.IGNORECASE,
)
_FARTHEST = 8


def with_references(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets where such a formula, whose result the file does not hold, has the text or the day it leads to.

    Numbers are computed where they are read (orders/recompute.py).
    """
    named = {sheet.name.casefold(): sheet for sheet in sheets}
    return tuple(_filled(sheet, named) for sheet in sheets)


def _filled(sheet: Sheet, named: Mapping[str, Sheet]) -> Sheet:
    found = {
        place: replace(cell, value=told.value, kind=told.kind)
        for place, cell in sheet.cells.items()
        if cell.formula and not cell.cached and cell.value is None
        if (told := _led_to(sheet, cell, named)) and isinstance(told.value, str | date)
    }
    return replace(sheet, cells={**sheet.cells, **found}) if found else sheet


def _led_to(sheet: Sheet, cell: Cell, named: Mapping[str, Sheet]) -> Cell | None:
    """The cell with a value at the end of references, not too many; None for any other formula."""
    at: Cell | None = cell
    for _ in range(_FARTHEST):
        if at is None or not at.formula or at.cached:
            return at
        found = _REFERENCE.fullmatch(at.formula)
        if found is None:
            return None
        name = (found["quoted"] or "").replace("''", "'") or found["bare"] or sheet.name
        other = named.get(name.casefold())
        if other is None:
            return None
        sheet, at = (
            other,
            other.cells.get((int(found["row"]), column_number(found["column"].upper()))),
        )
    return None
