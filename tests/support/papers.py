"""Purchase orders as PDF, as programs print them, for tests of the reader."""

from collections.abc import Sequence

from fpdf import FPDF

from activities.workbook.furniture import Page
from activities.workbook.words import Word, lines_of

HEADER = ("SKU", "Description", "Qty", "Unit price", "Amount")
LONG = "Canvas tote bag with a very long name that surely wraps over"


def goods(count: int) -> list[tuple[str, str, str, str, str]]:
    """Lines of an order; every third description is longer than its column."""
    names = ("Rope 10 m", LONG, "Head lamp")
    return [
        (f"A-{100 + n}", names[n % 3], str(n + 2), "3.50", f"{(n + 2) * 3.5:.2f}")
        for n in range(count)
    ]


def paper(
    lines: Sequence[Sequence[str]], borders: str = "ALL", vertical: str = "MIDDLE", pages: int = 1
) -> FPDF:
    """A letterhead, labelled header values, a table over as many pages as it takes, a total."""
    made = FPDF()
    made.set_font("Helvetica", size=10)
    for _ in range(pages):
        made.add_page()
    made.cell(0, 10, "PURCHASE ORDER", new_x="LMARGIN", new_y="NEXT")
    for label, value in (("PO Number:", "PO-7781"), ("Customer:", "Karimi Trading Ltd")):
        made.cell(40, 6, label)
        made.cell(60, 6, value, new_x="LMARGIN", new_y="NEXT")
    made.ln(5)
    with made.table(
        col_widths=(20, 50, 15, 20, 25), borders_layout=borders, v_align=vertical,
        text_align=("L", "L", "R", "R", "R"),
    ) as table:  # fmt: skip
        for row in (HEADER, *lines):
            table.row(row)
    total = sum(float(line[4]) for line in lines)
    made.cell(0, 8, f"Total EUR {total:.2f}", align="R", new_x="LMARGIN", new_y="NEXT")
    made.ln(5)
    made.cell(0, 8, "Terms: net 30 days.")
    return made


def pdf(lines: Sequence[Sequence[str]] = (), **kinds: object) -> bytes:
    """The same as bytes."""
    return bytes(paper(lines or goods(6), **kinds).output())


def page(*rows: tuple[float, dict[float, str]]) -> Page:
    """A page of lines as the reader sees it, each a height and its texts by their left edges."""
    words = [
        Word(text, left, left + 5.0 * len(text), top, top + 10)
        for top, texts in rows
        for left, text in texts.items()
    ]
    return Page(300, lines_of(words))
