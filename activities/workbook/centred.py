"""Rows whose texts are centred on their line, made whole again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from activities.workbook.boxes import has_digit, is_full
from activities.workbook.words import Row
from orders.values import has_letters

_NEARER = 0.8
_TABULAR = 3
_FRAGMENTS = 2
_UNEVEN = 0.3
_WORD = re.compile(r"\S+")
_BROKEN = re.compile(r"(?=\S*\d)\S*\w-")
_HYPHEN, _DIGIT = re.compile(r"\S*\w-"), re.compile(r"\d")
_CODE = re.compile(r"(?=\S*\d)\S{4,}(?<!-)")
"""A word with a digit in it that may be broken off."""


def level(rows: Sequence[Row]) -> list[Row]:
    """Rows that overlap are one: texts of two lines, and those of one set half a line lower."""
    made: list[Row] = []
    at = 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _overlap(rows[end - 1], rows[end]):
            end += 1
        if end - at >= _TABULAR and not _cuts(rows[at:end]):
            made.append(_around(rows[at], (), rows[at + 1 : end]))
        else:
            made += rows[at:end]
        at = end
    return made


def _overlap(above: Row, below: Row) -> bool:
    """Whether rows that share no column stand nearer each other than two lines of a text can."""
    near = below.top - above.top < _NEARER * min(above.height, below.height)
    return near and above.cells.keys().isdisjoint(below.cells)


def _cuts(rows: Sequence[Row]) -> bool:
    """Whether a text of one word may be the beginning of a code: nobody knows if a space follows."""
    return any(
        _CODE.fullmatch(text) and _WORD.fullmatch(below.cells.get(column, ""))
        for at, row in enumerate(rows)
        for column, text in row.cells.items()
        for below in rows[at + 1 :]
    )


def centred(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows with texts that are centred on their line: as many of them above it as below.

    That this is so shows in a text between the header and the first line; all must come out even.
    """
    full = [at for at, row in enumerate(rows) if is_full(row)]
    if not full or full[0] < _FRAGMENTS or not _is_lone(rows, full[0] - 1, full[0]):
        return rows
    made = list(rows[: full[0]])
    above: list[Row] = []
    while len(made) > 1 and _is_lone(rows, len(made) - 1, full[0]):
        above.insert(0, made.pop())
    if len(made[-1].cells) < _TABULAR or has_digit(made[-1]):
        return rows
    for at, end in pairwise([*full, len(rows)]):
        last = next((n for n in range(at + 1, end) if not _is_lone(rows, n, at)), end)
        between = rows[at + 1 : last]
        if len(between) < len(above):
            return rows
        below, left = between[: len(above)], between[len(above) :]
        if above and not _is_between(above[-1], rows[at], below[0]):
            return rows
        made.append(_around(rows[at], above, below))
        above = list(left) if last == end < len(rows) else []
        made += rows[last:end] if last < end else []
        if left and not above:
            return rows
    return made


def _is_between(above: Row, row: Row, below: Row) -> bool:
    """Whether a row stands as near the text above it as the one below: else one is another line's."""
    return abs((row.top - above.bottom) - (below.top - row.bottom)) < _UNEVEN * row.height


def _is_lone(rows: Sequence[Row], at: int, line: int) -> bool:
    """Whether a row is one text alone, in a column that is not the line's first."""
    columns = list(rows[at].cells)
    return (
        len(columns) == 1
        and columns[0] != min(rows[line].cells)
        and has_letters(rows[at].cells[columns[0]])
    )


def _around(row: Row, above: Sequence[Row], below: Sequence[Row]) -> Row:
    whole = Row(dict(row.cells), row.top, row.bottom, row.height)
    for one in reversed(above):
        join(whole, one, before=True)
    for one in below:
        join(whole, one)
    return whole


def join(whole: Row, rest: Row, *, before: bool = False, between: str = " ") -> None:
    """Add the rest's texts to a row's; a code that was broken behind its hyphen is whole again."""
    for column, text in rest.cells.items():
        parts = [whole.cells.get(column, ""), text]
        upper, lower = reversed(parts) if before else parts
        coded = _BROKEN.fullmatch(upper) or (_HYPHEN.fullmatch(upper) and _DIGIT.search(lower))
        gap = "" if coded and _WORD.fullmatch(lower) else between
        whole.cells[column] = f"{upper}{gap}{lower}".strip()
    whole.top, whole.bottom = min(whole.top, rest.top), max(whole.bottom, rest.bottom)
