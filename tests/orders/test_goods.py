"""Orders of goods that are weighed, cut or made to measure, as their trades write them."""

from decimal import Decimal

from grids import grid

from orders.order import Order
from orders.reader import read
from orders.reading import Reading, Result

HEAD = "Customer:|Acme Ltd|||||\nPO number:|P-88|||||\n"


def order_of(reading: Reading) -> Order:
    (order,) = reading.orders
    return order


def ready(drawing: str) -> Order:
    reading = read(grid(HEAD + drawing))
    assert reading.result is Result.READY, reading.issues
    return order_of(reading)


def test_a_tonnes_price_of_what_is_counted_in_kilos_is_that_of_a_thousand():
    head = "Item|Weight kg|Price EUR/t|Value EUR\n"
    order = ready(head + "Offset white|560|980|548.80\nArt gloss|388.8|1120|435.46")
    prices = [(one.quantity, one.unit, one.unit_price) for one in order.lines]
    assert prices == [
        (Decimal(560), "kg", Decimal("0.98")),
        (Decimal("388.8"), "kg", Decimal("1.12")),
    ]


def test_without_a_total_a_kilos_price_of_grams_stays_a_question():
    reading = read(grid(HEAD + "Item|Qty (g)|Price/kg\nSaffron|500|1200\nVanilla|250|900"))
    assert reading.result is Result.QUESTIONS


def test_pieces_beside_what_is_paid_by_measure_are_told_with_the_line():
    head = "Item|Stk|m²|€/m²|Gesamt €\n"
    order = ready(head + "ESG 6 mm|3|6|45|270\nVSG 8 mm|5|3|60|180")
    assert [(one.quantity, one.details) for one in order.lines] == [(6, "Stk 3"), (3, "Stk 5")]


def test_lines_of_one_model_are_told_apart_by_what_else_differs():
    head = "Model|Config|Fabric|Qty|Price|Total\n"
    rows = "Oslo|3-seater|Velvet|2|890|1780\nOslo|Armchair|Linen|4|390|1560\nBergen|Corner|Linen|1|45|45"
    order = ready(head + rows)
    assert [one.full_name for one in order.lines] == [
        "Oslo · 3-seater · Velvet",
        "Oslo · Armchair · Linen",
        "Bergen · Corner · Linen",
    ]


def test_bottles_in_cartons_are_no_money():
    head = "Cod.|Vino|Cartoni|Bt/cart|Bottiglie|Prezzo bt|Sconto|Importo\n"
    rows = "BR01|Barolo|5|6|30|22.50|10%|607.50\nCH03|Chianti|10|6|60|8.40|5%|478.80"
    order = ready(head + rows)
    assert [(one.quantity, one.unit_price, one.line_total) for one in order.lines] == [
        (30, Decimal("22.50"), Decimal("607.50")),
        (60, Decimal("8.40"), Decimal("478.80")),
    ]


def test_specifications_that_are_sizes_are_no_codes():
    order = ready(
        "产品名称|规格型号|单位|数量|含税单价\n医用口罩|17.5*9.5cm|盒|100|12\n手套|M|盒|50|18"
    )
    assert [(one.sku, one.size) for one in order.lines] == [(None, "17.5*9.5cm"), (None, "M")]


def test_what_was_ordered_last_is_not_what_is_ordered():
    reading = read(grid(HEAD + "Product|Order|Last ordered\nTabs|4|3\nSusp|2|2\nInjection|5|1"))
    assert [one.target for one in reading.issues if one.target] == ["column:quantity"]
    (asked,) = [one for one in reading.issues if one.target]
    assert [one.value for one in asked.candidates][:1] == ["B"]


def test_a_cross_section_is_no_code():
    reading = read(grid(HEAD + "Type|Cross-section|Qty (m)\nNYY-J|5x16|1000\nH07V-K|1x25|300"))
    assert not any(one.sku == "5x16" for one in order_of(reading).lines)


def test_a_sum_row_of_pieces_heads_no_sizes():
    rows = "Size|Cases|Dozen/case|Dozens|£/doz|£\nLarge|3|15|45|2.40|108\nMedium|2|15|30|2.10|63\n"
    reading = read(grid(HEAD + rows + "Total|5||75||171"))
    assert order_of(reading).header_rows == (3,)


