"""Rows that divide the line above them are asked once, and counted with it no second time."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

DRAWING = """Customer:|Acme Ltd
SKU|Description|Qty|Price
A-1|Rope|80|2
|for the north depot|40|
|for the south depot|40|
A-2|Hook|7|1"""


def test_parts_of_a_quantity_are_no_lines_and_asked_once():
    reading = read(grid(DRAWING))
    assert [one.sku for one in reading.orders[0].lines] == ["A-1", "A-2"]
    assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!4,5"]


def test_the_answer_makes_them_lines_after_all():
    reading = read(grid(DRAWING), fixes=[Fix(FixKind.ROW, "Sheet1!4,5", "line")])
    assert len(reading.orders[0].lines) == 4


def test_lines_without_a_code_or_a_price_are_asked_also_where_they_add_up_to_no_line():
    reading = read(grid(DRAWING.replace("|40|", "|30|")))
    assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!4,5"]


def test_lines_without_a_code_that_have_a_price_are_lines():
    reading = read(grid(DRAWING.replace("|40|", "|30|2")))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 4)


SCHEDULE = """Customer:|Acme Ltd
Pos|Material|Qty|Price
10|Rope|80|2
|Delivery date: 14.12.2026|80|
20|Hook|7|1
|Delivery date: 14.12.2026|5|
|Delivery date: 14.12.2026|2|"""


def test_labelled_days_whose_quantities_come_to_the_line_s_are_told_of_it_and_not_asked():
    reading = read(grid(SCHEDULE))
    assert reading.result == Result.READY
    assert [str(one.quantity) for one in reading.orders[0].lines] == ["80", "7"]
    assert reading.orders[0].delivery_date == "2026-12-14"


def test_labelled_days_that_come_to_something_else_are_asked_and_no_lines():
    reading = read(grid(SCHEDULE.replace("|5|", "|4|")))
    assert [str(one.quantity) for one in reading.orders[0].lines] == ["80", "7"]
    assert [one.target for one in reading.issues if one.open] == ["row:Sheet1!6,7"]


def test_an_item_named_below_its_priced_numbers_is_a_line_and_no_plan():
    drawing = "Purchase order 4711|Acme Ltd\nVendor|Ship via|Buyer\n502|Truck|03\n"
    drawing += "Item|Part/Description|Quantity|Unit cost\n010||10 EA|15.37\n|TB-200"
    line = read(grid(drawing)).orders[0].lines[0]
    assert (line.product_name, str(line.quantity)) == ("TB-200", "10")


def test_numbers_with_their_sign_count_the_lines_and_are_no_codes():
    drawing = "Customer:|Acme Ltd\nLabel|Item|Qty\n#1|Rope|2\n#2|Hook|3\n#3|Nail|1"
    reading = read(grid(drawing))
    assert reading.result == Result.READY
    assert [one.sku for one in reading.orders[0].lines] == [None] * 3
