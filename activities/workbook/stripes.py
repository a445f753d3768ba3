"""Which columns the lines of a page stand in, drawn or told by gaps.

A stretch is a run of lines with the same columns. Ruled columns are taken as they are drawn. Where
nothing is drawn, columns are what the pieces of the lines cover; a header that stands left of its
right-aligned numbers is theirs, for no line fills both.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from activities.workbook.words import TextLine, Word, joined

_TABULAR = 3
"""From so many pieces on, a line belongs to a table."""
_SHARED, _MANY = 2, 4
"""So many pieces beyond the columns they share make columns of their own."""
_THROUGH = 3.0
_SLACK = 2.0
_SAME = 6.0
_FAR = 80.0
_EDGE = 8.0
_PLAIN = re.compile(r"\D?\d[\d.,']*\D?")
_AMOUNT = re.compile(r"\W*\w{0,3}\W*\d[\d.,' ]*\W*\w{0,3}\W*")

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A drawn table: where it starts and ends, its columns, and the edges of its rows."""

    top: float
    bottom: float
    columns: tuple[Span, ...]
    rows: tuple[tuple[Span, tuple[Span, ...]], ...] = ()
    """Each row's upper and lower edge, and its cells from left to right."""

    def holds(self, line: TextLine) -> bool:
        """Whether the line stands in the table."""
        return self.top <= line.middle <= self.bottom

    def cut(self, line: TextLine) -> TextLine:
        """The line in pieces as the drawn cells cut it, and wide gaps inside of them."""
        cells = next((cells for edges, cells in self.rows if _within(line.middle, edges)), ())
        parts: dict[tuple[int, int], list[Word]] = {}
        if not cells:
            return line
        for word in line.words:
            at = next((n for n, cell in enumerate(cells) if _within(word.middle, cell)), -1)
            apart = next(n for n, one in enumerate(line.pieces) if word.right <= one.right)
            parts.setdefault((at, apart), []).append(word)
        alone = Counter(at for at, _ in parts)
        pieces = [
            _begun(joined(words), cells[at][0] if at >= 0 and alone[at] == 1 else None)
            for (at, _), words in parts.items()
        ]
        return TextLine(line.words, tuple(sorted(pieces, key=lambda one: one.left)))

    def crosses(self, line: TextLine) -> bool:
        """Whether an edge of a drawn cell runs through a word: what is drawn lies elsewhere."""
        cells = next((cells for edges, cells in self.rows if _within(line.middle, edges)), ())
        return any(
            word.left + _THROUGH < edge < word.right - _THROUGH
            for word in line.words
            for edge, _ in cells
        )

    def band(self, row: "Row") -> int:
        """Which drawn row a row of text stands in, -1 for none."""
        at = (row.top + row.bottom) / 2
        return next((n for n, (edges, _) in enumerate(self.rows) if _within(at, edges)), -1)


@dataclass(slots=True)
class Row:
    """One row of the grid: its texts by column from 1, and where on the page it stands."""

    cells: dict[int, str]
    top: float
    bottom: float
    height: float
    """Of one line of its letters."""


