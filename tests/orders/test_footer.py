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


@pytest.mark.parametrize(
    "said", ["Remise exceptionnelle", "10 % early order discount", "Sonder-Rabatt"]
)
def test_a_discount_in_more_words_than_its_name_is_no_line(said):
    """Naive: a line without a quantity, which a person has to leave out."""
    head = (
        "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Amount\nA-1|Rope|5|2|10\nA-2|Lamp|6|5|30\n"
    )
    reading = read(grid(f"{head}|{said}|||-4\n||||36"))
    (order,) = reading.orders
    assert reading.result is Result.READY
    assert ([one.sku for one in order.lines], order.discount) == (["A-1", "A-2"], -4)


@pytest.mark.parametrize(
    "told",
    [
        "Mandatory|Required (text)|Mandatory (numbers only)",
        "必填|选填|必填",
        "Pflicht|Optional|Pflichtfeld",
    ],
)
def test_a_form_s_own_row_that_tells_how_to_fill_it_is_no_line(told):
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Colour|Qty\n{told}\nA-1|red|5\nA-2|blue|6"))
    assert reading.result is Result.READY
    assert [one.quantity for one in reading.orders[0].lines] == [5, 6]


def test_an_item_that_is_called_optional_is_a_line():
    (order,) = read(
        grid("Customer:|Acme Ltd\nSKU|Name|Qty\nOPT-1|Optional lamp|5\nA-2|Rope|6")
    ).orders
    assert len(order.lines) == 2
