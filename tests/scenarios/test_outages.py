"""Bot, Temporal and disk fail under people's hands: the same answer, nothing lost."""

import asyncio
import re
import time

import pytest

from support.breaking import freeze, full_disk, start, thaw, without
from support.facts import count_workflows, events_of, eventually, redeliver, rows
from support.road import Road, Walk, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")


def quick(road: Road):
    """Teams gives up on an answer after two seconds instead of fifteen."""
    return road.teams("/__fake/settings", {"answer_seconds": 2.0, "resend_after": []})


def patient(road: Road):
    return road.teams("/__fake/settings", {"answer_seconds": 15.0, "resend_after": [1.0, 3.0]})


async def asked(road: Road) -> Walk:
    walk = await road.drop()
    await walk.to_approval()
    return walk


def notice_free(answer: dict) -> str:
    """What an invoke was answered, without the moments it names."""
    return re.sub(r"\d\d:\d\d", "", plain(str(answer["body"])))


async def test_f04_a_bot_killed_before_the_acknowledgement_starts_one_order_in_the_end(
    frail: Road,
):
    """Naive: an order kept in the bot's memory until Temporal takes it dies with the bot."""
    before = await count_workflows(frail)
    await quick(frail)
    freeze(frail, "bot")
    dropping = asyncio.create_task(frail.drop())
    await asyncio.sleep(1)
    await frail.stack.children.kill("bot")
    walk = await dropping
    assert walk.sent["status"] == 0
    await start(frail, "bot")
    await patient(frail)
    for how in ("same", "new"):
        assert (await redeliver(frail, walk.sent["activity"], how))["status"] == 200
    await walk.offers("submit")
    assert await count_workflows(frail) == before + 1


async def test_f04_a_bot_killed_right_after_the_acknowledgement_starts_the_order_by_itself(
    frail: Road,
):
    """Naive: what was acknowledged and not yet started is forgotten, and Teams never resends."""
    before = await count_workflows(frail)
    freeze(frail, "temporal")
    try:
        walk = await frail.drop()
        assert walk.sent["status"] == 200
        await frail.stack.children.kill("bot")
    finally:
        thaw(frail, "temporal")
    await start(frail, "bot")
    await walk.offers("submit")
    for how in ("same", "new"):
        assert (await redeliver(frail, walk.sent["activity"], how))["status"] == 200
    assert await count_workflows(frail) == before + 1


async def test_f04_a_bot_killed_after_the_signal_answers_the_redelivery_as_if_it_lived(
    frail: Road,
):
    """Naive: the redelivered click finds the order decided and refuses the one who decided it."""
    walk = await asked(frail)
    card = await walk.offers("approve", "omid")
    await quick(frail)
    freeze(frail, "worker")
    try:
        clicking = asyncio.create_task(frail.chat.click("omid", card, "approve"))
        await asyncio.sleep(0.7)
        await frail.stack.children.kill("bot")
        lost = await clicking
    finally:
        thaw(frail, "worker")
    assert lost["outcome"] == "unreachable"
    await start(frail, "bot")
    await patient(frail)
    await walk.says("SO-")
    answers = [await redeliver(frail, lost["activity"], how, "omid") for how in ("same", "new")]
    assert [one["outcome"] for one in answers] == ["card", "card"]
    assert notice_free(answers[0]) == notice_free(answers[1])
    assert "did not count" not in notice_free(answers[0])
    assert len(await walk.drafts()) == 1


async def test_f04_a_bot_killed_after_the_reply_gives_a_redelivery_the_same_answer(frail: Road):
    walk = await asked(frail)
    first = await walk.press("reject", "omid", comment="wrong season")
    async with without(frail, "bot"):
        pass
    answers = [await redeliver(frail, first["activity"], how, "omid") for how in ("same", "new")]
    assert [one["outcome"] for one in answers] == ["card", "card"]
    assert "did not count" not in notice_free(answers[0])
    events = [one for one in events_of(frail, walk.code) if "approval.rejected" in one]
    assert len(events) == 1


async def test_f05_conversations_survive_the_bot_and_a_card_posts_while_it_is_dead(frail: Road):
    """Naive: references kept in the bot's memory are gone, and nobody is told anything."""
    walk = await frail.drop()
    card = await walk.offers("submit")
    before = len(await frail.chat.cards("omid"))
    await frail.chat.click("sara", card, "submit")
    async with without(frail, "bot"):
        await eventually(lambda: frail.chat.cards("omid"), lambda cards: len(cards) > before, 60)
    await walk.press("approve", "omid")
    await walk.says("SO-")


async def test_f08_a_click_without_a_worker_is_stored_told_within_seconds_and_carried_out(
    frail: Road,
):
    """Naive: an update blocks until it times out, and is applied later all the same."""
    walk = await asked(frail)
    card = await walk.offers("approve", "omid")
    async with without(frail, "worker"):
        began = time.monotonic()
        answer = await frail.chat.click("omid", card, "approve")
        assert time.monotonic() - began < 8
        assert answer["outcome"] == "message"
        assert "stored" in answer["text"]
        again = await frail.chat.click("omid", card, "approve")
        assert again["text"] == answer["text"]
    await walk.says("SO-")
    await walk.says("SO-", "omid")
    assert len(await walk.drafts()) == 1


async def test_f25_with_the_workers_disk_full_nothing_unaudited_reaches_the_books(frail: Road):
    """Naive: a draft created before its approval is written down cannot be accounted for."""
    walk = await asked(frail)
    with full_disk(frail, "worker"):
        answer = await walk.press("approve", "omid")
        assert answer["status"] == 200
        await asyncio.sleep(6)
        assert await walk.drafts() == []
        assert not [one for one in events_of(frail, walk.code) if "approval.granted" in one]
    await walk.says("SO-", seconds=120)
    assert len(await walk.drafts()) == 1
    assert [one for one in events_of(frail, walk.code) if "approval.granted" in one]


async def test_f25_with_the_bots_disk_full_work_is_refused_clearly_and_none_acknowledged_lost(
    frail: Road,
):
    """Naive: 200 and silence, or a 500 without a word."""
    held = await asked(frail)
    with full_disk(frail, "bot", "worker"):
        walk = await frail.drop()
        assert walk.sent["status"] == 200
        told = await eventually(
            lambda: frail.http.get(f"{frail.stack.teams_url}/api/people/sara/messages"),
            lambda answer: "does not answer" in answer.text,
        )
        assert "Traceback" not in told.text
    await walk.offers("submit", seconds=120)
    await held.press("approve", "omid")
    await held.says("SO-", seconds=120)
    ((broken,),) = rows(frail, "PRAGMA quick_check(1)")
    assert broken == "ok"
