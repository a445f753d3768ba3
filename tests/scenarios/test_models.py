"""A desk whose committee may ask language models, over their real wire, alive and dead."""

import json

import pytest

from support.facts import events_of
from support.models import KEY, ONE_LIBRARY
from support.road import Road, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")
CUSTOMER = "Brightwater Outdoor GmbH"
LINES = "BW-1001,Trail Backpack 30L Green,10,49.90\n0042,Steel Bottle 750 ml,24,14.50"


def strange(po_number: str, word: str) -> bytes:
    """An order whose quantity stands under a word of no language the desk knows."""
    head = f"Customer,{CUSTOMER}\nPO Number,{po_number}\nCurrency,EUR\n\n"
    return f"{head}SKU,Description,{word},Unit Price\n{LINES}".encode()


async def test_models_settle_a_strange_header_and_all_they_heard_is_on_record(road: Road, vendors):
    vendors.reset()
    vendors.plan("*", choices={"quantity": "C"})
    walk = await road.drop(po_number="PO-MODELS", content=strange("PO-MODELS", "Idadi"))
    card = await walk.offers("submit")
    assert "3 of 3 voted on columns, and were counted" in plain(card.text)
    assert "Guessed column: C for Quantity" in plain(card.text)
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["quantity"] for line in draft["line_items"]] == [10, 24]

    told = [json.loads(body) for body in events_of(road, walk.code)]
    asked = [one["data"] for one in told if one["event_type"] == "committee.model_called"]
    heard = [one["data"] for one in told if one["event_type"] == "committee.model_answered"]
    assert {one["member"] for one in asked} == set(ONE_LIBRARY.split(","))
    assert {one["host"].partition(":")[0] for one in asked} == {"127.0.0.1"}
    assert all(one["fields"] == "quantity" and int(one["bytes"]) > 500 for one in asked)
    assert {one["outcome"] for one in heard} == {"voted"}
    costs = {one["member"]: one["cost"] for one in heard}
    assert float(costs["openai:gpt-4o"]) > 0
    assert costs["compatible:llama-3.3"] == "unknown"

    sent = json.dumps([one["body"] for one in vendors.seen])
    assert len(vendors.seen) == 3
    assert "Idadi" in sent
    assert not [one for one in (CUSTOMER, "PO-MODELS", KEY) if one in sent]


async def test_f24_with_every_model_dead_a_person_settles_it_and_the_order_goes_on(
    road: Road, vendors
):
    vendors.reset()
    vendors.plan("*", "broken")
    walk = await road.drop(po_number="PO-DEAD", content=strange("PO-DEAD", "Kiasi"))
    card = await walk.offers("correct")
    assert "Kiasi" in plain(card.text)
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: "C"})
    card = await walk.offers("submit")
    assert "Fewer readings than usual were possible" in plain(card.text)
    await walk.to_approval()
    told = [json.loads(body) for body in events_of(road, walk.code)]
    heard = [one["data"] for one in told if one["event_type"] == "committee.model_answered"]
    assert {one["outcome"] for one in heard} == {"failed"}
    await walk.cancel()
    assert await walk.drafts() == []
