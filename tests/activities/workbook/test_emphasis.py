"""A bold label ends where its letters are bold no more."""

from fpdf import FPDF

from activities.workbook.limits import Limits
from activities.workbook.pdf import read_pdf


def told(*parts):
    made = FPDF()
    made.add_page()
    for style, text in parts:
        made.set_font("Helvetica", style, 10)
        made.write(6, text)
    (sheet,) = read_pdf(bytes(made.output()), Limits()).sheets
    return [cell.value for _, cell in sorted(sheet.cells.items())]


def test_a_known_label_in_bold_letters_and_its_value_are_two_texts():
    """Naive: without a colon a label and its value are one text, which names nothing."""
    assert told(("B", "Customer Name "), ("", "Brook Mills Ltd")) == [
        "Customer Name", "Brook Mills Ltd",
    ]  # fmt: skip


def test_bold_words_that_are_no_label_go_on_with_their_line():
    assert told(("B", "Very strong "), ("", "rope, 10 m")) == ["Very strong rope, 10 m"]
    assert told(("", "Brook "), ("B", "Mills "), ("", "Ltd")) == ["Brook Mills Ltd"]
