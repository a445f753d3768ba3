"""One draft, whatever the weather: every fault of the stand-in at the moment of the write."""

import asyncio
import os
import random
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from activities.books.drafts import create_draft
from orders.draft import order_key
from orders.errors import BooksQuotaSpent, BooksThrottled, DeskError, OutcomeUnknown
from tests.support.books import (
    ORDERS,
    ORGANIZATION,
    SETTLING,
    WRITES,
    Ledger,
    order_for,
    persist,
    standin,
)

SCHEDULES = int(os.environ.get("BOOKS_SCHEDULES", "8"))
"""Random fault schedules with a key, and as many without; 250 of each take about six minutes."""
SEED = int(os.environ.get("BOOKS_SEED", "20261121"))


@pytest.mark.parametrize("fault", ["commit_then_hang", "drop_after_commit"])
async def test_f09_golden_2_a_commit_without_an_answer_makes_one_draft(either, claims, fault):
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


async def test_f16_a_trickling_answer_ends_at_the_time_out(zoho, claims):
    order = await order_for(zoho)
    zoho.fault("trickle", method=WRITES, path=ORDERS, skip=1)
    await persist(zoho, claims, order)
    assert len(zoho.orders()) == 1


@pytest.mark.parametrize(
    "fault",
    [
        "200_with_nonzero_code",
        "503",
        "empty_body",
        "malformed_json",
        "missing_id",
        "wrong_customer",
    ],
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


FAULTS = (
    "500", "503", "429/1070", "200_with_nonzero_code", "expired_token", "unauthorized", "slow",
    "drop_before", "malformed_json", "empty_body", "commit_late", "drop_after_commit",
    "commit_then_reset", "commit_then_cut", "commit_then_hang", "commit_then_500", "search_lag",
    "ignored_filter", "stale_page", "missing_id", "wrong_customer",
)  # fmt: skip


@pytest.fixture(params=[True, False], ids=["keyed", "plain"])
def mortal(request, tmp_path):
    """A stand-in that can be killed: its orders outlive it."""
    with standin("--keep", str(tmp_path / "books.json"), keyed=request.param) as zoho:
        yield zoho


async def test_any_mixture_of_faults_makes_one_draft_per_order(mortal):
    """Every try is made by a worker that has just started and knows the claims only.

    In one schedule of three the books die at any moment of it, too, and are started again.
    """
    either, claims = mortal, Ledger()
    dice = random.Random(SEED)  # noqa: S311 - the same dice on every run
    template = await order_for(either)
    for number in range(SCHEDULES):
        name = f"mix-{number}"
        key = order_key("tenant", ORGANIZATION, name)
        order = replace(template, order_id=name, order_key=key, po_number=f"PO-{number % 7}")
        dying = asyncio.create_task(_death(either, dice)) if dice.random() < 1 / 3 else None
        await _schedule(either, claims, order, dice)
        if dying is not None:
            await dying
        assert claims.rows[key].state == "created"
        if number % 50 == 49:
            sys.stdout.write(f"{number + 1} schedules, {len(either.orders())} drafts\n")
    await asyncio.sleep(1)
    held = [one["custom_field_hash"].get("cf_external_order_key") for one in either.orders()]
    keys = held if either.keyed else [one["reference_number"] for one in either.orders()]
    assert len(keys) == len(set(keys)) == SCHEDULES, "0 doubled, 0 lost"


async def _death(zoho, dice):
    """The books die at any moment; while they start anew nobody answers."""
    await asyncio.sleep(dice.uniform(0, 0.3))
    await asyncio.to_thread(zoho.restart)


async def _schedule(zoho, claims, order, dice):
    """One order through up to four faults, each at any moment of its way."""
    # Without a key the settling wait must outlast late commits and lagging searches.
    longest = 0.8 if zoho.keyed else 0.3
    with suppress(httpx.HTTPError):
        for _ in range(dice.randint(1, 4)):
            seconds = dice.uniform(0.1, longest)
            zoho.fault(dice.choice(FAULTS), skip=dice.randint(0, 5), seconds=seconds)
    for _ in range(20):
        with suppress(DeskError, AssertionError, httpx.HTTPError):
            zoho.tell("clock", advance=601)  # Tokens are rationed over ten minutes.
            await persist(zoho, claims, order, tries=30)
            break
        # What is left is for people; they settle it, and the order is resumed.
        await asyncio.sleep(0.2)
        with suppress(httpx.HTTPError):
            zoho.tell("faults", "DELETE")
    with suppress(httpx.HTTPError):
        zoho.tell("faults", "DELETE")
