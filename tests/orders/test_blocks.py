"""Blocks with labels of their own are told from one order under repeated headers."""

from grids import sheet

from orders.blocks import order_blocks
from orders.headers import find_headers
from orders.view import make_grid

BLOCK = "Bestell-Nr.:|{po}\nArtikelnr.|Bezeichnung|Menge|Preis\nX-1|Brot|5|2.5\n|||12.5\n"


def blocks(drawing: str):
    seen = make_grid(sheet(drawing))
    return order_blocks(seen, find_headers(seen))


def test_each_block_holds_its_own_labels_and_lines():
    found = blocks(BLOCK.format(po="B-10") + BLOCK.format(po="B-11"))
    assert [sorted(part.rows) for part, _ in found] == [[1, 2, 3, 4], [5, 6, 7, 8]]
    assert [header.rows for _, header in found] == [(2,), (6,)]


def test_a_suppliers_row_among_the_labels_ends_no_head():
    block = BLOCK.replace("\n", "\nLieferant:|Muster GmbH\nWährung:|EUR\n", 1)
    found = blocks(block.format(po="B-10") + block.format(po="B-11"))
    assert [min(part.rows) for part, _ in found] == [1, 7]


def test_one_number_or_none_is_one_order():
    assert blocks(BLOCK.format(po="B-10") * 2) == []
    assert (
        blocks(BLOCK.format(po="B-10") + "Artikelnr.|Bezeichnung|Menge|Preis\nX-1|Brot|1|2") == []
    )


def test_pages_that_are_orders_of_their_own_are_told_by_the_head_they_repeat():
    """Naive: other labels of a head look like headers, and an order's lines go on with the next one's."""
    head = (
        "Oak Retail SA\nOrden de compra:|{po}\nComprador:|Oak Retail\nEAN : 7700000000012|Ciudad : Oviedo\n"
        "Codigo : 7700000000012|Telefono : 7495970\n"
    )
    block = f"{head}Código|Descripción|Cantidad|Precio\nX-1|Pan|5|2.5\n|||12.5\nObservaciones: ninguna\n"
    found = blocks(block.format(po="B-10") + block.format(po="B-11"))
    assert [min(part.rows) for part, _ in found] == [1, 10]
    assert blocks(block.format(po="B-10") * 2) == []


def test_a_head_that_leaves_something_out_is_no_other_order():
    """Naive: a further page says the number and not the customer, so it is another order."""
    first = BLOCK.format(po="B-10").replace("\n", "\nKunde:|Muster GmbH\n", 1)
    assert blocks(first + BLOCK.format(po="B-10")) == []
