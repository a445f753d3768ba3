"""Shapes that an outside examiner found misread: each lost a line, a word or a question."""

from dataclasses import replace
from datetime import date

import pytest
from grids import grid

from orders.hints import Hints
from orders.reader import read
from orders.reading import Result
from orders.sheet import Cell, CellKind


def codes(reading):
    return {one.code for one in reading.issues}


def lines(reading):
    return [(one.sku, one.product_name, str(one.quantity)) for one in reading.orders[0].lines]


def test_a_first_line_with_units_is_no_second_header_row():
    reading = read(
        grid("Customer:|Acme\nItem Code|Description|Qty\nA-1|Oak Shelf|10 pcs\nA-2|Desk|2 boxes")
    )
    assert lines(reading) == [("A-1", "Oak Shelf", "10"), ("A-2", "Desk", "2")]


def test_a_line_of_a_size_and_a_unit_is_no_header():
    reading = read(
        grid("Müşteri:|Acme\nAçıklama|Beden|Miktar|Birim\nÇekiç|L|11|adet\nKupa|XL|20|adet")
    )
    assert [one.size for one in reading.orders[0].lines] == ["L", "XL"]


def test_t23_a_style_and_its_sizes_are_a_header():
    reading = read(grid("Customer:|Acme\nStyle|Colour|S|M|L\nTS1|Red|2|4|\nTS2|Blue||3|5"))
    assert [(one.sku, one.size) for one in reading.orders[0].lines] == [
        ("TS1", "S"), ("TS1", "M"), ("TS2", "M"), ("TS2", "L"),
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Menge Quantity", "数量 Qty", "تعداد Qty", "Quantité Qty"])
def test_a_header_said_twice_with_a_space_between_is_certain(header):
    assert read(grid(f"Customer:|Acme\nSKU|{header}\nA-1|5\nA-2|7")).result is Result.READY


@pytest.mark.parametrize("numbers", ["1|2|1|2|3", "1|2|4|5|7"])
def test_row_numbers_with_gaps_or_anew_under_headings_are_no_codes(numbers):
    rows = "\n".join(f"{n}|Rope {at}|5" for at, n in enumerate(numbers.split("|")))
    reading = read(grid(f"Customer:|Acme\nNo.|Description|Qty\n{rows}"))
    assert {one.sku for one in reading.orders[0].lines} == {None}


def test_a_spare_numbering_row_hides_no_row_numbers():
    rows = "1|2|3|4\n1|Rope|5|5901234123457\n2|Hook|7|4006381333931"
    reading = read(grid(f"Customer:|Acme\n№|Товар|Количество|Штрихкод\n{rows}"))
    assert {one.sku for one in reading.orders[0].lines} == {None}


def test_a_joiner_stays_in_a_persian_name():
    reading = read(grid("مشتری:|نمونه\nکد کالا|شرح کالا|تعداد\nA-1|قلم\u200cمو|5"))
    assert lines(reading)[0][1] == "قلم\u200cمو"


def test_a_table_beside_the_lines_names_none_of_their_columns():
    rows = "Item Code|Description|Qty|||Code|Credit\nA-1|Rope|5|||C1|100\nA-2|Hook|7|||C2|200"
    assert read(grid(f"Customer:|Acme\n{rows}")).orders[0].columns["sku"] == "A"


def test_an_empty_column_between_codes_and_quantities_divides_nothing():
    rows = "SKU|EAN||Description|Qty\nA-1|5901234123457||Rope|5\nA-2|4006381333931||Hook|7"
    order = read(grid(f"Customer:|Acme\n{rows}")).orders[0]
    assert [one.sku for one in order.lines] == ["A-1", "A-2"]


def test_a_ledger_below_the_lines_names_neither_number_nor_date():
    below = "Date|Order|Total\n2025-01-02|PO-1|300\n2025-02-02|PO-2|400"
    reading = read(
        grid(
            f"Customer:|Acme\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7\n.\nEarlier orders\n{below}"
        )
    )
    order = reading.orders[0]
    assert (order.po_number, order.order_date, reading.result) == (None, None, Result.READY)


def test_a_name_that_is_the_same_on_every_row_names_no_item():
    rows = "\n".join(f"Shop A|Rome|{name}|5" for name in ("Rope", "Hook", "Lamp"))
    reading = read(grid(f"Customer:|Acme\nName|City|Name|Qty\n{rows}"))
    assert [one.product_name for one in reading.orders[0].lines] == ["Rope", "Hook", "Lamp"]


def test_numbered_rows_left_empty_are_no_doubt_whatever_heads_them():
    rows = "1|A-1|Rope|5\n2|A-2|Hook|7\n3\n4\n5\n6"
    assert read(grid(f"Customer:|Acme\nZähler|SKU|Description|Qty\n{rows}")).result is Result.READY


def test_an_order_confirmation_is_asked():
    drawing = (
        "ORDER CONFIRMATION\nCustomer:|Acme\nOrder No:|SO-1\n.\nSKU|Description|Qty\nA-1|Rope|5"
    )
    assert "PAPER_DOUBTED" in codes(read(grid(drawing)))


def test_a_locked_sheet_is_said_and_refused_by_policy():
    book = grid("Customer:|Acme\nSKU|Description|Qty\nA-1|Rope|5", protected=True)
    assert (read(book).result, codes(read(book))) == (Result.READY, {"PROTECTED_SHEET"})
    assert read(book, hints=replace(Hints(), locked_sheets="block")).reason == "PROTECTED_SHEET"


@pytest.mark.parametrize(
    "header",
    [
        "Kód zboží|Název|Množství|Cena", "Cikkszám|Megnevezés|Mennyiség|Egységár",
        "Κωδικός|Περιγραφή|Ποσότητα|Τιμή", "Tuotekoodi|Tuote|Määrä|Hinta",
        "Mã hàng|Tên hàng|Số lượng|Đơn giá", "Cod produs|Denumire|Cantitate|Preț",
        "Код товару|Найменування|Кількість|Ціна",
    ],
)  # fmt: skip
def test_headers_of_further_languages_are_known(header):
    order = read(grid(f"Customer:|Acme\n{header}\nA-1|Rope|5|2.5\nA-2|Hook|7|3.5")).orders[0]
    assert set(order.columns) == {"sku", "product_name", "quantity", "unit_price"}


def test_t31_signs_that_a_number_format_sets_belong_to_the_code():
    book = grid("Customer:|Acme\nSKU|Description|Qty\n7|Rope|5")
    cells = dict(book.sheets[0].cells)
    cells[3, 1] = replace(cells[3, 1], number_format='"AB-"000')
    shown = replace(book, sheets=(replace(book.sheets[0], cells=cells),))
    assert lines(read(shown))[0][0] == "AB-007"


def test_a_third_header_row_of_units_is_no_line():
    drawing = "Customer:|Acme\nItem|Description|Qty|Price\n||pcs|EUR\nA-1|Rope|5|2\nA-2|Hook|7|3"
    assert [one.row for one in read(grid(drawing)).orders[0].lines] == [4, 5]


def test_codes_and_names_that_ran_together_on_a_page_are_asked():
    drawing = "Customer:|Acme\nSKU|Description|Qty\n|1112 Rope|5\n|1113 Hook|7"
    reading = read(replace(grid(drawing), kind="pdf"))
    assert (reading.result, codes(reading)) == (Result.QUESTIONS, {"AMBIGUOUS_COLUMN"})


@pytest.mark.parametrize("word", ["Carried forward", "Suma y sigue", "Kitchen, all in"])
def test_a_sum_in_words_nobody_knows_is_no_line(word):
    lines_of = "A-1|Rope|5|2|10\nA-2|Hook|7|1|7"
    more = "A-3|Peg|6|3|18\nA-4|Tent|1|9|9"
    reading = read(
        grid(f"Customer:|Acme\nSKU|Description|Qty|Price|Total\n{lines_of}\n|{word}|||17\n{more}")
    )
    assert (reading.result, len(reading.orders[0].lines)) == (Result.READY, 4)
    assert reading.orders[0].subtotal is None


def test_a_toman_discount_and_tax_become_rial_with_the_prices():
    drawing = "کد کالا|تعداد|فی (تومان)|تخفیف|مالیات|مبلغ کل\nA-1|5|2000|500|950|10000"
    (line,) = read(grid(f"مشتری:|آکمه\n{drawing}")).orders[0].lines
    assert [str(one) for one in (line.unit_price, line.discount, line.tax)] == [
        "20000", "5000", "9500",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    ["CONFERMA D'ORDINE", "Dispatch Note", "NOTA DE ENTREGA", "BOLLA DI CONSEGNA", "Счет на оплату",
     "RETURN MERCHANDISE AUTHORISATION", "REQUEST FOR QUOTATION", "استعلام بها"],
)  # fmt: skip
def test_another_paper_about_an_order_is_never_ready(title):
    reading = read(
        grid(f"|{title}\nCustomer:|Acme\n.\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7")
    )
    assert reading.result is not Result.READY


def test_a_stated_total_that_the_lines_do_not_make_up_is_asked():
    reading = read(grid("Customer:|Acme\nSKU|Qty|Price|Total\nA-1|5|2|10\nA-2|7|1|7\n||Total|10"))
    assert [one.code for one in reading.issues if one.open] == ["TOTAL_MISMATCH"]


def test_a_count_for_each_shop_is_no_price_list():
    reading = read(grid("SKU|Description|Price|Leeds|York\nA-1|Rope|2.5|3|\nA-2|Hook|1.5|2|4"))
    assert reading.result is Result.QUESTIONS


def test_a_labelled_total_above_the_table_is_the_orders():
    reading = read(
        grid("Customer:|Acme\nOrder Total:|17\nSKU|Qty|Price|Total\nA-1|5|2|10\nA-2|7|1|7")
    )
    assert (reading.result, str(reading.orders[0].total)) == (Result.READY, "17")


def test_terms_of_payment_above_the_table_are_no_sum():
    reading = read(grid("Customer:|Acme\nNet|30\nSKU|Qty|Price|Total\nA-1|5|2|10\nA-2|7|1|7"))
    assert (reading.result, reading.orders[0].subtotal) == (Result.READY, None)


def test_sums_in_one_cell_with_their_words_are_read():
    below = "|||Subtotal 17.00\n|||VAT 20% 3.40\n|||Grand Total 20.40"
    reading = read(grid(f"Customer:|Acme\nSKU|Qty|Price|Total\nA-1|5|2|10\nA-2|7|1|7\n{below}"))
    order = reading.orders[0]
    assert [str(one) for one in (order.tax, order.total)] == ["3.4", "20.4"]


@pytest.mark.parametrize("header", ["Unsere Bestellnummer", "Our PO", "Notre commande"])
def test_orders_named_in_a_column_are_never_mixed(header):
    rows = "\n".join(f"PO-{n // 3}|A-{n}|Rope|{n}" for n in range(3, 9))
    reading = read(grid(f"Customer:|Acme\n{header}|SKU|Description|Qty\n{rows}"))
    assert "MULTI_ORDER_DETECTED" in codes(reading)


def test_the_order_beside_earlier_ones_is_this_one():
    head = "SKU|Description|Last order 12/2025|Avg. monthly sales|THIS ORDER"
    reading = read(grid(f"Customer:|Acme\n{head}\nA-1|Rope|50|12|5\nA-2|Hook|60|13|7"))
    assert (reading.result, reading.orders[0].columns["quantity"]) == (Result.READY, "E")


def test_a_date_where_a_code_belongs_is_asked():
    workbook = grid("Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7")
    cells = {**workbook.sheets[0].cells, (4, 1): Cell(date(2026, 3, 12), CellKind.DATE)}
    reading = read(replace(workbook, sheets=(replace(workbook.sheets[0], cells=cells),)))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.cells) == ("MISSING_ITEM_IDENTIFIER", ("Sheet1!A4",))


