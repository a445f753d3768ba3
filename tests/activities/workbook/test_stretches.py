"""Where the columns of a page begin anew."""

import itertools

from activities.workbook.ruled import Ruled
from activities.workbook.stretches import stretches_of, with_margins
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


def test_a_header_in_one_box_below_drawn_columns_has_columns_of_its_own():
    columns = ((0.0, 100.0), (100.0, 260.0), (260.0, 420.0))
    drawn = Ruled(-5, 75, columns, (((-5, 15), columns), ((15, 75), ((0.0, 420.0),))))
    boxes, table = stretches_of(lines(BOXES, HEAD, LINE, LINE), (drawn,))
    assert (boxes.ruled, table.ruled) == (True, False)
    assert list(table.rows()[1].cells.values()) == ["10", "A-1", "2", "PC", "3.50", "7.00"]


def test_a_drawn_row_that_names_columns_begins_them_and_empty_ones_do_not_count():
    cells = (
        (0.0, 30.0),
        (30.0, 100.0),
        (100.0, 180.0),
        (180.0, 250.0),
        (250.0, 330.0),
        (330.0, 420.0),
    )
    letter = ((0.0, 15.0), (15.0, 190.0), (190.0, 420.0))
    columns = ((0.0, 15.0), (15.0, 30.0), *cells[1:3], (180.0, 190.0), (190.0, 250.0), *cells[4:])
    drawn = Ruled(-5, 75, columns, (((-5, 15), letter), ((15, 35), cells), ((35, 75), cells)))
    above, table = stretches_of(lines(BOXES, HEAD, LINE, LINE), (drawn,))
    assert len(above.lines) == 1
    assert sorted(table.rows()[1].cells) == [1, 2, 3, 4, 5, 6]


def test_taxes_under_an_item_do_not_begin_new_columns():
    tax = (("HSN:", 120, 140), ("CGST", 230, 250), ("9.00", 281, 296), ("%", 300, 305), ("0.63", 375, 395))  # fmt: skip
    _, table = stretches_of(lines(BOXES, HEAD, LINE, tax, tax, LINE), ())
    assert list(table.rows()[4].cells) == list(table.rows()[1].cells)


def test_what_stands_above_a_header_in_its_own_box_has_columns_of_its_own():
    """Naive: a frame around the page is a table, and all above its header one text."""
    columns = ((0.0, 15.0), (15.0, 400.0), (400.0, 420.0))
    drawn = Ruled(-5, 75, columns, (((-5, 75), ((0.0, 420.0),)), ((75, 80), columns)))
    boxes, table = stretches_of(lines(BOXES, HEAD, LINE, LINE), (drawn,))
    assert (boxes.ruled, table.ruled) == (False, False)
    assert list(boxes.rows()[0].cells.values()) == ["Vendor", "Buyer", "Terms"]


def test_an_address_beside_a_drawn_box_is_no_part_of_the_boxs_texts():
    columns = ((300.0, 340.0), (340.0, 380.0), (380.0, 420.0))
    drawn = Ruled(-5, 75, columns, (((-5, 75), columns),))
    rows = [(("Bill to", 0, 40), ("Order", 302, 330)), (("Acme Ltd", 0, 50), ("4711", 302, 325))]
    (told,) = stretches_of(held := lines(*rows, *rows), (with_margins(drawn, held),))
    assert [list(row.cells.values()) for row in told.rows()[:2]] == [
        ["Bill to", "Order"], ["Acme Ltd", "4711"],
    ]  # fmt: skip


def test_texts_left_of_a_table_are_no_part_of_its_first_column():
    """Naive: the sender's number stands on a line of the table, so it is part of the item's name."""
    columns = tuple((float(left), float(left + 70)) for left in range(100, 520, 70))
    drawn = Ruled(-5, 75, columns, (((-5, 15), columns), ((15, 75), columns)))
    moved = [
        tuple((text, left + 100, right + 100) for text, left, right in row) for row in (HEAD, LINE)
    ]
    rows = [(("No: 4711", 0, 60), *moved[0]), *[(("Leeds", 0, 40), *moved[1])] * 3]
    told = with_margins(drawn, held := lines(*rows))
    assert told.margins == ((0.0, 60.0),)
    (stretch,) = stretches_of(held, (told,))
    assert [row.cells[min(row.cells)] for row in stretch.rows()[:2]] == ["No: 4711", "Leeds"]


def test_notes_beside_a_table_that_names_its_columns_are_no_columns():
    columns = tuple((float(left), float(left + 70)) for left in range(0, 420, 70))
    drawn = Ruled(-5, 75, columns, (((-5, 15), columns), ((15, 75), columns)))
    held = lines(*[(*row, ("x", 500, 505)) for row in (HEAD, LINE, LINE, LINE)])
    assert not with_margins(drawn, held).margins


def test_boxes_above_a_table_that_read_as_names_of_columns_give_way_to_its_header():
    """`Total` and its amount stood over the price and the amount of every line."""
    boxes = (("Vendor", 0, 40), ("Ship to", 90, 130), ("Total", 170, 260))
    filled = (("Acme", 0, 30), ("Dock 4", 90, 130), ("$17.50", 170, 260))
    head = (("Quantity", 0, 40), ("Item", 90, 120), ("Rate", 170, 200), ("Amount", 220, 260))
    body = (("5", 0, 10), ("Rope", 90, 120), ("3.50", 170, 200), ("17.50", 230, 260))
    *_, table = stretches_of(lines(boxes, filled, head, body, body), ())
    assert len(table.columns) == 4


def test_a_header_of_several_lines_is_not_parted():
    upper = (("No.", 0, 20), ("Code", 40, 70), ("Net", 190, 210), ("Net", 240, 260))
    lower = (("Item", 40, 70), ("Quantity", 110, 150), ("Price", 190, 210), ("Total", 240, 260))
    body = (("1", 0, 10), ("A-1", 40, 60), ("5", 130, 140), ("3.50", 190, 210), ("17.50", 230, 260))
    words = [
        Word(text, left, right, 12.0 * at, 12.0 * at + 10)
        for at, row in enumerate((upper, lower, body, body))
        for text, left, right in row
    ]
    (table,) = stretches_of(lines_of(words), ())
    assert len(table.lines) == 4


def test_a_table_that_is_drawn_a_little_wider_on_the_next_page_keeps_its_columns():
    def drawn(*edges):
        columns = tuple(itertools.pairwise(edges))
        return Ruled(
            -5, 55, columns, (((-5, 15), columns), ((15, 35), columns), ((35, 55), columns))
        )

    first, second = drawn(0, 35, 115, 195, 275, 350, 410), drawn(0, 35, 113, 192, 272, 347, 410)
    *_, table = stretches_of(lines(HEAD, LINE, LINE), (first,))
    (again,) = stretches_of(lines(HEAD, LINE), (second,), table)
    assert list(again.rows()[1].cells.values()) == ["10", "A-1", "2", "PC", "3.50", "7.00"]
