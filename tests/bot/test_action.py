"""Clicks at their bounds; hostile ones over HTTP are in tests/scenarios/door."""

import pytest

from bot.action import MAX_INPUTS, MAX_TEXT, NotAnAction, read_action, read_submit
from cards.draw import draw
from orders.case import Status
from tests.cards.lint import find
from tests.cards.scenes import scene


def invoke(data, verb="correct"):
    return {"action": {"type": "Action.Execute", "verb": verb, "data": data}, "trigger": "manual"}


def test_a_click_without_data_is_a_click():
    action = read_action({"action": {"verb": "refresh"}, "trigger": "automatic"})
    assert (action.verb, action.order, action.revision, action.automatic) == (
        "refresh",
        "",
        0,
        True,
    )
    assert action.in_place


def test_the_longest_text_still_counts():
    assert read_action(invoke({"comment": "x" * MAX_TEXT})).inputs["comment"]
    with pytest.raises(NotAnAction, match="no input sends"):
        read_action(invoke({"comment": "x" * (MAX_TEXT + 1)}))


def test_the_most_inputs_still_count():
    full = {f"pick/L{number:04}": "1" for number in range(MAX_INPUTS)}
    assert len(read_action(invoke(full)).inputs) == MAX_INPUTS
    with pytest.raises(NotAnAction, match="too many"):
        read_action(invoke({**full, "to": "x"}))


def test_all_inputs_together_are_bounded():
    with pytest.raises(NotAnAction, match="too long"):
        read_action(invoke({f"fix/{number:08x}": "x" * 1_000 for number in range(60)}))


@pytest.mark.parametrize("key", ["comment", "to", "fix/0a1b2c3d", "pick/customer", "pick/L003"])
def test_b019_known_input_ids_are_taken(key):
    assert read_action(invoke({key: "x"})).inputs == {key: "x"}


@pytest.mark.parametrize("status", Status)
def test_b019_whatever_a_card_asks_comes_in(status):
    """A form whose answers the door refuses is a dead end, however well the rest judges them."""
    content = draw(scene(status)).content
    kinds = ("Text", "Date", "Number", "ChoiceSet", "Toggle")
    asked = {one["id"]: "1" for kind in kinds for one in find(content, f"Input.{kind}")}
    assert read_action(invoke(asked)).inputs == asked


@pytest.mark.parametrize("revision", ["1", True, 1.5, None, [1]])
def test_b019_a_revision_is_a_whole_number(revision):
    with pytest.raises(NotAnAction):
        read_action(invoke({"order": "K7Q4MP", "revision": revision}, "approve"))


@pytest.mark.parametrize("key", ["fix/", "pick", "Comment", "fix/a b", "fix/a\n", "x" * 200, ""])
def test_b019_other_input_ids_are_refused(key):
    with pytest.raises(NotAnAction, match="not one of ours"):
        read_action(invoke({key: "x"}))


def test_a_submit_holds_verb_and_data_side_by_side():
    action = read_submit({"verb": "reject", "order": "K7Q4MP", "revision": 2, "msteams": {"x": 1}})
    assert (action.verb, action.order, action.revision) == ("reject", "K7Q4MP", 2)
    assert (action.inputs, action.in_place) == ({}, False)


@pytest.mark.parametrize("value", [None, [], {"verb": 7}, {"verb": "a", "x": 1}])
def test_a_submit_of_another_shape_is_refused(value):
    with pytest.raises(NotAnAction):
        read_submit(value)


def test_the_refusal_shows_nothing_of_the_input():
    with pytest.raises(NotAnAction) as caught:
        read_action(invoke({"revision": "s3cret"}))
    assert "s3cret" not in str(caught.value)
