"""Cards that the chat holds back: shown later, as the order then stands, and owed to nobody twice."""

from datetime import timedelta

from orders.approval import Verb
from orders.errors import BooksUnavailable
from support.drive import APPROVER, REQUESTER
from support.machines import fault
from workflows import messages as m
from workflows import ports


async def test_news_are_shown_while_a_card_is_held_back(drive):
    """Naive: nothing was listed or shown before the one card that was refused had its turn."""
    held = m.Published(held=("requester-1",), pause=86_000.0)
    drive.machines.plan(ports.publish, *[held] * 60)
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")
    await drive.until(lambda _view: drive.machines.views[-1].status == "awaiting_approval")


async def test_a_message_of_their_own_is_owed_to_those_held_back_only(drive):
    await drive.start()
    await drive.at("awaiting_review")
    drive.machines.fresh.clear()
    drive.machines.plan(ports.publish, *[m.Published(held=("approver-1",), pause=5.0)] * 3)
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")
    await drive.env.sleep(timedelta(hours=1))
    asked = [people for _, people in drive.machines.fresh]
    assert "approver-2" in asked[0]
    assert set(asked[1:]) == {("approver-1",)}
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")


async def test_the_requester_hears_of_the_draft_once_and_of_quick_questions_by_the_card(drive):
    """Naive: the good news was an edit of a card, of which Teams tells nobody."""
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1), m.Checked())
    await drive.start()
    await drive.at("awaiting_selection")
    await drive.click(Verb.CHOOSE, REQUESTER, choices={"customer": "77"})
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    await drive.at("awaiting_approval")
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.handle.result()
    told = [people for _, people in drive.machines.fresh if REQUESTER.object_id in people]
    assert told == [(REQUESTER.object_id,)]
    (view,) = [one for one in drive.machines.told if one.status == "completed"]
    assert view.draft.number == "SO-00001"


async def test_a_question_after_an_outage_is_a_message_of_its_own_and_comes_once(drive):
    """Naive: whoever sent a file before the outage was asked by an edit, hours later."""
    drive.machines.plan(ports.find_customer, *[fault(BooksUnavailable)] * 4)
    drive.machines.plan(ports.settle_matches, m.Checked(errors=1), m.Checked())
    await drive.start()
    await drive.at("queued_for_zoho")
    await drive.env.sleep(timedelta(hours=2))
    await drive.at("awaiting_selection")
    await drive.click(Verb.CHOOSE, REQUESTER, choices={"customer": "77"})
    await drive.at("awaiting_review")
    await drive.until(lambda _view: drive.machines.views[-1].status == "awaiting_review")
    assert [view.status for view in drive.machines.told] == ["awaiting_selection"]
    assert drive.machines.fresh == [("", (REQUESTER.object_id,))]


async def test_a_chat_that_stays_away_is_given_up_after_a_day(drive):
    drive.machines.plan(ports.publish, *[m.Published(held=("requester-1",), pause=20_000.0)] * 60)
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.CANCEL, REQUESTER)
    assert await drive.handle.result() == "cancelled"
    assert drive.machines.calls.count("publish") < 20
