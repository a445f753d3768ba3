"""Tables side by side: empty columns between them divide a header."""

from collections.abc import Sequence
from dataclasses import replace

from orders.dictionary import column_meanings
from orders.headers import IDENTIFIERS, Header, strength
from orders.members import COLUMN_FIELDS
from orders.values import fold
from orders.view import Grid

_FAR, _FEWEST = 20, 2
"""So many empty columns lie between a table and a list that nobody sees with it."""
_OF_A_LINE = frozenset({*COLUMN_FIELDS, "wholesale"})


def split_beside(grid: Grid, header: Header) -> list[Header]:
    """The headers of tables that stand side by side; one header where nothing divides them.

    A column divides when neither the header nor any row below it says anything in it, and when
    items are named on both sides of it, in the same way or in other rows.
    """
    filled = {column for row in grid.rows if row >= header.rows[0] for column in grid.rows[row]}
    groups: list[list[int]] = []
    for column in range(min(header.texts), max(header.texts) + 1):
        if column not in filled:
            groups.append([])
        elif groups and groups[-1]:
            groups[-1].append(column)
        else:
            groups = [*(group for group in groups if group), [column]]
    again = _repeated(header)
    parts = again or [_part(header, group) for group in groups if group]
    tables = [part for part in parts if _stands_alone(part) or (again and _may_stand(part))]
    if len(tables) > 1:
        one = not again and _are_one(grid, tables)
        return (_without_ledger(grid, parts) or [header]) if one else tables
    return _without_strangers(parts) or _without_ledger(grid, parts) or [header]


def _repeated(header: Header) -> list[Header]:
    """The parts of a header that says the same headings over again, without a gap; else none."""
    columns = sorted(header.texts)
    texts = [fold(header.texts[column]) for column in columns]
    period = texts.index(texts[0], 1) if texts[0] in texts[1:] else 0
    if period < _FEWEST or len(texts) % period or texts != texts[:period] * (len(texts) // period):
        return []
    starts = range(0, len(columns), period)
    return [_part(header, columns[start : start + period]) for start in starts]


def _are_one(grid: Grid, parts: Sequence[Header]) -> bool:
    """Whether parts name the items each in another way, in the same rows: a gap within a table."""
    kinds = [_fields(part) & set(IDENTIFIERS) for part in parts]
    if sum(map(len, kinds)) > len(set().union(*kinds)):
        return False
    rows = [_rows_of(grid, part) for part in parts]
    return 2 * len(set.intersection(*rows)) >= len(set.union(*rows))


def _rows_of(grid: Grid, part: Header, fewest: int = 1) -> set[int]:
    """The rows below a part's header that fill so many of its columns."""
    return {
        row
        for row, cells in grid.rows.items()
        if row > part.rows[-1] and len(part.texts.keys() & cells.keys()) >= fewest
    }


def without_islands(grid: Grid, header: Header) -> Grid:
    """The grid without lists far beside its table, such as the choices of a drop-down."""
    groups: list[list[int]] = []
    for column in sorted(header.texts):
        if groups and _shown_between(grid, groups[-1][-1], column) < _FAR:
            groups[-1].append(column)
        else:
            groups.append([column])
    parts = [_part(header, group) for group in groups]
    home = max(parts, key=lambda part: len(_fields(part)))
    far = [part for part in parts if part is not home and not _stands_alone(part)]
    if not far:
        return grid
    edges = [(min(part.texts), max(part.texts)) for part in far]
    rows = {
        row: {at: cell for at, cell in cells.items() if not any(a <= at <= b for a, b in edges)}
        for row, cells in grid.rows.items()
    }
    return replace(grid, rows={row: cells for row, cells in rows.items() if cells})


def _shown_between(grid: Grid, left: int, right: int) -> int:
    """How many columns a person sees between two: hidden ones put nothing apart."""
    between = range(left + 1, right)
    return sum(column not in grid.sheet.hidden_columns for column in between)


def _without_strangers(parts: Sequence[Header]) -> list[Header]:
    """The one part that orders, where another names its items anew and nothing else of a line."""
    ordering = [p for p in parts if "quantity" in _fields(p) and _fields(p) & set(IDENTIFIERS)]
    strangers = [part for part in parts if part not in ordering]
    others = [_fields(part) for part in strangers]
    tables = [one for one in strangers if len(one.texts) > 1 and _fields(one) & set(IDENTIFIERS)]
    if len(ordering) != 1 or not tables:
        return []
    added = set().union(*others) - _fields(ordering[0])
    return [] if added & _OF_A_LINE else ordering


def _without_ledger(grid: Grid, parts: Sequence[Header]) -> list[Header]:
    """The one part that orders, where the other lists payments or papers in rows of its own number.

    Its `Ref` would be the code of the first lines.
    """
    ordering = [part for part in parts if _may_stand(part)]
    if len(ordering) != 1 or len(parts) != _FEWEST:
        return []
    other = next(part for part in parts if part is not ordering[0])
    told = _fields(other)
    lines, rows = (_rows_of(grid, one, len(one.texts) // 2 + 1) for one in (ordering[0], other))
    named = bool(told & set(IDENTIFIERS)) and len(other.texts) > len(told & set(IDENTIFIERS))
    lent = told & _OF_A_LINE - {*IDENTIFIERS, "delivery_date", "order_date", "po_number"}
    return [] if lent or not named or 5 * len(lines & rows) >= 4 * len(lines) else ordering


def _stands_alone(part: Header) -> bool:
    """Whether a part names items and says something more of them."""
    fields = _fields(part)
    return bool(fields & set(IDENTIFIERS)) and bool(fields - {*IDENTIFIERS, "line_no"})


def _may_stand(part: Header) -> bool:
    """The same of headings said over again, of which a word may mean more than one thing: `Item`."""
    meant = {name for text in part.texts.values() for name in column_meanings(text)}
    return bool(meant & set(IDENTIFIERS)) and "quantity" in meant


def _fields(part: Header) -> set[str]:
    return {
        max(meanings, key=lambda name: meanings[name])
        for text in part.texts.values()
        if (meanings := column_meanings(text))
    }


def _part(header: Header, columns: list[int]) -> Header:
    texts = {column: header.texts[column] for column in columns if column in header.texts}
    return replace(header, texts=texts, score=strength(texts))


def narrowed(grid: Grid, header: Header) -> Grid:
    """The grid with only this header's columns from its first row down."""
    first, last, top = min(header.texts), max(header.texts), header.rows[0]
    rows = {
        row: cells
        if row < top
        else {column: cell for column, cell in cells.items() if first <= column <= last}
        for row, cells in grid.rows.items()
    }
    return replace(grid, rows={row: cells for row, cells in rows.items() if cells})
