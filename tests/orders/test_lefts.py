"""Orders that came out ready with a value left out, or wrong: each in a small grid."""

from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Reading, Result
from orders.sheet import Workbook

HEAD = "Order 7781\nCustomer:|Green Grocer Ltd\n"


def asked(reading: Reading) -> list[tuple[str, str]]:
    return [(one.code, one.target) for one in reading.issues if one.open]


def test_totals_of_lines_without_results_are_computed_under_a_bare_total():
    (order,) = read(grid(f"{HEAD}Code|Item|Qty|Price|Total\nA1|Oil|12|4.5|=C4*D4→\nA2|Salt|6|2|=IFERROR(C5*D5,0)→\nTotal||||=SUM(E4:E5)→")).orders  # fmt: skip
    assert [one.line_total for one in order.lines] == [54, 12]
    assert order.total == 66


def test_prices_whose_formulas_lead_too_far_are_one_yes():
    book = grid(f"{HEAD}Code|Item|Qty|Price\nA1|Oil|12|=VLOOKUP(A4,X1:Y9,2,0)→\nA2|Salt|6|=VLOOKUP(A5,X1:Y9,2,0)→")  # fmt: skip
    assert asked(read(book)) == [("FORMULAS_UNCONFIRMED", "accept")]


@pytest.mark.parametrize(
    ("goods", "more"), [("Goederenwaarde", "Statiegeld"), ("Kaubad", "Taara tagatis"), ("Total", "Freight")]
)  # fmt: skip
def test_the_sum_of_the_goods_beside_charges_is_the_subtotal(goods, more):
    rows = f"Code|Item|Qty|Price|Total\nA1|Keg|2|100|200\nA2|Soda|10|5|50\n.\n|||{goods}|250\n|||{more}|60\n|||VAT|55\n|||Total|365"  # fmt: skip
    reading = read(grid(HEAD + rows))
    (order,) = reading.orders
    assert reading.result is Result.READY
    assert (order.subtotal, order.tax, order.total) == (250, 55, 365)


def test_a_price_under_a_currency_alone_wants_a_yes():
    book = grid(f"{HEAD}Code|Item|Qty|CHF\nA1|Rope|4|189.90\nA2|Hook|20|12.50")
    reading = read(book)
    assert asked(reading) == [("AMBIGUOUS_COLUMN", "column:unit_price")]
    (question,) = (one for one in reading.issues if one.open)
    assert (question.facts["why"], question.preselect) == ("lone", "D")
    (order,) = read(book, fixes=[Fix(FixKind.COLUMN, "unit_price", "D")]).orders
    assert ([one.unit_price for one in order.lines], order.currency) == ([Decimal("189.90"), Decimal("12.50")], "CHF")  # fmt: skip
    reading = read(book, fixes=[Fix(FixKind.COLUMN, "unit_price", "-")])
    assert reading.result is Result.READY
    assert [one.unit_price for one in reading.orders[0].lines] == [None, None]


@pytest.mark.parametrize(("rows", "name"), [
    ("A1|Rope|4|120\nA2|Hook|20|1000\n|||1120", "line_total"),
    ("A1|Rope|4|2.5\nA2|Hook|20|1.5\n|||40", "unit_price"),
])  # fmt: skip
def test_the_sum_below_says_what_stands_under_a_currency_alone(rows, name):
    reading = read(grid(f"{HEAD}Code|Item|Qty|USD\n{rows}"))
    assert reading.result is Result.READY
    assert all(getattr(one, name) for one in reading.orders[0].lines)


def test_prices_in_two_currencies_are_asked():
    reading = read(grid(f"{HEAD}Code|Item|Qty|EUR|USD\nA1|Mask|4|30|33\nA2|Fins|20|50|55"))
    assert asked(reading) == [("AMBIGUOUS_COLUMN", "column:unit_price")]
    assert [one.unit_price for one in reading.orders[0].lines] == [None, None]


def test_whole_amounts_under_one_currency_twice_are_price_and_total():
    reading = read(grid("مشتری|فروشگاه مهر\nکد|شرح کالا|تعداد|ریال|ریال\n11|لیوان|24|350000|8400000\n12|بشقاب|12|800000|9600000"))  # fmt: skip
    assert reading.result is Result.READY
    assert [one.unit_price for one in reading.orders[0].lines] == [350000, 800000]


