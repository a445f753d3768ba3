"""Where the columns of a page begin anew."""

from activities.workbook.stretches import stretches_of
from activities.workbook.words import Word, lines_of


def lines(*rows):
    return lines_of(
        Word(text, left, right, 20.0 * at, 20.0 * at + 10)
        for at, row in enumerate(rows)
        for text, left, right in row
    )


BOXES = (("Vendor", 0, 60), ("Buyer", 200, 260), ("Terms", 320, 380))
HEAD = (
    ("Item", 0, 20), ("Material", 40, 70), ("Qty", 120, 140), ("Unit", 200, 220),
    ("Price", 280, 310), ("Amount", 360, 400),
)  # fmt: skip
LINE = (
    ("10", 5, 15), ("A-1", 40, 60), ("2", 130, 135), ("PC", 200, 210), ("3.50", 285, 305),
    ("7.00", 375, 395),
)  # fmt: skip


def test_a_line_that_names_columns_begins_them_even_above_a_single_line():
    boxes, table = stretches_of(lines(BOXES, BOXES, HEAD, LINE), ())
    assert (len(boxes.lines), len(table.lines)) == (2, 2)
    assert list(table.rows()[1].cells.values()) == ["10", "A-1", "2", "PC", "3.50", "7.00"]


def test_the_same_header_on_the_next_page_goes_on_with_the_columns():
    *_, table = stretches_of(lines(BOXES, BOXES, HEAD, LINE, LINE), ())
    (again,) = stretches_of(lines(HEAD, LINE), (), table)
    assert again.named
    assert list(again.rows()[1].cells.values()) == ["10", "A-1", "2", "PC", "3.50", "7.00"]
