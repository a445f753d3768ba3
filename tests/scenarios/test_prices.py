"""Prices and business checks, over real HTTP, as the people concerned meet them."""

import asyncio
from datetime import UTC, datetime

import pytest

from infra.chat import CardSeen
from support.road import Road, Walk, order_csv, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")
DEAR = (("BW-1010", "Summit Tent 2P", 3, "19.00"), ("0042", "Steel Bottle 750 ml", 24, "14.50"))


def fix_of(card) -> str:
    """The one question of a card."""
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    return name


async def forge(road: Road, walk: Walk, name: str, value: str) -> None:
    """Answer as Sara with something that her card does not offer."""
    card = await walk.card()
    data = {"order": walk.code, "revision": 1, name: value}
    action = {"type": "Action.Execute", "verb": "choose", "data": data}
    message = {"message": card.message, "value": {"action": action, "trigger": "manual"}}
    await road.teams("/api/people/sara/invoke", message)


async def asked_of_reza(walk: Walk) -> CardSeen:
    """Reza's question about a customer who may be so new that the desk has just looked.

    It asks then, and looks again when Sara presses Save.
    """
    async with asyncio.timeout(walk.patience):
        while (card := await walk.card("reza")) is None or "choose" not in card.verbs:
            mine = await walk.card()
            if mine is not None and "No such customer" in plain(mine.text):
                await walk.road.chat.click("sara", mine, "choose")
            await asyncio.sleep(1)
    return card


async def test_a_far_price_is_a_managers_answer_and_everybody_sees_it(road: Road):
    walk = await road.drop(lines=DEAR)
    card = await walk.offers("choose")
    asked = fix_of(card)
    assert [one["value"] for one in card.inputs[asked]["choices"]] == ["-"]
    await forge(road, walk, asked, "sheet")
    theirs = await walk.offers("choose", "reza")
    offered = [one["value"] for one in theirs.inputs[asked]["choices"]]
    assert offered == ["books", "sheet", "-"]
    (typed,) = [name for name in theirs.inputs if name.startswith("price/")]
    await road.chat.click("reza", theirs, "choose", {typed: "150"})
    card = await walk.offers("submit")
    for figure in ("19.00", "189.00", "150.00"):
        assert figure in plain(card.text)
    approver = await walk.to_approval()
    assert "150.00" in plain(approver.text)
    await walk.press("approve", "omid")
    await walk.says("SO-")
    (draft,) = await walk.drafts()
    assert [line["rate"] for line in draft["line_items"]] == [150, 14.5]


async def test_a_price_list_with_quantity_breaks_prices_the_draft(road: Road):
    lines = (("BW-1001", "Trail Backpack 30L Green", 10, "44.91"),)
    walk = await road.drop(customer="Aftab Shargh Trading", lines=lines)
    card = await walk.offers("submit")
    assert "Distributor 10 % off" in plain(card.text)
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["rate"] for line in draft["line_items"]] == [44.91]


async def test_beyond_the_credit_limit_a_manager_decides(road: Road):
    lines = (("BW-1010", "Summit Tent 2P", 30, "189.00"), ("SL-230", "Bag", 40, "119.00"))
    lines += (("731", "Trekking Poles Pair", 350, "39.95"),)
    walk = await road.drop(lines=lines)
    card = await walk.offers("choose", "reza")
    assert "۲۵٬۰۰۰" in plain(card.text)
    await road.chat.click("reza", card, "choose", {fix_of(card): "go"})
    card = await walk.offers("submit")
    await walk.cancel()


async def test_the_same_purchase_order_twice_is_asked(road: Road):
    first = await road.drop()
    await first.to_draft()
    again = await road.drop(
        po_number=first.po_number, lines=(("0042", "Steel Bottle 750 ml", 5, "14.50"),)
    )
    card = await again.until(lambda card: card.order != first.code and "choose" in card.verbs)
    assert first.code in plain(card.text)
    await road.chat.click("sara", card, "choose", {fix_of(card): "second"})
    await again.to_draft()
    await again.says("was created in Zoho Books.")
    assert len(await first.drafts()) == 2


