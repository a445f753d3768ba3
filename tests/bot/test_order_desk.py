"""The door to Temporal: started once, clicks judged or stored, and never a hang."""

import asyncio
import uuid
from dataclasses import replace

import pytest
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter

from bot.order_desk import Arrival, OrderDesk, Receipt
from bot.turn import Action
from orders.approval import Outcome, Refusal, Verb
from orders.errors import DeskClosed
from support.breaking import Wire
from support.drive import REQUESTER, start_of
from support.office import GUEST, Office, attachment, text_of
from workflows.messages import Cancel, Reassign, Submit

pytestmark = pytest.mark.asyncio(loop_scope="session")


def submit_of(row, revision: int = 1) -> Submit:
    decision_id = f"{row.order_id}:{revision}:submit:{uuid.uuid4().hex}"
    return Submit(decision_id=decision_id, actor=REQUESTER, revision=revision)


async def test_every_verb_reaches_its_order(office: Office):
    """Naive: a verb without a signal is a button that answers with an apology."""
    row = await office.order()
    for verb in Verb:
        message = Reassign(decision_id=f"{row.order_id}:{verb}", actor=replace(GUEST, tenant_id=""))
        receipt = await office.desk.orders.click(row.order_id, verb, message)
        assert receipt.outcome is not None, verb
        assert receipt.outcome.refusal is Refusal.UNKNOWN_PERSON


async def test_an_order_is_started_once(office: Office):
    start = start_of()
    assert await office.desk.orders.start(start)
    assert not await office.desk.orders.start(start)


async def test_an_order_that_is_over_is_not_started_again(office: Office):
    start = start_of()
    assert await office.desk.orders.start(start)
    handle = office.client.get_workflow_handle(start.order_id)
    await handle.terminate()
    assert not await office.desk.orders.start(start)


async def test_a_click_is_judged_and_its_verdict_kept(office: Office):
    row = await office.order()
    message = submit_of(row)
    receipt = await office.desk.orders.click(row.order_id, Verb.SUBMIT, message)
    assert (receipt.arrival, receipt.accepted) == (Arrival.JUDGED, True)
    assert await office.desk.orders.accepted(row.order_id, message.decision_id)
    again = await office.desk.orders.click(row.order_id, Verb.SUBMIT, message)
    assert again == receipt


async def test_a_refused_click_has_a_verdict_too(office: Office):
    row = await office.order()
    message = submit_of(row, revision=7)
    receipt = await office.desk.orders.click(row.order_id, Verb.SUBMIT, message)
    assert receipt.arrival is Arrival.JUDGED
    assert receipt.outcome is not None
    assert receipt.outcome.refusal is Refusal.STALE
    assert not receipt.accepted
    assert not await office.desk.orders.accepted(row.order_id, message.decision_id)


async def test_a_click_that_nobody_judges_is_stored(office: Office):
    row = await office.stalled()
    receipt = await office.desk.orders.click(row.order_id, Verb.SUBMIT, submit_of(row))
    assert receipt == Receipt(Arrival.QUEUED)
    assert await office.desk.orders.status(row.order_id) is None


async def test_a_click_on_an_order_that_is_gone_finds_it_closed(office: Office):
    row = await office.lost()
    receipt = await office.desk.orders.click(row.order_id, Verb.SUBMIT, submit_of(row))
    assert receipt == Receipt(Arrival.CLOSED)
    assert await office.desk.orders.status(row.order_id) is None


async def test_a_click_on_an_order_that_is_over_keeps_its_old_verdict(office: Office):
    row = await office.order()
    message = Cancel(decision_id=f"{row.order_id}:once", actor=REQUESTER)
    first = await office.desk.orders.click(row.order_id, Verb.CANCEL, message)
    await office.until(row, "cancelled")
    await asyncio.wait_for(office.client.get_workflow_handle(row.order_id).result(), 20)
    again = await office.desk.orders.click(row.order_id, Verb.CANCEL, message)
    assert (again.arrival, again.outcome) == (Arrival.JUDGED, first.outcome)
    late = Cancel(decision_id=f"{row.order_id}:twice", actor=REQUESTER)
    receipt = await office.desk.orders.click(row.order_id, Verb.CANCEL, late)
    assert receipt == Receipt(Arrival.CLOSED)


async def test_a_click_on_an_order_that_is_over_is_not_refused_while_nobody_can_judge(
    office: Office,
):
    """Naive: whoever decided it and clicks again is told that their click did not count."""
    row = await office.stalled()
    await office.client.get_workflow_handle(row.order_id).terminate()
    with pytest.raises(DeskClosed):
        await office.desk.orders.click(row.order_id, Verb.SUBMIT, submit_of(row))


async def test_temporal_out_of_reach_closes_the_desk_politely(office: Office):
    """The naive version let the request hang until Teams gave up."""
    row = await office.order()
    port = int(office.client.service_client.config.target_host.rpartition(":")[2])
    async with Wire(port).open() as wire:
        client = await Client.connect(
            f"127.0.0.1:{wire.port}", data_converter=pydantic_data_converter
        )
        cut = office.over(OrderDesk(client, "desk"))
        wire.cut()
        file = attachment()
        orders = cut.desk.orders
        closed = [orders.start(start_of()), orders.click(row.order_id, Verb.SUBMIT, submit_of(row))]
        errors, dropped, pressed, view = await asyncio.gather(
            asyncio.gather(*closed, return_exceptions=True),
            cut.drop(REQUESTER, file),
            cut.click(REQUESTER, Action("submit", row.code, 1)),
            orders.status(row.order_id),
        )
    assert [type(error) for error in errors] == [DeskClosed, DeskClosed]
    for answer in (dropped, pressed):
        assert "try again in a minute" in text_of(answer)
    assert view is None


@pytest.mark.parametrize(
    ("receipt", "accepted"),
    [
        (Receipt(Arrival.QUEUED), False),
        (Receipt(Arrival.JUDGED, Outcome(accepted=True)), True),
        (Receipt(Arrival.JUDGED, Outcome(accepted=False, refusal=Refusal.STALE)), False),
    ],
)
async def test_only_an_accepted_verdict_counts(receipt, accepted):
    assert receipt.accepted is accepted
