"""Verdicts are kept, bounded, and never in the way of an order's end."""

from dataclasses import replace
from datetime import UTC, datetime

from orders.approval import Refusal, Verb
from orders.case import Status
from orders.fixes import Fix, FixKind
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND, start_of
from workflows import messages as m
from workflows.clicks import AUDITED, take, verb_of
from workflows.state import MOST_OUTCOMES, OrderState

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
START = start_of()
FIX = Fix(FixKind.CELL, "Sheet1!D14", "10")


def state_at(status, **more):
    return OrderState(file=START.file, status=status, approvers=("approver-1",), **more)


def click(state, kind, actor=REQUESTER, key="", **more):
    key = key or f"{kind.__name__}:{state.revision}:{actor.object_id}"
    message = kind(decision_id=key, actor=actor, revision=state.revision, **more)
    return take(START, state, message, NOW)


def test_an_accepted_click_is_final_and_a_refused_one_is_judged_again():
    state = state_at(Status.AWAITING_REVIEW)
    assert click(state, m.Decide, APPROVER, "one", approve=True).refusal is Refusal.NOT_NOW
    state.move(Status.AWAITING_APPROVAL, NOW)
    first = click(state, m.Decide, APPROVER, "one", approve=True)
    assert first.accepted
    assert click(state, m.Decide, APPROVER, "one", approve=True) is first


def test_what_may_be_asked_again_counts_again_once_it_can():
    """The naive version told the second "try again" that it was accepted, and did nothing."""
    state = state_at(Status.NEEDS_HELP)
    first = click(state, m.Resume)
    state.move(Status.CHECKING, NOW)
    assert click(state, m.Resume) is first
    state.move(Status.NEEDS_HELP, NOW)
    state.resumed = False
    again = click(state, m.Resume)
    assert again.accepted
    assert again is not first
    assert state.resumed


def test_a_manager_may_hand_a_decision_on_twice():
    state = state_at(Status.AWAITING_APPROVAL)
    for to in ("approver-2", "approver-3"):
        assert click(state, m.Reassign, MANAGER, to=to).accepted
    assert state.approvers == ("approver-1", "approver-2", "approver-3")


def test_refused_verdicts_make_room_oldest_first():
    state = state_at(Status.AWAITING_APPROVAL)
    click(state, m.Reassign, APPROVER, "given", to="approver-2")
    for number in range(MOST_OUTCOMES + 50):
        assert click(state, m.Resume, key=f"noise-{number}").refusal is Refusal.NOT_NOW
    assert len(state.outcomes) == MOST_OUTCOMES
    assert state.outcomes["given"].accepted
    assert "noise-0" not in state.outcomes
    assert f"noise-{MOST_OUTCOMES + 49}" in state.outcomes


def test_f38_beyond_the_cap_people_learn_it_and_the_order_still_ends():
    """The naive cap refused everything, approvals too, and told nobody."""
    state = state_at(Status.AWAITING_CORRECTIONS)
    for _ in range(MOST_OUTCOMES):
        assert click(state, m.Correct, fixes=(FIX,)).accepted
    assert len(state.answers) == MOST_OUTCOMES
    assert click(state, m.Correct, fixes=(FIX,)).refusal is Refusal.TOO_MANY
    assert click(state, m.Correct, fixes=(FIX,)).refusal is Refusal.TOO_MANY
    assert Refusal.TOO_MANY in {one.refusal for one in state.outcomes.values()}
    state.move(Status.AWAITING_REVIEW, NOW)
    assert click(state, m.Submit).accepted
    state.move(Status.AWAITING_APPROVAL, NOW)
    assert click(state, m.Decide, APPROVER, approve=True).accepted
    assert click(state, m.Cancel).accepted
    assert sum(one.accepted for one in state.outcomes.values()) == MOST_OUTCOMES + 3


def test_answers_carry_who_when_and_their_revision():
    state = state_at(Status.AWAITING_CORRECTIONS)
    click(state, m.Correct, fixes=(FIX,), choices={"customer": "77"})
    click(state, m.Correct, fixes=(FIX,))
    assert [one.revision for one in state.answers] == [2, 3]
    first = state.answers[0]
    assert (first.by, first.at, first.order_id) == ("requester-1", NOW.isoformat(), START.order_id)
    assert (first.fixes, first.choices) == ((FIX,), {"customer": "77"})


def test_another_file_drops_what_was_answered_about_the_old_one():
    state = state_at(Status.AWAITING_CORRECTIONS)
    click(state, m.Correct, fixes=(FIX,))
    new = m.FileLink(name="better.xlsx", url="https://files.example/2")
    assert click(state, m.ReplaceFile, file=new).accepted
    assert (state.file, state.replaced, state.answers) == (new, True, [])
    assert state.revision == 3


def test_the_requester_hears_of_a_no_and_of_somebody_elses_cancel():
    """A card that only changes in place announces nothing, and hours may have passed."""
    refused, approved, own, other = (state_at(Status.AWAITING_APPROVAL) for _ in range(4))
    click(refused, m.Decide, APPROVER, approve=False, comment="too dear")
    click(approved, m.Decide, APPROVER, approve=True)
    click(own, m.Cancel)
    click(other, m.Cancel, MANAGER)
    told = [state.fresh for state in (refused, approved, own, other)]
    assert told == [("requester-1",), (), (), ("requester-1",)]


def test_a_decision_given_to_somebody_who_has_it_changes_nothing():
    state = state_at(Status.AWAITING_APPROVAL)
    click(state, m.Reassign, APPROVER, to="approver-1")
    click(state, m.Reassign, APPROVER, key="nobody", to="")
    assert (state.approvers, state.fresh) == (("approver-1",), ())


def test_of_two_decisions_the_first_stands_and_the_second_learns_of_it():
    state = state_at(Status.AWAITING_APPROVAL)
    state.approvers = ("approver-1", "approver-2")
    assert click(state, m.Decide, SECOND, comment="too dear").accepted
    late = click(state, m.Decide, APPROVER, approve=True)
    assert (late.refusal, late.by) == (Refusal.DECIDED, "Mina")
    assert state.status is Status.REJECTED


def test_every_verb_has_a_name_in_the_audit():
    assert set(AUDITED) == set(Verb)
    assert verb_of(m.Decide(decision_id="", actor=APPROVER)) is Verb.REJECT
    assert verb_of(m.Decide(decision_id="", actor=APPROVER, approve=True)) is Verb.APPROVE


def test_a_stranger_is_refused_whatever_is_clicked():
    stranger = replace(REQUESTER, tenant_id="tenant-2")
    for status in Status:
        for kind in (m.Correct, m.Submit, m.Cancel, m.Resume):
            assert click(state_at(status), kind, stranger).refusal is Refusal.UNKNOWN_PERSON