async def test_update_or_new_an_open_draft_is_updated_once_and_a_cancel_gives_it_back(road: Road):
    """Naive: "update" is a word on a card, and the books hold two drafts of one purchase order."""
    first = await road.drop()
    await first.to_draft()
    (before,) = await first.drafts()
    again = await road.drop(
        po_number=first.po_number, lines=(("0042", "Steel Bottle 750 ml", 5, "14.50"),)
    )
    card = await again.until(lambda card: card.order != first.code and "choose" in card.verbs)
    asked = fix_of(card)
    assert [one["value"] for one in card.inputs[asked]["choices"]] == ["update", "second"]
    await road.chat.click("sara", card, "choose", {asked: "update"})
    approver = await again.to_approval()
    assert f"updates the draft {before['salesorder_number']}" in plain(approver.text)
    await again.press("approve", "omid")
    await again.says("is updated in Zoho Books")
    (after,) = await first.drafts()
    assert after["salesorder_id"] == before["salesorder_id"]
    assert [line["quantity"] for line in after["line_items"]] == [5]
    await again.cancel()
    await again.says(f"is order {first.code}'s again")
    (restored,) = await first.drafts()
    assert [line["quantity"] for line in restored["line_items"]] == [10, 24]
    assert restored["total"] == before["total"]


async def test_update_or_new_a_draft_that_a_colleague_opened_is_not_offered(road: Road):
    first = await road.drop()
    await first.to_draft()
    (draft,) = await first.drafts()
    told = {"salesorder_id": draft["salesorder_id"], "fields": {"notes": "Call before delivery"}}
    url = f"{road.stack.books_url}/__fake/person"
    (await road.http.post(url, json=told)).raise_for_status()
    again = await road.drop(
        po_number=first.po_number, lines=(("0042", "Steel Bottle 750 ml", 5, "14.50"),)
    )
    card = await again.until(lambda card: card.order != first.code and "choose" in card.verbs)
    assert "people have opened or changed that draft" in plain(card.text)
    assert [one["value"] for one in card.inputs[fix_of(card)]["choices"]] == ["second"]
    await again.cancel()


async def test_a_delivery_address_travels_by_its_id_and_an_unknown_one_in_the_notes(road: Road):
    """Naive: the file's address is dropped, and the goods go where they always went."""

    async def sent_to(po_number: str, place: str) -> Walk:
        told = f'Currency,EUR\nShip To,"{place}"'.encode()
        content = order_csv(po_number, "Karimi Trading Co").replace(b"Currency,EUR", told)
        return await road.drop(po_number=po_number, content=content)

    known = await sent_to("PO-SHIP-1", "22 Depot Road, 20095 Demohaven")
    await known.to_draft()
    (draft,) = await known.drafts()
    assert draft["shipping_address_id"].isdigit()
    unknown = await sent_to("PO-SHIP-2", "9 Far Road, York")
    await unknown.says("no such delivery address")
    await unknown.to_draft()
    (draft,) = await unknown.drafts()
    assert draft["shipping_address_id"] == ""
    assert "Deliver to: 9 Far Road, York" in draft["notes"]


async def test_overdue_invoices_are_a_managers_answer(road: Road):
    """Naive: nothing tells the desk of overdue invoices, so the check never asks anybody."""
    url = f"{road.stack.books_url}/__fake/seed"
    owing = {
        "contact_name": "Slowpay Outfitters",
        "outstanding_receivable_amount": 350,
        # As books tell it of a customer that is new: the next look asks for what changed since.
        "last_modified_time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000"),
    }
    made = (await road.http.post(url, json={"contacts": [owing]})).json()["contacts"][0]
    bill = {"customer_id": made["contact_id"], "status": "overdue", "balance": 275}
    (await road.http.post(url, json={"invoices": [bill]})).raise_for_status()
    walk = await road.drop(customer="Slowpay Outfitters")
    card = await asked_of_reza(walk)
    assert "overdue" in plain(card.text) or "سررسیدگذشته" in plain(card.text)
    await road.chat.click("reza", card, "choose", {fix_of(card): "go"})
    await walk.to_draft()
