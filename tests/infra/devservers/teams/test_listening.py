"""The log, the event stream, the levers, and the walls around them."""

import asyncio
import json

import aiohttp
import pytest

from infra.devservers.teams import Options, start
from tests.infra.devservers.teams.making import card, execute, with_card


async def test_the_log_tells_everything_in_order(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go", "Go on")])))
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    await teams.act("click", {"message": own_id, "verb": "go"})
    await teams.act("say", {"text": "hi"})
    await teams.act("files", {"name": "a.csv", "base64": "YQ=="})
    await teams.wire("PUT", path, with_card(card({"type": "TextBlock", "text": "new"})))
    await teams.wire("DELETE", path)
    log = await teams.good("GET", "/api/log?since=0&wait=0")
    kinds = [one["kind"] for one in log["entries"]]
    assert kinds == [
        "token",
        "sent",
        "invoke",
        "delivered",
        "answered",
        "said",
        "delivered",
        "said",
        "delivered",
        "updated",
        "deleted",
    ]
    assert [one["n"] for one in log["entries"]] == list(range(1, 12))
    assert log["next"] == 11
    assert log["entries"][1]["text"] == "[Go on]"
    assert log["entries"][2]["verb"] == "go"
    assert log["entries"][7]["text"] == "[file: a.csv]"
    assert log["entries"][9]["text"] == "new"


async def test_the_log_waits_for_news(teams):
    waiting = asyncio.create_task(teams.good("GET", "/api/log?since=0&wait=5"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await teams.act("say", {"text": "hi"})
    assert (await waiting)["entries"][0]["text"] == "hi"
    assert await teams.good("GET", "/api/log?since=99&wait=0.01") == {"entries": [], "next": 99}
    assert (await teams.call("GET", "/api/log?since=x"))[0] == 400


async def test_events_stream_from_where_one_left(teams):
    await teams.act("say", {"text": "one"})
    async with teams.http.get(teams.url + "/api/events?since=1") as stream:
        assert stream.content_type == "text/event-stream"
        assert (await stream.content.readline()) == b": hello\n"
        await stream.content.readline()
        assert (await stream.content.readline()) == b"id: 2\n"
        event = json.loads((await stream.content.readline()).removeprefix(b"data: "))
    assert event["kind"] == "delivered"


async def test_settings_change_all_or_none(teams):
    state = await teams.fake("settings", {"answer_seconds": 3, "limits": True})
    assert (state["answer_seconds"], state["limits"]) == (3, True)
    for bad in (
        {"limits": False, "app_id": "x"},
        {"limits": "no"},
        {"resend_after": ["x"]},
        {"answer_seconds": True},
    ):
        assert (await teams.call("POST", "/__fake/settings", bad))[0] == 400
    assert (await teams.fake("state", method="GET"))["limits"] is True
    await teams.fake("settings", {"resend_after": [0.01]})


async def test_the_bot_may_move(teams, bot, options):
    here = options.bot_url
    await teams.fake("bot-url", {"url": "http://127.0.0.1:9/"})
    await teams.fake("bot-url", {"url": here})
    await teams.act("say", {"text": "hi"})
    assert len(bot.heard) == 1
    assert (await teams.call("POST", "/__fake/bot-url", {}))[0] == 400


async def test_other_sites_and_other_names_are_refused(teams):
    for headers in ({"Origin": "https://attacker.example"}, {"Host": "attacker.example"}):
        assert (await teams.call("GET", "/api/people", headers=headers))[0] == 403
    same = {"Origin": teams.url}
    assert (await teams.call("GET", "/api/people", headers=same))[0] == 200


@pytest.mark.parametrize("host", ["198.51.100.1", "192.0.2.1"])
async def test_it_never_listens_beyond_loopback(host):
    with pytest.raises(ValueError, match="not a loopback"):
        await start(Options(), host)


async def test_a_taken_port_is_an_error(teams):
    with pytest.raises(OSError, match="address"):
        await start(Options(), port=int(teams.url.rpartition(":")[2]))


async def test_it_listens_on_ipv6_too():
    try:
        running = await start(Options(), "::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    async with aiohttp.ClientSession() as http, http.get(f"{running.url}/api/people") as answer:
        assert answer.status == 200
    await running.stop()
