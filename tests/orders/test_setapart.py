"""Labels beside a table, on its own rows, are the order's and no columns of the table."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

BESIDE = """
Code|Name|Qty|Price||Customer:|Acme Ltd
A-1|Rope|5|2.50||PO No:|PO-4711
A-2|Hook|7|1.25||Date:|2026-05-04
A-3|Lamp|2|9.75||Tel:|0123 45678
A-4|Pole|1|4.20
""".strip()


def codes(reading):
    return {one.code for one in reading.issues}


@pytest.mark.parametrize("above", ["", "Purchase order\n\n"])
@pytest.mark.parametrize("colon", [":", ""])
def test_labels_beside_a_table_are_read_and_are_no_columns(above, colon):
    reading = read(grid(above + BESIDE.replace(":|", f"{colon}|")))
    (order,) = reading.orders
    assert (order.customer, order.po_number, order.order_date) == (
        "Acme Ltd",
        "PO-4711",
        "2026-05-04",
    )
    assert [line.sku for line in order.lines] == ["A-1", "A-2", "A-3", "A-4"]
    assert reading.result is Result.READY


def test_values_beside_a_table_keep_their_cells():
    order = read(grid(BESIDE)).orders[0]
    assert [order.cells(name)[0].split("!")[1] for name in ("customer", "po_number")] == [
        "G1",
        "G2",
    ]


def test_a_second_table_beside_is_not_taken_for_labels():
    drawing = BESIDE.replace("Customer:|Acme Ltd", "Date|Paid").replace("PO No:|PO-4711", "4 May|7")
    assert read(grid(drawing)).orders[0].customer is None
