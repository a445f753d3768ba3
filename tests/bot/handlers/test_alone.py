"""What is written in a channel: a sentence there, the order in the person's own chat."""

import json
from dataclasses import replace

import pytest

from bot.turn import Scope
from orders.approval import Actor
from orders.roles import Role
from runtime.storage.port import ConversationRef
from support.drive import APPROVER, REQUESTER, TENANT
from support.office import text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

CHANNEL = {"conversation_type": Scope.CHANNEL, "conversation_id": "19:sales;messageid=7"}
PIA = Actor("pia-1", TENANT, "Pia", "pia-1", frozenset({Role.REQUESTER, Role.APPROVER}))


async def known(office, who=REQUESTER, **changes):
    ref = ConversationRef(
        TENANT, who.object_id, f"a:{who.object_id}", office.teams.url,
        member_id=f"29:{who.object_id}", bot_id="28:bot",
    )  # fmt: skip
    await office.store.save_conversation(replace(ref, **changes))
    office.teams.calls.clear()


def sent(office) -> list[tuple[str, str]]:
    """Where each message went, and everything it says."""
    calls = office.teams.calls
    return [(path, json.dumps(body, ensure_ascii=False)) for _, path, body in calls]


@pytest.mark.parametrize("text", ["status", "status {code}", "my orders", "cancel {code}"])
async def test_an_order_asked_about_in_a_channel_is_told_to_the_person_alone(office, text):
    row = await office.order()
    await known(office)
    said = text_of(await office.write(REQUESTER, text.format(code=row.code), **CHANNEL))
    assert "I sent it to you in a chat of our own" in said
    assert row.code not in said
    assert row.title not in said
    ((path, card),) = sent(office)
    assert path.endswith(f"/a%3A{REQUESTER.object_id}/activities")
    assert row.title in card


async def test_it_is_said_in_persian_to_persian_readers(office):
    await office.order()
    await known(office)
    said = text_of(await office.write(REQUESTER, "سفارش‌های من", language="fa", **CHANNEL))
    assert "در گفتگوی دونفره برای شما فرستادم" in said


async def test_what_waits_for_somebody_is_told_to_nobody_else(office):
    await office.to_approval()
    await known(office, APPROVER)
    said = text_of(await office.write(APPROVER, "pending", **CHANNEL))
    assert "I sent it to you" in said
    assert "Sara" not in said
    assert "Sara" in sent(office)[0][1]


async def test_what_says_nothing_of_an_order_is_said_where_it_was_asked(office):
    await known(office)
    said = text_of(await office.write(REQUESTER, "status AAAAAA", **CHANNEL))
    assert "I find no order" in said
    assert "Which order" in text_of(await office.write(REQUESTER, "cancel", **CHANNEL))
    assert sent(office) == []


async def test_an_order_that_was_sent_in_a_group_is_shown_there(office):
    row = await office.order()
    await known(office)
    case = await office.store.load_case(row.order_id)
    await office.store.save_case(row, replace(case, conversation="19:sales"))
    said = text_of(await office.write(REQUESTER, f"status {row.code}", **CHANNEL))
    assert row.title in said
    assert sent(office) == []


async def test_somebody_who_never_wrote_alone_gets_a_chat_of_their_own(office):
    row = await office.order(who=PIA)
    await known(office, PIA, conversation_id="")
    assert "I sent it" in text_of(await office.write(PIA, "my orders", **CHANNEL))
    (opened, _), (path, card) = sent(office)
    assert opened.endswith("/v3/conversations")
    assert path.endswith("/a-1/activities")
    assert row.code in card


async def test_where_teams_opens_no_chat_the_person_is_asked_to(office):
    row = await office.order(who=PIA)
    await known(office, PIA, conversation_id="")
    office.teams.plan.append(403)
    said = text_of(await office.write(PIA, "my orders", **CHANNEL))
    assert "add me to a chat of our own" in said
    assert row.code not in said
