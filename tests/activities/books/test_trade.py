"""What an order is judged against: account, earlier purchases, lines in the books."""

from dataclasses import replace
from decimal import Decimal

import pytest

from activities.books.memory import MemoryBooks
from activities.books.port import Draft, SentLine
from orders.catalogue import CustomerMatch, Method
from orders.resolve import CustomerPart
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.orders.test_business import ALFA, HOME, MUG, case_of
from tests.support.trade import trade_of

PART = CustomerPart(HOME, CustomerMatch("Alfa", ALFA, Method.EXACT))


@pytest.fixture
def books() -> MemoryBooks:
    return MemoryBooks(HOME, [ALFA], [MUG])


async def judge(books, store, case):
    """One order through the trade: its account, then its judgement."""
    trade = trade_of(books, store)
    part = await trade.with_account(PART)
    return await trade.judge(case, part.account)


def row(order_id: str, status: str = "awaiting_review") -> CaseRow:
    return CaseRow(order_id, "EARLER", "t", "sara", status, "a.csv", "", "")


@pytest.mark.parametrize(("status", "repeats"), [("completed", True), ("cancelled", False)])
async def test_the_later_of_two_equal_orders_is_asked_unless_the_first_was_given_up(
    books, status, repeats
):
    store = MemoryStore()
    await store.save_case(row("o0", status), None)
    first = case_of(10, order_id="o0", received_at="2026-11-20T08:00:00+00:00")
    assert (await judge(books, store, first)).issues == ()
    codes = [one.code for one in (await judge(books, store, case_of(10))).issues]
    assert codes == (["DUPLICATE_ORDER"] if repeats else [])
    assert (await judge(books, store, first)).issues == ()


async def test_completed_orders_here_say_what_is_usual_of_this_customer_alone(books):
    store = MemoryStore()
    for place in range(4):
        await store.save_case(row(f"e{place}", "completed" if place else "cancelled"), None)
        early = f"2026-0{place + 1}-01T08:00:00+00:00"
        earlier = case_of(10, order_id=f"e{place}", po=f"PO-{place}", received_at=early)
        await judge(books, store, earlier)
    (issue,) = (await judge(books, store, case_of(100))).issues
    assert (issue.code, issue.facts["count"], issue.facts["most"]) == ("LARGE_QUANTITY", "3", "10")
    foreign = replace(case_of(100), tenant_id="elsewhere")
    assert (await judge(books, store, foreign)).issues == ()


async def test_an_order_of_the_books_with_the_same_total_is_opened_for_its_lines(books):
    lines = (SentLine("10", Decimal(10), Decimal(5)),)
    draft = Draft("1", "SO-1", "open", "1", lines, reference="Tester", total=Decimal(50))
    books.drafts["1"] = draft
    trade = trade_of(books, MemoryStore())
    part = await trade.with_account(PART)
    assert part.account is not None
    dated = replace(part.account.orders[0], date="2026-11-20")
    account = replace(part.account, orders=(dated,))
    (issue,) = (await trade.judge(case_of(10), account)).issues
    assert issue.facts["why"] == "lines_in_books"
    books.drafts["1"] = replace(draft, lines=(SentLine("11", Decimal(10), Decimal(5)),))
    assert (await trade.judge(case_of(10), account)).issues == ()
    del books.drafts["1"]
    assert (await trade.judge(case_of(10), account)).issues == ()


async def test_a_customer_who_is_gone_is_asked_for():
    part = await trade_of(MemoryBooks(HOME), MemoryStore()).with_account(PART)
    assert (part.match.customer, part.account) == (None, None)
    assert [one.code for one in part.issues] == ["CUSTOMER_NOT_SELLABLE"]


async def test_without_a_customer_nothing_is_asked(books):
    trade = trade_of(books, MemoryStore())
    open_part = CustomerPart(HOME, CustomerMatch("Alfa"))
    assert await trade.with_account(open_part) == open_part
    assert await trade.judge(case_of(10), None) == case_of(10)
