"""Rows beside lines that the order's own sum proves: they are no lines.

Where what the lines come to is what the paper says they come to, nothing is missing. A row without
a number where lines have theirs, or one that would break the sum, tells of an item or of the paper.
"""

from collections.abc import Collection
from decimal import Decimal

from orders.likely import value_of
from orders.numbers import Style
from orders.sorted_rows import Rows
from orders.stated import stated_totals
from orders.tables import Table

_CLOSE = Decimal("0.02")
_CODES = ("sku", "gtin")


def account(table: Table, rows: Rows, style: Style | None, forced: Collection[int]) -> None:
    """Take rows out of the lines and the doubtful ones once the sum proves the rest complete.

    Rows that a person said to be lines, `forced`, stay; so does what may end a line's code.
    """
    amounts = {row: _amount(table, row, style) for row in rows.lines}
    whole = [row for row, amount in amounts.items() if amount is not None]
    if not whole or not _is_stated(table, rows, sum(filter(None, amounts.values()), Decimal(0))):
        return
    bare = [row for row in rows.lines if row not in whole and _is_bare(table, row, style)]
    doubtful = [
        row
        for row in (*rows.unsure, *rows.below)
        if row not in rows.struck and _amount(table, row, style) is None
    ]
    bare += [row for row in rows.parts if _is_bare(table, row, style)]
    left = {
        row for row in (*bare, *doubtful) if row not in forced and not _ends_code(table, rows, row)
    }
    rows.note(left)


def _amount(table: Table, row: int, style: Style | None) -> Decimal | None:
    """What a line comes to: quantity × price, which its total, if it has one, must bear out."""
    counted, each, total = (
        value_of(table, row, name, style) for name in ("quantity", "unit_price", "line_total")
    )
    if counted is None or (each is None and total is None):
        return None
    if each is None or total is None:
        return total if each is None else counted * each
    return total if abs(counted * each - total) <= _CLOSE else None


def _is_bare(table: Table, row: int, style: Style | None) -> bool:
    """Whether a row has no quantity and no amount, and a price only if no number counts it."""
    counted = bool(table.grid.text(row, table.line_numbers)) or not table.line_numbers
    names = ("quantity", "line_total", *(("unit_price",) if counted else ()))
    return not any(value_of(table, row, name, style) for name in names)


def _is_stated(table: Table, rows: Rows, summed: Decimal) -> bool:
    """Whether the paper says that its lines come to this, before tax or with it."""
    column = table.mapping.get("line_total", 0)
    found = stated_totals(rows.totals, column) or stated_totals(rows.above, 0)
    said = {kind: amount for kind, (amount, _) in found.items()}
    goods = [said[kind] for kind in ("subtotal", "total") if kind in said]
    if "total" in said and "tax" in said:
        goods.append(said["total"] - said["tax"])
    return bool(summed) and any(abs(one - summed) <= _CLOSE for one in goods)


def _ends_code(table: Table, rows: Rows, row: int) -> bool:
    """Whether a text stands right below a line's code: the rest of it, perhaps."""
    columns = [table.mapping[name] for name in _CODES if name in table.mapping]
    both = (all(table.grid.text(at, column) for at in (row - 1, row)) for column in columns)
    return row - 1 in rows.lines and any(both)
