"""The stretches of a page: runs of lines that share their columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from activities.workbook.headings import is_tabular
from activities.workbook.named import fields_of, names_columns, names_goods
from activities.workbook.ruled import Ruled, Span
from activities.workbook.stripes import Stretch
from activities.workbook.words import APART, TextLine

_TABULAR = 3
"""So many lines through whose words drawn edges run: what is drawn lies elsewhere."""
_MANY = 4
_SHARE = 3
"""Where so large a part of its lines, a third, stands in other tables too, these lie beside it."""
_SAME = 6.0


def stretches_of(
    lines: Sequence[TextLine], tables: Sequence[Ruled], last: Stretch | None = None
) -> list[Stretch]:
    """The lines of a page by stretches; the first may go on with the columns of the page before."""
    first = current = (
        Stretch(list(last.columns), last.ruled, named=last.named) if last else Stretch([])
    )
    found = [first]
    drawn = _Drawn(lines, tables)
    for at, whole in enumerate(lines):
        table, opened = drawn.table_of(whole)
        line = table.cut(whole) if table else whole
        ahead = next((one for one in lines[at + 1 :] if is_tabular(one)), None)
        tabular = current.tabular or (current is first and last is not None)
        if table and drawn.outgrown(table, line):
            current, line = Stretch([]), whole
            found.append(current)
        elif table and drawn.starts(table, line, current):
            current = _stretch(table, table.band(line.middle) if names_columns(line) else 0)
            found.append(current)
        elif table and not current.lines:
            current.columns = table.across  # Of the page before, and drawn a little wider here.
        elif not table and (opened or _breaks((line, ahead), current, tabular=tabular)):
            current = Stretch([])
            found.append(current)
        current.add(line)
        current.named = current.named or (line if names_columns(line) else None)
    for above, below in pairwise(found):
        below.take_heading(above)
    for stretch in found:
        stretch.settle()
    return [stretch for stretch in found if stretch.lines]


class _Drawn:
    """The drawn tables of a page, and which of them are only frames around what stands there."""

    def __init__(self, lines: Sequence[TextLine], tables: Sequence[Ruled]) -> None:
        self.tables = [one for one in tables if not _is_frame(one, lines)]
        self.boxes: set[Ruled] = set()
        """Those with a header in one box: the columns drawn above it are other ones."""
        self.stretches = {table: _stretch(table) for table in self.tables}
        self.heads = {table: _heads(lines, table) for table in self.tables}
        self.opened = {
            table: {
                table.band(line.middle)
                for line in lines
                if table.holds(line) and self._opens(table, line)
            }
            for table in self.tables
        }
        """The drawn rows with such a header: what stands above it in its box is free as well."""

    def table_of(self, line: TextLine) -> tuple[Ruled | None, bool]:
        """The table whose columns the line stands in, and whether its box opens with the line."""
        table = next((one for one in self.tables if one.holds(line)), None)
        if table is None or not table.is_open(line):
            return table, False
        opens = self._opens(table, line)
        self.boxes.update({table} if opens else ())
        ahead = table.band(line.middle) in self.opened[table]
        return (None if ahead or table in self.boxes else table), opens

    def _opens(self, table: Ruled, line: TextLine) -> bool:
        """Whether a line names columns that are none of the table's, in a row drawn as one box."""
        named = table.is_open(line) and names_columns(line)
        return named and not self.stretches[table].fits(line)

    def outgrown(self, table: Ruled, line: TextLine) -> bool:
        """Whether a table is drawn around the lines, and not between their columns."""
        frame = self.stretches[table].crowds(line)
        self.tables = [one for one in self.tables if not frame or one is not table]
        return frame

    def starts(self, table: Ruled, line: TextLine, current: Stretch) -> bool:
        """Whether a line is a table's first, or the first of the drawn row that names its columns."""
        band = table.band(line.middle)
        if current.named or band not in self.heads[table]:
            return not _same(table.across, current.columns)
        return all(table.band(one.middle) != band for one, _ in current.lines)


def _is_frame(table: Ruled, lines: Sequence[TextLine]) -> bool:
    return sum(table.crosses(line) for line in lines if table.holds(line)) >= _TABULAR


def _heads(lines: Sequence[TextLine], table: Ruled) -> set[int]:
    """The drawn rows that name columns."""
    held = (table.cut(line) for line in lines if table.holds(line))
    return {table.band(line.middle) for line in held if names_columns(line)} - {-1}


