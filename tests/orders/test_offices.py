"""Papers as the well-known forms of offices print them: blocks, greetings, numbers below titles."""

from decimal import Decimal

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result
from orders.totals import total_words

LINES = "A-1|Mug|24|3.20|76.80\nA-2|Saucer|12|1.10|13.20\n"


def order_of(drawing: str):
    reading = read(grid(drawing))
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0]


def test_a_box_of_names_parts_no_head_from_its_lines():
    """Naive: `ATTN: NAME / DEPT` heads another order, and number and day of this one are lost with it."""
    order = order_of(
        "PURCHASE ORDER\nCOMPANY NAME|Acme Ltd||DATE|20/11/2026\nCITY|Leeds||PURCHASE ORDER NO.|20118\n"
        "VENDOR|||SHIP TO\nATTN: NAME / DEPT|Sales||ATTN: NAME / DEPT|Goods in\n"
        "COMPANY NAME|Birch Ltd||COMPANY NAME|Acme Ltd\n"
        "ITEM NO.|DESCRIPTION|QTY|UNIT PRICE|TOTAL\n" + LINES
    )
    assert (order.po_number, order.order_date) == ("20118", "2026-11-20")


@pytest.mark.parametrize(
    "text",
    [
        "Shipping & Handling",
        "S&H",
        "Freight & Insurance",
        "Verpackung und Versand",
        "Packing & Delivery: 12.00",
    ],
)
def test_two_charges_in_one_are_a_charge(text):
    assert total_words(text) == {"charge": 1.0}


def test_other_words_in_twos_are_none():
    assert [total_words(one) for one in ("Bed & Breakfast", "Shipping & Billing")] == [{}, {}]


def test_beside_the_count_of_all_pieces_stands_what_they_come_to():
    """Naive: 90 is held against the 36 pieces that the lines come to, and asked about."""
    order = order_of(
        f"Customer:|Acme Ltd\nCode|Item|Qty|Price|Ext.\n{LINES}|Total units|36||90.00\n"
    )
    assert order.total == 90


def test_a_span_of_days_is_no_number_with_its_day():
    """Naive: `15/01/2027 - 31/01/2027` is an order's number and its date."""
    reading = read(
        grid(
            f"Customer:|Acme Ltd\nDelivery window|15/01/2027 - 31/01/2027\nCode|Item|Qty|Price|Total\n{LINES}"
        )
    )
    order = reading.orders[0]
    assert (order.order_date, order.delivery_date) == (None, None)
    assert "INVALID_DATE" in [one.code for one in reading.issues]


def test_what_sums_up_the_sizes_proves_the_price_under_an_unknown_heading():
    order = order_of(
        "Customer:|Acme Ltd\nStyle|Colour|S|M|L|Qty|Zz|Total\nW-1|Black|1|2|3|6|60|360\nW-2|Camel|2|2||4|55|220\n"
    )
    assert {str(line.unit_price) for line in order.lines} == {"60", "55"}


def test_who_buys_for_a_store_is_not_the_customer():
    """Naive: `Buyer` names the customer, whoever that is."""
    order = order_of(
        f"Store Name:|Oak Gifts|||PO #:|K-118\nBuyer:|A. Weaver\nCode|Item|Qty|Price|Total\n{LINES}"
    )
    assert order.customer == "Oak Gifts"


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        (
            "Kern Gastro GmbH · Mühlweg 4 · 04109 Leipzig\n.\nBirke & Bohne GmbH\n10115 Berlin\nBestellung Nr.:|B-118\n",
            "Mit freundlichen Grüßen\n.\nKern Gastro GmbH",
            "Kern Gastro GmbH",
        ),
        ("SARL Kern Traiteur|BON DE COMMANDE N° BC-118\nFournisseur :|Bouleau & Cie\n", "", "SARL Kern Traiteur"),
        ("Inkooporder|IO-118\nVan:||Aan:\nKern Horeca B.V.||Berk & Boon B.V.\n", "", "Kern Horeca B.V."),
    ],
)  # fmt: skip
def test_who_writes_is_told_by_the_senders_line_the_greeting_and_the_word_from(head, foot, name):
    order = order_of(f"{head}Code|Item|Qty|Price|Total\n{LINES}.\n.\n{foot}")
    assert order.customer == name


