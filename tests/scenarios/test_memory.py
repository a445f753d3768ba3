"""What people answered about one file of a customer's template is not asked of the next."""

import pytest

from support.facts import said
from support.road import Road, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

ORDER = """Customer,Brightwater Outdoor GmbH
PO Number,{number}
Order date,{date}

Article code,Article,Ordered pieces,Price each
BW-1001,Trail Backpack 30L Green,{quantity},49.90
"""


def order(number: str, date: str, quantity: int) -> bytes:
    return ORDER.format(number=number, date=date, quantity=quantity).encode()


async def test_an_answer_is_given_again_shown_and_forgotten_on_demand(road: Road):
    first = await road.drop(content=order("MEM-1", "03/04/2026", 2), po_number="MEM-1")
    card = await first.offers("correct")
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: "2026-03-04"})
    await first.to_draft()

    second = await road.drop(content=order("MEM-2", "05/06/2026", 3), po_number="MEM-2")
    card = await second.offers("submit")
    assert "Answered as before" in plain(card.text)
    assert "month before day" in plain(card.text)
    await second.to_draft()
    (draft,) = await second.drafts()
    assert (draft["date"], draft["line_items"][0]["quantity"]) == ("2026-05-06", 3)

    await road.chat.say("omid", "templates")
    listed = plain((await said(road, "Columns the desk remembers", "omid")).text)
    row = next(line for line in listed.splitlines() if "month before day" in line)
    await road.chat.say("omid", f"forget {row.split()[-1]}")
    await said(road, "is out of use", "omid")
    third = await road.drop(content=order("MEM-3", "07/08/2026", 4), po_number="MEM-3")
    await third.until(lambda card: any(one.startswith("fix/") for one in card.inputs))
    await third.cancel()
