"""What names items where no heading says so, and what only describes them."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result
from orders.riding import asked, riders, yes_to

HEAD = "Customer:|Acme Ltd\nPO No:|PO-4711\n.\n"


def order_of(drawing: str):
    return read(grid(HEAD + drawing)).orders[0]


def test_words_under_a_heading_of_codes_are_names():
    """Naive: `Modell` is a word for codes, so `Schrank Alpin` is one."""
    order = order_of("Modell|Stück|EP|GP\nSchrank Alpin|2|450|900\nBett Alpin|4|380|1520")
    assert [(one.sku, one.product_name) for one in order.lines] == [
        (None, "Schrank Alpin"),
        (None, "Bett Alpin"),
    ]


def test_a_metal_is_no_name():
    """Naive: the one column of words that nobody knows names the items."""
    order = order_of(
        "Ref|Modèle|Métal|Pierre|Qté\nB-1|Solitaire|Or blanc|Rubis|1\nB-2|Alliance|Or jaune||2"
    )
    assert [one.product_name for one in order.lines] == ["Solitaire", "Alliance"]


def test_one_material_for_all_lines_is_no_code_and_lengths_belong_to_items_without_one():
    """Naive: `Material` means a code, so both lines order `S235`."""
    order = order_of(
        "Pos.|Profil|Länge (mm)|Stück|Material\n1|IPE 200|6000|4|S235\n2|L 50x5|2500|12|S235"
    )
    assert [(one.sku, one.product_name, one.details) for one in order.lines] == [
        (None, "IPE 200", "Länge (mm) 6000 · S235"),
        (None, "L 50x5", "Länge (mm) 2500 · S235"),
    ]


@pytest.mark.parametrize("head", ["規格", "규격", "Specification"])
def test_a_specification_is_no_code(head):
    order = order_of(f"Description|{head}|Quantity|Price\nBolt|M8|100|12\nNut|M8|100|8")
    assert [(one.sku, one.details) for one in order.lines] == [(None, "M8")] * 2


def test_a_column_named_as_a_quantity_is_no_sum_of_money():
    """Naive: per board × boards = total is quantity × price = total."""
    head = "MPN|Description|Qty/Board|Boards|Total Qty\n"
    reading = read(grid(f"{HEAD}{head}RC-06|Resistor|3|100|300\nCL-10|Capacitor|4|100|400"))
    assert reading.orders[0].lines[0].unit_price is None
    assert [one.fields for one in asked(reading.issues)] in ([], [("quantity",)])


def test_the_column_that_the_prices_are_of_is_asked_for():
    """Naive: `Pcs` is the quantity, and that every sum is wrong wants but a yes."""
    head = "Item|Pcs|m3|Price/m3|Total\n"
    reading = read(grid(f"{HEAD}{head}Pine|40|1.44|410|590.40\nOak|100|0.9|380|342"))
    (question,) = asked(reading.issues)
    assert (question.fields, question.preselect) == (("quantity",), "C")


def test_what_is_free_beside_the_quantity_wants_but_a_yes():
    reading = read(grid("Désignation|Qté|UG\nSavon|50|5\nBrosse|20|0"))
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
    assert [yes_to(one) for one in riders(reading.issues)] == ["B"]


def test_order_over_counts_that_some_rows_lack_is_what_is_ordered():
    order = order_of("Code|Product|Par|Stock|Order\n10|Tomatoes|4|1|3\n11|Oil|2|2|\n12|Flour|5|2|3")
    assert [one.quantity for one in order.lines] == [3, 3]


def test_one_code_for_all_colours_of_an_article_is_read():
    order = order_of("Articulo|Color|Talla|Cantidad\nZ-5|Rojo|S|5\nZ-5|Rojo|M|5\nZ-5|Azul|S|3")
    assert [one.sku for one in order.lines] == ["Z-5"] * 3


@pytest.mark.parametrize("head", ["$/kg", "EUR / m2", "€/m"])
def test_money_per_unit_is_a_price(head):
    order = order_of(f"Item|Quantity|{head}|Total\nBeef|12|6.4|76.8\nLamb|20|5.1|102")
    assert [str(one.unit_price) for one in order.lines] == ["6.4", "5.1"]


DAYS = [
    "Mon|Tue|Wed", "KW 48|KW 49|KW 50", "01/12|02/12|03/12", "2026-12-01|2026-12-08|2026-12-15",
    "شنبه|یکشنبه|دوشنبه", "Dec-26|Jan-27|Feb-27", "Lundi|Mardi|Mercredi", "第1週|第2週|第3週",
]  # fmt: skip


@pytest.mark.parametrize("days", DAYS)
def test_counts_for_days_are_added_up_and_a_person_confirms_it(days):
    reading = read(grid(f"Product|{days}\nMilk|10||8\nBread|6|6|10"))
    assert [one.quantity for one in reading.orders[0].lines] == [18, 22]
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
    assert [yes_to(one) for one in riders(reading.issues)] == ["B+C+D"]


@pytest.mark.parametrize("days", DAYS[:4])
def test_a_column_that_adds_up_the_days_is_the_quantity(days):
    reading = read(grid(f"{HEAD}Product|{days}|Total\nMilk|10||8|18\nBread|6|6|10|22"))
    assert reading.result is Result.QUESTIONS
    assert [one.quantity for one in reading.orders[0].lines] == [18, 22]
    assert [yes_to(one) for one in reading.issues if one.open] == ["E"]


def test_boxes_are_ordered_at_a_price_for_the_box():
    """Naive: `Pcs` is the quantity, at a box's price each, in an order called ready."""
    order = order_of("Item|Boxes|Pcs/box|Pcs|Price/box\nCup|10|12|120|6.00\nLid|5|24|120|2.40")
    assert [str(one.quantity) for one in order.lines] == ["10", "5"]


