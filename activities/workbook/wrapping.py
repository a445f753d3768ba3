"""Rows of a table that only go on with the texts of the row above."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from activities.workbook.boxes import has_digit, is_full
from activities.workbook.words import AMOUNT, Row
from orders.totals import total_words
from orders.values import has_letters

CLOSE = 0.6
"""Lines of one text stand nearer each other than this part of the usual gap."""
_SIZE = 0.08
_TABULAR = 3
_FRAGMENTS = 2
"""A row of more cells than these is a row of its own, unless all go on with texts right above."""


def pitch_of(rows: Sequence[Row]) -> float:
    """The usual gap between full rows, in points."""
    full = [row for row in rows if is_full(row)]
    gaps = [low.top - high.bottom for high, low in pairwise(full)]
    return median_low(gaps) if gaps else 0.0


def is_line(row: Row) -> bool:
    """Whether a row holds amounts, more than one: a line of a table."""
    return sum(AMOUNT.fullmatch(text) is not None for text in row.cells.values()) > 1


def wraps(row: Row, above: Row, around: tuple[float | None, float]) -> bool:
    """Whether a row only goes on with texts of the row above.

    `around` is the gap to the line below, and the usual gap.
    """
    low, pitch = around
    gap = row.top - above.bottom
    close = gap < max(pitch * CLOSE, 0.5)
    first = row.cells.get(min(above.cells), "")
    if has_digit(row) and total_words(first.rpartition(" ")[0]):
        return False  # A sum that is printed from the left margin on.
    inner = close and pitch > 1 and _is_inner(row, above)
    if not (inner or is_rest(row, above)) or len(above.cells) < _TABULAR:
        return False
    if low is not None and low < gap - 1:
        return False
    widest = max(above.cells, key=lambda column: len(above.cells[column]))
    alone = list(row.cells) == [widest] and widest != min(above.cells)
    return close or (alone and gap <= pitch + 1)


def _is_inner(row: Row, whole: Row) -> bool:
    """Whether several texts of a row, words among them, go on with texts of the row above."""
    under = row.cells.keys() < whole.cells.keys() and min(whole.cells) not in row.cells
    texts = row.cells.values()
    worded = any(map(has_letters, texts)) and not any(map(total_words, texts))
    under = under and worded and _is_alike(row, whole)
    return under and all(map(_is_text, (whole.cells[one] for one in row.cells)))


def _is_text(text: str) -> bool:
    """Whether words may go on with a text: `01` counts nothing, the rest of its name stands below."""
    return has_letters(text) or (text.isdecimal() and text.startswith("0") and len(text) > 1)


def _is_alike(row: Row, whole: Row) -> bool:
    """Whether both rows are set in letters of one size."""
    height = whole.letters if is_line(whole) and whole.letters else whole.height
    return abs(row.height - height) <= _SIZE * height


def is_rest(row: Row, whole: Row, *, allow_new: bool = False) -> bool:
    """Whether a row is no more than texts, under or above texts of the other row."""
    if len(row.cells) > _FRAGMENTS or not _is_alike(row, whole):
        return False
    # A number alone goes on with a text, `EN` and `1057`, where no first column counts lines.
    alone = len(row.cells) == 1 and min(row.cells) != min(whole.cells)
    return all(
        has_letters(whole.cells[column])
        and (alone or has_letters(text) or whole.cells[column].endswith("-"))
        if column in whole.cells
        else allow_new and has_letters(text)
        for column, text in row.cells.items()
    )
