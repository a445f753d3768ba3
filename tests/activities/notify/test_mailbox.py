"""One live card for each reader: sent, updated, replaced, never twice."""

import json

import pytest

from cards.draw import draw
from cards.stage import Seat, set_scene
from orders.case import Status, WaitingFor
from orders.errors import ChatUnavailable, ConversationGone, DeliveryUnknown
from tests.activities.notify.conftest import BOOK, CASE, NOW, view


def scene_of(version: int = 1, **changes):
    return set_scene(view(version, **changes), CASE, BOOK, Seat("omid"), NOW)


async def deliver(post, version: int = 1, *, fresh: bool = False, **changes):
    scene = scene_of(version, **changes)
    await post.mailbox.deliver(post.ref("omid"), scene, draw(scene), fresh=fresh)
    return await post.store.card("order-1", "omid")


CHANGED = {"status": "awaiting_review"}


async def test_the_first_card_is_sent_and_remembered(post):
    card = await deliver(post)
    assert post.sent == [("POST", "a:omid")]
    assert (card.activity_id, card.conversation_id, card.version) == ("a-1", "a:omid", 1)
    (sent,) = post.teams.messages
    assert sent["attachments"][0]["content"]["type"] == "AdaptiveCard"
    assert "K7Q4MP" in sent["summary"]


async def test_a_changed_card_is_updated_in_place(post):
    first = await deliver(post)
    second = await deliver(post, 2, **CHANGED)
    assert post.sent == [("POST", "a:omid"), ("PUT", "a:omid/a-1")]
    assert second.activity_id == first.activity_id
    assert second.digest != first.digest


async def test_a_card_that_shows_the_same_is_left_alone(post):
    await deliver(post)
    await deliver(post)
    assert post.sent == [("POST", "a:omid")]


async def test_an_older_view_never_overwrites_a_newer(post):
    newer = await deliver(post, 5)
    assert await deliver(post, 4, **CHANGED) == newer
    assert post.sent == [("POST", "a:omid")]


async def test_a_fresh_card_is_a_new_message_and_retires_the_old(post):
    await deliver(post)
    card = await deliver(post, 2, fresh=True, **CHANGED)
    assert post.sent == [("POST", "a:omid"), ("POST", "a:omid"), ("PUT", "a:omid/a-1")]
    assert card.activity_id == "a-2"
    retired = json.dumps(post.teams.messages[-1])
    assert "Action.Execute" not in retired


async def test_a_message_of_its_own_is_sent_once_however_often_its_sending_is_repeated(post):
    """Another reader's trouble, or a worker that dies before it says so, repeats the activity.

    Naive: each repeat posted the same news again.
    """
    await deliver(post)
    await deliver(post, 2, fresh=True, **CHANGED)
    again = await deliver(post, 2, fresh=True, **CHANGED)
    assert again.activity_id == "a-2"
    assert [method for method, _ in post.sent] == ["POST", "POST", "PUT"]
    assert (await deliver(post, 3, fresh=True, **CHANGED)).activity_id == "a-4"


async def test_a_message_that_is_gone_is_sent_anew(post):
    await deliver(post)
    post.fail(404)
    card = await deliver(post, 2, **CHANGED)
    assert post.sent[1:] == [("PUT", "a:omid/a-1"), ("POST", "a:omid")]
    assert card.activity_id == "a-3"


async def test_a_chat_that_is_gone_is_marked_dead(post):
    await post.know("omid")
    post.fail(403)
    with pytest.raises(ConversationGone):
        await deliver(post)
    known = await post.store.conversation("t", "omid")
    assert known.dead
    assert await post.store.card("order-1", "omid") is None


async def test_a_group_that_is_gone_leaves_a_persons_own_chat_alone(post):
    """The naive version overwrote the chat that people are reached in with the group's id."""
    await post.know("omid")
    post.fail(404)
    scene = scene_of()
    with pytest.raises(ConversationGone):
        await post.mailbox.deliver(
            post.ref("omid", conversation_id="19:team"), scene, draw(scene), fresh=False
        )
    assert await post.store.conversation("t", "omid") == post.ref("omid")


