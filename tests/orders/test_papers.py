"""What real papers taught: boxes of labels, taxes of several names, sums called by more words."""

import pytest
from grids import grid

from cards.telling import issue_text
from orders.reader import read
from orders.reading import Result

HEAD = "Sr|Description|Qty|Price|Amount"
LINES = "1|Pump|2|50|100\n2|Valve|3|10|30"
BUYER = "Customer:|Acme Ltd"


def order_of(drawing):
    reading = read(grid(drawing))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0]


def test_a_total_of_more_words_is_known_by_its_sums():
    order = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n|Total Qty & Value|5||130")
    assert (len(order.lines), str(order.total)) == (2, "130")


def test_a_total_of_more_words_whose_amount_is_no_sum_is_asked():
    reading = read(grid(f"{BUYER}\n{HEAD}\n{LINES}\n|Total Qty & Value|5||999"))
    assert "TOTAL_ROW_UNCERTAIN" in {one.code for one in reading.issues if one.open}
    plain = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n3|Total Repair Cream|4|5|20")
    assert len(plain.lines) == 3


@pytest.mark.parametrize(
    ("taxes", "tax"),
    [("|CGST @ 9%||9|11.70\n|SGST @ 9%||9|11.70", "23.4"), ("|Input IGST @ 18%||18|23.40", "23.4")],
)
def test_taxes_of_their_own_names_are_no_lines(taxes, tax):
    order = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n{taxes}\n|Round off|||0.60\n|Total|||154.00")
    assert (len(order.lines), str(order.tax), str(order.total)) == (2, tax, "154")


def test_labels_in_boxes_have_their_values_below():
    strip = "Invoice To|Voucher No.|Dated\nAcme Ltd|AC/611|13-Mar-26\nHarbour Road 1"
    order = order_of(f"PURCHASE ORDER\n{strip}\n.\n{HEAD}\n{LINES}")
    assert (order.customer, order.po_number) == ("Acme Ltd", "AC/611")
    assert order.order_date == "2026-03-13"


@pytest.mark.parametrize(
    "boxes",
    [
        "Invoice To: (Bill To)|Ship To:\nAcme Ltd|Acme Ltd",
        "FROM|DELIVER TO|CARRIER\nWarehouse 2|Acme Ltd|-",
        "BILL TO|SHIP TO\nفاتورة إلى|التوصيل إلى\nAcme Ltd|Acme Ltd",
    ],
)
def test_a_label_is_nobodys_name(boxes):
    assert order_of(f"PURCHASE ORDER\n{boxes}\n.\n{HEAD}\n{LINES}").customer == "Acme Ltd"


def test_a_post_office_box_is_no_number_of_an_order():
    order = order_of(f"{BUYER}|P.O. Box 817\n{HEAD}\n{LINES}")
    assert order.po_number is None


def test_of_two_titles_the_upper_one_is_the_papers():
    reading = read(grid(f"Acme Ltd|INVOICE\n{BUYER}\nOrder\n{HEAD}\n{LINES}"))
    assert "PAPER_DOUBTED" in {one.code for one in reading.issues if one.open}


@pytest.mark.parametrize(
    "rows", ["10|P-7|Pump|2|50", "00010|P-7|Pump|2|50", "10|P-7|Pump|2|50\n20|P-8|Valve|1|10"]
)
def test_items_that_count_the_lines_are_no_codes(rows):
    order = order_of(f"{BUYER}\nItem|Material|Description|Qty|Price\n{rows}")
    assert order.lines[0].product_name == "Pump"
    assert "10" not in {line.sku for line in order.lines}


def test_what_is_rounded_off_counts_toward_the_total():
    rest = "|Input Purchase CGST 9%|||11.70\n|SGST 9%|||11.70\nLess :|R/off|||(-)0.40"
    order = order_of(f"{BUYER}\n{HEAD}\n{LINES}\n{rest}\n|Total|5||153.00")
    assert (len(order.lines), str(order.total)) == (2, "153")


def test_an_opened_bracket_is_no_name():
    order = order_of(f"Invoice To: (Bill|To)\nAcme Ltd\n{BUYER}\n.\n{HEAD}\n{LINES}")
    assert order.customer == "Acme Ltd"


