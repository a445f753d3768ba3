"""Blocks of one sheet that are orders of their own."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from orders.dictionary import label_meanings
from orders.headers import Header
from orders.labels import HEADER_FIELDS, Found, find_labels
from orders.names import name_key
from orders.saidagain import same_header
from orders.totals import row_words
from orders.values import fold, has_letters
from orders.view import Grid

_NAMES_ORDER = ("po_number", "customer")
_HEAD_ROWS = 3
_NUMBER = re.compile(r"\S*\d\S*")
_HAS_DIGIT = re.compile(r"\d").search
_HEAD = frozenset({*HEADER_FIELDS, "supplier", "contact"})


def order_blocks(grid: Grid, headers: Sequence[Header]) -> list[tuple[Grid, Header]]:
    """The parts of a sheet that hold one order each; empty where it holds one order only.

    Every part must name a customer or a PO number above its header that no other part names. What
    else looks like a header, as labels of an order's head may, parts nothing where one says itself again.
    """
    best = max(headers, key=lambda one: one.score, default=None)
    again = [one for one in headers if best is not None and same_header(one, best)]
    return _parted(grid, headers) or (_parted(grid, again) if again != [*headers] else [])


def _parted(grid: Grid, headers: Sequence[Header]) -> list[tuple[Grid, Header]]:
    if len(headers) < 2:
        return []
    head = {_shape(grid, row) for row in grid.rows if row < headers[0].rows[0]}
    starts = [1, *(_start(grid, before, after, head) for before, after in pairwise(headers))]
    named = [
        _identity(grid, start, header.rows[0])
        for start, header in zip(starts, headers, strict=True)
    ]
    if not all(map(any, named)) or any(_is_same(*pair) for pair in combinations(named, 2)):
        return []
    ends = [*starts[1:], grid.last_row + 1]
    parts = [_part(grid, start, end) for start, end in zip(starts, ends, strict=True)]
    parted = [*zip(parts, headers, strict=True)]
    return parted if all(_has_lines(*one) for one in parted) else []


def _has_lines(part: Grid, header: Header) -> bool:
    """Whether any number stands below a header: a box of names heads no lines."""
    below = [row for row in part.rows if row > header.rows[-1]]
    return any(_HAS_DIGIT(text) for row in below for _, text in part.filled(row))


def _start(grid: Grid, before: Header, header: Header, head: Container[str]) -> int:
    """The first row of labels and titles right above a header, behind the order before.

    A page of its own says the `head` of the first one again, with other numbers.
    """
    between = range(before.rows[-1] + 1, header.rows[0])
    again = [row for row in between if row in grid.rows and _shape(grid, row) in head]
    if len(again) >= _HEAD_ROWS:
        return again[0]
    told = {row for one in find_labels(grid, between) for row in _rows_of(grid, one)}
    told |= {row for row in between if _is_of_head(grid, row)}
    start = header.rows[0]
    for row in reversed(between):
        if not _is_title(grid, row) and row not in told:
            break
        start = row
    return start


def _shape(grid: Grid, row: int) -> str:
    """The words of a row without its numbers."""
    return " ".join(_NUMBER.sub("#", fold(text)) for _, text in grid.filled(row))


def _rows_of(grid: Grid, one: Found) -> set[int]:
    """The rows of a value and of its label, which may stand above it."""
    above = grid.text(one.row - 1, one.column) == one.label
    return {one.row, one.row - 1} if above else {one.row}


def _is_of_head(grid: Grid, row: int) -> bool:
    """Whether a row opens with a label that only an order's head has: `Supplier`, `Contact`."""
    first = next((text for _, text in grid.filled(row)), "")
    return not _HEAD.isdisjoint(label_meanings(first)) and not row_words(grid, row)[2]


def _is_title(grid: Grid, row: int) -> bool:
    """Whether a row is blank or one text that names no total."""
    texts = [text for _, text in grid.filled(row)]
    return not texts or (len(texts) == 1 and has_letters(texts[0]) and not row_words(grid, row)[2])


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two heads name one order: nothing that both say is told otherwise."""
    return all(mine == theirs for mine, theirs in zip(one, other, strict=True) if mine and theirs)


def _identity(grid: Grid, start: int, end: int) -> tuple[str, ...]:
    found = find_labels(grid, range(start, end))
    texts = {one.field: name_key(one.text) for one in reversed(found)}
    return tuple(texts.get(name, "") for name in _NAMES_ORDER)


def _part(grid: Grid, start: int, end: int) -> Grid:
    return replace(grid, rows={row: grid.rows[row] for row in grid.rows if start <= row < end})