def test_what_is_free_behind_a_plus_wants_but_one_yes():
    reading = read(grid(f"{HEAD}Item|Qty\nHam|5+1\nCheese|10+2\nOil|3"))
    assert [one.quantity for one in reading.orders[0].lines] == [5, 10, 3]
    assert [yes_to(one) for one in asked(reading.issues)] == ["yes"]


@pytest.mark.parametrize("label", ["EAN: ", "Barcode ", "GTIN "])
def test_a_barcode_below_a_line_is_the_lines(label):
    """Naive: it is a remark, and the last one an item that wants no number."""
    head = "Code|Description|Qty|Price\n"
    order = order_of(
        f"{head}A-1|Lamp|2|10\n|{label}5901234123457\nA-2|Shade|3|5\n|{label}4006381333931"
    )
    assert [one.gtin for one in order.lines] == ["5901234123457", "4006381333931"]


def test_a_number_behind_letters_and_two_dates_are_no_schedule():
    """Naive: `PO` is a Monday in Czech, so the values below labels are headings of days."""
    labels = (
        "Cliente|Nº de pedido|Fecha|Fecha de entrega\nRobledal S.L.|PO-3728|2026-10-23|2026-11-06\n"
    )
    order = read(grid(f"{labels}Cantidad|Descripción|Referencia\n100|Cuerda|A-70")).orders[0]
    assert (order.customer, order.po_number) == ("Robledal S.L.", "PO-3728")


def test_pieces_at_a_price_for_the_kilo_are_asked_about():
    """Naive: ten bars at a price for the kilo each, in an order called ready."""
    head = "Item|Length|pcs|kg|Price/kg\n"
    (question,) = asked(
        read(grid(f"{HEAD}{head}Bar 11373|3000|10|74|28\nBar 11523|3000|5|83|31")).issues
    )
    assert (question.fields, question.preselect) == (("quantity",), "D")
    rolls = "品名|颜色|数量(卷)|单价/kg\nPE膜|透明|20|12.5\nPE膜|黑色|10|11.8"
    assert [one.fields for one in asked(read(grid(HEAD + rolls)).issues)] == [("quantity",)]
    assert (
        read(grid(f"{HEAD}Item|Kg|Price/kg\nBeef|12.5|6.40\nLamb|20|5.10")).result is Result.READY
    )


@pytest.mark.parametrize(
    "drawing",
    [
        "Tür|Anschlag|Stk|EP\nT30-1|links|3|420\nT30-2|rechts|2|455",
        "Patient|Frame|Eye|Qty\nSmith|F-100|R|1\nSmith|F-100|L|1",
    ],
)
def test_words_that_name_no_item_are_asked_about(drawing):
    """Naive: the one column of words beside a quantity holds the names: `links`, `R`."""
    reading = read(grid(HEAD + drawing))
    assert [one.fields for one in asked(reading.issues)] in ([("product_name",)], [("sku",)])


def test_words_under_a_short_heading_of_codes_are_names():
    order = order_of("Art.|Farbe|Größe|Menge\nKompositspritze|A2|4g|5\nKompositspritze|A3|4g|3")
    assert [(one.sku, one.product_name) for one in order.lines] == [(None, "Kompositspritze")] * 2


def test_what_some_rows_say_nothing_of_is_no_name():
    """Naive: `treatment` over words was as likely the name as `board` over sizes."""
    rows = "2x4|KD|8|1\n2x6|PT|10|3\n4x4|KD|12|2\n3/4 ply|—|4|5"
    reading = read(grid(f"board|treatment|stock_length_ft|qty\n{rows}"))
    assert [one.product_name for one in reading.orders[0].lines] == ["2x4", "2x6", "4x4", "3/4 ply"]
    assert [one.code for one in asked(reading.issues)] == ["MISSING_CUSTOMER"]
