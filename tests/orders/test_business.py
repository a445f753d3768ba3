"""Checks of a whole order against its customer, and the answers to them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cards.telling import issue_text
from orders.account import Account, PastOrder
from orders.business import BusinessRules, Surroundings, fingerprint_of, order_total, with_checks
from orders.case import CaseDocument, EarlierDraft, PriceCheck
from orders.catalogue import Customer, CustomerMatch, Item, ItemMatch, Matches, Organization
from orders.draft import order_key
from orders.issue import Severity
from orders.order import Line, Order
from orders.purchase import Fingerprint
from orders.reading import Reading, Result

HOME = Organization("5", "Desk", "EUR", 2)
ALFA = Customer("1", "Alfa GmbH", currency="EUR")
MUG = Item("10", "Mug", "0107", rate=Decimal(5), stock=Decimal(100))
AT = "2026-11-21T08:00:00+00:00"


def case_of(*quantities: int, po: str = "PO-7781", **changes) -> CaseDocument:
    """An order of mugs at 5, one line per quantity."""
    lines = tuple(
        Line(f"L{place:03}", place, quantity=Decimal(quantity))
        for place, quantity in enumerate(quantities, 1)
    )
    order = Order("S", (1,), {}, lines, customer="Alfa", po_number=po)
    case = CaseDocument(
        "o1", "K7Q4MP", "t", "sara", "Sara", "c", "en", AT,
        reading=Reading(Result.READY, (order,)),
        matches=Matches(
            HOME,
            CustomerMatch("Alfa", ALFA),
            {line.line_id: ItemMatch(line.line_id, MUG) for line in lines},
        ),
        prices=tuple(PriceCheck(line.line_id, None, Decimal(5), Decimal(5)) for line in lines),
    )  # fmt: skip
    return replace(case, **changes)


def judged(case: CaseDocument | None = None, *, terms=None, orders=(), twins=(), same=(), **rules):
    """Every issue of an order, with an account of these terms and orders."""
    account = Account(replace(ALFA, **(terms or {})), None, tuple(orders))
    around = Surroundings(account, twins, same, BusinessRules(**rules))
    return with_checks(case or case_of(10), around).issues


def test_a_quantity_far_from_what_the_customer_orders_is_told_with_what_is_usual():
    history = [{"10": Decimal(one)} for one in (10, 12, 8)]
    account = Account(ALFA)

    def told(*quantities):
        around = Surroundings(account, history=history)
        return with_checks(case_of(*quantities), around).issues

    assert told(10) == told(30, 6) == ()
    (issue,) = told(60, 40)
    assert (issue.code, issue.severity, issue.lines) == (
        "LARGE_QUANTITY",
        Severity.WARNING,
        ("L001",),
    )
    facts = {"value": "100", "asked": "Mug", "count": "3", "least": "8", "most": "12"}
    assert issue.facts == facts
    assert "usually 8 to 12, in 3 orders" in issue_text(issue, "en")[0]
    assert [one.code for one in told(2)] == ["SMALL_QUANTITY"]


def twin(**changes) -> Fingerprint:
    """The fingerprint of an earlier order of the same customer."""
    mine = fingerprint_of(case_of(10))
    assert mine is not None
    return replace(mine, order_id="o0", code="EARLER", at="2026-11-20T08:00:00+00:00", **changes)


def test_an_ordinary_order_says_nothing():
    assert judged() == ()


@pytest.mark.parametrize(
    ("terms", "rules", "code"),
    [
        ({"on_hold": True}, {}, "CUSTOMER_ON_HOLD"),
        ({"overdue": Decimal(3)}, {}, "OVERDUE_BALANCE"),
        ({"credit_limit": Decimal(60), "outstanding": Decimal(11)}, {}, "CREDIT_LIMIT_EXCEEDED"),
        ({}, {"minimum_order": Decimal("50.01")}, "BELOW_MINIMUM_ORDER"),
        ({}, {"extra_approval_above": Decimal("49.99")}, "EXTRA_APPROVAL_NEEDED"),
    ],
)
def test_what_moves_money_is_asked_of_a_manager_and_stays_visible(terms, rules, code):
    (issue,) = judged(terms=terms, **rules)
    assert (issue.code, issue.open) == (code, True)
    assert issue.target.startswith(f"check:{code}:")
    answered = case_of(10, choices={issue.target: "go"}, chosen_by={issue.target: "reza"})
    (settled,) = judged(answered, terms=terms, **rules)
    assert (settled.severity, settled.facts["by"]) == (Severity.WARNING, "reza")


def test_exactly_the_limit_is_within_it():
    assert judged(terms={"credit_limit": Decimal(60), "outstanding": Decimal(10)}) == ()
    assert judged(minimum_order=Decimal(50), extra_approval_above=Decimal(50)) == ()


def test_b057_above_the_highest_order_value_one_more_approval_is_needed():
    (issue,) = judged(extra_approval_above=Decimal("49.99"))
    assert (issue.code, issue.open) == ("EXTRA_APPROVAL_NEEDED", True)
    assert [one.value for one in issue.candidates] == ["go"]


def test_an_answer_holds_for_these_facts_only():
    terms = {"credit_limit": Decimal(60), "outstanding": Decimal(11)}
    (issue,) = judged(terms=terms)
    more = case_of(11, choices={issue.target: "go"})
    assert judged(more, terms=terms)[0].open


def test_an_answer_that_was_not_offered_answers_nothing():
    (issue,) = judged(terms={"on_hold": True})
    assert judged(case_of(10, choices={issue.target: "books"}), terms={"on_hold": True})[0].open


def test_b089_many_small_orders_need_the_extra_approval_like_one_large():
    earlier = [twin(po="x", lines=f"{place}", total=Decimal(20)) for place in range(3)]
    (issue,) = judged(twins=earlier, extra_approval_above=Decimal(100))
    assert (issue.code, issue.facts["rolling"]) == ("EXTRA_APPROVAL_NEEDED", "110")
    old = [replace(one, at="2026-11-01T00:00:00+00:00") for one in earlier]
    assert judged(twins=old, extra_approval_above=Decimal(100)) == ()


def test_stock_is_counted_over_all_lines_of_an_item():
    (issue,) = judged(case_of(60, 50))
    assert (issue.code, issue.severity, issue.lines) == (
        "STOCK_SHORT", Severity.WARNING, ("L001", "L002"),
    )  # fmt: skip
    assert judged(case_of(60, 40)) == ()


def test_a_discount_is_told():
    (issue,) = judged(terms={"discount": Decimal(5)})
    assert (issue.code, issue.severity) == ("CUSTOMER_DISCOUNT_PRESENT", Severity.WARNING)


def test_a_price_list_that_cannot_be_read_is_asked():
    around = Surroundings(Account(ALFA, unreadable=True))
    (issue,) = with_checks(case_of(10), around).issues
    assert (issue.code, issue.open) == ("PRICE_LIST_UNREADABLE", True)


@pytest.mark.parametrize(
    ("po", "changes", "why"),
    [("PO-7781", {"lines": "other"}, "po_here"), ("", {"po": "other"}, "lines_here")],
)
def test_the_same_purchase_in_the_desk_is_asked_and_a_second_may_be_meant(po, changes, why):
    (issue,) = judged(case_of(10, po=po), twins=[twin(**changes)])
    assert (issue.code, issue.open, issue.facts["why"], issue.facts["order"]) == (
        "DUPLICATE_ORDER", True, why, "EARLER",
    )  # fmt: skip
    answered = case_of(10, po=po, choices={issue.target: "second"})
    assert not judged(answered, twins=[twin(**changes)])[0].open


EARLIER = EarlierDraft("7", "SO-7", "o0", "EARLER", "OD-0")


def test_an_open_draft_of_the_same_number_may_be_updated():
    around = Surroundings(Account(ALFA), [twin()], earlier=EARLIER, earlier_free=True)
    asked = with_checks(case_of(10), around)
    (issue,) = asked.issues
    assert (issue.facts["why"], issue.facts["number"]) == ("draft_here", "SO-7")
    assert [one.value for one in issue.candidates] == ["update", "second"]
    assert asked.updates is None
    for answer, updates in (("update", EARLIER), ("second", None)):
        answered = with_checks(case_of(10, choices={issue.target: answer}), around)
        assert (answered.issues[0].severity, answered.updates) == (Severity.WARNING, updates)


def test_an_answer_to_update_falls_when_people_touch_that_draft():
    free = Surroundings(Account(ALFA), [twin()], earlier=EARLIER, earlier_free=True)
    (issue,) = with_checks(case_of(10), free).issues
    case = with_checks(case_of(10, choices={issue.target: "update"}), free)
    again = with_checks(replace(case, issues=()), replace(free, earlier_free=False))
    (issue,) = again.issues
    assert (issue.facts["why"], issue.open, again.updates) == ("draft_touched", True, None)
    assert [one.value for one in issue.candidates] == ["second"]


def test_what_is_updated_does_not_count_twice():
    around = Surroundings(
        Account(ALFA), [twin()], earlier=EARLIER, earlier_free=True,
        rules=BusinessRules(extra_approval_above=Decimal(60)),
    )  # fmt: skip
    found = {one.code: one for one in with_checks(case_of(10), around).issues}
    assert set(found) == {"DUPLICATE_ORDER", "EXTRA_APPROVAL_NEEDED"}
    case = case_of(10, choices={found["DUPLICATE_ORDER"].target: "update"})
    assert [one.code for one in with_checks(case, around).issues] == ["DUPLICATE_ORDER"]


def test_the_same_lines_under_a_number_of_their_own_are_told_and_not_asked():
    (issue,) = judged(twins=[twin(po="other")])
    assert (issue.severity, issue.facts["why"]) == (Severity.WARNING, "lines_here")


def test_the_same_lines_long_ago_are_an_ordinary_repeat():
    old = twin(po="other")
    assert judged(twins=[replace(old, at="2026-10-01T00:00:00+00:00")]) == ()


@pytest.mark.parametrize(
    ("status", "why"),
    [("draft", "open_draft"), ("open", "po_in_books"), ("invoiced", "po_in_books")],
)
def test_the_same_purchase_order_in_the_books_is_asked(status, why):
    past = PastOrder("1", "SO-1", status, "1", "po 7781")
    (issue,) = judged(orders=[past])
    assert (issue.facts["why"], issue.facts["number"]) == (why, "SO-1")


def test_what_is_void_ours_or_of_another_number_is_no_repeat():
    mine = order_key("t", "5", "o1")
    past = PastOrder("1", "SO-1", "open", "1", "PO-7781")
    others = [
        replace(past, status="void"), replace(past, key=mine), replace(past, reference="Tester"),
    ]  # fmt: skip
    assert judged(orders=others) == ()
    assert judged(case_of(10, po=""), orders=[replace(past, reference="")]) == ()


def test_the_same_lines_in_the_books_are_asked():
    past = PastOrder("1", "SO-1", "open", "1", "Tester")
    (issue,) = judged(case_of(10, po=""), same=[past])
    assert issue.open
    assert (issue.facts["why"], issue.facts["number"]) == ("lines_in_books", "SO-1")


def test_lines_left_out_or_of_nothing_do_not_count():
    case = case_of(10, 0)
    items = {**case.matches.items, "L001": ItemMatch("L001", MUG, left_out=True)}
    empty = replace(case, matches=replace(case.matches, items=items))
    assert order_total(empty) == 0
    assert fingerprint_of(empty) is None
    assert judged(empty, terms={"on_hold": True}) == ()


def test_without_an_account_nothing_is_judged():
    assert with_checks(case_of(10), Surroundings()) == case_of(10)