def test_who_writes_to_a_seller_orders():
    top = "سفارش آهن آلات\nبه: فولاد نمونه|از: سازه گستر پارس\nشماره|س-44\n"
    order = order_of(read(grid(top + "شرح|تعداد|قیمت|مبلغ\nمیلگرد|2|100|200\nتیرآهن|3|50|150")))
    assert order.customer == "سازه گستر پارس"


def test_who_confirms_an_order_by_letter_does_not_order():
    top = "Order confirmation\nTo: Oak Ltd|From: Kern Ltd\n"
    reading = read(grid(top + "Item|Qty|Price|Total\nMug|2|10|20\nPot|3|5|15"))
    assert not any(one.customer == "Kern Ltd" for one in reading.orders)


def test_a_name_behind_from_is_offered_where_nobody_is_addressed():
    top = "Jewellery purchase order\nFrom: Aurum Retail\nNumber|J-41\n"
    reading = read(grid(top + "Item|Qty|Price|Total\nRing|2|10|20\nChain|3|5|15"))
    (asked,) = [one for one in reading.issues if one.code == "MISSING_CUSTOMER"]
    assert asked.preselect == "Aurum Retail"


def test_the_shop_that_orders_stands_behind_its_kind():
    for label, name in (("داروخانه", "داروخانه دکتر نمونه‌ای"), ("Klinik", "Am Park")):
        reading = read(grid(f"Order\n{label}|{name}\nItem|Qty|Price\nMug|2|10\nPot|3|5"))
        assert order_of(reading).customer == name


def test_a_row_of_sums_is_taken_apart_where_discounts_are_taken_off():
    head = "Code|Item|Qty|Price|Amount|Discount|VAT|Net payable\n"
    rows = "A-1|Shampoo|60|8.50|510.00|25.50|48.45|532.95\nA-2|Soap|96|1.20|115.20|0|11.52|126.72\n"
    order = ready(head + rows + "|Total|||625.20|25.50|59.97|659.67")
    told = (order.subtotal, order.discount, order.tax, order.total)
    assert told == tuple(map(Decimal, ("625.20", "25.50", "59.97", "659.67")))


def test_names_below_their_codes_are_the_lines_names():
    rows = "Item|Qty|Price|Amount\nNS-100|4|120|480\nMainsail cloth 180 g\nNS-220|10|15|150\nBatten 12 mm\n||Total|630"
    order = ready(rows)
    assert [one.product_name for one in order.lines] == ["Mainsail cloth 180 g", "Batten 12 mm"]


def test_a_groups_total_is_no_item_where_no_line_has_a_code():
    rows = "DAIRY\nMilk|gal|20|3.50|70\nButter|lb|10|4.20|42\nDairy total||30||112\nFRUIT\nPlum|cs|3|22|66\n"
    order = ready("Item|Unit|Qty|Price|Ext.\n" + rows + "Order total||||178")
    assert [one.product_name for one in order.lines] == ["Milk", "Butter", "Plum"]
    assert order.total == 178


def test_a_customers_number_behind_the_name_is_no_part_of_it():
    for top in ("نام مشتری: پخش شرق     کد مشتری: ۵۵۰۱", "Customer: Acme Ltd   Customer no: 5501"):
        reading = read(grid(f"Order\n{top}\nItem|Qty|Price\nMug|2|10\nPot|3|5"))
        assert order_of(reading).customer in ("پخش شرق", "Acme Ltd")


def test_a_day_to_come_is_no_forecast():
    top = "PEDIDO DE COMPRA||Nº 0451/26\nRazão Social: Mercado Ltda\nEmissão: 20/11/2026||Previsão de entrega: 27/11/2026\n"
    order = order_of(
        read(grid(top + "Cód.|Produto|Qtd|Vlr Unit\n7891|Arroz|20|110\n7892|Feijão|10|75,50"))
    )
    assert order.delivery_date == "2026-11-27"
    reading = read(grid(top + "Cód.|Produto|Qtd|Vlr Unit\n7891|Arroz|20|110\n7892|Feijão|10|75,50"))
    assert reading.result is Result.READY


