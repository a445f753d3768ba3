"""The draft is what was shown: its key, its lines, its hash."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orders.case import CaseDocument, PriceCheck
from orders.catalogue import (
    Address,
    Customer,
    CustomerMatch,
    Item,
    ItemMatch,
    Matches,
    Organization,
    Tax,
)
from orders.draft import (
    DraftLine,
    DraftOrder,
    draft_hash,
    draft_of,
    order_hash,
    order_key,
    plain,
)
from orders.errors import OrderUnsettled
from orders.order import Line, Order
from orders.prices import round_money
from orders.reading import Reading, Result


def case_of(**changes):
    lines = tuple(Line(f"L{place:03}", place, quantity=Decimal(place)) for place in (1, 2, 3))
    order = Order(
        "S",
        (1,),
        {},
        lines,
        order_date="2026-11-20",
        delivery_date="2026-12-01",
        po_number=" PO-1 ",
    )
    matches = Matches(
        Organization("5", "Desk", "EUR", 2),
        CustomerMatch("Alfa", Customer("7", "Alfa", currency="EUR")),
        {line.line_id: ItemMatch(line.line_id, Item(f"i{line.row}", "x")) for line in lines},
    )
    prices = tuple(PriceCheck(one.line_id, None, None, Decimal("1.005")) for one in lines)
    case = CaseDocument(
        order_id="o", code="K7Q4MP", tenant_id="t", requester="r", requester_name="", language="en",
        conversation="", received_at="2026-11-21T08:00:00+00:00",
        reading=Reading(Result.READY, (order,)), matches=matches, prices=prices,
    )  # fmt: skip
    return replace(case, **changes)


def with_order(case, **changes):
    order = replace(case.reading.orders[0], **changes)
    return replace(case, reading=replace(case.reading, orders=(order,)))


def with_match(case, line_id, match):
    items = {**case.matches.items, line_id: match}
    return replace(case, matches=replace(case.matches, items=items))


def test_a_draft_carries_the_order_line_by_line():
    draft = draft_of(case_of())
    assert draft.lines[1] == DraftLine("L002", "i2", Decimal(2), Decimal("1.01"))
    assert (draft.customer_id, draft.po_number, draft.currency) == ("7", "PO-1", "EUR")
    assert (draft.date, draft.delivery_date) == ("2026-11-20", "2026-12-01")
    assert draft.notes == "Order Desk K7Q4MP"
    assert draft.sub_total == Decimal("6.06")


def test_address_and_taxes_of_the_books_travel_and_the_files_own_words_stay_in_the_notes():
    case = with_order(case_of(), ship_to="Mill Lane 4, Leeds")
    known = replace(
        case,
        delivery=Address("81", "Mill Lane 4", "", "Leeds"),
        taxes={"L002": Tax("20", "VAT", Decimal(20))},
    )
    draft = draft_of(known)
    assert draft.shipping_address_id == "81"
    assert [one.tax_id for one in draft.lines] == ["", "20", ""]
    assert draft.notes == "Order Desk K7Q4MP\nDeliver to: Mill Lane 4, Leeds"
    assert draft_of(case).shipping_address_id == ""
    assert len({order_hash(one) for one in (case, known, replace(known, taxes={}))}) == 3


def test_what_the_file_says_of_the_goods_beyond_the_item_is_the_lines_description():
    case = with_match(
        case_of(), "L001", ItemMatch("L001", Item("i1", "Rope red", description="طناب"))
    )
    lines = list(case.reading.orders[0].lines)
    lines[0] = replace(lines[0], details="12 mm, dyed", colour="Red", size="M")
    lines[1] = replace(lines[1], colour="Sand")
    lines[2] = replace(lines[2], details="x" * 3000)
    told = with_order(case, lines=tuple(lines))
    first, second, third = (one.description for one in draft_of(told).lines)
    assert (first, second, len(third)) == ("طناب\n12 mm, dyed · M", "Sand", 2000)
    assert order_hash(told) != order_hash(case)


def test_without_a_date_the_order_has_the_day_it_came():
    assert draft_of(with_order(case_of(), order_date=None)).date == "2026-11-21"
    assert draft_of(with_order(case_of(), order_date="soon")).date == "2026-11-21"
    assert draft_of(with_order(case_of(), delivery_date=None)).delivery_date == ""


def test_zero_and_left_out_lines_are_not_sent():
    case = with_match(case_of(), "L001", ItemMatch("L001", left_out=True))
    order = case.reading.orders[0]
    lines = (order.lines[0], replace(order.lines[1], quantity=Decimal(0)), order.lines[2])
    assert [one.line_id for one in draft_of(with_order(case, lines=lines)).lines] == ["L003"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda case: replace(case, reading=None),
        lambda case: replace(case, matches=Matches()),
        lambda case: replace(case, matches=replace(case.matches, customer=CustomerMatch("x"))),
        lambda case: replace(case, matches=replace(case.matches, customer=None)),
        lambda case: replace(case, matches=replace(case.matches, items={})),
        lambda case: with_match(case, "L002", ItemMatch("L002")),
        lambda case: replace(case, prices=case.prices[1:]),
        lambda case: with_order(case, lines=()),
        lambda case: with_order(case, lines=(Line("L001", 1),)),
        lambda case: with_order(case, lines=(Line("L001", 1, quantity=Decimal(-1)),)),
    ],
)
def test_what_is_not_settled_becomes_no_draft(spoil):
    with pytest.raises(OrderUnsettled):
        draft_of(spoil(case_of()))


def test_a_rate_may_be_left_to_the_books():
    case = case_of()
    case = replace(case, prices=(replace(case.prices[0], sent=None), *case.prices[1:]))
    assert draft_of(case).lines[0].rate is None
    assert draft_of(case).sub_total is None
    assert draft_hash(draft_of(case)) != order_hash(case_of())


def test_rials_have_no_decimals_and_foreign_prices_their_own():
    case = case_of()
    rial = replace(case.matches, organization=Organization("5", "", "IRR", 0))
    assert draft_of(replace(case, matches=rial)).lines[0].rate == Decimal("1.01")
    own = replace(rial, customer=CustomerMatch("Alfa", Customer("7", "Alfa", currency="IRR")))
    assert draft_of(replace(case, matches=own)).lines[0].rate == Decimal(1)


CENTS = st.integers(1, 10**9)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(CENTS, CENTS, st.integers(0, 99)), min_size=1, max_size=20),
    st.sampled_from([0, 2, 3]),
)
def test_b058_sums_are_rounded_half_up_line_by_line_in_every_currency(rows, precision):
    lines = tuple(
        DraftLine(f"L{n}", "i", Decimal(quantity) / 1000, Decimal(rate) / 1000, Decimal(less))
        for n, (quantity, rate, less) in enumerate(rows)
    )
    unit = Fraction(1, 10**precision)
    exact = [
        Fraction(q, 1000) * Fraction(r, 1000) * Fraction(100 - less, 100) for q, r, less in rows
    ]
    expected = sum(floor(one / unit + Fraction(1, 2)) for one in exact) * unit
    order = DraftOrder("k", "o", "5", "K7Q4MP", "7", lines, precision=precision)
    assert Fraction(order.sub_total) == expected


def test_b058_thirds_and_halves_of_a_unit_are_nobodys_guess():
    assert Decimal("0.1") + Decimal("0.2") == Decimal("0.3")
    assert round_money(Decimal("2.675"), 2) == Decimal("2.68")
    assert round_money(Decimal("2.5"), 0) == 3
    assert round_money(Decimal("1.0005"), 3) == Decimal("1.001")
    assert sum([Decimal("0.1")] * 100_000, Decimal(0)) == 10_000


def test_the_hash_changes_with_everything_that_is_sent_and_nothing_else():
    base = order_hash(case_of())
    assert base == order_hash(case_of(revision=2, requester_name="Sara", issues=()))
    changed = [
        with_order(case_of(), po_number="PO-2"),
        with_order(case_of(), delivery_date=None),
        with_order(case_of(), order_date=None),
        with_order(case_of(), currency="USD"),
        with_match(case_of(), "L002", ItemMatch("L002", Item("i9", "y"))),
        with_match(case_of(), "L002", ItemMatch("L002", left_out=True)),
        replace(case_of(), prices=tuple(replace(one, sent=Decimal(2)) for one in case_of().prices)),
    ]
    assert len({base, *map(order_hash, changed)}) == len(changed) + 1


def test_equal_numbers_hash_equal():
    case = case_of()
    same = tuple(replace(one, sent=Decimal("1.0050")) for one in case.prices)
    assert order_hash(replace(case, prices=same)) == order_hash(case)


def test_b099_the_key_is_short_ascii_and_the_same_on_every_day():
    key = order_key("tenant", "5", "سفارش " * 50)
    assert key == order_key("tenant", "5", "سفارش " * 50)
    assert key.isascii()
    assert len(key) == 19
    others = {
        order_key("other", "5", "x"),
        order_key("tenant", "6", "x"),
        order_key("tenant", "5", "y"),
    }
    assert len(others) == 3
    today, tomorrow = case_of(), case_of(received_at="2026-11-22T08:00:00+00:00")
    assert draft_of(today).order_key == draft_of(tomorrow).order_key


@pytest.mark.parametrize(
    ("number", "text"),
    [("1.50", "1.5"), ("1E+2", "100"), ("0.00", "0"), ("-0", "0"), ("10", "10"), ("0.10", "0.1")],
)
def test_a_number_has_one_spelling(number, text):
    assert plain(Decimal(number)) == text


def test_days_of_single_lines_and_their_words_are_in_the_notes():
    """Naive: a line that is wanted on another day than the rest came with the rest."""
    case = case_of()
    first, second, third = case.reading.orders[0].lines
    lines = (
        replace(first, delivery_date="2026-12-20"),
        replace(second, delivery_date="2026-12-10"),
        replace(third, delivery_date="2026-12-20"),
    )
    told = draft_of(with_order(case, lines=lines, delivery_date="2026-12-10")).notes
    assert told.splitlines() == ["Order Desk K7Q4MP", "Deliver on 2026-12-20: L001, L003"]


def test_proven_discounts_are_sent_and_others_are_said_in_the_notes():
    case = case_of()
    first, second, third = case.reading.orders[0].lines
    lines = (
        replace(first, unit_price=Decimal(100), discount=Decimal(10), line_total=Decimal(90)),
        replace(second, discount=Decimal(5), notes="gift wrap "),
        third,
    )
    draft = draft_of(with_order(case, lines=lines, notes=" Ring twice "))
    assert [line.discount for line in draft.lines] == [10, 0, 0]
    assert draft.notes.splitlines() == [
        "Order Desk K7Q4MP",
        "Ring twice",
        "L002: gift wrap",
        "L002: discount 5 not applied",
    ]
    assert draft.sub_total == Decimal("5.96")
    assert draft_hash(draft) != draft_hash(draft_of(case))
