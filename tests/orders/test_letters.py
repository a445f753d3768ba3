"""Letters that count the lines are no codes."""

from grids import grid

from orders.reader import read


def test_letters_in_their_order_count_the_lines():
    rows = "A|Lamp|4\nB|Rope|1\nC|Hook|2\nD|Sail|3"
    order = read(grid(f"Customer:|Acme Ltd\nSymbol|Items|Qty\n{rows}")).orders[0]
    assert [(line.sku, line.product_name) for line in order.lines][:2] == [
        (None, "Lamp"),
        (None, "Rope"),
    ]
