"""Labels with their number and no colon between."""

import pytest
from grids import grid

from orders.numbered import bare_number, below_title, numbered, undated
from orders.reader import read
from orders.sheet import Cell
from orders.suiting import suits
from orders.view import make_grid


def test_a_label_and_its_number_stand_in_one_text():
    assert numbered("PO No 4711") == [("PO", "4711")]
    assert numbered("Rope 12") == []


@pytest.mark.parametrize(
    ("text", "number"), [("PO # 4547121990", "4547121990"), ("PO-4711", "PO-4711"), ("77A", "77A")]
)
def test_a_value_may_say_once_more_whose_number_it_is(text, number):
    assert bare_number(text) == number


def test_a_number_alone_below_the_title_is_the_orders():
    drawing = "Acme Ltd|PURCHASE ORDER\n|أمر شراء\nNo.7, Harbour|No. P00342\n.\n.\n.\n.\n|No. 99871"
    found = make_grid(grid(drawing).sheets[0])
    assert below_title(found, 3, 2) == "P00342"
    assert below_title(found, 3, 1) == below_title(found, 8, 2) == ""


@pytest.mark.parametrize(
    "text",
    [
        "7781 vom 03.12.2026", "7781 dated 3 Dec 2026", "7781 (03.12.2026)", "7781, 3 Dec 2026",
        "7781 / 2026-12-03", "7781 от 03.12.2026 г.", "7781 مورخ 1405/09/12",
    ],
)  # fmt: skip
def test_the_day_behind_a_number_is_no_part_of_it(text):
    """Naive: the draft's reference was `7781 vom 03.12.2026`."""
    assert undated(text) == "7781"


@pytest.mark.parametrize("text", ["PO-7781 Rev 2", "7781-A", "12/2026", "7781/2026", "45 12"])
def test_a_number_that_only_looks_like_a_day_stays(text):
    assert undated(text) == text


def test_a_number_with_its_day_is_the_orders_number():
    table = "Customer:|Acme Ltd\nPO No.:|7781, 3 Dec 2026\nSKU|Qty\nA-1|5\nA-2|6"
    assert read(grid(table)).orders[0].po_number == "7781"


@pytest.mark.parametrize(("text", "number"), [("PO-SPRING", "PO-SPRING"), ("PAGE", None)])
def test_a_labelled_number_may_have_no_digit_but_is_no_word(text, number):
    table = f"Customer:|Acme Ltd\nPO Number:|{text}\nSKU|Qty\nA-1|5\nA-2|6"
    assert read(grid(table)).orders[0].po_number == number


@pytest.mark.parametrize(
    ("line", "number", "day"),
    [
        ("Comandă nr. 55/26.11.2026", "55", "26.11.2026"),
        ("PO 4711 (3 Dec 2026)", "4711", "3 Dec 2026"),
        ("Pedido Nº 77 - 26/11/2026", "77", "26/11/2026"),
    ],
)
def test_a_whole_day_behind_a_number_is_the_orders_day(line, number, day):
    """Naive: `55/26.11.2026` is the number."""
    assert [value for _, value in numbered(line)] == [number, day]
    assert undated(line.removeprefix("Comandă nr. ")) != "55/26.11.2026"


@pytest.mark.parametrize("text", ["2026/118", "12/05/2026", "PO-26/11/2026"])
def test_a_number_that_only_looks_like_a_day_stays_whole(text):
    assert undated(text) == text


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Oak Retail Ltd - Purchase Order OR-9 - 28.11.2026", "OR-9"),
        ("Oak Retail Ltd | PO No 88-1", "88-1"),
        ("Oak Retail - Order 4711", "4711"),
    ],
)
def test_the_number_may_be_one_part_of_a_title(title, number):
    assert numbered(title)[0][1] == number


@pytest.mark.parametrize("text", ["Cups - order 12", "Order form - Spring 2026", "Terms - Net 30"])
def test_what_counts_or_names_something_else_is_no_number(text):
    assert numbered(text) == []


@pytest.mark.parametrize("title", ["Orden de Compra Rápida : 2932", "Rush Purchase Order: 2932"])
def test_a_word_for_the_kind_of_an_order_hides_no_number(title):
    assert read(grid(f"{title}\n.\nSKU|Qty|Price\nA-1|5|2")).orders[0].po_number == "2932"


def test_a_house_number_names_no_order():
    """Naive: a number that goes on an address is the order's."""
    table = "Maputo\n.\nSKU|Qty|Price\nA-1|5|2"
    houses = read(grid(f"Av. Central,\nNumero: 186\n{table}")).orders[0]
    orders = read(grid(f"Pedido\nNumero: 186\n{table}")).orders[0]
    assert (houses.po_number, orders.po_number) == (None, "186")


def test_beside_a_title_a_single_digit_is_a_page_and_a_kind_of_order_tells_no_number():
    table = "\n.\nSKU|Qty|Price\nA-1|5|2"
    for head in ("PURCHASE ORDER|2", "LOCAL PURCHASE ORDER|9010 E"):
        assert read(grid(head + table)).orders[0].po_number is None


