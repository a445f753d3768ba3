"""Names right below the last line that say no number: items, or a remark?

Between lines a name alone heads a group; below them all it heads nothing. In a column of its own, behind
the codes' and above the totals, it may be one more item, and whoever approves must hear of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from orders.beneath import described
from orders.gtin import gtin_in
from orders.namedbelow import named_below
from orders.order import Line
from orders.sorted_rows import Rows
from orders.suiting import is_label
from orders.tables import Table
from orders.totals import total_words
from orders.values import has_letters

_LONGEST, _NEAR = 60, 5
_LOOSE = ("note", "heading", "detail")


def told_below(table: Table, lines: Sequence[Line], rows: Rows) -> list[Line]:
    """The lines with what goes on below each; names below the last one are in doubt."""
    named = named_below(table, lines, rows)
    whole = [_coded(table, line, rows) for line in described(table, named, rows)]
    _doubt(table, rows)
    return whole


def _coded(table: Table, line: Line, rows: Rows) -> Line:
    """The line with the barcode that a row below it names as such: `EAN: 4006381333931`."""
    if line.gtin or table.sizes or "gtin" in table.mapping:
        return line
    for row in range(line.row + 1, line.row + _NEAR):
        if rows.skipped.get(row) not in _LOOSE:
            break
        cells = list(table.grid.filled(row))
        if code := gtin_in(" ".join(text for _, text in cells)):
            rows.skipped[row] = "detail"
            witness = table.grid.evidence(row, cells[-1][0], "below")
            return replace(line, gtin=code, evidence={**line.evidence, "gtin": witness})
    return line


def _doubt(table: Table, rows: Rows) -> None:
    """Take names from the notes to the rows that somebody confirms as left out."""
    column, coded = table.mapping.get("product_name", 0), table.mapping.get("sku", 0)
    if not rows.lines or not coded or not coded < column:
        return
    if not all(table.grid.text(row, coded) for row in rows.lines):
        return
    row = max(rows.lines) + 1
    while rows.skipped.get(row) == "note" and _names_item(table, row, column):
        del rows.skipped[row]
        rows.unsure.append(row)
        rows.blank.append(row)
        row += 1


def _names_item(table: Table, row: int, column: int) -> bool:
    """Whether a row holds nothing but a short text that is no label, total or sentence."""
    text = table.grid.text(row, column)
    alone = [at for at, _ in table.grid.filled(row)] == [column]
    told = is_label(text) or bool(total_words(text)) or text[-1:] in ".:;,!?" or text[:1] in "*-("
    return alone and has_letters(text) and len(text) <= _LONGEST and not told
