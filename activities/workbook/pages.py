"""The pages of a PDF as one grid: whole rows, furniture left out.

All pages are one sheet, for a table runs on over its pages; what is printed again on every page at
the same place is kept once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from activities.workbook.boxes import bands_of, colons_back, flatten, has_digit, has_number, is_full
from activities.workbook.centred import centred, join, level
from activities.workbook.crossing import heads_of, lone_columns, repeats, rest_of
from activities.workbook.folded import Fold, unfolded
from activities.workbook.furniture import Page, without_furniture
from activities.workbook.headings import parted_headings
from activities.workbook.named import coded_columns, labelled, names_columns
from activities.workbook.narrow import rewrapped
from activities.workbook.prose import without_columns
from activities.workbook.raised import raised
from activities.workbook.rightward import is_right_to_left
from activities.workbook.ruled import Ruled
from activities.workbook.stretches import stretches_of
from activities.workbook.stripes import Stretch
from activities.workbook.texts import goes_on_words
from activities.workbook.words import Row
from activities.workbook.wrapping import CLOSE, is_line, is_rest, pitch_of, wraps
from orders.sheet import Cell, Sheet
from orders.values import has_letters

_WIDE = 1.5
_FAR = 4.0
_ROOM = 0.9
_TABULAR = 3
_LABELLED = re.compile(r"[^\W\d][^:]{0,30}: ?\d")
"""A label with its value goes on with the line above; no name begins so."""
_FRAGMENTS = 2
"""A row of more cells than these is a row of its own."""


def sheet_of(pages: Sequence[Page], *, right_to_left: bool = False) -> Sheet:
    """All pages as one sheet of texts; rows count on from page to page."""
    laid = _Laid(right_to_left)
    last: Stretch | None = None
    named: Stretch | None = None
    fold: Fold | None = None
    for page in without_furniture(pages):
        lines = parted_headings(without_columns(page.lines))
        lines, fold = (lines, fold) if page.tables else unfolded(lines, fold)
        stretches = stretches_of(lines, page.tables, last)
        for at, stretch in enumerate(stretches):
            goes_on = named is not None and stretch.tabular and stretch.go_on(named)
            named = stretch if stretch.named and not goes_on else named
            laid.add(stretch, page.tables if stretch.ruled else (), first=not at)
        last = next((one for one in reversed(stretches) if one.tabular), last)
    name = f"Pages 1-{len(pages)}" if len(pages) > 1 else "Page 1"
    return Sheet(name, laid.cells, right_to_left=right_to_left)


@dataclass(slots=True)
class _Laid:
    """The cells of the sheet so far, and its last row: what a page's end cut goes on with it."""

    right_to_left: bool
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    number: int = 0
    edge: float | None = None
    """Where the last row ends on its page."""
    tail: tuple[int, Row] | None = None
    lone: set[int] = field(default_factory=set)
    coded: frozenset[int] = frozenset()
    """Columns of codes, which go on with no words."""
    heads: set[str] = field(default_factory=set)
    """The texts of the table's header."""

    def add(self, stretch: Stretch, tables: Sequence[Ruled], *, first: bool) -> None:
        """Lay a stretch below all before it, the `first` one of its page or another."""
        drawn = stretch.rows(turned=self.right_to_left)
        for row in drawn if stretch.named else ():
            row.cells = labelled(row.cells)
        named = [at for at, (line, _) in enumerate(stretch.lines) if names_columns(line)]
        told = [drawn[at] for at in named]
        above = _first(drawn)[0] if stretch.tabular else len(drawn)
        drawn = [*rewrapped(drawn[:above]), *drawn[above:]]
        self.coded = coded_columns(told[0].cells) if told else self.coded
        again = repeats(drawn, self.heads)
        if told and not again:
            self.heads = heads_of(drawn)
        gap = " " if stretch.named else "\n"
        rows = _whole_rows(drawn, tables, gap, (self.coded, again))
        heading = _heading(rows) if stretch.tabular else range(0)
        usual = pitch_of(rows) if stretch.tabular else 0.0
        flatten(rows[_first(rows)[0] :])
        self.lone |= lone_columns(rows)
        rest = rest_of(rows, self.tail[1], self.lone) if self.tail and first else range(0)
        self.edge = None if first else self.edge
        for at, row in enumerate(rows):
            if at in rest and self.tail:
                join(self.tail[1], row)
                self._write(*self.tail)
            else:
                self.number += 1 + (0 if at in heading else _blank(row, self.edge, usual))
                self._write(self.number, row)
            self.edge = row.bottom
        self.tail = (self.number, rows[-1]) if stretch.tabular else None

    def _write(self, number: int, row: Row) -> None:
        texts = row.cells if self.right_to_left else colons_back(row.cells)
        self.cells |= {(number, column): Cell(text) for column, text in texts.items()}


def reads_from_the_right(pages: Sequence[Page]) -> bool:
    """Whether columns count from the right: the script does, and labels stand right of values."""
    lines = [line for page in pages for line in page.lines]
    if not is_right_to_left(line.text for line in lines):
        return False
    ends = [
        (line.pieces[0].text.endswith(":"), line.pieces[-1].text.endswith(":"))
        for line in lines
        if len(line.pieces) == _FRAGMENTS
    ]
    return sum(left for left, _ in ends) <= sum(right for _, right in ends)


