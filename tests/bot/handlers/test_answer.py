"""Answers on a card: fixes and choices of what was asked, and nothing else."""

import pytest

from bot.turn import Action, TextAnswer
from cards.catalogue import say
from orders.fixes import FixKind
from orders.issue import Ask, Candidate, Issue, Severity
from support.drive import APPROVER, REQUESTER
from support.office import GUEST, STRANGER, Office, attachment, text_of
from workflows import messages as m
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")

CELL = Issue(
    "INVALID_QUANTITY", Severity.ERROR, ("S!D3",), ("quantity",), ask=Ask.NUMBER, target="cell:S!D3"
)
PACK = Issue(
    "PACK_SIZE_UNCLEAR",
    Severity.ERROR,
    ask=Ask.CHOICE,
    target="accept",
    candidates=(Candidate("yes", "yes"),),
)
ITEM = Issue("ITEM_NOT_FOUND", Severity.ERROR, lines=("L001",), ask=Ask.TEXT, target="item:L001")


async def asked(office: Office, port, status: str, *issues: Issue):
    """An order that waits for answers to these."""
    file = attachment()
    office.machines.issues[file.name] = issues
    office.machines.plan(port, m.Checked(errors=len(issues), lines=2))
    await office.drop(REQUESTER, file)
    return await office.listed(file.name, status)


async def asked_in_checks(office: Office, *issues: Issue):
    return await asked(office, ports.check_order, "awaiting_corrections", *issues)


def given(office: Office, row) -> list[m.Answers]:
    return [one for one in office.machines.answers if one.order_id == row.order_id]


async def test_an_answer_becomes_a_fix_of_the_next_revision(office):
    row = await asked_in_checks(office, CELL, PACK)
    inputs = {f"fix__{CELL.issue_id}": "10", f"fix__{PACK.issue_id}": "yes"}
    said = text_of(await office.press(REQUESTER, "correct", row, **inputs))
    assert row.code in said
    await office.until(row, "awaiting_review")
    (answers,) = given(office, row)
    assert [(fix.kind, fix.target, fix.value) for fix in answers.fixes] == [
        (FixKind.CELL, "S!D3", "10"),
        (FixKind.ACCEPT, PACK.issue_id, "yes"),
    ]
    assert (answers.by, answers.revision) == (REQUESTER.object_id, 2)
    assert (await office.view(row)).revision == 2


async def test_an_answer_to_an_item_is_a_choice(office):
    row = await asked(office, ports.settle_matches, "awaiting_selection", ITEM)
    await office.press(REQUESTER, "choose", row, **{f"fix__{ITEM.issue_id}": "BW-1001"})
    await office.until(row, "awaiting_review")
    (answers,) = given(office, row)
    assert answers.choices == {"L001": "BW-1001"}
    assert answers.fixes == ()


async def test_fixes_and_choices_of_one_card_travel_together(office):
    row = await asked(office, ports.settle_matches, "awaiting_selection", ITEM, CELL)
    inputs = {f"fix__{ITEM.issue_id}": "-", f"fix__{CELL.issue_id}": "4"}
    await office.press(REQUESTER, "choose", row, **inputs)
    await office.until(row, "awaiting_review")
    (answers,) = given(office, row)
    assert answers.choices == {"L001": "-"}
    assert [fix.value for fix in answers.fixes] == ["4"]


async def test_choosing_nothing_looks_again(office):
    """Somebody may have made the record in the books meanwhile."""
    row = await asked(office, ports.settle_matches, "awaiting_selection", ITEM)
    await office.press(REQUESTER, "choose", row)
    await office.until(row, "awaiting_review")


async def test_saving_nothing_says_so(office):
    row = await asked_in_checks(office, CELL)
    said = text_of(await office.press(REQUESTER, "correct", row, fix__deadbeef="10"))
    assert "filled" in said
    assert given(office, row) == []
    assert (await office.view(row)).revision == 1


