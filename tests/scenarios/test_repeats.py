"""The same thing twice: redelivered, resent on purpose, mended, fifty at once."""

import asyncio
import statistics
import sys

import pytest

from support.facts import count_workflows, eventually, orders_named, redeliver, said
from support.road import Road, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

AN_HOUR = 3_600
MOST_MS = 5_000


async def test_b014_one_activity_id_delivered_twice_and_twenty_times_at_once_is_one_order(
    road: Road,
):
    """Naive: without the workflow id that the file's own id gives, each delivery is an order."""
    before = await count_workflows(road)
    walk = await road.drop()
    again = await redeliver(road, walk.sent["activity"])
    many = await asyncio.gather(*(redeliver(road, walk.sent["activity"]) for _ in range(20)))
    assert {one["status"] for one in (again, *many)} == {200}
    await walk.offers("submit")
    assert await count_workflows(road) == before + 1
    assert len(orders_named(road, walk.name)) == 1


async def test_b015_an_upload_under_its_id_twice_and_under_new_ids_is_one_order(road: Road):
    """Naive: de-duplication by activity id alone starts an order per new id."""
    before = await count_workflows(road)
    walk = await road.drop()
    await walk.offers("submit")
    cards = len(await road.chat.cards("sara"))
    for how in ("same", "new", "new"):
        answer = await redeliver(road, walk.sent["activity"], how)
        assert (answer["status"], answer["body"]) == (200, None)
    assert await count_workflows(road) == before + 1
    assert len(await road.chat.cards("sara")) == cards


async def test_b015_a_click_under_its_id_twice_and_under_new_ids_is_one_decision(road: Road):
    """Naive: an effect per activity id refuses the second delivery as decided already."""
    walk = await road.drop()
    await walk.to_approval()
    pressed = await walk.press("approve", "omid")
    await walk.says("SO-")
    answers = [
        await redeliver(road, pressed["activity"], how, "omid") for how in ("same", "new", "new")
    ]
    assert [one["outcome"] for one in answers] == ["card"] * 3
    assert not [one for one in answers if "did not count" in plain(str(one["body"]))]
    assert len({str(one["body"]) for one in answers}) == 1
    assert len(await walk.drafts()) == 1


async def test_b016_an_open_orders_file_sent_again_later_is_told_so(road: Road):
    walk = await road.drop()
    await walk.offers("submit")
    await road.teams("/__fake/clock", {"advance": AN_HOUR / 2})
    before = await count_workflows(road)
    await road.drop(po_number=walk.po_number, unique_id=walk.sent["files"][0])
    await said(road, f"I already have this file as order {walk.code}")
    assert await count_workflows(road) == before


async def test_b016_a_finished_orders_file_sent_again_is_a_new_order_with_a_warning(road: Road):
    """Naive: an id from the file alone refuses the second order in silence, and one from the
    activity makes a third of a redelivery."""
    first = await road.drop()
    await first.to_draft()
    await road.teams("/__fake/clock", {"advance": AN_HOUR / 2})
    second = await road.drop(po_number=first.po_number, unique_id=first.sent["files"][0])
    await redeliver(road, second.sent["activity"], "new")
    found = await eventually(
        lambda: orders_named(road, first.name),
        lambda found: [status for _, _, status in found] == ["completed", "awaiting_selection"],
    )
    second.code = found[1][1]
    # The same PO number again is a person's answer before anything is sent.
    card = await second.until(lambda card: "choose" in card.verbs or "correct" in card.verbs)
    assert first.code in plain(card.text)
    assert second.code != first.code
    await redeliver(road, second.sent["activity"], "new")
    assert len(orders_named(road, first.name)) == 2


async def test_a_corrected_file_delivered_twice_mends_one_order_and_starts_none(road: Road):
    """Naive: once mended, the order no longer waits, and the redelivery becomes a second order."""
    walk = await road.drop(content=b"PK\x03\x04 is no workbook")
    await eventually(
        lambda: orders_named(road, walk.name), lambda found: "blocked" in str(found), 90
    )
    before = await count_workflows(road)
    better = await road.drop(po_number=walk.po_number)
    await redeliver(road, better.sent["activity"])
    await walk.offers("submit")
    await redeliver(road, better.sent["activity"], "new")
    assert await count_workflows(road) == before
    assert len(orders_named(road, walk.name)) == 1


async def test_fifty_uploads_at_once_are_acknowledged_before_anything_slow(road: Road):
    """Files and books answer after 2 s; the strict figure belongs to the benchmark."""
    slow = {"route": "file", "kind": "slow", "delay": 2, "count": -1}
    await road.teams("/__fake/faults", slow)
    await road.books_fault("slow", count=None, seconds="2")
    walks = await asyncio.gather(*(road.drop() for _ in range(50)))
    await road.http.delete(f"{road.stack.teams_url}/__fake/faults")
    await road.heal_books()
    took = sorted(walk.sent["took_ms"] for walk in walks)
    middle, slowest = statistics.median(took), took[-1]
    figures = f"p50 {middle:.0f} ms, p99 {slowest} ms, {slowest / 300:.2f} of the 300 ms aimed at"
    sys.stdout.write(f"50 uploads at once: {figures}\n")
    assert {walk.sent["status"] for walk in walks} == {200}
    assert slowest < MOST_MS
    for walk in walks:
        await eventually(
            lambda name=walk.name: orders_named(road, name),
            lambda found: [status for *_, status in found] == ["awaiting_review"],
            180,
        )
