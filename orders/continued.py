"""A list that goes on beside itself, as in the columns of a newspaper."""

from collections.abc import Sequence

from orders.dictionary import column_meanings, label_meanings
from orders.headers import IDENTIFIERS, Header
from orders.relaid import BESIDE, cells_of, is_movable, relaid
from orders.values import fold
from orders.view import Grid

_NEAR = 6
"""So many rows above the headings may say whose order a part is."""
_WHOSE = frozenset({"customer", "po_number", "delivery_date", "ship_to", "order_date"})
_GAP = 2


def below_each_other(grid: Grid, parts: Sequence[Header]) -> Grid | None:
    """The sheet with each part's rows below those of the part before; None where they are no one list.

    They are one where they say the same headings, no item stands in two of them, and nothing above
    says that each is an order of its own.
    """
    heads = [[fold(text) for _, text in sorted(part.texts.items())] for part in parts]
    if heads.count(heads[0]) < len(heads) or not is_movable(grid):
        return None
    last = _last_row(grid, parts)
    named = [_items(grid, part, last) for part in parts]
    together = set().union(*named)
    if not all(named) or len(together) < sum(map(len, named)) or _are_apart(grid, parts):
        return None
    return _laid(grid, parts, last)


def _last_row(grid: Grid, parts: Sequence[Header]) -> int:
    """The last row that fills several columns of a part, without more than one blank row above it."""
    last = below = parts[0].rows[-1]
    for row in grid.rows:
        if row <= below:
            continue
        if row > below + _GAP:
            break
        below = row
        if any(len(part.texts.keys() & grid.rows[row].keys()) > 1 for part in parts):
            last = row
    return last


def _items(grid: Grid, part: Header, last: int) -> list[str]:
    """What the rows of a part name, by its first column of items."""
    columns = [
        at for at, text in part.texts.items() if set(IDENTIFIERS) & set(column_meanings(text))
    ]
    rows = [row for row in grid.rows if part.rows[-1] < row <= last]
    texts = (fold(grid.text(row, min(columns))) for row in rows) if columns else ()
    return [text for text in texts if text]


def _are_apart(grid: Grid, parts: Sequence[Header]) -> bool:
    """Whether the same label stands above several parts, as a customer or day of each would."""
    top = parts[0].rows[0]
    rows = [row for row in grid.rows if top - _NEAR <= row < top]
    told = [
        {
            field
            for row in rows
            for column, text in grid.filled(row)
            if min(part.texts) <= column <= max(part.texts)
            for field in label_meanings(text.partition(":")[0])
            if field in _WHOSE
        }
        for part in parts
    ]
    return len(set().union(*told)) < sum(map(len, told))


def _laid(grid: Grid, parts: Sequence[Header], last: int) -> Grid:
    """The first part stays, the others follow below it, and what stood below them all goes on last."""
    first, top = parts[0], parts[0].rows[-1]
    height = last - top
    cells = {}
    for (row, column), one in cells_of(grid).items():
        place = next((n for n, p in enumerate(parts) if column in p.texts), 0)
        if row < first.rows[0] or not place:
            below = (len(parts) - 1) * height if row > last else 0
            cells[row + below, column] = one
        elif row <= top:
            continue
        else:
            columns = dict(zip(sorted(parts[place].texts), sorted(first.texts), strict=True))
            lower = height * (place if row <= last else len(parts) - 1)
            cells[row + lower, columns[column]] = one
    return relaid(grid, cells, BESIDE)
