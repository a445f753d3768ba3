"""From a click to its verdict, and the line that tells it."""

import pytest

from bot.clicks import action_of, draft_click, notice_of, row_of, text_input
from bot.order_desk import Arrival, Receipt
from bot.turn import Action, TextAnswer
from cards.catalogue import say
from orders.approval import Outcome, Refusal, Verb
from runtime.storage.port import SentCard
from support.drive import REQUESTER
from workflows.messages import Decide

pytestmark = pytest.mark.asyncio(loop_scope="session")

JUDGED = Receipt(Arrival.JUDGED, Outcome(accepted=True))
DECIDED = Receipt(Arrival.JUDGED, Outcome(False, Refusal.DECIDED, by="Omid"))  # noqa: FBT003


async def test_a_turn_without_a_click_has_an_empty_one(make_turn):
    assert action_of(make_turn("hello")) == Action("")


async def test_typed_texts_are_trimmed_and_bounded(make_turn):
    turn = make_turn(action=Action("reject", inputs={"comment": f"  {'x' * 9_000} ", "n": 7}))
    assert text_input(turn, "comment") == "x" * 2_000
    assert text_input(turn, "n") == "7"
    assert text_input(turn, "other") == ""


@pytest.mark.parametrize(
    ("receipt", "told"),
    [
        (JUDGED, ("", {})),
        (DECIDED, ("decided", {"name": "Omid"})),
        (Receipt(Arrival.QUEUED), ("queued", {})),
        (Receipt(Arrival.CLOSED), ("closed", {})),
    ],
)
async def test_a_verdict_is_told_unless_the_card_says_it(receipt, told):
    assert notice_of(receipt) == told


async def test_a_double_click_is_one_decision_and_two_people_are_two(office):
    row = await office.order()
    action = Action("approve", row.code, 3)
    turns = [office.turn(REQUESTER, action=action) for _ in range(2)]
    one, two = (draft_click(turn, row, Verb.APPROVE, Decide, approve=True) for turn in turns)
    assert one.decision_id == two.decision_id
    assert (one.actor, one.revision, one.approve) == (REQUESTER, 3, True)
    no = draft_click(turns[0], row, Verb.REJECT, Decide, approve=False)
    assert no.decision_id != one.decision_id


async def test_a_card_names_its_own_order_only(office):
    mine, other = await office.order(), await office.order()
    chat = f"a:{REQUESTER.object_id}"
    await office.store.save_card(
        SentCard(mine.order_id, REQUESTER.object_id, chat, "https://x/", f"c-{mine.code}", "")
    )
    for code, found in ((mine.code, mine), (other.code, None)):
        turn = office.turn(REQUESTER, action=Action("refresh", code), message_id=f"c-{mine.code}")
        assert await row_of(turn, office.desk) == found
    unknown = office.turn(REQUESTER, action=Action("refresh", other.code), message_id="c-unknown")
    assert await row_of(unknown, office.desk) == other


async def test_a_stored_click_is_answered_by_a_sentence(office):
    row = await office.stalled()
    answer = await office.press(REQUESTER, "submit", row)
    assert answer == TextAnswer(say("notice.queued", "en"))


async def test_a_click_on_an_order_that_is_gone_says_try_later(office):
    """Nobody can say how it ended, so no card is drawn from guesses, and the one there stays."""
    row = await office.lost()
    answer = await office.press(REQUESTER, "cancel", row)
    assert answer == TextAnswer(say("reply.try_later", "en"))