@pytest.mark.parametrize(
    ("head", "number", "day"),
    [
        ("|注 文 書\n|||No. 20118\n|||2026年11月20日\n", "20118", "2026-11-20"),
        ("Acme S.r.l.|ORDINE DI ACQUISTO\n|N. 118/2026 del 20/11/2026\n", "118/2026", "2026-11-20"),
    ],
)
def test_a_number_below_the_title_is_the_orders_and_keeps_its_day(head, number, day):
    order = order_of(f"{head}Customer:|Acme S.r.l.\nCode|Item|Qty|Price|Total\n{LINES}")
    assert (order.po_number, order.order_date) == (number, day)


def test_labels_behind_their_values_are_read_from_right_to_left():
    """Naive: the number of the phone on the right is the order's."""
    reading = read(
        grid(
            "1405/09/09|تاریخ||سوپر مارکت امید|مشتری\nS-889|شماره سفارش||09120000000|تلفن\n"
            "مبلغ کل|قیمت واحد|تعداد|نام کالا|ردیف\n360000|12000|30|دستمال|1\n400000|20000|20|صابون|2"
        )
    )
    (order,) = reading.orders
    assert (order.po_number, order.customer) == ("S-889", "سوپر مارکت امید")
    assert order.order_date == "2026-11-30"


def test_the_total_after_the_discount_is_the_lines_where_both_are_told():
    """Naive: the sum before discounts is the sub-total, and what is to be paid is told by nobody."""
    order = order_of(
        "مشتری|پخش نسیم\nکد کالا|شرح|تعداد|فی (ریال)|مبلغ کل (ریال)|تخفیف|مبلغ پس از تخفیف|مالیات|جمع کل\n"
        "A-1|روغن|120|850000|102000000|2000000|100000000|10000000|110000000\n"
        "A-2|رب|240|620000|148800000||148800000|14880000|163680000\n"
        "جمع||||250800000|2000000|248800000|24880000|273680000"
    )
    assert [str(one.line_total) for one in order.lines] == ["100000000", "148800000"]
    assert (order.subtotal, order.tax, order.total) == (248800000, 24880000, 273680000)


def test_a_greeting_is_offered_as_nobodys_name():
    (order,) = (
        reading := read(grid("سلام، لطفا سفارش زیر را ارسال کنید\nکالا|تعداد\nشیر|10\nماست|5"))
    ).orders
    assert order.customer is None
    asked = next(one for one in reading.issues if one.code == "MISSING_CUSTOMER")
    assert asked.candidates == ()


def test_a_total_with_tax_below_the_row_of_nets_and_taxes_is_no_contradiction():
    """Naive: the lines do not add up to the total."""
    order = order_of(
        "발주처|한빛상사\n발주번호|HB-1128\n품명|수량|단가|공급가액|세액\n종이컵|20|12000|240000|24000\n"
        "물티슈|50|1500|75000|7500\n합계|70||315000|31500\n총액 (VAT포함)|||346500"
    )
    assert (order.subtotal, order.tax, order.total) == (315000, 31500, 346500)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Заявка на поставку материалов № 45 от 25.11.2026", "45"),
        ("Заказ по договору № 7 от 25.11.2026", None),
        ("Tilaus PO-07821", "PO-07821"),
    ],
)
def test_a_dated_title_in_many_words_numbers_the_order(title, number):
    order = order_of(
        f"{title}\nЗаказчик: ООО «Клён»\nНаименование|Ед.|Кол-во\nЦемент|т|12\nКирпич|шт|100"
    )
    assert order.po_number == number


def test_who_writes_in_hebrew_is_the_customer():
    order = order_of(
        'הזמנת רכש מספר 5521\nלכבוד: אלון אספקה בע"מ\nמאת: מפעלי הגליל בע"מ\nמק"ט|תיאור|כמות|מחיר\nA10|ברז|40|35\nA11|צינור|20|4.5'
    )
    assert order.customer == 'מפעלי הגליל בע"מ'


def test_a_kilos_price_beside_grams_is_no_price_of_a_gram():
    """Naive: 2,500 g at the price of a kilo each."""
    order = order_of(
        "Klant|Slagerij Bos\nArtikel|Hoeveelheid|Prijs/kg\nGehakt|12,5 kg|8,90\nKipfilet|10 kg|7,20\nSpek|2500 g|6,50"
    )
    assert [one.unit_price for one in order.lines] == [Decimal("8.90"), Decimal("7.20"), None]


