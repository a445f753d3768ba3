"""Rows that divide the line above them are asked once, and counted with it no second time."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result

DRAWING = """Customer:|Acme Ltd
SKU|Description|Qty|Price
A-1|Rope|80|2
|Delivery 14.12.2026|40|
|Delivery 21.12.2026|40|
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
