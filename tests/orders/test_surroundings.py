"""Labels around a table: whose name, which number, and what is neither."""

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.sheet import Workbook

TABLE = "\n.\nSKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"


def read_above(above, *fixes):
    return read(grid(above + TABLE), fixes=fixes)


def order_below(above):
    return read_above(above).orders[0]


def test_a_customer_label_outweighs_a_company_label():
    assert order_below("Company:|Brook Supplies Ltd\nCustomer:|Acme Ltd").customer == "Acme Ltd"


def test_a_company_label_outweighs_a_place_of_delivery():
    assert order_below("Ship to:|Depot North\nCompany:|Acme Ltd").customer == "Acme Ltd"


def test_two_names_under_equal_labels_are_asked_with_both_to_choose_from():
    reading = read_above("Customer:|Acme Ltd\nClient:|Oak Retail")
    (asked,) = [one for one in reading.issues if one.open]
    assert reading.orders[0].customer is None
    assert (asked.code, asked.target) == ("MISSING_CUSTOMER", "field:customer")
    assert [one.value for one in asked.candidates] == ["Acme Ltd", "Oak Retail"]


def test_the_answer_settles_which_of_two_names_is_the_customer():
    fix = Fix(FixKind.FIELD, "customer", "Oak Retail")
    reading = read_above("Customer:|Acme Ltd\nClient:|Oak Retail", fix)
    assert (reading.result, reading.orders[0].customer) == (Result.READY, "Oak Retail")


def test_one_name_written_shorter_is_still_one_name():
    assert order_below("Customer:|Acme Ltd\nBill to:|Acme Ltd, Hall 4").customer == "Acme Ltd"


@pytest.mark.parametrize(
    "above",
    [
        "Customer:|||||Brook Supplies Ltd",
        "Customer:\nPlease return to Brook Supplies Ltd",
        "Customer:|[Company name]",
        "Customer:|Date:|2026-11-03",
        "Spett.le|Brook Srl",
    ],
)
def test_what_stands_beside_an_empty_label_is_no_customer(above):
    assert order_below(above).customer is None


@pytest.mark.parametrize(
    "title",
    [
        "ORDER FORM 2026",
        "Order 2026",
        "Purchase order 12.11.2026",
        "Order 1 of 2",
        "PO: 12/11/2026",
    ],
)
def test_a_year_a_day_or_a_page_is_no_order_number(title):
    assert order_below(f"{title}\nCustomer:|Acme Ltd").po_number is None


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Purchase Order 88123", "88123"),
        ("Purchase Order PO-123", "PO-123"),
        ("Purchase Order Nr. 2026", "2026"),
        ("PO #4711", "4711"),
        ("BON DE COMMANDE N° 2026/118", "2026/118"),
        ("PO/26/18", "PO/26/18"),
    ],
)
def test_a_number_behind_the_title_is_the_order_number(title, number):
    assert order_below(f"{title}\nCustomer:|Acme Ltd").po_number == number


@pytest.mark.parametrize("label", ["客户 Customer:", "Client / Kunde:", "العميل Customer"])
def test_a_label_in_two_languages_is_one_label(label):
    assert order_below(f"{label}|Acme Ltd").customer == "Acme Ltd"


def test_a_customer_column_that_contradicts_the_label_is_asked_until_told():
    drawing = "Customer:|Acme Ltd\nCustomer|SKU|Qty\nOak Ltd|A-1|5\nOak Ltd|A-2|6"
    reading = read(grid(drawing))
    assert reading.orders[0].customer is None
    assert [one.value for one in reading.issues[0].candidates][:2] == ["Acme Ltd", "Oak Ltd"]
    told = read(grid(drawing), fixes=[Fix(FixKind.FIELD, "customer", "Oak Ltd")])
    assert (told.result, told.orders[0].customer) == (Result.READY, "Oak Ltd")


