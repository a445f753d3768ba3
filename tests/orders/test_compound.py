"""Labels that ask for two values at once."""

import pytest
from grids import grid

from orders.reader import read

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50"


@pytest.mark.parametrize(
    "above",
    [
        "PO number/date\n4512 / 25/11/2021",
        "PO number / date|4512 / 25.11.2021",
        "PO number/date\n|'4512 / 25/11/2021",
        "PO number/date\n'4512 /|25/11/2021",
    ],
)
def test_both_values_of_a_label_of_two_parts_are_read(above):
    order = read(grid("Customer:|Acme Ltd\n" + above + TABLE)).orders[0]
    assert (order.po_number, order.order_date) == ("4512", "2021-11-25")


def test_a_label_of_two_parts_over_one_value_is_left_alone():
    order = read(grid("Customer:|Acme Ltd\nPO number/date\nsee below" + TABLE)).orders[0]
    assert (order.po_number, order.order_date) == (None, None)
