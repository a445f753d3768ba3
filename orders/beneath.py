"""Texts right below a line that go on telling what its item is.

Accounting systems print them indented under the item: its type, its maker's number. They stand alone
in the names' column, where the numbers that count the lines pause. Where nothing counts the lines, a
narrow column broke the names: each breaks off only where its next word found no place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from orders.order import Line
from orders.sorted_rows import Rows
from orders.suiting import is_label
from orders.tables import Table
from orders.totals import total_words
from orders.units import unit_of
from orders.values import has_letters, tidy

_MOST_ROWS = 12
_MOST_SIGNS = 300
_LOOSE = ("heading", "note")
_FULL = 0.85
"""So much of the longest text fills a column in which letters are of unlike widths."""
_WIDE, _COLUMNS = 24, 3
_ZERO = frozenset("0., %")


def described(table: Table, lines: Sequence[Line], rows: Rows) -> list[Line]:
    """The lines with what stands beneath each; those rows are left out no more as notes."""
    below = _beneath(table, rows)
    if not (table.line_numbers or _is_broken(table, below)):
        return list(lines)
    rows.skipped |= {row: "detail" for found in below.values() for row in found}
    if not table.line_numbers:
        return [_with_rest(table, line, below.get(line.row, ())) for line in lines]
    named = any(line.product_name for line in lines)
    return [_with_texts(table, line, below.get(line.row, ()), named=named) for line in lines]


def _beneath(table: Table, rows: Rows) -> Mapping[int, Sequence[int]]:
    """The rows beneath each line; none where headings stand above lines instead."""
    column, counted = _column(table, rows), table.line_numbers
    if not column or counted > column or not rows.lines:
        return {}
    first, header = rows.lines[0], table.header.rows[-1]
    if any(_is_alone(table, row, column) for row in range(header + 1, first)):
        return {}
    return {line: found for line in rows.lines if (found := _run(table, rows, line, column))}


def _is_broken(table: Table, below: Mapping[int, Sequence[int]]) -> bool:
    """Whether several names break off where a column ends; headings stand below any name.

    Short texts, and tables of little more than names, may as well list items that want no number.
    """
    column = table.mapping.get("product_name", 0)
    runs = [[table.grid.text(row, column) for row in (line, *rest)] for line, rest in below.items()]
    narrow = any(len(list(table.grid.filled(line))) < _COLUMNS for line in below)
    if not column or narrow or not runs[1:]:
        return False
    width = max(len(text) for texts in runs for text in texts) * _FULL
    return width > _WIDE and all(
        len(text) + 1 + len(after.split()[0]) > width
        for texts in runs
        for text, after in pairwise(texts)
    )


def _with_rest(table: Table, line: Line, rows: Sequence[int]) -> Line:
    """The line with the rest of a name that went on in the rows below it."""
    if not rows or line.product_name is None:
        return line
    column = table.mapping["product_name"]
    name = " ".join([line.product_name, *(tidy(table.grid.text(row, column)) for row in rows)])
    return replace(line, product_name=name[:_MOST_SIGNS])


def _column(table: Table, rows: Rows) -> int:
    """Where the names stand, or the codes, if no line has one beside its numbers."""
    coded = table.mapping.get("sku", 0)
    bare = coded and not any(table.grid.text(row, coded) for row in rows.lines)
    return table.mapping.get("product_name", coded if bare else 0)


def _run(table: Table, rows: Rows, line: int, column: int) -> list[int]:
    found: list[int] = []
    for row in range(line + 1, line + 1 + _MOST_ROWS):
        text = table.grid.text(row, column)
        alone = _is_alone(table, row, column) or _goes_on(table, row, line, column)
        told = rows.skipped.get(row) in _LOOSE and alone
        if not told or is_label(text) or total_words(text):
            break
        found.append(row)
    return found


def _is_alone(table: Table, row: int, column: int) -> bool:
    """Whether a row holds nothing but its text, or the line's unit under the number of it."""
    texts = {at: text for at, text in table.grid.filled(row) if set(text) - _ZERO}
    under = texts.pop(table.mapping.get("quantity", 0), "")
    return list(texts) == [column] and (not under or bool(unit_of(under)))


def _goes_on(table: Table, row: int, line: int, column: int) -> bool:
    """Whether several texts of a counted line go on right below it, the name among them."""
    texts, above = dict(table.grid.filled(row)), dict(table.grid.filled(line))
    counted = bool(table.line_numbers) and row == line + 1
    worded = all(has_letters(text) and has_letters(above.get(at, "")) for at, text in texts.items())
    return counted and worded and column in texts


def _with_texts(table: Table, line: Line, rows: Sequence[int], *, named: bool) -> Line:
    """The line with its texts; the first is its name where no line has one beside its numbers."""
    if not rows or (named and line.product_name is None):
        return line
    columns = [at for at, text in table.grid.filled(rows[0]) if set(text) - _ZERO]
    own = table.mapping.get("product_name", 0)
    column = own if own in columns else columns[0]
    if line.product_name is None:
        told = {"product_name": table.grid.evidence(rows[0], column), **line.evidence}
        line = replace(line, product_name=tidy(table.grid.text(rows[0], column)), evidence=told)
        return _with_texts(table, line, rows[1:], named=True)
    text = " ".join(tidy(table.grid.text(row, column)) for row in rows)[:_MOST_SIGNS]
    evidence = {"details": table.grid.evidence(rows[0], column, "joined"), **line.evidence}
    details = " · ".join(filter(None, (line.details, text)))
    return replace(line, details=details, evidence=evidence)