@pytest.mark.parametrize(
    ("label", "header", "code"), [("CAD", "Price ($)", "CAD"), ("EUR", "Price EUR", "EUR")]
)
def test_a_labelled_currency_counts_and_says_which_dollar_is_meant(label, header, code):
    table = f"Customer:|Acme Ltd\nCurrency:|{label}\nSKU|Qty|{header}\nA-1|5|2.5\nA-2|6|3.5"
    assert read(grid(table)).orders[0].currency == code


def test_a_labelled_currency_that_a_column_of_currencies_contradicts_is_asked():
    """Naive: the label won, and dollars were ordered in euro."""
    table = "Customer:|Acme\nCurrency:|{}\nSKU|Qty|Price|Curr\nA-1|5|2.5|EUR\nA-2|6|3.5|{}"
    mixed = read(grid(table.format("EUR", "USD")))
    assert [one.code for one in mixed.issues if one.open] == ["INVALID_CURRENCY"]
    assert read(grid(table.format("Euro", "EUR"))).orders[0].currency == "EUR"


def test_a_labelled_currency_that_the_prices_contradict_is_asked():
    table = "Customer:|Acme Ltd\nCurrency:|EUR\nSKU|Qty|Price USD\nA-1|5|2.5\nA-2|6|3.5"
    reading = read(grid(table))
    assert [one.code for one in reading.issues if one.open] == ["INVALID_CURRENCY"]


def test_the_total_of_the_last_block_is_not_the_orders():
    rows = "A-1|Rope|5|2|10\nTOTAL||5||10\nB-1|Hook|2|3|6\nTOTAL||2||6"
    (order,) = read(grid(f"Customer:|Acme Ltd\nSKU|Name|Qty|Price|Total\n{rows}")).orders
    assert (order.subtotal, order.total, len(order.lines)) == (None, None, 2)


@pytest.mark.parametrize("place", ["12 Harbour Road", "Warehouse 3, Dock Street", "انبار مرکزی"])
def test_an_address_of_delivery_is_never_the_customer(place):
    assert order_below(f"Ship to:|{place}").customer is None


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("注文書 4500037860", "4500037860"),
        ("采购订单 BE94964", "BE94964"),
        ("سفارش خرید PO-66995", "PO-66995"),
        ("SİPARİŞ FORMU 45000829", "45000829"),
        ("Order form 12", None),
        ("Order form v12", None),
    ],
)
def test_a_title_of_any_language_may_carry_the_number(title, number):
    assert order_below(f"{title}\nCustomer:|Acme Ltd").po_number == number


def test_the_total_before_the_tax_is_the_sub_total():
    drawing = "Müşteri:|Yıldız Ltd\nÜrün|Adet|Fiyat|Tutar\nÇay|5|20|100\n||Toplam|100\n"
    (order,) = read(grid(f"{drawing}||KDV %20|20\n||Genel Toplam|120")).orders
    assert (order.subtotal, order.tax, order.total) == (100, 20, 120)


def test_totals_that_could_be_read_twice_follow_the_lines():
    drawing = "お客様名:|東京物産株式会社\n品名|数量|単価(円)|金額\n"
    lines = "ボルト|'10|'2,152|'21,520\nホース|'12|'2,361|'28,332\n||小計|'49,852"
    (order,) = read(grid(drawing + lines)).orders
    assert (order.subtotal, [one.unit_price for one in order.lines]) == (49852, [2152, 2361])


@pytest.mark.parametrize("value", ["21 Jul", "week 32", "46224", "=TODAY()→", "=TODAY()→46224"])
def test_a_date_that_cannot_be_read_is_said(value):
    reading = read(grid(f"Customer:|Acme Ltd\nDate:|{value}\nSKU|Qty\nA-1|5\nA-2|6"))
    assert reading.orders[0].order_date is None
    assert [one.code for one in reading.issues] == ["INVALID_DATE"]


def test_a_readable_date_outweighs_a_damaged_one():
    above = "Date:|see below\nDate:|week 3\nOrder date:|2026-05-04"
    assert order_below(f"Customer:|Acme Ltd\n{above}").order_date == "2026-05-04"