@pytest.mark.parametrize(("title", "number"), [
    ("CONTRACT 4600001122", "4600001122"), ("RELEASE 550012-3", "550012-3"), ("Marché n° 2026-44", "2026-44"),
    ("TENDER T-2026-118", "T-2026-118"), ("Contract Packaging 2000 Ltd", None), ("CONTRACT 4600001122\nPO Number:|7781", "7781"),
])  # fmt: skip
def test_a_contract_or_a_tender_asks_for_goods_under_its_own_number(title, number):
    rows = "Customer:|Delta Mills Ltd\nCode|Item|Qty|Price\nD1|Bearing|40|3.5\nD2|Belt|10|7"
    (order,) = read(grid(f"{title}\n{rows}")).orders
    assert order.po_number == number


@pytest.mark.parametrize(("head", "cells", "prices"), [
    ("Price", ("€2.40/100", "9.00 € je 100 Stk"), ("0.024", "0.09")), ("Prix le mille", ("24", "22"), ("0.024", "0.022")),
    ("Precio el ciento", ("24", "22"), ("0.24", "0.22")),
])  # fmt: skip
def test_a_price_of_several_is_divided_and_asked(head, cells, prices):
    reading = read(
        grid(f"{HEAD}Code|Item|Qty|{head}\nA1|Screw|500|{cells[0]}\nA2|Nut|1000|{cells[1]}")
    )
    assert [one.unit_price for one in reading.orders[0].lines] == [*map(Decimal, prices)]
    assert asked(reading) == [("INVALID_PRICE", "accept")]


@pytest.mark.parametrize(("head", "unit", "total"), [
    ("Price/M", "EA", "12"), ("Price", "M", "12"), ("Price/M", "EA", "12000"),
])  # fmt: skip
def test_totals_say_what_a_letter_beside_a_price_means(head, unit, total):
    reading = read(grid(f"{HEAD}Code|Item|Qty|Unit|{head}|Total\nA1|Label|5000|{unit}|2.4|{total}"))
    (line,) = reading.orders[0].lines
    assert line.unit_price == Decimal(total) / 5000
    assert not asked(reading)


def test_items_beside_each_other_under_numbers_are_lines_and_want_a_yes():
    head = "order_id|customer|item_1_sku|item_1_name|item_1_qty|item_1_price|item_2_sku|item_2_name|item_2_qty|item_2_price"
    reading = read(grid(f"{head}\nPO-77|Finch Ltd|A-1|Jam|12|3.5|A-2|Honey|6|4"))
    (order,) = reading.orders
    assert [(one.sku, one.quantity, one.unit_price) for one in order.lines] == [("A-1", 12, Decimal("3.5")), ("A-2", 6, 4)]  # fmt: skip
    assert (order.customer, order.po_number) == ("Finch Ltd", "PO-77")
    assert order.lines[1].evidence["quantity"].address == "Sheet1!I2"
    assert asked(reading) == [("LAYOUT_TURNED", "accept")]


def test_steps_of_prices_are_no_items_beside_each_other():
    reading = read(
        grid("SKU|Name|Qty 1|Price 1|Qty 2|Price 2\nA-1|Jam|1|3|10|2.5\nB-1|Tea|1|4|10|3.5")
    )
    assert "LAYOUT_TURNED" not in {one.code for one in reading.issues}


def test_an_order_number_on_all_lines_is_no_articles_number():
    (order,) = read(grid("Artikel|Bezeichnung|Menge|Preis|Kunde|Bestellnr\nX-1|Mehl|10|12.5|Nord GmbH|B-4471\nX-2|Hefe|20|1.2|Nord GmbH|B-4471")).orders  # fmt: skip
    assert order.po_number == "B-4471"
    assert [one.sku for one in order.lines] == ["X-1", "X-2"]


def test_a_sellers_number_of_each_row_parts_no_order():
    head = "Sales order|Customer PO|Customer|Item|Description|Qty|Price"
    reading = read(grid(f"{head}\nSO-1|P-7|Delta Inc|B1|Bolt|10|4\nSO-2|P-7|Delta Inc|B2|Nut|20|4\nSO-3|P-7|Delta Inc|B3|Nail|5|9"))  # fmt: skip
    (order,) = reading.orders
    assert (order.po_number, len(order.lines)) == ("P-7", 3)


