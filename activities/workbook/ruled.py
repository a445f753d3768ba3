"""A table that is drawn on a page: its columns, and the cells of its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from activities.workbook.words import APART, TextLine, Word, joined

Span = tuple[float, float]
"""From a left or upper edge to a right or lower one."""
_THROUGH = 3.0
_SHARED = 2.0
"""Less than this two spans only touch."""
_PADDED = 7.0
"""So far behind a column's edge its texts begin."""
_DRAWN = 4
"""A drawn row of so many cells is a table's."""
_NAMED = 1.0
"""In a drawn row without numbers, which names columns, a text may have wider gaps: `Part no.  - Description`."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A drawn table: where it starts and ends, its columns, and the edges of its rows."""

    top: float
    bottom: float
    columns: tuple[Span, ...]
    rows: tuple[tuple[Span, tuple[Span, ...]], ...] = ()
    """Each row's upper and lower edge, and its cells from left to right."""
    margins: tuple[Span, ...] = ()
    """The columns of texts that stand on its lines left or right of it."""

    @property
    def across(self) -> list[Span]:
        """Its columns, and those beside it."""
        return sorted((*self.columns, *self.margins))

    def holds(self, line: TextLine) -> bool:
        """Whether the line stands in the table."""
        return self.top <= line.middle <= self.bottom

    def cut(self, line: TextLine) -> TextLine:
        """The line in pieces as the drawn cells cut it, and wide gaps inside of them."""
        cells = self._cells(line)
        parts: dict[tuple[int, int], list[Word]] = {}
        counted = any(sign.isdigit() for sign in line.text)
        if not cells:
            return line
        for word in line.words:
            at = next((n for n, cell in enumerate(cells) if _within(word.middle, cell)), -1)
            apart = next(n for n, one in enumerate(line.pieces) if word.right <= one.right)
            last = max((key for key in parts if key[0] == at), default=(at, apart))
            # Numbers that end where others do part a line, but not what is drawn as one cell.
            near = at >= 0 and len(cells) >= _DRAWN and last in parts
            near = near and _near(parts[last], word, APART if counted else _NAMED)
            parts.setdefault(last if near else (at, apart), []).append(word)
        alone = Counter(at for at, _ in parts)
        starts = self.columns if len(cells) == 1 else ()
        pieces = [
            _begun(joined(words), cells[at][0] if at >= 0 and alone[at] == 1 else None, starts)
            for (at, _), words in parts.items()
        ]
        return TextLine(line.words, tuple(sorted(pieces, key=lambda one: one.left)))

    def crosses(self, line: TextLine) -> bool:
        """Whether an edge of a drawn cell runs through a word: what is drawn lies elsewhere."""
        return any(
            word.left + _THROUGH < edge < word.right - _THROUGH
            for word in line.words
            for edge, _ in self._cells(line)
        )

    def is_open(self, line: TextLine) -> bool:
        """Whether the line stands in a row that is drawn as one box: its columns are not."""
        return len(self._cells(line)) == 1

    def is_cell(self, column: Span, band: int = 0) -> bool:
        """Whether some row from that one on has a cell as wide as the column; else it only parts wider ones."""
        left, right = column
        return any(
            abs(cell[0] - left) < _SHARED and abs(cell[1] - right) < _SHARED
            for _, cells in self.rows[band:]
            for cell in cells
        )

    def _cells(self, line: TextLine) -> tuple[Span, ...]:
        """The cells of the drawn row that a line stands in; none between rows."""
        at = self.band(line.middle)
        return self.rows[at][1] if at >= 0 else ()

    def leaves(self, band: int, at: float) -> bool:
        """Whether a place across stands in other rows' columns, and in no cell of this drawn row."""
        within = self.columns[0][0] < at < self.columns[-1][1]
        return within and not any(_within(at, cell) for cell in self.rows[band][1])

    def band(self, at: float) -> int:
        """Which drawn row a height on the page stands in, -1 for none."""
        return next((n for n, (edges, _) in enumerate(self.rows) if _within(at, edges)), -1)


def _begun(piece: Word, left: float | None, columns: Sequence[Span]) -> Word:
    """A piece that fills its drawn cell begins where the cell does, however it is aligned.

    In a row that is drawn as one cell it may begin where one of the table's `columns` does, or stand in one.
    """
    own = left is None or any(
        abs(piece.left - start) < _THROUGH
        or (start < piece.left < start + _PADDED and piece.right < end)
        for start, end in columns
    )
    return piece if own or left is None else replace(piece, left=min(left, piece.left))


def _near(words: Sequence[Word], word: Word, apart: float) -> bool:
    """Whether a word follows others as nearly as words of one text do."""
    last = words[-1]
    return word.left - last.right < apart * max(word.height, last.height)


def _within(at: float, span: Span) -> bool:
    return span[0] <= at <= span[1]


def distance(at: float, span: Span) -> float:
    """How far a place is from a span; nothing inside of it."""
    return max(span[0] - at, at - span[1], 0.0)


def matched(spans: Sequence[Span], above: Sequence[Span]) -> list[int]:
    """Which of the spans above each one stands under most; nothing where one stands under none."""
    found: list[int] = []
    for left, right in spans:
        shared = [min(right, end) - max(left, start) for start, end in above]
        most = max(shared, default=0.0)
        found += [shared.index(most)] if most > _SHARED else []
    return found if len(found) == len(spans) else []
