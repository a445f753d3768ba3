"""The connector's routes: who may, what is stored, what is refused."""

import asyncio
import json

from tests.infra.devservers.teams.making import CARD, card, card_answer, execute, with_card

CHANNEL = "19:4f6f1d0c9be14f0f8d0a6c1e7b2a3d55@thread.tacv2"
HELLO = {"type": "message", "text": "hello"}


def code(answer):
    return answer["error"]["code"]


async def test_a_chat_is_opened_once_per_person(teams):
    omid = await teams.person("omid")
    body = {
        "isGroup": False,
        "members": [{"id": omid["mri"]}],
        "channelData": {"tenant": {"id": omid["tenant_id"]}},
    }
    first = await teams.wire("POST", "/conversations", body)
    by_object_id = {
        "members": [{"id": omid["aad_id"]}],
        "tenantId": omid["tenant_id"],
        "activity": HELLO,
    }
    second = await teams.wire("POST", "/conversations", by_object_id)
    assert first[0] == second[0] == 201
    assert first[1]["id"] == second[1]["id"] == omid["conversation"]
    assert first[1]["serviceUrl"] == teams.url + "/"
    assert (await teams.sees(second[1]["activityId"], "omid"))["text"] == "hello"


async def test_a_chat_with_nobody_or_many_is_refused(teams):
    sara = await teams.person()
    one = {"id": sara["mri"]}
    tenant = sara["tenant_id"]
    for body, status, error in (
        ({"members": [one]}, 400, "BadSyntax"),
        ({"members": [one, one], "tenantId": tenant}, 400, "BadSyntax"),
        ({"members": [{"id": "29:other-bots-id"}], "tenantId": tenant}, 400, "BadArgument"),
        ({"members": [{"id": "sara@desk.example"}], "tenantId": tenant}, 400, "BadArgument"),
        ({"members": [one], "tenantId": "another"}, 403, "TenantMismatch"),
        ({"isGroup": True, "members": [one], "tenantId": tenant}, 400, "BadSyntax"),
    ):
        got, answer = await teams.wire("POST", "/conversations", body)
        assert (got, code(answer)) == (status, error), body


async def test_a_thread_is_opened_in_the_channel(teams):
    body = {"isGroup": True, "channelData": {"channel": {"id": CHANNEL}}, "activity": HELLO}
    status, answer = await teams.wire("POST", "/conversations", body)
    assert status == 201
    assert answer["id"] == f"{CHANNEL};messageid={answer['activityId']}"
    path = f"/conversations/{answer['id']}/activities"
    assert (await teams.wire("POST", path, HELLO))[0] == 201
    assert (await teams.sees(answer["activityId"], "lina"))["conversation"] == "channel"


async def test_a_message_is_sent_changed_and_taken_away(teams):
    own_id = await teams.send(HELLO)
    assert (await teams.sees(own_id))["text"] == "hello"
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    status, answer = await teams.wire(
        "PUT", path, with_card(card({"type": "TextBlock", "text": "B"}))
    )
    assert (status, answer) == (200, {"id": own_id})
    shown = await teams.sees(own_id)
    assert (shown["text"], shown["edited"]) == ("B", True)
    assert (await teams.wire("DELETE", path))[0] == 200
    assert (await teams.sees(own_id))["deleted"]
    for method in ("PUT", "DELETE"):
        status, answer = await teams.wire(method, path, HELLO)
        assert (status, code(answer)) == (404, "ActivityNotFoundInConversation")


async def test_ids_never_repeat(teams):
    sent = await asyncio.gather(*(teams.send(HELLO, who) for who in ("sara", "omid") * 10))
    assert len(set(sent)) == 20


async def test_a_reply_needs_an_activity_of_the_conversation(teams, bot):
    await teams.act("say", {"text": "hi"})
    path = f"/conversations/{await teams.chat()}/activities"
    status, answer = await teams.wire("POST", f"{path}/{bot.heard[0]['id']}", HELLO)
    assert status == 201
    assert (await teams.wire("POST", f"{path}/{answer['id']}", HELLO))[0] == 201
    status, answer = await teams.wire("POST", f"{path}/1", HELLO)
    assert (status, code(answer)) == (404, "ActivityNotFoundInConversation")


async def test_what_others_wrote_cannot_be_changed(teams):
    _, said = await teams.act("say", {"text": "mine"})
    own_id = await teams.send(HELLO, "omid")
    chat = await teams.chat()
    assert (await teams.wire("PUT", f"/conversations/{chat}/activities/{said['message']}", HELLO))[
        0
    ] == 403
    assert (await teams.wire("PUT", f"/conversations/{chat}/activities/{own_id}", HELLO))[0] == 404


async def test_unknown_conversations_are_not_found(teams):
    for method, path in (
        ("POST", "/activities"),
        ("PUT", "/activities/1"),
        ("DELETE", "/activities/1"),
        ("GET", "/members"),
        ("GET", "/pagedmembers"),
        ("GET", "/members/x"),
    ):
        status, answer = await teams.wire(method, f"/conversations/a:none{path}", HELLO)
        assert (status, code(answer)) == (404, "ConversationNotFound")


