"""Rows that head a list on a sheet beside the order's: no labels."""

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
