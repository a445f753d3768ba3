"""Headings whose words tell what their other words mean."""

from grids import grid

from orders.dictionary import column_meanings
from orders.reader import read
from orders.reading import Result

_NAMED = "Customer:|Acme Ltd\n"


def test_a_heading_that_speaks_of_items_is_of_what_it_tells_of_them():
    assert column_meanings("Item Quantity").get("quantity", 0) >= 0.85
    assert {*column_meanings("Product size")} == {"size"}
    assert {*column_meanings("商品数量")} == {"quantity"}
    assert "sku" not in column_meanings("Nº de productos")


def test_a_quantity_of_items_is_read():
    reading = read(
        grid(f"{_NAMED}Item Name|Item Quantity|Total Price\nRope|12|24\nHook|3|9\nPeg|5|40")
    )
    assert reading.result is Result.READY
    assert [int(line.quantity or 0) for line in reading.orders[0].lines] == [12, 3, 5]


def test_a_misspelt_quantity_is_the_quantity():
    reading = read(grid(f"{_NAMED}QUANTY|Description\n5|Rope\n4|Hook\n1|Peg"))
    assert reading.result is Result.READY
    assert [int(line.quantity or 0) for line in reading.orders[0].lines] == [5, 4, 1]


def test_a_code_of_colours_is_no_item_s():
    drawing = "Descrizione|Codice Colore|Descrizione Colore|Quantità\n"
    reading = read(
        grid(f"{_NAMED}{drawing}Anta|U708|Grigio|4\nRipiano|W100|Bianco|2\nFianco|U708|Grigio|3")
    )
    lines = reading.orders[0].lines
    assert {line.sku for line in lines} == {None}
    assert [line.colour for line in lines] == ["Grigio", "Bianco", "Grigio"]


def test_a_price_without_tax_is_no_tax():
    drawing = "Descripcion|Precio S/IVA|Precio C/IVA|Cant|Subtotal\n"
    reading = read(
        grid(f"{_NAMED}{drawing}Cuerda|100|121|2|200\nGancho|50|60,5|4|200\nRed|10|12,1|7|70")
    )
    (order,) = reading.orders
    assert [int(line.unit_price or 0) for line in order.lines] == [100, 50, 10]


def test_an_export_without_quantities_is_no_price_list():
    drawing = "orderNumber|sellerSku|customerName|trackingCode|paidPrice\n"
    rows = "71|Blazer Black|Jo Smith|TRK71|45\n71|Tie Blue|Jo Smith|TRK71|8\n72|Vest Gray|Al Brown|TRK72|20"
    reading = read(grid(drawing + rows))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert [line.sku for line in reading.orders[0].lines] == ["Blazer Black", "Tie Blue"]
