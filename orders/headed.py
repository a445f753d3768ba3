"""Labels that stand side by side, each over a value of its own."""

from collections.abc import Iterable

from orders.dictionary import column_meanings, label_meanings
from orders.names import legal_form
from orders.suiting import COLON, is_label, label_name, suits
from orders.view import Grid

_PLAIN = ("po_number", "order_date", "delivery_date")
"""Fields whose values no words are."""
_ATTRIBUTES = ("person", "customer_code", "category", "customs")
"""What headings beside a customer's may tell of it: its city, its number, its group."""
_PARTIES = frozenset({"customer", "supplier"})


def heads_values(grid: Grid, row: int) -> bool:
    """Whether a row holds labels alone, some in words nobody knows, each over a value of its own."""
    texts = dict(grid.filled(row))
    under = {column: grid.cell(row + 1, column) for column in texts}
    known = [column for column, text in texts.items() if is_label(text)]
    if len(known) < 2 or any(any(map(str.isdigit, text)) for text in texts.values()):
        return False
    filled = sum(map(bool, under.values()))
    if filled * 2 <= len(texts) or any(is_label(grid.text(row + 1, column)) for column in texts):
        return False
    return any(
        suits(field, cell)
        for column in known
        for field in label_meanings(label_name(texts[column]))
        if field in _PLAIN and (cell := under[column]) is not None
    )


def goes_on(grid: Grid, row: int) -> bool:
    """Whether a second row of values stands below the labels: a list of several orders, none of them meant."""
    cells = [
        (field, grid.cell(row + 2, column))
        for column, text in grid.filled(row)
        for field in label_meanings(label_name(text))
        if field in _PLAIN
    ]
    return all(cell is not None and suits(field, cell) for field, cell in cells)


def named_below(grid: Grid, row: int, column: int) -> bool | None:
    """Whether a customer's name stands below its label, among headings: `Company | City`.

    None where the row is no row of headings; False where several rows stand below it, or where it
    may as well hold labels with their values beside them.
    """
    texts = dict(grid.filled(row))
    under = {column: grid.text(row + 1, column) for column in texts}
    plain = not any(COLON.search(text) or any(map(str.isdigit, text)) for text in texts.values())
    if len(texts) < 2 or not plain or not all(under.values()) or any(map(_tells, under.values())):
        return None
    beside = grid.text(row, column + 1)
    formed = bool(legal_form(under[column]))
    paired = beside and not _tells(beside)
    if paired and not formed and (legal_form(beside) or len(texts) == 2):
        return None
    known = [at for at, text in texts.items() if at != column and _tells(text)]
    if paired and not formed and len(texts) % 2 == 0:
        return None if column + 2 in known else False
    parties = all(_PARTIES & label_meanings(text).keys() for text in texts.values())
    return parties or not _is_listed(grid, row + 2, column, texts)


def _tells(text: str) -> bool:
    """Whether a text heads what is told of a party, or is a label."""
    told = column_meanings(text)
    return is_label(text) or any(told.get(name, 0.0) >= 1 for name in _ATTRIBUTES)


def _is_listed(grid: Grid, row: int, column: int, headings: Iterable[int]) -> bool:
    """Whether a row fills the same columns as the row above it, with another name; the lines' headings are none."""
    cell, text = grid.cell(row, column), grid.text(row, column)
    if all(column_meanings(grid.text(row, at)) for at in headings):
        return False
    named = cell is not None and suits("customer", cell) and not any(map(str.isdigit, text))
    return named and all(grid.text(row, at) for at in headings)
