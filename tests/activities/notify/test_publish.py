"""Lists and cards show what the status says, to everybody who is concerned."""

import json
from dataclasses import replace

import pytest
from aiohttp import web
from temporalio.testing import ActivityEnvironment

from orders.case import DraftRef, Status, WaitingFor
from orders.errors import RecordMissing
from orders.issue import Ask, Issue, Severity
from tests.activities.notify.conftest import CASE, NOW, view
from workflows.messages import Publish, Published


async def publish(post, version: int = 1, fresh=(), occasion: str = "", **changes) -> Published:
    asked = Publish(view=view(version, **changes), fresh=tuple(fresh), occasion=occasion)
    return await ActivityEnvironment().run(post.publisher.publish, asked)


def texts(post) -> dict[str, str]:
    """What was last sent to each place."""
    return {
        place.partition("/")[0]: json.dumps(body, ensure_ascii=False)
        for (_, place), (_, _, body) in zip(post.sent, post.teams.calls, strict=True)
    }


async def test_everybody_who_is_concerned_gets_a_card(post):
    await post.know("sara", "omid", "mina", "reza")
    told = await publish(post, approvers=("omid", "mina"), escalated_to=("reza",))
    assert told == Published()
    assert sorted(post.sent) == [
        ("POST", "19:team"),
        ("POST", "a:mina"),
        ("POST", "a:omid"),
        ("POST", "a:reza"),
    ]


async def test_each_card_speaks_its_readers_language(post):
    await post.know("sara", "omid", "mina")
    await post.know("reza", locale="fa-IR")
    await publish(post, approvers=("omid", "mina", "reza"))
    said = texts(post)
    assert "سفارش" in said["a:mina"]
    assert "سفارش" in said["a:reza"]
    assert "Approve" in said["a:omid"]
    assert "سفارش" not in said["19:team"]


async def test_what_a_person_chose_goes_before_the_roles_file(post):
    await post.know("sara", "omid")
    await post.know("mina", language="en")
    await publish(post, approvers=("omid", "mina"))
    assert "Approve" in texts(post)["a:mina"]


async def test_the_list_shows_what_the_status_says(post):
    await post.know("sara", "omid")
    draft = DraftRef("9", "SO-00009")
    changes = {"waiting_for": WaitingFor.APPROVAL, "approvers": ("omid",), "draft": draft}
    await publish(post, escalated_to=("sara",), **changes)
    row = await post.store.case_row("order-1")
    assert (row.status, row.waiting_for) == ("awaiting_approval", "approval")
    assert (row.approvers, row.draft_number) == (("omid", "sara"), "SO-00009")
    assert row.updated_at == NOW.isoformat()


async def test_managers_are_listed_while_an_answer_of_theirs_is_missing(post):
    """Else `pending` told a manager that nothing waits, while an order did."""
    await post.know("sara", "reza")
    price = Issue("PRICE_ZERO", Severity.ERROR, ask=Ask.CHOICE, target="price:1")
    row = await post.store.case_row("order-1")
    await post.store.save_case(row, replace(CASE, issues=(price,)))
    waiting = {"status": Status.AWAITING_SELECTION, "waiting_for": WaitingFor.SELECTION}
    await publish(post, **waiting)
    assert [one.code for one in await post.store.cases_pending("t", "reza")] == ["K7Q4MP"]
    await publish(post, 2, status=Status.AWAITING_REVIEW, waiting_for=WaitingFor.REVIEW)
    assert await post.store.cases_pending("t", "reza") == []


async def test_publishing_again_sends_nothing_twice(post):
    await post.know("sara", "omid")
    for _ in range(3):
        await publish(post, approvers=("omid",))
    assert sorted(post.sent) == [("POST", "19:team"), ("POST", "a:omid")]


async def test_whoever_had_a_card_is_kept_up_to_date(post):
    await post.know("sara", "omid", "mina")
    await publish(post, approvers=("omid",))
    await publish(post, 2, approvers=("mina",))
    assert ("PUT", "a:omid/a-2") in post.sent or ("PUT", "a:omid/a-1") in post.sent
    assert '"verb": "approve"' not in texts(post)["a:omid"]