def test_a_named_order_date_outweighs_any_date():
    above = "Date:|2026-02-01\nOrder Date:|2026-01-30\nCustomer:|Acme Ltd"
    assert order_below(above).order_date == "2026-01-30"


def test_a_row_of_labels_without_colons_has_its_values_below():
    above = "Fecha de pedido|Cliente|Orden de compra\n09/01/2026|Ferretería Andina S.A.|861/26"
    assert order_below(above).po_number == "861/26"


def test_a_buyer_who_is_a_person_beside_a_company_is_asked():
    reading = read(grid(f"Buyer:|Jane Doe\nCompany:|Acme Retail Ltd\n{TABLE}"))
    (asked,) = (one for one in reading.issues if one.open)
    assert [one.value for one in asked.candidates] == ["Jane Doe", "Acme Retail Ltd"]
    assert order_below("Buyer:|Jane Doe").customer == "Jane Doe"


def test_two_order_numbers_under_equal_labels_are_asked_until_told():
    book = grid(f"Customer:|Acme Ltd\nPO No:|4500\nOrder No:|SO-77\n{TABLE}")
    (asked,) = (one for one in read(book).issues if one.open)
    assert (asked.code, asked.target) == ("AMBIGUOUS_VALUE", "field:po_number")
    told = read(book, fixes=[Fix(FixKind.FIELD, "po_number", "4500")])
    assert (told.result, told.orders[0].po_number) == (Result.READY, "4500")


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Заказ поставщику № 778 от 15.03.2026", "778"),
        ("ORDINE A FORNITORE N. 45/2026 DEL 15/03/2026", "45/2026"),
        ("Bestellung Nr. 4711 vom 15.03.2026", "4711"),
        ("Bon de commande n° 12 du 15/03/2026", "12"),
        ("Pedido de compra nº 778 de fecha 15/03/2026", "778"),
    ],
)
def test_a_number_and_its_date_may_share_the_title(title, number):
    order = order_below(f"{title}\nCustomer:|Acme Ltd")
    assert (order.po_number, order.order_date) == (number, "2026-03-15")


def test_the_addressee_is_never_the_customer_and_a_sender_is_offered():
    above = "Bergmann Handels AG · Am Markt 3 · 20095 Hamburg\n御社名：|ブルック商事 御中"
    (asked,) = (one for one in read_above(above).issues if one.open)
    assert [one.value for one in asked.candidates] == ["Bergmann Handels AG"]


@pytest.mark.parametrize(
    "above",
    ["Customer|:|Acme Ltd\nPO Number|:|4500", "Acme Ltd|مشتری:\n4500|شماره سفارش:"],
)
def test_a_colon_of_its_own_and_a_label_on_the_right_name_their_values(above):
    order = order_below(above)
    assert (order.customer, order.po_number) == ("Acme Ltd", "4500")


def test_a_number_nobody_knows_yet_is_none():
    assert order_below("Customer:|Acme Ltd\nPO Number:|TBD").po_number is None


def test_a_long_number_below_a_title_is_the_orders_and_a_short_one_none():
    head = "Customer:|Acme Ltd\nPURCHASE ORDER\n"
    assert order_below(head + "'4509367961").po_number == "4509367961"
    assert order_below(head + "'2026").po_number is None


def test_a_number_and_a_day_may_stand_behind_dashes():
    head = "Customer:|Acme Ltd\nPurchase Order – SR/PO/26-27/015\nPO Date – 21-04-2026"
    order = order_below(head)
    assert (order.po_number, order.order_date) == ("SR/PO/26-27/015", "2026-04-21")


def test_a_contacts_number_is_no_orders():
    assert order_below("Customer:|Acme Ltd\nTax No. :AB7 Contact No.:9713").po_number is None


