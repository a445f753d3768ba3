"""Builds workbooks from drawings, so that a test shows the sheet it is about."""

from decimal import Decimal, InvalidOperation

from orders.sheet import Cell, CellKind, Sheet, Workbook


def cell_of(text: str) -> Cell | None:
    """`12.5` is a stored number, `'12.5` a text, `=A1*2→6` a formula with its cached value."""
    if not text:
        return None
    if text.startswith("'"):
        return Cell(text[1:])
    if text.startswith("=") and "→" in text:
        formula, _, cached = text.partition("→")
        inner = cell_of(cached)
        if inner is None:
            return Cell(None, CellKind.NUMBER, formula=formula, cached=False)
        return Cell(inner.value, inner.kind, formula=formula)
    if text.startswith("#") and text.endswith(("!", "A", "?")):
        return Cell(text, CellKind.ERROR)
    if text.isascii():
        try:
            return Cell(Decimal(text), CellKind.NUMBER)
        except InvalidOperation:
            pass
    return Cell(text.replace("\\n", "\n"))


def sheet(drawing: str, name: str = "Sheet1", **parts) -> Sheet:
    """One sheet: a line per row, `|` between cells; a line of `.` is a blank row."""
    cells = {}
    for row, line in enumerate(drawing.strip("\n").splitlines(), 1):
        if line.strip() == ".":
            continue
        for column, text in enumerate(line.split("|"), 1):
            cell = cell_of(text.strip())
            if cell is not None:
                cells[row, column] = cell
    return Sheet(name, cells, **parts)


def grid(drawing: str, **parts) -> Workbook:
    """A workbook of one sheet."""
    return Workbook("xlsx", (sheet(drawing, **parts),))
