"""Print-outs of systems saved as text: record types mixed, labels and values in one row above the headings."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

RECORDS = """H|4711|20.11.2026|Harrow Cafe GmbH|EUR
P|1|A-1001|Mug blue|5|2.50|12.50
P|2|A-1002|Cup red|6|3.10|18.60
P|3|A-1003|Pot|2|14.50|29
T|3|60.10"""


def test_rows_that_begin_with_their_kind_are_lines_of_one_kind():
    reading = read(grid(RECORDS))
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]
    (order,) = reading.orders
    assert [(one.row, one.sku, one.quantity) for one in order.lines] == [
        (2, "A-1001", 5), (3, "A-1002", 6), (4, "A-1003", 2),
    ]  # fmt: skip
    assert "NOTES_BELOW_TABLE" in [one.code for one in reading.issues]


@pytest.mark.parametrize(
    "drawing",
    [
        "S|Shirt blue|5\nM|Shirt red|3\nM|Shirt white|3\nM|Cap|4\nL|Shirt green|2",
        "EA|Rope|5\nEA|Hook|3\nEA|Sail|2",
    ],
)
def test_a_list_of_sizes_or_units_loses_no_line_as_another_kind_of_record(drawing):
    """Naive: the rows of the commonest size are the order, and the others its head and foot."""
    reading = read(grid(drawing))
    lines = [one for order in reading.orders for one in order.lines]
    assert reading.result is Result.REFUSED or len(lines) == drawing.count("\n") + 1


REPORT = """PURCHASE ORDER REPORT
Order|4711|Customer|Harrow Cafe Ltd
D|Item|Description|Qty|UOM|Price|Amount
D|HC-101|Mug 300 ml|24|EA|3.20|76.80
D|HC-204|Saucer|12|EA|1.10|13.20
S|Subtotal||36|||90
D|HC-330|Teapot|6|EA|14.50|87
G|Grand total||42|||177"""


def test_labels_and_values_that_take_turns_are_no_headings():
    """Naive: `Customer` goes on in `Description` below it, and every item is a customer of its own."""
    reading = read(grid(REPORT))
    (order,) = reading.orders
    assert (reading.result, order.customer, order.po_number) == (
        Result.READY,
        "Harrow Cafe Ltd",
        "4711",
    )
    assert [(one.sku, one.product_name, one.quantity) for one in order.lines] == [
        ("HC-101", "Mug 300 ml", 24), ("HC-204", "Saucer", 12), ("HC-330", "Teapot", 6),
    ]  # fmt: skip
    assert str(order.total) == "177"


@pytest.mark.parametrize("head", ["Customer|Order No|SKU|Qty", "Order No|Item|Customer|Qty"])
def test_headings_of_an_orders_own_values_stay_headings(head):
    row = {"Customer": "Acme Ltd", "Order No": "4711", "SKU": "A-1", "Item": "Rope", "Qty": "5"}
    reading = read(grid(head + ("\n" + "|".join(row[name] for name in head.split("|"))) * 2))
    assert [one.quantity for one in reading.orders[0].lines] == [5, 5]
