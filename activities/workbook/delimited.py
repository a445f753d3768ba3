"""Text files as one sheet: separator by consistency, every cell text."""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from activities.workbook.encodings import decode
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, TooManyLines, UnreadableFile
from orders.sheet import Cell, Sheet, Workbook

_SEPARATORS = ";\t|,"
_NAMES = {"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma"}
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
    separator, text = _separator(text, limits)
    cells = _cells(_rows(text, separator, limits), limits)
    kind = "tsv" if separator == "\t" else "csv"
    notes = [] if sure else ["encoding_uncertain"]
    if not name.casefold().endswith((".csv", ".tsv", ".txt", ".tab")):
        notes.append("name_differs")
    document = {"encoding": encoding, "separator": _NAMES[separator]}
    return Workbook(kind, (Sheet(_SHEET, cells),), tuple(notes), document)


def _separator(text: str, limits: Limits) -> tuple[str, str]:
    """The separator, and the text without Excel's own first line that names it."""
    first, _, rest = text.partition("\n")
    named = first.rstrip("\r").lower().removeprefix("sep=")
    if len(named) == 1 and named in _SEPARATORS and len(first.rstrip("\r")) > 1:
        return named, rest
    best = max(_SEPARATORS, key=lambda one: _consistency(text, one, limits))
    return (best if _consistency(text, best, limits)[0] else ","), text


def _consistency(text: str, separator: str, limits: Limits) -> tuple[float, float]:
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


def _rows(text: str, separator: str, limits: Limits) -> Iterator[list[str]]:
    for number, row in enumerate(_records(text, separator, limits)):
        if number >= limits.max_rows:
            raise TooManyLines(f"The file has more than {limits.max_rows} rows.")
        yield row


def _records(text: str, separator: str, limits: Limits) -> Iterator[list[str]]:
    """Strict, because a quote that never ends would swallow every line below it in silence."""
    csv.field_size_limit(limits.max_cell_text)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
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
