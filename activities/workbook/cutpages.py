"""Sheets whose columns were cut onto further pages, side by side again.

Such a page has no head of its own: its lines stand at the heights of the first page's lines, from the
one that names columns on.
"""

from collections.abc import Sequence
from dataclasses import replace

from activities.workbook.furniture import Page
from activities.workbook.named import fields_of, names_columns
from activities.workbook.ruled import Ruled, Span
from activities.workbook.words import TextLine

_SAME = 1.0
_APART = 40.0
_FEWEST = 2


def side_by_side(pages: Sequence[Page]) -> list[Page]:
    """The pages, each with those right of it that were cut off: down first, or across first."""
    found = [at for at in range(1, len(pages)) if _is_cut(pages[at], pages[0])]
    if not found:
        return list(pages)
    down, across = found[0], next((at for at in range(1, len(pages)) if at not in found), 0)
    groups = [list(range(at, len(pages), down)) for at in range(down)]
    if down == 1 and across:
        groups = [list(range(at, at + across)) for at in range(0, len(pages), across)]
    whole = len(pages) == len(groups) * len(groups[0])
    if not whole or not all(
        _stand_beside(pages[other], pages[first]) for first, *others in groups for other in others
    ):
        return list(pages)
    return [_joined([pages[at] for at in group]) for group in groups]


def _is_cut(page: Page, first: Page) -> bool:
    """Whether a page begins with names of columns, level with such names on the first one."""
    if len(page.lines) < _FEWEST or not page.lines[0].text or _has_digit(page.lines[0]):
        return False
    head = _level(page.lines[0], first)
    if head is None or _has_digit(head) or not fields_of(head):
        return False
    both = TextLine((*head.words, *page.lines[0].words), (*head.pieces, *page.lines[0].pieces))
    told = {(round(line.top), line.text) for line in first.lines}
    if not (names_columns(both) or fields_of(page.lines[0])) or any(
        (round(one.top), one.text) in told for one in page.lines
    ):
        return False  # Another paper of the same form, or the table's next page.
    below = [line for line in first.lines if line.top >= head.top - _SAME]
    return len(page.lines) * 2 >= len(below) and _stand_beside(page, first)


def _stand_beside(page: Page, first: Page) -> bool:
    """Whether every line is level with one of the first page's; sums may stand below them all."""
    if not first.lines:
        return False
    within = [line for line in page.lines if line.middle < first.lines[-1].middle + _SAME]
    return len(within) >= _FEWEST and all(_level(line, first) is not None for line in within)


def _level(line: TextLine, page: Page) -> TextLine | None:
    return next((one for one in page.lines if abs(one.middle - line.middle) < _SAME), None)


def _has_digit(line: TextLine) -> bool:
    return any(sign.isdigit() for sign in line.text)


def _joined(pages: Sequence[Page]) -> Page:
    whole, *others = pages
    for page in others:
        aside = max(word.right for line in whole.lines for word in line.words) + _APART
        lines = [_beside(line, _level(line, page), aside) for line in whole.lines]
        below = [line for line in page.lines if line.top > whole.lines[-1].bottom]
        lines += [_moved(line, aside) for line in below]
        whole = Page(whole.height, lines, [_wider(one, page, aside) for one in whole.tables])
    return whole


def _beside(line: TextLine, other: TextLine | None, aside: float) -> TextLine:
    if other is None:
        return line
    more = _moved(other, aside)
    return TextLine((*line.words, *more.words), (*line.pieces, *more.pieces))


def _moved(line: TextLine, aside: float) -> TextLine:
    return TextLine(
        *(
            tuple(replace(one, left=one.left + aside, right=one.right + aside) for one in some)
            for some in (line.words, line.pieces)
        )
    )


def _wider(table: Ruled, page: Page, aside: float) -> Ruled:
    """A drawn table with the columns that go on with it; what no lines part there is one column."""
    held = [word for line in page.lines if table.holds(line) for word in line.words]
    other = next((one for one in page.tables if abs(one.top - table.top) < _SAME), None)
    if other is None and not held:
        return table
    alone = (min(word.left for word in held), max(word.right for word in held)) if held else (0, 0)
    columns = _aside(other.columns if other else (alone,), aside)
    rows = [
        (edges, (*cells, *(_aside(_cells(other, edges), aside) if other else columns)))
        for edges, cells in table.rows
    ]
    return replace(table, columns=(*table.columns, *columns), rows=tuple(rows))


def _cells(table: Ruled, edges: Span) -> tuple[Span, ...]:
    return next((cells for its, cells in table.rows if abs(its[0] - edges[0]) < _SAME), ())


def _aside(spans: Sequence[Span], aside: float) -> tuple[Span, ...]:
    return tuple((left + aside, right + aside) for left, right in spans)
