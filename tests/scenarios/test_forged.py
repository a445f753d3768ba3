"""Clicks that lie about order, content or person, over the whole desk."""

import asyncio
import re

import pytest

from support.facts import events_of, eventually, rows
from support.forging import forge, nameless, value_of
from support.road import LINES, Road, Walk, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

OMID = "a1f0c3d2-2222-4c1e-8a02-5e0f6d7c8b92"


def status_of(road: Road, walk: Walk) -> str:
    ((status,),) = rows(road, "SELECT status FROM cases WHERE code = ?", walk.code)
    return str(status)


async def untouched(road: Road, walk: Walk, status: str) -> None:
    """The order stands where it stood, and nothing reached the books."""
    await asyncio.sleep(1)
    assert status_of(road, walk) == status
    assert await walk.drafts() == []


async def test_b017_a_card_speaks_for_its_own_order_only(frail: Road):
    """Naive: whoever edits the order code in the data acts on any order of theirs from any card."""
    one, other = await frail.drop(), await frail.drop()
    card = await one.offers("submit")
    await other.offers("submit")
    answer = await forge(frail, "sara", card, value_of("submit", other.code))
    assert f"I find no order {other.code}" in plain(str(answer["body"]))
    await untouched(frail, other, "awaiting_review")
    await untouched(frail, one, "awaiting_review")


async def test_b017_foreign_and_unknown_orders_get_one_answer_but_for_the_code(frail: Road):
    """Naive: "not allowed" for a foreign order tells that it exists."""
    mine, foreign = await frail.drop(), await frail.drop("omid")
    card = await mine.offers("submit")
    await foreign.offers("submit", "omid")
    codes = (foreign.code, "ZZZZZZ")
    for verb in ("submit", "approve", "correct", "ask_cancel", "cancel", "open", "refresh"):
        answers = [await forge(frail, "sara", card, value_of(verb, code)) for code in codes]
        shapes = {
            re.sub("|".join(codes), "CODE", str((one["outcome"], one["status"], one["body"])))
            for one in answers
        }
        assert len(shapes) == 1, verb
        assert "submit" not in str(answers[0]["body"])
    await untouched(frail, foreign, "awaiting_review")


async def test_b018_what_card_data_says_about_content_is_ignored(frail: Road):
    """Naive: a bot that books what the card sends back books what the sender typed."""
    walk = await frail.drop()
    card = await walk.to_approval()
    lies = {"amount": "1.00", "currency": "JPY", "lines": [], "customer": "7", "total": 1}
    for name, lie in lies.items():
        answer = await forge(frail, "omid", card, value_of("approve", walk.code, **{name: lie}))
        assert answer["outcome"] == "error", name
    await untouched(frail, walk, "awaiting_approval")
    crafted = {"pick__customer": "460000000026049", "fix__0a1b2c3d": "1", "pick__L001": "-"}
    await forge(frail, "omid", card, value_of("approve", walk.code, **crafted))
    await walk.says("SO-")
    (draft,) = await walk.drafts()
    assert draft["customer_name"] == "Brightwater Outdoor GmbH"
    assert draft["currency_code"] == "EUR"
    booked = [(line["sku"], line["quantity"], float(line["rate"])) for line in draft["line_items"]]
    assert booked == [(sku, quantity, float(price)) for sku, _, quantity, price in LINES]


async def test_b020_only_an_asked_approver_decides_whoever_clicks(frail: Road):
    """Naive: a bot that believes the card lets everybody who sees one decide."""
    walk = await frail.drop()
    await walk.to_approval()
    own = await walk.card()
    for who, card in (("sara", own), ("lina", own), ("reza", own)):
        await forge(frail, who, card, value_of("approve", walk.code))
        await forge(frail, who, card, value_of("reject", walk.code, comment="no"))
    await untouched(frail, walk, "awaiting_approval")
    refused = [body for body in events_of(frail, walk.code) if "access.denied" in body]
    assert {"own_order", "not_allowed"} <= {
        reason for reason in ("own_order", "not_allowed") if reason in str(refused)
    }
    await walk.press("reject", "omid", comment="done here")


