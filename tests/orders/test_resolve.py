"""What matching leaves to ask, and how the case carries it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orders.account import Account
from orders.case import CaseDocument
from orders.catalogue import Address, Customer, Item, Organization
from orders.customers import CustomerIndex
from orders.evidence import Evidence
from orders.issue import Ask, Issue, Severity
from orders.items import ItemIndex
from orders.order import Line, Order
from orders.prices import PriceRules
from orders.reading import Reading, Result
from orders.resolve import CODES, customer_part, items_part, with_matches

EURO = Organization("1", "Desk", "EUR", 2)
CUSTOMERS = CustomerIndex(
    (
        Customer("1", "Karimi Trading Co", "Karimi Trading", "EUR"),
        Customer("2", "Karimi Trading LLC", "Karimi Trading", "EUR"),
        Customer("3", "Sunset Shop", active=False),
        Customer("4", "Harbour & Vale Ltd", currency="GBP"),
    )
)
ITEMS = ItemIndex(
    [
        Item("1", "Backpack Green", "BW-1001", "9521000010017", rate=Decimal("49.90")),
        Item("2", "Backpack Black", "BW-1002", "9521000010024", rate=Decimal("49.90")),
        Item("3", "Old Backpack", "BW-0900", "", rate=Decimal(1), active=False),
        Item("4", "Twin", "G-1", "5901234123457", rate=Decimal(1)),
        Item("5", "Twin", "G-2", "5901234123457", rate=Decimal(1)),
    ]
)


def line(place=1, **fields):
    cell = {name: Evidence("S", f"{name[0].upper()}{place}") for name in fields}
    fields = {"quantity": Decimal(2), **fields}
    return Line(f"L{place:03}", place, evidence=cell, **fields)


def case_of(*lines, customer="Karimi Trading Co", choices=None, issues=(), **header):
    order = Order(
        "S",
        (1,),
        {},
        lines,
        customer=customer,
        evidence={"customer": Evidence("S", "B2")},
        **header,
    )
    return CaseDocument(
        order_id="o", code="K7Q4MP", tenant_id="t", requester="r", requester_name="", language="en",
        conversation="", received_at="2026-11-21T08:00:00+00:00",
        reading=Reading(Result.READY, (order,)), choices=choices or {}, issues=tuple(issues),
    )  # fmt: skip


def resolved(case):
    customer = customer_part(case, EURO, CUSTOMERS)
    return with_matches(case, customer, items_part(case, ITEMS), PriceRules())


@pytest.mark.parametrize(
    ("asked", "code", "ask"),
    [
        ("Karimi Trading", "AMBIGUOUS_CUSTOMER", Ask.CHOICE),
        ("Karimy Tradin", "CUSTOMER_NOT_FOUND", Ask.CHOICE),
        ("Zzyzx", "CUSTOMER_NOT_FOUND", Ask.TEXT),
        ("???", "CUSTOMER_NOT_FOUND", Ask.TEXT),
        ("Sunset Shop", "CUSTOMER_NOT_SELLABLE", Ask.TEXT),
        (None, "MISSING_CUSTOMER", Ask.TEXT),
    ],
)
def test_b088_a_customer_that_is_not_certain_is_asked(asked, code, ask):
    (issue,) = customer_part(case_of(line(sku="BW-1001"), customer=asked), EURO, CUSTOMERS).issues
    assert (issue.code, issue.ask, issue.target) == (code, ask, "customer")
    assert issue.severity is Severity.ERROR
    assert issue.cells == ("S!B2",)
    assert bool(issue.candidates) is (ask is Ask.CHOICE)


def test_a_tie_preselects_nobody_and_a_clear_likeness_does():
    tied = customer_part(case_of(customer="Karimi Trading"), EURO, CUSTOMERS).issues[0]
    assert tied.preselect == ""
    near = customer_part(case_of(customer="Harbor Vale"), EURO, CUSTOMERS).issues[0]
    assert near.preselect == "4"
    close = customer_part(case_of(customer="Karimi Tradng"), EURO, CUSTOMERS).issues[0]
    assert close.preselect == ""


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"sku": "NOPE"}, "ITEM_NOT_FOUND"),
        ({"product_name": "backpack"}, "ITEM_NOT_FOUND"),
        ({"sku": "BW-1001", "gtin": "9521000010024"}, "SKU_GTIN_CONFLICT"),
        ({"gtin": "5901234123457"}, "AMBIGUOUS_ITEM"),
        ({"sku": "BW-0900"}, "INACTIVE_ITEM"),
        ({}, "ITEM_NOT_FOUND"),
    ],
)
def test_b088_an_item_that_is_not_certain_is_asked(fields, code):
    (issue,) = items_part(case_of(line(**fields)), ITEMS).issues
    assert (issue.code, issue.target, issue.lines) == (code, "item:L001", ("L001",))
    assert issue.severity is Severity.ERROR
    assert issue.candidates[-1].value == "-"
    assert issue.ask is (Ask.CHOICE if len(issue.candidates) > 1 else Ask.TEXT)
    assert len(issue.cells) == len(fields)


def test_guesses_are_warnings_that_can_be_changed():
    case = case_of(line(product_name="Bakcpack Green"), customer="Harbuor & Vale")
    (customer,) = customer_part(case, EURO, CUSTOMERS).issues
    assert (customer.code, customer.severity) == ("CUSTOMER_GUESSED", Severity.WARNING)
    assert (customer.target, customer.preselect, customer.ask) == ("customer", "4", Ask.CHOICE)
    assert customer.facts["name"] == "Harbour & Vale Ltd"
    (item,) = items_part(case, ITEMS).issues
    assert (item.code, item.severity, item.preselect) == ("ITEM_GUESSED", Severity.WARNING, "1")
    assert item.candidates[-1].value == "-"


def test_a_quantity_in_another_unit_is_asked_until_somebody_says_how_it_is_meant():
    items = ItemIndex([Item("1", "Mug", "M-1", unit="pcs", rate=Decimal(1))])
    (issue,) = items_part(case_of(line(sku="M-1", unit="box")), items).issues
    assert (issue.code, issue.target) == ("UNIT_DIFFERS", "unit:L001:1")
    assert [one.value for one in issue.candidates] == ["same_unit", "-"]
    kept = items_part(
        case_of(line(sku="M-1", unit="box"), choices={issue.target: "same_unit"}), items
    )
    assert kept.issues == ()
    left = items_part(case_of(line(sku="M-1", unit="box"), choices={issue.target: "-"}), items)
    assert left.matches["L001"].left_out
    assert items_part(case_of(line(sku="M-1", unit="عدد")), items).issues == ()


def test_a_discontinued_item_is_asked_with_its_successor():
    items = ItemIndex(
        [Item("1", "Old", "A-1", active=False, successor="A-2"), Item("2", "Mug", "A-2")]
    )
    (issue,) = items_part(case_of(line(sku="A-1")), items).issues
    assert (issue.code, issue.candidates[0].value) == ("ITEM_DISCONTINUED", "2")


def test_an_inactive_item_comes_with_active_ones_to_choose():
    (issue,) = items_part(case_of(line(sku="BW-0900")), ITEMS).issues
    assert {one.value for one in issue.candidates} >= {"1", "2"}
    assert "3" not in {one.value for one in issue.candidates}
    assert issue.preselect == ""


def test_lines_that_are_not_ordered_are_not_asked():
    lines = (line(1, sku="NOPE", quantity=Decimal(0)), line(2, sku="NOPE"))
    assert items_part(case_of(*lines, choices={"L002": "-"}), ITEMS).issues == ()


def test_everything_certain_leaves_nothing_to_ask():
    case = resolved(case_of(line(sku="BW-1001", unit_price=Decimal("49.9"))))
    assert case.issues == ()
    assert case.matches.organization == EURO
    assert case.matches.customer is not None
    assert case.matches.items["L001"].item is not None
    assert case.prices[0].sent == Decimal("49.90")


def test_issues_of_others_stay_and_ours_are_replaced():
    foreign = Issue("AMBIGUOUS_DATE", Severity.ERROR)
    old = [Issue(code, Severity.ERROR, target="old") for code in CODES]
    case = resolved(case_of(line(sku="NOPE"), issues=[foreign, *old]))
    assert [one.code for one in case.issues] == ["AMBIGUOUS_DATE", "ITEM_NOT_FOUND"]
    assert resolved(case).issues == case.issues


def test_b088_another_currency_than_the_customers_is_asked():
    case = resolved(case_of(line(sku="BW-1001", unit_price=Decimal(50)), currency="GBP"))
    (issue,) = (one for one in case.issues if one.code == "CURRENCY_MISMATCH")
    assert (issue.target, issue.open) == ("field:currency", True)
    assert [one.value for one in issue.candidates] == ["EUR"]


@pytest.mark.parametrize(
    ("customer", "currency"), [("Karimi Trading Co", "EUR"), ("Nobody", "GBP")]
)
def test_the_same_currency_or_no_customer_is_no_mismatch(customer, currency):
    case = resolved(case_of(line(sku="BW-1001"), customer=customer, currency=currency))
    assert "CURRENCY_MISMATCH" not in {one.code for one in case.issues}


def test_a_customer_without_currency_mismatches_nothing():
    customers = CustomerIndex([Customer("1", "Alfa")])
    case = case_of(line(sku="BW-1001"), customer="Alfa", currency="GBP")
    part = customer_part(case, EURO, customers)
    done = with_matches(case, part, items_part(case, ITEMS), PriceRules())
    assert "CURRENCY_MISMATCH" not in {one.code for one in done.issues}


def test_lines_left_out_by_a_price_answer_are_left_out():
    case = case_of(line(sku="BW-1001", unit_price=Decimal(1)), line(2, sku="BW-1002"))
    (asked,) = (one for one in resolved(case).issues if one.code == "PRICE_DIFFERENCE")
    case = resolved(replace(case, choices={asked.target: "-"}))
    assert case.matches.items["L001"].left_out
    assert not case.matches.items["L002"].left_out
    assert [one.line_id for one in case.prices] == ["L002"]


def test_a_case_without_an_order_resolves_nothing():
    case = replace(case_of(), reading=None)
    done = resolved(case)
    assert [one.code for one in done.issues] == ["MISSING_CUSTOMER"]
    assert done.matches.items == {}
    assert done.prices == ()


def test_a_delivery_address_that_the_books_know_is_named_and_another_is_a_warning():
    home = Address("81", "Mill Lane 4", "LS1 4AB", "Leeds")
    customer = Customer("1", "Karimi Trading Co", "Karimi Trading", "EUR", addresses=(home,))
    part = replace(customer_part(case_of(line()), EURO, CUSTOMERS), account=Account(customer))

    def settled(ship_to):
        case = case_of(line(sku="BW-1001"), ship_to=ship_to)
        return with_matches(case, part, items_part(case, ITEMS), PriceRules())

    known, unknown = settled("Mill Lane 4, Leeds"), settled("Far Road 9, York")
    assert known.delivery == home
    assert "DELIVERY_ADDRESS_UNKNOWN" not in [one.code for one in known.issues]
    assert unknown.delivery is None
    (warned,) = [one for one in unknown.issues if one.code == "DELIVERY_ADDRESS_UNKNOWN"]
    assert (warned.open, warned.facts["value"]) == (False, "Far Road 9, York")
