"""Names alone in the row below each line's code and numbers.

Networks of buyers, and systems whose columns are narrow, print them so. That each line has one, the
last one too, and that they differ, tells them from headings and remarks.
"""

from collections.abc import Sequence
from dataclasses import replace

from orders.dictionary import column_meanings
from orders.order import Line
from orders.sorted_rows import Rows
from orders.suiting import COLON, is_label
from orders.tables import Table
from orders.totals import total_words
from orders.values import has_letters, tidy

_NEAR = 2
"""Between the numbers and the name a row may go on with units."""
_FEWEST = 2
_LOOSE = ("heading", "note", "detail")


def named_below(table: Table, lines: Sequence[Line], rows: Rows) -> list[Line]:
    """The lines with the names that stand below them, where no column names what is bought."""
    coded = "sku" in table.mapping and "product_name" not in table.mapping
    if not coded or len(lines) < _FEWEST or any(line.product_name for line in lines):
        return list(lines)
    stacked = _is_stacked(table)
    places = [_place(table, rows, line.row, stacked=stacked) for line in lines]
    texts = {tidy(table.grid.text(*place)) for place in places}
    if len(texts) < _FEWEST or len({column for _, column in places}) > 1 or (0, 0) in places:
        return list(lines)
    rows.skipped |= {row: "detail" for row, _ in places}
    return [_named(table, line, place) for line, place in zip(lines, places, strict=True)]


def _is_stacked(table: Table) -> bool:
    """Whether the heading of the codes has one of names below it: `Part Number`, and `Description`."""
    below = (table.grid.text(row, table.mapping["sku"]) for row in table.header.rows[1:])
    return any(column_meanings(text).get("product_name", 0.0) >= 1 for text in below)


def _place(table: Table, rows: Rows, line: int, *, stacked: bool) -> tuple[int, int]:
    """The first text that stands alone in a row right below a line; zeros where there is none.

    Below `stacked` headings it stands under the code, whatever is beside it.
    """
    for row in range(line + 1, line + 1 + _NEAR):
        texts = dict(table.grid.filled(row))
        if rows.skipped.get(row) not in _LOOSE:
            break
        if stacked and has_letters(texts.get(table.mapping["sku"], "")):
            return row, table.mapping["sku"]
        if len(texts) == 1:
            ((column, text),) = texts.items()
            told = is_label(text) or COLON.search(text) or total_words(text)
            return (row, column) if has_letters(text) and not told else (0, 0)
        if min(texts) == min(table.header.texts):
            break
    return 0, 0


def _named(table: Table, line: Line, place: tuple[int, int]) -> Line:
    witness = table.grid.evidence(*place, "below")
    name = tidy(table.grid.text(*place))
    return replace(line, product_name=name, evidence={"product_name": witness, **line.evidence})
