"""Quantities in one column per shop: one answer adds them up, or makes an order for each."""

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Reading, Result

SHOPS = """
Customer:|Acme Ltd
PO number:|PO-1
.
Code|Description|Berlin|Munich|Hamburg|Price|Amount
A-1|Rope|4|2|1|5|35
A-2|Hook|1||2|6|18
A-3|Ring||3||1|3
|||||Total|56
"""
STORES = "Customer:|Acme Ltd\nCode|Price|Qty Store A|Qty Store B\nA-1|5|4|2\nA-2|6|1|3"


def answered(drawing: str, *answers: str) -> Reading:
    return read(grid(drawing), fixes=[Fix(FixKind.COLUMN, "quantity", one) for one in answers])


def quantities(reading: Reading) -> list[list[str]]:
    return [[f"{line.quantity:f}" for line in one.lines] for one in reading.orders]


BARE = "Customer:|Acme Ltd\nSKU|Description|Berlin|Munich|Hamburg\nA-1|Rope|4|2|1\nA-2|Hook|1||2\nA-3|Ring|2|3|1"
MONTHS = BARE.replace("Berlin|Munich|Hamburg", "Jan|Feb|Mar")


@pytest.mark.parametrize(
    ("drawing", "letters"), [(SHOPS, "CDE"), (STORES, "CD"), (BARE, "CDE"), (MONTHS, "CDE")]
)
def test_one_question_offers_the_sum_each_and_one_alone(drawing, letters):
    (asked,) = [one for one in answered(drawing).issues if one.open]
    assert (asked.code, asked.target) == ("QUANTITY_BY_PLACE", "column:quantity")
    assert [one.value for one in asked.candidates] == [
        "+".join(letters),
        "|".join(letters),
        *letters,
    ]


def test_the_sum_of_all_shops_is_one_order_and_makes_up_its_total():
    reading = answered(SHOPS, "C+D+E")
    assert (reading.result, quantities(reading)) == (Result.READY, [["7", "3", "3"]])
    assert reading.orders[0].lines[0].evidence["quantity"].cell == "C5"


def test_an_order_for_each_is_listed_and_then_chosen():
    each = answered(SHOPS, "C|D|E")
    (asked,) = [one for one in each.issues if one.open]
    assert (asked.code, quantities(each)) == (
        "MULTI_ORDER_DETECTED",
        [["4", "1"], ["2", "3"], ["1", "2"]],
    )
    chosen = answered(SHOPS, "C|D|E", asked.candidates[1].value)
    assert (chosen.result, quantities(chosen)) == (Result.READY, [["2", "3"]])
    assert (chosen.orders[0].ship_to, chosen.orders[0].total) == ("Munich", None)
    left = next(one for one in chosen.issues if one.code == "OTHER_ORDERS_LEFT")
    assert [one.value for one in left.candidates] == ["C|D|E:C", "C|D|E:E"]


def test_a_shop_whose_cell_is_no_number_is_asked_in_the_sum():
    reading = answered(STORES.replace("A-2|6|1|3", "A-2|6|1|many"), "C+D")
    assert [one.cells for one in reading.issues if one.open] == [("Sheet1!D4",)]


@pytest.mark.parametrize(
    "header",
    ["Code|Qty|Confirmed|Price", "Code|Stock|Weight|Price", "Code|Net qty|Ending qty|Price"],
)
def test_other_counts_side_by_side_are_no_shops(header):
    reading = read(grid(f"Customer:|Acme Ltd\n{header}\nA-1|4|2|5\nA-2|1|3|6"))
    assert "QUANTITY_BY_PLACE" not in [one.code for one in reading.issues]


def test_a_groups_sum_is_none_of_its_shops():
    rows = "A-1|Rope|7|4|2|1|5\nA-2|Hook|3|1||2|6\nA-3|Ring|3||3||1"
    head = "Customer:|Acme Ltd\nCode|Description|North|Berlin|Munich|Hamburg|Price\n"
    (asked,) = [one for one in read(grid(head + rows)).issues if one.open]
    assert (asked.target, asked.candidates[0].value) == ("column:quantity", "D+E+F")


def test_how_many_go_on_a_pallet_is_no_shop():
    drawing = "Customer:|Acme Ltd\nSKU|Description|CS/LAY|CS/PAL\nA-1|Rope|14|56\nA-2|Hook|6|36"
    assert "QUANTITY_BY_PLACE" not in {one.code for one in read(grid(drawing)).issues}