def test_a_number_that_a_narrow_box_broke_is_asked():
    reading = read_above("Customer:|Acme Ltd\nPO No:|11A_G OPAL/2 6-27")
    (asked,) = [one for one in reading.issues if one.open]
    assert [one.value for one in asked.candidates] == ["11A_GOPAL/26-27", "11A_G OPAL/2 6-27"]
    assert order_below("Customer:|Acme Ltd\nPO No:|AB/25-26/PO- 89").po_number == "AB/25-26/PO- 89"


def test_a_number_of_year_month_and_count_is_no_day():
    assert order_below("Customer:|Acme Ltd\nPO Number:|'2026/04/0001").po_number == "2026/04/0001"


def test_a_day_among_the_lines_is_a_lines_and_not_the_orders():
    head = "Customer:|Acme Ltd\n.\nSKU|Description|Qty|Price\n"
    reading = read(grid(f"{head}A-1|Rope|2|5\nDate|Qty\n2026-03-01|2\nA-2|Hook|1|4"))
    assert reading.orders[0].order_date is None


def test_the_number_of_an_account_names_no_customer():
    reading = read(grid("Account:|AB01\n.\nSKU|Description|Qty|Price\nA-1|Rope|2|5"))
    assert reading.orders[0].customer is None


def test_labels_side_by_side_head_values_below_them_in_words_nobody_knows_too():
    above = (
        "Kunde|Vorgangskennung|Bestelldatum|Liefertermin\nSeerose GmbH|R-77|26.01.2025|20.02.2025"
    )
    order = order_below(above)
    assert (order.customer, order.order_date) == ("Seerose GmbH", "2025-01-26")


def test_headings_of_a_list_on_another_sheet_are_no_values():
    lines = "PO number|SKU|Qty\nPO-1|A-1|4\nPO-1|B-2|2"
    head = "PO number|Order date|Customer|Rack\nPO-1|2031-05-28|Brook Mills|R7"
    one = read(book(lines, head)).orders[0]
    assert (one.customer, one.order_date) == ("Brook Mills", "2031-05-28")
    bare = "SKU|Qty\nA-1|4\nB-2|2"
    several = read(book(bare, head + "\nPO-9|2031-05-30|Hill Foods|R8")).orders[0]
    assert (several.customer, several.order_date) == (None, None)


def book(lines: str, head: str) -> Workbook:
    return Workbook("xlsx", (sheet(lines, "Items"), sheet(head, "Orders")))


def test_a_clear_day_anywhere_on_the_paper_tells_in_which_order_all_are_written():
    head = "Customer:|Acme Ltd\nOrder date:|1/12/26\n.\nSKU|Description|Qty\nA-1|Rope|5\n.\n.\n"
    assert read(grid(head + "Printed|1/13/26")).orders[0].order_date == "2026-01-12"
    assert read(grid(head + "Printed|13/1/26")).orders[0].order_date == "2026-12-01"
    assert any(one.code == "AMBIGUOUS_DATE" for one in read(grid(head + "Part|1-13-26")).issues)


def test_a_name_in_a_box_below_its_label_is_the_customers():
    """Naive: a label's value stands right below it, and a weaker label names somebody else."""
    box = "Cliente|\n|\nMaria Lopes|Pedido: 4711\nCNPJ: 01.234.567/0001-89|\n|\nVendedor|Loja\nAna|Casa Azul\n"
    lines = "|\nCódigo|Descrição|Qtd.\nA-1|Corda|5\nA-2|Gancho|7"
    assert read(grid(box + lines)).orders[0].customer == "Maria Lopes"
    heading = "Cliente|\n|\nCódigo|Descrição|Qtd.\nA-1|Corda|5"
    assert read(grid(heading)).orders[0].customer is None


def test_a_cell_that_is_a_currency_names_that_of_its_total():
    """Naive: what the delivery costs, in złoty, made two currencies of the total in euro."""
    lines = "Rope|2|3.50|7\nHook|3|4.25|12.75\nDelivery 40 zł net||euro|19.75"
    (order,) = read(grid(f"Customer:|Acme\n.\nItem|Qty|Price|Total\n{lines}")).orders
    assert order.currency == "EUR"