def test_dinars_by_their_short_name_have_three_decimals():
    order = order_of(f"{BUYER}\n{HEAD}\n1|Pump|2|2.150 KD|4.300 KD\n2|Valve|1|KD 0.500|KD 0.500")
    assert [str(line.unit_price) for line in order.lines] == ["2.15", "0.5"]
    assert order.currency == "KWD"


def test_beside_the_company_that_is_billed_a_buyer_is_a_person():
    boxes = "Bill To|Acme Foods Corporation|Buyer|Jane Doe"
    assert order_of(f"{boxes}\n.\n{HEAD}\n{LINES}").customer == "Acme Foods Corporation"


@pytest.mark.parametrize("header", ["HSN Code", "HSN/SAC", "HSN / SAC Code", "HS Code"])
def test_a_code_of_the_customs_is_no_code_of_an_item(header):
    order = order_of(f"{BUYER}\nSr|{header}|Description|Qty\n1|85011020|Pump|2\n2|85015210|Valve|1")
    assert [line.sku for line in order.lines] == [None, None]


@pytest.mark.parametrize(
    "title",
    [
        "PRODUCTION ORDER",
        "Tally sheet",
        "Kaufvertrag",
        "DELIVERY\nCHALLAN",
        "Receipt Note",
        "Supplier Invoice",
        "Request for Quotation (RFQ)",
        "GRN",
    ],
)
def test_papers_of_the_trade_that_are_no_orders_are_not_taken_for_one(title):
    assert read(grid(f"{title}\n{BUYER}\n.\n{HEAD}\n{LINES}")).result is not Result.READY


@pytest.mark.parametrize(
    "note", ["|NOTE:|Date|Required|12/22/2026", "|Item|Date Required||", "|Description|Remarks"]
)
def test_notes_between_lines_part_no_table(note):
    head = "Qty|Item No|Description|Unit Price|Amount"
    row = "5|S7|Pump|9.00|45.00"
    other = "3|S8|Valve|9.00|27.00"
    reading = read(grid(f"{BUYER}\n{head}\n{row}\n{note}\n.\n{other}\n{note}\n|||Total|72.00"))
    assert {"S7", "S8"} <= {line.sku for line in reading.orders[0].lines}


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Return form / RMA", "Remarks"), ("Autumn", "Reason for return"), ("حواله تحویل کالا", "م")],
)
def test_goods_that_come_back_or_went_out_are_not_taken_for_ordered(title, heading):
    head = f"{title}\nCustomer:|Acme Ltd\nSKU|Description|Qty|{heading}\n"
    reading = read(grid(head + "A-1|Rope|5|worn\nA-2|Hook|7|worn\nA-3|Peg|6|torn"))
    assert reading.result is not Result.READY


def test_a_price_list_in_which_a_few_items_were_picked_is_asked_and_not_refused():
    rows = "\n".join(f"A-{n}|Item {n}|{n}|{5 if n == 7 else ''}" for n in range(1, 12))
    reading = read(grid(f"Price list\nCustomer:|Acme Ltd\nSKU|Item|Price|Qty\n{rows}"))
    assert [one.code for one in reading.issues if one.open] == ["MISSING_QUANTITY"]
    assert [line.sku for line in reading.orders[0].lines] == ["A-7"]


def test_lines_pasted_in_one_column_are_told_how_to_be_split():
    reading = read(grid("Code;Item;Qty\nA-1;Rope;big;5\nA-2;Hook;4"))
    assert reading.issues[0].facts == {"kind": "one_column"}
    assert issue_text(reading.issues[0], "en")[0].startswith("All text stands in one column")
    assert read(grid("Dear all\nplease send rope, hooks\nThanks")).issues[0].facts == {
        "kind": "no_table"
    }


@pytest.mark.parametrize(
    "title",
    ["Sales quote 4411", "Price offer valid until 31.12.", "Sales report March", "Backorder report",
     "Shipment advice", "Statement of open items", "Devis 12", "Kostenvoranschlag Nr. 7", "Отчет за март"],
)  # fmt: skip
def test_a_title_whose_own_word_is_another_papers_is_asked_about(title):
    reading = read(grid(f"{title}\nCustomer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope|2|3"))
    assert reading.result is not Result.READY


