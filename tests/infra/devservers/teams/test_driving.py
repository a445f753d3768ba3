"""Saying and dropping: what the bot's endpoint hears, and how often."""

import asyncio
import base64

import aiohttp
import jwt
from aiohttp import web


async def test_a_said_text_reaches_the_bot_as_teams_writes_it(teams, bot):
    status, answer = await teams.act("say", {"text": "status <K7>"})
    assert (status, answer["status"], answer["attempts"]) == (200, 201, 1)
    heard, sara = bot.heard[0], await teams.person()
    assert heard["type"] == "message"
    assert heard["text"] == "status <K7>"
    assert heard["channelId"] == "msteams"
    assert heard["serviceUrl"] == teams.url + "/"
    assert heard["id"] == answer["activity"]
    assert heard["from"] == {
        "id": sara["mri"],
        "name": "Sara Ahmadi",
        "aadObjectId": sara["aad_id"],
    }
    assert heard["conversation"] == {
        "conversationType": "personal",
        "tenantId": sara["tenant_id"],
        "id": sara["conversation"],
    }
    assert heard["channelData"]["tenant"]["id"] == sara["tenant_id"]
    assert heard["recipient"]["id"].startswith("28:")
    assert heard["locale"] == "en-US"
    assert heard["entities"][0]["type"] == "clientInfo"
    assert heard["attachments"] == [
        {"contentType": "text/html", "content": "<p>status &lt;K7&gt;</p>"}
    ]


async def test_calls_are_signed_as_the_bot_framework_signs(teams, bot):
    await teams.act("say", {"text": "hi"})
    token = bot.headers[0]["Authorization"].removeprefix("Bearer ")
    metadata = await teams.good("GET", "/v1/.well-known/openidconfiguration")
    keys = await teams.good("GET", metadata["jwks_uri"])
    head = jwt.get_unverified_header(token)
    key = next(one for one in keys["keys"] if one["kid"] == head["kid"])
    state = await teams.fake("state", method="GET")
    claims = jwt.decode(
        token,
        jwt.PyJWK(key).key,
        algorithms=["RS256"],
        audience=state["app_id"],
        issuer=metadata["issuer"],
    )
    assert claims["serviceurl"] == bot.heard[0]["serviceUrl"]
    assert claims["exp"] - claims["nbf"] == 3600
    assert key["endorsements"] == ["msteams"]


async def test_a_message_that_is_not_accepted_comes_again_with_its_id(teams, bot):
    bot.replies(lambda: web.Response(status=500), lambda: web.Response(status=200))
    _, answer = await teams.act("say", {"text": "hi"})
    assert (answer["status"], answer["attempts"]) == (200, 2)
    assert bot.heard[0] == bot.heard[1]


async def test_a_late_answer_counts_as_none(teams, bot):
    await teams.fake("settings", {"answer_seconds": 0.05})
    bot.replies(lambda: asyncio.sleep(1, web.Response()), web.Response)
    _, answer = await teams.act("say", {"text": "hi"})
    assert (answer["status"], answer["attempts"], len(bot.heard)) == (200, 2, 2)


async def test_a_lost_answer_brings_the_message_again(teams, bot):
    await teams.fake("faults", {"route": "bot", "match": "precious"})
    _, answer = await teams.act("say", {"text": "precious"})
    assert answer["attempts"] == 2
    assert [one["id"] for one in bot.heard] == [answer["activity"]] * 2


async def test_a_refusal_is_final(teams, bot):
    bot.replies(lambda: web.Response(status=403))
    _, answer = await teams.act("say", {"text": "hi"})
    assert (answer["status"], answer["attempts"]) == (403, 1)


async def test_a_bot_that_is_down_is_reported(teams):
    await teams.fake("bot-url", {"url": "http://127.0.0.1:9/api/messages"})
    _, answer = await teams.act("say", {"text": "hi"})
    assert (answer["status"], answer["attempts"]) == (0, 3)
    assert "not reachable" in answer["problem"]


