"""One press starts every order that the file holds; the card of none of them offers it again."""

import json

import pytest

from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Order
from orders.reading import Reading, Result
from support.drive import MANAGER, REQUESTER, SECOND
from support.office import Office, attachment, text_of
from workflows import messages as m
from workflows import ports

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEVERAL = Issue(
    "MULTI_ORDER_DETECTED",
    Severity.ERROR,
    ask=Ask.CHOICE,
    target="split",
    candidates=(Candidate("P1", "P1 · 1"), Candidate("P2", "P2 · 1")),
    preselect="P1",
)
LEFT = Issue(
    "OTHER_ORDERS_LEFT",
    Severity.WARNING,
    target="split",
    candidates=(Candidate("P2", "P2 · 1"),),
)
ORDERS = tuple(Order("Sheet1", (1,), {}, (), po_number=one) for one in ("P1", "P2"))
READING = Reading(Result.QUESTIONS, ORDERS, (SEVERAL,))


async def asked(office: Office):
    """An order whose file holds two, as the reader lists them."""
    file = attachment()
    office.machines.issues[file.name] = (SEVERAL,)
    office.machines.readings[file.name] = READING
    office.machines.plan(ports.check_order, m.Checked(errors=1, lines=2))
    await office.drop(REQUESTER, file)
    return file, await office.listed(file.name, "awaiting_corrections")


async def test_all_listed_orders_start_and_say_where_they_come_from(office):
    file, row = await asked(office)
    shown = await office.desk.show(office.turn(REQUESTER), row)
    assert '"split"' in json.dumps(shown.content)
    office.machines.issues.pop(file.name)
    said = text_of(await office.press(REQUESTER, "split", row))
    other = await office.listed(f"{file.name} · P2", "awaiting_review")
    assert f"The file's other orders: {other.code}" in said
    said = text_of(await office.press(REQUESTER, "split", row))
    assert other.code in said
    assert office.machines.inputs[other.order_id].origin.code == row.code
    told = text_of(await office.write(REQUESTER, f"status {other.code}"))
    assert f"split off from order {row.code}" in told


async def test_whoever_is_in_charge_splits_and_nobody_else(office):
    _, row = await asked(office)
    assert "I find no order" in text_of(await office.press(SECOND, "split", row))
    assert (await office.view(row)).parts == ()
    await office.press(MANAGER, "split", row)
    assert len((await office.view(row)).parts) == 1


async def test_what_was_left_when_one_was_chosen_can_be_started_later(office):
    file = attachment()
    office.machines.issues[file.name] = (LEFT,)
    await office.drop(REQUESTER, file)
    row = await office.listed(file.name, "awaiting_review")
    shown = await office.desk.show(office.turn(REQUESTER), row)
    assert '"split_rest"' in json.dumps(shown.content)
    pressed = await office.press(REQUESTER, "split_rest", row)
    other = await office.listed(f"{file.name} · P2", "awaiting_review")
    assert f"The file's other orders: {other.code}" in text_of(pressed)
    assert '"split_rest"' not in json.dumps(pressed.content)
    await office.press(MANAGER, "split_rest", row)
    assert (await office.view(row)).parts == (other.code,)


async def test_an_order_that_asks_no_such_thing_is_shown_as_it_is(office):
    row = await office.order()
    assert row.code in text_of(await office.press(REQUESTER, "split", row))
    assert (await office.view(row)).revision == 1
