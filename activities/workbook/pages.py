"""The pages of a PDF as one grid: whole rows, furniture left out.

All pages are one sheet, for a table runs on over its pages; what is printed again on every page at
the same place is kept once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from activities.workbook.stripes import Row, Ruled, Stretch, stretches_of
from activities.workbook.words import TextLine, is_right_to_left
from orders.sheet import Cell, Sheet

_FOOT = re.compile(
    r"\D{0,20}\d{1,3}\D{1,6}\d{1,3}\D{0,3}|(?:page|seite|p\.|صفحه)\W*\d{1,3}", re.IGNORECASE
)
_MARGIN = 0.12
_CLOSE = 0.6
_WIDE = 1.5
_TABULAR = 3
_FRAGMENTS = 2
"""A row of more cells than these is a row of its own."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page's height, lines, and drawn tables."""

    height: float
    lines: Sequence[TextLine]
    tables: Sequence[Ruled] = ()


def sheet_of(pages: Sequence[Page], *, right_to_left: bool = False) -> Sheet:
    """All pages as one sheet of texts; rows count on from page to page."""
    cells: dict[tuple[int, int], Cell] = {}
    number = 0
    last: Stretch | None = None
    for page in _without_furniture(pages):
        stretches = stretches_of(page.lines, page.tables, last)
        edge: float | None = None
        for stretch in stretches:
            for row in _whole_rows(
                stretch.rows(turned=right_to_left), page.tables if stretch.ruled else ()
            ):
                number += 1 + _blank(row, edge)
                edge = row.bottom
                cells |= {(number, column): Cell(text) for column, text in row.cells.items()}
        last = next((one for one in reversed(stretches) if one.tabular), last)
    name = f"Pages 1-{len(pages)}" if len(pages) > 1 else "Page 1"
    return Sheet(name, cells, right_to_left=right_to_left)


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


def _blank(row: Row, edge: float | None) -> int:
    """How many empty rows of a spreadsheet the gap above a row is as wide as."""
    gap = 0.0 if edge is None else (row.top - edge) / max(row.height, 1.0)
    return round((gap - 0.35) / 1.35) if gap > _WIDE else 0


def _without_furniture(pages: Sequence[Page]) -> Iterable[Page]:
    """Without page numbers, and with what every page repeats on the first or the last one only."""
    places = Counter(place for page in pages for place in {_place(line) for line in page.lines})
    for number, page in enumerate(pages):
        first = next((line.top for line in page.lines if len(line.pieces) >= _TABULAR), 0.0)
        foot = page.height * (1 - _MARGIN)
        kept = []
        for line in page.lines:
            edge = 0 if line.top < first else len(pages) - 1 if line.middle > foot else number
            again = places[_place(line)] > 1 and number != edge
            numbered = _FOOT.fullmatch(line.text) and (
                line.middle < page.height - foot or line.middle > foot
            )
            if len(line.pieces) >= _TABULAR or not (again or numbered):
                kept.append(line)
        yield Page(page.height, kept, page.tables)


def _place(line: TextLine) -> tuple[str, int]:
    return line.text, round(line.top)


def _whole_rows(rows: Sequence[Row], tables: Sequence[Ruled]) -> list[Row]:
    """Rows whose wrapped lines are one again."""
    pitch = _pitch(rows)
    bands = _bands(rows, tables)
    made: list[Row] = []
    last: int | None = None
    for at, row in enumerate(rows):
        above = made[-1] if made and last is not None else None
        if bands[at] is None and at + 1 < len(rows) and _begins(row, rows, at):
            _join(rows[at + 1], row, before=True)
            last = None
            continue
        if above and last is not None and bands[last] == bands[at]:
            low = rows[at + 1].top - row.bottom if at + 1 < len(rows) else None
            drawn = bands[at] is not None and not _answers(row, above)
            if drawn or _wraps(row, above, (low, pitch)):
                _join(above, row)
                continue
        made.append(row)
        last = at
    return made


