"""Columns as shops export them, and as people add them up."""

from grids import grid

from orders.fixes import Fix, FixKind
from orders.headers import strength
from orders.reader import read
from orders.reading import Result


def test_an_export_of_two_orders_is_divided_by_its_numbers():
    drawing = (
        "Name|Subtotal|Total|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku\n"
        "#1051|35|39|5|Rope|3|A-1\n#1051|||2|Hook|10|A-2\n#1051|||4|Peg|1|A-3\n"
        "#1052|14|18|7|Rope|2|A-1\n#1052|||1|Lamp|9|A-4\n#1052|||3|Net|8|A-5"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert [len(order.lines) for order in reading.orders] == [3, 3]


def test_orders_of_one_line_each_are_divided_by_their_numbers_too():
    drawing = (
        "Name|Accepts Marketing|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku\n"
        "#1051|no|5|Rope|3|A-1\n#1052|no|2|Hook|10|A-2\n#1053|no|4|Peg|1|A-3"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert [order.po_number for order in reading.orders] == ["#1051", "#1052", "#1053"]
    assert {line.unit for order in reading.orders for line in order.lines} == {None}


def test_an_order_whose_lines_are_all_shipped_is_listed_with_the_others():
    """Naive: the lines that are asked about belong to no order, and their order is not listed."""
    drawing = (
        "Order|Status|SKU|Description|Qty\nSO-11|shipped|A-1|Rope|5\nSO-11|shipped|A-2|Hook|2\n"
        "SO-12|open|A-1|Rope|7\nSO-13|open|A-3|Peg|4"
    )
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert [one.value for one in asked.candidates] == ["SO-11", "SO-12", "SO-13"]
    second = read(grid(drawing), fixes=[Fix(FixKind.SPLIT, "", "SO-12")])
    assert not [one for one in second.issues if one.target.startswith("row:")]
    first = read(grid(drawing), fixes=[Fix(FixKind.SPLIT, "", "SO-11")])
    assert len(first.orders[0].lines) == 2
    assert "PAPER_DOUBTED" in [one.code for one in first.issues if one.open]


def test_the_sum_of_an_exported_order_is_no_line_s():
    drawing = (
        "Customer|Subtotal|Total|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku\n"
        "Acme Ltd|39|43|5|Rope|3|A-1\nAcme Ltd|||2|Hook|10|A-2\nAcme Ltd|||4|Peg|1|A-3"
    )
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert {line.line_total for line in reading.orders[0].lines} == {None}


def test_a_total_of_the_columns_beside_it_is_offered_as_the_quantity():
    shops = "Customer:|Acme Ltd\nSKU|Description|Anna|Ben|Clara|Total\n"
    reading = read(grid(shops + "A-1|Rope|1|2||3\nA-2|Hook|5|1|1|7\nA-3|Peg|2||2|4"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, asked.preselect) == ("column:quantity", "F")


def test_an_order_number_that_repeats_beside_article_numbers_parts_the_orders():
    head = "Bestell-Nr.|Artikelnummer|Bezeichnung|Menge\n"
    reading = read(grid(head + "P-1|A-1|Seil|5\nP-1|A-2|Haken|7\nP-2|A-3|Netz|6\nP-2|A-4|Ring|2"))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]


def test_an_order_s_sum_on_every_line_is_no_line_s():
    drawing = "Customer|SKU|Quantity|Item cost|Order total amount\nAcme Ltd|A-1|5|3|26\n"
    reading = read(grid(drawing + "Acme Ltd|A-2|1|10|26\nAcme Ltd|A-3|1|1|26"))
    assert reading.result is Result.READY
    assert {line.line_total for line in reading.orders[0].lines} == {None}


def test_sums_of_a_group_and_of_all_are_no_shops():
    """Two columns with the same sums beside the shops were added to them."""
    shops = "Customer:|Acme Ltd\nSKU|Description|Group|North|South|Total\n"
    reading = read(grid(shops + "A-1|Rope|3|1|2|3\nA-2|Hook|6|5|1|6\nA-3|Peg|4|2|2|4"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, asked.preselect) == ("column:quantity", "F")


def test_a_price_of_nothing_beside_amounts_is_not_filled_in():
    rows = "A-1|Rope|2|0|10\nA-2|Hook|5|0|30"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Item|Qty|Price|Amount\n{rows}"))
    assert {line.unit_price for line in reading.orders[0].lines} == {None}


def test_a_column_named_by_a_countable_unit_is_offered_as_the_quantity():
    reading = read(grid("Customer:|Acme Ltd\nSKU|Description|Kits\nA-1|Rope|82\nA-2|Hook|246"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.target, asked.preselect) == ("column:quantity", "C")


def test_the_word_order_over_numbers_that_come_again_numbers_the_orders():
    rows = "3800031|A-1|Rope|8\n3800031|A-2|Hook|4\n3800599|A-3|Net|2\n3800599|A-4|Peg|6"
    reading = read(grid(f"Customer:|Acme Ltd\nCommande|Code|Description|Qté\n{rows}"))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert [order.po_number for order in reading.orders] == ["3800031", "3800599"]


def test_what_an_export_says_once_an_order_is_no_lines_total():
    drawing = (
        "Name|Company|Lineitem sku|Lineitem name|Lineitem quantity|Lineitem price|Subtotal|Total\n"
        "#1042|Acme Ltd|A-1|Rope|2|10|35|40\n#1042||A-2|Hook|3|5||"
    )
    order = read(grid(drawing)).orders[0]
    assert [line.line_total for line in order.lines] == [None, None]


def test_an_orders_total_beside_each_line_is_no_lines_total():
    drawing = (
        "SalesOrder Number|Customer|SKU|Item name|Qty|Item cost|Order Total\n"
        "SO-77|Acme Ltd|A-1|Rope|2|10|35\nSO-77|Acme Ltd|A-2|Hook|3|5|35"
    )
    reading = read(grid(drawing))
    order = reading.orders[0]
    assert (reading.result, order.po_number) == (Result.READY, "SO-77")
    assert [line.line_total for line in order.lines] == [None, None]


def test_two_columns_that_say_the_same_name_the_item_once():
    drawing = (
        "Customer:|Acme Ltd\nProduct|Description|Quantity\n"
        "[F-7800] Desk|[F-7800] Desk|3\n[F-8888] Lamp|[F-8888] Lamp|5"
    )
    reading = read(grid(drawing))
    first = reading.orders[0].lines[0]
    assert (reading.result, first.sku, first.product_name) == (Result.READY, "F-7800", "Desk")


def test_a_quantity_and_its_unit_printed_under_one_heading_are_both_read():
    rows = "A-1|Rope|6 pcs\nA-2|Hook|24 box"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Description|Qty Unit\n{rows}"))
    assert reading.result is Result.READY
    assert [(str(one.quantity), one.unit) for one in reading.orders[0].lines] == [
        ("6", "pcs"), ("24", "box"),
    ]  # fmt: skip


def test_words_and_units_under_no_heading_are_the_items_names_and_their_units():
    rows = "A-1|Oak shelf|6|pcs|2.5|!\nA-2|Wool socks|24|pcs|1.5|"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU||Qty||Price|Details\n{rows}"))
    assert reading.result is Result.READY
    told = [(one.product_name, one.unit) for one in reading.orders[0].lines]
    assert told == [("Oak shelf", "pcs"), ("Wool socks", "pcs")]


def test_a_heading_that_sounds_like_another_tongues_customer_names_none():
    rows = "A-1|Spaten|X|2|2.5\nA-2|Rechen||3|1.5"
    reading = read(grid(f"Art.-Nr.|Artikel|Muster|Menge|Preis\n{rows}"))
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]


def test_of_two_headings_for_names_the_better_one_is_taken():
    rows = "DX-241|Seramik kupa|3|PP|9.5\nBR-84|Cam bardak|4|oak|2.5"
    reading = read(grid(f"Müşteri:|Karan A.Ş.\nKod|Malzeme|Adet|Malzeme cinsi|Fiyat\n{rows}"))
    assert reading.orders[0].lines[0].product_name == "Seramik kupa"


def test_names_and_kinds_under_one_japanese_heading_are_names():
    reading = read(grid("得意先|青葉商店\n品番|品名・規格|数量\nA-1|タオル|2\nA-2|ノート|3"))
    assert reading.orders[0].lines[0].product_name == "タオル"


def test_riyals_of_an_arabic_order_are_not_irans():
    rows = "A-1|كوب|5|12.5\nA-2|منشفة|3|20"
    reading = read(grid(f"العميل|مؤسسة الواحة\nرمز الصنف|الوصف|الكمية|السعر (ريال)\n{rows}"))
    assert reading.orders[0].currency is None


def test_what_items_are_made_of_and_what_was_ordered_before_is_not_what_is_ordered():
    rows = "Seife|PP|8|120|2.5\nTasse|oak|6|40|3.5"
    reading = read(grid(f"Kunde:|Acme Ltd\nArtikel|Material|Menge|Menge Vorjahr|Preis\n{rows}"))
    assert reading.result is Result.READY
    told = [(one.product_name, one.sku, one.quantity) for one in reading.orders[0].lines]
    assert told == [("Seife", None, 8), ("Tasse", None, 6)]


def test_numbers_beside_a_gap_are_no_total_of_the_lines():
    rows = "A-1|6|2.5||1.5|1\n||||2.5|1\nA-2|24|1.5|||"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Qty|Price||kg|pal\n{rows}"))
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 2)


def test_a_line_of_amounts_and_numbers_that_may_be_sizes_heads_no_table():
    line = ["A-1", "Soap", "10", "قطعة", "42.61 €", "S", "426.10 €", "6", "new"]
    assert strength(dict(enumerate(line))) == 0
    assert strength(dict(enumerate(["Style", "36", "37", "38", "Total"]))) > 0


def test_cases_whose_pieces_are_priced_are_shown_and_asked_about_as_such():
    rows = "A-1|3|12|2|72\nA-2|5|6|1.5|45"
    reading = read(
        grid(f"Customer:|Acme Ltd\nItem|Cases|Units per case|Price per unit|Total\n{rows}")
    )
    assert [one.code for one in reading.issues if one.open] == ["PACK_SIZE_UNCLEAR"]
    assert [one.quantity for one in reading.orders[0].lines] == [3, 5]


def test_codes_that_count_from_zero_are_codes_and_no_positions():
    head = "Customer:|Acme Ltd\nItem code|Description|Qty\n"
    (order,) = read(grid(f"{head}'0000|Rope|5\n'0001|Hook|6")).orders
    assert [line.sku for line in order.lines] == ["0000", "0001"]
    (order,) = read(grid(f"{head}'00010|Rope|5\n'00020|Hook|6")).orders
    assert [line.sku for line in order.lines] == [None, None]


def test_what_a_price_and_its_carriage_come_to_is_the_price_of_no_item():
    rows = (
        "Rope|1|90|32|122\nHook|1|17.44|6.45|23.89\nSail|1|29.90|27.76|57.66\nLamp|1|9.90|20|29.90"
    )
    table = "Name|Qty|Price (component)|Price (delivery)|Price ($)\n"
    reading = read(grid(f"Customer:|Acme Ltd\n{table}{rows}"))
    assert next(line.unit_price for line in reading.orders[0].lines) == 90
    assert not [one.code for one in reading.issues if one.open and "unit_price" in one.fields]


def test_a_column_of_codes_that_nobody_filled_in_names_no_item():
    head = "Customer:|Acme Ltd\nPart Number - Description|Vendor Part#|Quantity|Unit price\n"
    reading = read(grid(head + "A-100 Rope||5|3\nA-200 Hook||7|4"))
    told = [(one.sku, one.product_name) for one in reading.orders[0].lines]
    assert told == [("A-100", "Rope"), ("A-200", "Hook")]


def test_two_columns_of_the_same_days_need_no_choice():
    head = "Customer:|Acme Ltd\nSKU|Description|Quantity|Promise date|Need by date\n"
    days = "2026-12-24|2026-12-24"
    reading = read(grid(head + f"A-1|Rope|5|{days}\nA-2|Hook|7|{days}"))
    assert not [one for one in reading.issues if one.code == "AMBIGUOUS_COLUMN"]


def test_a_name_whose_own_page_is_linked_sells_the_item():
    drawing = (
        "Name|Item no|Customer|Qty|Price|Link\n"
        "Quartz|174-52|Acme|2|5.38|https://www.acme.example/en/quartz\n"
        "Diode|300-32|Acme|9|0.86|https://www.acme.example/en/diode"
    )
    asked = [one.code for one in read(grid(drawing)).issues if one.open]
    assert asked == ["MISSING_CUSTOMER"]
    other = drawing.replace("|Acme|", "|Bolt Works|")
    assert read(grid(other)).orders[0].customer == "Bolt Works"


def test_a_shop_s_id_of_an_order_is_no_article_s_number():
    drawing = (
        "Bestell-ID|Produktname|SKU-ID|Gekaufte Menge|Versandte Menge|Zu versendende Menge\n"
        "PO-076-16|Kerze rot|70182|1|0|1\nPO-076-17|Kerze hell|70183|2|0|2\n"
        "PO-076-18|Kerze rot|70182|3|1|2"
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert [str(order.lines[0].quantity) for order in reading.orders] == ["1", "2", "3"]


def test_a_name_on_fewer_lines_than_the_products_is_somebodys():
    drawing = "Name|Products|Quantity|Price|Total\nAnn Weir|Milk|3|250|750\n|Sweet pepper|1|100|100"
    reading = read(grid("Your order\n.\n" + drawing))
    assert [one.product_name for one in reading.orders[0].lines] == ["Milk", "Sweet pepper"]
    assert not any(one.open and one.code == "AMBIGUOUS_COLUMN" for one in reading.issues)


def test_a_vendor_s_code_beside_its_name_is_no_item_s():
    drawing = (
        "Vendor code|Vendor name|PO no|Article|Total pcs\n36BC|Gopal Stores|4547|Tea 200 g|200"
    )
    (order,) = read(grid(drawing)).orders
    assert [(line.sku, line.product_name) for line in order.lines] == [(None, "Tea 200 g")]
    alone = drawing.replace("Vendor name", "Shelf")
    assert read(grid(alone)).orders[0].lines[0].sku == "36BC"


def test_a_vendors_code_that_differs_beside_one_vendor_is_the_items():
    """Naive: the vendor was the product of every line, and the code was dropped."""
    drawing = (
        "Order Date|Vendor|Due Date|Vendor Code|Color|Quantity|Unit Price\n"
        "2026-08-25|Alder Works|2026-09-25|40X8015|CHARCOAL|200|2.5\n||2026-09-25|40X8016|LAVENDER|200|2.5\n"
        "||2026-09-25|30F10010|BROWN|10|4"
    )
    lines = read(grid(drawing)).orders[0].lines
    assert [(one.sku, one.product_name) for one in lines] == [
        ("40X8015", None), ("40X8016", None), ("30F10010", None),
    ]  # fmt: skip


def test_codes_of_orders_number_them_where_items_come_again():
    """Naive: each order's own code was the item's."""
    drawing = "Código de Pedido|Producto: Nombre|Producto: Precio|Producto: Cantidad\n" + "\n".join(
        f"B1U{at}Jn-{at}|Harina|1123|{at}" for at in range(1, 6)
    )
    reading = read(grid(drawing))
    assert [one.code for one in reading.issues if one.open] == ["MULTI_ORDER_DETECTED"]
    assert reading.orders[0].po_number == "B1U1Jn-1"


def test_what_is_taken_off_is_no_price_though_it_multiplies_by_chance():
    """Naive: 2 times 1000 off is a sub-total of 2000, so the discount was the price."""
    drawing = (
        "Name|Subtotal|Discount Amount|Lineitem quantity|Lineitem name|Lineitem price|Billing Name\n"
        "#1164|1500|0|1|Sea moss|1500|Ann Alder\n#1165|2000|1000|2|Sea moss|1500|Ben Birch\n"
        "#1166|2000|1000|2|Sea moss|1500|Cy Cedar"
    )
    reading = read(grid(drawing))
    assert {str(line.unit_price) for order in reading.orders for line in order.lines} == {"1500"}


def test_short_numbers_under_a_barcodes_heading_are_codes():
    """Naive: they were details of a line whose name was the paper's."""
    lines = (
        read(grid("条码|单据|数量\n1111|asdsa|3\n2222|sdfsd|3\n3333|sdfsd|4\n1111|sdfsd|2"))
        .orders[0]
        .lines
    )
    assert [one.sku for one in lines] == ["1111", "2222", "3333", "1111"]
