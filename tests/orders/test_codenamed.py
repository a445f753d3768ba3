"""One column for code and name together."""

import pytest
from grids import grid

from orders.codenamed import heads_both
from orders.reader import read

HEAD = "Customer:|Acme Ltd\n"


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        ("Code / Name", ("B-1 / Bread", "B-3 / Buns")),
        ("SKU/Product", ("B-1: Bread", "B-3: Buns")),
        ("Art.-Nr./Bezeichnung", ("B-1 Bread", "B-3 Buns")),
        ("Item Code & Description", ("B-1 - Bread", "B-3 – Buns")),
    ],
)
def test_code_and_name_are_told_apart_where_the_heading_says_both(header, texts):
    """Naive: `B-1 / Bread` is the item's code."""
    rows = f"{texts[0]}|5|2\n{texts[1]}|6|3"
    (order,) = read(grid(f"{HEAD}{header}|Qty|Price\n{rows}")).orders
    assert [(one.sku, one.product_name) for one in order.lines] == [
        ("B-1", "Bread"),
        ("B-3", "Buns"),
    ]
    assert {order.lines[0].evidence[name].cell for name in ("sku", "product_name")} == {"A3"}


def test_what_has_no_code_is_a_name_and_what_has_no_name_a_code():
    rows = "B-1 / Bread|5|2\nSpecial offer|6|3\n4711|7|1"
    (order,) = read(grid(f"{HEAD}Code / Name|Qty|Price\n{rows}")).orders
    told = [(one.sku, one.product_name) for one in order.lines]
    assert told == [("B-1", "Bread"), (None, "Special offer"), ("4711", None)]


@pytest.mark.parametrize("header", ["Code", "Description", "Code/Size", "Name / Colour"])
def test_a_heading_of_one_names_one(header):
    assert not heads_both(header)


def test_a_code_with_blanks_stays_whole_under_a_heading_of_codes():
    (order,) = read(grid(f"{HEAD}SKU|Qty|Price\nTS 100 RED|5|2\nTS 200 RED|6|3")).orders
    assert [one.sku for one in order.lines] == ["TS 100 RED", "TS 200 RED"]
