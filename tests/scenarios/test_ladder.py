"""Nobody decides: reminder, manager and expiry, as people see them in the chat."""

import pytest

from support.facts import eventually, orders_named
from support.forging import forge, value_of
from support.road import Road

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_an_order_nobody_decides_is_reminded_goes_to_a_manager_and_expires(hasty: Road):
    """Naive: an order that waits for one person waits for ever, or ends without a word."""
    walk = await hasty.drop()
    card = await walk.to_approval()
    await walk.says("Reminder: this order still waits for you", "omid")
    await walk.offers("approve", "reza")
    await walk.says("A manager has been asked as well.")
    await walk.says("Nobody answered in time, so the order was closed on")
    for who in ("omid", "reza"):
        over = await walk.until(lambda card: "approve" not in card.verbs, who)
        assert not over.verbs
    late = await forge(hasty, "omid", card, value_of("approve", walk.code))
    assert late["outcome"] == "card"
    assert "Nobody answered in time" in str(late["body"])
    await eventually(
        lambda: orders_named(hasty, walk.name), lambda found: found[0][-1] == "expired"
    )
    assert await walk.drafts() == []
