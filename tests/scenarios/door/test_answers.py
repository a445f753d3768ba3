"""What the door answers, over real HTTP against the running application."""

import asyncio
import time
from decimal import Decimal

from bot.turn import CardAnswer, ErrorAnswer, Nothing, TextAnswer, TurnKind
from tests.support.channel import SARA, TENANT, running_bot

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": []}


async def test_a_message_becomes_a_turn_and_is_answered_through_the_connector(bot):
    bot.answer = TextAnswer("All is well.")
    status, body = await bot.post(bot.activity(text="<at>Order Desk</at>  Status "))
    await bot.settle()
    assert (status, body) == (200, None)
    (turn,) = bot.turns
    assert (turn.kind, turn.text, turn.object_id) == (TurnKind.MESSAGE, "Status", SARA)
    assert (turn.tenant_id, turn.service_url) == (TENANT, bot.recorder.url)
    ((method, path, message),) = bot.recorder.calls
    assert (method, path) == ("POST", "/amer/v3/conversations/a%3Achat-1/activities")
    assert message["text"] == "All is well."


async def test_an_invoke_with_a_body_answers_200(bot):
    """The stock CloudAdapter 4.17.1 answers 500 to every invoke that returns a body."""
    bot.answer = CardAnswer({**CARD, "price": Decimal("1.50")})
    status, body = await bot.post(bot.click())
    assert status == 200
    assert (body["statusCode"], body["type"]) == (200, "application/vnd.microsoft.card.adaptive")
    assert body["value"]["price"] == "1.50"
    (turn,) = bot.turns
    assert (turn.action.verb, turn.action.order, turn.action.revision) == ("approve", "K7Q4MP", 2)
    assert (turn.message_id, turn.action.automatic) == ("card-1", False)


async def test_every_kind_of_answer_has_its_own_type(bot):
    seen = []
    for answer in (
        TextAnswer("Done"),
        Nothing(),
        ErrorAnswer("Bad", "No", 400),
    ):
        bot.answer = answer
        status, body = await bot.post(bot.click())
        seen.append((status, body["statusCode"], body["type"].rpartition(".")[2], body["value"]))
    assert seen == [
        (200, 200, "message", "Done"),
        (200, 200, "message", "Done."),
        (200, 400, "error", {"code": "Bad", "message": "No"}),
    ]


async def test_an_invoke_the_desk_does_not_know_is_answered_too(bot):
    status, body = await bot.post(
        bot.activity(type="invoke", name="composeExtension/query", text=None, value={"x": 1})
    )
    assert (status, body["statusCode"]) == (200, 200)
    assert bot.turns[0].kind is TurnKind.OTHER


async def test_a_slow_invoke_is_answered_in_time_and_goes_on(bot):
    ended = asyncio.Event()

    async def slow(_turn):
        await asyncio.sleep(0.3)
        ended.set()
        return Nothing()

    bot.answer = slow
    bot.door.answer_seconds = 0.1
    status, body = await bot.post(bot.click())
    assert (status, body["statusCode"]) == (200, 500)
    status, _ = await bot.post()
    assert status == 202
    await asyncio.wait_for(ended.wait(), 2)
    await bot.settle()


async def test_fifty_messages_at_once_are_answered_in_time(bot):
    started = time.monotonic()
    answers = await asyncio.gather(*(bot.post() for _ in range(50)))
    assert {status for status, _ in answers} == {200}
    assert time.monotonic() - started < 3
    assert bot.keys.metadata_hits == 1


async def test_outgoing_tokens_are_fetched_once_for_messages_and_invokes(bot):
    """The stock adapter makes an MSAL client per turn: 3 turns were 6 blocking token calls."""
    bot.answer = TextAnswer("Hello")
    await asyncio.gather(*(bot.post(bot.activity(conversation=_chat(n))) for n in range(5)))
    await bot.settle()
    assert bot.keys.token_hits == 1
    assert set(bot.recorder.authorizations) == {"Bearer token-1"}
    assert len(bot.recorder.calls) == 5


def _chat(number):
    return {"id": f"a:{number}", "conversationType": "personal", "tenantId": TENANT}


async def test_answers_to_an_anonymous_local_channel_go_without_a_token():
    changes = {"dangerously_allow_anonymous": True, "app_id": "", "app_password": ""}
    async with running_bot(**changes, tenant_id="") as bot:
        bot.answer = TextAnswer("Hello")
        status, _ = await bot.post(token=None)
        await bot.settle()
    assert status == 200
    assert bot.recorder.authorizations == [None]
    assert bot.keys.metadata_hits == bot.keys.token_hits == 0


async def test_persian_text_goes_out_as_a_card_that_reads_right_to_left(bot):
    bot.answer = TextAnswer("سلام")
    await bot.post()
    await bot.settle()
    (message,) = bot.recorder.messages
    content = message["attachments"][0]["content"]
    assert content["rtl"] is True
    assert content["body"][0]["inlines"][0]["text"] == content["fallbackText"] == "سلام"


async def test_a_fallback_submit_updates_the_card_it_came_from(bot):
    bot.answer = CardAnswer(CARD)
    value = {"verb": "approve", "order": "K7Q4MP", "revision": 2, "comment": "ok"}
    status, _ = await bot.post(bot.activity(text=None, value=value, replyToId="card-1"))
    await bot.settle()
    assert status == 200
    assert bot.turns[0].action.in_place is False
    assert bot.turns[0].action.inputs == {"comment": "ok"}
    ((method, path, _),) = bot.recorder.calls
    assert method == "PUT"
    assert path.endswith("/activities/card-1")


async def test_a_fallback_submit_on_a_deleted_card_gets_a_new_one(bot):
    bot.answer = CardAnswer(CARD)
    bot.recorder.plan = [404]
    value = {"verb": "approve", "order": "K7Q4MP", "revision": 2}
    await bot.post(bot.activity(text=None, value=value, replyToId="card-1"))
    await bot.settle()
    assert [method for method, _, _ in bot.recorder.calls] == ["PUT", "POST"]


async def test_an_answer_that_cannot_be_sent_harms_nobody(bot):
    bot.answer = TextAnswer("Hello")
    bot.recorder.plan = [403]
    assert (await bot.post())[0] == 200
    await bot.settle()
    assert (await bot.post())[0] == 200
    await bot.settle()


async def test_an_answer_that_cannot_be_built_is_still_answered(bot):
    """Stock: a handler that raises answers 500."""
    bot.answer = CardAnswer(7)
    status, body = await bot.post(bot.click())
    assert (status, body["statusCode"]) == (200, 500)
    assert (await bot.post())[0] == 200
    await bot.settle()
