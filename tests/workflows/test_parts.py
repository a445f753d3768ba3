"""Orders that are split off: each started once, and alone from then on."""

import asyncio

import pytest

from orders.approval import Refusal, Verb
from orders.case import FileFacts, Origin
from orders.fingerprint import code_of
from orders.fixes import Fix, FixKind
from orders.parting import id_of
from support.drive import APPROVER, MANAGER, REQUESTER, start_of
from support.server import dev_server
from workflows import messages as m
from workflows import ports
from workflows.order import OrderWorkflow
from workflows.parts import input_of

FILE = FileFacts("PO.xlsx", "ab" * 32, 10, "xlsx")


def parts_for(order_id: str, *names: str) -> tuple[Origin, ...]:
    return tuple(
        Origin(order_id, "K7Q4MP", name, (Fix(FixKind.SPLIT, "", name),), FILE) for name in names
    )


def click(verb: str) -> dict[str, object]:
    return {"decision_id": f"1:{verb}", "actor": REQUESTER, "revision": 1}


@pytest.fixture
async def env():
    """The real server, since no time has to pass here.

    The time-skipping one refuses a task that cancels an activity it has just heard the end of
    (ACTIVITY_UNKNOWN), and then answers no query of that workflow any more.
    """
    async with dev_server() as env:
        yield env


@pytest.fixture
async def asked(drive):
    """An order whose file holds several, and which is asked for one."""
    drive.machines.plan(ports.check_order, m.Checked(errors=1))
    await drive.start()
    await drive.at("awaiting_corrections")
    return drive


async def family(drive, *names: str):
    """The handles of the orders split off, once all are under way."""
    handles = [
        drive.client.get_workflow_handle(id_of(one)) for one in parts_for(drive.handle.id, *names)
    ]
    for handle in handles:
        for _ in range(200):
            view = await handle.query(OrderWorkflow.status)
            if view.status == "awaiting_review":
                break
            await asyncio.sleep(0.05)
        assert view.status == "awaiting_review"
    return handles


async def test_each_listed_order_starts_once_however_often_it_is_asked(asked):
    """Naive: a press that comes again, or another person's, starts every order again."""
    parts = parts_for(asked.handle.id, "P1", "P2", "P3")
    clicks = [asked.click(Verb.SPLIT, REQUESTER, revision=1, parts=parts) for _ in range(3)]
    verdicts = await asyncio.gather(*clicks)
    assert [one.accepted for one in verdicts] == [True] * 3
    assert not (await asked.click(Verb.SPLIT, MANAGER, revision=1, parts=parts)).accepted
    assert not (await asked.click(Verb.SPLIT, APPROVER, parts=parts)).accepted
    view = await asked.at("awaiting_review")
    codes = tuple(code_of(id_of(one)) for one in parts[1:])
    assert (view.parts, view.answers, view.revision) == (codes, 0, 2)
    handles = await family(asked, "P2", "P3")
    views = [await one.query(OrderWorkflow.status) for one in handles]
    assert [(one.code, one.origin, one.requester) for one in views] == [
        (code, "K7Q4MP", "requester-1") for code in codes
    ]
    machines = asked.machines
    assert machines.calls.count("open_case") == machines.calls.count("receive_file") == 3
    (answers,) = machines.answers
    assert [(fix.value, fix.by) for fix in answers.fixes] == [("P1", "requester-1")]
    (split,) = (one for one in machines.events if one.event_type == "case.split")
    assert split.data["parts"] == ",".join(codes)


async def test_cancelling_one_leaves_the_others(asked):
    """The one that was asked is cancelled in the same breath, before the others have started."""
    parts = parts_for(asked.handle.id, "P1", "P2", "P3")
    split, cancel = m.Split(**click("split"), parts=parts), m.Cancel(**click("cancel"))
    await asked.handle.signal(OrderWorkflow.split, split)
    await asked.handle.signal(OrderWorkflow.cancel, cancel)
    assert await asked.handle.result() == "cancelled"
    one, other = await family(asked, "P2", "P3")
    asked.handle = one
    await asked.click(Verb.CANCEL, REQUESTER)
    await asked.at("cancelled")
    asked.handle = other
    await asked.click(Verb.SUBMIT, REQUESTER)
    await asked.at("awaiting_approval")
    await asked.click(Verb.APPROVE, APPROVER)
    await asked.at("completed")
    assert asked.machines.drafts == {other.id}


async def test_what_was_left_is_started_later_each_once_by_whoever_is_in_charge(asked):
    """Naive: whoever chose one order of a file has to send it again for the others."""
    parts = parts_for(asked.handle.id, "P2", "P3")
    await asked.click(Verb.CORRECT, REQUESTER, fixes=(Fix(FixKind.SPLIT, "", "P1"),))
    await asked.at("awaiting_review")
    refused = await asked.click(Verb.SPLIT_REST, APPROVER, parts=parts)
    assert refused.refusal is Refusal.NOT_ALLOWED
    await asked.click(Verb.SUBMIT, REQUESTER)
    await asked.at("awaiting_approval")
    pressed = [asked.click(Verb.SPLIT_REST, who, parts=parts) for who in (MANAGER, REQUESTER) * 2]
    assert all(one.accepted for one in await asyncio.gather(*pressed))
    await family(asked, "P2", "P3")
    view = await asked.at("awaiting_approval")
    assert (len(view.parts), view.answers, view.revision) == (2, 0, 2)
    assert asked.machines.calls.count("open_case") == 3


async def test_a_split_is_no_answer_that_can_be_undone(asked):
    await asked.click(Verb.SPLIT, REQUESTER, parts=parts_for(asked.handle.id, "P1", "P2"))
    await asked.at("awaiting_review")
    verdict = await asked.click(Verb.UNDO, REQUESTER)
    assert verdict.refusal is Refusal.NOTHING_TO_UNDO


async def test_a_part_that_was_started_before_is_not_started_again(asked):
    parts = parts_for(asked.handle.id, "P1", "P2")
    start = input_of(start_of(order_id=asked.handle.id), parts[1])
    await asked.client.start_workflow(
        OrderWorkflow.run, start, id=start.order_id, task_queue="desk"
    )
    await family(asked, "P2")
    assert (await asked.click(Verb.SPLIT, REQUESTER, parts=parts)).accepted
    assert (await asked.at("awaiting_review")).parts == (start.code,)
    assert asked.machines.calls.count("open_case") == 2
    await asked.click(Verb.CANCEL, REQUESTER)
    assert await asked.handle.result() == "cancelled"


def test_the_input_of_a_part_carries_no_link():
    start = start_of(order_id="order-1")
    (part,) = parts_for("order-1", "P2")
    made = input_of(start, part)
    assert (made.file.url, made.file.name) == ("", "PO.xlsx · P2")
    assert made.code == code_of(made.order_id) != start.code
