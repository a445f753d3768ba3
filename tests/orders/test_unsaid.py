"""What a blind examiner's files brought to light: prices, lines and currencies that went unsaid."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n"
LINES = "Code|Name|Qty|Price|Amount\n"


def told(reading):
    return {one.code: one for one in reading.issues}


@pytest.mark.parametrize(
    ("mark", "code"), [("lei", "RON"), ("₸", "KZT"), ("лв.", "BGN"), ("S/", "PEN")]
)
def test_prices_with_a_mark_of_any_country_are_read(mark, code):
    (order,) = read(grid(f"{HEAD}{LINES}A-1|Rope|10|4,50 {mark}|45,00 {mark}")).orders
    assert (str(order.lines[0].unit_price), order.currency) == ("4.5", code)


def test_a_pronoun_in_a_sentence_is_no_money():
    (order,) = read(grid(f"{HEAD}Come da Lei richiesto\n{LINES}A-1|Rope|10|4.50|45.00")).orders
    assert order.currency is None


def test_a_column_of_prices_in_an_unknown_writing_is_said():
    reading = read(grid(f"{HEAD}{LINES}A-1|Rope|10|4.50 +Zk|45 +Zk\nA-2|Hook|2|3.00 +Zk|6 +Zk"))
    assert reading.orders[0].lines[0].unit_price is None
    assert "INVALID_PRICE" in told(reading)


@pytest.mark.parametrize(
    ("header", "code"),
    [("Artikel|Antal|Pris|Belopp", "SEK"), ("Varenr|Antal|Stk. pris|Beløb", "DKK"),
     ("Varenr|Antall|Pris|Beløp", "NOK"), ("Varenr|Antal|Pris|Total", None)],
)  # fmt: skip
def test_crowns_are_those_of_the_one_country_whose_words_stand_there(header, code):
    (order,) = read(grid(f"{HEAD}{header}\nA-1|2|4,50 kr|9,00 kr\nA-2|3|2,50 kr|7,50 kr")).orders
    assert order.currency == code


@pytest.mark.parametrize(
    ("above", "below"), [("All prices in CAD", ""), ("", "\n|||Total CAD|$85.00")]
)
def test_a_bare_dollar_is_the_one_that_the_paper_names(above, below):
    rows = "A-1|Rope|10|$4.50|$45.00\nA-2|Hook|20|$2.00|$40.00"
    (order,) = read(grid(f"{HEAD}{above}\n{LINES}{rows}{below}")).orders
    assert order.currency == "CAD"


def test_a_column_that_makes_up_every_total_is_the_price_though_it_is_only_called_net():
    rows = "A-1|Rope|10|5.00|20|4.00|40.00\nA-2|Hook|20|4.00|25|3.00|60.00"
    (order,) = read(grid(f"{HEAD}Code|Name|Qty|List|Disc %|Net|Extended\n{rows}")).orders
    assert [str(line.unit_price) for line in order.lines] == ["4", "3"]


@pytest.mark.parametrize("said", ["replaced by A-9", "ersetzt durch A-9", "remplacé par A-9"])
def test_a_line_replaced_by_another_of_the_order_is_asked(said):
    rows = f"A-1|Rope|10|\nA-2|Hook|20|{said}\nA-9|New hook|20|"
    reading = read(grid(f"{HEAD}Code|Name|Qty|Remarks\n{rows}"))
    assert told(reading)["TOTAL_ROW_UNCERTAIN"].open
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-9"]


@pytest.mark.parametrize(
    "said", ["Makulerad", "Annulleret", "Zrušeno", "ακυρώθηκε", "בוטל", "скасовано"]
)
def test_lines_cancelled_in_further_languages_are_asked(said):
    reading = read(grid(f"{HEAD}Code|Name|Qty|Status\nA-1|Rope|10|\nA-2|Hook|20|{said}"))
    assert told(reading)["TOTAL_ROW_UNCERTAIN"].open


def test_dozens_in_a_heading_are_counted_once_a_person_says_so():
    reading = read(
        grid(f"{HEAD}Code|Name|Qty (dozens)|Price each\nA-1|Rope|2|4.00\nA-2|Hook|3|2.00")
    )
    assert [str(line.quantity) for line in reading.orders[0].lines] == ["24", "36"]
    assert told(reading)["INVALID_QUANTITY"].open


def test_amounts_said_to_be_in_thousands_are():
    (order,) = read(grid(f"{HEAD}Amounts in thousands\n{LINES}A-1|Rope|2|12.00|24.00")).orders
    assert str(order.lines[0].unit_price) == "12000"


def test_the_sub_total_of_all_groups_is_the_orders():
    groups = "A-1|Rope|2|10|20\n|Subtotal|||20\nA-2|Hook|4|5|20\nA-3|Lamp|1|9|9\n|Subtotal|||29"
    sums = "|Subtotal|||49\n|VAT|||9.80\n|Total|||58.80"
    (order,) = read(grid(f"{HEAD}{LINES}{groups}\n{sums}")).orders
    assert [str(one) for one in (order.subtotal, order.tax, order.total)] == ["49", "9.8", "58.8"]


def test_no_item_of_a_stack_of_labels_is_left_out():
    item = "Part Number:|{}|\nDescription:|{}|\nQty:|{}|\nUnit Price:|{}|"
    items = "\n\n".join(
        item.format(*one) for one in (("A-1", "Rope", 5, 2.5), ("A-2", "Hook", 7, 3))
    )
    reading = read(grid(f"Customer:||Acme Ltd\nPO No:||P-77\n{items}"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_counts_beside_codes_in_one_text_are_lines():
    (order,) = read(
        grid(f"{HEAD}\n24 x 003370 Candle\n2 x 004079 Folding chair\n15 x 006689 Lamp")
    ).orders
    assert [(line.sku, str(line.quantity)) for line in order.lines] == [
        ("003370", "24"), ("004079", "2"), ("006689", "15"),
    ]  # fmt: skip


def test_a_firm_named_po_makes_no_order_of_its_invoice():
    reading = read(
        grid(f"Forniture Po SpA\nFATTURA PROFORMA\nCliente:|Bianchi Srl\n{LINES}A-1|Rope|2|12|24")
    )
    assert reading.result is not Result.READY


@pytest.mark.parametrize(
    "title", ["ТОВАРНЫЙ ЧЕК", "FİYAT TEKLİF İSTEĞİ", "プロフォーマインボイス", "רשימת אריזה"]
)
def test_further_papers_are_no_orders(title):
    reading = read(grid(f"{title}\n{HEAD}{LINES}A-1|Rope|2|12|24"))
    assert reading.result is not Result.READY


@pytest.mark.parametrize(
    "cell",
    [
        "Acme Ltd (account 10234)",
        "Acme Ltd, attn. Bob Smith",
        "Acme Ltd c/o Oak Ltd",
        "Acme Ltd z. Hd. Frau Weiß",
    ],
)
def test_who_opens_the_letter_is_not_of_the_companys_name(cell):
    (order,) = read(grid(f"Customer:|{cell}\n{LINES}A-1|Rope|10|4.50|45.00")).orders
    assert order.customer == "Acme Ltd"


@pytest.mark.parametrize("state", ["on hold until March", "out of stock till week 9"])
def test_a_state_that_goes_on_is_one(state):
    reading = read(grid(f"{HEAD}Code|Name|Qty|Status\nA-1|Rope|10|OK\nA-2|Hook|20|{state}"))
    assert told(reading)["TOTAL_ROW_UNCERTAIN"].open


def test_a_quantity_to_be_confirmed_is_asked():
    rows = "A-1|Rope|10|qty to be confirmed\nA-2|Hook|20|"
    assert told(read(grid(f"{HEAD}Code|Name|Qty|Remarks\n{rows}")))["INVALID_QUANTITY"].open


def test_your_order_beside_our_order_is_asked():
    reading = read(
        grid(f"{HEAD}Your order:|Q-88\nOur order:|P-77123\n{LINES}A-1|Rope|10|4.50|45.00")
    )
    assert told(reading)["AMBIGUOUS_VALUE"].fields == ("po_number",)


@pytest.mark.parametrize(
    "title", ["Bestellung vom 03.11.2026", "Order dated 2026-11-03", "Заказ от 03.11.2026"]
)
def test_the_day_in_a_title_is_the_orders_and_no_number(title):
    (order,) = read(grid(f"{HEAD}{title}\n{LINES}A-1|Rope|10|4.50|45.00")).orders
    assert (order.po_number, order.order_date) == (None, "2026-11-03")


def test_the_end_of_a_time_of_delivery_is_not_the_day_of_the_order():
    times = "Delivery date:|01.12.2026 - 05.12.2026"
    (order,) = read(grid(f"{HEAD}{times}\n{LINES}A-1|Rope|10|4.50|45.00")).orders
    assert order.order_date is None


def test_an_apostrophe_that_marks_a_text_is_no_part_of_its_number():
    (order,) = read(grid(f"{HEAD}{LINES}A-1|Rope|'10|4.50|45.00")).orders
    assert str(order.lines[0].quantity) == "10"


def test_the_title_of_an_order_form_is_nobodys_name():
    rows = "Hoja de pedido\nRazón social:|Acme S.L.\nOrden de compra:|P-77"
    (order,) = read(grid(f"{rows}\n{LINES}A-1|Rope|10|4,50|45,00")).orders
    assert order.customer == "Acme S.L."