def test_branches_of_the_one_customer_part_no_order():
    rows = "Artikel|Bezeichnung|Menge|Preis|Filiale\nA-1|Mehl|12|3.5|Filiale Mitte\nA-1|Mehl|6|3.5|Filiale Nord"
    reading = read(grid(f"Bestellung 4711\nKunde|Süd GmbH\n{rows}"))
    (order,) = reading.orders
    assert (order.customer, len(order.lines)) == ("Süd GmbH", 2)
    told = [one.facts["columns"] for one in reading.issues if one.code == "UNMAPPED_COLUMNS"]
    assert told == ["Filiale"]


@pytest.mark.parametrize(
    "name", ["㈱さくら物産", "SIA Baltijas Preces", "Дунав Промет д.о.о.", "«Արարատ Թրեյդ» ՍՊԸ"]
)
def test_companies_of_the_world_are_offered_from_the_letterhead(name):
    reading = read(grid(f"{name}\nCode|Item|Qty|Price\nA1|Widget|10|5\nA2|Gadget|4|9"))
    (question,) = (one for one in reading.issues if one.open)
    assert [one.value for one in question.candidates] == [name]


def test_an_amount_of_whole_numbers_beside_prices_counts_with_a_yes():
    reading = read(grid(f"{HEAD}Code|Item|Amount|Price\nA1|Rope|4|2\nA2|Hook|20|3"))
    (question,) = (one for one in reading.issues if one.open)
    assert question.facts["why"] == "lone"
    assert [one.quantity for one in reading.orders[0].lines] == [4, 20]


def test_a_price_that_sums_prove_is_no_pack():
    (order,) = read(grid(f"{HEAD}Code|Item|Qty|Unit price|Case price|Total\nA1|Mug|10|3|36|360\nA2|Cup|4|2|24|96")).orders  # fmt: skip
    assert [(one.sku, one.unit_price) for one in order.lines] == [("A1", 36), ("A2", 24)]


def test_a_bare_net_that_no_sum_proves_wants_a_yes():
    rows = "Code|Item|Qty|Net|Gross\nA1|Oil|10|5|6\nA2|Salt|4|2|2.4"
    (question,) = [one for one in read(grid(HEAD + rows)).issues if one.open]
    assert (question.target, question.facts["why"]) == ("column:line_total", "lone")


def test_a_last_row_in_unknown_words_is_the_total_that_the_tax_makes():
    rows = "Code|Item|Qty|Price|Total\nA1|Pump|1|100|100\nA2|Hose|2|20|40\n|||Total|140\n|||VAT|28\n|||Sluttsum|168"
    (order,) = read(grid(HEAD + rows)).orders
    assert (order.subtotal, order.tax, order.total) == (140, 28, 168)


@pytest.mark.parametrize(
    ("head", "unit"), [("Qty|Price|Per", ""), ("Qty|UOM|Price|Price UOM", "m|")]
)
def test_prices_for_so_much_of_a_unit_are_divided_and_asked(head, unit):
    reading = read(grid(f"{HEAD}Code|Item|{head}\nA1|Pump|10|{unit}5|m\nA2|Rope|200|{unit}30|100m"))
    assert [one.unit_price for one in reading.orders[0].lines] == [5, Decimal("0.3")]
    assert asked(reading) == [("INVALID_PRICE", "accept")]


def test_a_quantity_whose_formula_leads_too_far_takes_no_other_column():
    book = grid(f"{HEAD}Code|Item|Need|Qty|Price\nA1|Oil|11|=VLOOKUP(A4,X1:Y9,2,0)→|4\nA2|Salt|5|=VLOOKUP(A5,X1:Y9,2,0)→|2")  # fmt: skip
    reading = read(book)
    assert asked(reading) == [("AMBIGUOUS_COLUMN", "column:quantity")]
    assert [one.quantity for one in reading.orders[0].lines] == [None, None]


def test_names_that_the_file_does_not_hold_are_told():
    book = grid(f"{HEAD}Code|Item|Qty|Price\nA1|=VLOOKUP(A4,X1:Y9,2,0)→|3|4\nA2|=VLOOKUP(A5,X1:Y9,2,0)→|2|2")  # fmt: skip
    (told,) = [one for one in read(book).issues if one.code == "FORMULAS_WARNING"]
    assert told.cells == ("Sheet1!B4", "Sheet1!B5")


def test_who_sends_the_paper_is_offered():
    drawing = "Offer list\nFrom:|Green Grocer Ltd\nCode|Item|Qty|Price\nA1|Mug|10|6\nA2|Cup|4|2"
    (question,) = [one for one in read(grid(drawing)).issues if one.target == "field:customer"]
    assert [one.value for one in question.candidates] == ["Green Grocer Ltd"]


