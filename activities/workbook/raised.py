"""Rows whose texts end beside their numbers, made whole again.

A program that sets texts to the foot of their cells prints all but the last line of a name above
the numbers. That it does shows above the first line: there stand texts right below the header.
"""

from collections.abc import Sequence
from itertools import pairwise

from activities.workbook.boxes import has_digit, is_full
from activities.workbook.centred import join
from activities.workbook.texts import goes_on_words
from activities.workbook.words import AMOUNT, Row
from orders.dictionary import column_meanings

_TABULAR = 3
_NAMES = 0.8
_WIDE = 20
"""Shorter names are not broken, and a text between them is one of its own."""
_ROOM = 0.85
"""A line that another one follows fills its cell to so large a part."""


def raised(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, each with the texts above it that go on in it; as they are where one does not."""
    full = [at for at, row in enumerate(rows) if is_full(row)]
    head = next((at for at in range(full[0] - 1, -1, -1) if _named(rows[at])), -1) if full else -1
    column = _named(rows[head]) if head >= 0 else 0
    if not column or head + 1 == full[0]:
        return rows
    worded = any(goes_on_words(rows[at].cells.get(column, "")) for at in full)
    widest = max(len(row.cells.get(column, "")) for row in rows[head + 1 : full[-1] + 1])
    spans = [rows[last + 1 : at + 1] for last, at in pairwise((head, *full))]
    if not worded or widest < _WIDE or not all(_rises(some, column, widest) for some in spans):
        return rows
    made = list(rows[: head + 1])
    for *above, row in spans:
        for one in reversed(above):
            join(row, one, before=True)
        made.append(row)
    return [*made, *rows[full[-1] + 1 :]]


def _named(row: Row) -> int:
    """The column that a header's row says names the goods; 0 for none."""
    if has_digit(row) or len(row.cells) < _TABULAR:
        return 0
    told = {at: column_meanings(text).get("product_name", 0.0) for at, text in row.cells.items()}
    best = max(told, key=lambda at: told[at])
    return best if told[best] >= _NAMES else 0


def _rises(rows: Sequence[Row], column: int, widest: int) -> bool:
    """Whether all rows above the last are upper lines of its name, set as wide as they could be, and of a code."""
    last = rows[-1].cells
    for one, below in pairwise(rows):
        words = below.cells.get(column, "").split()[:1]
        for place, text in one.cells.items():
            full = words and len(text) + 1 + len(words[0]) > widest * _ROOM
            whole = full if place == column else text.endswith("-")
            heads = max(column_meanings(text).values(), default=0.0) >= _NAMES
            if not whole or heads or place not in last or place == min(last):
                return False
    return not any(AMOUNT.fullmatch(text) for row in rows[:-1] for text in row.cells.values())