async def test_a_dropped_file_carries_teams_attachment(teams, bot):
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", b"PK\x03\x04 bytes", filename="سفارش 1.xlsx")
    status, answer = await teams.call("POST", "/api/people/sara/files", data=form)
    assert status == 200
    file, rich = bot.heard[0]["attachments"]
    assert file["contentType"] == "application/vnd.microsoft.teams.file.download.info"
    assert file["name"] == "سفارش 1.xlsx"
    assert set(file["content"]) == {"downloadUrl", "uniqueId", "fileType", "etag"}
    assert file["content"]["fileType"] == "xlsx"
    assert file["content"]["uniqueId"] == answer["files"][0]
    assert rich["contentType"] == "text/html"
    status, raw = await teams.call("GET", file["content"]["downloadUrl"])
    assert (status, raw) == (200, b"PK\x03\x04 bytes")
    assert (await teams.call("GET", file["contentUrl"]))[0] == 403


async def test_several_files_travel_in_one_message(teams, bot):
    raw = base64.b64encode(b"a,b").decode()
    files = [{"name": "a.csv", "base64": raw}, {"name": "b.csv", "base64": raw, "unique_id": "u"}]
    await teams.act("files", {"files": files})
    names = [one.get("name") for one in bot.heard[0]["attachments"]]
    assert names == ["a.csv", "b.csv", None]
    assert bot.heard[0]["attachments"][1]["content"]["uniqueId"] == "u"


async def test_uploads_without_a_file_are_refused(teams, bot):
    assert (await teams.act("files"))[0] == 400
    assert (await teams.act("files", {"name": "x", "base64": "%"}))[0] == 400
    assert (await teams.act("files", {"files": [{"name": "x"}]}))[0] == 400
    assert bot.heard == []


async def test_a_channel_loses_the_file_and_keeps_the_words(teams, bot):
    body = {"name": "a.csv", "base64": "YQ==", "conversation": "channel"}
    await teams.act("files", body)
    assert [one["contentType"] for one in bot.heard[0]["attachments"]] == ["text/html"]


async def test_a_channel_message_mentions_the_bot_and_opens_a_thread(teams, bot):
    _, answer = await teams.act("say", {"text": "hi", "conversation": "channel"})
    heard = bot.heard[0]
    assert heard["text"] == "<at>Order Desk</at> hi"
    assert heard["conversation"]["id"].endswith(f";messageid={answer['activity']}")
    assert heard["conversation"]["conversationType"] == "channel"
    assert heard["channelData"]["team"]["id"]
    assert [one["type"] for one in heard["entities"]] == ["clientInfo", "mention"]
    thread = heard["conversation"]["id"]
    await teams.act("say", {"text": "again", "conversation": thread}, "omid")
    assert bot.heard[1]["conversation"]["id"] == thread


async def test_a_pasted_picture_wants_the_bots_token(teams, bot):
    body = {"name": "p.png", "base64": "iVBORw0=", "inline": True}
    await teams.act("files", body)
    picture = bot.heard[0]["attachments"][0]
    assert picture["contentType"] == "image/png"
    assert (await teams.call("GET", picture["contentUrl"]))[0] == 401
    status, raw = await teams.call("GET", picture["contentUrl"], headers=await teams.bearer())
    assert (status, raw[:4]) == (200, b"\x89PNG")
    gone = picture["contentUrl"].replace("/attachments/", "/attachments/x")
    assert (await teams.call("GET", gone, headers=await teams.bearer()))[0] == 404


async def test_redelivery_keeps_or_changes_only_the_id(teams, bot):
    _, said = await teams.act("say", {"text": "hi"})
    same = {"activity": said["activity"], "as": "same"}
    await teams.act("redeliver", same)
    await teams.act("redeliver", {**same, "as": "new"})
    first, second, third = bot.heard
    assert first == second
    assert third["id"] != first["id"]
    assert {**third, "id": first["id"]} == first
    assert (await teams.act("redeliver", {**same, "as": "other"}))[0] == 400
    assert (await teams.act("redeliver", {"activity": "1"}))[0] == 409