@pytest.mark.parametrize(
    "box",
    ["2750 Harvard Avenue, Leeds", "Hauptstraße 5, 04109 Leipzig", "Calle Mayor 12"],
)
def test_a_street_below_bill_to_is_nobodys_name(box):
    """Naive: whoever pays is called `2750 Harvard Avenue`."""
    reading = read(grid(f"PO No:|A-118\nBill To|\n{box}|\n.\nItem|Qty|Price\nBolt|10|2\nNut|20|1"))
    assert reading.orders[0].customer is None
    assert [one.code for one in reading.issues if one.open] == ["MISSING_CUSTOMER"]


def test_the_key_of_a_line_is_no_code_of_its_item():
    order = order_of(
        "order_id,customer,line_id,product_description,quantity\n".replace(",", "|")
        + "PO-7,Acme Ltd,PO-7-L1,Primer white,4\nPO-7,Acme Ltd,PO-7-L2,Gloss black,9".replace(
            ",", "|"
        )
    )
    assert [one.sku for one in order.lines] == [None, None]


def test_a_name_broken_within_its_quotes_is_whole():
    """Naive: the customer is called `АО "Хлебозавод`."""
    order = order_of(
        'Заказ №|118\nЗаказчик|АО "Хлебозавод\n|Клён"\nНаименование|Ед.|Кол-во\nМука|т|12\nСоль|кг|100'
    )
    assert order.customer == 'АО "Хлебозавод Клён"'


def test_an_authority_orders_by_a_numbered_form_and_who_signs_for_it_is_no_customer():
    """Naive: the name below `For the contracting authority` was the customer."""
    order = order_of(
        "Contracting authority:|Harbour Council\nOrder form no.:|2026-118\nDate of order:|19/06/2026\n\n"
        "Article code|Designation|Quantity ordered|Unit price|Total price\n" + LINES + "\n"
        "For the contracting authority|||For the contractor\nName:|Sofia Weiss||Name:\n"
    )
    assert (order.customer, order.po_number) == ("Harbour Council", "2026-118")


def test_a_title_below_a_house_is_no_customer():
    """Naive: `Pharmacy` asks for a name, and the title of the paper stands below it."""
    reading = read(
        grid("Pharmacy\npurchase requisition\nOrder no:|691\n\nSKU|Description|Qty\nA-1|Mug|2\n")
    )
    assert reading.orders[0].customer is None


@pytest.mark.parametrize("label", ["N° de orden / PO Number", "N° de orden", "رقم أمر الشراء"])
def test_a_sign_of_degrees_stands_for_the_number(label):
    drawing = f"Comprador|Acme Ltd\n{label}|129\n\nSKU|Description|Qty|Price|Total\n" + LINES
    assert order_of(drawing).po_number == "129"


HINTS = (
    "max. 18 characters|max. 40 characters|whole numbers|net, without tax|calculated",
    "CHAR 18|CHAR 40|DEC 13|CURR 11|CURR 13",
)


@pytest.mark.parametrize("hints", HINTS)
def test_a_row_that_tells_how_to_fill_the_columns_is_no_line_and_no_header(hints):
    """Naive: `net, without tax` and `characters` name columns better than what stands above."""
    order = order_of(
        "Customer|Acme Ltd\nPO Number|7781\n\n"
        f"Item code|Description|Qty|Unit price|Amount\n{hints}\n" + LINES
    )
    assert [one.sku for one in order.lines] == ["A-1", "A-2"]


def test_the_revision_behind_a_title_numbers_no_order():
    drawing = "PURCHASE ORDER - REVISION 2\nCustomer|Acme Ltd\nPO Number|7781\n\n"
    order = order_of(drawing + "Item code|Description|Qty|Unit price|Amount\n" + LINES)
    assert order.po_number == "7781"


def test_a_count_that_large_whole_sums_deny_is_asked():
    """Naive: 32.76 × 26,235,010 is no whole number, so that `Nos` was the quantity all the same."""
    reading = read(
        grid(
            "Customer|Acme Ltd\n\nRef|Description|Nos|L (m)|W (m)|Qty (m2)|Rate|Amount\n"
            "A-1|Board|7|3.6|1.3|32.76|26235010|859458928\n"
            "A-2|Pipe|6|6.4|0.8|30.72|11810010|362803507\n"
        )
    )
    assert [one.target for one in reading.issues if one.open] == ["column:quantity"]
