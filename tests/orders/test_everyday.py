"""Shapes of files that people really send: each once lost a line, a value or a question."""

import pytest
from grids import grid, sheet

from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge, Workbook

TABLE = "SKU|Description|Qty|Price\nA-1|Rope|5|2.50\nA-2|Hook|7|1.25"


def asks(reading):
    return [one.code for one in reading.issues if one.open]


def order_of(drawing, **parts):
    return read(grid(drawing, **parts)).orders[0]


@pytest.mark.parametrize("box", ["PO Box 817", "P.O. Box 817", "Postfach 817"])
def test_a_post_box_is_no_order_number(box):
    drawing = f"Acme Inc|Purchase Order|602\nBill To:\nAcme Inc\n{box}\nDover\n.\n{TABLE}"
    assert order_of(drawing).po_number == "602"
    assert order_of(drawing.replace("|602", "")).po_number is None


def test_a_column_without_a_number_holds_no_prices():
    rows = "\n".join(f"A-{n}|Rope|{n}|DM3" for n in range(2, 6))
    reading = read(grid(f"Customer:|Acme Ltd\nSKU|Name|Qty|Vol unit\n{rows}"))
    assert "INVALID_PRICE" not in {one.code for one in reading.issues}
    assert reading.orders[0].columns.keys() == {"sku", "product_name", "quantity"}


@pytest.mark.parametrize("rows", ["1|Rope|5\n2|Hook|7\n3|Lamp|2", "1|Rope|5"])
@pytest.mark.parametrize("header", ["Item\\nNumber", "编号"])
def test_a_column_that_counts_the_rows_holds_no_codes(header, rows):
    order = order_of(f"Customer:|Acme Ltd\n{header}|Description|Qty\n{rows}")
    assert [line.sku for line in order.lines] == [None] * len(order.lines)


def test_a_material_is_no_code_beside_the_items_names():
    drawing = "Customer:|Acme Ltd\nDescription|Qty|Price|Material\nSheet 48 x 96|5|4|Copper"
    (line,) = order_of(drawing).lines
    assert (line.sku, line.product_name) == (None, "Sheet 48 x 96")


def test_the_choices_of_a_drop_down_far_to_the_right_are_no_column():
    far = "|" * 40
    drawing = (
        f"Customer:|Acme Ltd{far}Brook Ltd\n{TABLE.splitlines()[0]}{far}Customer\n"
        f"A-1|Rope|5|2.50{far}Oak Retail\nA-2|Hook|7|1.25{far}Elm Stores"
    )
    reading = read(grid(drawing))
    assert (reading.result, reading.orders[0].customer) == (Result.READY, "Acme Ltd")
    assert len(reading.orders) == 1


def test_the_one_column_of_words_beside_a_sure_quantity_names_the_items():
    reading = read(grid("Customer:|Acme Ltd\ncomponents|price|quantity\nrelay|2|5\nfuse|3|4"))
    assert asks(reading) == []
    assert [line.product_name for line in reading.orders[0].lines] == ["relay", "fuse"]


def test_two_columns_of_words_under_unknown_headings_are_asked():
    reading = read(grid("Customer:|Acme Ltd\nfoo|bar|price|quantity\nrelay|red|2|5\nfuse|blue|3|4"))
    assert asks(reading) == ["AMBIGUOUS_COLUMN"]


def test_a_name_under_a_merged_title_names_what_the_title_says():
    drawing = "제품||손님||수량\n이름|링크|이름|주소|\nRope|x.example|Kim|Seoul|5\nHook|y.example|Kim|Seoul|7"
    order = order_of(drawing, merges=(Merge(1, 1, 1, 2), Merge(1, 3, 1, 4)))
    assert [line.product_name for line in order.lines] == ["Rope", "Hook"]
    assert order.customer == "Kim"


def test_labels_merged_above_a_header_are_no_part_of_it():
    drawing = (
        "购货单位：Acme 公司|||订货日期：2026-12-15||\n客户联系人：Wang|||联系电话：123456||\n"
        "产品名称|产品编号|件数|单位|数量|单价|小计金额\nSauce|L5045-1|10|kg|200|23|4600"
    )
    merges = (Merge(2, 1, 2, 3), Merge(2, 4, 2, 7))
    reading = read(grid(drawing, merges=merges))
    (line,) = reading.orders[0].lines
    assert (asks(reading), str(line.quantity), str(line.line_total)) == ([], "200", "4600")


def test_two_quantities_of_a_lone_line_that_both_multiply_or_neither_are_asked():
    drawing = "客户：|Acme\n产品名称|件数|数量|单价|金额\nSauce|10|20|23|400"
    assert asks(read(grid(drawing))) == ["AMBIGUOUS_COLUMN"]