PRICE = Issue(
    "PRICE_DIFFERENCE", Severity.ERROR, ask=Ask.CHOICE, target="price:abc", lines=("L001",)
)


async def test_what_cannot_be_read_is_said_and_nothing_is_saved(office):
    row = await asked_in_checks(office, CELL, PRICE)
    inputs = {f"fix__{CELL.issue_id}": "10", "price__L001": "ten"}
    told = await office.press(REQUESTER, "correct", row, **inputs)
    assert isinstance(told, TextAnswer)
    assert "“ten”" in text_of(told)
    assert given(office, row) == []


async def test_an_order_is_not_sent_on_beside_a_correction_that_cannot_be_read(office):
    """Naive: the order was sent for approval as it stood, and the correction was gone."""
    row = await office.order()
    told = await office.press(REQUESTER, "submit", row, price__L001="1,2,3")
    assert isinstance(told, TextAnswer)
    assert (await office.view(row)).status == "awaiting_review"


async def test_an_old_card_changes_nothing(office):
    row = await asked_in_checks(office, CELL)
    stale = Action("correct", row.code, 0, {f"fix/{CELL.issue_id}": "10"})
    assert "has changed meanwhile" in text_of(await office.click(REQUESTER, stale))
    assert given(office, row) == []


async def test_other_answers_on_an_answered_card_are_not_lost_in_silence(office):
    """The same click again is the same click; a second one with other answers is told off."""
    row = await asked_in_checks(office, CELL)
    first, second = (
        Action("correct", row.code, 1, {f"fix/{CELL.issue_id}": value}) for value in ("10", "12")
    )
    told = [text_of(await office.click(REQUESTER, one)) for one in (first, first, second)]
    assert ["has changed meanwhile" in one for one in told] == [False, False, True]
    await office.until(row, "awaiting_review")
    assert [fix.value for one in given(office, row) for fix in one.fixes] == ["10"]


async def test_an_answered_card_says_what_became_of_its_answers_however_far_the_order_has_come(
    office,
):
    """Naive: "nothing was filled in", for what the order does not ask any more."""
    row = await asked_in_checks(office, CELL)
    first, second, unread = (
        Action("correct", row.code, 1, inputs)
        for inputs in (
            {f"fix/{CELL.issue_id}": "10"},
            {f"fix/{CELL.issue_id}": "12"},
            {f"fix/{CELL.issue_id}": "", "price/L001": "ten"},
        )
    )
    await office.click(REQUESTER, first)
    await office.until(row, "awaiting_review")
    told = [text_of(await office.click(REQUESTER, one)) for one in (first, second, unread)]
    assert ["has changed meanwhile" in one for one in told] == [False, True, True]
    assert not any("Nothing was filled in" in one for one in told)
    assert [fix.value for one in given(office, row) for fix in one.fixes] == ["10"]


async def test_what_teams_sends_by_itself_changes_nothing(office):
    row = await asked_in_checks(office, CELL)
    inputs = {f"fix/{CELL.issue_id}": "10"}
    shown = await office.click(REQUESTER, Action("correct", row.code, 1, inputs, automatic=True))
    assert row.code in text_of(shown)
    assert given(office, row) == []


@pytest.mark.parametrize("who", [GUEST, STRANGER, APPROVER])
async def test_others_answer_nothing(office, who):
    row = await asked_in_checks(office, CELL)
    action = Action("correct", row.code, 1, {f"fix/{CELL.issue_id}": "10"})
    assert "I find no order" in text_of(await office.click(who, action))
    assert given(office, row) == []


async def test_an_answer_that_nobody_judges_yet_is_stored_and_told_at_once(office):
    row = await office.stalled(CELL)
    answer = await office.press(REQUESTER, "correct", row, **{f"fix__{CELL.issue_id}": "10"})
    assert isinstance(answer, TextAnswer)
    assert answer.text == say("notice.queued", "en")
