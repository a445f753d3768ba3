"""Which rows show what the columns of a table hold."""

from collections.abc import Sequence

from orders.totals import row_words
from orders.view import Grid, is_numbering

_GAP = 3


def sample_rows(grid: Grid, body: Sequence[int]) -> list[int]:
    """The rows that show what the columns hold: from the header to the first real gap."""
    rows: list[int] = []
    for row in body:
        if rows and row - rows[-1] >= _GAP and len(rows) > 1:
            break
        if row not in grid.sheet.hidden_rows and (rows or not is_numbering(grid, row)):
            rows.append(row)
    full = max((len(grid.rows[row]) for row in rows), default=0)
    # Titles and notes between the lines fill one cell; they would blur the shapes.
    kept = [row for row in rows if len(grid.rows[row]) > 1 or full == 1]
    kept = [r for r in kept if len(grid.rows[r]) * 4 > full * 3 or not row_words(grid, r)[2]]
    first = min((min(grid.rows[row]) for row in kept), default=0)
    taxed = {row for row in kept if min(grid.rows[row]) > first and _tells_tax(grid, row)}
    # `Tax 15%` on most lines stands in a column of theirs.
    lines = [row for row in kept if row not in taxed] if len(taxed) * 2 < len(kept) else kept
    return _before_gap(grid, lines)


def _tells_tax(grid: Grid, row: int) -> bool:
    return "tax" in row_words(grid, row)[2]


def _before_gap(grid: Grid, rows: Sequence[int]) -> list[int]:
    """The rows without the labels below: after a blank row only rows as full as those before."""
    kept: list[int] = []
    leanest, apart = 0, False
    for place, row in enumerate(rows):
        apart = apart or (place > 0 and row - rows[place - 1] > 1)
        first = next((text for _, text in grid.filled(row)), "")
        if first.endswith((":", "：")) or (apart and len(grid.rows[row]) < leanest):
            continue
        leanest = min(leanest or len(grid.rows[row]), len(grid.rows[row]))
        kept.append(row)
    return kept or list(rows)