def _answers(row: Row, above: Row) -> bool:
    """Whether a row holds the values of the labels above it in the same boxes."""
    both = row.cells.keys() & above.cells.keys()
    told = [column for column in both if any(sign.isdigit() for sign in row.cells[column])]
    plain = not any(sign.isdigit() for text in above.cells.values() for sign in text)
    return plain and len(told) >= _FRAGMENTS and len(both) == len(row.cells)


def _begins(row: Row, rows: Sequence[Row], at: int) -> bool:
    """Whether a row is the beginning of a text whose other cells stand half a line lower."""
    below = rows[at + 1]
    if not _is_rest(row, below, allow_new=True) or not _has_number(below):
        return False
    if len(row.cells.keys() | below.cells.keys()) < _TABULAR:
        return False
    gap = below.top - row.bottom
    up = row.top - rows[at - 1].bottom if at else gap + 1
    if gap >= up * _CLOSE:
        return False
    (column, *more) = row.cells
    if column not in below.cells:
        return True
    goes_on = at + 2 < len(rows) and list(rows[at + 2].cells) == [column]
    return not more and column != min(below.cells) and goes_on and _is_text(below.cells[column])


def _bands(rows: Sequence[Row], tables: Sequence[Ruled]) -> list[tuple[int, int] | None]:
    """The drawn row of each row of text; None where a drawn row holds a whole column of lines.

    A box with a few short lines, an address or labels and values, is no row of a table either.
    """
    at: list[tuple[int, int] | None] = []
    for row in rows:
        found = [(n, table.band(row)) for n, table in enumerate(tables)]
        at.append(next((one for one in found if one[1] >= 0), None))
    pairs = list(zip(rows, at, strict=True))
    crowded = Counter(band for row, band in pairs if _is_full(row))
    wide = {band for row, band in pairs if len(row.cells) >= _TABULAR}
    return [band if band in wide and crowded[band] <= 1 else None for band in at]


def _is_full(row: Row) -> bool:
    """Whether a row of text is more than the rest of another: several cells, and a number."""
    return len(row.cells) >= _TABULAR and _has_number(row)


def _has_number(row: Row) -> bool:
    return any(text[-1:].isdigit() for text in row.cells.values())


def _pitch(rows: Sequence[Row]) -> float:
    """The usual gap between full rows, in points."""
    full = [row for row in rows if _is_full(row)]
    gaps = [low.top - high.bottom for high, low in pairwise(full)]
    return median(gaps) if gaps else 0.0


def _wraps(row: Row, above: Row, around: tuple[float | None, float]) -> bool:
    """Whether a row only goes on with texts of the row above.

    `around` is the gap to the line below, and the usual gap.
    """
    low, pitch = around
    if not _is_rest(row, above) or len(above.cells) < _TABULAR:
        return False
    gap = row.top - above.bottom
    if low is not None and low < gap - 1:
        return False
    widest = max(above.cells, key=lambda column: len(above.cells[column]))
    alone = list(row.cells) == [widest] and widest != min(above.cells)
    return gap < max(pitch * _CLOSE, 0.5) or (alone and gap <= pitch + 1)


def _is_rest(row: Row, whole: Row, *, allow_new: bool = False) -> bool:
    """Whether a row is no more than texts, under or above texts of the other row."""
    if len(row.cells) > _FRAGMENTS:
        return False
    return all(
        _is_text(text) and (_is_text(whole.cells[column]) if column in whole.cells else allow_new)
        for column, text in row.cells.items()
    )


def _is_text(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _join(whole: Row, rest: Row, *, before: bool = False) -> None:
    for column, text in rest.cells.items():
        parts = [whole.cells.get(column, ""), text]
        whole.cells[column] = " ".join(reversed(parts) if before else parts).strip()
    whole.top, whole.bottom = min(whole.top, rest.top), max(whole.bottom, rest.bottom)
