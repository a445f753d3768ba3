"""The pieces cards are made of; no foreign text ever reaches Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from microsoft_teams.cards.core import (
    CardElement,
    Choice,
    ChoiceSetInput,
    Column,
    ColumnDefinition,
    ColumnSet,
    Container,
    DateInput,
    RichTextBlock,
    Table,
    TableCell,
    TableRow,
    TextBlock,
    TextInput,
    TextRun,
)

from cards.literal import marked, pieces, plain

Colour = Literal["Default", "Accent", "Good", "Warning", "Attention"]
Size = Literal["Small", "Default", "Medium", "Large"]
Spacing = Literal["None", "Small", "Default", "Medium", "Large"]
Style = Literal["default", "emphasis", "accent", "good", "attention", "warning"]

_FEW = 6
"""Up to so many choices stand open as radio buttons; more fold into a list."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of text looks."""

    bold: bool = False
    subtle: bool = False
    colour: Colour | None = None
    size: Size | None = None
    mono: bool = False
    struck: bool = False


PLAIN = Ink()
BOLD = Ink(bold=True)
QUIET = Ink(subtle=True, size="Small")
SUBTLE = Ink(subtle=True)
CODE = Ink(subtle=True, size="Small", mono=True)

Span = tuple[str, Ink]


def rich(
    *spans: Span, spacing: Spacing | None = None, separator: bool | None = None
) -> CardElement:
    """One paragraph of differently inked spans; every character shows literally."""
    return RichTextBlock(
        inlines=[_run(piece, ink) for text, ink in spans for piece in pieces(text)],
        spacing=spacing,
        separator=separator,
    )


def line(text: str, ink: Ink = PLAIN, *, spacing: Spacing | None = None) -> CardElement:
    """One paragraph in one ink."""
    return rich((text, ink), spacing=spacing)


def _run(text: str, ink: Ink) -> TextRun:
    return TextRun(
        text=text,
        weight="Bolder" if ink.bold else None,
        is_subtle=True if ink.subtle else None,
        color=ink.colour,
        size=ink.size,
        font_type="Monospace" if ink.mono else None,
        strikethrough=True if ink.struck else None,
    )


def heading(text: str, colour: Colour | None = None) -> CardElement:
    """A title that screen readers announce; only for our own sentences."""
    return TextBlock(
        text=plain(text),
        style="heading",
        weight="Bolder",
        wrap=True,
        color=colour,
        spacing="Medium",
    )


def box(
    items: Iterable[CardElement],
    style: Style | None = None,
    *,
    bleed: bool | None = None,
    name: str | None = None,
    hidden: bool = False,
) -> CardElement:
    """A container; `name` is its element id, `hidden` keeps it folded until it is toggled."""
    return Container(
        items=list(items), style=style, bleed=bleed, id=name, is_visible=False if hidden else None
    )


def beside(
    *cells: tuple[str, Sequence[CardElement]], spacing: Spacing | None = None
) -> CardElement:
    """Columns of a width (`stretch`, `auto` or a weight in digits) side by side."""
    columns = [
        Column(width=int(width) if width.isdigit() else width, items=list(items))
        for width, items in cells
    ]
    return ColumnSet(columns=columns, spacing=spacing)


def fact(label: str, value: str) -> CardElement:
    """A labelled value, aligned with its neighbours."""
    return beside(("2", [line(label, SUBTLE)]), ("5", [line(value)]), spacing="Small")


Cell = Sequence[CardElement]


def table(
    widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> CardElement:
    """A table whose first row is its header."""
    titles = TableRow(
        style="emphasis",
        cells=[
            TableCell(
                items=[
                    TextBlock(text=plain(text), wrap=True, weight="Bolder", style="columnHeader")
                ]
            )
            for text in head
        ],
    )
    body = [TableRow(cells=[TableCell(items=list(cell)) for cell in row]) for row in rows]
    return Table(
        columns=[ColumnDefinition(width=width) for width in widths],
        first_row_as_headers=True,
        show_grid_lines=True,
        grid_style="default",
        rows=[titles, *body],
    )


def text_input(
    name: str, label: str, *, hint: str = "", value: str = "", long: bool = False
) -> CardElement:
    """A labelled text box. Numbers come as text too, so that `۱۰` and `2,5` can be typed.

    `value` stands in it already, for a person to keep or to write over.
    """
    return TextInput(
        id=name,
        label=plain(label),
        placeholder=plain(hint) or None,
        value=value or None,
        is_multiline=True if long else None,
        max_length=1000 if long else 200,
    )


def date_input(name: str, label: str, value: str = "") -> CardElement:
    """A labelled date picker; its value is an ISO date."""
    return DateInput(id=name, label=plain(label), value=value or None)


def choice_input(
    name: str, label: str, choices: Sequence[tuple[str, str]], value: str = ""
) -> CardElement:
    """A labelled choice of (value, title): radio buttons if few, a folded list if many."""
    open_ = len(choices) <= _FEW
    return ChoiceSetInput(
        id=name,
        label=plain(label),
        choices=[
            Choice(title=marked(title) if open_ else plain(title), value=value_)
            for value_, title in choices
        ],
        style="expanded" if open_ else "compact",
        value=value if any(value == value_ for value_, _ in choices) else None,
        wrap=True,
    )
