"""Which rows are lines: what is skipped, what is asked, what people put back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from grids import grid

from orders.fixes import Fix, FixKind
from orders.reader import read
from orders.reading import Result
from orders.sheet import Merge

HEAD = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Total\n"
LINES = "A-1|Rope|5|2|10\nA-2|Hook|3|2|6\n"


def asked(reading) -> list[str]:
    return [one.code for one in reading.issues if one.open]


def test_numbers_that_add_up_to_nothing_are_asked():
    book = grid(f"{HEAD}{LINES}||||77")
    reading = read(book)
    (doubt,) = (one for one in reading.issues if one.code == "TOTAL_ROW_UNCERTAIN")
    assert doubt.target == "row:Sheet1!5"
    skipped = read(book, fixes=(Fix(FixKind.ROW, "Sheet1!5", "skip"),))
    assert skipped.result is Result.READY
    kept = read(book, fixes=(Fix(FixKind.ROW, "Sheet1!5", "line"),))
    assert len(kept.orders[0].lines) == 3


def test_a_telephone_under_the_amounts_is_neither_a_line_nor_a_total():
    reading = read(grid(f"{HEAD}{LINES}|||For,\n||||'2025550143"))
    assert reading.result is Result.READY
    assert len(reading.orders[0].lines) == 2


def test_a_total_with_a_count_that_does_not_fit_is_asked():
    reading = read(grid(f"{HEAD}{LINES}Total||9||99"))
    assert asked(reading) == ["TOTAL_ROW_UNCERTAIN"]
    told = read(grid(f"{HEAD}{LINES}Total||9||99"), fixes=(Fix(FixKind.ROW, "Sheet1!5", "skip"),))
    assert told.orders[0].total == 99


@pytest.mark.parametrize("spare", ["1|2|3|4|5", "A|B|C|D|E"])
def test_a_row_that_numbers_the_columns_is_no_line(spare):
    reading = read(grid(f"{HEAD}{spare}\n{LINES}"))
    assert reading.orders[0].skipped_rows == {3: "numbering"}


def test_lines_after_a_gap_come_back_when_a_person_says_so():
    book = grid(f"{HEAD}{LINES}.\n.\n.\nB-1|Bag|1|4|4")
    assert asked(read(book)) == ["LINES_BELOW_TABLE"]
    told = read(book, fixes=(Fix(FixKind.ROW, "Sheet1!8", "line"),))
    assert told.result is Result.READY
    assert [one.sku for one in told.orders[0].lines] == ["A-1", "A-2", "B-1"]


def test_preprinted_rows_are_empty_not_lines():
    rows = "\n".join(f"{n}|||||0" for n in range(3, 9))
    drawing = (
        f"Customer:|Acme\nNo|SKU|Name|Qty|Price|Total\n1|A-1|Rope|2|5|10\n2|A-2|Hook|3|5|15\n{rows}"
    )
    reading = read(grid(drawing))
    assert reading.result is Result.READY
    assert set(reading.orders[0].skipped_rows.values()) == {"empty"}


def test_two_different_tables_on_a_sheet_are_asked_by_their_headers():
    drawing = (
        f"{HEAD}{LINES}.\n.\n.\nArtikel|Bezeichnung|Menge\nX-1|Seil|5\nX-2|Haken|4\nX-3|Sack|1"
    )
    book = grid(drawing)
    (doubt,) = (one for one in read(book).issues if one.code == "MULTI_TABLE")
    assert {one.value for one in doubt.candidates} == {"2", "8"}
    told = read(book, fixes=(Fix(FixKind.HEADER_ROW, "Sheet1", "8"),))
    assert [one.sku for one in told.orders[0].lines] == ["X-1", "X-2", "X-3"]


def test_a_merged_title_over_two_columns_is_part_of_their_names():
    book = grid("Customer:|Acme\n||Price||\nCode|Qty|Unit|Total\nA-1|5|2.5|12.5\nA-2|3|1.5|4.5")
    merged = replace(book.sheets[0], merges=(Merge(2, 3, 2, 4),))
    order = read(replace(book, sheets=(merged,))).orders[0]
    assert (order.columns["unit_price"], order.columns["line_total"]) == ("C", "D")


def test_numbered_sizes_become_lines_and_bad_counts_are_asked():
    reading = read(
        grid(
            "Customer:|Acme\nStyle|Name|36|37|38|39|Qty|Price\nS-1|Shoe|1|2|3||6|10\nS-2|Boot||2||-1|9|40"
        )
    )
    assert [(one.size, one.quantity) for one in reading.orders[0].lines][:3] == [
        ("36", 1), ("37", 2), ("38", 3),
    ]  # fmt: skip
    assert "INVALID_QUANTITY" in asked(reading)
    assert "ARITHMETIC_MISMATCH" in {one.code for one in reading.issues}


def test_delivery_dates_of_lines_share_one_order_of_parts():
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Qty|Delivery date\nA|5|03/12/2026\nB|6|23/12/2026\nC|1|soon 99/99\nD|2|"
        )
    )
    dates = [one.delivery_date for one in reading.orders[0].lines]
    assert dates == ["2026-12-03", "2026-12-23", None, None]
    assert {one.code for one in reading.issues} == {"INVALID_DATE"}


def test_ambiguous_delivery_dates_are_one_question():
    reading = read(grid("Customer:|Acme\nSKU|Qty|Delivery date\nA|5|03/12/2026\nB|6|04/12/2026"))
    assert asked(reading) == ["AMBIGUOUS_DATE"]


def test_odd_quantities_and_codes_are_each_said():
    reading = read(
        grid(
            "Customer:|Acme\nSKU|Qty|Unit\nA|2.5|pcs\nB|2.5|kg\n#REF!|5|pcs\nC|50%|pcs\nD|9999999999|pcs"
        )
    )
    codes = sorted(one.code for one in reading.issues)
    assert codes.count("INVALID_QUANTITY") == 2
    assert {"ERROR_CELL", "FRACTIONAL_QUANTITY", "MISSING_ITEM_IDENTIFIER"} <= set(codes)
    assert [one.quantity for one in reading.orders[0].lines][:2] == [Decimal("2.5")] * 2


def test_b059_long_number_codes_are_asked_never_rounded():
    reading = read(grid("Customer:|Acme\nSKU|Qty\n12345678901234567|5\nA-2|6"))
    assert asked(reading) == ["GTIN_PRECISION_LOST", "MISSING_ITEM_IDENTIFIER"]
    assert reading.orders[0].lines[0].sku is None


def test_a_line_whose_cells_sound_like_column_names_is_a_line():
    drawing = "SKU|Description|Qty|Price\nA-1|Rope|16 pcs|€ 5\nB-2|Storm match box|25 Stück|€ 8"
    (order,) = read(grid(f"Customer:|Acme\n.\n{drawing}")).orders
    assert [one.quantity for one in order.lines] == [16, 25]


def test_a_sum_under_the_quantities_is_no_money():
    (order,) = read(grid("Customer:|Acme\nSKU|Name|Qty\nA|Rope|10\nB|Lamp|2\n|Total|12")).orders
    assert (order.total, len(order.lines)) == (None, 2)
    priced = "Customer:|Acme\nSKU|Qty|Price|Total\nA|10|5|50\nB|2|5|10\nTotal|12||60"
    assert read(grid(priced)).orders[0].total == 60


def test_a_label_and_a_number_right_above_the_header_are_no_part_of_it():
    drawing = "Kunde:|Acme GmbH\nBestell-Nr.|PO-10547\nNr.|GTIN|Benennung|Menge\n"
    (order,) = read(
        grid(f"{drawing}1|4006381333931|Seil|5\n2|9780201379624|Lampe|6\n||Summe|11")
    ).orders
    assert (order.po_number, order.lines[0].sku, order.header_rows) == ("PO-10547", None, (3,))


def test_a_part_s_sum_that_stands_under_the_codes_is_no_line():
    drawing = (
        HEAD_OF_PARTS + "A-1|5|2|10\nA-2|7|1|7\nKitchen total|||17\nA-3|2|4|8\nGarden total|||8"
    )
    reading = read(grid(drawing + "\nOrder total|||25"))
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2", "A-3"]


HEAD_OF_PARTS = "Customer:|Acme Ltd\nSKU|Qty|Price|Amount\n"


def test_a_page_s_number_between_lines_is_no_line():
    drawing = HEAD_OF_PARTS + "A-1|5|2|10\nA-2|7|1|7\nDesk ERP orders|||Page 2\nA-3|2|4|8"
    reading = read(grid(drawing))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2", "A-3"]
    assert reading.result is Result.READY


def test_a_word_of_totals_where_a_quantity_belongs_is_no_line_whatever_stands_beside_it():
    reading = read(grid(f"{HEAD}{LINES}|within four days|TOTAL||16"))
    assert reading.result is Result.READY
    assert (len(reading.orders[0].lines), reading.orders[0].total) == (2, 16)


def test_a_sum_of_rounded_amounts_with_the_exact_count_is_the_total():
    lines = "A-1|Rope|3|70.80|212\nA-2|Hook|12|49.75|597\n"
    reading = read(grid(f"{HEAD}{lines}|Total Qty & Value|15||810"))
    assert asked(reading) == []
    assert reading.orders[0].total == 810


def test_what_a_label_has_to_itself_behind_the_sum_is_no_line():
    terms = "Terms:||||\n5|Carrier|Round off||0.4\n6|Checks|Payable to you:||16.4"
    reading = read(grid(f"{HEAD}{LINES}Total||||16\n{terms}"))
    assert reading.result is Result.READY
    assert len(reading.orders[0].lines) == 2


def test_words_under_one_word_codes_go_on_with_the_line_above():
    reading = read(grid(f"{HEAD}{LINES}Release against frame contract 77|Item 60\n|Total|||16"))
    assert reading.result is Result.READY
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    assert asked(read(grid(f"{HEAD}{LINES}A-3|Bag\nA-4|Box|1|2|2"))) == ["MISSING_QUANTITY"]


def test_an_account_is_no_quantity():
    reading = read(grid(f"{HEAD}|Account with you|4000312525\n{LINES}"))
    assert reading.result is Result.READY
    assert len(reading.orders[0].lines) == 2


def test_the_sum_of_a_single_line_may_be_called_a_total_among_other_words():
    reading = read(grid(f"{HEAD}A-1|Rope|5|2|10\n|Order Total Actual Amount|||10"))
    assert reading.result is Result.READY
    assert (len(reading.orders[0].lines), str(reading.orders[0].total)) == (1, "10")


def test_less_before_a_rounding_is_no_discount():
    order = read(grid(f"{HEAD}{LINES}||Less:|Round off|'(-)0.40\n|Total|||15.60")).orders[0]
    assert (order.discount, str(order.total)) == (None, "15.6")


def test_a_numbered_order_without_its_quantity_is_asked_and_no_blank_form():
    head = "Customer:|Acme Ltd\nPO No:|PO-4711\nDescription|Qty|Price|Total\n"
    reading = read(grid(head + "Yearly service||50000|\n|Total||50000"))
    assert asked(reading) == ["MISSING_QUANTITY"]


def test_sums_are_compared_once_the_rows_below_are_told():
    """Two blocks of one header: its rows are one question, and the second total no other."""
    block = "Code|Item|Qty|Price|Amount\nA-{0}|Rope {0}|4|5|20\nA-{0}1|Hook {0}|2|3|6\n|||Total|{1}"
    drawing = f"Customer:|Acme Ltd\n{block.format(1, 26)}\n.\nMore\n.\n{block.format(2, 30)}"
    (asked,) = [one for one in read(grid(drawing)).issues if one.open]
    assert asked.code == "LINES_BELOW_TABLE"


def test_rows_of_dashes_under_the_lines_are_empty():
    drawing = "Customer:|Acme Ltd\nSKU|Item|Qty|Price|Total\nA-1|Rope|2|5|10\n||||'-\n|||'-|'$ -\n|||Total|10"
    reading = read(grid(drawing))
    assert (reading.result, reading.orders[0].total) == (Result.READY, 10)


def test_what_a_page_carries_forward_is_no_line():
    drawing = (
        "Customer:|Acme Ltd\nSKU|Item|Qty|Price|Total\nA-1|Rope|5|2|10\nCarried forward||||10\n"
        "SKU|Item|Qty|Price|Total\nBrought forward||||10\nA-2|Hook|3|2|6\nTotal||||16"
    )
    reading = read(grid(drawing))
    assert (reading.result, [line.sku for line in reading.orders[0].lines]) == (
        Result.READY,
        ["A-1", "A-2"],
    )


def test_totals_of_money_and_pieces_under_several_columns_are_one_row_of_totals():
    reading = read(
        grid("Customer:|Acme Ltd\nSize|SKU|Cost|Qty\nS|A-1|5|2\nM|A-2|5|3\nTOTALS||25|5")
    )
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_headings_that_end_in_colons_name_columns():
    (order,) = read(
        grid(
            "Vendex No:|Mfr. No:|Desc.:|Qty.:\n71-RPI-180|RPI-180|Rope|5\n80-KEM-104|KEM-104|Hook|3"
        )
    ).orders
    assert [(one.sku, one.product_name, one.quantity) for one in order.lines] == [
        ("71-RPI-180", "Rope", 5), ("80-KEM-104", "Hook", 3),
    ]  # fmt: skip


def test_a_header_said_again_beside_another_list_is_no_line():
    beside = ["Hall|26|3", "Loft|24|2", "Attic|22|1", "Roof|20|4"]
    own = ["Rope|5|2.50", "Hook|2|7.25", "Item|Qty|Price", "Cord|3|1"]
    rows = "\n".join(f"{one}|||{other}" for one, other in zip(own, beside, strict=True))
    order = read(grid(f"Customer:|Acme Ltd\n.\nItem|Qty|Price|||Floor|Pipes|Bends\n{rows}")).orders[
        0
    ]
    assert [one.product_name for one in order.lines] == ["Rope", "Hook", "Cord"]


def test_a_word_of_totals_with_both_sums_stands_beside_a_count_of_the_items():
    table = "Customer:|Acme Ltd\nSKU|Description|Qty|Price|Amount\nA-1|Rope|2|3.00|6.00\nA-2|Hook|3|1.00|3.00"
    reading = read(grid(f"{table}\n2 items|TOTAL:|5|TOTAL:|9.00"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_rows_with_nothing_but_a_quantity_are_left_out_with_a_yes():
    """Naive: whether each is a total or a product was asked beside the customer."""
    reading = read(
        grid("Qty|Part no\n5|AB-1001\n15|AB-1002\n1|\n2|AB-1003\n1|\n3|AB-1004\n9|AB-1005")
    )
    assert {one.code for one in reading.issues if one.open} == {
        "TOTAL_ROW_UNCERTAIN", "MISSING_CUSTOMER",
    }  # fmt: skip
    (bare,) = (one for one in reading.issues if one.code == "TOTAL_ROW_UNCERTAIN")
    assert bare.target == "accept"
    assert bare.cells == ("Sheet1!A4", "Sheet1!A6")
