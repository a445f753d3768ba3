"""One file of three orders: each started once, from the same bytes, and alone from then on."""

import asyncio

import pytest

from support.facts import count_workflows, events_of, eventually, redeliver, rows, said
from support.road import Road, Walk, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

BUYER = "Brightwater Outdoor GmbH"
GOODS = "BW-1001,Trail Backpack 30L Green,{},49.90"
MANY = "\n".join(
    ["Customer,PO Number,SKU,Description,Quantity,Unit Price"]
    + [f"{BUYER},SPL-{number},{GOODS.format(number)}" for number in (1, 2, 3)]
).encode()


def family(road: Road, walk: Walk) -> list[tuple[str, str]]:
    """Code and title of every order of this file, the one that was sent first."""
    query = "SELECT code, title FROM cases WHERE title LIKE ? ORDER BY length(title), title"
    return [(str(code), str(title)) for code, title in rows(road, query, f"{walk.name}%")]


async def test_every_order_of_a_file_is_started_once_and_goes_its_own_way(road: Road):
    """Naive: a press that comes twice doubles every order, and each asks about the same file."""
    before = await count_workflows(road)
    walk = await road.drop(content=MANY)
    card = await walk.offers("split")
    pressed, *_ = await asyncio.gather(*(road.chat.click("sara", card, "split") for _ in range(3)))
    await redeliver(road, pressed["activity"], "new")
    await redeliver(road, walk.sent["activity"], "new")
    listed = await eventually(lambda: family(road, walk), lambda found: len(found) == 3)
    assert [title.removeprefix(walk.name) for _, title in listed] == [
        "", f" · SPL-2 · {BUYER}", f" · SPL-3 · {BUYER}",
    ]  # fmt: skip
    walks = [
        Walk(road, f"SPL-{number}", walk.name, code)
        for number, (code, _) in enumerate(listed, start=1)
    ]
    cards = [await one.offers("submit") for one in walks]
    assert await count_workflows(road) == before + 3
    for number, one in enumerate(cards, start=1):
        assert f"SPL-{number}" in plain(one.text)
        assert "was sent before" not in plain(one.text)
    assert f"split off from order {walk.code}" in plain(cards[1].text)
    assert f"other orders: {walks[1].code}, {walks[2].code}" in plain(cards[0].text)
    await walks[1].cancel()
    await walks[1].until(lambda card: not {"cancel", "submit"} & set(card.verbs))
    for one, quantity in ((walks[0], 1), (walks[2], 3)):
        await one.to_draft()
        (draft,) = await one.drafts()
        assert [line["quantity"] for line in draft["line_items"]] == [quantity]
    assert await walks[1].drafts() == []
    assert '"split_from":"' + walk.code in events_of(road, walks[1].code)[0]
    (split,) = [body for body in events_of(road, walk.code) if '"case.split"' in body]
    assert f"{walks[1].code},{walks[2].code}" in split
    await road.chat.say("sara", f"status {walks[2].code}")
    await said(road, f"split off from order {walk.code}")


async def test_whoever_chose_one_order_starts_the_others_later_each_once(road: Road):
    """Naive: the others wait for somebody to send the file again and choose anew."""
    walk = await road.drop(content=MANY.replace(b"SPL-", b"LATER-"), po_number="LATER-2")
    card = await walk.offers("split")
    (question,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {question: "LATER-2"})
    card = await walk.to_approval()
    card = await walk.offers("split_rest")
    pressed, *_ = await asyncio.gather(
        *(road.chat.click("sara", card, "split_rest") for _ in range(3))
    )
    await redeliver(road, pressed["activity"], "new")
    listed = await eventually(lambda: family(road, walk), lambda found: len(found) == 3)
    assert {title.removeprefix(walk.name) for _, title in listed} == {
        "", f" · LATER-1 · {BUYER}", f" · LATER-3 · {BUYER}",
    }  # fmt: skip
    codes = [code for code, title in listed if title != walk.name]
    card = await walk.says(codes[0])
    assert "split_rest" not in card.verbs
    await walk.press("approve", "omid")
    await walk.says("SO-")
    for code, number in zip(codes, ("LATER-1", "LATER-3"), strict=True):
        other = Walk(road, number, walk.name, code)
        assert "split_rest" not in (await other.offers("submit")).verbs
        await other.to_draft()
        (draft,) = await other.drafts()
        assert [line["quantity"] for line in draft["line_items"]] == [int(number[-1])]
    assert len(await walk.drafts()) == 1
