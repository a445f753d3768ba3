"""How an order stands: one by its code, or the latest."""

import pytest

from orders.approval import Actor
from orders.roles import Role
from support.drive import APPROVER, MANAGER, REQUESTER, TENANT
from support.office import AUDITOR, GUEST, STRANGER, text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

NEWCOMER = Actor("new-2", TENANT, "Nora", "new-2", frozenset({Role.REQUESTER}))


async def test_status_shows_the_latest_order(office):
    await office.order()
    office.later(minutes=1)
    row = await office.order()
    said = text_of(await office.write(REQUESTER, "status"))
    assert row.code in said
    assert row.title in said


async def test_status_without_any_order_says_how_to_begin(office):
    assert "You have sent no order yet" in text_of(await office.write(NEWCOMER, "status"))


@pytest.mark.parametrize("who", [REQUESTER, MANAGER, AUDITOR])
async def test_a_code_shows_its_order_to_those_who_may_see_it(office, who):
    row = await office.order()
    said = text_of(await office.write(who, f"status {row.code[:3]}-{row.code[3:].lower()}"))
    assert "Ready for review" in said


@pytest.mark.parametrize("who", [GUEST, APPROVER, STRANGER])
async def test_a_code_of_others_is_as_unknown_as_no_code(office, who):
    row = await office.order()
    said = text_of(await office.write(who, f"status {row.code}"))
    unknown = text_of(await office.write(who, "status AAAAAA"))
    assert said.replace(row.code, "AAAAAA") == unknown


async def test_an_order_nobody_can_speak_for_says_try_later(office):
    row = await office.stalled()
    assert "cannot answer right now" in text_of(await office.write(REQUESTER, f"status {row.code}"))