def _blank(row: Row, edge: float | None, usual: float) -> int:
    """How many empty rows of a spreadsheet the gap above a row is as wide as.

    `usual` is the gap between the table's full rows, which may be set wide.
    """
    height = max(row.height, 1.0)
    gap = 0.0 if edge is None else (row.top - edge) / height
    near = min(max(usual / height, 0.35), 1.0)
    return round((gap - near) / (1 + near)) if gap > _WIDE else 0


def _heading(rows: Sequence[Row]) -> range:
    """The rows below a header's first one up to the first line: no gap there is an empty row."""
    first, end = _first(rows)
    near = end < len(rows) and end - first <= _TABULAR and _near(rows[first : end + 1])
    return range(first + 1, end + 1) if near else range(0)


def _first(rows: Sequence[Row]) -> tuple[int, int]:
    """Where a table's header begins, and its first line; both the end where there is no line."""
    end = first = next((at for at, row in enumerate(rows) if is_line(row)), len(rows))
    while (
        0 < first < len(rows) and len(rows[first - 1].cells) > 1 and not has_digit(rows[first - 1])
    ):
        first -= 1
    return first, end


def _near(rows: Sequence[Row]) -> bool:
    return all(low.top - high.bottom < _FAR * high.height for high, low in pairwise(rows))


def _whole_rows(
    rows: Sequence[Row],
    tables: Sequence[Ruled],
    gap: str,
    told: tuple[frozenset[int], int],
) -> list[Row]:
    """Rows whose wrapped lines are one again; outside of tables a `gap` keeps them apart.

    `told` are the columns of codes, and how many rows say a header again, which no text goes on with.
    """
    rows = rows if tables else centred(level(rows))
    rows = rows if tables or told[1] else raised(rows)  # Else an item may go on from a page before.
    pitch = pitch_of(rows)
    (bands, drawn_rows), hanging = bands_of(rows, tables), _hanging(rows)
    made: list[Row] = []
    last: int | None = None
    for at, row in enumerate(rows):
        above = made[-1] if made and last is not None else None
        if bands[at] is None and _begins(rows, at, made[-1].bottom if made else None, hanging):
            join(rows[at + 1], row, before=True, between=gap)
            last = None
            continue
        if above and last is not None and bands[last] == bands[at]:
            low = rows[at + 1].top - row.bottom if at + 1 < len(rows) else None
            drawn = bands[at] is not None and not _answers(row, above)
            worded = last < told[1] <= at or any(
                goes_on_words(row.cells.get(one, "")) for one in told[0]
            )
            if drawn or (not worded and wraps(row, above, (low, pitch))):
                join(above, row, between="\n" if drawn else gap)
                continue
        if above and last is not None and _are_next(drawn_rows[last], drawn_rows[at]):
            # Between the texts of two drawn rows there is no empty one, however tall they are.
            above.bottom = row.top
        made.append(row)
        last = at
    return made


def _are_next(above: tuple[int, int] | None, below: tuple[int, int] | None) -> bool:
    return below is not None and above == (below[0], below[1] - 1)


def _answers(row: Row, above: Row) -> bool:
    """Whether a row holds the values of the labels above it in the same boxes."""
    both = row.cells.keys() & above.cells.keys()
    told = [column for column in both if any(sign.isdigit() for sign in row.cells[column])]
    return not has_digit(above) and len(told) >= _FRAGMENTS and len(both) == len(row.cells)


def _hanging(rows: Sequence[Row]) -> frozenset[int]:
    """Columns whose texts begin beside the numbers: the first line's go on below it, and none stand above."""
    first = next((at for at, row in enumerate(rows) if is_full(row)), len(rows))
    if first + 1 >= len(rows) or is_full(rows[first + 1]):
        return frozenset()
    columns = rows[first + 1].cells.keys() & rows[first].cells.keys()
    headed = not first or not rows[first - 1].cells.keys() <= columns
    after = _begins(rows, first + 1, rows[first].bottom, frozenset())
    return frozenset(columns) if headed and not after else frozenset()


def _begins(rows: Sequence[Row], at: int, edge: float | None, hanging: frozenset[int]) -> bool:
    """Whether a row is the beginning of a text whose other cells stand half a line or lines lower.

    `edge` is where the row above ends; texts of `hanging` columns begin no higher than the rest.
    """
    row, end = rows[at], at + 1
    if any(_LABELLED.match(text) for text in row.cells.values()):
        return False
    while end < len(rows) and rows[end].cells.keys() == row.cells.keys() and len(row.cells) == 1:
        end += 1
    if end >= len(rows) or not is_rest(row, rows[end], allow_new=True):
        return False
    below = rows[end]
    if not has_number(below) or len(row.cells.keys() | below.cells.keys()) < _TABULAR:
        return False
    gap = max(low.top - high.bottom for high, low in pairwise(rows[at : end + 1]))
    up = gap + 1 if edge is None else row.top - edge
    if gap >= up * CLOSE:
        return False
    (column, *more) = row.cells
    if column not in below.cells or column in hanging:
        return column not in below.cells
    goes_on = end + 1 < len(rows) and list(rows[end + 1].cells) == [column]
    whole = goes_on or _is_full_width(rows, end - 1, column)
    return not more and column != min(below.cells) and whole and has_letters(below.cells[column])


def _is_full_width(rows: Sequence[Row], at: int, column: int) -> bool:
    """Whether the next line's first word had no room beside a text any more: it was wrapped."""
    widest = max(
        len(row.cells.get(column, "")) for row in rows if row.top + row.height + 1 > row.bottom
    )
    word = rows[at + 1].cells[column].split()[0]
    return len(rows[at].cells[column]) + 1 + len(word) > widest * _ROOM
