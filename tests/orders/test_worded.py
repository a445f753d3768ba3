"""Headings whose words tell what their other words mean."""

import pytest
from grids import grid

from orders.dictionary import column_meanings
from orders.reader import read
from orders.reading import Result
from orders.riding import asked

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


def test_a_misspelt_word_of_several_counts_for_more_than_the_other_alone():
    assert column_meanings("Qty Ordred").get("quantity", 0) >= 0.85
    assert column_meanings("N�mero de pedido").get("po_number", 0) >= 0.85


def test_a_lone_weak_quantity_is_read_and_confirmed_with_the_customer():
    reading = read(
        grid("Item Name|Current BOH|Reorder Quantity\nBean|47|1\nCorn|12|30\nLime|35|13")
    )
    assert [int(line.quantity or 0) for line in reading.orders[0].lines] == [1, 30, 13]
    assert len(asked([one for one in reading.issues if one.open])) == 1


def test_beside_line_items_a_bare_column_is_the_orders():
    drawing = (
        "Name|Total|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku|Id|Billing Name\n"
        "#51|80|2|Rope|30||6295486857475|Jo Reed\n#51||1|Hook|20|||\n#52|9|3|Peg|3||6295486857476|Al Moss"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert {line.sku for order in reading.orders for line in order.lines} == {None}
    assert {line.line_total for order in reading.orders for line in order.lines} == {None}


def test_an_export_of_many_orders_is_divided():
    rows = "\n".join(f"P-{n}|Shop {n}|Rope|{n + 1}" for n in range(25))
    reading = read(grid(f"Order no|Customer|Description|Qty\n{rows}"))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert len(reading.orders) == 25


def test_somebody_who_buys_is_asked_where_nothing_names_the_company():
    drawing = "Customer PO|Item|Description|Qty|Buyer\nP-7|A-1|Rope|5|Sue Merrow\nP-7|A-2|Hook|3|Sue Merrow"
    reading = read(grid(drawing))
    assert reading.orders[0].customer is None
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]


@pytest.mark.parametrize("place", ["NBF-GRR-MAIN", "NBF-CIN"])
def test_a_code_of_a_place_is_no_customer(place):
    drawing = f"PURCHASE ORDER\nPO Number:|P-9\nShip To:|{place}\n\nItem|Description|Qty\nA-1|Rope|5\nA-2|Hook|3"
    assert read(grid(drawing)).orders[0].customer is None


def test_a_number_of_an_order_s_item_is_no_order_s():
    drawing = "Customer:|Acme Ltd\nPOItem|Article Number|Description|Qty\n00010|A-1|Rope|5\n00020|A-2|Hook|3"
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert reading.orders[0].po_number is None


def test_an_id_gives_way_to_a_code():
    drawing = (
        "SKU Code|SKU ID|Description|Qty\nSIK-40|51466|Angle 40|142\nSIK-60|51467|Angle 60|112"
    )
    reading = read(grid(f"{_NAMED}{drawing}"))
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["SIK-40", "SIK-60"]


def test_a_label_below_a_heading_of_where_goods_go_is_no_customer():
    drawing = "注文書\nお名前|山本一郎\nお届け先\nお名前|\nご住所|\n\n商品コード|品名|数量\nA-1|縄|5\nA-2|鉤|3"
    assert read(grid(drawing)).orders[0].customer in (None, "山本一郎")
