"""A reading drawn for a person: grid, columns, votes, doubts."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from cards.telling import issue_text
from orders.order import Order
from orders.reading import Reading, Result
from orders.sheet import Sheet, Workbook, column_letter, iter_rows

_COLOURS = ("cyan", "green", "yellow", "magenta", "blue", "bright_red", "bright_cyan")
_OUTCOMES = {Result.READY: "green", Result.QUESTIONS: "yellow", Result.REFUSED: "red"}
_MOST_ROWS = 40
_MOST_COLUMNS = 14
_WIDEST = 22


def explain_reading(
    console: Console, name: str, workbook: Workbook | None, reading: Reading
) -> None:
    """Print everything a clerk would want to see before trusting a reading."""
    console.rule(f"[bold]{escape(name)}[/] [{_OUTCOMES[reading.result]}]{reading.result}[/]")
    for seen, why in reading.sheets_seen.items():
        console.print(f"sheet {seen}: {why}", style="dim", markup=False)
    for order in reading.orders:
        sheet = _sheet(workbook, order.sheet)
        if sheet is not None:
            console.print(draw_grid(sheet, order), markup=False)
        console.print(_head(order), markup=False)
    console.print(_votes(reading))
    for issue in reading.issues:
        message, what_now = issue_text(issue, "en")
        told = escape(f"{' '.join(issue.cells)} {message} {what_now}")
        console.print(f"[yellow]{issue.severity}[/] {told}")


def draw_grid(sheet: Sheet, order: Order) -> Table:
    """The sheet around the table, each chosen column in its field's colour."""
    fields = {letter: field for field, letter in order.columns.items()}
    last = min(max((column for _, column in sheet.cells), default=1), _MOST_COLUMNS)
    table = Table(title=Text(sheet.name), show_lines=False)
    table.add_column("")
    colours: dict[int, str] = {}
    for number in range(1, last + 1):
        field = fields.get(column_letter(number), "")
        colours[number] = _COLOURS[len(colours) % len(_COLOURS)] if field else "dim"
        table.add_column(f"{column_letter(number)} {field}".strip(), style=colours[number])
    for row, cells in list(iter_rows(sheet))[:_MOST_ROWS]:
        shown = [
            _text(cells[number].value) if number in cells else "" for number in range(1, last + 1)
        ]
        style = "bold" if row in order.header_rows else ""
        table.add_row(str(row), *shown, style=style)
    return table


def _text(value: object) -> Text:
    """A cell's own text, never read as markup."""
    text = "" if value is None else str(value)
    return Text(text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…")


def _head(order: Order) -> Table:
    table = Table("field", "value", "cell", box=None)
    for field in ("customer", "po_number", "order_date", "delivery_date", "currency", "total"):
        value = getattr(order, field)
        witness = order.evidence.get(field)
        if value is not None:
            table.add_row(field, Text(str(value)), witness.address if witness else "")
    table.add_row("lines", str(len(order.lines)), "")
    table.add_row("confidence", f"{order.confidence:.2f}", "")
    return table


def _votes(reading: Reading) -> Table:
    table = Table("field", "column", "share", "who said what", box=None)
    for count in reading.counts:
        said = ", ".join(
            f"{vote.member}→{vote.choice}" for vote in reading.votes if vote.field == count.field
        )
        mark = "" if count.decided else " ?"
        table.add_row(count.field, f"{count.choice}{mark}", f"{count.share:.2f}", said)
    return table


def _sheet(workbook: Workbook | None, name: str) -> Sheet | None:
    return next((one for one in workbook.sheets if one.name == name), None) if workbook else None