async def test_only_the_bot_may_call(teams):
    chat = await teams.chat()
    for headers in ({}, {"Authorization": "Bearer x.y.z"}, {"Authorization": "Basic abc"}):
        for method, path in (
            ("POST", "conversations"),
            ("POST", f"conversations/{chat}/activities"),
            ("PUT", f"conversations/{chat}/activities/1"),
            ("DELETE", f"conversations/{chat}/activities/1"),
            ("GET", f"conversations/{chat}/members"),
        ):
            assert (await teams.call(method, f"/v3/{path}", HELLO, headers=headers))[0] == 401


async def test_an_expired_token_is_refused(teams):
    await teams.fake("settings", {"token_seconds": -1})
    status, _ = await teams.wire("POST", f"/conversations/{await teams.chat()}/activities", HELLO)
    assert status == 401


async def test_without_auth_everybody_may(teams):
    await teams.fake("settings", {"auth": False})
    path = f"/v3/conversations/{await teams.chat()}/activities"
    assert (await teams.call("POST", path, HELLO))[0] == 201


async def test_size_is_counted_in_utf16(teams):
    path = f"/conversations/{await teams.chat()}/activities"
    fits = {"type": "message", "text": "خ" * 49_000}
    assert (await teams.wire("POST", path, data=_raw(fits)))[0] == 201
    large = {"type": "message", "text": "x" * 50_100}
    status, answer = await teams.wire("POST", path, large)
    assert (status, code(answer)) == (413, "MessageSizeTooBig")
    image = {"type": "message", "text": "data:image/png;base64," + "A" * 60_000}
    assert (await teams.wire("POST", path, image))[0] == 201


def _raw(body):
    return json.dumps(body, ensure_ascii=False).encode()


async def test_bad_bodies_are_bad_requests(teams):
    path = f"/conversations/{await teams.chat()}/activities"
    for raw in (b"{", b"[]", b""):
        assert (await teams.wire("POST", path, data=raw))[0] == 400
    assert (await teams.wire("POST", path, {"type": "invokeResponse"}))[0] == 400
    assert (await teams.wire("POST", path, {"type": "typing"}))[0] == 202


async def test_a_person_who_blocked_or_left_is_not_reached(teams):
    path = f"/conversations/{await teams.chat()}/activities"
    await teams.act("block")
    status, answer = await teams.wire("POST", path, HELLO)
    assert (status, code(answer)) == (403, "ConversationBlockedByUser")
    assert answer["subCode"] == "MessageWritesBlocked"
    await teams.act("unblock")
    await teams.act("uninstall")
    status, answer = await teams.wire("POST", path, HELLO)
    assert (status, code(answer)) == (403, "BotNotInConversationRoster")
    sara = await teams.person()
    body = {"members": [{"id": sara["mri"]}], "tenantId": sara["tenant_id"]}
    assert (await teams.wire("POST", "/conversations", body))[0] == 403


async def test_members_are_listed_paged_and_found(teams):
    sara, omid = await teams.person(), await teams.person("omid")
    base = f"/conversations/{sara['conversation']}"
    status, members = await teams.wire("GET", f"{base}/members")
    assert status == 200
    assert [one["id"] for one in members] == [sara["mri"]]
    assert members[0]["aadObjectId"] == members[0]["objectId"] == sara["aad_id"]
    assert members[0]["tenantId"] == sara["tenant_id"]
    assert (await teams.wire("GET", f"{base}/members/{sara['aad_id']}"))[1] == members[0]
    assert (await teams.wire("GET", f"{base}/members/{omid['mri']}"))[0] == 404
    channel = f"/conversations/{CHANNEL}"
    _, page = await teams.wire("GET", f"{channel}/pagedmembers?pageSize=3")
    _, rest = await teams.wire(
        "GET", f"{channel}/pagedmembers?pageSize=3&continuationToken={page['continuationToken']}"
    )
    assert len(page["members"]) == 3
    assert len(rest["members"]) == 2
    assert "continuationToken" not in rest
    assert (await teams.wire("GET", f"{channel}/pagedmembers?pageSize=x"))[0] == 400


async def test_two_writes_at_once_in_one_chat_are_a_412(teams):
    await teams.fake("settings", {"write_seconds": 0.1})
    path = f"/conversations/{await teams.chat()}/activities"
    other = f"/conversations/{await teams.chat('omid')}/activities"
    answers = await asyncio.gather(*(teams.wire("POST", one, HELLO) for one in (path, path, other)))
    assert sorted(status for status, _ in answers) == [201, 201, 412]


async def test_an_edit_takes_personal_views_back(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(lambda: card_answer(card({"type": "TextBlock", "text": "yours"})))
    await teams.act("click", {"message": own_id, "verb": "go"})
    assert (await teams.sees(own_id))["text"] == "yours"
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    await teams.wire(
        "PUT",
        path,
        {
            "type": "message",
            "attachments": [
                {"contentType": CARD, "content": card({"type": "TextBlock", "text": "all"})}
            ],
        },
    )
    assert (await teams.sees(own_id))["text"] == "all"
