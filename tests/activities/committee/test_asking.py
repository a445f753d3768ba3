"""Language models over real HTTP: every vendor's format, every way to fail, all on the record."""

import asyncio
import json
from datetime import UTC, datetime

import pytest

from activities.committee.answer import FieldChoices, FieldConfidence, ModelAnswer
from activities.committee.asking import Panelists, Sitting
from orders.ballot import VOID
from orders.members import COLUMN_FIELDS
from orders.order import FIELDS
from runtime.settings.committee import VENDORS
from runtime.storage.memory import MemoryStore
from support.models import KEY, MEMBERS, PANEL

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SITTING = Sitting("o1", "t", "1.1")


async def ask(vendors, question, members=PANEL, **changes):
    store = MemoryStore()
    panelists = Panelists(vendors.settings(members, **changes), store, lambda: NOW)
    return await panelists.ask(question, SITTING), store


def choices(panel):
    return {vote.member: vote.choice for vote in panel.votes if vote.field == "quantity"}


@pytest.mark.parametrize("family", MEMBERS)
async def test_every_family_is_understood(vendors, question, family):
    panel, _ = await ask(vendors, question, MEMBERS[family])
    call = panel.calls[0]
    assert (call.outcome, call.because) == ("voted", "")
    assert choices(panel) == {MEMBERS[family]: "C"}
    assert (call.requests, call.tokens_in, call.tokens_out) == (1, 900, 120)
    assert call.sent > 500
    assert call.received > 100


@pytest.mark.parametrize("family", MEMBERS)
@pytest.mark.parametrize(
    "deed", ["garbage", "empty", "huge", "refuse", "limit", "broken", "hang_up", "cut", "foreign"]
)
async def test_b070_whatever_a_model_does_is_a_void_vote_and_no_more(
    vendors, question, family, deed
):
    vendors.plan("*", deed)
    panel, _ = await ask(vendors, question, MEMBERS[family])
    assert panel.calls[0].outcome in ("failed", "refused")
    assert panel.calls[0].requests <= 2
    assert choices(panel) == {MEMBERS[family]: VOID}


@pytest.mark.parametrize("family", MEMBERS)
async def test_an_answer_out_of_form_is_asked_for_once_more(vendors, question, family):
    vendors.plan("*", "garbage_once")
    panel, _ = await ask(vendors, question, MEMBERS[family])
    assert (panel.calls[0].outcome, panel.calls[0].requests) == ("voted", 2)


@pytest.mark.parametrize(
    ("plan", "outcome"),
    [
        ({"choices": {"quantity": "Q"}}, "void"),
        ({"choices": {"quantity": "C", "sku": "C"}}, "void"),
        ({"choices": {"quantity": "C", "invented": "A"}}, "failed"),
        ({"choices": {"quantity": "99999"}}, "failed"),
        ({"raw": '{"fieldChoices": {"quantity": "C"}, "run": "rm"}'}, "failed"),
        ({"choices": {"quantity": None}}, "voted"),
    ],
)
async def test_b070_a_vote_out_of_bounds_is_void(vendors, question, plan, outcome):
    vendors.plan("*", **plan)
    panel, _ = await ask(vendors, question, MEMBERS["openai"])
    assert panel.calls[0].outcome == outcome
    assert choices(panel)[MEMBERS["openai"]] == ("-" if outcome == "voted" else VOID)


async def test_b071_rule_13_a_slow_member_is_cancelled_and_the_others_count(vendors, question):
    vendors.plan("gpt-4o", "slow", seconds=30)
    panel, _ = await ask(vendors, question, timeout_seconds=4)
    outcomes = {call.member: call.outcome for call in panel.calls}
    assert outcomes.pop(MEMBERS["openai"]) == "late"
    assert set(outcomes.values()) == {"voted"}


async def test_of_all_members_three_of_different_vendors_are_asked(vendors, question):
    panel, _ = await ask(vendors, question, ",".join(MEMBERS.values()))
    families = [call.member.partition(":")[0] for call in panel.calls]
    assert len(vendors.seen) == len(families) == 3
    assert len({VENDORS[family] for family in families}) == 3
    assert vendors.settings(PANEL).timeout_seconds == 30


async def test_a_cancelled_order_stops_its_calls(vendors, question):
    vendors.plan("*", "slow", seconds=30)
    asking = asyncio.create_task(ask(vendors, question))
    async with asyncio.timeout(60):
        while not vendors.seen:  # noqa: ASYNC110 - another process tells
            await asyncio.sleep(0.05)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_what_leaves_is_in_the_audit_before_and_after(vendors, question):
    vendors.plan("gpt-4o", "broken")
    _, store = await ask(vendors, question)
    entries = [json.loads(one.body) for one in await store.audit_of("o1")]
    asked = [one["data"] for one in entries if one["event_type"] == "committee.model_called"]
    heard = [one["data"] for one in entries if one["event_type"] == "committee.model_answered"]
    assert {one["member"] for one in asked} == set(PANEL.split(","))
    assert asked[0]["classes"] == "headers,values"
    assert asked[0]["masked"] == "true"
    assert int(asked[0]["bytes"]) > 500
    outcomes = {one["member"]: one["outcome"] for one in heard}
    assert outcomes[MEMBERS["openai"]] == "failed"
    assert outcomes[MEMBERS["gemini"]] == "voted"
    assert "Rope" not in "".join(one.body for one in await store.audit_of("o1"))


async def test_costs_are_counted_where_prices_are_known(vendors, question):
    panel, _ = await ask(vendors, question, f"{MEMBERS['openai']},{MEMBERS['compatible']}")
    costs = {call.member: call.cost for call in panel.calls}
    assert costs[MEMBERS["openai"]] > 0
    assert costs[MEMBERS["compatible"]] is None


async def test_b069_neither_names_nor_keys_nor_the_file_leave_in_a_prompt(vendors, question):
    await ask(vendors, question)
    said = json.dumps([one["body"] for one in vendors.seen])
    assert "Rope" in said
    assert "zzyzx" not in said.lower()
    assert KEY not in said
    assert "Sheet1" not in said


def test_rule_14_reader_pack_and_vote_have_one_schema(question):
    assert tuple(FieldChoices.model_fields) == COLUMN_FIELDS
    assert tuple(FieldConfidence.model_fields) == COLUMN_FIELDS
    assert set(COLUMN_FIELDS) < set(FIELDS)
    assert {*question.fields, *question.decided} <= set(COLUMN_FIELDS)
    assert not ModelAnswer.model_json_schema()["additionalProperties"]


async def test_without_members_nobody_is_asked(vendors, question):
    panel, _ = await ask(vendors, question, "")
    assert panel is None
    assert vendors.seen == []
