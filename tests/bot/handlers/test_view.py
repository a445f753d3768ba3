"""Cards shown again: always today's, never a change."""

import pytest

from bot.turn import Action
from runtime.storage.port import SentCard
from support.drive import APPROVER, REQUESTER
from support.office import GUEST, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("verb", ["refresh", "open"])
async def test_a_card_shown_again_is_todays(office, verb):
    row = await office.to_approval()
    said = text_of(await office.click(REQUESTER, Action(verb, row.code, 1, automatic=True)))
    assert "Waiting for approval" in said
    assert (await office.view(row)).status == "awaiting_approval"


async def test_each_reader_gets_a_card_of_their_own(office):
    row = await office.to_approval()
    approver = text_of(await office.press(APPROVER, "refresh", row))
    requester = text_of(await office.press(REQUESTER, "refresh", row))
    assert '"verb": "approve"' in approver
    assert '"verb": "approve"' not in requester


async def test_a_card_of_others_is_not_shown(office):
    row = await office.order()
    assert "I find no order" in text_of(await office.press(GUEST, "open", row))


async def test_a_live_card_opens_its_own_order_only(office):
    """The naive version believed whatever order the card's data named."""
    mine, other = await office.order(), await office.order()
    chat = f"a:{REQUESTER.object_id}"
    card = SentCard(mine.order_id, REQUESTER.object_id, chat, "https://x/", f"m-{mine.code}", "")
    await office.store.save_card(card)
    forged = Action("refresh", other.code, 1)
    said = text_of(await office.click(REQUESTER, forged, message_id=card.activity_id))
    assert f"I find no order {other.code}" in said
    own = Action("refresh", mine.code, 1)
    said = text_of(await office.click(REQUESTER, own, message_id=card.activity_id))
    assert mine.title in said
