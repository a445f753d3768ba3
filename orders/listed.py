"""Rows that head a list beside the order's lines: no labels, and no lines."""

from collections.abc import Iterable

from orders.dictionary import Meanings, column_meanings, label_meanings
from orders.view import Grid

_FEWEST = 3
_DOWN = 2


def heads_list(grid: Grid, row: int) -> bool:
    """Whether words side by side stand over several rows that fill the same columns.

    `Name`, `I/O`, `Description` over pins name nobody. Over one row alone they may be an order's labels.
    """
    texts = dict(grid.filled(row))
    beside = len(texts) >= _FEWEST and max(texts) - min(texts) < len(texts)
    if not beside or any(":" in text or any(map(str.isdigit, text)) for text in texts.values()):
        return False
    return all(
        2 * sum(bool(grid.text(row + down, column)) for column in texts) > len(texts)
        for down in range(1, _DOWN + 1)
    )


def rows_below(grid: Grid, headings: Iterable[str], top: int, stop: int) -> tuple[int, ...]:
    """The rows of a table below its headings: up to row `stop`, to the orders' facts, or to the end."""
    stop = stop or _facts_below(grid, headings, top) or grid.last_row + 1
    return tuple(row for row in grid.rows if top < row < stop)


def _facts_below(grid: Grid, headings: Iterable[str], last: int) -> int:
    """The row below row `last` that heads the facts of the orders whose lines stand above it.

    It names the lines' number again and otherwise what an order has, and no item. 0 if there is none.
    """
    numbers = {text.casefold() for text in headings if "po_number" in column_meanings(text)}
    for row in grid.rows:
        texts = [text for _, text in grid.filled(row)] if row > last and numbers else []
        if len(texts) >= _FEWEST and any(text.casefold() in numbers for text in texts):
            meant = [label_meanings(text) or column_meanings(text) for text in texts]
            if all(meant) and not any(map(_is_items, meant)):
                return row
    return 0


def _is_items(meant: Meanings) -> bool:
    return any(meant.get(name, 0) >= 1 for name in ("sku", "gtin", "product_name", "quantity"))