def test_a_serial_number_is_no_riyal():
    drawing = "SR NO|Notes\n1|Ours\n.\n.\n.\nCustomer:|Acme Ltd\nSR NO|Item|Qty|Price\n1|Rope|5|2\n2|Hook|7|3"
    assert order_of(drawing).currency is None


def test_an_item_without_a_number_among_lines_is_asked_and_a_heading_is_not():
    drawing = (
        "Customer:|Acme Ltd\nItem|Type|Qty|Price\nFuse|2 A|5|2\nLamp|60 W\nTools\nRope|9 m|7|3"
    )
    reading = read(grid(drawing))
    assert asks(reading) == ["MISSING_QUANTITY"]
    assert reading.orders[0].skipped_rows == {5: "heading"}


def test_the_same_words_over_other_columns_are_another_table():
    drawing = (
        "Customer:|Acme Ltd\nSr|Brand|Item|Qty|Price|Total\n1|Oak|Rope|5|2|10\n2|Elm|Hook|7|1|7\n"
        "|||||17\nSr|Item|Qty|Price|Total\n1|Lamp|3|4|12\n2|Desk|1|9|9"
    )
    assert "MULTI_TABLE" in asks(read(grid(drawing)))


def test_a_months_sum_is_no_line():
    drawing = "客户：|Acme\n品名|数量|单价|金额\n甲醛|2|5|10\n三月合计|2||10\n丙酮|3|4|12"
    assert [line.product_name for line in order_of(drawing).lines] == ["甲醛", "丙酮"]


def test_the_rows_of_one_order_say_nothing_about_another():
    drawing = "PO|SKU|Name|Qty\nP1|A|Rope|5\nP2|B|Buyer: Store 7|6"
    orders = read(grid(drawing)).orders
    assert [one.customer for one in orders] == [None, None]


def test_another_label_with_its_value_is_no_customer():
    assert order_of(f"购货单位：\n客户联系人：王红\n.\n{TABLE}").customer is None


def test_a_heading_is_no_value_of_the_heading_before_it():
    other = sheet("Sell-to Customer Name|Sell-to Customer Name 2\nAcme|Branch", name="Heads")
    reading = read(Workbook("xlsx", (sheet(TABLE), other)))
    assert "2" not in (reading.orders[0].customer or "")


@pytest.mark.parametrize(
    "header", ["Invoice Number", "Rechnungsnummer", "N° de facture", "送货单号"]
)
def test_a_list_of_another_papers_numbers_is_asked_about(header):
    drawing = f"{header}|Customer|Description|Qty\nX-77|Acme Ltd|Rope|5\nX-77|Acme Ltd|Hook|7"
    assert "PAPER_DOUBTED" in asks(read(grid(drawing)))


@pytest.mark.parametrize("header", ["Posting Date", "Buchungsdatum", "تاریخ ثبت سند"])
def test_a_list_of_what_was_booked_already_is_asked_about(header):
    drawing = f"{header}|Order no|Customer|SKU|Qty\n2026-03-04|P-1|Acme Ltd|A-1|5\n2026-03-04|P-1|Acme Ltd|A-2|7"
    assert asks(read(grid(drawing))) == ["PAPER_DOUBTED"]


def test_columns_that_are_empty_are_not_offered_as_codes():
    drawing = "Customer:|Acme Ltd\nProduct Name|Product SKU|Qty|SKU\nRope||5\nHook||7"
    assert asks(read(grid(drawing))) == []


def test_an_orders_own_number_outweighs_an_invoices():
    drawing = "Order no|Invoice no|Customer|SKU|Qty\nP-1|X-77|Acme Ltd|A-1|5"
    assert read(grid(drawing)).result is Result.READY


def test_a_makers_name_is_no_items_name_and_a_date_of_posting_no_delivery():
    drawing = (
        "Client|Code commande|Qté|Nom du fabricant|Fabricant / Description|Posting date\n"
        "Acme|17-5|5|Orion|Voltage reference, 36 V|2026-06-22\nAcme|17-6|4|Lyra|NPN, 45 V|2026-06-22"
    )
    (first, _) = order_of(drawing).lines
    assert (first.product_name, first.delivery_date) == ("Voltage reference, 36 V", None)


def test_a_word_of_the_sheets_own_language_outweighs_a_foreign_one():
    drawing = "Customer:|Acme Ltd\nDescription|Qty|Unit Price|Total Amount|Designation\nSteel sheet|5|4|20|North"
    reading = read(grid(drawing))
    assert asks(reading) == []
    assert [line.product_name for line in reading.orders[0].lines] == ["Steel sheet"]


