"""One draft, whatever the weather: every fault of the stand-in at every step."""

import asyncio
import os
import random
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from activities.books.drafts import create_draft, differences, remove_draft
from activities.books.memory import MemoryBooks
from activities.books.port import SentLine
from orders.catalogue import Customer, Item, Organization
from orders.case import DraftRef
from orders.draft import draft_hash, order_key
from orders.errors import (
    BooksQuotaSpent,
    BooksRejected,
    BooksThrottled,
    BooksUnavailable,
    DeskError,
    DraftMismatch,
    DraftTouched,
    OutcomeUnknown,
    RecordGone,
)
from runtime.storage.port import Reservation
from tests.support.books import ORGANIZATION, Ledger, Standin, sample_order

SETTLING = timedelta(seconds=0.6)
PATIENCE = 0.4
WRITES = "POST|PUT"
ORDERS = r"^/books/v3/salesorders$"
SCHEDULES = int(os.environ.get("BOOKS_SCHEDULES", "40"))


async def persist(zoho: Standin, claims, order, tries: int = 12) -> DraftRef:
    """Try as Temporal would, in a worker that has just started; pauses are shorter."""
    books = zoho.books(timeout_seconds=PATIENCE)
    try:
        for _ in range(tries):
            try:
                return await create_draft(books, claims, order, SETTLING)
            except OutcomeUnknown as error:
                pause = error.retry_after or timedelta(seconds=0.05)
                await asyncio.sleep(min(pause.total_seconds(), 1))
            except BooksUnavailable:
                await asyncio.sleep(0.02)
    finally:
        await books.close()
    raise AssertionError("never came through")


async def order_for(zoho: Standin, name: str = "first", **changes):
    books = zoho.books()
    order = await sample_order(books, name, **changes)
    await books.close()
    return order


async def test_a_second_call_returns_the_first_draft(either, claims):
    order = await order_for(either)
    first = await persist(either, claims, order)
    assert await persist(either, claims, order) == first
    assert len(either.orders()) == 1
    assert first.weaker_promise is not either.keyed


async def test_golden_7_the_draft_is_verified_by_reading_it_back(zoho, claims):
    ref = await persist(zoho, claims, await order_for(zoho))
    assert zoho.log(f"/salesorders/{ref.draft_id}")[-1]["method"] == "GET"


@pytest.mark.parametrize("fault", ["commit_then_hang", "drop_after_commit"])
async def test_f09_a_commit_without_an_answer_makes_one_draft(either, claims, fault):
    order = await order_for(either)
    either.fault(fault, method=WRITES, path=ORDERS, skip=1)
    await persist(either, claims, order)
    assert len(either.orders()) == 1


@pytest.mark.parametrize(
    "fault", ["commit_then_500", "commit_then_reset", "commit_then_cut", "malformed_json"]
)
async def test_f10_a_commit_with_a_spoilt_answer_makes_one_draft(either, claims, fault):
    order = await order_for(either)
    either.fault(fault, method=WRITES, path=ORDERS, skip=1)
    await persist(either, claims, order)
    assert len(either.orders()) == 1


async def test_f11_a_commit_that_lands_late_makes_one_draft(either, claims):
    order = await order_for(either)
    # Without a key, only what lands before the settling wait is over can be seen.
    either.fault("commit_late", method=WRITES, path=ORDERS, skip=1, seconds=0.3)
    await persist(either, claims, order)
    await asyncio.sleep(0.8)
    assert len(either.orders()) == 1


@pytest.mark.parametrize("lag", [3, 60])
async def test_f12_a_search_that_lags_makes_one_draft(zoho, claims, lag):
    order = await order_for(zoho)
    zoho.fault("commit_then_hang", method=WRITES, path=ORDERS, skip=1)
    zoho.fault("search_lag", count=None, seconds=lag)
    await persist(zoho, claims, order)
    assert len(zoho.orders()) == 1


