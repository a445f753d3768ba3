"""The whole road, over real HTTP, as people walk it."""

import asyncio

import pytest

from support.facts import eventually, orders_named
from support.oldbooks import xlsb
from support.road import Road, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_dropped_file_becomes_one_approved_draft(road: Road):
    walk = await road.drop()
    card = await walk.offers("submit")
    assert "Brightwater Outdoor GmbH" in plain(card.text)
    assert "847.00" in plain(card.text)
    await walk.to_approval()
    await walk.press("approve", "omid")
    card = await walk.says("SO-")
    (draft,) = await walk.drafts()
    assert draft["status"] == "draft"
    assert draft["salesorder_number"] in plain(card.text)
    assert [(line["quantity"], line["rate"]) for line in draft["line_items"]] == [
        (10, 49.9),
        (24, 14.5),
    ]
    approver = await walk.says("SO-", "omid")
    assert "approve" not in approver.verbs
    assert "Omid" in plain(approver.text)


async def test_f36_a_file_that_breaks_its_reader_is_told_and_the_next_order_goes_on(road: Road):
    hostile = xlsb([["a"]], last=(1_048_575, 16_383))
    walk = await road.drop(content=hostile)
    card = await walk.says("built in a way the desk does not open")
    assert "submit" not in card.verbs
    await walk.cancel()
    await (await road.drop()).offers("submit")


async def test_a_rejected_order_tells_why_and_drafts_nothing(road: Road):
    walk = await road.drop()
    await walk.to_approval()
    await walk.press("reject", "omid", comment="wrong season")
    card = await walk.says("wrong season")
    assert not {"submit", "approve"} & set(card.verbs)
    assert await walk.drafts() == []


async def test_cancelling_early_asks_first_and_leaves_nothing(road: Road):
    walk = await road.drop()
    await walk.cancel()
    card = await walk.until(lambda card: "cancel" not in card.verbs and "submit" not in card.verbs)
    assert await walk.drafts() == []
    assert card.order == walk.code


async def test_cancelling_late_deletes_the_draft(road: Road):
    walk = await road.drop()
    await walk.to_draft()
    assert len(await walk.drafts()) == 1
    await walk.cancel()
    await walk.until(lambda card: not {"cancel", "ask_cancel"} & set(card.verbs))
    assert await walk.drafts() == []


async def test_a_wrong_quantity_is_corrected_on_the_card(road: Road):
    walk = await road.drop(lines=(("BW-1001", "Trail Backpack 30L Green", "ten", "49.90"),))
    card = await walk.offers("correct")
    assert "ten" in plain(card.text)
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: "10"})
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["quantity"] for line in draft["line_items"]] == [10]


async def test_the_customers_name_confirms_a_sum_that_does_not_hold(road: Road):
    """One answer on one card: who it is, and that the lines are right although the total is not."""
    rows = "PO Number,ALONG-1\nCurrency,EUR\n\nSKU,Quantity,Unit Price,Line Total\n"
    content = f"{rows}BW-1001,10,49.90,499.00\n,,Total,599.00\n"
    walk = await road.drop(content=content.encode(), po_number="ALONG-1")
    card = await walk.offers("correct")
    assert "599" in card.text
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: "Brightwater Outdoor GmbH"})
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["quantity"] for line in draft["line_items"]] == [10]


async def test_a_table_on_its_side_is_confirmed_and_becomes_a_draft(road: Road):
    """Naive: no row of headings is found, and the order is refused."""
    head = "PO Number,SIDE-1\nCustomer,Brightwater Outdoor GmbH\nCurrency,EUR\n\n"
    content = f"{head}SKU,BW-1001,0042\nQuantity,10,24\nUnit price,49.90,14.50\n".encode()
    walk = await road.drop(content=content, po_number="SIDE-1")
    card = await walk.offers("correct")
    assert "lies on its side" in plain(card.text)
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: "yes"})
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["quantity"] for line in draft["line_items"]] == [10, 24]


