"""The stretches of a page: runs of lines that share their columns."""

from collections.abc import Sequence
from itertools import pairwise

from activities.workbook.headings import is_tabular
from activities.workbook.named import names_columns
from activities.workbook.ruled import Ruled, Span
from activities.workbook.stripes import Stretch
from activities.workbook.words import TextLine

_TABULAR = 3
"""So many lines through whose words drawn edges run: what is drawn lies elsewhere."""
_MANY = 4
_SAME = 6.0


def stretches_of(
    lines: Sequence[TextLine], tables: Sequence[Ruled], last: Stretch | None = None
) -> list[Stretch]:
    """The lines of a page by stretches; the first may go on with the columns of the page before."""
    first = current = (
        Stretch(list(last.columns), last.ruled, named=last.named) if last else Stretch([])
    )
    found = [first]
    frames = [
        table
        for table in tables
        if sum(table.crosses(line) for line in lines if table.holds(line)) >= _TABULAR
    ]
    drawn = {table: _drawn(table) for table in tables}
    boxes: set[Ruled] = set()
    for at, whole in enumerate(lines):
        table = next((one for one in tables if one.holds(whole) and one not in frames), None)
        if table and table.is_open(whole) and names_columns(whole):
            boxes.update([] if drawn[table].fits(whole) else [table])
        table = None if table in boxes and table.is_open(whole) else table
        line = table.cut(whole) if table else whole
        if table and drawn[table].crowds(line):
            # Drawn around the table, and not between its columns.
            frames.append(table)
            current, line = Stretch([]), whole
            found.append(current)
        elif table and not _same(table.columns, current.columns):
            current = _drawn(table)
            found.append(current)
        elif not table and _breaks(
            (line, next((one for one in lines[at + 1 :] if is_tabular(one)), None)),
            current,
            tabular=current.tabular or (current is first and last is not None),
        ):
            current = Stretch([])
            found.append(current)
        current.add(line)
        current.named = current.named or names_columns(line)
    for above, below in pairwise(found):
        below.take_heading(above)
    for stretch in found:
        stretch.settle()
    return [stretch for stretch in found if stretch.lines]


def _drawn(table: Ruled) -> Stretch:
    spare = frozenset(one for one in table.columns if not table.is_cell(one))
    return Stretch(list(table.columns), ruled=True, spare=spare)


def _breaks(lines: tuple[TextLine, TextLine | None], current: Stretch, *, tabular: bool) -> bool:
    """Whether a line, of which the next one of a table's width is told too, begins new columns."""
    line, ahead = lines
    if is_tabular(line) and not current.named and names_columns(line) and not current.fits(line):
        return True
    if is_tabular(line):
        return not tabular or current.clashes(line) or _outgrows(line, ahead, current)
    return len(line.pieces) > 1 and not tabular and not current.fits(line)


def _outgrows(line: TextLine, ahead: TextLine | None, current: Stretch) -> bool:
    """Whether this line and the next have more columns than those above, an address block's."""
    crowded = current.crowded(line)
    if ahead or crowded <= _MANY // 2:
        crowded = min(crowded, current.crowded(ahead) if ahead else 0)
    above = [one for one, fits in current.lines if fits and is_tabular(one)]
    # A header alone above its lines has no numbers, and is never parted from them.
    told = any(sign.isdigit() for one in above for sign in one.text)
    # Below a table's header, lines of taxes under an item may crowd its columns.
    bare = current.named or not told
    least = 0 if len(above) > 1 and not current.named else _MANY // 2 if bare else 1
    return crowded > least


def _same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return len(one) == len(other) and all(
        abs(a[0] - b[0]) < _SAME and abs(a[1] - b[1]) < _SAME
        for a, b in zip(one, other, strict=True)
    )
