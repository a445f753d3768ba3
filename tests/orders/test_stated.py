from decimal import Decimal

from grids import grid

from orders.reader import read
from orders.stated import amount_of, stated_totals
from orders.totals import TotalRow


def rows(*said: tuple[str, int]) -> list[TotalRow]:
    return [
        TotalRow(row, kind, {4: Decimal(amount)}) for row, (kind, amount) in enumerate(said, 10)
    ]


def amounts(*said: tuple[str, int]) -> dict[str, int]:
    return {kind: int(amount) for kind, (amount, _) in stated_totals(rows(*said), 4).items()}


def test_the_last_total_is_the_orders_and_taxes_add_up():
    said = amounts(("subtotal", 60), ("tax", 10), ("tax", 2), ("total", 72))
    assert said == {"subtotal": 60, "tax": 12, "total": 72}


def test_a_total_before_the_tax_is_the_sub_total_only_if_it_adds_up():
    assert amounts(("total", 100), ("tax", 20), ("total", 120))["subtotal"] == 100
    assert "subtotal" not in amounts(("total", 120), ("tax", 20), ("total", 120))


def test_a_list_of_taxes_below_the_total_says_nothing_of_the_order():
    said = amounts(("subtotal", 60), ("tax", 12), ("total", 72), ("total", 60), ("total", 12))
    assert said == {"subtotal": 60, "tax": 12, "total": 72}
    taxes = TotalRow(20, "total", {2: Decimal(60), 4: Decimal(12)})
    told = stated_totals([*rows(("subtotal", 60), ("tax", 12)), taxes], 4)
    assert told.keys() == {"subtotal", "tax"}


def test_sums_of_blocks_are_not_the_orders_sub_total():
    assert amounts(("subtotal", 40), ("subtotal", 60), ("total", 100)) == {"total": 100}


def test_an_amount_stands_under_the_totals_or_last():
    assert amount_of(TotalRow(9, "total", {3: Decimal(1), 5: Decimal(7)}), 4) == 7
    assert amount_of(TotalRow(9, "total", {}), 4) is None


def test_a_total_in_one_cell_with_its_currency_counts():
    table = "SKU|Qty|Price|Total\nA-1|5|2|10\nA-2|6|3|18\nTotal: 28.00 EUR"
    (order,) = read(grid(f"Customer:|Acme Ltd\n{table}")).orders
    assert (order.total, order.currency, len(order.lines)) == (28, "EUR", 2)
