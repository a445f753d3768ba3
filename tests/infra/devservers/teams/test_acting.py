"""Clicking and looking: what travels, what comes back, what is shown."""

import asyncio

import pytest
from aiohttp import web

from tests.infra.devservers.teams.making import card, card_answer, execute, with_card

DONE = card({"type": "TextBlock", "text": "done"})
QUANTITY = {"type": "Input.Number", "id": "quantity", "label": "Quantity", "value": 3}


def refreshing(*ids, data=None):
    action = {"type": "Action.Execute", "verb": "refresh", "data": data or {"order": "K7"}}
    return {"refresh": {"userIds": list(ids), "action": action}}


async def test_a_click_travels_as_an_invoke_and_changes_the_clickers_card(teams, bot):
    go = execute("save", id="s1", data={"order": "K7", "revision": 2})
    own_id = await teams.send(with_card(card(QUANTITY, actions=[go])))
    bot.replies(lambda: card_answer(DONE))
    body = {"message": own_id, "verb": "save", "inputs": {"quantity": 10}}
    status, answer = await teams.act("click", body)
    assert (status, answer["status"], answer["outcome"]) == (200, 200, "card")
    heard = bot.heard[0]
    assert (heard["type"], heard["name"]) == ("invoke", "adaptiveCard/action")
    assert heard["replyToId"] == own_id
    assert heard["value"] == {
        "action": {
            "type": "Action.Execute",
            "id": "s1",
            "verb": "save",
            "data": {"order": "K7", "revision": 2, "quantity": "10"},
        },
        "trigger": "manual",
    }
    assert (await teams.sees(own_id))["text"] == "done"


async def test_a_view_belongs_to_the_clicker_alone(teams, bot):
    channel = "19:4f6f1d0c9be14f0f8d0a6c1e7b2a3d55@thread.tacv2"
    path = f"/conversations/{channel}/activities"
    _, sent = await teams.wire("POST", path, with_card(card(actions=[execute("go")])))
    bot.replies(lambda: card_answer(DONE))
    await teams.act("click", {"message": sent["id"], "index": 0}, "omid")
    assert (await teams.sees(sent["id"], "omid"))["text"] == "done"
    assert (await teams.sees(sent["id"], "mina"))["text"] == "[Go]"
    _, gone = await teams.act("click", {"message": sent["id"], "index": 0}, "omid")
    assert gone["error"].startswith("there is no such button")


async def test_a_message_answer_leaves_the_card(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["outcome"], answer["text"]) == ("message", "ok")
    assert (await teams.sees(own_id))["text"] == "[Go]"


@pytest.mark.parametrize(
    ("status", "kind", "value", "outcome"),
    [
        (400, "application/vnd.microsoft.error", {"code": "x", "message": "no"}, "error"),
        (500, "application/vnd.microsoft.error", {"code": "x", "message": "no"}, "error"),
        (
            412,
            "application/vnd.microsoft.error.preconditionFailed",
            {"code": "x", "message": "no"},
            "error",
        ),
        (401, "application/vnd.microsoft.activity.loginRequest", {"text": "sign in"}, "login"),
    ],
)
async def test_other_answers_are_understood(teams, bot, status, kind, value, outcome):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    body = {"statusCode": status, "type": kind, "value": value}
    bot.replies(lambda: web.json_response(body))
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["outcome"], answer["attempts"], answer["body"]) == (outcome, 1, body)


CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
BAD = {
    "empty": web.Response,
    "text": lambda: web.Response(text="ok"),
    "list": lambda: web.json_response([]),
    "typo in the type": lambda: web.json_response(
        {"statusCode": 200, "type": "application/vnd.microsoft.adaptive.card", "value": DONE}
    ),
    "status as text": lambda: web.json_response({"statusCode": "200", "type": CARD, "value": DONE}),
    "no card": lambda: web.json_response({"statusCode": 200, "type": CARD, "value": {}}),
    "no object": lambda: web.json_response({"statusCode": 200, "type": CARD, "value": "x"}),
    "empty message": lambda: web.json_response({"statusCode": 200, "type": MESSAGE, "value": ""}),
    "no code": lambda: web.json_response(
        {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": {"message": "m"}}
    ),
    "created": lambda: web.json_response(
        {"statusCode": 200, "type": CARD, "value": DONE}, status=201
    ),
    "not implemented": lambda: web.Response(status=501),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
async def test_an_unusable_answer_goes_wrong_and_is_asked_for_again(teams, bot, bad):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(bad)
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["outcome"], answer["attempts"]) == ("unreachable", 2)
    assert answer["text"].startswith("Something went wrong")
    assert bot.heard[0] == bot.heard[1]


async def test_a_late_answer_is_asked_for_again_with_the_same_id(teams, bot):
    await teams.fake("settings", {"answer_seconds": 0.05})
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(lambda: asyncio.sleep(1, web.Response()), lambda: card_answer(DONE))
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["outcome"], answer["attempts"]) == ("card", 2)
    assert bot.heard[0]["id"] == bot.heard[1]["id"]


async def test_a_bot_that_is_down_is_unreachable(teams):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    await teams.fake("bot-url", {"url": "http://127.0.0.1:9/"})
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["status"], answer["text"]) == (0, "Unable to reach app. Please try again.")


