"""Whether a row looks like a line."""

import pytest
from grids import grid

from orders.amend import Amendments
from orders.hints import Hints
from orders.likely import has_code, is_label_row, looks_like_line, value_of
from orders.reader import read
from orders.tables import find_tables
from orders.view import make_grid

DRAWING = "SKU|Description|Qty|Price\nA-1|Rope|5|2\n|Hook|7|\n|a note||\nDate:|today||\n||4|3"


@pytest.fixture(scope="module")
def table():
    sheet = grid(DRAWING).sheets[0]
    return find_tables(make_grid(sheet), Amendments(), Hints())[0]


@pytest.mark.parametrize(
    ("row", "likely"), [(2, True), (3, True), (4, False), (5, False), (6, True)]
)
def test_an_item_and_a_number_or_a_count_and_a_price_are_a_line(table, row, likely):
    assert looks_like_line(table, row, None, ended=False) is likely


def test_codes_labels_and_values(table):
    assert (has_code(table, 2), has_code(table, 3)) == (True, False)
    assert (is_label_row(table, 5, None), is_label_row(table, 2, None)) == (True, False)
    assert str(value_of(table, 3, "quantity", None)) == "7"


@pytest.mark.parametrize(("code", "kept"), [("D65K6", True), ("Kitchen", False), ("B1", False)])
def test_a_lone_code_is_a_line_where_the_codes_beside_it_look_like_it(code, kept):
    for rows in ("C58N4|3\n{}|\nF48M2|25", "C58N4|3\nF48M2|25\n{}|", "{}|\nC58N4|3\nF48M2|25"):
        reading = read(grid("Customer:|Acme\nSKU|Qty\n" + rows.format(code)))
        assert [one.code for one in reading.issues if one.open] == ["MISSING_QUANTITY"] * kept, rows


def test_a_row_with_a_count_whose_name_stands_in_another_column_of_names_is_a_line():
    table = "Customer:|Acme Ltd\nItem|Qty|Description\nSonar|5|sensor for short range\n"
    order = read(
        grid(table + "IMU|1|inertial unit of the car\nKart|2\nServo|1|motor to steer")
    ).orders[0]
    assert [line.product_name for line in order.lines][2] == "Kart"


def test_a_title_under_the_first_name_belongs_to_no_header():
    rows = "UI Board\nPotentiometer|10|round\nDiode|8|fast\nLamp|9|red"
    order = read(grid(f"Customer:|Acme Ltd\nPart|Quantity|Notes\n{rows}")).orders[0]
    assert order.header_rows == (2,)
    assert order.skipped_rows == {3: "heading"}


def test_what_columns_are_called_names_no_customer():
    rows = "Nano board|computing unit|1\nReader|spare memory|1\nGyro|turning meter|1"
    assert read(grid(f"RC car parts\nName|Description\n{rows}")).orders[0].customer is None


def test_words_without_a_code_none_of_it_at_no_price_order_nothing():
    drawing = (
        "Customer:|Acme Ltd\nItem no|Description|Qty|Unit price\n|Store no: 17|0|0\nA-1|Rope|4|2.5\n"
        "|Deliver on Monday|0|0\nA-2|Hook|0|3"
    )
    (order,) = read(grid(drawing)).orders
    assert [(line.sku, str(line.quantity)) for line in order.lines] == [("A-1", "4"), ("A-2", "0")]


def test_an_item_whose_name_is_a_word_of_totals_is_a_line_where_it_says_as_much():
    """Naive: `Base` is what a tax is on, and the row of a base plate no line."""
    rows = "Rail|2|laser cut\nBase|1|laser cut\nHolder|2|laser cut"
    reading = read(grid(f"Customer:|Acme\n.\nComponent|Qty|Process\n{rows}"))
    assert [one.product_name for one in reading.orders[0].lines] == ["Rail", "Base", "Holder"]
    summed = read(
        grid("Customer:|Acme\n.\nComponent|Qty|Unit\nRail|1|pcs\nHook|4|pcs\nTotal|7|pcs")
    )
    assert any(one.open for one in summed.issues)
