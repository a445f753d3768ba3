"""A workbook as grids of cells, the shape that every reader delivers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

Value = str | Decimal | bool | datetime | date | time | None
"""What a cell holds. Numbers are Decimal made from the stored text; error cells are text."""

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class CellKind(StrEnum):
    """How the file itself types the cell."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"


class Visibility(StrEnum):
    """Whether a sheet is seen when the workbook is opened."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very_hidden"


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell: its value, the file's type, format, and formula if it has one.

    `cached` is False for a formula whose result the file does not hold (then `value` is None).
    """

    value: Value
    kind: CellKind = CellKind.TEXT
    number_format: str = ""
    formula: str = ""
    cached: bool = True


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, 1-based and inclusive; the top left cell holds the value."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid: filled cells by (row, column), both 1-based as the spreadsheet shows them."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    visibility: Visibility = Visibility.VISIBLE
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    right_to_left: bool = False
    protected: bool = False
    stray: tuple[str, ...] = ()
    """Filled cells so far outside that they were left out, as `XFD1048576`."""
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What people pinned to cells, without their names."""
    boxes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Texts of boxes and shapes that lie over the sheet, by the cell under their upper left corner."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds, whatever its format (`xlsx`, `csv`, `xls`, …)."""

    kind: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    """What was seen and not used: `macros`, `external_links`, `date1904`, …"""
    document: Mapping[str, str] = field(default_factory=dict)


def column_letter(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """(14, 4) → D14."""
    return f"{column_letter(column)}{row}"


def parse_address(text: str) -> tuple[int, int]:
    """D14 → (14, 4).

    Raises:
        ValueError: the text is no A1 address.
    """
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no cell address")
    return int(found[2]), column_number(found[1])


def iter_rows(sheet: Sheet) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Rows that hold anything, top down: row number and its cells by column."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, {})[column] = cell
    for row in sorted(rows):
        yield row, dict(sorted(rows[row].items()))
