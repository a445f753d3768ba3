"""Taxes are the books' own; what the file says besides is a warning."""

from dataclasses import replace
from decimal import Decimal

import pytest
from test_resolve import case_of, line, resolved

from orders.case import PriceCheck
from orders.catalogue import Customer, Item, ItemMatch, Tax
from orders.order import Order
from orders.tax import line_taxes, tax_issues, tax_of

VAT, ZERO = Tax("20", "VAT 20 %", Decimal(20)), Tax("0", "Zero rated", Decimal(0))
ITEM, CUSTOMER = Item("1", "Rope", tax=VAT), Customer("1", "Alfa")


@pytest.mark.parametrize(
    ("changes", "tax"),
    [
        ({}, VAT),
        ({"tax": ZERO}, ZERO),
        ({"taxable": False}, None),
        ({"tax_treatment": "overseas"}, None),
        ({"tax_treatment": "overseas", "tax": ZERO}, ZERO),
    ],
)
def test_a_customers_own_tax_goes_before_the_items(changes, tax):
    assert tax_of(replace(CUSTOMER, **changes), ITEM) == tax


def test_without_a_customer_nothing_is_decided():
    assert tax_of(None, ITEM) is None


def order_with(tax, *lines):
    return Order("S", (1,), {}, lines, tax=tax)


def issues_of(tax, known=VAT):
    first, second = line(1, quantity=Decimal(10)), line(2, quantity=Decimal(1))
    prices = (
        PriceCheck("L001", None, None, Decimal(5)),
        PriceCheck("L002", None, None, Decimal(50)),
    )
    taxes = {"L001": known, "L002": known} if known else {}
    return tax_issues(order_with(tax, first, second), prices, taxes, "EUR")


@pytest.mark.parametrize("tax", [None, Decimal(0), Decimal("20.00"), Decimal("20.01")])
def test_a_tax_that_the_books_come_to_as_well_is_no_word_worth(tax):
    assert issues_of(tax) == ()


def test_another_tax_than_the_books_is_a_warning():
    (found,) = issues_of(Decimal("19.00"))
    assert (found.code, found.facts["expected"]) == ("TAX_DIFFERS", "20")
    assert not found.open


def test_b088_a_tax_that_the_books_lack_is_shown_before_approval():
    (found,) = issues_of(Decimal(20), known=None)
    assert (found.code, found.facts["value"]) == ("TAX_MISSING", "20")
    case = resolved(case_of(line(sku="BW-1001", quantity=Decimal(1)), tax=Decimal(10)))
    assert "TAX_MISSING" in [one.code for one in case.issues]


def test_lines_that_are_left_out_carry_no_tax():
    lines = (line(1), line(2), line(3))
    matches = {
        "L001": ItemMatch("L001", ITEM),
        "L002": ItemMatch("L002", ITEM, left_out=True),
        "L003": ItemMatch("L003"),
    }
    assert line_taxes(lines, matches, CUSTOMER) == {"L001": VAT}