def test_the_day_of_an_offer_is_not_the_orders():
    above = "Order against your quotation Q-8812 dated 2 Sept 2026"
    reading = read(grid(f"Customer:|Acme Ltd\n{above}\nSKU|Qty\nA-1|5\nA-2|7"))
    assert reading.orders[0].order_date is None


def test_a_day_that_every_line_has_is_the_orders():
    lines = "SKU|Qty|Delivery date\nA-1|5|2026-12-24\nA-2|7|2026-12-24"
    order = read(grid(f"Customer:|Acme Ltd\n{lines}")).orders[0]
    assert (order.delivery_date, order.evidence["delivery_date"].cell) == ("2026-12-24", "C3")


def test_two_days_of_delivery_under_one_label_are_asked():
    days = "Delivery date|2027-01-10\nDelivery date|2027-02-20"
    reading = read(grid(f"Customer:|Acme Ltd\n{days}\nSKU|Qty\nA-1|5\nA-2|7"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, asked.target) == ("AMBIGUOUS_VALUE", "field:delivery_date")


def test_parts_of_pieces_at_whole_prices_are_asked_once():
    lines = "A-1|12|93.39|1120.68\nA-2|200|110.25|22050\nA-3|10|43.18|431.80"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Price|Qty|Amount\n{lines}"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, len(asked.cells)) == ("FRACTIONAL_QUANTITY", 3)


def test_a_price_by_the_case_is_no_pieces_price():
    head = "Customer:|Acme Ltd\nSKU|Qty|UOM|Price\n"
    pieces = read(grid(f"{head}A-1|24|pcs|12.50/ctn\nA-2|7|pcs|3.20/ctn"))
    cases = read(grid(f"{head}A-1|24|ctn|12.50/ctn\nA-2|7|ctn|3.20/ctn"))
    assert [line.unit_price for line in pieces.orders[0].lines] == [None, None]
    assert [str(line.unit_price) for line in cases.orders[0].lines] == ["12.5", "3.2"]


def test_a_date_column_that_names_no_delivery_is_not_the_orders():
    lines = "Customer|SKU|Qty|Date\nAcme|A-1|5|2026-12-24\nAcme|A-2|7|2026-12-24"
    assert read(grid(lines)).orders[0].delivery_date is None


def test_a_line_on_hold_is_asked():
    lines = "A-1|5|Confirmed\nA-2|7|On hold\nA-3|2|Confirmed"
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Qty|Status\n{lines}"))
    assert [one.code for one in reading.issues if one.open] == ["TOTAL_ROW_UNCERTAIN"]


def test_a_numbered_count_of_stock_is_no_order_whatever_its_sheet_is_called():
    drawing = (
        "INVENTARIO 9638\nCliente:|Acme\nCódigo|Descripción|Cantidad\nA-1|Cuerda|5\nA-2|Gancho|7"
    )
    reading = read(grid(drawing, name="PO"))
    assert "PAPER_DOUBTED" in codes(reading)


def test_another_label_beside_a_title_is_no_part_of_the_number():
    drawing = "Заявка|№ заказа 2026/35906\nПокупатель|Вектор\nАртикул|Количество\nA-1|5\nA-2|7"
    assert read(grid(drawing)).orders[0].po_number == "2026/35906"


@pytest.mark.parametrize(
    "title", ["FİYAT TEKLİFİ TALEBİ", "Richiesta preventivo", "询价函", "Vratka", "طلب عرض أسعار"]
)
def test_what_asks_for_prices_or_takes_goods_back_is_doubted(title):
    reading = read(grid(f"{title}\nCustomer:|Acme\nSKU|Qty\nA-1|5\nA-2|7"))
    assert reading.result is not Result.READY


@pytest.mark.parametrize(
    "below",
    ["||ordered|", "|||EUR", "||pcs|", "||Ordered|net"],
    ids=["word", "currency", "unit", "two"],
)
def test_a_word_below_a_heading_goes_on_with_it_and_is_no_line(below):
    drawing = f"Customer:|Acme\nSKU|Name|Qty|Price\n{below}\nA-1|Rope|5|2.5\nA-2|Hook|3|1.5"
    order = read(grid(drawing)).orders[0]
    assert (order.header_rows, [one.row for one in order.lines]) == ((2, 3), [4, 5])


def test_a_row_that_numbers_two_columns_is_no_line():
    order = read(grid("Customer:|Acme\nQty|Item\n1|2\n5|Rope\n7|Hook")).orders[0]
    assert [one.row for one in order.lines] == [4, 5]
    order = read(grid("Customer:|Acme\nQty|Item\n1|2\n5|3\n7|9")).orders[0]
    assert [one.row for one in order.lines] == [3, 4, 5]


@pytest.mark.parametrize(
    "header",
    ["Kode Barang|Nama Barang|Kuantitas|Harga Satuan", "Šifra|Naziv|Količina|Cijena",
     "Каталожен номер|Описание|Кол-во|Ед. цена", "Lev. varenr.|Varebetegnelse|Best. antal|Stk. pris"],
)  # fmt: skip
def test_headers_of_still_more_languages_are_known(header):
    order = read(grid(f"Customer:|Acme\n{header}\nA-1|Rope|5|2.5\nA-2|Hook|7|3.5")).orders[0]
    assert set(order.columns) == {"sku", "product_name", "quantity", "unit_price"}


def test_labels_known_of_values_around_a_table_head_its_columns_too():
    rows = "P-1|Acme|A-1|Rope|5\nP-1|Acme|A-2|Hook|7"
    order = read(grid(f"Onze bestelling|Factuuradres|SKU|Name|Qty\n{rows}")).orders[0]
    assert (order.po_number, order.customer) == ("P-1", "Acme")


def test_a_heading_that_a_narrow_cell_broke_is_one_word():
    order = read(grid("Customer:|Acme\nSor sz.|Megne vezés|Db\n10|Rope|5\n20|Hook|7")).orders[0]
    assert [(one.size, one.product_name) for one in order.lines] == [(None, "Rope"), (None, "Hook")]


@pytest.mark.parametrize(
    "note",
    [
        "OBS: linje 2 udgår",
        "LET OP: regel 2 vervalt",
        "Baris 2 dibatalkan",
        "proszę anulować pozycję 2",
    ],
)
def test_a_note_that_takes_a_line_back_is_asked_in_further_languages(note):
    drawing = f"Customer:|Acme\nNo|SKU|Name|Qty\n1|A-1|Rope|5\n2|A-2|Hook|7\n.\n{note}"
    assert "PAPER_DOUBTED" in codes(read(grid(drawing)))
