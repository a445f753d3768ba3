"""Orders as trades write them: wine by the case, stems, parts by model, taxes in parts, days."""

from decimal import Decimal

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result
from orders.riding import asked

HEAD = "Customer:|Acme Ltd||PO No:|PO-118\n"


def told_of(drawing: str):
    return read(grid(HEAD + drawing))


def lines_of(drawing: str):
    reading = told_of(drawing)
    assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]
    return reading.orders[0].lines


def test_cases_count_where_the_price_is_of_a_case():
    """Naive: the bottles may be meant as well, so a person is asked."""
    lines = lines_of(
        "Code|Wine|Case size|Cases|Bottles|Price/case|Total\nW-1|Rioja|6|5|30|48|240\nW-2|Chablis|12|2|24|150|300"
    )
    assert [(one.quantity, one.unit_price) for one in lines] == [(5, 48), (2, 150)]


def test_what_is_net_of_a_piece_is_the_price_beside_list_and_discount():
    """Naive: no heading names a price, so the order has none, and a discount of 40 %."""
    lines = lines_of(
        "ISBN|Title|Qty|List|Disc %|Net|Total\n9780306406157|Atlas|10|20|40|12|120\n9783161484100|Grammar|5|15|35|9.75|48.75"
    )
    assert [one.unit_price for one in lines] == [Decimal(12), Decimal("9.75")]


def test_the_model_that_a_part_fits_is_no_code():
    """Naive: `Model` names the item, so two parts have the code Hilux."""
    lines = lines_of(
        "OEM No.|Part name|Brand|Model|Qty\n04465-0K240|Brake pad|ADV|Hilux|10\n90915-YZZD4|Oil filter|TYT|Corolla|50\n"
        "17801-0L040|Air filter||Hilux|20"
    )
    assert [one.sku for one in lines] == ["04465-0K240", "90915-YZZD4", "17801-0L040"]


def test_words_under_item_name_it_and_the_specification_tells_more():
    lines = lines_of(
        "LOT|Item|Specification|Quantity|Unit Price|Total Price\n1|Tarpaulin|4x5 m, 200 gsm|500|8.5|4250\n"
        "2|Jerry can|20 l, collapsible|1000|2.1|2100"
    )
    assert [(one.product_name, one.details) for one in lines] == [
        ("Tarpaulin", "4x5 m, 200 gsm"), ("Jerry can", "20 l, collapsible"),
    ]  # fmt: skip


def test_one_row_that_adds_up_nets_parts_of_the_tax_and_grosses_states_all_three():
    """Naive: the sum below the lines' nets is the order's total."""
    order = told_of(
        "Sr|Description|HSN|Qty|Rate|Taxable value|CGST %|CGST|SGST %|SGST|Total\n"
        "1|Bearing|84821011|24|120|2880|9|259.2|9|259.2|3398.4\n2|Oil seal|84879000|12|45.5|546|9|49.14|9|49.14|644.28\n"
        "|Total||36||3426||308.34||308.34|4042.68"
    ).orders[0]
    told = order.subtotal, order.tax, order.total
    assert told == (Decimal(3426), Decimal("616.68"), Decimal("4042.68"))


def test_another_day_of_delivery_below_an_item_is_of_that_item():
    lines = lines_of(
        "Item|Material|Description|Delivery date|Qty|Unit price|Net value\n10|A-1|Mug|2026-12-05|12|3.2|38.4\n"
        "|||2026-12-12|12|3.2|38.4\n20|A-2|Saucer|2026-12-05|12|1.1|13.2"
    )
    assert [(one.sku, one.delivery_date) for one in lines] == [
        ("A-1", "2026-12-05"), ("A-1", "2026-12-12"), ("A-2", "2026-12-05"),
    ]  # fmt: skip


