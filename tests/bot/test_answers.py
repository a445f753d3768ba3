"""What a card's inputs may change, and what they may not."""

from dataclasses import replace

from bot.answers import changes, read_answers
from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Item, ItemMatch, Matches, Suggestion
from orders.fixes import Fix, FixKind
from orders.issue import Ask, Candidate, Issue, Severity

CELL = Issue("INVALID_QUANTITY", Severity.ERROR, ("S!D3",), ask=Ask.TEXT, target="cell:S!D3")
CUSTOMER = Issue("AMBIGUOUS_CUSTOMER", Severity.ERROR, ask=Ask.CHOICE, target="customer")
ITEM = Issue("ITEM_NOT_FOUND", Severity.ERROR, ask=Ask.TEXT, target="item:L001")
PRICE = Issue(
    "PRICE_ZERO",
    Severity.ERROR,
    ask=Ask.CHOICE,
    target="price:abc",
    candidates=(Candidate("sheet", "sheet"), Candidate("-", "-")),
)
CASE = CaseDocument(
    "order",
    "K7Q4MP",
    "t",
    "sara",
    "Sara",
    "chat",
    "en",
    "2026-01-01T00:00:00+00:00",
    issues=(CELL, CUSTOMER, ITEM, PRICE),
    matches=Matches(
        customer=CustomerMatch("Karimi", suggestions=(Suggestion("77", "Karimi LLC"),)),
        items={"L001": ItemMatch("L001", suggestions=(Suggestion("5", "Backpack"),))},
    ),
)


def answer(**inputs: str):
    return read_answers(CASE, {name.replace("__", "/"): value for name, value in inputs.items()})


def test_an_answer_to_a_cell_is_a_fix_of_that_cell():
    filled = read_answers(CASE, {f"fix/{CELL.issue_id}": " 10 "})
    assert filled.fixes == (Fix(FixKind.CELL, "S!D3", "10"),)


def test_answers_about_records_are_choices():
    inputs = {f"fix/{CUSTOMER.issue_id}": "Karimi LLC", f"fix/{ITEM.issue_id}": "BW-1001"}
    assert read_answers(CASE, inputs).choices == {"customer": "Karimi LLC", "L001": "BW-1001"}


def test_a_price_takes_only_what_was_offered():
    assert read_answers(CASE, {f"fix/{PRICE.issue_id}": "sheet"}).choices == {"price:abc": "sheet"}
    assert read_answers(CASE, {f"fix/{PRICE.issue_id}": "0.01"}).empty


def test_a_pick_must_have_been_offered():
    assert answer(pick__customer="77", pick__L001="-").choices == {"customer": "77", "L001": "-"}
    forged = answer(pick__customer="78", pick__L001="99", pick__L002="5")
    assert forged.empty


def test_b018_what_nobody_asked_changes_nothing():
    """The naive version took cell addresses and amounts from the card."""
    forged = answer(fix__deadbeef="1", total="1", lines="[]", customer="evil", **{"cell:S!D3": "9"})
    assert forged.empty


def test_empty_and_endless_inputs_are_bounded():
    assert answer(pick__customer="  ").empty
    filled = read_answers(CASE, {f"fix/{CELL.issue_id}": "9" * 10_000})
    assert len(filled.fixes[0].value) == 500


def test_a_case_without_matches_offers_nothing():
    bare = replace(CASE, matches=Matches())
    assert read_answers(bare, {"pick/customer": "77"}).empty


def test_what_was_typed_wins_over_the_record_that_was_picked():
    typed = {f"fix/{CUSTOMER.issue_id}": "Karimi Trading", f"fix/{ITEM.issue_id}": "BW-2"}
    picked = {"pick/customer": "77", "pick/L001": "5"}
    wanted = {"customer": "Karimi Trading", "L001": "BW-2"}
    assert read_answers(CASE, picked | typed).choices == wanted
    assert read_answers(CASE, typed | picked).choices == wanted


def test_an_empty_search_leaves_the_pick():
    inputs = {"pick/customer": "77", f"fix/{CUSTOMER.issue_id}": " "}
    assert read_answers(CASE, inputs).choices == {"customer": "77"}


def test_an_accepted_question_is_named_by_its_id():
    question = Issue(
        "PACK_SIZE_UNCLEAR",
        Severity.ERROR,
        ask=Ask.CHOICE,
        target="accept",
        candidates=(Candidate("yes", "yes"),),
    )
    case = replace(CASE, issues=(question,))
    filled = read_answers(case, {f"fix/{question.issue_id}": "yes"})
    assert filled.fixes == (Fix(FixKind.ACCEPT, question.issue_id, "yes"),)
    assert read_answers(case, {f"fix/{question.issue_id}": "no"}).empty


def test_an_issue_that_asks_nothing_takes_no_answer():
    warning = Issue("INVALID_DATE", Severity.WARNING, ("S!D3",), target="cell:S!D3")
    case = replace(CASE, issues=(warning,))
    assert read_answers(case, {f"fix/{warning.issue_id}": "1"}).empty


PRICED = replace(
    CASE,
    issues=(replace(PRICE, lines=("L001",)),),
    matches=Matches(items={"L001": ItemMatch("L001", Item("5", "Backpack"))}),
)


def test_a_price_typed_for_an_asked_line_is_a_choice_of_that_item():
    assert read_answers(PRICED, {"price/L001": "۱۲٫۵۰"}).choices == {"price:L001:5": "12.5"}


def test_a_price_that_nobody_asked_or_no_price_is_not_read():
    for name, value in (("price/L002", "1"), ("price/L001", "ten"), ("price/L001", "5%")):
        assert read_answers(PRICED, {name: value}).unread == value
    settled = replace(PRICED, issues=(replace(PRICE, severity=Severity.WARNING),))
    assert read_answers(settled, {"price/L001": "1"}).unread == "1"


def test_a_business_check_is_answered_by_a_choice():
    target = "check:CREDIT_LIMIT_EXCEEDED:abc"
    check = Issue("CREDIT_LIMIT_EXCEEDED", Severity.ERROR, ask=Ask.CHOICE, target=target,
                  candidates=(Candidate("go", "go"),))  # fmt: skip
    case = replace(CASE, issues=(check,))
    assert read_answers(case, {f"fix/{check.issue_id}": "go"}).choices == {target: "go"}
    assert read_answers(case, {f"fix/{check.issue_id}": "yes"}).empty


def test_an_answer_changes_only_what_stands_otherwise():
    matches = replace(CASE.matches, customer=CustomerMatch("K", Customer("77", "Karimi LLC"),
                      suggestions=CASE.matches.customer.suggestions))  # fmt: skip
    settled = replace(CASE, matches=matches)
    assert not changes(settled, answer(pick__customer="77"))
    assert changes(settled, answer(pick__customer="77", pick__L001="5"))
    assert changes(settled, read_answers(CASE, {f"fix/{CELL.issue_id}": "10"}))
