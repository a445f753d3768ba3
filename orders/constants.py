"""What stands the same on every line: it is the order's."""

from orders.sorted_rows import Rows
from orders.tables import Table


def said_by_all(table: Table, rows: Rows, name: str) -> tuple[int, int] | None:
    """Row and column where the first line says what all say of a field; None where they differ.

    Where no line says anything, those that are crossed out or delivered do.
    """
    at = table.mapping.get(name, 0)
    if not at or not rows.lines:
        return None
    told = [row for row in rows.lines if table.grid.text(row, at)]
    told = told or [row for row in rows.struck if table.grid.text(row, at)]
    return (told[0], at) if len({table.grid.text(row, at) for row in told}) == 1 else None