def test_two_blanks_of_a_list_without_sums_are_one_question():
    reading = told_of(
        "Code|Item|Pack|Price|Order\nD-1|Milk|12|0.9|10\nD-2|Butter|20|2.1|\nD-3|Cream|6|1.7|4\nF-1|Flour|10|0.8|"
    )
    assert [one.code for one in asked(reading.issues)] == ["MISSING_QUANTITY"]


@pytest.mark.parametrize(
    ("drawing", "counts"),
    [
        ("Code|Product|Mon|Tue|Sat|Total\nB-1|Loaf|10|12|25|47\nB-2|Rye|4||8|12", [47, 12]),
        ("Ref|Product|01 Rose|02 Coral|Qty|Price|Total\nL-1|Lipstick|12|6|18|5|90\nL-2|Gloss|6|6|12|4|48", [18, 12]),
        ("Code|Item|Jan 2027|Feb 2027|Total|Price\nA-1|Mug|100|120|220|3.2\nA-2|Saucer|50||50|1.1", [220, 50]),
    ],
)  # fmt: skip
def test_what_adds_up_days_shades_or_months_is_ordered_and_a_person_says_so(drawing, counts):
    """Naive: `Total` is money, or the shades are dropped without a word."""
    reading = told_of(drawing)
    assert [one.quantity for one in reading.orders[0].lines] == counts
    (question,) = asked(reading.issues)
    assert (question.code, question.facts["why"]) == ("QUANTITY_BY_PLACE", "lone")
    assert question.preselect == question.candidates[0].value


def test_a_forms_own_example_is_asked_and_no_line_meanwhile():
    """Naive: the first line, which shows how to fill in the form, is ordered as well."""
    reading = told_of("Code|Item|Qty\nA-0|Example item (do not fill)|5\nA-1|Mug|24\nA-2|Saucer|12")
    assert [one.sku for one in reading.orders[0].lines] == ["A-1", "A-2"]
    (question,) = asked(reading.issues)
    assert (question.code, question.facts["why"]) == ("TOTAL_ROW_UNCERTAIN", "struck")


def test_of_your_code_and_our_code_a_person_says_which_names_the_item():
    """Naive: both are a customer's, so the items have no code and nobody hears of it."""
    reading = told_of("Your code|Our code|Item|Qty\nA-1|K-77|Mug|24\nA-2|K-78|Saucer|12")
    (question,) = asked(reading.issues)
    assert (question.target, question.preselect) == ("column:sku", "A")


def test_the_net_behind_a_discount_is_not_the_sub_total():
    order = told_of(
        "Code|Item|Qty|Price|Total\nA-1|Mug|24|3.2|76.8\nA-2|Saucer|12|1.1|13.2\n|||Subtotal|90\n"
        "|||Discount 10%|-9\n|||Net|81\n|||VAT 20%|16.2\n|||Total|97.2"
    ).orders[0]
    assert (order.subtotal, order.total) == (90, Decimal("97.2"))


def test_the_day_of_the_order_on_every_line_is_read_as_the_sheet_writes_days():
    """Naive: 04/10 reads two ways by itself, so the order has no day, and nobody hears of it."""
    lines = "BE-7|Acme SARL|04/10/2026|19/11/2026|A-1|40|2,50\nBE-7|Acme SARL|04/10/2026|19/11/2026|A-2|25|3,10"
    head = "Commande n°|Client|Date de la commande|Date de livraison|Réf.|Quantité|Prix unitaire\n"
    order = read(grid(head + lines)).orders[0]
    assert (order.order_date, order.delivery_date) == ("2026-10-04", "2026-11-19")
    assert order.evidence["order_date"].cell == "C2"


def test_two_quantities_told_apart_by_a_letter_are_asked():
    reading = told_of("Code|Name|Qty A|Price|Qty B\nA-1|Mug|144|48.62|41\nA-2|Cup|75|38.70|19")
    (question,) = asked(reading.issues)
    assert (question.code, question.target) == ("AMBIGUOUS_COLUMN", "column:quantity")
