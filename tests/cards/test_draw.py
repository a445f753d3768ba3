import json
from dataclasses import replace

import pytest

from cards.catalogue import say
from cards.draw import (
    BODIES,
    BUDGET,
    draw,
    draw_confirm_cancel,
    draw_escalation,
    draw_reminder,
    draw_superseded,
    size,
)
from cards.scene import Part
from orders.case import TERMINAL, DraftRef, Status
from orders.errors import BooksRejected
from tests.cards.lint import complaints, find, verbs, words
from tests.cards.paper import LENA, OMID, case
from tests.cards.scenes import scene

EVERYBODY = [(s, p, lang) for s in Status for p in Part for lang in ("en", "fa")]


@pytest.mark.parametrize(("status", "part", "language"), EVERYBODY)
def test_every_status_draws_a_clean_card_for_everybody(status, part, language):
    card = draw(scene(status, part, language))
    assert complaints(card.content) == []
    assert "K7Q4MP" in card.summary
    assert card.content["lang"] == language


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_body(status):
    assert status in BODIES


@pytest.mark.parametrize("part", [Part.AUDITOR, Part.BYSTANDER])
@pytest.mark.parametrize("status", Status)
def test_auditors_and_bystanders_only_read(status, part):
    content = draw(scene(status, part)).content
    assert verbs(content) == []
    assert not [kind for kind in ("Text", "Date", "ChoiceSet") if find(content, f"Input.{kind}")]


@pytest.mark.parametrize("status", sorted(TERMINAL - {Status.COMPLETED}))
def test_a_closed_order_has_no_buttons(status):
    for part in Part:
        assert verbs(draw(scene(status, part)).content) == []


def test_the_requester_corrects_and_others_read_along():
    own = draw(scene(Status.AWAITING_CORRECTIONS)).content
    assert verbs(own) == ["correct", "correct", "ask_cancel"]
    assert verbs(draw(scene(Status.AWAITING_CORRECTIONS, Part.APPROVER)).content) == []
    assert verbs(draw(scene(Status.AWAITING_CORRECTIONS, Part.MANAGER)).content) == ["ask_cancel"]


def test_the_approver_decides_and_the_requester_cannot():
    asked = draw(scene(Status.AWAITING_APPROVAL, Part.APPROVER)).content
    assert verbs(asked) == ["approve", "reject", "reassign"]
    assert [one["id"] for one in find(asked, "Input.Text")] == ["comment"]
    assert verbs(draw(scene(Status.AWAITING_APPROVAL)).content) == ["ask_cancel"]


