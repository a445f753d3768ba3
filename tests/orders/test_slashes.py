"""A slash is a decimal mark where the sums of its column say so, and nowhere else."""

import pytest
from grids import grid

from orders.reader import read
from orders.reading import Result

HEAD = "مشتری:|بازرگانی نمونه\nکد کالا|نام کالا|مقدار|قیمت واحد (ریال)|مبلغ\n"


def test_decimals_that_the_sums_prove_are_read_and_prove_their_neighbours():
    lines = "A-1|طناب|۱۷۷/۵|۱۰۰۰|۱۷۷۵۰۰\nA-2|قلاب|۲/۵|۲۰۰۰|۵۰۰۰\nA-3|حلقه|3|2000|6000"
    reading = read(grid(HEAD + lines))
    quantities = [f"{one.quantity:f}" for one in reading.orders[0].lines]
    assert quantities == ["177.5", "2.5", "3"]
    assert reading.orders[0].lines[0].evidence["quantity"].reading == "slash:arithmetic"


@pytest.mark.parametrize(
    "lines",
    [
        "A-1|طناب|۱/۲|۱۰۰۰|۵۰۰\nA-2|قلاب|۲/۵|۲۰۰۰|۵۰۰۰",
        "A-1|طناب|۱۷۷/۵|۱۰۰۰|\nA-2|قلاب|۲/۵|۲۰۰۰|",
        "A-1|طناب|۱۴۰۴/۵|۱۰۰۰|۲۰۰۰\nA-2|قلاب|2|۲۰۰۰|4000",
    ],
)
def test_what_no_sum_proves_or_one_contradicts_is_asked(lines):
    reading = read(grid(HEAD + lines))
    assert reading.result is Result.QUESTIONS
    assert "INVALID_QUANTITY" in {one.code for one in reading.issues}


@pytest.mark.parametrize(
    ("cell", "read_as"), [("2.0000 / 1%", "2"), ("12 / 5%", "12"), ("1,500 / 1%", None)]
)
def test_of_a_cell_parted_as_its_heading_is_the_part_counts_that_the_heading_names(cell, read_as):
    table = f"Customer:|Acme Ltd\nSKU|Description|Qty / Tolerance%|Rate\nA-1|Rope|{cell}|3.50"
    (line,) = read(grid(table)).orders[0].lines
    assert (f"{line.quantity:f}" if line.quantity is not None else None) == read_as


@pytest.mark.parametrize(
    ("price", "total", "read_as"),
    [
        ("62.00/1", "124.00", "62"), ("3.20/100", "0.064", "0.032"), ("12,40 EUR / 100 ST", "0.25", "0.124"),
        ("62.00/100", "124.00", None),
    ],
)  # fmt: skip
def test_a_price_and_for_how_many_it_stands_in_one_cell_is_read_where_the_sum_proves_it(
    price, total, read_as
):
    table = (
        f"Customer:|Acme Ltd\nSKU|Description|Qty|Price per unit|Total\nA-1|Rope|2|{price}|{total}"
    )
    (line,) = read(grid(table)).orders[0].lines
    assert (f"{line.unit_price:f}" if line.unit_price is not None else None) == read_as
