"""What files by strangers to this reader brought to light: each was ready and wrong, or said nothing."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "Customer:|Acme Ltd\n"


def told(reading):
    return {one.code: one for one in reading.issues}


@pytest.mark.parametrize("heading", ["Kod CN", "الرمز الجمركي", "Kód zboží celní"])
def test_codes_of_the_customs_name_no_items(heading):
    rows = "Rope|7318.15|5\nHook|8544.49|7\nLamp|7318.15|2"
    order = read(grid(f"{HEAD}Name|{heading}|Qty\n{rows}")).orders[0]
    assert [line.sku for line in order.lines] == [None] * 3


@pytest.mark.parametrize(("tax", "asked"), [("27", True), ("20", False)])
def test_a_stated_tax_that_is_a_slip_is_asked_though_the_total_fits_the_rate(tax, asked):
    lines = "Code|Name|Qty|Price|Amount\nA-1|Rope|10|10.00|100.00"
    reading = read(grid(f"{HEAD}{lines}\n|||Subtotal|100.00\n|||VAT 20%|{tax}\n|||Total|120.00"))
    assert ("TOTAL_MISMATCH" in told(reading)) is asked
    assert str(reading.orders[0].tax) == tax


def test_half_of_a_tax_beside_the_total_is_no_slip():
    lines = "Code|Name|Qty|Price|Amount\nA-1|Rope|10|10.00|100.00"
    reading = read(grid(f"{HEAD}{lines}\n|||CGST 9%|9.00\n|||Total|118.00"))
    assert reading.result is Result.READY


def test_two_counts_beside_an_empty_column_of_totals_are_asked():
    rows = "A-1|Rope|5|2.50||9\nA-2|Hook|7|1.25||3"
    reading = read(grid(f"{HEAD}Code|Name|Qty|Price|Amount|Qty 2\n{rows}"))
    assert told(reading)["AMBIGUOUS_COLUMN"].fields == ("quantity",)


def test_a_line_without_a_price_among_others_is_told():
    rows = "A-1|Rope|5|2.50|12.50\nA-2|Hook|7||\nA-3|Lamp|1|3.00|3.00"
    reading = read(grid(f"{HEAD}Code|Name|Qty|Price|Amount\n{rows}"))
    assert reading.result is Result.READY
    assert told(reading)["INVALID_PRICE"].cells == ("Sheet1!D4",)
    assert dict(told(reading)["INVALID_PRICE"].facts)["why"] == "missing"


@pytest.mark.parametrize(
    "title", ["LISTA DE EMBALAJE", "Receção de mercadoria", "入庫伝票", "Приходный ордер"]
)
def test_papers_of_the_store_are_no_orders(title):
    reading = read(grid(f"{title}\n\n{HEAD}Code|Name|Qty\nA-1|Rope|5\nA-2|Hook|7"))
    assert reading.result is not Result.READY


@pytest.mark.parametrize("place", ["납품장소", "納入場所", "عنوان التسليم"])
def test_a_place_of_delivery_beside_a_label_is_not_the_customer(place):
    drawing = f"Buyer:||{place}\nAcme Ltd||Depot 7\nDock Road||Hull\n\nCode|Name|Qty\nA-1|Rope|5"
    assert read(grid(drawing)).orders[0].customer == "Acme Ltd"


COLOURS = (
    "Style|Name|Red|Blue|Green|Total|Price|Amount\nST-1|Cap|5|10||15|4|60\nST-2|Scarf||6|6|12|9|108"
)


@pytest.mark.parametrize(
    "words", ["Red|Blue|Green", "Rot|Blau|Grün", "قرمز|آبی|سبز", "红色|蓝色|绿色"]
)
def test_colours_as_columns_are_a_line_each(words):
    reading = read(grid(HEAD + COLOURS.replace("Red|Blue|Green", words)))
    told = [(one.sku, one.colour, str(one.quantity)) for one in reading.orders[0].lines]
    first, second, third = words.split("|")
    assert told == [
        ("ST-1", first, "5"),
        ("ST-1", second, "10"),
        ("ST-2", second, "6"),
        ("ST-2", third, "6"),
    ]
    assert reading.result is Result.READY


def test_colours_that_do_not_make_up_their_own_sum_are_asked():
    assert read(grid(HEAD + COLOURS.replace("|15|", "|16|"))).result is Result.QUESTIONS


def test_an_amount_beside_a_total_of_pieces_is_money_where_the_price_says_so():
    order = read(
        grid(f"{HEAD}Code|Name|Total|Price|Amount\nA-1|Rope|15|4|60\nA-2|Hook|12|9|108")
    ).orders[0]
    assert [(str(one.quantity), str(one.line_total)) for one in order.lines] == [
        ("15", "60"),
        ("12", "108"),
    ]


def test_a_net_price_times_the_quantity_is_the_total():
    rows = "1001|Saw|2|100|10%|90|180\n1002|Axe|1|50|10%|45|45"
    reading = read(grid(f"{HEAD}SKU|Name|Qty|List price|Disc|Net|Total\n{rows}\n|||||Total|225"))
    assert reading.result is Result.READY
    assert [str(one.line_total) for one in reading.orders[0].lines] == ["180", "45"]


def test_several_blank_quantities_without_totals_are_one_question():
    rows = "A-1|Rope|5|2|10\nA-2|Hook||7|\nA-3|Lamp||3|\nA-4|Pole|1|4|4"
    reading = read(grid(f"{HEAD}Code|Name|Qty|Price|Amount\n{rows}"))
    (asked,) = [one for one in reading.issues if one.open]
    assert (asked.code, dict(asked.facts)["count"]) == ("MISSING_QUANTITY", "2")


def test_an_address_behind_a_firm_is_not_its_name():
    drawing = "Code|Name|Qty\nA-1|Rope|5\nA-2|Hook|7\n\nOrdered by: Kern AB, Storgatan 1, Malmö"
    assert read(grid(drawing)).orders[0].customer == "Kern AB"


def test_a_sum_of_weights_is_no_total_of_the_order():
    rows = "A-1|Rope|2|1.5|3\nA-2|Hook|4|0.5|2\nTotal||6||5"
    assert read(grid(f"{HEAD}Code|Name|Qty|Kg each|Total kg\n{rows}")).orders[0].total is None


def test_a_school_beside_the_person_who_ordered_is_asked():
    head = "Ordered by|Jane Smith\nSchool|St Brendan Primary School\nOrder ref|SB/26/14\n"
    reading = read(grid(f"{head}Item|Qty|Unit cost\nGlue|50|0.40\nPaint|10|6.50"))
    assert reading.orders[0].customer is None
    assert "MISSING_CUSTOMER" in told(reading)
