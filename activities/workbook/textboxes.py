"""Boxes that a program draws around each text are no cells of a table.

Some report writers shade every text on a white ground of its own. The edges that several rows share are
the table's; where a box ends is told by how long its text is.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from activities.workbook.words import Word

Cell = list[float]
"""Left, upper, right and lower edge."""
_HUGS = 3.5
_WIDE = 4
"""A row of so many cells is one of a table's lines."""


def without_text_boxes(rows: list[list[Cell]], words: Sequence[Word]) -> list[list[Cell]]:
    """The rows of a table, cut where several of them are, if most cells hug their texts."""
    told = [hugs for row in rows if len(row) >= _WIDE for hugs in _hugs(row, words)]
    if sum(told) * 2 <= len(told):
        return rows
    counts = Counter(edge for row in rows for edge in _edges(row))
    return [_cut(row, [edge for edge in _edges(row) if counts[edge] > 1]) for row in rows]


def is_frame(rows: Sequence[Sequence[Cell]], words: Sequence[Word]) -> bool:
    """Whether all that is drawn are boxes on top of each other, or one around everything: a page's frame."""
    if all(len(row) == 1 for row in rows):
        return True
    held = [one for one in rows[0] if any(_holds(one, word) for word in words)]
    return len(rows) == len(held) == 1


def _holds(cell: Cell, word: Word) -> bool:
    left, top, right, bottom = cell
    return left <= word.middle <= right and top <= (word.top + word.bottom) / 2 <= bottom


def _hugs(row: Sequence[Cell], words: Sequence[Word]) -> list[bool]:
    """For each cell with a text: whether it ends on both sides where the text does."""
    found = []
    for cell in row:
        left, _, right, _ = cell
        inside = [one for one in words if _holds(cell, one)]
        if inside:
            first, last = min(one.left for one in inside), max(one.right for one in inside)
            found.append(first - left < _HUGS and right - last < _HUGS)
    return found


def _edges(row: Sequence[Cell]) -> list[int]:
    return sorted({round(edge) for cell in row for edge in (cell[0], cell[2])})


def _cut(row: list[Cell], edges: Sequence[int]) -> list[Cell]:
    """The row in cells between the edges that are left; as it was where none are."""
    if not edges[1:]:
        return row
    top, bottom = row[0][1], row[0][3]
    return [[float(left), top, float(right), bottom] for left, right in pairwise(edges)]