def test_the_decision_comes_before_the_single_lines_and_after_what_is_unusual():
    asked = json.dumps(draw(scene(Status.AWAITING_APPROVAL, Part.APPROVER)).content)
    marks = ("426.50", "Price differences", '"approve"', '"reassign"', '"Table"')
    places = [asked.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Received" not in asked
    assert "Received" in json.dumps(draw(scene(Status.AWAITING_APPROVAL)).content)


def test_the_requester_gets_no_decision_even_when_named_as_approver():
    whole = scene(Status.AWAITING_APPROVAL)
    named = replace(whole, view=replace(whole.view, approvers=(whole.reader.object_id,)))
    assert verbs(draw(named).content) == ["ask_cancel"]


def test_the_manager_decides_once_the_order_was_raised_to_them():
    whole = scene(Status.AWAITING_APPROVAL, Part.MANAGER)
    assert verbs(draw(whole).content) == ["reassign", "ask_cancel"]
    raised = replace(whole, view=replace(whole.view, escalated_to=(LENA,)))
    assert verbs(draw_escalation(raised).content) == ["approve", "reject", "reassign", "ask_cancel"]
    assert "now yours to decide" in words(draw_escalation(raised).content)


def test_the_reminder_says_so():
    card = draw_reminder(scene(Status.AWAITING_APPROVAL, Part.APPROVER))
    assert "still waits for you" in words(card.content)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_reminder_of_questions_still_asks_them(language):
    """The older card gives way to this one: without the inputs nobody could answer any more."""
    asking = scene(Status.AWAITING_CORRECTIONS, Part.REQUESTER, language)
    asked, reminded = draw(asking).content, draw_reminder(asking).content
    assert say("approval.reminder", language) in words(reminded)
    for kind in ("Text", "ChoiceSet", "Date"):
        assert find(reminded, f"Input.{kind}") == find(asked, f"Input.{kind}")
    assert verbs(reminded) == verbs(asked)


def test_an_escalation_of_questions_gives_nobody_a_decision():
    raised = scene(Status.AWAITING_CORRECTIONS)
    raised = replace(raised, view=replace(raised.view, escalated_to=(LENA,)))
    assert f"told as well: {raised.name(LENA)}" in words(draw_escalation(raised).content)
    manager = replace(raised, reader=replace(raised.reader, object_id=LENA, part=Part.MANAGER))
    told = draw_escalation(manager).content
    assert "please see to it with Sara" in words(told)
    assert verbs(told) == ["ask_cancel"]


@pytest.mark.parametrize("pen", [draw_reminder, draw_escalation, draw_confirm_cancel])
@pytest.mark.parametrize("status", [Status.AWAITING_CORRECTIONS, Status.AWAITING_APPROVAL])
def test_what_a_card_says_beyond_todays_is_not_refreshed_away(status, pen):
    """Teams asks for a new view as soon as the card is seen: the question would be gone at once."""
    whole = scene(status)
    assert whole.refresh_ids
    assert pen(whole).content["refresh"]["userIds"] == []


def test_a_reminder_that_comes_late_says_nothing_over_a_closed_order():
    closed = scene(Status.COMPLETED)
    assert draw_reminder(closed) == draw(closed)


def test_those_who_wait_read_that_it_was_raised_or_reminded():
    whole = scene(Status.AWAITING_APPROVAL)
    reminded = replace(whole, view=replace(whole.view, reminded=True))
    assert "reminder has been sent" in words(draw(reminded).content)
    raised = replace(whole, view=replace(whole.view, escalated_to=(LENA,), reminded=True))
    assert "manager has been asked" in words(draw(raised).content)


def test_reassigning_offers_colleagues_and_nothing_where_there_are_none():
    """Whoever else is picked would be refused: only approvers of the roles file may decide."""
    whole = scene(Status.AWAITING_APPROVAL, Part.APPROVER, "fa")
    folded = find(draw(whole).content, "Action.ShowCard")[0]["card"]
    assert folded["rtl"] is True
    picker = find(folded, "Input.ChoiceSet")[0]
    assert (picker["id"], picker["choices"]) == ("to", [{"title": "لنا", "value": LENA}])
    assert "reassign" not in verbs(draw(replace(whole, colleagues=())).content)


def test_only_the_requester_is_told_to_send_the_file_again():
    """An approver who read it could not: only requesters send orders."""
    assert "send the file again" in words(draw(scene(Status.REJECTED)).content)
    assert "send the file again" not in words(draw(scene(Status.REJECTED, Part.APPROVER)).content)


def test_the_final_card_says_who_when_and_links_the_draft():
    content = draw(scene(Status.COMPLETED)).content
    text = words(content)
    assert "SO-00317" in text
    assert "Approved by Omid, 21 Nov 2026, 11:40." in text
    link = find(content, "Action.OpenUrl")[0]
    assert link["url"] == "https://books.example/salesorders/5001"
    assert verbs(content) == ["ask_cancel"]


def test_after_the_undo_window_only_the_link_is_left():
    whole = scene(Status.COMPLETED)
    late = replace(whole, view=replace(whole.view, can_cancel=False))
    assert verbs(draw(late).content) == []
    assert "still cancel" not in words(draw(late).content)


def test_a_draft_without_unique_field_carries_the_weaker_promise():
    whole = scene(Status.COMPLETED)
    draft = replace(whole.view.draft, weaker_promise=True, number="")
    text = words(draw(replace(whole, view=replace(whole.view, draft=draft))).content)
    assert "only one draft" in text
    assert "The draft was created in Zoho Books." in text


def test_an_updated_draft_says_whose_it_was_and_what_a_cancel_gives_back():
    whole = scene(Status.COMPLETED)
    draft = replace(whole.view.draft, updates="M2R8TX")
    text = words(draw(replace(whole, view=replace(whole.view, draft=draft))).content)
    assert "Draft SO-00317 of order M2R8TX is updated" in text
    assert "gets back what order M2R8TX had" in text
    assert "deleted" not in text
    asked = replace(whole, view=replace(whole.view, draft=draft))
    assert "will get back what order M2R8TX had" in words(draw_confirm_cancel(asked).content)


def test_a_draft_that_a_later_order_has_is_not_said_to_go():
    whole = scene(Status.COMPLETED)
    draft = replace(whole.view.draft, state="replaced")
    taken = replace(whole, view=replace(whole.view, draft=draft))
    text = words(draw(taken).content)
    assert "holds that order's lines now" in text
    assert "deleted" not in text + words(draw_confirm_cancel(taken).content)
    assert "a later order has taken it over" in words(draw_confirm_cancel(taken).content)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("restored", "is order M2R8TX's again"),
        ("replaced", "has taken it over"),
        ("void", "is void in Zoho Books"),
        ("", "have changed"),
    ],
)
def test_a_cancelled_order_says_what_became_of_a_draft_that_stays(state, told):
    whole = scene(Status.CANCELLED)
    draft = replace(scene(Status.COMPLETED).view.draft, state=state, updates="M2R8TX")
    assert told in words(draw(replace(whole, view=replace(whole.view, draft=draft))).content)


