"""A column under no heading: read where values prove it, confirmed, or told."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result
from orders.riding import asked, yes_to

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


@pytest.mark.parametrize("unit", ["", " pcs"])
@pytest.mark.parametrize("head", ["Code|Item||", "Code|Item||Price"])
def test_the_only_wholes_that_could_count_are_confirmed_along(head, unit):
    """Naive: a list of codes and names is refused because nobody wrote `Qty` over the numbers."""
    rows = "\n".join(
        f"A-{n}|{name}|{n + 2}{unit}|{n}.25" if "Price" in head else f"A-{n}|{name}|{n + 2}{unit}"
        for n, name in enumerate(("Mug", "Cup", "Pot"), 1)
    )
    reading = read(grid(f"Order PO-881\n{head}\n{rows}"))
    assert [one.quantity for one in reading.orders[0].lines] == [3, 4, 5]
    (counted,) = [one for one in reading.issues if one.target == "column:quantity"]
    assert (yes_to(counted), counted.open) == ("C", True)
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]


def test_beside_another_count_wholes_under_no_heading_are_only_told():
    reading = read(grid("Customer:|Acme Ltd\nCode|Item|Qty|\nA-1|Mug|5|12\nA-2|Cup|6|12"))
    assert reading.orders[0].columns["quantity"] == "C"
    assert [one.code for one in reading.issues] == ["UNMAPPED_COLUMNS"]


def test_numbers_that_times_the_price_are_the_total_count_what_is_ordered():
    """Naive: `#` over 1, 2, 15 numbers no lines and counts nothing."""
    rows = "Board|1|2.51|2.51\nSensor|2|2.60|5.20\nFuse|15|1.10|16.50\nLamp|4|3.00|12.00"
    reading = read(grid(f"Component|#|Price|Total\n{rows}"))
    assert reading.orders[0].columns["quantity"] == "B"
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
