"""Items that a page's end cuts in two: the next page goes on with them."""

from collections.abc import Sequence
from itertools import takewhile

from activities.workbook.boxes import is_full
from activities.workbook.words import AMOUNT, Row
from orders.values import has_letters

_FRAGMENTS = 2
_NEAR = 0.5
"""Texts nearer the line below them than this share of their height are the beginning of its own."""


def rest_of(rows: Sequence[Row], last: Row | None, lone: set[int]) -> range:
    """Which of a page's first rows go on with the last one of the page before.

    They hold texts only, under texts of that one, and stand above a line that has such texts of its own.
    `lone` are the columns in which texts stand alone between lines, as names of groups do.
    """
    if last is None or not is_full(last):
        return range(0)
    start = 1 if rows and not _holds_amount(rows[0]) and len(rows[0].cells) > _FRAGMENTS else 0
    end = next((at for at in range(start, len(rows)) if is_full(rows[at])), len(rows))
    near = start < end < len(rows) and (
        rows[end].top - rows[end - 1].bottom < _NEAR * rows[end - 1].height
    )
    if end == len(rows) or near or not all(
        _is_text(row) and row.cells.keys() <= last.cells.keys() - lone - {min(last.cells)}
        and row.cells.keys() <= rows[end].cells.keys()
        for row in rows[start:end]
    ):  # fmt: skip
        return range(0)
    return range(start, end)


def lone_columns(rows: Sequence[Row]) -> set[int]:
    """Columns in which a text stands alone between full rows."""
    full = [at for at, row in enumerate(rows) if is_full(row)]
    between = rows[full[0] : full[-1]] if full else []
    return {column for row in between if len(row.cells) == 1 for column in row.cells}


def heads_of(rows: Sequence[Row]) -> set[str]:
    """The texts above a table's first line: its header."""
    end = next((at for at, row in enumerate(rows) if is_full(row)), len(rows))
    return {text for row in rows[:end] for text in row.cells.values()}


def repeats(rows: Sequence[Row], heads: set[str]) -> int:
    """How many rows say again what a header says: no text below them is a part of it."""
    return sum(1 for _ in takewhile(lambda row: heads.issuperset(row.cells.values()), rows))


def _is_text(row: Row) -> bool:
    told = row.cells.values()
    return len(told) <= _FRAGMENTS and all(map(has_letters, told)) and not _holds_amount(row)


def _holds_amount(row: Row) -> bool:
    return any(AMOUNT.fullmatch(text) for text in row.cells.values())