def test_a_completed_order_says_until_when_its_draft_is_watched():
    whole = scene(Status.COMPLETED)
    assert "looked at until 28 Nov 2026" in words(draw(whole).content)
    over = replace(whole, view=replace(whole.view, watched_until=""))
    assert "looked at" not in words(draw(over).content)


def test_a_touched_update_is_asked_about_in_its_own_words():
    whole = scene(Status.NEEDS_HELP)
    draft = replace(scene(Status.COMPLETED).view.draft, updates="M2R8TX")
    asked = replace(whole.view, draft=draft, draft_asked=True)
    text = words(draw(replace(whole, view=asked)).content)
    assert "put back the lines that order M2R8TX had" in text


def test_a_rejected_order_says_why():
    assert "Reason: Prices are from last year." in words(draw(scene(Status.REJECTED)).content)


@pytest.mark.parametrize(
    ("status", "verb"), [(Status.REJECTED, "Rejected"), (Status.CANCELLED, "Cancelled")]
)
def test_an_odd_decision_verb_still_reads_as_what_happened(status, verb):
    whole = scene(status)
    odd = replace(whole.view.decision, verb="other", name="")
    text = words(draw(replace(whole, view=replace(whole.view, decision=odd))).content)
    assert f"{verb} by " in text


def test_an_order_that_ended_without_a_decision_still_draws():
    whole = scene(Status.CANCELLED)
    bare = replace(whole, view=replace(whole.view, decision=None), case=None)
    assert "Nothing of this order is left in Zoho Books" in words(draw(bare).content)


def test_an_expired_order_says_when_where_it_is_known():
    whole = scene(Status.EXPIRED)
    assert "closed on 21 Nov 2026" in words(draw(whole).content)
    undated = replace(whole, view=replace(whole.view, last_activity_time="", decision=None))
    assert "Nobody answered in time" in words(draw(undated).content)


def test_a_blocked_order_asks_for_a_file_in_this_chat():
    assert "in this chat" in words(draw(scene(Status.BLOCKED)).content)
    assert "Sara has to send" in words(draw(scene(Status.BLOCKED, Part.APPROVER)).content)


def test_a_blocked_order_without_issues_tells_its_trouble():
    whole = scene(Status.BLOCKED)
    trouble = scene(Status.NEEDS_HELP).view.error_state
    bare = replace(
        whole,
        case=replace(whole.case, issues=()),
        view=replace(whole.view, error_state=replace(trouble, kind="LinkExpired")),
    )
    assert "link is no longer valid" in words(draw(bare).content)
    assert complaints(draw(replace(bare, view=replace(bare.view, error_state=None))).content) == []


def test_a_queued_order_says_when_it_is_tried_again():
    text = words(draw(scene(Status.QUEUED_FOR_ZOHO)).content)
    assert "Tries so far: 3" in text
    assert "Next try: 21 Nov 2026, 12:15" in text
    assert verbs(draw(scene(Status.QUEUED_FOR_ZOHO, Part.MANAGER)).content) == [
        "resume",
        "ask_cancel",
    ]


