"""One running order and the people who act on it."""

import asyncio
import contextlib
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.testing import WorkflowEnvironment

from orders.approval import Actor, Verb
from orders.roles import Role
from support.machines import Machines
from workflows import messages as m
from workflows.order import OrderWorkflow
from workflows.state import OrderInput

TENANT = "tenant-1"
REQUESTER = Actor("requester-1", TENANT, "Sara", "requester-1", frozenset({Role.REQUESTER}))
APPROVER = Actor("approver-1", TENANT, "Omid", "approver-1", frozenset({Role.APPROVER}))
SECOND = Actor("approver-2", TENANT, "Mina", "approver-2", frozenset({Role.APPROVER}))
MANAGER = Actor("manager-1", TENANT, "Reza", "manager-1", frozenset({Role.MANAGER}))


def binary(name: str) -> str:
    """The path of a server that a PyPI package ships."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is missing: ./desk test installs it"
    return found


def start_of(**changes: Any) -> OrderInput:
    """An order that anybody could drop."""
    fields: dict[str, Any] = {
        "order_id": f"order-{uuid.uuid4().hex}",
        "code": "K7Q4MP",
        "tenant_id": TENANT,
        "requester": REQUESTER.object_id,
        "requester_name": "Sara",
        "requester_human": REQUESTER.human,
        "conversation": "a:conversation",
        "received_at": "2026-01-05T08:00:00+00:00",
        "file": m.FileLink(name="PO-7781.xlsx", url="https://files.example/1"),
    }
    return OrderInput(**{**fields, **changes})


class Drive:
    """One running order and the ways to act on it."""

    def __init__(self, client: Client, env: WorkflowEnvironment, machines: Machines) -> None:
        self.client, self.env, self.machines = client, env, machines
        self.handle: WorkflowHandle[Any, Any]
        # A server that is busy with an order lets one question wait for it, and refuses others.
        self.asking = asyncio.Lock()

    async def run(self, workflow: Any, argument: Any, name: str) -> "Drive":
        """Start a workflow that carries no order."""
        given = [] if argument is None else [argument]
        self.handle = await self.client.start_workflow(
            workflow, args=given, id=name, task_queue="desk"
        )
        return self

    async def until_called(self, port: str, times: int) -> None:
        """Wait until a machine was asked so often."""
        for _ in range(1200):
            if self.machines.calls.count(port) >= times:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{port} was not asked {times} times")

    async def start(self, **changes: Any) -> "Drive":
        start = start_of(**changes)
        self.handle = await self.client.start_workflow(
            OrderWorkflow.run, start, id=start.order_id, task_queue="desk"
        )
        return self

    @contextlib.contextmanager
    def held(self, port: str) -> Iterator[None]:
        """Keep a machine busy until the block ends."""
        self.machines.hold[port] = asyncio.Event()
        try:
            yield
        finally:
            self.machines.hold.pop(port).set()

    async def until(self, condition: Callable[[Any], bool], seconds: float = 20) -> Any:
        for _ in range(int(seconds / 0.05)):
            view = await self.handle.query(OrderWorkflow.status)
            if condition(view):
                return view
            await asyncio.sleep(0.05)
        raise AssertionError(f"still {view}")

    async def at(self, status: str) -> Any:
        return await self.until(lambda view: view.status == status)

    async def click(
        self, verb: Verb, actor: Actor, *, revision: int | None = None, **more: Any
    ) -> Any:
        if revision is None:
            async with self.asking:
                revision = (await self.handle.query(OrderWorkflow.status)).revision
        decision_id = f"{self.handle.id}:{revision}:{verb}:{actor.object_id}"
        common = {"decision_id": decision_id, "actor": actor, "revision": revision}
        signal, message = {
            Verb.CORRECT: (OrderWorkflow.correct, m.Correct),
            Verb.SPLIT: (OrderWorkflow.split, m.Split),
            Verb.SPLIT_REST: (OrderWorkflow.split_rest, m.SplitRest),
            Verb.CHOOSE: (OrderWorkflow.choose, m.Choose),
            Verb.REPORT: (OrderWorkflow.report, m.Report),
            Verb.SUBMIT: (OrderWorkflow.submit, m.Submit),
            Verb.APPROVE: (OrderWorkflow.decide, m.Decide),
            Verb.REJECT: (OrderWorkflow.decide, m.Decide),
            Verb.CANCEL: (OrderWorkflow.cancel, m.Cancel),
            Verb.REASSIGN: (OrderWorkflow.reassign, m.Reassign),
            Verb.RESUME: (OrderWorkflow.resume, m.Resume),
            Verb.KEEP_DRAFT: (OrderWorkflow.keep_draft, m.KeepDraft),
            Verb.REPLACE_FILE: (OrderWorkflow.replace_file, m.ReplaceFile),
            Verb.UNDO: (OrderWorkflow.take_back, m.Undo),
        }[verb]
        if verb is Verb.APPROVE:
            more["approve"] = True
        await self.handle.signal(signal, message(**common, **more))
        async with self.asking:
            return await self.handle.query(OrderWorkflow.verdict, decision_id)
