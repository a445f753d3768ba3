"""Lists: one's own orders and what waits for one, each shown to nobody else."""

import pytest

from orders.approval import Actor
from orders.roles import Role
from support.drive import APPROVER, TENANT
from support.office import text_of
from workflows import messages as m
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")

NORA = Actor("nora-1", TENANT, "Nora", "nora-1", frozenset({Role.REQUESTER}))
LENA = Actor("lena-1", TENANT, "Lena", "lena-1", frozenset({Role.APPROVER}))
NEWCOMER = Actor("new-1", TENANT, "Nora", "new-1", frozenset({Role.REQUESTER}))


async def test_somebody_without_orders_is_told_how_to_begin(office):
    assert "You have sent no order yet" in text_of(await office.write(NEWCOMER, "my orders"))


async def test_somebody_who_is_asked_nothing_is_told_so(office):
    assert "Nothing waits for your decision" in text_of(await office.write(NEWCOMER, "pending"))


async def test_own_orders_are_listed_with_their_state(office):
    office.later(minutes=1)
    row = await office.order(who=NORA)
    said = text_of(await office.write(NORA, "My Orders"))
    assert row.code in said
    assert "Ready for review" in said
    assert row.code not in text_of(await office.write(APPROVER, "my orders"))


async def test_what_waits_for_an_approver_is_listed_with_who_asks(office):
    office.machines.plan(ports.find_crew, m.Crew(approvers=(LENA.object_id,)))
    row = await office.to_approval()
    said = text_of(await office.write(LENA, "pending"))
    assert row.code in said
    assert "Sara" in said
    await office.press(LENA, "reject", row, comment="No")
    await office.until(row, "rejected")
    assert "Nothing waits" in text_of(await office.write(LENA, "pending"))


async def test_lists_speak_the_readers_language(office):
    office.later(minutes=1)
    row = await office.order(who=NORA)
    said = text_of(await office.write(NORA, "سفارش‌های من", language="fa"))
    assert row.code in said
    assert "سفارش‌های شما" in said