def test_a_queued_order_draws_without_a_known_trouble():
    whole = scene(Status.QUEUED_FOR_ZOHO)
    quiet = replace(whole, view=replace(whole.view, error_state=None))
    assert "Since" not in words(draw(quiet).content)
    trouble = replace(whole.view.error_state, next_try_at="")
    unplanned = replace(whole, view=replace(whole.view, error_state=trouble))
    assert "Next try" not in words(draw(unplanned).content)


def test_a_stuck_order_says_what_happened_and_what_now():
    text = words(draw(scene(Status.NEEDS_HELP)).content)
    assert "Zoho Books refused the order." in text
    assert "OF-1041 is inactive" in text
    assert "Resume" in text
    bare = scene(Status.NEEDS_HELP)
    unknown = replace(bare, view=replace(bare.view, error_state=None))
    assert "Something went wrong" in words(draw(unknown).content)
    for message in ("", str(BooksRejected())):
        silent = replace(bare.view.error_state, message=message, since="")
        assert "Details" not in words(
            draw(replace(bare, view=replace(bare.view, error_state=silent))).content
        )


def test_cancel_asks_first_and_names_the_draft():
    card = draw_confirm_cancel(scene(Status.COMPLETED))
    assert verbs(card.content) == ["cancel", "refresh"]
    assert "draft SO-00317 will be deleted" in words(card.content)
    early = draw_confirm_cancel(scene(Status.AWAITING_REVIEW))
    assert "Nothing will reach Zoho Books" in words(early.content)


def test_a_superseded_card_is_one_line_and_never_refreshes():
    card = draw_superseded(scene(Status.AWAITING_APPROVAL))
    assert len(card.content["body"]) == 1
    assert "refresh" not in card.content
    assert complaints(card.content) == []


def test_the_line_of_a_notification_names_the_draft():
    assert "Draft SO-00317 was created in Zoho Books" in draw(scene(Status.COMPLETED)).summary


def test_the_same_scene_gives_the_same_digest_and_a_change_another():
    one, again = draw(scene(Status.PARSING)), draw(scene(Status.PARSING))
    assert one.digest == again.digest
    assert draw(scene(Status.CHECKING)).digest != one.digest


def test_refresh_lists_at_most_sixty_people_and_carries_only_the_order():
    many = scene(Status.PARSING, refresh_ids=tuple(f"29:{n}" for n in range(80)))
    refresh = draw(many).content["refresh"]
    assert len(refresh["userIds"]) == 60
    assert refresh["action"]["verb"] == "refresh"
    assert refresh["action"]["data"] == {"order": "K7Q4MP", "revision": 3}
    assert draw(scene(Status.PARSING, refresh_ids=())).content["refresh"]["userIds"] == []


def test_a_refusal_stands_on_top_of_todays_card():
    card = draw(scene(Status.COMPLETED, notice="decided", notice_facts={"name": "Omid"}))
    first = words(card.content["body"][0])
    assert "Already decided by Omid" in first


def test_an_unknown_notice_is_shown_as_it_is():
    first = words(draw(scene(Status.PARSING, notice="Hello")).content["body"][0])
    assert "Hello" in first


def test_a_review_with_open_questions_asks_for_answers_first():
    whole = scene(Status.AWAITING_REVIEW)
    asking = replace(whole.case, issues=scene(Status.AWAITING_CORRECTIONS).case.issues)
    assert verbs(draw(replace(whole, case=asking)).content)[0] == "correct"


def test_an_escalation_tells_those_asked_before_who_may_decide_too():
    raised = scene(Status.AWAITING_APPROVAL, Part.APPROVER)
    raised = replace(raised, view=replace(raised.view, approvers=(OMID,), escalated_to=(LENA,)))
    told = words(draw_escalation(raised).content)
    assert f"{raised.name(LENA)} may decide now as well" in told
    assert "now yours to decide" not in told
    assert "It is your turn." in told
    manager = replace(raised, reader=replace(raised.reader, object_id=LENA))
    assert "now yours to decide" in words(draw_escalation(manager).content)


