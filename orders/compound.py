"""Labels of two values: `PO number/date` over `4512 / 01/11/2021`."""

import re
from collections.abc import Iterator, Sequence

from orders.dictionary import label_meanings
from orders.labels import HEADER_FIELDS, Found
from orders.sheet import Cell
from orders.suiting import suits
from orders.values import fold, tidy
from orders.view import Grid

_BETWEEN = re.compile(r"\s*/\s*")
_PARTS = re.compile(r"\s+/\s*|\s*/\s+")
"""A date has strokes too, but no blank beside them."""
_DATE = frozenset(
    {"date", "datum", "fecha", "data", "tarih", "дата", "日期", "日付", "تاریخ", "تاريخ"}
)
_DATED = {"po_number": "order_date"}


def find_compound(grid: Grid, rows: Sequence[int]) -> Iterator[Found]:
    """Both values behind each label of two parts in these rows."""
    for row in rows:
        for column, text in grid.filled(row):
            fields = _fields(text)
            for place in ((row, column + 1), (row + 1, column), (row + 1, column + 1)):
                values = _PARTS.split(_whole(grid, *place))
                pairs = list(zip(fields, values, strict=False))
                if fields and len(values) == len(fields) and all(_fits(*one) for one in pairs):
                    yield from (Found(field, value, *place, 1.0, text) for field, value in pairs)
                    break


def _whole(grid: Grid, row: int, column: int) -> str:
    """A cell's text, and what stands behind the stroke that ends it."""
    text = tidy(grid.text(row, column))
    return f"{text} {tidy(grid.text(row, column + 1))}" if text.endswith("/") else text


def _fields(text: str) -> list[str]:
    """The header fields of a label's two parts; `date` behind a number is that order's."""
    parts = _BETWEEN.split(text.rstrip(" :："))
    if len(parts) != 2 or not 0 < len(parts[0]) <= 30:
        return []
    meanings = label_meanings(parts[0])
    first = max(meanings, key=lambda name: meanings[name], default="")
    second = _DATED.get(first, "") if fold(parts[1]) in _DATE else ""
    return [first, second] if second and first in HEADER_FIELDS else []


def _fits(field: str, value: str) -> bool:
    return bool(value) and suits(field, Cell(value))
