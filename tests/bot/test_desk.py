"""Who sees which order, and what is shown where nobody can say how it stands."""

from dataclasses import replace

import pytest

from bot.desk import actor_of, may_see, no_such_order, say_card
from orders.approval import Actor
from orders.case import Status
from orders.roles import Role
from runtime.storage.port import CaseRow
from support.drive import APPROVER, MANAGER, REQUESTER, SECOND, TENANT, start_of
from support.office import AUDITOR, GUEST, STRANGER, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROW = CaseRow(
    "order-1", "K7Q4MP", TENANT, REQUESTER.object_id, "awaiting_approval", "PO-1.csv",
    "2026-11-21T09:00:00+00:00", "", approvers=(APPROVER.object_id,),
)  # fmt: skip
ADMIN = Actor("admin-1", TENANT, "Ada", "admin-1", frozenset({Role.ADMIN}))


@pytest.mark.parametrize("who", [REQUESTER, APPROVER, MANAGER, AUDITOR, ADMIN])
async def test_those_involved_and_those_who_oversee_see_it(who):
    assert may_see(who, ROW)


@pytest.mark.parametrize("who", [GUEST, SECOND, STRANGER])
async def test_nobody_else_sees_it(who):
    assert not may_see(who, ROW)


@pytest.mark.parametrize("who", [REQUESTER, APPROVER, MANAGER, ADMIN])
async def test_no_role_reaches_into_another_tenant(who):
    assert not may_see(replace(who, tenant_id="tenant-2"), ROW)


async def test_a_turn_without_an_actor_never_gets_this_far(make_turn):
    with pytest.raises(PermissionError):
        actor_of(make_turn("status"))


async def test_a_code_is_found_however_it_is_typed(office):
    row = await office.order()
    turn = office.turn(REQUESTER)
    typed = f" {row.code[:3].lower()}-{row.code[3:]} "
    assert await office.desk.find(turn, typed) == row
    assert await office.desk.find(office.turn(GUEST), row.code) is None
    assert await office.desk.find(turn, "no code at all") is None


async def test_an_unknown_code_is_quoted_within_bounds(make_turn):
    said = text_of(no_such_order(make_turn(), "x" * 500))
    assert "X" * 12 in said
    assert "X" * 13 not in said


async def test_a_sentence_speaks_the_readers_language(make_turn):
    assert "Drop an order" in text_of(say_card(make_turn(), "no_orders"))
    assert "هنوز سفارشی نفرستاده‌اید" in text_of(say_card(make_turn(language="fa"), "no_orders"))


async def test_an_order_without_a_document_is_drawn_from_its_status(office):
    """The first card may be asked for before the case is opened."""
    start = start_of()
    await office.desk.orders.start(start)
    row = replace(ROW, order_id=start.order_id, code=start.code)
    scene = None
    for _ in range(20):
        scene = scene or await office.desk.scene(office.turn(REQUESTER), row, "")
    assert scene is not None
    assert scene.case is None or scene.case.order_id == start.order_id
    assert row.code in text_of(await office.desk.show(office.turn(REQUESTER), row))


async def test_a_notice_stands_on_todays_card(office):
    row = await office.order()
    said = text_of(await office.desk.show(office.turn(REQUESTER), row, "stale"))
    assert "has changed meanwhile" in said
    assert "Ready for review" in said


class Moving:
    """The orders, of which one moves on as soon as somebody has asked how it stands."""

    def __init__(self, orders):
        self.orders, self.asked = orders, 0

    async def status(self, order_id):
        self.asked += 1
        view = await self.orders.status(order_id)
        early = replace(view, status=Status.CHECKING, version=view.version - 1)
        return early if self.asked == 1 else view


async def test_what_an_order_became_while_its_card_was_drawn_is_what_the_answer_shows(office):
    """Naive: the answer to a click covers what the message has said already, and stays."""
    row = await office.order()
    turn = office.turn(REQUESTER)
    today = await office.desk.show(turn, row)
    moving = replace(office.desk, orders=Moving(office.desk.orders))
    assert text_of(await moving.show(turn, row)) == text_of(today)
    assert moving.orders.asked == 4