@pytest.mark.parametrize("status", [Status.EXPIRED, Status.CANCELLED, Status.UNDOING])
def test_an_order_that_ended_early_shows_how_far_it_had_come(status):
    whole = scene(status)
    asked = replace(whole, view=replace(whole.view, approvers=(OMID,), draft=None))
    waiting = replace(
        asked,
        view=replace(asked.view, approvers=()),
        case=replace(asked.case, order_hash="hash"),
    )
    early = replace(waiting, case=None)
    glyph = "●" if status is Status.UNDOING else "✕"
    for one, step in ((asked, "Approval"), (waiting, "Review"), (early, "Received")):
        told = words(draw(one).content)
        assert f"{glyph}\u00a0{step}" in told
        assert f"✓\u00a0{step}" not in told


@pytest.mark.parametrize("status", [Status.QUEUED_FOR_ZOHO, Status.NEEDS_HELP])
def test_an_order_that_waits_for_machines_shows_the_step_it_stands_at(status):
    """Books that are away while the customer is looked up are no sign of an approval."""
    whole = scene(status)
    glyph = "✕" if status is Status.NEEDS_HELP else "●"
    for step, title in (("matching", "Customer & items"), ("create_draft", "Draft")):
        told = words(draw(replace(whole, view=replace(whole.view, current_step=step))).content)
        assert f"{glyph}\u00a0{title}" in told
        assert ("✓\u00a0Approval" in told) is (step == "create_draft")


def test_a_draft_that_people_touched_is_asked_about_at_the_draft():
    whole = scene(Status.NEEDS_HELP)
    draft = DraftRef("5001", "SO-00317")
    view = replace(whole.view, current_step="undo_window", draft=draft, draft_asked=True)
    assert "✕\u00a0Draft" in words(draw(replace(whole, view=view)).content)


def test_a_review_names_those_who_will_be_asked_before_anybody_is():
    whole = scene(Status.AWAITING_REVIEW)
    early = replace(whole, view=replace(whole.view, approvers=()), colleagues=(OMID,))
    assert f"Will be decided by {early.name(OMID)}." in words(draw(early).content)


def test_a_file_that_was_never_read_still_gives_the_card_its_name():
    whole = scene(Status.BLOCKED)
    unread = replace(whole, case=replace(whole.case, file=None, title="login page.xlsx"))
    assert "login page.xlsx" in words(draw(unread).content)


def test_a_review_without_approvers_says_so():
    whole = scene(Status.AWAITING_REVIEW)
    alone = replace(whole, view=replace(whole.view, approvers=()), colleagues=())
    assert "ask an administrator" in words(draw(alone).content).lower()
    silent = replace(
        scene(Status.AWAITING_APPROVAL),
        view=replace(scene(Status.AWAITING_APPROVAL).view, approvers=()),
    )
    assert "will decide" not in words(draw(silent).content)


@pytest.mark.parametrize("status", Status)
def test_b066_a_thousand_lines_still_fit(status):
    whole = scene(status, case=case("fa", 1000), language="fa")
    card = draw(whole)
    assert size(card.content) <= BUDGET
    assert complaints(card.content) == []


def test_b066_detail_goes_step_by_step():
    def drawn(count):
        return draw(scene(Status.AWAITING_REVIEW, case=case("en", count))).content

    assert find(drawn(20), "Table")
    middle = drawn(90)
    assert not find(middle, "Table")
    assert "90." in words(middle)
    far = drawn(1000)
    assert "Shortened" in words(far)
    assert "1,000 lines" in words(far)


def test_long_orders_fold_after_the_first_lines():
    content = draw(scene(Status.AWAITING_APPROVAL, Part.APPROVER, case=case("en", 20))).content
    button = find(content, "Action.ToggleVisibility")[0]
    hidden = [one for one in find(content, "Container") if one.get("isVisible") is False]
    assert button["title"] == "Show all 20 lines"
    assert button["targetElements"] == [hidden[0]["id"]]


def test_names_fall_back_to_the_case_and_then_to_a_stub():
    whole = scene(Status.AWAITING_APPROVAL, Part.APPROVER, names={})
    assert "Sara asks you" in words(draw(whole).content)
    assert whole.name("0123456789") == "01234567"
    assert whole.names_of(("", OMID)) == OMID