async def test_f12_without_a_key_the_settling_wait_outlasts_the_lag(plain_standin, claims):
    plain_standin.reset()
    order = await order_for(plain_standin)
    plain_standin.fault("drop_after_commit", method=WRITES, path=ORDERS, skip=1)
    plain_standin.fault("search_lag", count=None, seconds=0.4)
    await persist(plain_standin, claims, order)
    assert len(plain_standin.orders()) == 1


async def test_golden_3_a_call_that_never_arrived_makes_no_draft_until_the_retry(either, claims):
    order = await order_for(either)
    either.fault("drop_before", method=WRITES, path=ORDERS, skip=1)
    books = either.books()
    with pytest.raises(OutcomeUnknown):
        await create_draft(books, claims, order, SETTLING)
    assert either.orders() == []
    await books.close()
    await persist(either, claims, order)
    assert len(either.orders()) == 1


async def test_f13_too_many_calls_wait_and_go_on(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("429/44", method=WRITES, path=ORDERS, skip=1)
    books = zoho.books()
    with pytest.raises(BooksThrottled) as caught:
        await create_draft(books, claims, order)
    assert caught.value.retry_after >= timedelta(seconds=60)
    assert claims.rows[order.order_key].state == "reserved"
    calls = len(zoho.log())
    with pytest.raises(BooksThrottled):
        await books.organization()
    assert len(zoho.log()) == calls, "nothing is sent while the books want rest"
    await books.close()
    await persist(zoho, claims, order)
    assert len(zoho.orders()) == 1


async def test_f13_retry_after_is_honoured(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("429/44", method=WRITES, path=ORDERS, skip=1, retry_after=7)
    books = zoho.books()
    with pytest.raises(BooksThrottled) as caught:
        await create_draft(books, claims, order)
    await books.close()
    assert caught.value.retry_after == timedelta(seconds=7)


async def test_golden_4_a_spent_quota_stops_the_client(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("429/45")
    books = zoho.books()
    with pytest.raises(BooksQuotaSpent):
        await create_draft(books, claims, order)
    calls = len(zoho.log())
    with pytest.raises(BooksQuotaSpent):
        await create_draft(books, claims, order)
    await books.close()
    assert len(zoho.log()) == calls


@pytest.mark.parametrize("fault", ["500", "502", "503", "504"])
async def test_f14_an_outage_ends_and_the_order_goes_on(either, claims, fault):
    order = await order_for(either)
    either.fault(fault, count=3)
    await persist(either, claims, order)
    assert len(either.orders()) == 1


async def test_f15_a_refused_order_is_final_and_can_be_sent_again_mended(either, claims):
    order = await order_for(either)
    bad = replace(order, lines=(replace(order.lines[0], item_id="999999999999999999"),))
    books = either.books()
    with pytest.raises(BooksRejected):
        await create_draft(books, claims, bad)
    assert claims.rows[order.order_key].state == "reserved"
    await create_draft(books, claims, order)
    await books.close()
    assert len(either.orders()) == 1


async def test_f16_a_trickling_answer_ends_at_the_time_out(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("trickle", method=WRITES, path=ORDERS, skip=1)
    await persist(zoho, claims, order)
    assert len(zoho.orders()) == 1


async def _lost_after_commit(zoho: Standin, claims, order) -> str:
    """Leave the claim unknown with the order committed; return the order's id."""
    zoho.fault("drop_after_commit", method=WRITES, path=ORDERS, skip=1)
    books = zoho.books()
    with pytest.raises(OutcomeUnknown):
        await create_draft(books, claims, order, SETTLING)
    await books.close()
    return zoho.orders()[0]["salesorder_id"]


@pytest.mark.parametrize(
    "change",
    [
        {"action": "open"},
        {"action": "void"},
        {"action": "edit", "fields": {"reference_number": "Black Friday", "line_items": []}},
    ],
)
async def test_f18_a_draft_that_a_person_touched_is_left_alone(zoho, claims, change):
    order = await order_for(zoho)
    draft_id = await _lost_after_commit(zoho, claims, order)
    zoho.tell("person", salesorder_id=draft_id, **change)
    before = zoho.orders()
    with pytest.raises(DraftTouched):
        await persist(zoho, claims, order)
    assert zoho.orders() == before


async def test_f18_a_changed_reference_does_not_hide_our_draft(zoho, claims):
    order = await order_for(zoho)
    draft_id = await _lost_after_commit(zoho, claims, order)
    zoho.tell("person", salesorder_id=draft_id, fields={"reference_number": "Offer"})
    assert (await persist(zoho, claims, order)).draft_id == draft_id
    assert zoho.orders()[0]["reference_number"] == "Offer"


async def test_f18_a_created_draft_that_a_person_deleted_is_not_made_again(either, claims):
    order = await order_for(either)
    ref = await persist(either, claims, order)
    either.tell("person", salesorder_id=ref.draft_id, action="delete")
    assert await persist(either, claims, order) == replace(ref, url="")
    assert either.orders() == []


@pytest.mark.parametrize(
    "fault",
    ["200_with_nonzero_code", "503", "empty_body", "malformed_json", "missing_id", "wrong_customer"],
)
async def test_b096_an_answer_that_says_nothing_sure_is_unknown_and_reconciled(
    either, claims, fault
):
    order = await order_for(either)
    either.fault(fault, method=WRITES, path=ORDERS, skip=1)
    books = either.books()
    with pytest.raises(OutcomeUnknown):
        await create_draft(books, claims, order, SETTLING)
    assert claims.rows[order.order_key].state in ("unknown", "settling")
    await books.close()
    await persist(either, claims, order)
    assert len(either.orders()) == 1


async def test_b096_two_orders_of_one_key_stop_the_desk(plain_standin, claims):
    plain_standin.reset()
    order = await order_for(plain_standin)
    books = plain_standin.books()
    await books.create_draft(order)
    await books.create_draft(order)
    with pytest.raises(DraftTouched):
        await create_draft(books, claims, order)
    await books.close()


async def test_a_foreign_order_with_our_reference_is_not_ours(plain_standin, claims):
    plain_standin.reset()
    order = await order_for(plain_standin)
    books = plain_standin.books()
    others = [one for one in await books.customers() if one.customer_id != order.customer_id]
    other = next(one for one in others if one.active and one.currency == "EUR")
    await books.create_draft(replace(order, customer_id=other.customer_id))
    ref = await create_draft(books, claims, order)
    await books.close()
    assert len(plain_standin.orders()) == 2
    assert ref.number == "SO-00002"


async def test_a_crash_after_the_send_is_found_by_the_next_try(either):
    order = await order_for(either)
    books = either.books()
    ref = await books.create_draft(order)
    claims = Ledger()
    await claims.reserve(_claim(order))
    await claims.settle(order.order_key, "unknown", "", "")
    assert (await create_draft(books, claims, order, SETTLING)).draft_id == ref.draft_id
    await books.close()
    assert len(either.orders()) == 1


async def test_without_a_key_a_crash_waits_before_anything_is_sent(plain_standin, claims):
    plain_standin.reset()
    order = await order_for(plain_standin)
    await claims.reserve(_claim(order))
    await claims.settle(order.order_key, "unknown", "", "")
    books = plain_standin.books()
    with pytest.raises(OutcomeUnknown) as caught:
        await create_draft(books, claims, order)
    assert caught.value.retry_after == timedelta(seconds=60)
    assert plain_standin.orders() == []
    await create_draft(books, claims, order)
    await books.close()
    assert len(plain_standin.orders()) == 1


async def test_an_order_under_the_approval_flow_counts_as_created(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("status_pending_approval", skip=1)
    await persist(zoho, claims, order)
    assert zoho.orders()[0]["status"] == "pending_approval"


async def test_an_organization_without_the_field_gets_the_weaker_promise(plain_standin, claims):
    plain_standin.reset()
    ref = await persist(plain_standin, claims, await order_for(plain_standin))
    assert ref.weaker_promise
    assert plain_standin.orders()[0]["reference_number"].startswith("OD-")


async def test_several_workers_at_once_make_one_draft(zoho, claims):
    order = await order_for(zoho)
    refs = await asyncio.gather(*(persist(zoho, claims, order) for _ in range(5)))
    assert len({ref.draft_id for ref in refs}) == 1
    assert len(zoho.orders()) == 1


FAULTS = (
    "500", "503", "429/1070", "200_with_nonzero_code", "expired_token", "unauthorized", "slow",
    "drop_before", "malformed_json", "empty_body", "commit_late", "drop_after_commit",
    "commit_then_reset", "commit_then_cut", "commit_then_hang", "commit_then_500", "search_lag",
    "ignored_filter", "stale_page", "missing_id", "wrong_customer",
)  # fmt: skip


async def test_any_mixture_of_faults_makes_one_draft_per_order(zoho):
    dice = random.Random(20261121)
    claims = Ledger()
    template = await order_for(zoho)
    for number in range(SCHEDULES):
        name = f"mix-{number}"
        key = order_key("tenant", ORGANIZATION, name)
        order = replace(template, order_id=name, order_key=key, po_number=f"PO-{number % 7}")
        for _ in range(dice.randint(1, 4)):
            zoho.fault(dice.choice(FAULTS), skip=dice.randint(0, 5), seconds=dice.uniform(0.1, 0.8))
        for _ in range(10):
            zoho.tell("clock", advance=601)  # Tokens are rationed over ten minutes.
            with suppress(DeskError, AssertionError):
                await persist(zoho, claims, order)
                break
            # What is left is for people; they settle it, and the order is resumed.
            zoho.tell("faults", "DELETE")
        zoho.tell("faults", "DELETE")
        assert claims.rows[key].state == "created"
    await asyncio.sleep(1)
    keys = [one["custom_field_hash"]["cf_external_order_key"] for one in zoho.orders()]
    assert len(keys) == len(set(keys)) == SCHEDULES


# --- undo --------------------------------------------------------------------------------------


async def test_an_untouched_draft_is_deleted_and_never_made_again(either, claims):
    order = await order_for(either)
    await persist(either, claims, order)
    books = either.books()
    assert await remove_draft(books, claims, order) == "deleted"
    assert either.orders() == []
    assert await remove_draft(books, claims, order) == "absent"
    with pytest.raises(RecordGone):
        await create_draft(books, claims, order)
    await books.close()


@pytest.mark.parametrize(("action", "how"), [("open", "left"), ("void", "voided")])
async def test_a_draft_that_a_person_moved_is_not_deleted(either, claims, action, how):
    order = await order_for(either)
    ref = await persist(either, claims, order)
    either.tell("person", salesorder_id=ref.draft_id, action=action)
    books = either.books()
    assert await remove_draft(books, claims, order) == how
    await books.close()
    assert len(either.orders()) == 1


async def test_a_draft_that_is_gone_already_is_absent(either, claims):
    order = await order_for(either)
    ref = await persist(either, claims, order)
    either.tell("person", salesorder_id=ref.draft_id, action="delete")
    books = either.books()
    assert await remove_draft(books, claims, order) == "absent"
    await books.close()


async def test_undoing_before_anything_was_sent_shuts_the_door(zoho, claims):
    order = await order_for(zoho)
    books = zoho.books()
    assert await remove_draft(books, claims, order) == "absent"
    with pytest.raises(RecordGone):
        await create_draft(books, claims, order)
    await books.close()
    assert zoho.orders() == []


async def test_undoing_an_unknown_outcome_finds_the_draft(zoho, claims):
    order = await order_for(zoho)
    await _lost_after_commit(zoho, claims, order)
    books = zoho.books()
    assert await remove_draft(books, claims, order) == "deleted"
    await books.close()
    assert zoho.orders() == []


async def test_undoing_waits_for_a_commit_that_may_still_land(zoho, claims):
    order = await order_for(zoho)
    await claims.reserve(_claim(order))
    await claims.settle(order.order_key, "unknown", "", "")
    books = zoho.books()
    with pytest.raises(OutcomeUnknown):
        await remove_draft(books, claims, order)
    await books.create_draft(order)
    assert await remove_draft(books, claims, order) == "deleted"
    await books.close()


# --- the twin is enough for these --------------------------------------------------------------


def _claim(order) -> Reservation:
    return Reservation(order.order_key, ORGANIZATION, order.order_id, draft_hash(order))


@pytest.fixture
def twin() -> MemoryBooks:
    skus = ("0042", "BW-1001", "C450 G")
    items = [Item(str(place), sku, sku, rate=Decimal("2.50")) for place, sku in enumerate(skus)]
    customer = Customer("9", "Karimi Trading Co", currency="EUR")
    return MemoryBooks(Organization(ORGANIZATION, "", "EUR"), [customer], items)


async def test_what_was_stored_differently_is_a_mismatch(twin, claims):
    order = await sample_order(twin)

    class Forgetful(MemoryBooks):
        """Books that lose a line."""

        async def read_draft(self, draft_id):
            draft = await super().read_draft(draft_id)
            return replace(draft, lines=draft.lines[1:])

    books = Forgetful(await twin.organization(), await twin.customers(), await twin.items())
    with pytest.raises(DraftMismatch, match="lines"):
        await create_draft(books, claims, order)
    assert len(books.drafts) == 1
    with pytest.raises(DraftMismatch):
        await create_draft(books, claims, order)
    assert len(books.drafts) == 1


async def test_what_differs_is_named(twin):
    order = await sample_order(twin)
    draft = await twin.read_draft((await twin.create_draft(order)).draft_id)
    assert differences(order, draft) == ()
    assert differences(order, replace(draft, customer_id="8")) == ("customer",)
    other = (SentLine("0", Decimal(9), Decimal("2.50")), *draft.lines[1:])
    assert differences(order, replace(draft, lines=other)) == ("lines",)
    wrong = replace(draft, sub_total=Decimal(1), total=Decimal(2))
    assert differences(order, wrong) == ("total",)
    assert differences(order, replace(draft, sub_total=Decimal(1))) == ()
    assert differences(order, replace(draft, sub_total=None, total=None)) == ()


async def test_an_invoiced_draft_that_will_not_be_deleted_is_left(twin, claims):
    order = await sample_order(twin)
    ref = await create_draft(twin, claims, order)
    twin.drafts[ref.draft_id] = replace(twin.drafts[ref.draft_id], status="invoiced")
    assert await remove_draft(twin, claims, order) == "left"
    with pytest.raises(BooksRejected):
        await twin.delete_draft(ref.draft_id)


async def test_a_draft_that_the_books_will_not_delete_is_voided(twin, claims):
    order = await sample_order(twin)

    class Strict(MemoryBooks):
        """Books that delete nothing."""

        async def delete_draft(self, draft_id):
            raise BooksRejected

    books = Strict(await twin.organization(), await twin.customers(), await twin.items())
    ref = await create_draft(books, claims, order)
    assert await remove_draft(books, claims, order) == "voided"
    assert books.drafts[ref.draft_id].status == "void"


async def test_memory_books_of_one_key_twice_stop_the_desk(twin, claims):
    plain = MemoryBooks(
        await twin.organization(), await twin.customers(), await twin.items(), keyed=False
    )
    order = await sample_order(plain)
    await plain.create_draft(order)
    await plain.create_draft(order)
    with pytest.raises(DraftTouched):
        await create_draft(plain, claims, order)
