"""Whether a row under a header looks like a line, by what its cells hold."""

from collections.abc import Iterable
from decimal import Decimal

from orders.figures import INVALID, read_figure
from orders.footer import is_page
from orders.labels import is_label
from orders.numbers import Style
from orders.tables import Table

_NUMBERS = ("quantity", "unit_price", "line_total")
_SHORT = 12
"""A text so short where a number belongs may be one that nobody can read."""


def value_of(table: Table, row: int, name: str, style: Style | None) -> Decimal | None:
    """The number that a row holds for a field, if the table has a column for it."""
    column = table.mapping.get(name)
    return None if column is None else read_figure(table.grid, row, column, style).value


def has_code(table: Table, row: int) -> bool:
    """Whether a code stands in the row that is no label."""
    texts = (table.grid.text(row, table.mapping.get(name, 0)) for name in ("sku", "gtin"))
    return any(text and not is_label(text) for text in texts)


def looks_like_line(table: Table, row: int, style: Style | None, *, ended: bool) -> bool:
    """An item and something said of it; or a quantity with a price and no item."""
    named = any(table.grid.lent(row, table.mapping[name]) for name in table.row_names)
    if is_label_row(table, row, style):
        return False
    if table.sizes:
        return named and any(table.grid.text(row, column) for column in table.sizes)
    filled = [
        name
        for name in _NUMBERS
        if name in table.mapping and table.grid.cell(row, table.mapping[name]) is not None
    ]
    if not named:
        numbers = [name for name in filled if value_of(table, row, name, style) is not None]
        return "quantity" in numbers and len(numbers) > 1
    told = _tells_number(table, row, filled, style)
    if not filled or (ended and not told):
        return False
    return told or has_code(table, row) or len(filled) > 1


def is_label_row(table: Table, row: int, style: Style | None) -> bool:
    """`Date: …`, `Page 2`: a label in the first identifier, or a page's number; nothing counted."""
    if "quantity" not in table.mapping or not table.identifiers:
        return False
    first = min(table.mapping[name] for name in table.identifiers)
    labelled = is_label(table.grid.text(row, first))
    labelled = labelled or any(is_page(text) for _, text in table.grid.filled(row))
    return labelled and value_of(table, row, "quantity", style) is None


def _tells_number(table: Table, row: int, filled: Iterable[str], style: Style | None) -> bool:
    grid, mapping = table.grid, table.mapping
    return any(
        read_figure(grid, row, mapping[name], style).problem != INVALID
        or any(sign.isdigit() for sign in grid.text(row, mapping[name]))
        or len(grid.text(row, mapping[name])) <= _SHORT
        for name in filled
    )