@dataclass(slots=True)
class Stretch:
    """Lines with the same columns, from left to right."""

    columns: list[Span]
    ruled: bool = False
    lines: list[tuple[TextLine, bool]] = field(default_factory=list)
    """Each line, and whether its pieces fit the columns."""

    @property
    def tabular(self) -> bool:
        """Whether any line has the width of a table."""
        return self.ruled or any(len(line.pieces) >= _TABULAR for line, _ in self.lines)

    def fits(self, line: TextLine) -> bool:
        """Whether every piece of the line has a column of its own."""
        under = [self._under(piece) for piece in line.pieces]
        taken = [at for one in under for at in one]
        return all(len(one) <= 1 for one in under) and len(set(taken)) == len(taken)

    def clashes(self, line: TextLine) -> bool:
        """Whether most pieces of the line lie over two columns."""
        over = sum(len(self._under(piece)) > 1 for piece in line.pieces)
        return over * 2 > len(line.pieces)

    def crowds(self, line: TextLine) -> bool:
        """Whether a line has columns of its own: several of its pieces would have to share one."""
        if not self.columns:
            return False
        places = {self._nearest(piece) for piece in line.pieces}
        return len(line.pieces) - len(places) >= (_MANY if self.ruled else _SHARED)

    def add(self, line: TextLine) -> None:
        """Take a line; one that fits may widen the columns where none are drawn."""
        fitting = self.fits(line)
        self.lines.append((line, fitting))
        if not self.ruled and (fitting or not self.columns):
            for piece in line.pieces:
                self._widen(piece)

    def settle(self) -> None:
        """Join a header to its numbers where it stands left of them, in the same cell.

        Nothing else is joined: numbers left of a header belong to the header before it.
        """
        if self.ruled or not self.tabular:
            return
        filled = [self._filled(line) for line, fits in self.lines if fits]
        head = next((one for one in filled if len(one) >= _TABULAR), set())
        body = {at for one in filled if one is not head for at in one}
        for at in reversed(range(len(self.columns) - 1)):
            if at in head - body and at + 1 in body - head:
                self.columns[at : at + 2] = [(self.columns[at][0], self.columns[at + 1][1])]

    def rows(self, *, turned: bool = False) -> list[Row]:
        """The lines as rows of cells; columns count from the right on a turned page."""
        numbers = self._numbers(turned=turned)
        rows = []
        for line, fitting in self.lines:
            cells = {numbers[at]: text for at, text in self._cells(line, fitting).items()}
            rows.append(
                Row(dict(sorted(cells.items())), line.top, line.bottom, line.bottom - line.top)
            )
        return rows

    def _numbers(self, *, turned: bool) -> list[int]:
        """Each column's number; outside of tables, what stands far away gets a far one."""
        order = list(enumerate(self.columns))
        numbers = [1] * len(order)
        last: Span | None = None
        at = 0
        for place, span in reversed(order) if turned else order:
            far = max(span[0] - last[1], last[0] - span[1], 0.0) if last else 0.0
            at += 1 + (0 if self.tabular else int(far // _FAR))
            numbers[place], last = at, span
        return numbers

    def _cells(self, line: TextLine, fitting: bool) -> dict[int, str]:
        alone = self.tabular and len(line.pieces) == 1 and self._told_amount(line)
        if alone:
            return alone
        tight = self._is_tight(line, fitting)
        parts: dict[int, list[Word]] = {}
        for one in line.words if tight else line.pieces:
            last = one is line.pieces[-1] and not self.ruled
            ends = not tight and last and _AMOUNT.fullmatch(one.text)
            parts.setdefault(self._nearest(one, by_end=bool(ends)), []).append(one)
        return {column: joined(words).text for column, words in parts.items()}

    def _is_tight(self, line: TextLine, fitting: bool) -> bool:
        """Whether the line's pieces hold several columns each, so that its words must be placed."""
        if fitting or self.ruled or len(line.pieces) < _TABULAR:
            return False
        taken = {self._nearest(piece) for piece in line.pieces}
        return len(taken) < len(line.pieces) or len(line.pieces) < len(self.columns)

    def _nearest(self, word: Word, *, by_end: bool = False) -> int:
        """The column a word or piece stands in; one over several belongs where it begins or ends."""
        at = word.middle
        if len(self._under(word)) > 1:
            at = word.right - _SLACK if by_end else word.left + _SLACK
        return min(range(len(self.columns)), key=lambda one: _distance(at, self.columns[one]))

    def _told_amount(self, line: TextLine) -> dict[int, str]:
        """`Total EUR 94.50` under a column of amounts: the amount there, its name beside it."""
        amount = line.words[-1]
        ends = [at for at, span in enumerate(self.columns) if abs(span[1] - amount.right) < _EDGE]
        if not line.words[:-1] or not ends or not ends[0] or not _PLAIN.fullmatch(amount.text):
            return {}
        return {ends[0] - 1: joined(line.words[:-1]).text, ends[0]: amount.text}

    def _filled(self, line: TextLine) -> set[int]:
        return {one for piece in line.pieces for one in self._under(piece)}

    def _under(self, piece: Word) -> list[int]:
        return [
            at
            for at, (left, right) in enumerate(self.columns)
            if piece.left < right - _SLACK and piece.right > left + _SLACK
        ]

    def _widen(self, piece: Word) -> None:
        under = self._under(piece)
        if under:
            left, right = self.columns[under[0]]
            self.columns[under[0]] = min(left, piece.left), max(right, piece.right)
        else:
            self.columns.append((piece.left, piece.right))
            self.columns.sort()


def stretches_of(
    lines: Sequence[TextLine], tables: Sequence[Ruled], last: Stretch | None = None
) -> list[Stretch]:
    """The lines of a page by stretches; the first may go on with the columns of the page before."""
    first = current = Stretch(list(last.columns), last.ruled) if last else Stretch([])
    found = [first]
    frames = [
        table
        for table in tables
        if sum(table.crosses(line) for line in lines if table.holds(line)) >= _TABULAR
    ]
    for whole in lines:
        table = next((one for one in tables if one.holds(whole) and one not in frames), None)
        line = table.cut(whole) if table else whole
        if table and Stretch(list(table.columns), ruled=True).crowds(line):
            # Drawn around the table, and not between its columns.
            frames.append(table)
            current, line = Stretch([]), whole
            found.append(current)
        elif table and not _same(table.columns, current.columns):
            current = Stretch(list(table.columns), ruled=True)
            found.append(current)
        elif not table and _breaks(
            line, current, tabular=current.tabular or (current is first and last is not None)
        ):
            current = Stretch([])
            found.append(current)
        current.add(line)
    for stretch in found:
        stretch.settle()
    return [stretch for stretch in found if stretch.lines]


def _breaks(line: TextLine, current: Stretch, *, tabular: bool) -> bool:
    if len(line.pieces) >= _TABULAR:
        return not tabular or current.clashes(line) or current.crowds(line)
    return len(line.pieces) > 1 and not tabular and not current.fits(line)


def _begun(piece: Word, left: float | None) -> Word:
    """A piece that fills its drawn cell begins where the cell does, however it is aligned."""
    return piece if left is None else replace(piece, left=min(left, piece.left))


def _within(at: float, span: Span) -> bool:
    return span[0] <= at <= span[1]


def _same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return len(one) == len(other) and all(
        abs(a[0] - b[0]) < _SAME and abs(a[1] - b[1]) < _SAME
        for a, b in zip(one, other, strict=True)
    )


def _distance(at: float, span: Span) -> float:
    return max(span[0] - at, at - span[1], 0.0)
