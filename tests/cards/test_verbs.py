from dataclasses import replace

import pytest

from cards.draw import draw, draw_confirm_cancel
from cards.scene import Part
from cards.verbs import BUTTONS, Press, execute, open_url, row
from orders.approval import Actor, Click, Refusal, Standing, Verb, judge
from orders.case import Status
from orders.roles import Role
from tests.cards.lint import find, verbs
from tests.cards.paper import LENA, READERS, SARA
from tests.cards.scenes import scene

ROLES = {
    Part.REQUESTER: {Role.REQUESTER},
    Part.APPROVER: {Role.APPROVER},
    Part.MANAGER: {Role.MANAGER},
    Part.AUDITOR: {Role.AUDITOR},
    Part.BYSTANDER: {Role.REQUESTER},
}


def test_every_press_has_one_button():
    assert set(BUTTONS) == set(Press)


def test_every_verb_of_the_order_but_the_dropped_file_has_a_button():
    assert {verb.value for verb in Verb} - {press.value for press in Press} == {"replace_file"}


@pytest.mark.parametrize("press", Press)
def test_b018_a_button_carries_the_order_code_and_the_revision_only(press):
    action = execute(press, "K7Q4MP", 3, "en").model_dump(by_alias=True, exclude_none=True)
    assert action["data"] == {"order": "K7Q4MP", "revision": 3}
    assert action["fallback"]["data"] == {"verb": press.value, "order": "K7Q4MP", "revision": 3}
    assert action["verb"] == press.value


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("part", Part)
def test_no_button_is_drawn_that_the_order_would_refuse(status, part):
    whole = scene(status, part)
    view = whole.view
    standing = Standing(
        status, view.revision, "t", SARA, SARA, view.approvers, view.escalated_to, undo_open=True
    )
    actor = Actor(READERS[part], "t", roles=frozenset(ROLES[part]))
    for verb in verbs(draw(whole).content):
        asked = {"ask_cancel": "cancel"}.get(verb, verb)
        click = Click("d", Verb(asked), actor, view.revision, comment="why")
        assert judge(standing, click).refusal is Refusal.NONE, verb


@pytest.mark.parametrize("part", Part)
def test_only_those_in_charge_may_cancel(part):
    shown = verbs(draw_confirm_cancel(scene(Status.AWAITING_REVIEW, part)).content)
    assert ("cancel" in shown) is (part in (Part.REQUESTER, Part.MANAGER))
    assert "refresh" in shown


def test_no_cancel_where_the_order_cannot_be_cancelled():
    whole = scene(Status.AWAITING_REVIEW)
    shut = replace(whole, view=replace(whole.view, can_cancel=False))
    assert "ask_cancel" not in verbs(draw(shut).content)


def test_a_raised_manager_counts_as_decider():
    whole = scene(Status.AWAITING_APPROVAL, Part.MANAGER)
    assert not whole.decides
    assert replace(whole, view=replace(whole.view, escalated_to=(LENA,))).decides


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://books.example/1", "", "file:///x"])
def test_only_safe_addresses_become_links(url):
    assert open_url("verb.open_draft", url, "en") == []
    assert open_url("verb.open_draft", "https://books.example/1", "en")
    assert open_url("verb.open_draft", "http://127.0.0.1:9000/1", "en")


def test_a_draft_without_an_address_has_no_link():
    whole = scene(Status.COMPLETED)
    bare = replace(whole, view=replace(whole.view, draft=None))
    assert find(draw(bare).content, "Action.OpenUrl") == []
    assert row([]) == []


@pytest.mark.parametrize("part", Part)
def test_undo_is_offered_to_the_requester_once_something_was_answered(part):
    for status in (Status.BLOCKED, Status.AWAITING_CORRECTIONS, Status.AWAITING_SELECTION):
        whole = scene(status, part)
        answered = replace(whole, view=replace(whole.view, answers=1))
        assert "undo" not in verbs(draw(whole).content)
        assert ("undo" in verbs(draw(answered).content)) == (part is Part.REQUESTER)
