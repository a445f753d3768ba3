"""Formulas as text: shared ones moved to their cell, array results marked."""

import re
from collections.abc import MutableMapping
from dataclasses import replace

from activities.workbook.frame import parse_range
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes
from orders.errors import UnsafeFile
from orders.sheet import Cell, column_letter, column_number

_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[\w.$\\]+[(!]?")
_REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6})")
_UNKNOWN = "=?"

At = tuple[int, int]


class Formulas:
    """The formulas of one sheet; texts start with `=`."""

    def __init__(self, limits: Limits) -> None:
        """Start with none."""
        self._limits = limits
        self._shared: dict[str, tuple[str, At]] = {}
        self._arrays: list[tuple[str, str]] = []
        self._left = limits.max_text

    def text_of(self, told: Attributes, text: str, at: At) -> str:
        """The formula of the cell `at`, as a person would see it there."""
        if told.get("t") == "shared":
            text = self._take_shared(told.get("si", ""), text, at)
        elif told.get("t") == "array" and "ref" in told:
            self._arrays.append((told["ref"], text))
        self._left -= len(text)
        if self._left < 0:
            raise UnsafeFile("The file holds more formulas than an order does.")
        return f"={text}" if text else _UNKNOWN

    def spread(self, cells: MutableMapping[At, Cell]) -> None:
        """Give every cell of an array's range the array's formula: its value is computed too."""
        left = self._limits.max_cells
        for ref, text in self._arrays:
            top, left_column, bottom, right = parse_range(ref)
            left -= (bottom - top + 1) * (right - left_column + 1)
            if left < 0:
                raise UnsafeFile("A formula fills more cells than an order has.")
            for row in range(top, bottom + 1):
                for column in range(left_column, right + 1):
                    _mark(cells, (row, column), f"={text}")

    def _take_shared(self, index: str, text: str, at: At) -> str:
        if text:
            self._shared[index] = text, at
        master, home = self._shared.get(index, ("", at))
        return shift(master, at[0] - home[0], at[1] - home[1])


def shift(formula: str, rows: int, columns: int) -> str:
    """Move a formula's relative references by rows and columns, as copying the cell would.

    A reference moved off the sheet is `#REF!`. Texts, quoted sheet names and functions stay.
    """
    if not rows and not columns:
        return formula
    return _TOKEN.sub(lambda found: _shifted(found[0], rows, columns), formula)


def _shifted(token: str, rows: int, columns: int) -> str:
    found = _REFERENCE.fullmatch(token)
    if found is None:
        return token
    fixed_column, letters, fixed_row, digits = found.groups()
    column = column_number(letters) + (0 if fixed_column else columns)
    row = int(digits) + (0 if fixed_row else rows)
    if row < 1 or column < 1:
        return "#REF!"
    return f"{fixed_column}{column_letter(column)}{fixed_row}{row}"


def _mark(cells: MutableMapping[At, Cell], at: At, formula: str) -> None:
    cell = cells.get(at)
    if cell is not None and not cell.formula:
        cells[at] = replace(cell, formula=formula)
