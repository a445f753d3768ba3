from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from grids import grid

from orders.checks import check, tolerance
from orders.evidence import Evidence
from orders.order import Line, Order
from orders.reader import read

D = Decimal


def line(number: int = 1, **values) -> Line:
    given = {"sku": f"A-{number}", "quantity": D(2), "unit_price": D("2.50"), "line_total": D(5)}
    cells = {name: Evidence("S", f"C{number}") for name in ("sku", "quantity", "line_total")}
    return Line(f"L{number:03d}", number, **(given | values), evidence=cells)


def order(*lines: Line, **values) -> Order:
    return Order("S", (1,), {"sku": "A", "quantity": "B"}, lines or (line(),), **values)


def codes(one: Order, today: date | None = None) -> list[str]:
    return [issue.code for issue in check(one, today)]


def test_an_order_that_adds_up_has_no_issue():
    assert codes(order(subtotal=D(5), tax=D(1), total=D(6), currency="EUR")) == []


def test_a_line_without_any_name_is_asked_by_its_cell():
    (one,) = check(order(line(7, sku=None)))
    assert (one.code, one.target) == ("MISSING_ITEM_IDENTIFIER", "cell:S!A7")


def test_b057_a_zero_quantity_beside_an_amount_is_asked():
    assert "ZERO_QUANTITY_WITH_TOTAL" in codes(order(line(quantity=D(0)), line(2)))


def test_nothing_ordered_at_all_is_asked():
    assert "ALL_QUANTITIES_ZERO" in codes(order(line(quantity=D(0), line_total=None)))


def test_one_wrong_amount_is_asked_with_what_was_expected():
    (one,) = check(order(line(1, line_total=D(9)), line(2), line(3)))
    assert (one.code, one.open, one.facts["expected"]) == ("ARITHMETIC_MISMATCH", True, "5.00")


def test_several_wrong_amounts_are_one_question():
    found = check(order(line(1, line_total=D(9)), line(2, line_total=D(8)), line(3)))
    assert [(one.code, one.open) for one in found] == [("ARITHMETIC_MISMATCH", True)]


@pytest.mark.parametrize(
    ("values", "total"),
    [({"discount": D(10)}, "4.5"), ({"discount": D("0.1")}, "4.5"), ({"discount": D(1)}, "4"),
     ({"tax": D(20)}, "6"), ({"tax": D(1)}, "6")],
)  # fmt: skip
def test_discounts_and_taxes_explain_an_amount(values, total):
    assert codes(order(line(line_total=D(total), **values))) == []


def test_the_same_item_twice_is_said_but_not_in_two_sizes():
    assert codes(order(line(1), line(2, sku="a-1"))) == ["DUPLICATE_LINE_ITEM"]
    assert codes(order(line(1, size="S"), line(2, sku="A-1", size="M"))) == []


def test_sums_that_differ_are_said():
    assert codes(order(subtotal=D(9))) == ["SUBTOTAL_MISMATCH"]
    assert codes(order(total=D(9))) == ["TOTAL_MISMATCH"]
    assert codes(order(line(line_total=None, unit_price=None), total=D(9))) == []


def test_discount_and_freight_explain_a_total():
    charge = {"charge": Evidence("S", "D9", raw="3")}
    assert codes(order(total=D(4), discount=D(1))) == []
    assert codes(order(total=D(9), tax=D(1), evidence=charge)) == []


def test_the_tolerance_is_the_currencys_not_a_percentage():
    assert tolerance(D(100), D("1.5"), "EUR") == D("0.5")
    assert tolerance(D(100), D("1500"), "IRR") == 50
    assert tolerance(D(1), D("1.234"), "KWD") == D("0.001")


@pytest.mark.parametrize(
    ("ordered", "due", "why"),
    [("2026-11-20", "2026-11-01", "before_order"), (None, "2026-11-01", "past"),
     ("2026-11-20", "2028-01-01", "far"), ("2027-01-01", None, "future")],
)  # fmt: skip
def test_dates_that_cannot_be_meant_are_said(ordered, due, why):
    one = order(order_date=ordered, delivery_date=due)
    (issue,) = check(one, date(2026, 11, 21))
    assert (issue.code, issue.facts["why"]) == ("INVALID_DATE", why)


def test_b058_sums_of_many_lines_are_exact():
    many = [
        replace(line(n), quantity=D(3), unit_price=D("0.1"), line_total=D("0.3"))
        for n in range(1000)
    ]
    assert codes(order(*many, total=D(300))) == []


def test_totals_written_in_wholes_are_rounded_to_wholes():
    values = {"quantity": D(5), "unit_price": D(2143), "discount": D(15)}
    assert codes(order(line(**values, line_total=D(9108)), line(2, line_total=D(5)))) == []
    wrong = line(**values, line_total=D(9110))
    assert codes(order(wrong, line(2, line_total=D(5)))) == ["ARITHMETIC_MISMATCH"]


def test_b057_a_price_of_zero_and_a_discount_above_the_whole_are_said():
    assert codes(order(line(unit_price=D(0), line_total=D(0)))) == ["INVALID_PRICE"]
    table = "SKU|Qty|Price|Disc %\nA|2|5|101\nB|7|2|10"
    (said,) = read(grid(f"Customer:|Acme\n{table}")).issues
    assert (said.code, said.facts["why"], said.cells) == (
        "INVALID_PRICE",
        "discount",
        ("Sheet1!D3",),
    )


@pytest.mark.parametrize(
    ("row", "code", "asked"),
    [
        ("A-1|-3|5||", "NEGATIVE_QUANTITY", True), ("A-1|0|5|10|", "ZERO_QUANTITY_WITH_TOTAL", True),
        ("A-1|3|-5||", "INVALID_PRICE", False), ("A-1|3|0||", "INVALID_PRICE", False),
        ("A-1|3|5||101", "INVALID_PRICE", False),
    ],
)  # fmt: skip
def test_b057_amounts_that_cannot_be_meant_are_asked_or_said_by_their_cell(row, code, asked):
    """What is only said has no effect: the books' price is compared, the discount not applied."""
    reading = read(grid(f"Customer:|Acme\nSKU|Qty|Price|Total|Disc %\n{row}\nB-2|7|2|14|10"))
    (said,) = (one for one in reading.issues if one.code == code)
    assert said.open is asked
    assert all(cell.endswith("3") for cell in said.cells)


def test_a_quantity_far_above_the_usual_is_said():
    usual = {"A-1": D(10)}
    far = order(line(quantity=D(101), line_total=None))
    assert [one.code for one in check(far, None, usual)] == ["LARGE_QUANTITY"]
    assert check(order(line(quantity=D(100), line_total=None)), None, usual) == ()


def test_the_same_item_by_name_is_said_with_its_cells():
    cells = {"product_name": Evidence("S", "B2")}
    twins = [replace(line(n, sku=None, product_name="Rope"), evidence=cells) for n in (1, 2)]
    (said,) = check(order(*twins))
    assert said.cells == ("S!B2", "S!B2")


def test_a_line_of_nothing_lacks_no_name():
    rows = "U5|1|K-5|Chip\nU6|0|N/A|N/A\nU7|2|K-7|Relay"
    reading = read(grid(f"Customer:|Acme\n.\nPlace|Qty|Part no|Description\n{rows}"))
    assert "MISSING_ITEM_IDENTIFIER" not in [one.code for one in reading.issues]
