"""A column under no heading behind the last one: read where its values prove it, else told."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nCode|Item|Qty|Price\n"
LINES = ("A-1|Mug|5|2|{}", "A-2|Cup|6|3|{}", "A-3|Pot|2|4|{}")


def drawn(*values: str, below: str = ""):
    rows = (line.format(value) for line, value in zip(LINES, values, strict=True))
    return read(grid(HEAD + "\n".join(rows) + below))


def test_totals_under_no_heading_are_the_lines_totals():
    """Naive: they are passed over in silence, and what they would have proven with them."""
    reading = drawn("10", "18", "8", below="\n||||36")
    (order,) = reading.orders
    assert (reading.result, order.columns["line_total"]) == (Result.READY, "E")
    assert [one.line_total for one in order.lines] == [10, 18, 8]


@pytest.mark.parametrize(
    "values", [("blue", "red", "green"), ("12", "7", "40"), ("B-1", "B-2", "")]
)
def test_what_nothing_proves_is_not_used_and_told(values):
    reading = drawn(*values)
    (told,) = [one for one in reading.issues if one.code == "UNMAPPED_COLUMNS"]
    assert (told.facts["columns"], told.cells) == (f"E: {values[0]}", ("Sheet1!E2",))
    assert reading.orders[0].columns == {
        "sku": "A", "product_name": "B", "quantity": "C", "unit_price": "D",
    }  # fmt: skip


def test_a_remark_beside_one_line_is_no_column():
    assert not [one for one in drawn("blue", "", "").issues if one.code == "UNMAPPED_COLUMNS"]
