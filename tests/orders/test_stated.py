"""Sums and counts that a paper states beside its lines."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

LINES = "Customer:|Acme Ltd\nSKU|Description|Qty\nA-1|Rope|5\nA-2|Hook|7\n"


@pytest.mark.parametrize(
    ("below", "result"),
    [
        ("Total quantity||12", Result.READY),
        ("Total quantity||17", Result.QUESTIONS),
        (".\n.\nTotal quantity|17", Result.QUESTIONS),
        (".\n.\nTotal items|2", Result.READY),
        ("||17", Result.QUESTIONS),
        ("|Grand total|17", Result.QUESTIONS),
    ],
)
def test_a_count_of_all_pieces_that_the_lines_do_not_come_to_is_asked(below, result):
    assert read(grid(LINES + below)).result is result


def test_the_last_of_two_counts_may_be_that_of_its_block():
    drawing = f"{LINES}Total quantity||12\nA-3|Eye|4\nTotal quantity||4"
    assert read(grid(drawing)).result is Result.READY


def test_labelled_sums_side_by_side_above_each_have_their_own():
    drawing = "Customer:|Acme Ltd\nNet|26|Tax|5.2|Total|31.2\nSKU|Name|Unit|Qty|Price|Amount\nA-1|Rope|ea|5|1|5\nA-2|Hook|ea|7|3|21"
    order = read(grid(drawing)).orders[0]
    assert f"{order.subtotal} {order.tax} {order.total}" == "26 5.2 31.2"


def test_a_total_below_the_sums_of_nets_and_taxes_is_theirs_together():
    head = "Customer:|Acme Ltd\nName|Qty|Price|Net|Tax\n"
    order = read(
        grid(f"{head}Rope|5|1|5|1\nHook|7|3|21|4.2\nTotal|12||26|5.2\nGrand total|||31.2")
    ).orders[0]
    assert f"{order.subtotal} {order.tax} {order.total}" == "26 5.2 31.2"


def test_sub_totals_of_blocks_that_make_up_the_total_with_its_tax_are_not_the_orders():
    head = "Customer:|Acme Ltd\nName|Qty|Price|Amount\n"
    drawing = (
        f"{head}Rope|5|1|5\n||Subtotal 1|5\nHook|7|3|21\n||Subtotal 2|21\n||VAT|5.2\n||Total|31.2"
    )
    reading = read(grid(drawing))
    order = reading.orders[0]
    assert reading.result is Result.READY
    assert f"{order.subtotal} {order.tax} {order.total}" == "None 5.2 31.2"


def test_a_total_over_its_column_is_no_count_beside_its_word():
    drawing = "Customer:|Acme Ltd\n|Totals|12||26\nSKU|Description|Qty|Price|Amount\nA-1|Rope|5|1|5\nA-2|Hook|7|3|21"
    reading = read(grid(drawing))
    assert (reading.result, reading.orders[0].total) == (Result.READY, 26)


@pytest.mark.parametrize(
    ("drawing", "sums"),
    [
        # Nets and grosses side by side under headings that say so.
        ("Net amount|Gross amount\nA-1|5|2|10|12.3\nA-2|7|3|21|25.83\nTotal|||31|38.13", "31 None 38.13"),
        # The parts of a tax in columns of their own.
        ("Taxable value|CGST|SGST|Total\nA-1|5|2|10|1|1|12\nA-2|7|3|21|2|2|25\nTotal|||31|3|3|37", "31 6 37"),
        # A discount is no tax: what stands before it is not the total.
        ("Amount|Discount|List amount\nA-1|5|2|10|1|11\nA-2|7|3|21|2|23\nTotal|||31|3|34", "None None 31"),
    ],
)  # fmt: skip
def test_the_total_is_the_gross_that_goes_on_behind_the_nets(drawing, sums):
    (order,) = read(grid(f"Customer:|Acme Ltd\n.\nSKU|Qty|Price|{drawing}")).orders
    assert f"{order.subtotal} {order.tax} {order.total}" == sums


def test_two_codes_that_end_in_one_and_two_are_codes_and_count_no_lines():
    (order,) = read(grid("Code|Name|Qty\nR1|Rose|200\nR2|Tulip|150")).orders
    assert [line.sku for line in order.lines] == ["R1", "R2"]


@pytest.mark.parametrize(
    "below",
    [
        "||Sum|31\n||Show discount|-3.1\n||Net total|27.9",
        "||Subtotal|31\n||Discount 10 %|3.1\n||Net|27.9",
        "||Summe|31\n||Messerabatt 10 %|-3.1\n||Netto|27.9",
    ],
)
def test_what_a_discount_leaves_is_the_total_whatever_it_is_called(below):
    (order,) = read(grid(f"SKU|Qty|Price|Amount\nA-1|5|2|10\nA-2|7|3|21\n{below}")).orders
    assert f"{order.subtotal} {order.total}" == "31 27.9"


@pytest.mark.parametrize(
    "drawing", ["SKU|Name|Qty\n|Total quantity|12", "Code|Item|Qty|Price|Total\nTotal Qty||12||"]
)
def test_a_count_of_pieces_without_a_line_is_refused_and_breaks_nothing(drawing):
    reading = read(grid(f"Customer:|Acme Ltd\n{drawing}"))
    assert (reading.result, reading.reason) == (Result.REFUSED, "NO_LINE_ITEMS")