@pytest.mark.parametrize(("header", "asked"), [("Order", True), ("انتخاب", True), ("Vegan", False)])
def test_items_that_are_ticked_off_are_no_price_list(header, asked):
    reading = read(
        grid(f"Customer:|Acme\nSKU|Name|Price|{header}\nA-1|Rope|5|x\nA-2|Hook|6|\nA-3|Lamp|7|x")
    )
    if not asked:
        assert reading.reason == "NOT_AN_ORDER"
        return
    assert asks(reading) == ["MISSING_QUANTITY_COLUMN"]
    assert [one.sku for one in reading.orders[0].lines] == ["A-1", "A-2", "A-3"]


def test_a_heading_that_its_row_sets_higher_is_its_columns():
    rows = "1|A-1|Rope|5|pcs\n2|A-2|Hook|7|pcs"
    for below in ("", "|||ordered\n"):
        head = f"|||Quantity\nNo.|Item code|Description||UOM\n{below}"
        reading = read(grid(f"Customer:|Acme\n\n{head}{rows}"))
        assert [str(one.quantity) for one in reading.orders[0].lines] == ["5", "7"]


def test_names_with_numbers_in_a_script_without_spaces_are_no_codes():
    rows = "6061铝板|AL-200|1\n步进电机42|17HS-42|2\n608轴承|608-ZZ|8"
    order = order_of(f"客户:|海风贸易有限公司\n名称|型号|数量\n{rows}")
    assert order.columns == {"product_name": "A", "sku": "B", "quantity": "C"}


def test_a_column_is_asked_about_once():
    reading = read(grid("Customer:|Acme Ltd\nItem|Number|Price\nRope|2|2.50\nHook|8|1.20"))
    assert [one.target for one in reading.issues if one.open] == ["column:quantity"]


@pytest.mark.parametrize("header", ["Wieviel", "How many"])
def test_plain_words_for_how_many(header):
    assert order_of(f"Customer:|Acme Ltd\nItem|{header}\nRope|2\nHook|8").columns["quantity"] == "B"


@pytest.mark.parametrize("header", ["Shop", "Store", "Tienda", "Winkel", "店铺"])
def test_a_shop_may_be_where_to_buy_and_is_asked(header):
    """Naive: the seller becomes the customer."""
    reading = read(
        grid(f"Item|Qty|Price|{header}\nRope|2|2.50|Harbour Parts\nHook|3|1.20|Harbour Parts")
    )
    assert [one.target for one in reading.issues if one.open] == ["column:customer"]


def test_a_cost_with_tax_is_no_tax():
    rows = "Rope|2|10.00|20.00|24.00\nHook|3|5.00|15.00|18.00"
    order = order_of(f"Customer:|Acme Ltd\nItem|Qty|Unit cost|Cost|Cost inc VAT\n{rows}")
    assert [one.tax for one in order.lines] == [None, None]


def test_one_name_on_every_line_under_a_weak_word_is_the_item():
    rows = "Printed band|8|12|100\nPrinted band|10|16|600"
    assert (
        order_of(f"Cliente:|Acme Ltd\nPEDIDO|MIN|MAX|CANTIDAD\n{rows}").columns["product_name"]
        == "A"
    )


def test_parts_under_their_plain_word_are_the_items():
    (order,) = read(grid("Customer:|Acme Ltd\nPart|Quantity\nA8509|24\nK.1393|37")).orders
    assert [(line.sku, line.quantity) for line in order.lines] == [("A8509", 24), ("K.1393", 37)]


def test_a_lone_code_among_codes_is_asked_for_its_quantity_and_a_lone_name_is_told():
    """Naive: what fills one cell is a heading, and a line without its quantity vanishes."""
    coded = read(grid("Customer:|Acme Ltd\nSKU|Qty\nA-77|4\nC.1463|\nB-9|2"))
    assert ("MISSING_QUANTITY", ("Sheet1!B4",)) in [(one.code, one.cells) for one in coded.issues]
    named = read(grid("Customer:|Acme Ltd\nItem|Qty\nLamp 2x4|4\nDesk 2x4|\nRope|2"))
    assert ("NOTES_BELOW_TABLE", ("Sheet1!A4",)) in [(one.code, one.cells) for one in named.issues]


def test_two_numbers_in_the_cell_of_a_price_are_asked_about():
    """Naive: a warning is enough, and the cell beside it has lost its first digit."""
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Qty|Price|Total\nA-1|2|'5,10|'10,20\nA-2|1200|'7 285,13 8|'742 156,00"
        )
    )
    assert "INVALID_PRICE" in {one.code for one in reading.issues if one.open}
