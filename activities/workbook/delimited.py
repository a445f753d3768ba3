"""Text files as one sheet: separator by consistency, every cell text."""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import Literal

from activities.workbook.encodings import decode
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile
from orders.sheet import Cell, Sheet, Workbook

_NAMES = {
    ";": "semicolon", "\t": "tab", "|": "bar", ",": "comma", "~": "tilde", "^": "caret",
    "，": "wide comma", "؛": "Arabic semicolon",
}  # fmt: skip
_SEPARATORS = "".join(_NAMES)
_LABELLED = 2
_SAMPLE = 200
_SHEET = "Sheet1"
_KEPT_TEXT = re.compile(r'\s*="([^"]*)"\s*')
"""How exports keep a spreadsheet from making a number of `0042`: `="0042"`."""


def read_delimited(content: bytes, name: str, limits: Limits) -> Workbook:
    """A .csv or .tsv of any common encoding and separator; rows count as a spreadsheet shows them.

    Raises:
        UnreadableFile: no text of any known encoding, or a quote that never ends.
        FileTooLarge, TooManyLines: more cells or rows than the limits allow.
    """
    text, encoding, sure = decode(content)
    found, text = _separator(_unwrapped(text), limits)
    rows = list(_rows(text, found, limits))
    cells = _cells(_split_again(rows, found.sign), limits)
    separator = found.sign
    kind = "tsv" if separator == "\t" else "csv"
    notes = [] if sure else ["encoding_uncertain"]
    if not name.casefold().endswith((".csv", ".tsv", ".txt", ".tab")):
        notes.append("name_differs")
    document = {"encoding": encoding, "separator": _NAMES[separator]}
    return Workbook(kind, (Sheet(_SHEET, cells),), tuple(notes), document)


@dataclass(frozen=True, slots=True)
class _Separator:
    """The sign between fields, and whether quotes are signs like any other."""

    sign: str
    literal: bool = False


def _unwrapped(text: str) -> str:
    """The text without the quotes that a second export put around each of its lines."""
    lines = text.splitlines()
    whole = [one for one in lines if one]
    if not whole or not all(_is_wrapped(one) for one in whole):
        return text
    return "\n".join(one[1:-1].replace('""', '"') for one in lines)


def _is_wrapped(line: str) -> bool:
    inside = line[1:-1].replace('""', "")
    return len(line) > 1 and line[0] == line[-1] == '"' and '"' not in inside


def _separator(text: str, limits: Limits) -> tuple[_Separator, str]:
    """The separator, and the text without Excel's own first line that names it."""
    first, _, rest = text.partition("\n")
    named = first.rstrip("\r").strip('"').lower().removeprefix("sep=")
    if len(named) == 1 and named in _SEPARATORS and len(first.rstrip("\r")) > 1:
        return _Separator(named), rest
    best = max(map(_Separator, _SEPARATORS), key=lambda one: _consistency(text, one, limits))
    if _consistency(text, best, limits)[0]:
        return best, text
    literal = (_Separator(sign, literal=True) for sign in _SEPARATORS)
    even = next((one for one in literal if _is_even(text, one, limits)), None)
    return even or _Separator(","), text


def _is_even(text: str, separator: _Separator, limits: Limits) -> bool:
    """Whether every line of a table's width has the same width, quotes left as they are."""
    if '"' not in text:
        return False
    widths = Counter(len(row) for row in _records(text, separator, limits))
    wide = [width for width in widths if width > _LABELLED]
    return len(wide) == 1 and widths[wide[0]] > 1


def _split_again(rows: list[list[str]], separator: str) -> Iterator[list[str]]:
    """Rows of one field that another separator cuts: as wide as the table, or a label and a value."""
    widths = Counter(len(row) for row in rows if len(row) > _LABELLED)
    usual = max(widths, key=lambda width: widths[width], default=0)
    for row in rows:
        parts = (
            [row[0].split(sign) for sign in ";\t|" if sign != separator and sign in row[0]]
            if row
            else []
        )
        fits = len(parts) == 1 and not any(row[1:]) and len(parts[0]) in (usual, _LABELLED)
        yield parts[0] if usual and fits else row


def _consistency(text: str, separator: _Separator, limits: Limits) -> tuple[float, float]:
    """The share of rows that agree on a number of fields above one, then that number.

    Few rows agree on many fields by chance, hence the logarithm.
    """
    try:
        rows = [len(row) for row in islice(_records(text, separator, limits), _SAMPLE) if row]
    except UnreadableFile:
        return 0.0, 0.0
    widths = Counter(width for width in rows if width > 1)
    width = max(widths, key=lambda one: widths[one] * math.log2(one + 1), default=1)
    return (round(widths[width] / len(rows), 1) if rows else 0.0), math.log2(width)


def _rows(text: str, separator: _Separator, limits: Limits) -> Iterator[list[str]]:
    for number, row in enumerate(_records(text, separator, limits)):
        if number >= limits.max_rows:
            raise TooManyLines(f"The file has more than {limits.max_rows} rows.")
        yield row


def _records(text: str, separator: _Separator, limits: Limits) -> Iterator[list[str]]:
    """Strict, because a quote that never ends would swallow every line below it in silence."""
    csv.field_size_limit(limits.max_cell_text)
    quoting: Literal[0, 3] = csv.QUOTE_NONE if separator.literal else csv.QUOTE_MINIMAL
    try:
        yield from csv.reader(
            StringIO(text, newline=""), delimiter=separator.sign, strict=True, quoting=quoting
        )
    except csv.Error:
        raise UnreadableFile("The file's quotes do not match, or a field is too long.") from None


def _cells(rows: Iterator[list[str]], limits: Limits) -> dict[tuple[int, int], Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    for row, fields in enumerate(rows, start=1):
        if len(fields) > limits.max_columns:
            raise FileTooLarge(f"Row {row} has more than {limits.max_columns} fields.")
        for column, field in enumerate(fields, start=1):
            kept = _KEPT_TEXT.fullmatch(field)
            text = kept[1] if kept else field
            if text.strip():
                cells[row, column] = Cell(text)
        if len(cells) > limits.max_cells:
            raise FileTooLarge("The file has more filled cells than the desk reads.")
    return cells
