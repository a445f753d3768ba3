"""Which column counts what is ordered, and which unit stands beside it."""

from grids import grid

from orders.reader import read
from orders.reading import Result


def test_a_confirmed_quantity_is_the_ordered_one_where_nothing_else_counts():
    drawing = "PO No|SKU ID|SKU Name|Confirmed qty\nP-7|71947|Rope|336\nP-7|34318|Hook|207"
    (order,) = read(grid(drawing)).orders
    assert [str(line.quantity) for line in order.lines] == ["336", "207"]
    beside = drawing.replace("Confirmed qty", "Order qty|Confirmed qty").replace("|3", "|400|3")
    (order,) = read(grid(beside)).orders
    assert order.columns["quantity"] == "D"


def test_the_unit_behind_what_is_ordered_is_the_order_s():
    drawing = (
        "Customer:|Acme Ltd\nItem no|Name|Order qty|Unit|Delivered|Unit\n"
        "A-1|Rope|4|case||kg\nA-2|Hook|2|box||kg\nA-3|Peg|5|case||pcs"
    )
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert [line.unit for line in reading.orders[0].lines] == ["case", "box", "case"]


def test_what_is_to_order_counts_though_some_is_not_ordered():
    """Naive: what is needed was the quantity."""
    drawing = (
        "Kunde:|Alder Works AB\n.\nProdukt|Anzahl\\n(benötigt)|Anzahl\\n(bestellen)|Preis\n"
        "Rohr|3|2|6.3\nMotor|3|-|\nStange|12|-|\nNetzteil|1|1|179"
    )
    (order,) = read(grid(drawing)).orders
    assert order.columns["quantity"] == "C"
    assert [one.quantity for one in order.lines if one.quantity] == [2, 1]
