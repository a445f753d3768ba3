"""What the client makes of a card: buttons, inputs, values, text."""

import pytest

from infra.devservers.teams.cards import (
    CannotClick,
    buttons_of,
    filled_data,
    find_button,
    shown_card,
)
from infra.devservers.teams.plaintext import card_text
from tests.infra.devservers.teams.making import card, execute


def verbs(content):
    return [button.action["verb"] for button in buttons_of(content)]


def fill(inputs, typed, **more):
    return filled_data(find_button(card(*inputs, actions=[execute("go", **more)]), {}), typed)


def test_buttons_are_found_wherever_they_lie():
    inner = {"type": "ActionSet", "actions": [execute("b"), {"type": "Action.Submit"}]}
    deep = {
        "type": "ColumnSet",
        "columns": [{"type": "Column", "items": [inner], "selectAction": execute("a")}],
    }
    table = {"type": "Table", "rows": [{"cells": [{"items": [{**inner}]}]}]}
    sub = {"type": "Action.ShowCard", "card": card(actions=[execute("d")])}
    text = {"type": "Input.Text", "id": "t", "inlineAction": execute("c")}
    content = card(deep, text, table, actions=[sub, execute("e")], selectAction=execute("f"))
    assert verbs(content) == ["a", "b", "c", "b", "d", "e", "f"]


def test_fallbacks_and_dead_buttons_are_not_pressed():
    dead = execute("dead", isEnabled=False)
    assert verbs(card(actions=[execute("a", fallback=execute("b")), dead])) == ["a"]


def test_the_seventh_primary_button_is_not_shown():
    many = [execute(str(n)) for n in range(8)]
    assert verbs(card(actions=many)) == ["0", "1", "2", "3", "4", "5"]
    many[7]["mode"] = "secondary"
    assert verbs(card(actions=many))[-1] == "7"


def test_a_card_that_is_too_new_shows_its_fallback():
    new = card(actions=[execute("a")], version="1.6", fallbackText="old words")
    assert card_text(shown_card(new)) == "old words"
    assert verbs(new) == []


def test_a_card_that_is_too_old_cannot_be_executed():
    assert verbs(card(actions=[execute("a")], version="1.3")) == []
    assert verbs({"type": "AdaptiveCard", "actions": [execute("a")]}) == []


def test_a_button_is_told_apart_by_its_data():
    one = execute("choose", "One", data={"customer": 1})
    two = execute("choose", "Two", data={"customer": 2})
    content = card(actions=[one, two])
    assert find_button(content, {"verb": "choose", "title": "Two"}).action is two
    wanted = {"verb": "choose", "data": {"customer": 2, "comment": "x"}}
    assert find_button(content, wanted).action is two
    assert find_button(content, {"index": 1}).action is two


def test_untouched_inputs_travel_with_their_values_and_empty_ones_do_not():
    inputs = [
        {"type": "Input.Text", "id": "name", "value": "x"},
        {"type": "Input.Text", "id": "empty"},
        {"type": "Input.Number", "id": "count", "value": 3},
        {"type": "Input.Toggle", "id": "agree"},
        {"type": "Input.ChoiceSet", "id": "pick", "choices": [{"title": "A", "value": "a"}]},
        {"type": "Input.Text"},
    ]
    assert fill(inputs, {"pick": "a"}) == {
        "name": "x",
        "count": "3",
        "agree": "false",
        "pick": "a",
    }


def test_inputs_win_over_data_of_the_same_name():
    text = {"type": "Input.Text", "id": "order", "value": "typed"}
    assert fill([text], {}, data={"order": "K7", "revision": 1}) == {
        "order": "typed",
        "revision": 1,
    }


def test_a_button_may_leave_inputs_alone():
    text = {"type": "Input.Text", "id": "t", "isRequired": True}
    assert fill([text], {}, associatedInputs="none", data={"a": 1}) == {"a": 1}


def test_a_subcards_inputs_stay_with_its_buttons():
    outer, inner = {"type": "Input.Text", "id": "out"}, {"type": "Input.Text", "id": "in"}
    sub = {"type": "Action.ShowCard", "card": card(inner, actions=[execute("inside")])}
    content = card(outer, actions=[sub, execute("outside")])
    typed = {"out": "1", "in": "2"}
    assert filled_data(find_button(content, {"verb": "inside"}), typed) == typed
    with pytest.raises(CannotClick, match="no inputs"):
        filled_data(find_button(content, {"verb": "outside"}), typed)


