"""Products as columns become lines, each with its own cell, once a person confirms it."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

TEAM = (
    "Order form|||\nCustomer:|Acme||\nName|Black cap|White mug|Total\n"
    "Anna|2||2\nBen|1|3|4\nTotal|3|3|6"
)


def test_each_filled_cell_is_a_line_that_a_person_confirms():
    reading = read(grid(TEAM))
    lines = reading.orders[0].lines
    assert [(one.product_name, one.quantity, one.notes) for one in lines] == [
        ("Black cap", 2, "Anna"), ("Black cap", 1, "Ben"), ("White mug", 3, "Ben"),
    ]  # fmt: skip
    assert lines[2].evidence["quantity"].cell == "C5"
    assert lines[2].evidence["product_name"].cell == "C3"
    (asked,) = (one for one in reading.issues if one.open)
    assert (asked.code, asked.target) == ("LAYOUT_TURNED", "accept")
    told = read(grid(TEAM), fixes=(Fix(FixKind.ACCEPT, asked.issue_id, "yes"),))
    assert told.result is Result.READY


def test_a_sheet_that_says_no_order_is_none():
    for title in ("Attendance", "Grades"):
        reading = read(grid(TEAM.replace("Order form", title)))
        assert reading.result is not Result.READY
        assert "LAYOUT_TURNED" not in {one.code for one in reading.issues}


def test_items_as_rows_are_not_turned():
    reading = read(grid("Order form\nItem|London|Leeds\nRope|2|3\nHook|1|4"))
    assert "LAYOUT_TURNED" not in {one.code for one in reading.issues}


def test_a_row_that_does_not_add_up_is_said():
    reading = read(grid(TEAM.replace("Ben|1|3|4", "Ben|1|3|5").replace("|6", "|7")))
    assert reading.result is Result.QUESTIONS


def test_a_row_of_prices_under_the_products_says_that_they_are_ordered():
    drawing = "Name|Black cap|White mug\nPrice|2.5|3\nAnna|2|\nBen|1|3"
    lines = read(grid(drawing)).orders[0].lines
    assert [(one.product_name, str(one.unit_price), one.notes) for one in lines] == [
        ("Black cap", "2.5", "Anna"), ("Black cap", "2.5", "Ben"), ("White mug", "3", "Ben"),
    ]  # fmt: skip
    assert lines[0].evidence["unit_price"].cell == "B2"