async def test_a_lost_first_answer_is_tried_once_more_and_then_taken_for_a_yes(post):
    post.fail(500)
    with pytest.raises(DeliveryUnknown):
        await deliver(post)
    post.fail(404, 500)
    card = await deliver(post)
    assert card.activity_id == ""
    assert post.sent == [("POST", "a:omid"), ("DELETE", "a:omid/0"), ("POST", "a:omid")]
    await deliver(post)
    assert len(post.sent) == 3
    assert (await deliver(post, 2, **CHANGED)).activity_id == "a-4"


async def test_while_teams_answers_nothing_no_card_is_taken_for_delivered(post):
    """The naive version posted twice into the outage, and the card was never seen."""
    post.fail(500)
    with pytest.raises(DeliveryUnknown):
        await deliver(post)
    for _ in range(3):
        post.fail(500)
        with pytest.raises(ChatUnavailable):
            await deliver(post)
    assert [method for method, _ in post.sent] == ["POST", "DELETE", "DELETE", "DELETE"]
    assert (await deliver(post)).activity_id == "a-6"


async def test_a_later_change_after_two_lost_answers_is_not_lost_with_one(post):
    post.fail(500)
    with pytest.raises(DeliveryUnknown):
        await deliver(post)
    post.fail(404, 500)
    await deliver(post)
    post.fail(500)
    with pytest.raises(DeliveryUnknown):
        await deliver(post, 2, **CHANGED)
    assert (await deliver(post, 2, **CHANGED)).activity_id == "a-6"


async def test_a_lost_answer_to_a_fresh_card_updates_the_one_that_stands(post):
    await deliver(post)
    post.fail(500)
    card = await deliver(post, 2, fresh=True, **CHANGED)
    assert card.activity_id == "a-1"
    assert post.sent[1:] == [("POST", "a:omid"), ("PUT", "a:omid/a-1")]


async def test_a_chat_that_is_down_is_told_to_the_caller(post):
    post.fail(503, 503, 503)
    with pytest.raises(ChatUnavailable):
        await deliver(post)
    assert await post.store.card("order-1", "omid") is None


async def test_the_requester_reads_where_the_order_was_sent(post):
    await post.know("sara")
    ref = await post.mailbox.address(CASE, "sara")
    assert (ref.conversation_id, ref.service_url) == ("19:team", post.teams.url)
    assert post.sent == []


async def test_others_read_in_their_own_chat(post):
    await post.know("sara", "omid")
    assert await post.mailbox.address(CASE, "omid") == post.ref("omid")
    assert post.sent == []


async def test_a_stranger_gets_a_chat_once(post):
    await post.know("sara")
    first = await post.mailbox.address(CASE, "omid")
    again = await post.mailbox.address(CASE, "omid")
    assert post.sent == [("POST", "new")]
    assert (first, again.conversation_id) == (again, "a-1")
    (asked,) = post.teams.messages
    assert (asked["members"], asked["bot"]) == ([{"id": "omid"}], {"id": "28:bot"})


async def test_a_dead_chat_is_opened_again_by_the_persons_teams_id(post):
    await post.know("sara")
    await post.know("omid", dead=True)
    ref = await post.mailbox.address(CASE, "omid")
    assert (ref.conversation_id, ref.dead) == ("a-1", False)
    assert post.teams.messages[0]["members"] == [{"id": "29:omid"}]


@pytest.mark.parametrize("reader", ["sara", "omid"])
async def test_without_any_way_in_nobody_is_reached(post, reader):
    with pytest.raises(ConversationGone):
        await post.mailbox.address(CASE, reader)


PASSING = {"status": Status.CHECKING, "waiting_for": WaitingFor.NOBODY}


async def test_in_a_crowded_chat_what_passes_by_waits_for_what_matters(post):
    """Naive: cards of progress used up the hour's messages, and the decision was not shown."""
    await deliver(post)
    for _ in range(30):
        await post.mailbox.connector.update(post.teams.url, "a:omid", "a-9", {})
    before = len(post.sent)
    assert (await deliver(post, 2, **PASSING)).version == 1
    assert len(post.sent) == before
    assert (await deliver(post, 3, **CHANGED)).version == 3
    assert len(post.sent) == before + 1
