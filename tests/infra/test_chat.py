"""What a person sees in the stand-in: cards, buttons, inputs; and what they do there."""

import httpx

from infra.chat import CardSeen, Chat, walk
from infra.children import Children
from infra.ports import free_ports
from infra.stack import Stack

CONTENT = {
    "type": "AdaptiveCard",
    "refresh": {"action": {"type": "Action.Execute", "verb": "view", "data": {"order": "OD-9"}}},
    "body": [
        {"type": "TextBlock", "text": "Order"},
        {"type": "Container", "items": [{"type": "Input.Text", "id": "comment"}]},
    ],
    "actions": [
        {"type": "Action.Execute", "verb": "approve", "data": {"order": "OD-1", "revision": 2}},
        {"type": "Action.Execute", "verb": "refresh"},
        {"type": "Action.OpenUrl", "url": "https://example.org"},
    ],
    "fallback": {"type": "Input.Text", "id": "hidden"},
}


def card(content):
    return CardSeen("m-1", "Order", content)


def test_a_card_shows_its_buttons_inputs_and_order():
    seen = card(CONTENT)
    assert seen.verbs == {"approve": {"order": "OD-1", "revision": 2}}
    assert list(seen.inputs) == ["comment"]
    assert seen.order == "OD-1"


def test_a_card_without_buttons_has_the_order_of_its_refresh():
    assert card({"refresh": CONTENT["refresh"]}).order == "OD-9"
    assert card({"type": "AdaptiveCard"}).order == ""


def test_walking_leaves_out_what_people_do_not_see():
    ids = {part.get("id") for part in walk(CONTENT)}
    assert "comment" in ids
    assert "hidden" not in ids
    assert list(walk("a text")) == []


async def test_a_person_writes_drops_and_looks_while_the_bot_is_away(tmp_path):
    stack = Stack(free_ports(), tmp_path / "home", Children(tmp_path / "logs"))
    await stack.start_teams()
    try:
        async with httpx.AsyncClient() as http:
            chat = Chat(stack.teams_url, http)
            assert isinstance(await chat.say("sara", "hello"), dict)
            assert isinstance(await chat.drop("sara", "a.csv", b"sku;quantity\n"), dict)
            gone = CardSeen("no-such-message", "", {})
            assert "error" in str(await chat.click("sara", gone, "approve", {"comment": "x"}))
            assert await chat.cards("sara") == []
            entries, last = await chat.log(0)
            assert entries
            assert (await chat.log(last, wait=0.1))[0] == []
    finally:
        await stack.children.stop()
