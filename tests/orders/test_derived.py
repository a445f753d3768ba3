"""Columns that others work out: of a discount and of a line's sums one serves, and nobody is asked."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

NAMED = "Customer:|Alder Works AB\n.\n"
STEPS = (
    "SKU|Description|Qty|Unit Price|Discount %|Tax %|Line Subtotal|Discount Amount|Taxable Amount|Tax Amount|Line Total\n"
    "A1|Lantern|25|14.5|5|7.5|362.5|18.125|344.375|25.83|370.20\n"
    "A2|Kettle|15|62|10|7.5|930|93|837|62.78|899.78\n"
    "A3|Ladle|30|22.75|0|7.5|682.5|0|682.5|51.19|733.69"
)


def test_money_told_step_by_step_is_read_at_its_rates_and_before_tax():
    """Naive: two questions, which column is the discount and which the total."""
    reading = read(grid(NAMED + STEPS))
    assert reading.result is Result.READY
    (order,) = reading.orders
    assert [order.columns[name] for name in ("discount", "tax", "line_total")] == ["E", "F", "I"]
    assert [str(one.line_total) for one in order.lines] == ["344.375", "837", "682.5"]


@pytest.mark.parametrize(
    ("drawing", "discount", "total"),
    [
        (
            ("SKU|Qty|Unit Price|Discount %|Subtotal|Discount Amount|Line Total\n"
            "A1|25|14.5|5%|362.5|18.125|344.375\nA2|15|62|10%|930|93|837"),
            "D", "G",
        ),
        (
            ("SKU|Qty|Unit Price|Gross Amount|Discount|Net Amount|VAT|Total\n"
            "A1|25|14.5|362.5|12.5|350|35|385\nA2|15|62|930|30|900|90|990"),
            "E", "F",
        ),
        (
            ("SKU|Qty|Unit Price|Discount|Amount|Total\n"
            "A1|25|14.5|0.05|362.5|344.375\nA2|15|62|0.1|930|837"),
            "D", "F",
        ),
    ],
)  # fmt: skip
def test_what_is_left_after_the_discount_is_what_a_line_comes_to(drawing, discount, total):
    reading = read(grid(NAMED + drawing))
    assert reading.result is Result.READY
    assert reading.orders[0].columns["discount"] == discount
    assert reading.orders[0].columns["line_total"] == total


def test_sums_that_do_not_follow_are_asked():
    drawing = STEPS.replace("|837|", "|830|").replace("|899.78", "|850")
    assert read(grid(NAMED + drawing)).result is Result.QUESTIONS


def test_a_total_with_discount_and_tax_adds_up():
    """Naive: quantity times price is not the line's total."""
    drawing = (
        "SKU|Description|Qty|Unit Price|Discount|Tax|Line Total\n"
        "A1|Lantern|25|14.5|5%|10%|378.81\nA2|Kettle|15|62|10%|10%|920.70"
    )
    assert read(grid(NAMED + drawing)).result is Result.READY
    wrong = read(grid(NAMED + drawing.replace("920.70", "950.70")))
    assert [one.code for one in wrong.issues if one.open] == ["ARITHMETIC_MISMATCH"]


def test_sums_without_a_word_state_nets_taxes_and_grosses():
    """Naive: the net was the total, in an order called ready."""
    drawing = (
        "SKU|Description|Qty|Unit Price|Subtotal|Tax|Total\n"
        "A1|Lantern|25|14.5|362.5|36.25|398.75\nA2|Kettle|15|62|930|93|1023\n"
        "||||1292.5|129.25|1421.75"
    )
    (order,) = read(grid(NAMED + drawing)).orders
    assert [str(one) for one in (order.subtotal, order.tax, order.total)] == [
        "1292.5", "129.25", "1421.75",
    ]  # fmt: skip


def test_prices_at_several_quantities_are_none_of_all_lines():
    """Naive: which of three columns is the price was asked beside the customer."""
    drawing = (
        "Qty|Part number|Description|Unit Price/ Qty 1+|Unit Price/ Qty 10+|Unit Price/ Qty 100+\n"
        "5|AB-1001|Diode|0.07|0.05|0.03\n38|AB-1002|Coil|0.7|0.5|0.3\n2|AB-1003|Lamp|1.7|1.5|1.3"
    )
    reading = read(grid(NAMED + drawing))
    assert not [one for one in reading.issues if one.open]
    assert {one.unit_price for one in reading.orders[0].lines} == {None}
    (told,) = (one for one in reading.issues if one.code == "UNMAPPED_COLUMNS")
    assert "10+" in str(told.facts)
