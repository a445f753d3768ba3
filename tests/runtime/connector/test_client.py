"""The five calls, against a real HTTP connector with faults on order."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from orders.errors import (
    CallerFault,
    ChatAccessDenied,
    ChatUnavailable,
    ConversationGone,
    DeliveryUnknown,
    MessageGone,
    MessageTooLarge,
)
from runtime.connector import MESSAGE_LIMIT


def answer(status, code="", **headers):
    return lambda _: web.json_response({"error": {"code": code}}, status=status, headers=headers)


def drop(request):
    """Take the message, then cut the line: the sender cannot know."""
    request.transport.close()
    return web.Response()


async def test_a_message_is_posted_and_its_id_returned(bench):
    found = await bench.send("a:1;messageid=7", text="سلام")
    assert found == "a-1"
    ((method, path, body),) = bench.recorder.calls
    assert (method, path) == ("POST", "/amer/v3/conversations/a%3A1%3Bmessageid%3D7/activities")
    assert body["text"] == "سلام"
    assert bench.recorder.authorizations == ["Bearer token-1"]


async def test_a_message_is_replaced_in_place(bench):
    await bench.update("m/1")
    ((method, path, body),) = bench.recorder.calls
    assert (method, path) == ("PUT", "/amer/v3/conversations/a%3A1/activities/m%2F1")
    assert body["id"] == "m/1"


async def test_a_message_is_deleted(bench):
    bench.recorder.plan = [lambda _: web.Response(status=200)]
    await bench.connector.delete(bench.recorder.url, "a:1", "m-1")
    assert bench.recorder.calls[0][0] == "DELETE"


async def test_a_chat_is_opened_with_tenant_bot_and_person(bench):
    found = await bench.connector.create_conversation(bench.recorder.url, "t", "28:b", "29:p")
    assert found == "a-1"
    ((_, path, body),) = bench.recorder.calls
    assert path == "/amer/v3/conversations"
    assert body["members"] == [{"id": "29:p"}]
    assert (body["bot"], body["tenantId"], body["isGroup"]) == ({"id": "28:b"}, "t", False)


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_f19_a_passing_trouble_is_sat_out(bench, status):
    bench.recorder.plan = [status, status]
    await bench.send()
    assert len(bench.recorder.calls) == 3
    assert 0.4 <= bench.slept[0] <= 0.6
    assert 0.8 <= bench.slept[1] <= 1.2


async def test_f19_retry_after_is_obeyed(bench):
    bench.recorder.plan = [answer(429, **{"Retry-After": "2"})]
    await bench.send()
    assert bench.slept == [2.0]


async def test_f19_a_long_retry_after_goes_to_the_caller(bench):
    bench.recorder.plan = [answer(429, **{"Retry-After": "30"})]
    with pytest.raises(ChatUnavailable) as caught:
        await bench.send()
    assert caught.value.retry_after == timedelta(seconds=30)
    assert caught.value.retryable
    assert (bench.slept, len(bench.recorder.calls)) == ([], 1)


async def test_f19_after_three_tries_the_caller_takes_over(bench):
    bench.recorder.plan = [503] * 5
    with pytest.raises(ChatUnavailable):
        await bench.send()
    assert len(bench.recorder.calls) == 3


async def test_f19_a_last_retry_after_goes_to_the_caller_too(bench):
    bench.recorder.plan = [answer(429, **{"Retry-After": "1"})] * 3
    with pytest.raises(ChatUnavailable) as caught:
        await bench.send()
    assert caught.value.retry_after == timedelta(seconds=1)


async def test_f20_accepted_then_500_is_unknown_and_not_repeated(bench):
    bench.recorder.plan = [500]
    with pytest.raises(DeliveryUnknown):
        await bench.send()
    assert len(bench.recorder.calls) == 1


async def test_f20_a_cut_line_after_sending_is_unknown_and_not_repeated(bench):
    bench.recorder.plan = [drop]
    with pytest.raises(DeliveryUnknown):
        await bench.send()
    assert len(bench.recorder.calls) == 1


async def test_f20_no_answer_in_time_is_unknown(bench):
    bench.connector = bench.build(timeout=aiohttp.ClientTimeout(total=0.1))
    bench.recorder.delay = 1.0
    with pytest.raises(DeliveryUnknown):
        await bench.send()
    with pytest.raises(ChatUnavailable) as caught:
        await bench.update()
    assert not isinstance(caught.value, DeliveryUnknown)


async def test_a_connector_that_is_down_is_unavailable_and_nothing_was_sent(bench):
    with pytest.raises(ChatUnavailable) as caught:
        await bench.connector.send("http://127.0.0.1:9/", "a:1", {"text": "hi"})
    assert not isinstance(caught.value, DeliveryUnknown)


async def test_f21_a_deleted_message_is_gone(bench):
    bench.recorder.plan = [404, answer(404, "ConversationNotFound"), 404]
    with pytest.raises(MessageGone):
        await bench.update()
    with pytest.raises(ConversationGone):
        await bench.update()
    with pytest.raises(ConversationGone):
        await bench.send()


@pytest.mark.parametrize(
    "code", ["BotNotInConversationRoster", "ConversationBlockedByUser", "MessageWritesBlocked", ""]
)
async def test_f21_a_left_or_blocked_chat_is_gone(bench, code):
    bench.recorder.plan = [answer(403, code)]
    with pytest.raises(ConversationGone):
        await bench.send()


async def test_a_bot_that_the_tenant_blocked_is_an_operators_business(bench):
    bench.recorder.plan = [answer(403, "BotDisabledByAdmin")]
    with pytest.raises(ChatAccessDenied):
        await bench.send()


async def test_a_refused_token_is_renewed_once(bench):
    bench.recorder.plan = [401]
    await bench.send()
    assert bench.recorder.authorizations == ["Bearer token-1", "Bearer token-2"]
    bench.recorder.plan = [401, 401]
    with pytest.raises(ChatAccessDenied):
        await bench.send()


async def test_many_refusals_of_one_token_renew_it_once(bench):
    def refuse_the_first(request):
        return web.Response(status=401 if request.headers["Authorization"].endswith("1") else 200)

    bench.recorder.plan = [refuse_the_first] * 6
    chats = [bench.connector.send(bench.recorder.url, f"a:{n}", {"text": "hi"}) for n in range(3)]
    await asyncio.gather(*chats)
    assert set(bench.recorder.authorizations) == {"Bearer token-1", "Bearer token-2"}


async def test_a_message_that_teams_finds_too_large_says_so(bench):
    bench.recorder.plan = [answer(413, "MessageSizeTooBig")]
    with pytest.raises(MessageTooLarge):
        await bench.send()


async def test_a_message_above_the_limit_is_not_even_sent(bench):
    with pytest.raises(MessageTooLarge):
        await bench.send(text="x" * (MESSAGE_LIMIT // 2))
    with pytest.raises(MessageTooLarge):
        await bench.connector.update(
            bench.recorder.url, "a:1", "m-1", {"text": "x" * MESSAGE_LIMIT}
        )
    assert bench.recorder.calls == []


@pytest.mark.parametrize("status", [302, 400, 405])
async def test_what_teams_refuses_for_good_is_the_callers_fault(bench, status):
    bench.recorder.plan = [answer(status, "BadSyntax", Location="http://127.0.0.1:9/")]
    with pytest.raises(CallerFault, match=str(status)):
        await bench.send()
    assert len(bench.recorder.calls) == 1


async def test_an_update_answered_500_may_be_repeated(bench):
    bench.recorder.plan = [500]
    with pytest.raises(ChatUnavailable) as caught:
        await bench.update()
    assert not isinstance(caught.value, DeliveryUnknown)


async def test_b008_a_service_url_off_the_list_gets_neither_call_nor_token(bench):
    for url in ("https://evil.example/", "http://smba.trafficmanager.net/", "https://10.0.0.1/"):
        with pytest.raises(CallerFault):
            await bench.connector.send(url, "a:1", {"text": "hi"})
    assert (bench.keys.token_hits, bench.recorder.calls) == (0, [])


async def test_one_conversation_gets_one_call_at_a_time(bench):
    bench.recorder.delay = 0.05
    await asyncio.gather(*(bench.send("a:1") for _ in range(3)))
    gaps = [b - a for a, b in zip(bench.recorder.times, bench.recorder.times[1:], strict=False)]
    assert min(gaps) >= 0.045


async def test_conversations_do_not_wait_for_each_other(bench):
    await bench.send("a:0")
    bench.recorder.delay = 0.3
    await asyncio.gather(*(bench.send(f"a:{n}") for n in range(1, 6)))
    times = bench.recorder.times[1:]
    assert max(times) - min(times) < 0.25


async def test_the_eighth_message_of_a_second_waits(bench):
    for _ in range(8):
        await bench.send()
    assert bench.slept == [1.0]


async def test_an_answer_that_is_no_json_still_counts_as_sent(bench):
    bench.recorder.plan = [
        lambda _: web.Response(text="<html>", status=200),
        lambda _: web.json_response([], status=200),
        lambda _: web.Response(body=b"x" * 200_000, status=400),
    ]
    assert await bench.send() == ""
    assert await bench.send() == ""
    with pytest.raises(CallerFault):
        await bench.send()