def test_what_another_sheet_says_is_read_where_no_result_is_stored():
    rows = "Code|Item|Qty|Price\n=Items!A1→|=Items!B1→|12|4.5\n='Items'!$A$2→|=Items!B2→|6|2"
    book = Workbook("xlsx", (sheet(HEAD + rows), sheet("A1|Oil\nA2|Salt", name="Items")))
    reading = read(book)
    assert [(one.sku, one.product_name) for one in reading.orders[0].lines] == [("A1", "Oil"), ("A2", "Salt")]  # fmt: skip
    assert reading.orders[0].lines[0].evidence["sku"].formula == "=Items!A1"
    (told,) = [one for one in reading.issues if one.code == "FORMULAS_WARNING"]
    assert "Sheet1!A4" in told.cells


@pytest.mark.parametrize("formula", ["=Items!A9", "=Gone!A1", "=A4", "=Items!A1&B2"])
def test_references_that_lead_nowhere_say_nothing(formula):
    book = Workbook("xlsx", (sheet(f"{HEAD}Code|Item|Qty\n{formula}→|Oil|12\nA2|Salt|6"), sheet("A1|Oil", name="Items")))  # fmt: skip
    assert [one.sku for one in read(book).orders[0].lines] == [None, "A2"]


@pytest.mark.parametrize(
    ("price", "total", "quantity", "pack"), [("0.5", "24", 48, None), ("10", "20", 2, 24)]
)
def test_packs_times_pieces_are_what_the_total_says(price, total, quantity, pack):
    reading = read(
        grid(f"{HEAD}Code|Item|Qty|Price|Total\nA1|Cola|2x24|{price}|{total}\nA2|Beer|10|1|10")
    )
    (line, _) = reading.orders[0].lines
    assert (line.quantity, line.pack_size) == (quantity, pack)
    assert not asked(reading)


def test_packs_times_pieces_without_a_total_are_asked():
    reading = read(grid(f"{HEAD}Code|Item|Qty|Price\nA1|Cola|2x24|0.5\nA2|Beer|10|1"))
    assert asked(reading) == [("INVALID_QUANTITY", "cell:Sheet1!C4")]


@pytest.mark.parametrize(
    "heads", ["Nom|Vêtement|Taille|Quantité", "نام|لباس|سایز|تعداد", "Name|Garment|Size|Qty"]
)
def test_who_wears_a_garment_is_not_the_item(heads):
    (order,) = read(grid(f"{HEAD}{heads}\nA. Lee|Trousers|M|1\nB. Cole|Jacket|L|2")).orders
    assert [one.product_name for one in order.lines] == ["Trousers", "Jacket"]
    assert [one.details for one in order.lines] == ["A. Lee", "B. Cole"]


@pytest.mark.parametrize("heads", ["Mo|Di|Mi|Do|Fr", "A|B|C|L|R"])
def test_a_day_or_a_side_is_no_currency(heads):
    book = grid(f"{HEAD}Code|Item|Qty|{heads}\nA1|Bread|32|10|5|4|6|7\nA2|Roll|78|20|5|40|6|7")
    assert not [one for one in read(book).issues if one.open and "unit_price" in one.fields]
    assert [one.unit_price for one in read(book).orders[0].lines] == [None, None]


def test_what_was_shipped_is_not_what_was_ordered():
    reading = read(
        grid(
            f"{HEAD}Code|Item|Ord|B/O|Ship|Price|Ext. Price\nA1|Ham|10|2|8|5.5|44\nA2|Beef|4|0|4|2|8"
        )
    )
    assert asked(reading) == [("AMBIGUOUS_COLUMN", "column:quantity")]


def test_what_was_approved_may_be_what_is_ordered():
    reading = read(
        grid(f"{HEAD}Code|Item|Requested|Approved|Price\nA1|Ham|100|50|2\nA2|Beef|40|60|2")
    )
    assert asked(reading) == [("AMBIGUOUS_COLUMN", "column:quantity")]


def test_pieces_in_a_pack_are_no_unit():
    rows = "Cód.|Producto|Cajas|Unid/caja|Unidades|Precio ud.|Importe\nA1|Aceite|2|12|24|3|72\nA2|Sal|1|24|24|1|24"
    (order,) = read(grid(HEAD + rows)).orders
    assert [(one.quantity, one.unit, one.pack_size) for one in order.lines] == [
        (24, None, 12),
        (24, None, 24),
    ]
