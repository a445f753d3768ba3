"""Labels, terms and signatures below the lines of a table: no lines."""

from orders.figures import BLANK, INVALID, read_figure
from orders.labels import is_label
from orders.numbers import Style
from orders.tables import Table

_COUNTED = ("quantity", "unit_price", "line_total")
_COLONS = (":", "：")


def is_footer(table: Table, row: int, style: Style | None, leanest: int) -> bool:
    """Whether a row is a label with what belongs to it, and not an item with its numbers.

    `leanest` is how few cells a line may have there: 0 right under the lines, where only a colon
    tells; the fewest of the lines above once a blank row or the totals have ended them.
    """
    texts = dict(table.grid.filled(row))
    first = next(iter(texts.values()), "")
    numbers = _numbers(table, row, style)
    if first.endswith(_COLONS):
        return numbers < 2
    return bool(leanest) and not numbers and (len(texts) < leanest or is_label(first))


def _numbers(table: Table, row: int, style: Style | None) -> int:
    """How many cells of the row hold a number where lines have theirs."""
    columns = {table.mapping[name] for name in _COUNTED if name in table.mapping} | {*table.sizes}
    found = [read_figure(table.grid, row, column, style) for column in columns]
    return sum(one.problem not in (BLANK, INVALID) for one in found)
