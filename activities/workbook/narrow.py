"""Texts that a narrow box wraps outside of a table: a name, a number.

Where a page sets the lines of one box nearer each other than those of two, what stands right below
a text goes on with it, if its first word had no room beside it any more.
"""

from collections.abc import Sequence
from itertools import pairwise

from activities.workbook.centred import join
from activities.workbook.words import Row
from orders.dictionary import label_meanings

_LOOSE = 1.5
_SAME = 0.5
"""Points: gaps that differ less are one, boxes stand farther apart than that."""
_WIDEST = 30
"""Signs: a column this wide wraps no name."""
_FULL = 0.9
_SURE = 0.9
_RAGGED = 1.25
"""Letters are of unequal widths."""


def rewrapped(rows: Sequence[Row]) -> list[Row]:
    """The rows with each text in one piece that its narrow box had wrapped."""
    gaps = [low.top - high.bottom for high, low in pairwise(rows)]
    tight = min(gaps, default=0.0)
    if not any(gap > tight + _LOOSE for gap in gaps):
        return list(rows)
    made: list[Row] = []
    for at, row in enumerate(rows):
        if made and gaps[at - 1] < tight + _SAME and _goes_on(rows, at):
            if all(made[-1].cells[one].endswith("-") for one in row.cells):
                join(made[-1], row, between="")
            else:
                join(made[-1], row)
            continue
        made.append(Row(dict(row.cells), row.top, row.bottom, row.height, row.letters, row.middles))
    return made


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """Whether every text of a row was broken off the one right above it."""
    above = rows[at - 1]
    return _inside(rows[at], above) and all(
        _is_broken(above.cells[column], text, _room(rows, at - 1, column))
        for column, text in rows[at].cells.items()
    )


def _inside(row: Row, above: Row) -> bool:
    """Whether a row has texts only where the one above has some too."""
    return row.cells.keys() <= above.cells.keys()


def _room(rows: Sequence[Row], at: int, column: int) -> int:
    """How many signs fit into a column, by its other texts."""
    others = [row.cells.get(column, "") for n, row in enumerate(rows) if n != at]
    return max(map(len, others), default=0)


def _is_broken(above: str, below: str, room: int) -> bool:
    if any(sign.isdigit() for sign in below):
        # A street below a name is no part of it; the rest of a number is one.
        return above.endswith("-") and " " not in below
    if above.endswith(":"):
        return False
    if below.endswith(":") or _is_label(above):
        return below[0].islower() or _is_label(f"{above} {below}")
    full = len(above) + 1 + len(below.split(maxsplit=1)[0]) > room * _FULL
    return full and len(above) <= room * _RAGGED and room < _WIDEST


def _is_label(text: str) -> bool:
    return any(weight >= _SURE for weight in label_meanings(text).values())