@pytest.mark.parametrize(
    "title", ["As per your quotation 4411", "Invoice to: Acme Ltd", "Offer of March, our order", "Acme Report Ltd"]
)  # fmt: skip
def test_an_order_that_speaks_of_another_paper_is_one(title):
    reading = read(grid(f"{title}\nCustomer:|Acme Ltd\nSKU|Description|Qty|Price\nA-1|Rope|2|3"))
    assert reading.result is Result.READY


@pytest.mark.parametrize(
    ("text", "number"),
    [("Bestell-Nr. 2020/51", "2020/51"), ("Auftrags-Nr. 4711 vom 03.04.2021", "4711"), ("Best.-Nr. A4711", "A4711")],
)  # fmt: skip
def test_a_label_that_ends_in_number_names_the_order(text, number):
    order = order_of(f"BESTELLUNG|||{text}\nKunde:|Acme Ltd\n{HEAD}\n{LINES}")
    assert order.po_number == number


@pytest.mark.parametrize(
    "text", ["Datum 14.03.2023", "Fecha 14/03/2023", "発注日 2023年3月14日", "Encomenda nº 4711 de 14/03/2023"]
)  # fmt: skip
def test_a_day_behind_its_label_needs_no_colon(text):
    assert order_of(f"{text}\n{BUYER}\n{HEAD}\n{LINES}").order_date == "2023-03-14"


def test_what_a_work_took_is_no_order():
    """Naive: a report of a visit to a customer orders the material that was used."""
    reading = read(grid("Customer:|Acme Ltd\nVisit:|Yearly\n.\nMaterial used|Quantity\nPump|2"))
    assert "PAPER_DOUBTED" in {one.code for one in reading.issues if one.open}


def test_a_receipt_is_no_order():
    reading = read(
        grid("RECIBO DE COMPRA\nCliente:|Acme Ltd\n.\nNombre|Cantidad|Precio\nPan|2|3.5")
    )
    assert "PAPER_DOUBTED" in {one.code for one in reading.issues if one.open}


def test_a_receipt_with_its_day_beside_the_title_is_no_order():
    """Naive: only a title that stands alone on its row is one."""
    reading = read(grid("RECIBO DE VENDA|07/02/2026 11:39\nCliente:|Acme Ltd\n.\nNome|Qtd\nPão|2"))
    assert "PAPER_DOUBTED" in {one.code for one in reading.issues if one.open}


def test_a_total_beside_words_below_the_table_is_one():
    """Naive: a sentence under the codes makes a line of the row that says the sum."""
    words = "Please call us if you|have|any question about this|Subtotal:|130"
    order = order_of(
        f"{BUYER}\n.\nCode|Qty|Name|Price|Amount\nA-1|2|Pump|50|100\nB-2|3|Valve|10|30\n.\n.\n.\n{words}"
    )
    assert (len(order.lines), str(order.subtotal)) == (2, "130")


def test_two_letters_in_an_address_head_no_column():
    """Naive: the state `MN` is a short word for a quantity, and the address heads the table."""
    head = (
        "Oak Retail LLC, 1 Oak Place, Saint Paul MN 55102|Purchase Order\nCustomer:|Acme Ltd\n.\n"
    )
    order = read(grid(head + "Code|Description|Qty\nA-1|Rope|5")).orders[0]
    assert [line.sku for line in order.lines] == ["A-1"]


@pytest.mark.parametrize("heading", ["Invoice No", "Fattura n.", "חשבונית מס'", "מס' חשבונית"])
def test_a_column_of_invoices_numbers_is_asked_in_any_language(heading):
    lines = (
        f"{heading}|Customer|Code|Description|Quantity|Unit price\nRE-1|Acme Ltd|A-1|Vase|8|54.58"
    )
    reading = read(grid(f"{lines}\nRE-1|Acme Ltd|A-2|Lamp|3|11.43"))
    assert reading.result is not Result.READY
