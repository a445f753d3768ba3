"""Rows beside lines that come to the stated sum are no lines; without that sum they are asked."""

import pytest
from grids import grid

from orders.reader import read

HEAD = "Customer:|Acme Ltd\n.\nNo|Item code|Description|Qty|Price|Amount\n"
LINES = "10|A-1|Rope|2|50.00|100.00\n{row}\n20|A-2|Hook|1|20.00|20.00\n"
ROWS = ["|Delivery|made of hemp|||", "|08.05.2023|15.000|||"]


def reading_of(row, total="Total|||||120.00"):
    return read(grid(HEAD + LINES.format(row=f"|Schedule||||\n{row}") + total))


@pytest.mark.parametrize("row", ROWS)
def test_what_the_sum_leaves_no_room_for_is_no_line(row):
    reading = reading_of(row)
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    assert not [one.code for one in reading.issues if one.open]


@pytest.mark.parametrize("total", ["", "Total|||||150.00"])
def test_without_the_sum_it_is_asked(total):
    assert any(one.open for one in reading_of(ROWS[1], total).issues)


def test_a_line_whose_amount_the_sum_does_not_hold_is_asked():
    reading = reading_of("30|A-3|Bag|4|5.00|20.00")
    assert any(one.open for one in reading.issues)


def test_the_end_of_a_code_below_it_is_asked():
    table = HEAD + "10|ROPE-|Rope|2|50.00|100.00\n|XL|long|||\nTotal|||||100.00"
    assert any(one.open for one in read(grid(table)).issues)


def test_rows_below_the_sum_that_break_it_are_notes():
    below = "Total|||||120.00\n.\n.\nGross|A-9|Price|1|3.00|120.00"
    assert not any(one.open for one in reading_of("||of hemp|||", below).issues)


def test_rows_that_a_line_seems_made_of_are_none_where_the_sum_holds_without_them():
    table = HEAD + "|A-1|Rope|2|50.00|100.00\n||Lamp|given|given|given\n|A-2|Hook|1|20.00|20.00\n"
    reading = read(grid(table + "|||||\n|||Total||120.00"))
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    assert not [one.code for one in reading.issues if one.open]


def test_a_row_that_no_number_counts_is_none_though_it_has_a_price():
    reading = reading_of("||Monthly fee|MON|5.00|")
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]


def test_an_amount_in_words_beside_the_grand_total_is_no_item():
    words = (
        "Total|||||120.00\nTax|||||12.00\n||Rupees one hundred thirty two only||Grand total|132.00"
    )
    order = reading_of("|Schedule||||", words).orders[0]
    assert (order.total, order.tax) == (132, 12)


def test_a_total_carried_over_that_the_lines_do_not_come_to_is_no_line():
    reading = reading_of("|Schedule||||", "||Total C/o|2||100.00")
    assert [line.sku for line in reading.orders[0].lines] == ["A-1", "A-2"]
    assert any(one.open for one in reading.issues)
