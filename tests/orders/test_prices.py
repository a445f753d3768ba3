"""Which price is sent, and which prices are never passed over in silence."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orders.account import Bracket, ListedRate, PriceList
from orders.case import CaseDocument
from orders.catalogue import Customer, Item, ItemMatch, Organization
from orders.evidence import Evidence
from orders.issue import Ask, Severity
from orders.order import Line, Order
from orders.prices import (
    PriceRules,
    differing,
    order_currency,
    precision_of,
    price_lines,
    round_money,
)
from orders.reader import read
from tests.orders.grids import grid

EURO = Organization("1", "Desk", "EUR", 2)
RIAL = Organization("1", "Desk", "IRR", 0)
CUSTOMER = Customer("7", "Alfa", currency="EUR")


def priced(*pairs, rules=None, organization=EURO, customer=CUSTOMER, **order):
    """Price lines of (sheet price, books rate); quantity 10 each."""
    lines = tuple(
        Line(
            f"L{place:03}",
            place,
            quantity=Decimal(10),
            unit_price=None if sheet is None else Decimal(sheet),
            evidence={"unit_price": Evidence("S", f"D{place}")},
        )
        for place, (sheet, _) in enumerate(pairs, 1)
    )
    items = {
        line.line_id: ItemMatch(line.line_id, Item(f"i{line.line_id}", "x", rate=Decimal(rate)))
        for line, (_, rate) in zip(lines, pairs, strict=True)
    }
    made = Order("S", (1,), {}, lines, **order)
    return price_lines(made, items, customer, organization, rules or PriceRules())


def test_equal_prices_say_nothing():
    pricing = priced(("49.9", "49.90"), ("14.504", "14.5"))
    assert pricing.issues == ()
    assert [one.sent for one in pricing.checks] == [Decimal("49.90"), Decimal("14.5")]


def test_a_small_difference_is_a_warning_and_the_books_price_is_sent():
    pricing = priced(("10.00", "10.50"))
    (issue,) = pricing.issues
    assert (issue.code, issue.severity, issue.ask) == (
        "PRICE_DIFFERENCE",
        Severity.WARNING,
        Ask.NONE,
    )
    assert issue.cells == ("S!D1",)
    assert issue.facts["sheet"] == "10.00"
    assert Decimal(issue.facts["difference"]) == Decimal(-5)
    assert pricing.checks[0].sent == Decimal("10.50")


def test_the_policy_may_prefer_the_sheet():
    pricing = priced(("10.00", "10.50"), (None, "3"), rules=PriceRules("sheet"))
    assert [one.sent for one in pricing.checks] == [Decimal("10.00"), Decimal(3)]


def test_a_large_difference_is_asked():
    (issue,) = priced(("10", "60"), ("5", "30")).issues
    assert (issue.code, issue.severity, issue.ask) == (
        "PRICE_DIFFERENCE", Severity.ERROR, Ask.CHOICE,
    )  # fmt: skip
    assert issue.lines == ("L001", "L002")
    assert [one.value for one in issue.candidates] == ["books", "sheet", "-"]


@pytest.mark.parametrize(
    ("answer", "sent"), [("books", Decimal(60)), ("sheet", Decimal(10)), ("-", None)]
)
def test_an_answer_settles_it_and_stays_visible(answer, sent):
    (asked,) = priced(("10", "60")).issues
    pricing = priced(("10", "60"), rules=PriceRules("books", {asked.target: answer}))
    assert pricing.issues[0].severity is Severity.WARNING
    assert pricing.issues[0].facts["answer"] == answer
    if sent is None:
        assert pricing.left_out == {"L001"}
        assert pricing.checks == ()
    else:
        assert pricing.checks[0].sent == sent


def test_an_answer_holds_for_these_lines_and_prices_only():
    (asked,) = priced(("10", "60")).issues
    rules = PriceRules("books", {asked.target: "sheet"})
    assert priced(("10", "61"), rules=rules).issues[0].open
    assert priced(("10", "60"), ("10", "60"), rules=rules).issues[0].open
    assert priced(("10", "60"), rules=PriceRules("books", {asked.target: "free"})).issues[0].open


def test_a_rate_of_zero_never_goes_through_unseen():
    pricing = priced(("10", "0"), (None, "0"), ("0", "0"))
    with_sheet, without = pricing.issues
    assert {with_sheet.code, without.code} == {"PRICE_ZERO"}
    assert with_sheet.open
    assert without.open
    assert [one.value for one in with_sheet.candidates] == ["sheet", "books", "-"]
    assert without.lines == ("L002", "L003")
    assert [one.value for one in without.candidates] == ["books", "-"]


@pytest.mark.parametrize(("answer", "sent"), [("sheet", Decimal(10)), ("books", Decimal(0))])
def test_a_zero_rate_is_sent_only_when_someone_said_so(answer, sent):
    (asked,) = priced(("10", "0")).issues
    pricing = priced(("10", "0"), rules=PriceRules("books", {asked.target: answer}))
    assert pricing.checks[0].sent == sent
    assert not pricing.issues[0].open


def test_the_sheet_policy_answers_a_zero_rate_by_itself():
    pricing = priced(("10", "0"), rules=PriceRules("sheet"))
    assert pricing.issues == ()
    assert pricing.checks[0].sent == Decimal(10)


@pytest.mark.parametrize("typed", ["12.50", "0"])
def test_a_typed_price_wins(typed):
    pricing = priced(("10", "0"), rules=PriceRules("books", {"price:L001:iL001": typed}))
    assert pricing.issues == ()
    assert pricing.checks[0].sent == Decimal(typed)


@pytest.mark.parametrize("typed", ["ten", "-1", "NaN", "Infinity"])
def test_what_is_no_price_is_not_taken(typed):
    assert (
        priced(("10", "0"), rules=PriceRules("books", {"price:L001:iL001": typed})).issues[0].open
    )


@pytest.mark.parametrize("policy", ["books", "sheet"])
@pytest.mark.parametrize(("rate", "code"), [("60", "PRICE_DIFFERENCE"), ("0", "PRICE_ZERO")])
def test_b057_a_price_below_zero_is_asked_and_never_sent(policy, rate, code):
    (asked,) = priced(("-2", rate), rules=PriceRules(policy)).issues
    assert (asked.code, asked.open) == (code, True)
    assert [one.value for one in asked.candidates] == ["books", "-"]
    answered = PriceRules(policy, {asked.target: "sheet"})
    assert priced(("-2", rate), rules=answered).issues[0].open
    settled = PriceRules(policy, {asked.target: "books"})
    assert priced(("-2", rate), rules=settled).checks[0].sent == Decimal(rate)


def test_b057_a_price_below_zero_is_asked_in_a_foreign_currency_too():
    dollars = Customer("7", "Alfa", currency="USD")
    (asked,) = priced(("-2", "100"), customer=dollars, rules=PriceRules("sheet")).issues
    assert (asked.code, asked.open) == ("PRICE_ZERO", True)


@pytest.mark.parametrize("policy", ["books", "sheet"])
def test_b072_swapped_prices_and_quantities_are_flagged_by_the_price_list(policy):
    table = "SKU|Description|Qty|Unit Price\nA-1|Rope|50|12\nA-2|Hook|15|24"
    (order,) = read(grid(f"Customer:|Alfa\n{table}")).orders
    rates = zip(order.lines, ("50", "15"), strict=True)
    items = {
        line.line_id: ItemMatch(line.line_id, Item(line.line_id, "x", rate=Decimal(rate)))
        for line, rate in rates
    }
    pricing = price_lines(order, items, CUSTOMER, EURO, PriceRules(policy))
    (asked,) = pricing.issues
    assert (asked.code, asked.open, len(asked.lines)) == ("PRICE_DIFFERENCE", True, 2)


def test_in_another_currency_only_the_sheets_price_counts():
    dollars = Customer("7", "Alfa", currency="USD")
    pricing = priced(("10", "100"), customer=dollars)
    (told,) = pricing.issues
    assert (told.code, told.severity, told.open) == ("PRICE_UNCHECKED", Severity.WARNING, False)
    assert priced(("10", "100"), customer=dollars, rules=PriceRules("sheet")).issues == ()
    assert (pricing.checks[0].books, pricing.checks[0].sent) == (None, Decimal(10))
    (issue,) = priced((None, "100"), customer=dollars).issues
    assert (issue.code, issue.open) == ("PRICE_ZERO", True)


def test_rials_have_no_decimals():
    organization = RIAL
    rial = Customer("7", "Alfa", currency="IRR")
    assert priced(("1844500.4", "1844500"), organization=organization, customer=rial).issues == ()
    (tiny,) = priced(("1844501", "1844500"), organization=organization, customer=rial).issues
    assert tiny.severity is Severity.INFO


def test_precision_follows_the_currency():
    assert precision_of("IRR", RIAL) == 0
    assert precision_of("", EURO) == 2
    assert precision_of("EUR", RIAL) == 2
    assert precision_of("KWD", EURO) == 3


def test_the_currency_is_the_sheets_then_the_customers_then_the_books():
    order = Order("S", (1,), {}, (), currency="USD")
    assert order_currency(order, CUSTOMER, RIAL) == "USD"
    bare = Order("S", (1,), {}, ())
    assert order_currency(bare, CUSTOMER, RIAL) == "EUR"
    assert order_currency(bare, None, RIAL) == "IRR"


def test_money_is_rounded_half_up():
    assert round_money(Decimal("0.125"), 2) == Decimal("0.13")
    assert round_money(Decimal("2.5"), 0) == Decimal(3)


def test_lines_that_are_not_sent_have_no_price():
    lines = (
        Line("L001", 1, quantity=Decimal(0)),
        Line("L002", 2, quantity=Decimal(1)),
        Line("L003", 3, quantity=Decimal(1)),
        Line("L004", 4, quantity=Decimal(1)),
    )
    item = Item("i", "x", rate=Decimal(0))
    items = {
        "L001": ItemMatch("L001", item),
        "L002": ItemMatch("L002", item, left_out=True),
        "L003": ItemMatch("L003"),
    }
    pricing = price_lines(Order("S", (1,), {}, lines), items, CUSTOMER, EURO, PriceRules())
    assert pricing.checks == ()
    assert pricing.issues == ()


LIST = PriceList(
    "9",
    "Key accounts",
    rates={
        "iL001": ListedRate(Decimal(9), brackets=(Bracket(Decimal(10), None, Decimal(8)),)),
        "iL002": ListedRate(discount=Decimal(50)),
    },
)


def test_the_books_price_is_the_customers_own():
    rules = PriceRules(price_list=LIST)
    first, second, third = priced((None, "12"), (None, "6"), (None, "5"), rules=rules).checks
    assert (first.books, first.sent, first.basis) == (Decimal(8), Decimal(8), "Key accounts")
    assert (second.books, second.basis) == (Decimal(3), "Key accounts")
    assert (third.books, third.basis) == (Decimal(5), "")


def test_a_percentage_list_and_the_customers_discount_add_up():
    shifted = PriceList("8", "Distributor", percentage=Decimal(-10))
    customer = replace(CUSTOMER, discount=Decimal(5))
    (check,) = priced(
        (None, "49.90"), rules=PriceRules(price_list=shifted), customer=customer
    ).checks
    assert (check.sent, check.discount) == (Decimal("42.66"), Decimal(5))


def test_a_price_list_in_another_currency_is_not_used():
    foreign = replace(LIST, currency="USD")
    (check,) = priced((None, "12"), rules=PriceRules(price_list=foreign)).checks
    assert (check.books, check.basis) == (Decimal(12), "")
    dollars = replace(CUSTOMER, currency="USD")
    (check,) = priced((None, "12"), rules=PriceRules(price_list=foreign), customer=dollars).checks
    assert check.books == Decimal(8)


@pytest.mark.parametrize(
    ("rounding", "sent"),
    [
        ("no_rounding", "44.91"), ("round_to_dollar", "45"),
        ("round_to_dollar_minus_01", "44.99"), ("round_to_half_dollar", "45"),
    ],
)  # fmt: skip
def test_a_list_rounds_as_the_books_do(rounding, sent):
    shifted = PriceList("8", "x", percentage=Decimal(-10), rounding=rounding, precision=2)
    (check,) = priced((None, "49.90"), rules=PriceRules(price_list=shifted)).checks
    assert check.sent == Decimal(sent)


def test_two_per_cent_is_told_and_no_more():
    (issue,) = priced(("10.00", "10.10")).issues
    assert issue.severity is Severity.INFO
    (issue,) = priced(("10.00", "10.10"), rules=PriceRules(warn=Decimal(0))).issues
    assert issue.severity is Severity.WARNING


@pytest.mark.parametrize(("times", "unit"), [(10, "100000"), (Decimal("0.1"), "100000")])
def test_ten_times_on_most_lines_asks_for_the_unit(times, unit):
    rial = replace(CUSTOMER, currency="IRR")
    pairs = [(str(Decimal(rate) * times), rate) for rate in ("100000", "250000", "70000")]
    (issue, other) = priced(*pairs, ("1", "9"), organization=RIAL, customer=rial).issues
    assert (issue.code, issue.open, issue.facts["why"]) == ("CURRENCY_UNIT_UNCLEAR", True, "ten")
    assert issue.lines == ("L001", "L002", "L003")
    assert other.code == "PRICE_DIFFERENCE"
    rules = PriceRules(choices={issue.target: "unit"})
    assert priced(*pairs, ("1", "9"), organization=RIAL, customer=rial, rules=rules).checks[
        0
    ].sent == Decimal(unit)


def test_an_answer_says_who_gave_it():
    (asked,) = priced(("10", "60")).issues
    rules = PriceRules("books", {asked.target: "sheet"}, {asked.target: "reza"})
    assert priced(("10", "60"), rules=rules).issues[0].facts["by"] == "reza"


def test_the_audit_hears_of_both_prices_where_they_differ():
    checks = priced(("10.00", "10.50"), ("3", "3")).checks
    case = CaseDocument("o", "K7Q4MP", "t", "r", "R", "c", "en", "", prices=checks)
    assert differing(case) == "L001 10.00/10.50→10.50"
