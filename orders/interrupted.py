"""Tables whose lines other headers interrupt: deliveries beneath lines.

What shows it are lines further down whose quantity times price under the first header's columns is
their total: no other table has such lines.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.columns import number_of
from orders.tables import Table
from orders.totals import row_words

_CLOSE = Decimal("0.02")
_PRODUCT = ("quantity", "unit_price", "line_total")


def whole_tables(tables: Sequence[Table], remade: Callable[[Table, int], Table]) -> Iterator[Table]:
    """The tables, top down, each with its lines below headers that only interrupt it.

    `remade` makes a table anew that ends at a row, 0 for the sheet's end.
    """
    rest = sorted(tables, key=lambda one: one.header.rows[0])
    while rest:
        table, *rest = rest
        between: list[Table] = []
        while rest and rest[0].grid is table.grid and _is_proven_below(table, rest[0]):
            between.append(rest.pop(0))
        if between:
            table = _with_lines_below(table, between, remade(table, _start(rest)))
        yield table


def _start(tables: Sequence[Table]) -> int:
    return tables[0].header.rows[0] if tables else 0


def _is_proven_below(table: Table, other: Table) -> bool:
    """Whether lines of the upper table stand in the other one, behind a row of the other's own."""
    first = next((at for at, row in enumerate(other.body) if _is_proven(table, row)), 0)
    return any(len(table.grid.rows[row]) > 1 for row in other.body[:first])


def _is_proven(table: Table, row: int) -> bool:
    """Whether the row's quantity times its price is its total under this table's columns."""
    if not set(_PRODUCT) <= table.mapping.keys():
        return False
    cells = [table.grid.cell(row, table.mapping[name]) for name in _PRODUCT]
    quantity, price, total = (number_of(cell) if cell else None for cell in cells)
    named = any(table.grid.text(row, table.mapping[name]) for name in table.identifiers)
    if not (named and quantity and price and total):
        return False
    return abs(quantity * price - total) <= _CLOSE


def _with_lines_below(table: Table, between: Sequence[Table], whole: Table) -> Table:
    words = [one.header.signature for one in between]
    asides: set[int] = set()
    within = False
    for row in whole.body:
        opens = any(_says(whole, row) >= one for one in words)
        ends = _is_proven(table, row) or bool(row_words(whole.grid, row)[2]) or whole.repeats(row)
        within = opens or (within and not ends)
        asides |= {row} if within else set()
    mapped = replace(whole, mapping=table.mapping, chosen=table.chosen)
    return replace(mapped, asides=frozenset(asides))


def _says(table: Table, row: int) -> frozenset[str]:
    return replace(table.header, texts=dict(table.grid.filled(row))).signature
