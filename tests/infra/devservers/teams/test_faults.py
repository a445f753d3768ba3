"""Planned failures: where they bite, how often, and what is left."""

import time

import aiohttp
import pytest

HELLO = {"type": "message", "text": "hello"}


async def post(teams, text="hello", who="sara"):
    path = f"/v3/conversations/{await teams.chat(who)}/activities"
    body = {"type": "message", "text": text}
    return await teams.call("POST", path, body, headers=await teams.bearer())


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "BotNotRegistered"),
        (403, "BotNotInConversationRoster"),
        (404, "ConversationNotFound"),
        (412, "PreconditionFailed"),
        (413, "MessageSizeTooBig"),
        (429, "TooManyRequests"),
        (502, "BadGateway"),
        (503, "ServiceUnavailable"),
        (504, "GatewayTimeout"),
    ],
)
async def test_a_send_fails_with_the_connectors_code(teams, status, code):
    await teams.fake("faults", {"route": "send", "status": status})
    got, answer = await post(teams)
    assert (got, answer["error"]["code"]) == (status, code)
    assert (await post(teams))[0] == 201


async def test_a_fault_is_matched_skipped_and_counted(teams):
    plan = {"route": "send", "match": "two", "skip": 1, "count": 2, "status": 503}
    await teams.fake("faults", plan)
    texts = ("one", "two", "two", "one", "two", "two")
    assert [(await post(teams, text))[0] for text in texts] == [201, 201, 503, 201, 503, 201]
    shown = (await teams.fake("faults", method="GET"))["faults"][0]
    assert (shown["hits"], shown["count"]) == (2, 0)


async def test_a_fault_may_match_one_conversation_for_ever(teams):
    plan = {"route": "*", "match": await teams.chat("omid"), "count": -1, "code": "Mine"}
    await teams.fake("faults", plan)
    assert [(await post(teams, who="omid"))[0] for _ in range(3)] == [503] * 3
    assert (await post(teams))[0] == 201
    await teams.fake("faults", method="DELETE")
    assert (await post(teams, who="omid"))[0] == 201


async def test_retry_after_is_told(teams):
    await teams.fake("faults", {"route": "send", "status": 429, "retry_after": 3})
    path = f"{teams.url}/v3/conversations/{await teams.chat()}/activities"
    async with teams.http.post(path, json=HELLO, headers=await teams.bearer()) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "3")


async def test_accepted_and_then_failed_stands_in_the_chat(teams):
    await teams.fake("faults", {"route": "send", "kind": "accept_then_fail", "status": 500})
    assert (await post(teams))[0] == 500
    assert len(await teams.good("GET", "/api/people/sara/messages")) == 1


async def test_a_dropped_line_after_acceptance(teams):
    await teams.fake("faults", {"route": "send", "kind": "accept_then_drop"})
    with pytest.raises((aiohttp.ClientError, OSError)):
        await post(teams)
    assert len(await teams.good("GET", "/api/people/sara/messages")) == 1


async def test_an_html_error_is_no_json(teams):
    await teams.fake("faults", {"route": "send", "kind": "html", "status": 503})
    status, raw = await post(teams)
    assert (status, raw[:9]) == (503, b"<!DOCTYPE")


@pytest.mark.parametrize(
    ("route", "path"),
    [
        ("metadata", "/v1/.well-known/openidconfiguration"),
        ("keys", "/v1/.well-known/keys"),
    ],
)
async def test_identity_is_slow_on_demand(teams, route, path):
    await teams.fake("faults", {"route": route, "kind": "slow", "delay": 0.15})
    began = time.monotonic()
    assert (await teams.call("GET", path))[0] == 200
    assert time.monotonic() - began >= 0.15


async def test_the_token_endpoint_fails_on_demand(teams):
    await teams.fake("faults", {"route": "token", "status": 500})
    assert (await teams.ask_token())[0] == 500
    assert (await teams.ask_token())[0] == 200


async def test_updates_deletes_members_and_creates_fail_too(teams):
    own_id, chat = await teams.send(HELLO), await teams.chat()
    for route, method, path in (
        ("update", "PUT", f"/conversations/{chat}/activities/{own_id}"),
        ("reply", "POST", f"/conversations/{chat}/activities/{own_id}"),
        ("delete", "DELETE", f"/conversations/{chat}/activities/{own_id}"),
        ("members", "GET", f"/conversations/{chat}/members"),
        ("create", "POST", "/conversations"),
    ):
        await teams.fake("faults", {"route": route, "status": 504})
        assert (await teams.wire(method, path, HELLO))[0] == 504


@pytest.mark.parametrize(
    "plan",
    [{}, {"route": "moon"}, {"route": "send", "kind": "sulk"}, {"route": "send", "sort": 1}],
)
async def test_a_wrong_plan_is_refused(teams, plan):
    status, answer = await teams.call("POST", "/__fake/faults", plan)
    assert status == 400
    assert answer["error"]