def _stretch(table: Ruled, band: int = 0) -> Stretch:
    """The columns of a table, from the drawn row on that names them."""
    spare = frozenset(one for one in table.columns if not table.is_cell(one, max(band, 0)))
    return Stretch(table.across, ruled=True, spare=spare)


def with_margins(table: Ruled, lines: Sequence[TextLine], tables: Sequence[Ruled] = ()) -> Ruled:
    """A box of labels with columns of their own for the texts beside it, such as an address.

    A table that names its columns has notes in its margins at most; what is drawn beside has cells.
    """
    held = [line for line in lines if table.holds(line)]
    left, right = table.columns[0][0], table.columns[-1][1]
    named = any(len(fields_of(_within(table, line))) >= _TABULAR for line in held)
    if named and not _beside(held, left):
        return table
    drawn = [any(one.holds(line) for one in tables if one is not table) for line in held]
    if sum(drawn) * _SHARE > len(held):
        return table
    outside = [
        [piece for piece in line.pieces if piece.right <= left or piece.left >= right]
        for line in held
    ]
    margins = tuple(_merged([(one.left, one.right) for line in outside for one in line]))
    # Texts of several columns that no gap parts from top to bottom stay as they are.
    crowded = any(
        sum(one.left < end and one.right > start for one in line) > 1
        for line in outside
        for start, end in margins
    )
    told = sum(map(len, outside)) >= _MANY and not crowded
    return replace(table, margins=margins) if told else table


def _beside(held: Sequence[TextLine], left: float) -> bool:
    """Whether one column of texts stands left of a table, on lines of it and well apart from them."""
    outside = [[one for one in line.pieces if one.right <= left] for line in held]
    shared = [line for line in held if line.pieces[0].right <= left < line.pieces[-1].left]
    lone = not any(some[1:] for some in outside)  # Labels and their values are two.
    apart = all(left - one.right >= APART * one.height for some in outside for one in some)
    return lone and apart and len(shared) >= _TABULAR


def _within(table: Ruled, line: TextLine) -> TextLine:
    """What of a line stands in the table."""
    left, right = table.columns[0][0], table.columns[-1][1]
    words, pieces = (
        tuple(one for one in some if left <= one.middle <= right)
        for some in (line.words, table.cut(line).pieces)
    )
    return TextLine(words, pieces)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans that overlap as one each."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _breaks(lines: tuple[TextLine, TextLine | None], current: Stretch, *, tabular: bool) -> bool:
    """Whether a line, of which the next one of a table's width is told too, begins new columns."""
    line, ahead = lines
    named = (not current.named or not names_goods(current.named)) and is_tabular(line)
    if named and not current.named and names_columns(line) and not current.fits(line):
        return True
    # What stands right above without a number is the header's upper part.
    if (
        named
        and _is_below(line, current)
        and (names_goods if current.named else names_columns)(line)
    ):
        return True
    if is_tabular(line):
        return not tabular or current.clashes(line) or _outgrows(line, ahead, current)
    return len(line.pieces) > 1 and not tabular and not current.fits(line)


def _is_below(line: TextLine, current: Stretch) -> bool:
    """Whether a line stands below all of a stretch: its last line holds a number, or is far."""
    last = current.lines[-1][0] if current.lines else line
    near = line.top - last.bottom < line.bottom - line.top
    return not near or any(sign.isdigit() for sign in last.text)


def _outgrows(line: TextLine, ahead: TextLine | None, current: Stretch) -> bool:
    """Whether this line and the next have more columns than those above, an address block's."""
    crowded = current.crowded(line)
    if ahead or crowded <= _MANY // 2:
        crowded = min(crowded, current.crowded(ahead) if ahead else 0)
    above = [one for one, fits in current.lines if fits and is_tabular(one)]
    # A header alone above its lines has no numbers, and is never parted from them.
    told = any(sign.isdigit() for one in above for sign in one.text)
    # Below a table's header, lines of taxes under an item may crowd its columns.
    bare = current.named is not None or not told
    least = 0 if len(above) > 1 and not current.named else _MANY // 2 if bare else 1
    return crowded > least


def _same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return len(one) == len(other) and all(
        abs(a[0] - b[0]) < _SAME and abs(a[1] - b[1]) < _SAME
        for a, b in zip(one, other, strict=True)
    )