@pytest.mark.parametrize(
    ("element", "typed"),
    [
        ({"type": "Input.Text", "isRequired": True}, ""),
        ({"type": "Input.Text", "regex": "^[0-9]+$"}, "ten"),
        ({"type": "Input.Text", "maxLength": 2}, "abc"),
        ({"type": "Input.Number"}, "ten"),
        ({"type": "Input.Number", "min": 1}, 0),
        ({"type": "Input.Number", "max": 1}, 2),
        ({"type": "Input.ChoiceSet", "choices": [{"value": "a"}]}, "b"),
        ({"type": "Input.Toggle", "isRequired": True}, False),
    ],
)
def test_the_client_does_not_send_what_is_not_valid(element, typed):
    with pytest.raises(CannotClick, match="x: "):
        fill([{**element, "id": "x"}], {"x": typed})


@pytest.mark.parametrize(
    ("element", "typed", "sent"),
    [
        ({"type": "Input.Toggle", "isRequired": True}, True, "true"),
        ({"type": "Input.Toggle", "valueOn": "yes"}, "yes", "yes"),
        (
            {
                "type": "Input.ChoiceSet",
                "choices": [{"value": "a"}, {"value": "b"}],
                "isMultiSelect": True,
            },
            ["a", "b"],
            "a,b",
        ),
        ({"type": "Input.ChoiceSet", "style": "filtered"}, "anything", "anything"),
        ({"type": "Input.Text", "regex": "^[0-9]+$"}, "10", "10"),
        ({"type": "Input.Date"}, "2026-11-21", "2026-11-21"),
    ],
)
def test_valid_values_travel_as_text(element, typed, sent):
    assert fill([{**element, "id": "x"}], {"x": typed}) == {"x": sent}


def test_a_card_reads_as_text():
    content = card(
        {"type": "TextBlock", "text": "PO-7781", "size": "large"},
        {"type": "TextBlock", "text": "bad cell", "color": "attention"},
        {"type": "TextBlock", "text": "hidden", "isVisible": False},
        {"type": "RichTextBlock", "inlines": ["a", {"type": "TextRun", "text": "b"}]},
        {"type": "FactSet", "facts": [{"title": "Total", "value": "12 €"}]},
        {
            "type": "ColumnSet",
            "columns": [
                {"items": [{"type": "TextBlock", "text": "SKU"}]},
                {"items": [{"type": "TextBlock", "text": "10"}]},
            ],
        },
        {
            "type": "ColumnSet",
            "columns": [
                {
                    "items": [
                        {"type": "TextBlock", "text": "one"},
                        {"type": "TextBlock", "text": "two"},
                    ]
                },
                {"items": []},
            ],
        },
        {
            "type": "Table",
            "rows": [
                {
                    "cells": [
                        {"items": [{"type": "TextBlock", "text": "c1"}]},
                        {"items": [{"type": "TextBlock", "text": "c2"}]},
                    ]
                }
            ],
        },
        {"type": "Container", "items": [{"type": "Image", "altText": "logo"}]},
        {"type": "ImageSet", "images": [{"altText": "x"}, {}]},
        {"type": "Input.Number", "id": "q", "label": "Quantity", "isRequired": True, "value": 10},
        {"type": "Input.ChoiceSet", "id": "c", "choices": [{"title": "A", "value": "1"}]},
        {"type": "ActionSet", "actions": [execute("s", "Save")]},
        {"type": "Media"},
        "no element",
        actions=[
            {
                "type": "Action.ShowCard",
                "title": "More",
                "card": card({"type": "TextBlock", "text": "inside"}),
            },
            execute("go", "تأیید"),
        ],
    )
    assert card_text(content).splitlines() == [
        "# PO-7781",
        "! bad cell",
        "ab",
        "Total: 12 €",
        "SKU | 10",
        "one",
        "two",
        "c1 | c2",
        "[image: logo]",
        "[image: x]",
        "[image: ]",
        "Quantity* [q] = 10",
        " [c] =  (1: A)",
        "[Save]",
        "[Media]",
        "[More] [تأیید]",
        "  inside",
    ]


def test_an_empty_card_is_an_empty_text():
    assert card_text({"body": None, "actions": "x"}) == ""
