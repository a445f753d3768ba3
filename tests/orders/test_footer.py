import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n.\nNo.|SKU|Description|Qty\n1|A-1|Rope|5\n2|A-2|Lamp|6\n"


@pytest.mark.parametrize(
    "below",
    [
        ".\nTel:|0123 456\nVAT No:|GB123",
        "Department:|Purchasing",
        ".\nTax ID|99-123\nShipping method|Road",
        "||Total|11\nInvoice No:|INV-778\nTerms:|Net 30",
        "||Total|11\nPrepared by|Jane Doe",
    ],
)
def test_labels_below_the_lines_are_no_lines(below):
    reading = read(grid(HEAD + below))
    (order,) = reading.orders
    assert reading.result is Result.READY
    assert [(one.sku, one.quantity) for one in order.lines] == [("A-1", 5), ("A-2", 6)]
    assert order.subtotal is None


def test_a_full_line_below_a_gap_is_asked_and_never_dropped():
    (order,) = read(grid(f"{HEAD}.\n3|A-3|Hook|two")).orders
    assert [one.sku for one in order.lines] == ["A-1", "A-2", "A-3"]


def test_lines_below_a_blank_row_and_a_sub_total_still_count():
    (order,) = read(grid(f"{HEAD}||Sub-total|11\n.\n3|A-3|Hook|7")).orders
    assert [one.quantity for one in order.lines] == [5, 6, 7]


def test_the_bank_says_nothing_of_the_currency():
    table = "SKU|Qty|Price\nA-1|5|2\nA-2|6|3"
    bank = "Bank:|IBAN DE89 3704 0044 0532 EUR\nExchange rate EUR/USD:|1.08"
    assert read(grid(f"Customer:|Acme Ltd\n{bank}\n.\n{table}")).orders[0].currency is None