def test_a_number_for_taxes_is_no_order_and_a_discount_may_go_on_behind_its_rate():
    """Naive: `Rif`, Italian for a reference, gave the order a number; the discount was a line."""
    drawing = """
Nombre o Razón Social:||Talleres Uno
Rif:||J-12345678-9
.
Cant|Código|Descripción|Prec. Unit.|Prec. Total
50|A-1|Cuerda|1.4|70
20|B-2|Gancho|9.2|184
|||Sub. Total|254
CON NOTA DE ENTREGA|||DESCTO 30% 15 DIAS|76.2
|||TOTAL|177.8"""
    reading = read(grid(drawing))
    (order,) = reading.orders
    assert [one.code for one in reading.issues if one.open] == []
    assert (order.customer, order.po_number, len(order.lines)) == ("Talleres Uno", None, 2)
    assert str(order.total) == "177.8"


def test_words_within_brackets_are_words_and_no_number():
    assert not suits("po_number", Cell("SCALLION(SPRING ONION) 1/3 LBS"))
    assert suits("po_number", Cell("PO-SPRING-24 (B)"))


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Purchase order 7781 Rev. B", "7781"),
        ("Purchase order PO-4410 (Revision 2)", "PO-4410"),
        ("Customer PO|4410 Rev A", "4410 Rev A"),
        ("Your order: PO 4410 dated 03.02.2026", "4410"),
        ("Call-off order 88-3", "88-3"),
        ("PO numbers: K-11, K-12", "K-11, K-12"),
        ("PO No|BP-25-0009\nPO REF|Req.No : BP-25-0002", "BP-25-0009"),
        ("Req. No.:|BP-25-0002", "BP-25-0002"),
        ("Order: 12, 14 and 15", None),
        ("Your PO: TBC, will follow 2026", None),
    ],
)
def test_a_number_is_told_without_its_revision_and_two_are_told_both(head, number):
    (order,) = read(grid(f"{head}\n.\nSKU|Qty|Price\nA-1|5|2")).orders
    assert order.po_number == number


def test_the_number_of_a_request_gives_way_to_the_order_s():
    drawing = "PURCHASE ORDER|497318\nBuyer|REQ#\nJ. Kern|9059045\n.\nCode|Name|Qty\nA-1|Rope|5"
    assert read(grid(drawing)).orders[0].po_number == "497318"
    assert read(grid(drawing[22:])).orders[0].po_number == "9059045"


def test_a_long_number_behind_a_title_with_the_kind_of_order_is_its_number():
    """Naive: the reference of an item, below, is the only labelled number."""
    paper = (
        "PEDIDO DE COMPRAS REVENDA 2600047110\nData Emissão: 18.02.2026|Cliente: Acme Ltda\nREFERÊNCIA:|7909901\n.\n"
        "Material|UNI|Qtd|Custo Bruto|Desc|Custo c/ desc.|%IPI|Total s/IPI|Total c/IPI\n"
        "5196673|PAR|1500|10,95|0,00 %|10,95|0,00|16.425,00|0,00\n"
        "Totais:|125|1500|||||16.425,00|0,00\n.\nQtd.|Qtd. Total: 1500||||||16425.00|16.425,00\nAlíquota|PIS: 1,65"
    )
    reading = read(grid(paper))
    order = reading.orders[0]
    assert (order.po_number, order.order_date) == ("2600047110", "2026-02-18")
    (line,) = order.lines
    told = line.sku, f"{line.quantity}", f"{line.unit_price:.2f}", f"{line.line_total:.2f}"
    assert told == ("5196673", "1500", "10.95", "16425.00")
    assert f"{order.total:.2f}" == "16425.00"
    assert not any(one.open for one in reading.issues)


def test_letters_of_a_number_may_be_cyrillic():
    assert numbered("Заказ № СТ00072768 от 23.04.25")[0] == ("Заказ", "СТ00072768")
    assert numbered("Замовлення УТ-1178")[0][1] == "УТ-1178"


def test_a_long_number_next_below_the_title_needs_no_sign():
    drawing = "Purchase Order Form|PURCHASE ORDER|Purchase Order\n(New)|(New)|Elm Street\n4420771|4420772|4420773"
    found = make_grid(grid(drawing).sheets[0])
    assert [below_title(found, 3, at) for at in (1, 2, 3)] == ["4420771", "4420772", ""]


def test_days_and_numbers_that_a_narrow_box_breaks_are_whole():
    broken = "Customer:|Acme Ltd|PO Date:|04 May\n|||2026\nPO No: AB-2026-\n77\n.\nSKU|Description|Qty\nA-1|Rope|5"
    (order,) = read(grid(broken)).orders
    assert (order.po_number, order.order_date) == ("AB-2026-77", "2026-05-04")