@pytest.mark.parametrize(
    ("occasion", "headline"),
    [("reminder", "Reminder"), ("escalation", "Nobody has decided yet"), ("", "asks you")],
)
async def test_a_fresh_card_says_its_occasion(post, occasion, headline):
    await post.know("sara", "omid")
    await publish(post, approvers=("omid",))
    await publish(post, 2, fresh=["omid"], occasion=occasion, approvers=("omid",))
    fresh = [body for method, place, body in _calls(post) if (method, place) == ("POST", "a:omid")]
    assert headline in json.dumps(fresh[-1])
    assert len(fresh) == 2


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": Status.COMPLETED, "draft": DraftRef("9", "SO-00009")}, "SO-00009"),
        ({"status": Status.REJECTED}, "ejected"),
        (
            {"status": Status.AWAITING_CORRECTIONS, "waiting_for": WaitingFor.CORRECTIONS},
            "asks you",
        ),
    ],
)
async def test_the_requester_keeps_the_one_card_and_a_line_announces_what_it_says(
    post, changes, told
):
    """Once, however often the activity is repeated; who has no card yet is told by the first."""
    await post.know("sara")
    await publish(post, fresh=["sara"])
    for _ in range(2):
        await publish(post, 2, fresh=["sara"], **changes)
    calls = [one for one in _calls(post) if one[1].startswith("19:team")]
    assert [(method, "attachments" in body) for method, _, body in calls] == [
        ("POST", True), ("PUT", True), ("POST", False),
    ]  # fmt: skip
    assert told in calls[-1][2]["text"]
    assert "K7Q4MP" in calls[-1][2]["text"]


def _calls(post):
    return [
        (method, place, body)
        for (method, place), (_, _, body) in zip(post.sent, post.teams.calls, strict=True)
    ]


async def test_the_occasion_is_for_those_it_concerns_only(post):
    await post.know("sara", "omid")
    await publish(post, fresh=["omid"], occasion="escalation", approvers=("omid",))
    assert "Nobody has decided yet" not in texts(post)["19:team"]


async def test_who_cannot_be_reached_is_named_and_stops_nobody(post):
    await post.know("sara", "omid")
    post.teams.plan.extend([_refuse_omid] * 3)
    told = await publish(post, approvers=("omid",))
    assert told.unreachable == ("omid",)
    assert (await post.store.card("order-1", "sara")).activity_id
    assert (await post.store.conversation("t", "omid")).dead


def _refuse_omid(request):
    gone = "omid" in request.path
    body = {"error": {"code": "ConversationNotFound"}} if gone else {"id": "kept"}
    return web.json_response(body, status=404 if gone else 201)


def _fail_omid(request):
    down = "omid" in request.path
    return web.json_response({"id": "kept"}, status=503 if down else 201)


async def test_a_chat_that_is_down_stops_nobody_else_and_is_named(post):
    await post.know("sara", "omid")
    post.teams.plan.extend([_fail_omid] * 4)
    assert await publish(post, approvers=("omid",)) == Published(held=("omid",))
    assert (await post.store.card("order-1", "sara")).activity_id == "kept"
    assert await post.store.card("order-1", "omid") is None
    assert await publish(post, approvers=("omid",)) == Published()
    assert (await post.store.card("order-1", "omid")).activity_id


async def test_a_chat_that_had_its_messages_names_the_pause_and_lists_stay_true(post):
    """Naive: lists, pages and `status` stood still for as long as Teams refused a card."""
    await post.know("sara")
    full = {"status": 429, "headers": {"Retry-After": "2472"}}
    post.teams.plan.append(lambda _request: web.Response(**full))
    told = await publish(post, status=Status.COMPLETED)
    assert (told.held, round(told.pause)) == (("sara",), 2472)
    assert (await post.store.case_row("order-1")).status == "completed"


async def test_an_order_that_was_never_opened_cannot_be_shown(post):
    asked = Publish(view=view(order_id="order-2"))
    with pytest.raises(RecordMissing):
        await ActivityEnvironment().run(post.publisher.publish, asked)


async def test_a_status_that_ends_the_story_is_listed_too(post):
    await post.know("sara")
    await publish(post, status=Status.CANCELLED)
    assert (await post.store.case_row("order-1")).status == "cancelled"
    assert "Cancelled" in texts(post)["19:team"]
