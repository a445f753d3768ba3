"""Boxes of a page: lines of an address stay lines, wrapped texts are one, colons go to labels."""

from activities.workbook.boxes import colons_back, flatten
from activities.workbook.furniture import Page
from activities.workbook.pages import sheet_of
from activities.workbook.ruled import Ruled
from activities.workbook.words import Row
from tests.support.papers import page


def test_the_lines_of_a_box_above_the_table_stay_lines_and_a_wrapped_name_is_one():
    columns = ((0.0, 90.0), (90.0, 240.0), (240.0, 300.0))
    rows = tuple((edges, columns) for edges in ((5.0, 35.0), (35.0, 50.0), (50.0, 80.0)))
    told = page(
        (10, {0: "Bill to", 100: "Brook Mills Ltd", 245: "PO"}),
        (22, {0: "Ship to", 100: "Weir Lane", 245: "Ref"}),
        (42, {0: "SKU", 100: "Description", 245: "Qty"}),
        (55, {0: "7", 100: "Rope", 245: "5"}),
        (67, {100: "of hemp"}),
    )
    cells = sheet_of([Page(told.height, told.lines, [Ruled(5, 80, columns, rows)])]).cells
    assert cells[1, 2].value == "Brook Mills Ltd\nWeir Lane"
    assert "Rope of hemp" in [cell.value for cell in cells.values()]


def test_a_colon_before_a_value_belongs_to_the_label_on_its_left():
    assert colons_back({1: "PO Number", 3: ": PO-7781"}) == {1: "PO Number:", 3: "PO-7781"}
    assert colons_back({1: "Currency", 2: ":", 3: "EUR"}) == {1: "Currency:", 3: "EUR"}
    assert colons_back({1: "12", 2: ": 14"}) == {1: "12", 2: ": 14"}


def test_texts_of_a_table_are_flat():
    rows = [Row({1: "Rope\nof hemp", 2: "5"}, 0, 20, 8)]
    flatten(rows)
    assert rows[0].cells == {1: "Rope of hemp", 2: "5"}


def test_second_figures_in_the_box_of_a_line_belong_to_it():
    columns = ((0.0, 20.0), (20.0, 140.0), (140.0, 200.0), (200.0, 260.0), (260.0, 330.0))
    rows = tuple((edges, columns) for edges in ((5.0, 20.0), (20.0, 60.0), (60.0, 100.0)))
    told = page(
        (8, {0: "No", 25: "Item", 145: "Qty", 205: "Disc", 265: "Tax"}),
        (22, {0: "1", 25: "Motor", 145: "2", 205: "10 %", 265: "9 %"}),
        (34, {25: "green", 205: "24.00", 265: "15.20"}),
        (62, {0: "2", 25: "Pump", 145: "3", 205: "10 %", 265: "9 %"}),
    )
    sheet = sheet_of([Page(told.height, told.lines, [Ruled(5, 100, columns, rows)])])
    assert len({row for row, _ in sheet.cells}) == 3
    assert sheet.cells[2, 2].value == "Motor green"


def test_texts_centred_in_a_box_are_one_row_and_a_box_of_several_lines_is_not():
    columns = ((0.0, 40.0), (40.0, 140.0), (140.0, 200.0), (200.0, 260.0), (260.0, 330.0))
    rows = tuple((edges, columns) for edges in ((5.0, 20.0), (20.0, 60.0)))
    head = (8, {0: "No", 45: "Item", 145: "Qty", 205: "Rate", 265: "Total"})
    stacked = (
        (24, {45: "Motor"}),
        (29, {145: "1.0 /", 205: "30.0"}),
        (34, {0: "10", 45: "geared", 265: "30.0"}),
        (39, {145: "PCS", 205: "each"}),
        (44, {45: "green"}),
    )
    told = page(head, *stacked)
    cells = sheet_of([Page(told.height, told.lines, [Ruled(5, 60, columns, rows)])]).cells
    assert [cells[2, at].value for at in (1, 2, 3)] == ["10", "Motor geared green", "1.0 / PCS"]
    both = [
        (at, {0: f"{n}", 45: "Motor", 145: "1", 205: "3", 265: "3"}) for n, at in ((1, 24), (2, 40))
    ]
    told = page(head, *both)
    sheet = sheet_of([Page(told.height, told.lines, [Ruled(5, 60, columns, rows)])])
    assert len({row for row, _ in sheet.cells}) == 3


def test_no_empty_row_stands_between_two_tall_drawn_rows():
    columns = ((0.0, 20.0), (20.0, 140.0), (140.0, 200.0))
    rows = tuple((edges, columns) for edges in ((5.0, 20.0), (20.0, 80.0), (80.0, 140.0)))
    told = page(
        (8, {0: "No", 25: "Item", 145: "Qty"}),
        (45, {0: "1", 25: "Motor", 145: "2"}),
        (105, {0: "2", 25: "Pump", 145: "3"}),
    )
    sheet = sheet_of([Page(told.height, told.lines, [Ruled(5, 140, columns, rows)])])
    assert sorted({row for row, _ in sheet.cells})[-2:] == [2, 3]