async def test_what_nobody_asked_is_corrected_on_the_card(road: Road):
    """The form below the order is let in by the door as its other answers are."""
    head = (
        "Customer,Brightwater Outdoor GmbH\nPO Number,AMEND-1\n\nArticle code,Pieces,Price each\n"
    )
    walk = await road.drop(content=f"{head}BW-1001,12,49.90\n".encode(), po_number="AMEND-1")
    card = await walk.offers("submit")
    form = {"amend/cell": "B5", "amend/value": "7", "amend/row": "", "amend/as": "skip"}
    await road.chat.click("sara", card, "correct", form)
    # The card offered to send before; it must be the corrected one that is sent.
    await walk.until(lambda card: "submit" in card.verbs and "349.30" in card.text)
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert [line["quantity"] for line in draft["line_items"]] == [7]


async def test_two_customers_of_one_name_are_asked_and_chosen(road: Road):
    walk = await road.drop(customer="Karimi Trading")
    card = await walk.offers("choose")
    choices = card.inputs["pick/customer"]["choices"]
    wanted = next(one["value"] for one in choices if "LLC" in one["title"])
    await road.chat.click("sara", card, "choose", {"pick/customer": wanted})
    await walk.to_draft()
    (draft,) = await walk.drafts()
    assert draft["customer_id"] == wanted


async def test_of_two_approvers_at_once_one_wins_and_both_see_who(road: Road):
    walk = await road.drop()
    await walk.to_approval()
    mina = await walk.offers("approve", "mina")
    omid = await walk.offers("approve", "omid")
    await asyncio.gather(
        road.chat.click("omid", omid, "approve"),
        road.chat.click("mina", mina, "reject", {"comment": "no"}),
    )
    await walk.until(lambda card: "approve" not in card.verbs, "mina")
    await walk.until(lambda card: "approve" not in card.verbs, "omid")
    ((*_, ended),) = await eventually(
        lambda: orders_named(road, walk.name),
        lambda found: found[0][-1] in ("completed", "rejected"),
    )
    winner = "Omid" if ended == "completed" else "مینا"
    assert len(await walk.drafts()) == (ended == "completed")
    for who in ("sara", "omid", "mina"):
        assert winner in plain((await walk.says(winner, who)).text)


async def test_nobody_approves_an_order_of_their_own(road: Road):
    walk = await road.drop("omid")
    card = await walk.offers("submit", "omid")
    await road.chat.click("omid", card, "submit")
    await walk.offers("approve", "mina")
    forged = {
        "action": {
            "type": "Action.Execute",
            "verb": "approve",
            "data": {"order": walk.code, "revision": 1},
        },
        "trigger": "manual",
    }
    await road.teams("/api/people/omid/invoke", {"message": card.message, "value": forged})
    assert "approve" in (await walk.card("mina")).verbs
    assert await walk.drafts() == []


async def test_a_double_click_counts_once(road: Road):
    walk = await road.drop()
    card = await walk.to_approval()
    await asyncio.gather(*(road.chat.click("omid", card, "approve") for _ in range(5)))
    await walk.says("SO-")
    assert len(await walk.drafts()) == 1


async def test_books_that_die_after_the_commit_hold_one_draft(road: Road):
    walk = await road.drop()
    await walk.to_approval()
    await road.books_fault("drop_after_commit", count=1, method="PUT", path="salesorders")
    await walk.press("approve", "omid")
    await walk.says("SO-")
    assert len(await walk.drafts()) == 1


async def test_an_outage_of_the_books_parks_the_order_and_heals_by_itself(road: Road):
    walk = await road.drop()
    await walk.to_approval()
    await road.books_fault("503", count=None)
    await walk.press("approve", "omid")
    card = await walk.offers("resume")
    assert "Zoho" in plain(card.text)
    await road.heal_books()
    await walk.says("SO-")
    assert len(await walk.drafts()) == 1


async def test_commands_are_forgiving_and_in_both_languages(road: Road):
    walk = await road.drop()
    await walk.offers("submit")
    for who, text in (
        ("sara", "  STATUS "),
        ("sara", f"status {walk.code.lower()}"),
        ("sara", "وضعيت"),
    ):
        await road.chat.say(who, text)
    before = len(await road.chat.cards("lina"))
    await road.chat.say("lina", "what is this")
    for _ in range(50):
        cards = await road.chat.cards("lina")
        if len(cards) > before:
            break
        await asyncio.sleep(0.1)
    assert "help" in plain(cards[-1].text)
    await road.chat.say("sara", f"status {'0' * 6}")
    await walk.cancel()
