"""A long history goes on in a new run, and nobody notices."""

import asyncio
from datetime import timedelta

import pytest

from orders.approval import Refusal, Verb
from orders.errors import BooksRejected, BooksThrottled
from orders.fixes import Fix, FixKind
from support.drive import APPROVER, REQUESTER, SECOND, Drive
from support.machines import Machines, fault
from support.server import SUGGEST, dev_server, workers
from workflows import messages as m
from workflows import ports
from workflows.draft_messages import Line
from workflows.order import OrderWorkflow
from workflows.turnstile import TurnstileWorkflow, turnstile_id

SOON = 150
"""Events until the server suggests a new run; an order alone stays below."""


@pytest.fixture
async def drive():
    async with dev_server(**{SUGGEST: SOON}) as env:
        machines = Machines()
        async with workers(env.client, machines, cached=50, also=(TurnstileWorkflow,)):
            yield Drive(env.client, env, machines)


async def runs_of(drive, first=None):
    """Run ids of the order (or of another handle), first to last, as each names the next."""
    first = first or drive.handle
    run_id, found = first.first_execution_run_id, []
    while run_id:
        found.append(run_id)
        handle = drive.client.get_workflow_handle(first.id, run_id=run_id)
        last = (await handle.fetch_history()).events[-1]
        run_id = last.workflow_execution_continued_as_new_event_attributes.new_execution_run_id
    return found


async def make_noise(drive, name, count):
    """Clicks that are refused but fill the history."""
    handle = drive.handle
    for start in range(0, count, 25):
        await asyncio.gather(
            *(
                handle.signal(
                    OrderWorkflow.replace_file,
                    m.ReplaceFile(decision_id=f"{name}-{number}", actor=SECOND, revision=1),
                )
                for number in range(start, min(start + 25, count))
            )
        )


async def until_runs(drive, count):
    for _ in range(200):
        if len(runs := await runs_of(drive)) >= count:
            return runs
        await asyncio.sleep(0.1)
    raise AssertionError(f"still {len(runs)} runs")


async def to_approval(drive):
    await drive.start()
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, REQUESTER)
    return await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)


async def test_f38_a_thousand_clicks_at_a_waiting_order_lose_nothing(drive):
    """The naive version ran on: 1,000 refused clicks left no room for the one that counts."""
    before = await to_approval(drive)
    assert (await drive.click(Verb.REASSIGN, APPROVER, to="approver-9")).accepted
    given = f"{drive.handle.id}:1:reassign:approver-1"
    await make_noise(drive, "noise", 1000)
    await until_runs(drive, 2)
    view = await drive.at("awaiting_approval")
    assert view.deadlines == before.deadlines
    assert view.approvers == ("approver-2", "approver-9")
    assert (await drive.handle.query(OrderWorkflow.verdict, given)).accepted
    assert (await drive.click(Verb.APPROVE, APPROVER)).refusal is Refusal.NOT_ALLOWED
    assert (await drive.click(Verb.APPROVE, SECOND)).accepted
    view = await drive.at("completed")
    assert (view.decision.name, view.draft.number) == ("Mina", "SO-00001")
    assert (await drive.handle.query(OrderWorkflow.verdict, given)).accepted
    assert drive.machines.calls.count("create_draft") == 1
    assert drive.machines.event_types.count("approval.sent") == 1


async def test_f38_every_correction_that_was_accepted_is_written(drive):
    """Corrections come faster than the checks; none is lost between two runs."""
    drive.machines.plan(ports.check_order, *[m.Checked(errors=1)] * 500)
    await drive.start()
    before = await drive.at("awaiting_corrections")
    accepted = []
    for number in range(1, 81):
        if len(accepted) == 40:
            break
        fix = Fix(FixKind.CELL, "Sheet1!D14", str(number))
        view = await drive.until(lambda view: view.status == "awaiting_corrections")
        await asyncio.gather(
            drive.click(Verb.CORRECT, REQUESTER, revision=view.revision, fixes=(fix,)),
            make_noise(drive, f"noise-{number}", 5),
        )
        decision_id = f"{drive.handle.id}:{view.revision}:correct:{REQUESTER.object_id}"
        if (await drive.handle.query(OrderWorkflow.verdict, decision_id)).accepted:
            accepted.append((decision_id, fix.value))
    view = await drive.until(
        lambda view: view.status == "awaiting_corrections" and view.revision == len(accepted) + 1
    )
    assert len(await runs_of(drive)) > 3
    assert view.deadlines == before.deadlines
    for decision_id, _ in accepted:
        assert (await drive.handle.query(OrderWorkflow.verdict, decision_id)).accepted
    written = [answers.fixes[0].value for answers in drive.machines.answers]
    assert written == [value for _, value in accepted]
    assert len(accepted) == 40


async def test_f38_a_click_that_meets_the_change_of_runs_counts(drive):
    """The naive version judged clicks while it left a run, and its successor forgot them."""
    drives = [Drive(drive.client, drive.env, drive.machines) for _ in range(8)]
    for number, one in enumerate(drives):
        await one.start(order_id=f"order-{number}")
    for one in drives:
        await one.at("awaiting_review")

    async def meet(one, number):
        noise = asyncio.create_task(make_noise(one, "noise", 100))
        await asyncio.sleep(0.1 * number)
        verdict = await one.click(Verb.SUBMIT, REQUESTER)
        await noise
        return verdict

    verdicts = await asyncio.gather(*(meet(one, number) for number, one in enumerate(drives)))
    assert all(verdict.accepted for verdict in verdicts)
    for one in drives:
        await one.at("awaiting_approval")


async def test_an_order_that_needs_help_goes_on_in_a_new_run(drive):
    drive.machines.plan(ports.find_customer, *[fault(BooksRejected)] * 2)
    await drive.start()
    await drive.at("needs_help")
    await make_noise(drive, "noise", 200)
    await until_runs(drive, 2)
    assert (await drive.at("needs_help")).error_state.kind == "BooksRejected"
    assert (await drive.click(Verb.RESUME, REQUESTER)).accepted
    await drive.at("awaiting_review")


async def test_the_undo_window_stays_open_in_a_new_run(drive):
    await to_approval(drive)
    await drive.click(Verb.APPROVE, APPROVER)
    await drive.at("completed")
    await make_noise(drive, "noise", 200)
    await until_runs(drive, 2)
    assert (await drive.handle.query(OrderWorkflow.status)).can_cancel
    assert (await drive.click(Verb.CANCEL, REQUESTER)).accepted
    await drive.at("cancelled")
    assert not drive.machines.drafts


async def test_an_outage_without_end_goes_on_in_new_runs_and_the_line_stands(drive):
    """The naive line asked on in one run, until its history was full and Temporal ended it."""
    drive.machines.plan(ports.probe_books, *[fault(BooksThrottled, timedelta(seconds=0.05))] * 18)
    line = await drive.client.start_workflow(
        TurnstileWorkflow.run, Line(first_pause=0.01), id=turnstile_id("desk"), task_queue="desk"
    )
    await line.signal(TurnstileWorkflow.join, args=["order-1", "2026-11-21T09:00:00+00:00"])
    await drive.until_called("probe_books", 19)
    assert len(await runs_of(drive, line)) == 2
    for _ in range(200):
        if not await line.query(TurnstileWorkflow.waiting):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the line did not move")