async def test_b028_b029_a_click_counts_by_who_makes_it_not_by_whose_card_it_was(frail: Road):
    """Naive: a click that was valid once is valid again from anybody in the chat."""
    walk = await frail.drop()
    card = await walk.to_approval()
    value = value_of("approve", walk.code)
    await forge(frail, "reza", card, value)
    await untouched(frail, walk, "awaiting_approval")
    # The approver's own click from a card of another conversation is theirs, and audited as such.
    await forge(frail, "omid", await walk.card(), value)
    await walk.says("SO-")
    granted = [one for one in events_of(frail, walk.code) if "approval.granted" in one]
    assert [OMID in one for one in granted] == [True]


async def test_b020_an_approver_removed_after_being_asked_decides_nothing(frail: Road):
    """Naive: roles read when the card was sent still count when it is clicked."""
    walk = await frail.drop()
    card = await walk.to_approval()
    roles = await asyncio.to_thread(_without_approver, frail)
    try:
        answer = await frail.chat.click("omid", card, "approve")
        assert "does not allow" in plain(str(answer["body"]))
        await untouched(frail, walk, "awaiting_approval")
        assert "not_allowed" in str(events_of(frail, walk.code))
    finally:
        await asyncio.to_thread(_write_roles, frail, roles)
    await frail.chat.click("omid", card, "approve")
    await walk.says("SO-")


async def test_b022_a_click_without_an_object_id_is_nobodys(frail: Road):
    """Naive: a bot that goes by the display name takes anybody for the approver."""
    walk = await frail.drop()
    card = await walk.to_approval()
    answer = await nameless(frail, "omid", card, value_of("approve", walk.code))
    assert answer["status"] == 200
    assert answer["body"]["statusCode"] == 400
    await untouched(frail, walk, "awaiting_approval")
    await walk.press("reject", "omid", comment="done here")


@pytest.mark.parametrize("end", ["completed", "cancelled", "rejected"])
async def test_b025_a_stored_old_card_gets_todays_card_and_changes_nothing(frail: Road, end: str):
    """Naive: an old approval card approves again, or ends in an error without a word."""
    walk = await frail.drop()
    old_review = await walk.offers("submit")
    old_card = await walk.to_approval()
    await _finish(walk, end)
    await eventually(lambda: status_of(frail, walk), lambda status: status == end)
    drafts = await walk.drafts()
    stored = [
        ("omid", old_card, value_of("approve", walk.code)),
        ("mina", await walk.card("mina"), value_of("reject", walk.code, comment="late")),
        ("sara", old_review, value_of("submit", walk.code)),
    ]
    for who, card, value in stored:
        answer = await forge(frail, who, card, value)
        assert answer["outcome"] == "card", answer
        assert walk.code in str(answer["body"])
        assert not {"approve", "reject", "submit"} & set(
            re.findall("'verb': '(\\w+)'", str(answer))
        )
    assert (status_of(frail, walk), await walk.drafts()) == (end, drafts)


async def _finish(walk: Walk, end: str) -> None:
    if end == "cancelled":
        await walk.cancel()
    elif end == "rejected":
        await walk.press("reject", "omid", comment="no")
    else:
        await walk.press("approve", "omid")
        await walk.says("SO-")


def _without_approver(road: Road) -> str:
    text = _roles_file(road).read_text("utf-8")
    before, found, after = text.partition(OMID)
    _write_roles(road, before + found + after.replace("[requester, approver]", "[requester]", 1))
    return text


def _write_roles(road: Road, text: str) -> None:
    _roles_file(road).write_text(text, "utf-8")


def _roles_file(road: Road):
    return road.stack.data_dir.parent / "roles.yaml"
