"""Who may do what, when: the pure judge, for every status and part."""

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.approval import Actor, Click, Ladder, Refusal, Standing, Verb, judge, without
from orders.case import TERMINAL, Status
from orders.errors import SettingsError
from orders.roles import Role

TENANT = "tenant"
SARA = Actor("sara", TENANT, "Sara", "sara", frozenset({Role.REQUESTER}))
OMID = Actor("omid", TENANT, "Omid", "omid", frozenset({Role.APPROVER}))
REZA = Actor("reza", TENANT, "Reza", "reza", frozenset({Role.MANAGER}))
LINA = Actor("lina", TENANT, "Lina", "lina", frozenset({Role.AUDITOR}))
EVERYBODY = (SARA, OMID, REZA, LINA)


def standing(status: Status = Status.AWAITING_APPROVAL, **changes: object) -> Standing:
    fields = {
        "status": status,
        "revision": 3,
        "tenant_id": TENANT,
        "requester": "sara",
        "requester_human": "sara",
        "approvers": ("omid",),
    }
    return Standing(**{**fields, **changes})


def click(verb: Verb, actor: Actor, revision: int = 3, comment: str = "because") -> Click:
    return Click("id", verb, actor, revision, comment)


def refusal(verb: Verb, actor: Actor, **where: object) -> Refusal:
    return judge(standing(**where), click(verb, actor)).refusal


@pytest.mark.parametrize(
    ("verb", "actor", "said"),
    [
        (Verb.APPROVE, OMID, Refusal.NONE),
        (Verb.REJECT, OMID, Refusal.NONE),
        (Verb.APPROVE, SARA, Refusal.OWN_ORDER),
        (Verb.APPROVE, REZA, Refusal.NOT_ALLOWED),
        (Verb.APPROVE, LINA, Refusal.NOT_ALLOWED),
        (Verb.REASSIGN, OMID, Refusal.NONE),
        (Verb.REASSIGN, REZA, Refusal.NONE),
        (Verb.REASSIGN, SARA, Refusal.NOT_ALLOWED),
        (Verb.CANCEL, SARA, Refusal.NONE),
        (Verb.CANCEL, REZA, Refusal.NONE),
        (Verb.CANCEL, OMID, Refusal.NOT_ALLOWED),
        (Verb.SUBMIT, SARA, Refusal.NOT_NOW),
    ],
)
def test_b020_roles_decide_while_an_approval_is_awaited(verb, actor, said):
    assert refusal(verb, actor) is said


def test_b020_an_approver_whose_role_was_taken_away_is_refused():
    """The naive version trusted the list made when the card was sent."""
    former = Actor("omid", TENANT, "Omid", "omid", frozenset({Role.REQUESTER}))
    assert refusal(Verb.APPROVE, former) is Refusal.NOT_ALLOWED


def test_b021_a_second_account_of_the_requester_is_the_requester():
    twin = Actor("omid", TENANT, "Sara", "sara", frozenset({Role.APPROVER}))
    assert refusal(Verb.APPROVE, twin) is Refusal.OWN_ORDER


def test_b022_without_an_object_id_nobody_is_anybody():
    nameless = Actor("", TENANT, "Omid", "", frozenset({Role.APPROVER}))
    assert refusal(Verb.APPROVE, nameless) is Refusal.UNKNOWN_PERSON
    foreign = Actor("omid", "elsewhere", "Omid", "omid", frozenset({Role.APPROVER}))
    assert refusal(Verb.APPROVE, foreign) is Refusal.UNKNOWN_PERSON


@pytest.mark.parametrize("status", sorted(TERMINAL))
def test_b025_nothing_counts_on_an_order_that_is_over(status):
    for verb in Verb:
        verdict = judge(standing(status, decided_by="Omid"), click(verb, SARA))
        assert verdict.refusal in (Refusal.CLOSED, Refusal.DECIDED)
        assert verdict.by == "Omid"


def test_b025_a_completed_order_can_be_cancelled_while_its_window_is_open():
    assert refusal(Verb.CANCEL, SARA, status=Status.COMPLETED, undo_open=True) is Refusal.NONE
    assert refusal(Verb.CANCEL, SARA, status=Status.UNDOING) is Refusal.DECIDED


def test_b026_an_older_revision_is_stale():
    assert judge(standing(), click(Verb.APPROVE, OMID, revision=2)).refusal is Refusal.STALE
    assert judge(standing(), click(Verb.CANCEL, SARA, revision=2)).accepted


