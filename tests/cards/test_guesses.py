"""Guessed matches are shown on the review with their reasons, and can be changed there."""

from dataclasses import replace
from decimal import Decimal

from bot.answers import changes, read_answers
from cards.draw import draw
from cards.guesses import guesses
from cards.scene import Part
from orders.case import Status
from orders.catalogue import Method, Suggestion
from orders.fixes import Fix, FixKind
from orders.issue import Ask, Candidate, Issue, Severity
from tests.cards.lint import complaints, find, paragraphs, verbs, words
from tests.cards.scenes import scene


def guessed(part=Part.REQUESTER, language="en"):
    whole = scene(Status.AWAITING_REVIEW, part, language)
    match = whole.case.matches.customer
    found = match.customer
    offered = (
        Suggestion(found.customer_id, found.name, Decimal("0.97"), "typo"),
        Suggestion("4711", "Somebody Else", Decimal("0.61"), "similar_name"),
    )
    match = replace(match, method=Method.FUZZY, suggestions=offered, because="typo,email")
    issue = Issue(
        "CUSTOMER_GUESSED",
        Severity.WARNING,
        fields=("customer",),
        facts={"asked": "Karimy", "name": found.name},
        ask=Ask.CHOICE,
        target="customer",
        candidates=tuple(Candidate(one.record_id, one.label) for one in offered),
        preselect=found.customer_id,
    )
    case = replace(whole.case, issues=(issue,), matches=replace(whole.case.matches, customer=match))
    return replace(whole, case=case)


def test_the_requester_sees_the_guess_and_may_change_it():
    whole = guessed()
    content = draw(whole).content
    assert len(guesses(whole.case)) == 1
    assert "slip in the name, e-mail address in the file" in paragraphs(content)
    picker = next(iter(find(content, "Input.ChoiceSet")))
    assert picker["id"] == "pick/customer"
    assert picker["value"] == whole.case.matches.customer.customer.customer_id
    assert picker["choices"][1]["title"] == "Somebody Else · similar name · 61 %"
    assert verbs(content) == ["submit", "choose", "correct", "ask_cancel"]
    assert complaints(content) == []


def test_the_approver_reads_that_it_was_guessed():
    whole = guessed()
    at_approval = scene(Status.AWAITING_APPROVAL, Part.APPROVER)
    content = draw(replace(at_approval, case=whole.case)).content
    assert "Guessed customer: " in words(content)
    assert "pick/customer" not in {one["id"] for one in find(content, "Input.ChoiceSet")}


def test_persian_says_why_too():
    assert "اشتباه نوشتاری در نام" in words(draw(guessed(language="fa")).content)


def test_a_column_that_models_settled_is_a_guess_to_be_changed_in_place():
    whole = scene(Status.AWAITING_REVIEW)
    issue = Issue(
        "COLUMN_GUESSED",
        Severity.WARNING,
        cells=("Sheet1!C7",),
        fields=("quantity",),
        facts={"field": "quantity", "column": "C", "votes": "m:a: C"},
        ask=Ask.CHOICE,
        target="column:quantity",
        candidates=(Candidate("C", "C · Zorb: 5"), Candidate("D", "D · Blim: 7")),
        preselect="C",
    )
    case = replace(whole.case, issues=(issue,))
    content = draw(replace(whole, case=case)).content
    assert "Guessed column: C for Quantity · m:a: C" in words(content)
    picker = next(iter(find(content, "Input.ChoiceSet")))
    assert picker["id"] == f"fix/{issue.issue_id}"
    assert complaints(content) == []
    answered = read_answers(case, {picker["id"]: "D"})
    assert answered.fixes == (Fix(FixKind.COLUMN, "quantity", "D"),)
    assert changes(case, answered)
    assert not changes(case, read_answers(case, {picker["id"]: "C"}))
