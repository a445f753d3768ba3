"""Shapes of real files: each a small drawing, and what a careful clerk makes of it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid, sheet

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge, Visibility, Workbook


def codes(reading, *, opened=False):
    return {one.code for one in reading.issues if one.open or not opened}


@pytest.mark.parametrize(
    ("drawing", "kind"),
    [
        ("Price list 2026\nSKU|Description|Price\nA-1|Rope|2\nA-2|Hook|3", "price_list"),
        ("Stock list\nSKU|Description|Qty\nA-1|Rope|2\nA-2|Hook|3", "stock_list"),
        ("SKU|Description|On hand|Price\nA-1|Rope|2|3.5\nA-2|Hook|3|4.5", "stock_list"),
        ("INVOICE\nCustomer:|Acme\nSKU|Name|Qty|Price|Total\nA-1|Rope|5|2|10", "other_paper"),
        ("Order No|SKU|Qty\n" + "\n".join(f"{n}|A-{n}|5" for n in range(80)), "ledger"),
    ],
)
def test_what_is_no_order_is_refused_by_its_kind(drawing, kind):
    reading = read(grid(drawing))
    assert reading.result is Result.REFUSED
    assert reading.reason == "NOT_AN_ORDER"
    assert next(one for one in reading.issues if one.code == "NOT_AN_ORDER").facts["kind"] == kind


@pytest.mark.parametrize(
    "drawing",
    ["Order form\nSKU|Description|Qty|Price\n1|||\n2|||", "SKU|Description|Qty|Price\nA-1|Rope||2\nA-2|Hook||3"],
)  # fmt: skip
def test_a_blank_form_is_refused(drawing):
    assert read(grid(drawing)).reason == "NO_LINE_ITEMS"


@pytest.mark.parametrize("drawing", ["", "Dear team\nplease find the order attached", "1|2|3"])
def test_a_sheet_without_a_table_is_refused(drawing):
    assert read(grid(drawing)).result is Result.REFUSED


def test_ordered_is_the_quantity_among_several():
    reading = read(
        grid(
            "Customer:|Acme\nItem Code|Description|Qty Shipped|Qty Ordered|In stock|Unit Price|Amount\n"
            "A-1|Rope|3|5|100|2.5|12.5\nA-2|Hook|7|8|50|1.5|12"
        )
    )
    assert reading.result is Result.READY
    assert reading.orders[0].columns["quantity"] == "D"


def test_quantities_in_cases_with_prices_per_piece_are_asked():
    reading = read(
        grid(
            "Customer:|Acme\nItem|Description|Qty (cases)|Case pack|Unit price|Amount\n"
            "A-1|Rope|5|12|2|120\nA-2|Lamp|2|6|3|36"
        )
    )
    assert codes(reading, opened=True) == {"PACK_SIZE_UNCLEAR"}


def test_amounts_that_fail_on_most_lines_are_asked():
    reading = read(grid("Customer:|Acme\nSKU|Qty|Price|Total\nA|5|2|99\nB|6|3|88"))
    assert codes(reading, opened=True) == {"ARITHMETIC_MISMATCH"}


def test_two_blocks_with_the_same_header_are_one_order():
    block = "SKU|Description|Qty|Price|Total\n{0}-1|Rope|5|2|10\n{0}-2|Hook|7|1|7\n|||Subtotal|17\n"
    reading = read(
        grid(
            "Customer:|Acme\n" + block.format("A") + ".\n" + block.format("B") + "|||Grand total|34"
        )
    )
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2", "B-1", "B-2"]
    assert reading.orders[0].total == 34


def test_lines_below_the_grand_total_are_asked_never_added():
    drawing = (
        "Customer:|Acme\nSKU|Name|Qty|Price|Total\nA-1|Rope|5|10|50\n|||Total|50\n.\nPrevious orders\n"
        "SKU|Name|Qty|Price|Total\nB-1|Rope|5|10|50"
    )
    reading = read(grid(drawing))
    assert len(reading.orders[0].lines) == 1
    assert codes(reading, opened=True) == {"LINES_BELOW_TABLE"}


def test_an_unlabelled_total_is_no_line():
    reading = read(
        grid("Customer:|Acme\nSKU|Description|Qty|Price\nA|Rope|5|2\nB|Hook|7|1\n||12|17")
    )
    assert len(reading.orders[0].lines) == 2
    assert reading.orders[0].skipped_rows == {5: "total"}


def test_section_headings_and_a_blank_row_are_no_lines():
    reading = read(
        grid("Customer:|Acme\nSKU|Description|Qty\nRopes\nA-1|Rope|5\n.\nHooks\nA-2|Hook|7")
    )
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    assert reading.orders[0].skipped_rows == {3: "heading", 6: "heading"}


def test_a_freight_charge_is_left_out_and_said():
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Name|Qty|Price|Total\nA-1|Rope|5|10|50\n|||Shipping|15\n|||Total|65"
        )
    )
    assert codes(reading) == {"CHARGE_LEFT_OUT"}
    assert reading.result is Result.READY


def test_a_table_beside_another_is_not_mixed_with_it():
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Name|Qty|Price|||Code|Stock\nA-1|Rope|5|10|||Z1|55\nA-2|Lamp|3|20|||Z2|66"
        )
    )
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_sizes_as_columns_become_lines():
    reading = read(
        grid(
            "Customer:|Acme\nStyle|Description|Colour|S|M|L|XL|Total qty|Wholesale|Amount\n"
            "ST-1|Shirt|Red|1|2|3||6|10|60\nST-2|Coat|Blue||2||1|3|40|120\n|||1|4|3|1|9||180"
        )
    )
    lines = reading.orders[0].lines
    assert reading.result is Result.READY
    assert [(one.sku, one.size, one.quantity) for one in lines] == [
        ("ST-1", "S", 1), ("ST-1", "M", 2), ("ST-1", "L", 3), ("ST-2", "M", 2), ("ST-2", "XL", 1),
    ]  # fmt: skip
    assert lines[0].evidence["quantity"].cell == "D3"
    assert reading.orders[0].total == 180


def test_a_style_lends_its_code_down_merged_rows_but_no_quantity():
    book = grid("Customer:|Acme\nStyle|Size|Qty\nST-1|S|3\n|M|4\nST-2|M|1")
    merged = replace(book.sheets[0], merges=(Merge(3, 1, 4, 1),))
    reading = read(replace(book, sheets=(merged,)))
    assert [one.sku for one in reading.orders[0].lines] == ["ST-1", "ST-1", "ST-2"]
    assert "MERGED_BODY_CELLS" in codes(reading)


def test_hidden_sheets_are_never_read():
    hidden = sheet("SKU|Qty\nA-1|5", name="old", visibility=Visibility.HIDDEN)
    assert read(Workbook("xlsx", (hidden,))).result is Result.REFUSED


def test_header_data_may_stand_on_another_sheet():
    lines = sheet("SKU|Description|Qty\nA-1|Rope|5", name="Lines")
    cover = sheet("Customer:|Acme Ltd\nPO Number:|PO-9", name="Cover")
    order = read(Workbook("xlsx", (cover, lines))).orders[0]
    assert (order.customer, order.po_number) == ("Acme Ltd", "PO-9")
    assert order.evidence["customer"].address == "Cover!B1"


def test_three_decimals_mean_pieces_when_the_sum_says_so():
    reading = read(
        grid("Customer:|Acme\nSKU|Qty|Price|Total\nA|'4.000|'12.50|'50.00\nB|'10.000|'1.50|'15.00")
    )
    assert [one.quantity for one in reading.orders[0].lines] == [4, 10]
    assert reading.orders[0].lines[0].evidence["quantity"].reading == "decimal=dot:arithmetic"


def test_a_german_order_with_its_order_number_over_articles():
    reading = read(
        grid(
            "Bestellung Nr. 4500012345\nKunde:|Nordlicht GmbH||Datum:|21.11.2026\n"
            "Pos|Bestellnummer|Bezeichnung|Menge|ME|Einzelpreis|Gesamtpreis\n"
            "10|4711-A|Schraube|'1.000|Stk|'0,12|'120,00\n20|4712-B|Mutter|'2.500|Stk|'0,08|'200,00\n"
            "|||||zzgl. 19% MwSt|'60,80\n|||||Gesamtbetrag|'380,80 €"
        )
    )
    (order,) = reading.orders
    assert reading.result is Result.READY
    assert (order.po_number, order.currency, order.total) == (
        "4500012345",
        "EUR",
        Decimal("380.80"),
    )
    assert [(one.sku, one.quantity) for one in order.lines] == [("4711-A", 1000), ("4712-B", 2500)]


def test_b050_a_formula_without_a_result_is_asked_and_never_zero():
    reading = read(grid("Customer:|Acme\nSKU|Qty\nA-1|=B9*2→\nA-2|5"))
    asked = next(one for one in reading.issues if one.code == "FORMULAS_UNCONFIRMED")
    assert asked.cells == ("Sheet1!B3",)
    assert reading.orders[0].lines[0].quantity is None


def test_b050_totals_without_results_are_computed_again_and_told():
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Qty|Price|Total\nA-1|5|2|=B3*C3→\nA-2|3|4|=B4*C4→\n"
            "Total|||=SUM(D3:D4)→"
        )
    )
    (order,) = reading.orders
    assert [one.line_total for one in order.lines] == [10, 12]
    assert order.lines[0].evidence["line_total"].reading == "recomputed"
    assert order.total == 22
    (told,) = [one for one in reading.issues if one.code == "FORMULAS_WARNING"]
    assert {"Sheet1!D3", "Sheet1!D4", "Sheet1!D5"} <= {*told.cells}
    assert reading.result is Result.READY


INVOICE = "Invoice\nPO number:|PO-7\nCustomer:|Acme\nSKU|Qty|Price|Total\nA-1|5|2|10\nA-2|3|4|12"


def test_a_sheet_that_calls_itself_an_invoice_is_asked_whatever_order_it_names():
    reading = read(grid(INVOICE))
    asked = next(one for one in reading.issues if one.code == "PAPER_DOUBTED")
    assert (asked.cells, asked.facts["value"]) == (("Sheet1!A1",), "Invoice")
    fix = Fix(FixKind.ACCEPT, asked.issue_id, "yes")
    assert "PAPER_DOUBTED" not in codes(read(grid(INVOICE), fixes=[fix]), opened=True)
    ordered = read(grid(INVOICE.replace("Invoice", "Purchase Order")))
    assert "PAPER_DOUBTED" not in codes(ordered)


def test_b050_a_wrong_stored_result_is_named():
    reading = read(
        grid("Customer:|Acme\nSKU|Qty|Price|Total\nA-1|5|2|=B3*C3→11\nA-2|3|4|=B4*C4→12")
    )
    asked = next(one for one in reading.issues if one.code == "FORMULAS_UNCONFIRMED")
    assert asked.cells == ("Sheet1!D3",)
    assert (asked.facts["value"], asked.facts["expected"]) == ("11", "10")


def test_a_description_in_grams_is_no_discount():
    head = "Customer:|Acme Ltd\nSKU|Product Name|Desc|Qty|Price\n"
    (line,) = read(grid(head + "A-1|Bread|'250 g|2|5")).orders[0].lines
    assert line.discount is None


def test_a_header_in_halves_of_which_many_words_are_unknown_is_one():
    upper, middle, lower = "|Qtde|Preço|Valor|Tipo", "Código||||", "|Pedida|Líquido|Total|Xyz"
    head = f"Cliente:|Acme Ltda\n{upper}\n{middle}\n{lower}\n"
    (line,) = read(grid(f"{head}A-1|4|2,50|10,00|q\n")).orders[0].lines
    assert (line.sku, line.quantity, line.unit_price) == ("A-1", 4, Decimal("2.5"))