async def test_a_refused_invoke_is_not_repeated(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(lambda: web.Response(status=401))
    _, answer = await teams.act("click", {"message": own_id, "verb": "go"})
    assert (answer["outcome"], answer["attempts"]) == ("unreachable", 1)


async def test_nobody_presses_what_is_not_there(teams, bot):
    own_id = await teams.send(with_card(card(QUANTITY, actions=[execute("go")])))
    for body, status in (
        ({"message": own_id, "verb": "approve"}, 422),
        ({"message": own_id, "index": 1}, 422),
        ({"message": own_id, "index": -1}, 422),
        ({"message": own_id, "verb": "go", "inputs": {"price": 1}}, 422),
        ({"message": own_id, "verb": "go", "inputs": {"quantity": "ten"}}, 422),
        ({"message": "1", "verb": "go"}, 409),
    ):
        assert (await teams.act("click", body))[0] == status, body
    assert (await teams.act("click", {"message": own_id, "verb": "go"}, "omid"))[0] == 409
    assert bot.heard == []


async def test_a_forged_invoke_is_delivered_as_it_is(teams, bot):
    own_id = await teams.send(with_card(card()))
    value = {"action": {"type": "Action.Execute", "verb": "approve", "data": []}, "trigger": "x"}
    await teams.act("invoke", {"message": own_id, "value": value}, "lina")
    assert bot.heard[0]["value"] == value
    assert (await teams.act("invoke", {"message": "1"}))[0] == 409


async def test_an_invoke_can_be_delivered_again(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    _, first = await teams.act("click", {"message": own_id, "verb": "go"})
    await teams.act("redeliver", {"activity": first["activity"]})
    await teams.act("redeliver", {"activity": first["activity"], "as": "new"})
    assert bot.heard[0] == bot.heard[1]
    assert bot.heard[2]["id"] != bot.heard[0]["id"]
    assert bot.heard[2]["id"].startswith("f:")


async def test_a_click_may_name_the_wrong_message(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    await teams.fake("settings", {"wrong_reply_to": True})
    await teams.act("click", {"message": own_id, "verb": "go"})
    assert bot.heard[0]["replyToId"] != own_id


async def test_a_card_refreshes_for_its_viewers_when_it_is_a_minute_old(teams, bot):
    sara = await teams.person()
    own_id = await teams.send(with_card(card(**refreshing(sara["mri"]))))
    bot.replies(lambda: card_answer({**DONE, **refreshing(sara["mri"])}))
    _, young = await teams.act("open", {"message": own_id})
    assert young == {"refreshed": False, "why_not": "the last card is younger than a minute"}
    await teams.fake("clock", {"advance": 61})
    _, old = await teams.act("open", {"message": own_id})
    assert (old["refreshed"], old["outcome"]) == (True, "card")
    assert bot.heard[0]["value"]["trigger"] == "automatic"
    assert bot.heard[0]["value"]["action"]["data"] == {"order": "K7"}
    assert (await teams.act("open", {"message": own_id}))[1]["refreshed"] is False


async def test_a_card_refreshes_for_nobody_else(teams, bot):
    omid = await teams.person("omid")
    for more in (refreshing(omid["mri"]), refreshing(), {}):
        own_id = await teams.send(with_card(card(**more)))
        await teams.fake("clock", {"advance": 61})
        assert not (await teams.act("open", {"message": own_id}))[1]["refreshed"]
    assert bot.heard == []


async def test_only_the_first_sixty_viewers_count(teams):
    sara = await teams.person()
    ids = [f"29:{n}" for n in range(60)]
    own_id = await teams.send(with_card(card(**refreshing(*ids, sara["mri"]))))
    await teams.fake("clock", {"advance": 61})
    assert not (await teams.act("open", {"message": own_id}))[1]["refreshed"]


async def test_refresh_by_hand_is_manual_and_ungated(teams, bot):
    own_id = await teams.send(with_card(card(**refreshing())))
    _, answer = await teams.act("open", {"message": own_id, "why": "asked"})
    assert answer["refreshed"]
    assert bot.heard[0]["value"]["trigger"] == "manual"
    assert (await teams.act("open", {"message": own_id, "why": "bored"}))[0] == 400


async def test_the_refresh_after_an_edit_carries_the_old_cards_data(teams, bot):
    mri = (await teams.person())["mri"]
    own_id = await teams.send(with_card(card(**refreshing(mri, data={"revision": 1}))))
    path = f"/conversations/{await teams.chat()}/activities/{own_id}"
    await teams.wire("PUT", path, with_card(card(**refreshing(mri, data={"revision": 2}))))
    for _ in range(2):
        await teams.act("open", {"message": own_id, "why": "edited"})
    sent = [one["value"]["action"]["data"]["revision"] for one in bot.heard]
    assert sent == [1, 2]


async def test_a_reaction_reverts_personal_views_and_is_told(teams, bot):
    own_id = await teams.send(with_card(card(actions=[execute("go")])))
    bot.replies(lambda: card_answer(DONE))
    await teams.act("click", {"message": own_id, "verb": "go"})
    await teams.act("react", {"message": own_id, "kind": "heart"})
    assert (await teams.sees(own_id))["text"] == "[Go]"
    assert bot.heard[1]["type"] == "messageReaction"
    assert bot.heard[1]["reactionsAdded"] == [{"type": "heart"}]
