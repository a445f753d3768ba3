"""B019: clicks that none of the desk's cards could have sent."""

import pytest

from bot.turn import TextAnswer

HOSTILE = {
    "extra key": {"order": "K7Q4MP", "revision": 1, "amount": "1.00"},
    "nesting": {"order": "K7Q4MP", "revision": 1, "comment": {"deep": [1]}},
    "list": {"order": "K7Q4MP", "revision": 1, "comment": ["a"]},
    "100 KB": {"order": "K7Q4MP", "revision": 1, "comment": "x" * 100_000},
    "100 KB in many inputs": {f"fix/{n:08x}": "x" * 100 for n in range(900)},
    "too many inputs": {f"fix/{n:08x}": "1" for n in range(1_500)},
    "revision is no number": {"order": "K7Q4MP", "revision": "newest"},
    "revision below zero": {"order": "K7Q4MP", "revision": -1},
    "order is no text": {"order": {"id": 1}, "revision": 1},
    "order is long": {"order": "K" * 100, "revision": 1},
    "input id with a path": {"fix/../../x": "1"},
    "huge number": {"fix/0a1b2c3d": 10**300},
}


async def refused(bot, activity):
    status, body = await bot.post(activity)
    assert status == 200
    assert (body["statusCode"], body["type"]) == (400, "application/vnd.microsoft.error")
    assert body["value"]["code"] == "BadRequest"
    assert body["value"]["message"]
    assert bot.turns == []
    assert bot.audit.reasons == ["bad_action"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_b019_data_outside_the_schema_gets_a_400_type_answer(bot, name):
    """Stock: a value of the wrong type in adaptiveCard/action answered 500."""
    await refused(bot, bot.click(data=HOSTILE[name]))


@pytest.mark.parametrize("verb", [None, "", 7, "APPROVE ALL", "x" * 100, ["approve"], "a-b"])
async def test_b019_a_verb_that_cannot_be_ours_gets_a_400_type_answer(bot, verb):
    await refused(bot, bot.click(verb=verb))


@pytest.mark.parametrize("value", [None, [], "approve", 7, {"action": None}, {"trigger": "x"}])
async def test_b019_a_value_of_another_shape_gets_a_400_type_answer(bot, value):
    await refused(bot, bot.click(value=value))


@pytest.mark.parametrize(
    "change", [{"type": "Action.Http"}, {"type": None}, {"data": "text"}, {"data": [1]}]
)
async def test_b019_an_action_of_another_type_gets_a_400_type_answer(bot, change):
    action = {"type": "Action.Execute", "verb": "approve", "data": {}, **change}
    await refused(bot, bot.click(value={"action": action, "trigger": "manual"}))


async def test_b019_the_refusal_speaks_the_persons_language(bot):
    _, body = await bot.post(bot.click(value=7, locale="fa-IR"))
    assert any("آ" <= one <= "ی" for one in body["value"]["message"])


async def test_a_fallback_submit_outside_the_schema_is_taken_and_ignored(bot):
    status, body = await bot.post(bot.activity(text=None, value={"verb": "approve", "x": {}}))
    assert (status, body, bot.turns) == (200, None, [])
    assert bot.audit.reasons == ["bad_action"]


async def test_inputs_arrive_by_their_ids(bot):
    bot.answer = TextAnswer("ok")
    data = {
        "order": "k7q4mp",
        "revision": 3,
        "fix/0a1b2c3d": "10",
        "fix/0a1b2c3e": 12,
        "fix/0a1b2c3f": 12.5,
        "pick/customer": "460000000012",
        "pick/L003": "-",
        "comment": "",
        "to": True,
        "fix/0a1b2c40": None,
    }
    await bot.post(bot.click(verb="correct", data=data, trigger="automatic"))
    action = bot.turns[0].action
    assert (action.order, action.revision, action.automatic) == ("K7Q4MP", 3, True)
    assert dict(action.inputs) == {
        "fix/0a1b2c3d": "10",
        "fix/0a1b2c3e": 12,
        "fix/0a1b2c3f": "12.5",
        "pick/customer": "460000000012",
        "pick/L003": "-",
        "comment": "",
        "to": "true",
    }