async def test_the_exact_activity_can_be_read_again(teams, bot):
    _, said = await teams.act("say", {"text": "hi"})
    assert await teams.good("GET", f"/api/activities/{said['activity']}") == bot.heard[0]
    assert (await teams.call("GET", "/api/activities/none"))[0] == 404


async def test_a_chat_is_read_from_a_message_on(teams, bot):
    for text in ("first", "second"):
        await teams.act("say", {"text": text})
    first, second = await teams.good("GET", "/api/people/sara/messages")
    place = f"/api/people/sara/messages?after={first['id']}"
    assert await teams.good("GET", place) == [second]
    assert (await teams.call("GET", "/api/people/sara/messages?after=noon"))[0] == 400


async def test_people_have_ids_of_their_own(teams):
    people = await teams.good("GET", "/api/people")
    assert [one["key"] for one in people] == ["sara", "omid", "mina", "reza", "lina"]
    for name in ("mri", "aad_id", "conversation"):
        assert len({one[name] for one in people}) == 5
    assert {one["locale"] for one in people} == {"en-US", "fa-IR"}
    assert all(one["mri"].startswith("29:") for one in people)


async def test_a_stranger_from_another_tenant_can_be_added(teams, bot):
    body = {"aad_id": "00000000-0000-4000-8000-000000000001", "tenant_id": "t2", "locale": "fa"}
    added = await teams.good("PUT", "/api/people/zoe", body)
    assert (added["tenant_id"], added["locale"]) == ("t2", "fa-IR")
    await teams.act("say", {"text": "hi"}, "zoe")
    assert bot.heard[0]["conversation"]["tenantId"] == "t2"
    assert bot.heard[0]["channelData"]["tenant"]["id"] == "t2"
    assert (await teams.call("PUT", "/api/people/yan", {}))[0] == 400
    assert (await teams.call("PUT", "/api/people/zoe", {"colour": "red"}))[0] == 400


async def test_installing_and_leaving_are_told_to_the_bot(teams, bot):
    await teams.act("uninstall")
    assert [one["type"] for one in bot.heard] == ["installationUpdate", "conversationUpdate"]
    assert bot.heard[0]["action"] == "remove"
    _, unheard = await teams.act("say", {"text": "anybody?"})
    assert (unheard["attempts"], len(bot.heard)) == (0, 2)
    await teams.act("install")
    assert bot.heard[3]["membersAdded"] == [bot.heard[3]["recipient"]]


async def test_what_nobody_can_do_is_refused(teams):
    assert (await teams.act("say", {"text": "x"}, "nobody"))[0] == 404
    assert (await teams.act("say", {"text": "x", "conversation": "19:none"}))[0] == 409
    assert (await teams.call("POST", "/api/people/sara/say", []))[0] == 400
    assert (await teams.call("POST", "/api/people/sara/say", data=b"{"))[0] == 400


async def test_the_region_moves_the_service_url_and_the_old_one_still_works(teams, bot):
    await teams.fake("settings", {"region": "emea"})
    await teams.act("say", {"text": "hi"})
    url = bot.heard[0]["serviceUrl"]
    assert url == f"{teams.url}/emea/"
    path = f"v3/conversations/{await teams.chat()}/activities"
    body, head = {"type": "message", "text": "x"}, await teams.bearer()
    assert (await teams.call("POST", url + path, body, headers=head))[0] == 201
    assert (await teams.call("POST", f"/{path}", body, headers=head))[0] == 201
    await teams.fake("faults", {"route": "send", "status": 429, "retry_after": 2})
    assert (await teams.call("POST", url + path, body, headers=head))[0] == 429
