"""Deliveries printed beneath each line do not end the table, and two tables stay two."""

from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\nPO No:|PO-4711\n.\nLine|Item|Description|Price|Qty|Amount\n"
PLAN = "Ship to|Part|Promised date|Count|Unit|Net price\n|1|14/01/2026 540 EA|||{}\n"


def test_every_line_is_read_although_its_deliveries_have_a_header_of_their_own():
    first = "1|A-1|Pallet|5.75|540|3105.00\n" + PLAN.format("3105.00")
    second = "2|A-2|Crate|2.50|100|250.00\n" + PLAN.format("250.00")
    reading = read(grid(HEAD + first + second + "||||Total|3355.00"))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    (order,) = reading.orders
    assert [(line.sku, str(line.quantity)) for line in order.lines] == [
        ("A-1", "540"),
        ("A-2", "100"),
    ]
    assert str(order.total) == "3355"


def test_a_second_table_in_the_same_columns_is_asked_as_before():
    lines = "1|A-1|Pallet|5.75|540|3105.00\n.\n.\n"
    other = "No|Code|Product|Unit price|Pieces|Total\n1|B-1|Crate|2.50|100|250.00"
    reading = read(grid(HEAD + lines + other))
    assert "MULTI_TABLE" in [one.code for one in reading.issues if one.open]
