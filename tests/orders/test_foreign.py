"""Headers in words that nobody knows, proven by the sums under them."""

import pytest
from grids import grid

from orders.foreign import foreign_headers
from orders.reader import read
from orders.reading import Result
from orders.view import make_grid

DRAWING = """Pelanggan:|Toko Maju
.
Kode|Nama Barang|Jumlahnya|Harganya|Nilainya
A-1|Rope long|5|2.5|12.5
A-2|Hook small|6|3.25|19.5
A-3|Peg steel|7|1.5|10.5"""


def test_sums_below_prove_a_header_in_unknown_words():
    (header,) = foreign_headers(make_grid(grid(DRAWING).sheets[0]))
    assert header.rows == (3,)


def test_such_a_table_is_asked_about_and_not_refused():
    reading = read(grid(DRAWING))
    assert reading.result is Result.QUESTIONS
    assert reading.orders[0].columns.items() >= {"unit_price": "D", "line_total": "E"}.items()


def test_words_over_numbers_that_prove_nothing_are_no_header():
    drawing = DRAWING.replace("12.5", "77").replace("19.5", "78")
    assert foreign_headers(make_grid(grid(drawing).sheets[0])) == []


ROWS = "Steel rope|4\nBrass hook|2\nSail cloth|3"


@pytest.mark.parametrize("title", ["Purchase Order", "Bestellung", "采购订单"])
def test_on_an_order_counts_beside_words_prove_a_heading_nobody_knows(title):
    (order,) = read(grid(f"{title}\n.\nGadget|Qty\n{ROWS}")).orders
    assert [(one.product_name, one.quantity) for one in order.lines] == [
        ("Steel rope", 4), ("Brass hook", 2), ("Sail cloth", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "drawing", [f"Sightings\n.\nGadget|Qty\n{ROWS}", f"Purchase Order\n.\nGadget|Level\n{ROWS}"]
)
def test_counts_beside_words_prove_nothing_elsewhere(drawing):
    assert read(grid(drawing)).orders == ()


@pytest.mark.parametrize("above", ["", "Customer:|Acme Ltd\n.\n"])
def test_counts_beside_words_prove_a_heading_where_no_title_says_otherwise(above):
    (order,) = read(grid(f"{above}Gadget|Qty\n{ROWS}")).orders
    assert [one.product_name for one in order.lines] == ["Steel rope", "Brass hook", "Sail cloth"]
    assert read(grid(f"{above}Gadget|Qty\n{ROWS}\nPaint|2.5")).orders == ()


def test_links_beside_the_only_column_of_words_name_nothing():
    rows = "Steel rope|4|2.50|https://shop.example/a\nBrass hook|2|1.20|https://shop.example/b"
    reading = read(grid(f"Customer:|Acme Ltd\nGadget|Qty|Price|Link\n{rows}"))
    assert reading.orders[0].columns["product_name"] == "A"
    assert [one.code for one in reading.issues if one.open] == []


def test_texts_before_the_words_under_headings_nobody_knows_may_name_the_items():
    rows = "2x4|KD grade|1\n2x6|KD grade|32\n4x4|PT grade|7"
    reading = read(grid(f"Customer:|Acme Ltd\nLumber|Treatment|Qty\n{rows}"))
    (asked,) = [one for one in reading.issues if one.open]
    assert [one.value for one in asked.candidates] == ["A", "B", "-"]


def test_who_forgot_a_quantity_has_named_an_item_all_the_same():
    rows = f"{ROWS}\nPaint|2\nGlue|"
    (order,) = read(grid(f"Customer:|Acme Ltd\n.\nGadget|Qty\n{rows}")).orders
    assert [line.product_name for line in order.lines][:2] == ["Steel rope", "Brass hook"]


def test_codes_under_no_heading_name_the_items_where_nothing_else_does():
    rows = "Stand4.12|1\nLever_2.1|1\nT036C|2\nSHCCG2-50|1\nNETWS1.5|3"
    (order,) = read(grid(f".|Qty|URL\n{rows}")).orders
    assert [line.sku for line in order.lines][:2] == ["Stand4.12", "Lever_2.1"]
