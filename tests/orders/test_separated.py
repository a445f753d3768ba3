"""Cells that hold a whole row are taken apart, once a person confirms it."""

import pytest
from grids import cell_of

from orders.reader import read
from orders.reading import Result
from orders.sheet import Sheet, Workbook

HEAD = ("Purchase order 7781", "Customer: Acme Ltd")


def book(*rows):
    cells = {(at, 1): cell_of(text) for at, text in enumerate((*HEAD, *rows), 1)}
    return Workbook("xlsx", (Sheet("Sheet1", cells),))


@pytest.mark.parametrize("sign", ",;|")
def test_a_row_written_into_one_cell_is_a_row(sign):
    rows = (
        ("Item No", "Description", "Qty"),
        ("A-101", "Rope", "2"),
        ("A-102", '"Hook, 5 m"', "5"),
    )
    reading = read(book(*(sign.join(row) for row in rows), "Total Qty: 7"))
    assert [(one.code, one.target) for one in reading.issues if one.open] == [
        ("LAYOUT_TURNED", "accept")
    ]
    lines = reading.orders[0].lines
    assert [(one.sku, one.product_name, one.quantity) for one in lines] == [
        ("A-101", "Rope", 2), ("A-102", "Hook, 5 m", 5),
    ]  # fmt: skip
    assert lines[1].evidence["quantity"].cell == "A5"


@pytest.mark.parametrize(
    "row", ["A-101,Rope, 5 m,2", "A-101,2", 'A-101,"Rope, 5 m,2'], ids=["more", "fewer", "open"]
)
def test_a_row_of_more_or_fewer_values_leaves_all_as_it_is(row):
    reading = read(book("Item No,Description,Qty", "A-102,Hook,5", row, "A-103,Net,1"))
    assert reading.result is Result.REFUSED