def test_years_of_taiwan_are_read():
    order = ready("訂購日期|115/11/20\n品名|數量|單價\n電阻|5000|0.2\n電容|2000|0.5")
    assert order.order_date == "2026-11-20"


def test_a_column_of_kinds_that_holds_units_is_the_unit():
    order = ready("کد|نام کالا|تعداد|نوع|قیمت (ریال)\nA-1|پفک|10|کارتن|200\nA-2|چیپس|5|کارتن|300")
    assert [one.unit for one in order.lines] == ["کارتن", "کارتن"]


def test_a_rate_in_words_is_a_rate_all_the_same():
    rows = (
        "نام کالا|تعداد|قیمت (ریال)|جمع\nپفک|10|200|2000\nچیپس|5|300|1500\n|||3500\nجمع کل|||3500\n"
    )
    order = ready(rows + "ده درصد مالیات|||350\nمبلغ قابل پرداخت|||3850")
    assert (order.tax, order.total) == (350, 3850)


def test_whom_a_letter_goes_to_sells_beside_its_sender():
    top = "PEDIDO DE COMPRA\nNúmero do Pedido:|0661-15\nRemetente: WMB LTDA\nDestinatário: M.M. CONFECCAO LTDA\n"
    reading = read(grid(top + "Código|Descrição|Qtde|Preço\nA-1|Camisa|2|10\nA-2|Calça|3|5"))
    assert not any(one.customer == "M.M. CONFECCAO LTDA" for one in reading.orders)
    for one in reading.issues:
        assert one.target != "field:customer" or one.preselect == "WMB LTDA"


def test_a_mail_from_a_shops_machine_names_no_customer():
    top = "From:|Seed Orders\nTo:|Will Francis\nSubject:|FW: Order 622107\n"
    reading = read(grid(top + "Qty|Product|Bag\n1|Clover mix|20kg\n2|Rye grass|20kg"))
    assert not any(one.customer for one in reading.orders)


def test_a_table_whose_count_is_open_is_not_passed_over_for_another():
    first = "Code|Item|Ordered qty|Counted|Price|Total\nA-1|Mug|3|4|10|40\nA-2|Cup|5|6|2|12\n"
    second = "\nPlace|Code|Quantity\nNorth|A-1|2\nSouth|A-2|3"
    reading = read(grid(HEAD + first + second))
    assert reading.result is Result.QUESTIONS


def test_products_with_numbers_in_their_names_are_still_a_form():
    head = "Timestamp|Name of the company|Chilli 100g|Chilli 200g|Salt 100g|Salt 500g\n"
    rows = "2026-11-20|Acme Ltd|2 BOXES|1 BOX||1 BOX\n2026-11-21|Oak Ltd|1 BOX||3 BOXES|2 BOXES"
    assert read(grid(head + rows)).result is not Result.REFUSED


def test_the_number_of_a_place_is_no_items_barcode():
    rows = "".join(f"7891737001698|A-{n}|Camisa {n}|{n}\n" for n in range(2, 6))
    order = ready("EAN|Code|Item|Qty\n" + rows)
    assert {one.gtin for one in order.lines} == {None}


def test_a_total_with_the_tax_is_no_tax():
    head = "Cod|Denumire|Cantitate|Preț|Valoare|TVA %|TVA|Total cu TVA\n"
    rows = (
        "A-1|Făină|23|26.39|606.97|19|115.32|722.29\nA-2|Ciment|10|89.10|891.00|19|169.29|1060.29\n"
    )
    order = ready(head + rows + "|Total cu TVA|||1497.97||284.61|1782.58")
    told = (order.subtotal, order.tax, order.total)
    assert told == tuple(map(Decimal, ("1497.97", "284.61", "1782.58")))


def test_an_item_whose_name_is_a_word_of_sums_never_vanishes():
    for rows in ("Rail|1\nBase|1", "Rail|1\nBase|1\nLeg|4", "Rail|2\nDelivery|2\nLeg|4"):
        reading = read(grid(HEAD + "Item|Qty\n" + rows))
        (asked,) = [one for one in reading.issues if one.open]
        assert asked.code == "TOTAL_ROW_UNCERTAIN"
    assert [one.product_name for one in ready("Item|Qty\nRail|2\nTotal|2").lines] == ["Rail"]
