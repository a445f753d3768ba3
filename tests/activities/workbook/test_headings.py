"""Headings that stand too near each other are parted over their numbers."""

from activities.workbook.headings import header_of, is_tabular, parted_headings, unstrayed
from activities.workbook.words import Word, lines_of

BODY = (("A-1", 0, 20), ("Rope", 60, 90), ("4", 150, 158), ("2.50", 200, 216), ("10.00", 230, 256))
COSTS = (("Unit", 200, 210), ("cost", 212, 226), ("Total", 230, 240), ("cost", 242, 256))


def page(*rows):
    return lines_of(
        Word(text, left, right, 20.0 * at, 20.0 * at + 10)
        for at, row in enumerate(rows)
        for text, left, right in row
    )


def texts(line):
    return [piece.text for piece in line.pieces]


def test_one_text_over_two_numbers_names_two_columns():
    head = (("Code", 0, 20), ("Name", 60, 80), ("Qty", 150, 165), *COSTS)
    lines = page(head, BODY)
    assert texts(lines[0])[-1] == "Unit cost Total cost"
    assert texts(parted_headings(lines)[0]) == ["Code", "Name", "Qty", "Unit cost", "Total cost"]


def test_a_heading_of_one_column_or_without_numbers_below_stays_whole():
    one = (("Code", 0, 20), ("Name", 60, 80), ("Unit", 200, 225), ("price", 228, 250))
    lines = page(one, BODY)
    assert texts(parted_headings(lines)[0]) == ["Code", "Name", "Unit price"]
    boxes = (("Vendor", 0, 40), ("Ship", 60, 80), ("to", 83, 90), ("Buyer", 150, 180))
    said = (("Acme 1", 0, 40), ("Harbour", 60, 90), ("Us", 150, 170))
    assert parted_headings(page(boxes, said, BODY))[0].pieces == page(boxes)[0].pieces


def test_the_header_is_the_last_wide_line_above_the_numbers():
    lines = page((("Order", 0, 40),), (("Code", 0, 20), ("Name", 60, 80), ("Qty", 150, 165)), BODY)
    assert header_of(lines) == 1
    assert [is_tabular(line) for line in lines] == [False, True, True]


def test_names_of_two_columns_right_above_their_numbers_are_parted():
    head = (("Name", 60, 80), ("Price", 132, 162), ("Qty", 165, 185), ("Total", 188, 218))
    lines = page(head, (("Rope", 60, 90), ("9.99", 132, 153), ("1", 165, 171), ("9.99", 188, 210)))
    assert texts(lines[0]) == ["Name", "Price Qty Total"]
    assert texts(parted_headings(lines)[0]) == ["Name", "Price", "Qty", "Total"]


def test_wider_gaps_part_names_of_which_one_stands_left_of_its_numbers():
    glued = (("Qty", 150, 160), ("UOM", 163, 178), ("Unit", 181, 194), ("price", 195, 206))
    head = (("Code", 0, 20), ("Name", 60, 80), *glued, ("Amount", 236, 256))
    body = (*BODY[:3], ("EA", 168, 178), ("2.50", 214, 230), ("10.00", 240, 256))
    lines = page(head, body)
    assert texts(lines[0])[2] == "Qty UOM Unit price"
    assert texts(parted_headings(lines)[0])[2:5] == ["Qty", "UOM", "Unit price"]


def test_amounts_that_reach_under_the_next_heading_stay_under_their_own():
    head = (("Item", 0, 24), ("Quantity", 100, 148), ("Rev", 179, 197), ("Cost", 300, 330))
    title, line = page(
        head, (("10", 0, 18), ("10", 153, 165), ("EA", 171, 183), ("5.00", 305, 330))
    )
    columns = [(0, 24), (100, 148), (153, 197), (300, 330)]
    assert unstrayed(columns, [title], [line])[1:3] == [(100, 181), (181, 197)]
    revised = page((("10", 0, 18), ("B", 185, 190), ("5.00", 305, 330)))
    assert unstrayed(columns, [title], revised) == columns