def test_b026_an_older_revision_is_stale_also_where_its_step_is_past():
    """Naive: "not possible at this step", of a card that showed another step."""
    for status in (Status.CHECKING, Status.AWAITING_REVIEW):
        late = click(Verb.CHOOSE, SARA, revision=2), click(Verb.CORRECT, SARA, revision=2)
        assert {judge(standing(status), one).refusal for one in late} == {Refusal.STALE}
    assert refusal(Verb.CORRECT, SARA, status=Status.CHECKING) is Refusal.NOT_NOW


def test_a_rejection_needs_a_reason():
    verdict = judge(standing(), click(Verb.REJECT, OMID, comment="  "))
    assert verdict.refusal is Refusal.COMMENT_NEEDED


def test_a_manager_decides_only_what_was_escalated_to_them():
    assert refusal(Verb.APPROVE, REZA, escalated_to=("reza",)) is Refusal.NONE


@pytest.mark.parametrize(
    ("verb", "statuses"),
    [
        (Verb.CORRECT, {"awaiting_corrections", "awaiting_selection", "awaiting_review"}),
        (Verb.CHOOSE, {"awaiting_selection", "awaiting_review"}),
        (Verb.SUBMIT, {"awaiting_review"}),
        (Verb.RESUME, {"needs_help", "queued_for_zoho"}),
    ],
)
def test_every_verb_has_its_time(verb, statuses):
    accepted = {status.value for status in Status if refusal(verb, SARA, status=status) == ""}
    assert accepted == statuses


def test_only_the_requester_undoes_and_only_what_was_answered():
    waiting = {"status": Status.AWAITING_REVIEW, "answers": 1}
    assert refusal(Verb.UNDO, SARA, **waiting) is Refusal.NONE
    assert refusal(Verb.UNDO, REZA, **waiting) is Refusal.NOT_ALLOWED
    assert refusal(Verb.UNDO, SARA, **waiting | {"answers": 0}) is Refusal.NOTHING_TO_UNDO
    assert refusal(Verb.UNDO, SARA, status=Status.BLOCKED, answers=1) is Refusal.NONE
    assert refusal(Verb.UNDO, SARA, status=Status.AWAITING_APPROVAL, answers=1) is Refusal.NOT_NOW


@given(st.permutations([(v, a) for v in (Verb.APPROVE, Verb.REJECT) for a in EVERYBODY]))
def test_any_order_of_clicks_leaves_at_most_one_decision(clicks):
    now = standing()
    accepted = 0
    for verb, actor in clicks:
        if judge(now, click(verb, actor)).accepted:
            accepted += 1
            now = standing(Status.CREATING_DRAFT, decided_by=actor.name)
    assert accepted == 1


def test_the_ladder_must_rise():
    for hours in permutations((24, 48, 168)):
        if hours == (24, 48, 168):
            Ladder(*hours)
        else:
            with pytest.raises(SettingsError, match="TIMEOUT_REMINDER_HOURS"):
                Ladder(*hours)
    with pytest.raises(SettingsError):
        Ladder(0, 48, 168)


def test_deadlines_are_absolute_and_a_climbed_rung_is_gone():
    deadlines = Ladder(1, 2, 3).deadlines(datetime(2026, 3, 1, tzinfo=UTC))
    assert deadlines.remind_at == "2026-03-01T01:00:00+00:00"
    assert deadlines.expire_at == "2026-03-01T03:00:00+00:00"
    climbed = without(deadlines, "remind_at")
    assert (climbed.remind_at, climbed.escalate_at) == ("", deadlines.escalate_at)


MANAGING_SARA = Actor("sara", TENANT, "Sara", "sara", frozenset({Role.REQUESTER, Role.MANAGER}))


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        (SARA, Refusal.MANAGER_NEEDED),
        (MANAGING_SARA, Refusal.NONE),
        (REZA, Refusal.NONE),
        (OMID, Refusal.NOT_ALLOWED),
        (LINA, Refusal.NOT_ALLOWED),
    ],
)
@pytest.mark.parametrize("verb", [Verb.CHOOSE, Verb.CORRECT])
def test_an_answer_about_money_counts_from_a_manager_only(verb, actor, said):
    guarded = Click("id", verb, actor, 3, guarded=True)
    assert judge(standing(Status.AWAITING_SELECTION), guarded).refusal is said


def test_a_manager_answers_nothing_else_in_somebody_elses_order():
    assert refusal(Verb.CHOOSE, REZA, status=Status.AWAITING_SELECTION) is Refusal.NOT_ALLOWED
