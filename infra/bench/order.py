"""`./desk bench`: the road of an order against a bare workflow, one run."""

import asyncio
import itertools
import shutil
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowHandle
from temporalio.worker import Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from infra.bench.bare import BareWorkflow, do_nothing, pause
from infra.bench.memory import resident
from infra.chat import CardSeen, Chat
from infra.children import Children
from infra.demo import start_visibly
from infra.ports import LOOPBACK, free_ports
from infra.stack import ROOT, Stack
from orders.errors import SettingsError

QUEUE = "bare"
SAMPLE_ROLES = ROOT / "infra" / "samples" / "roles.yaml"
ROUNDS = 8
AT_ONCE = 24
WAITING = 40
_PATIENCE = 300.0
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report; `unit` belongs to both sides."""

    name: str
    order: float
    bare: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times the bare workflow's figure the order's is."""
        return self.order / self.bare if self.bare else float("nan")


@dataclass(frozen=True, slots=True)
class Drop:
    """One dropped file: by whom, its name, and how long the acknowledgement took."""

    who: str
    name: str
    seconds: float = 0.0


@dataclass(slots=True)
class Bench:
    """The running desk and a client for the bare workflows on the same server."""

    stack: Stack
    chat: Chat
    client: Client
    activities: int = 0

    async def drop(self) -> Drop:
        """Drop an order of its own, by a person of their own: Teams limits every chat's messages."""
        number = next(_NUMBERS)
        drop = Drop(f"p{number:05d}", f"BENCH-{number:05d}.csv")
        account = {"aad_id": str(uuid.uuid5(uuid.NAMESPACE_OID, drop.who)), "name": drop.who}
        await self.chat.http.put(f"{self.chat.url}/api/people/{drop.who}", json=account)
        answer = await self.chat.drop(drop.who, drop.name, order_csv(number))
        return replace(drop, seconds=float(answer["took_ms"]) / 1000)

    async def card(self, drop: Drop, who: str, verb: str) -> CardSeen:
        """A person's card of this file once it offers a verb."""
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            self.stack.children.refuse_fallen()
            for card in reversed(await self.chat.cards(who)):
                if drop.name in card.text and verb in card.verbs:
                    return card
            await pause()
        raise SettingsError(f"{drop.name} never offered {verb}.")

    async def to_approval(self) -> tuple[float, CardSeen]:
        """Seconds from upload to the approval card (the requester sends at once), and that card."""
        began = time.monotonic()
        drop = await self.drop()
        await self.chat.click(drop.who, await self.card(drop, drop.who, "submit"), "submit")
        card = await self.card(drop, "omid", "approve")
        return time.monotonic() - began, card

    async def start_bare(self) -> WorkflowHandle[BareWorkflow, str]:
        """A bare workflow with as many activities as an order has until its approval."""
        return await self.client.start_workflow(
            BareWorkflow.run, self.activities, id=f"bare-{uuid.uuid4().hex}", task_queue=QUEUE
        )

    async def bare_until_ready(self) -> tuple[float, WorkflowHandle[BareWorkflow, str]]:
        """Seconds until a bare workflow waits, and its handle."""
        began = time.monotonic()
        handle = await self.start_bare()
        while not await handle.query(BareWorkflow.ready):
            await pause()
        return time.monotonic() - began, handle


def order_csv(number: int) -> bytes:
    """An ordinary order of two lines."""
    return (
        f"Customer,Brightwater Outdoor GmbH\nPO Number,BENCH-{number:05d}\nCurrency,EUR\n\n"
        "SKU,Description,Quantity,Unit Price,Line Total\n"
        f"BW-1001,Trail Backpack 30L Green,{number},49.90,{number * 49.9:.2f}\n"
        "0042,Steel Bottle 750 ml,24,14.50,348.00\n"
    ).encode()


async def run_order_bench(console: Console) -> int:
    """Start a desk, measure, print. 0 when every figure was measured."""
    home = Path(tempfile.mkdtemp(prefix="desk-bench-"))
    roles = home / "roles.yaml"
    everybody = SAMPLE_ROLES.read_text(encoding="utf-8").replace("refuse", "request")
    roles.write_text(everybody, encoding="utf-8")
    stack = Stack(
        free_ports(),
        home / "data",
        Children(home / "logs"),
        overrides={"DESK_ROLES_FILE": str(roles), "DESK_ZOHO_CALLS_PER_MINUTE": "100000"},
        arguments=("--no-limits",),
    )
    try:
        await start_visibly(stack, console)
        client = await Client.connect(f"{LOOPBACK}:{stack.ports.temporal}")
        async with (
            httpx.AsyncClient(timeout=60) as http,
            Worker(
                client,
                task_queue=QUEUE,
                workflows=[BareWorkflow],
                activities=[do_nothing],
                workflow_runner=SandboxedWorkflowRunner(
                    restrictions=SandboxRestrictions.default.with_passthrough_all_modules()
                ),
            ),
        ):
            bench = Bench(stack, Chat(stack.teams_url, http), client)
            figures = await measure(bench, console)
    finally:
        await stack.children.stop()
        shutil.rmtree(home, ignore_errors=True)
    console.print(report(figures, bench.activities))
    return 0


async def measure(bench: Bench, console: Console) -> list[Figure]:
    """All figures, one after the other."""
    _, card = await bench.to_approval()
    bench.activities = await count_activities(bench)
    await bench.chat.click("omid", card, "approve")
    figures = []
    for name, step in (
        ("upload to approval card", latency),
        ("click to verdict", verdicts),
        ("orders to review", throughput),
        ("memory per 1,000 waiting", memory),
        ("50 uploads at once, slow books", acknowledgements),
    ):
        console.print(f"[dim]measuring {name}[/]")
        figures.append(await step(bench))
    return figures


async def count_activities(bench: Bench) -> int:
    """How many activities an order needed until its approval card."""
    async for found in bench.client.list_workflows("WorkflowType = 'OrderWorkflow'"):
        history = await bench.client.get_workflow_handle(found.id).fetch_history()
        kind = EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
        return sum(event.event_type == kind for event in history.events)
    raise SettingsError("No order was found on the server.")


async def latency(bench: Bench) -> Figure:
    """Median seconds from upload to the approval card."""
    orders = [(await bench.to_approval())[0] for _ in range(ROUNDS)]
    bare = [(await bench.bare_until_ready())[0] for _ in range(ROUNDS)]
    return Figure(
        "upload to approval card (one send click in between)",
        statistics.median(orders),
        statistics.median(bare),
        "s",
    )


async def verdicts(bench: Bench) -> Figure:
    """Median seconds from click to verdict, over the bot's HTTP, against signal plus query."""
    orders, bare = [], []
    for _ in range(ROUNDS):
        _, card = await bench.to_approval()
        orders.append(await timed(bench.chat.click("omid", card, "approve")))
        _, handle = await bench.bare_until_ready()
        bare.append(await timed(_say_and_ask(handle)))
    return Figure(
        "click to verdict (HTTP invoke, card drawn)",
        statistics.median(orders),
        statistics.median(bare),
        "s",
    )


async def throughput(bench: Bench) -> Figure:
    """Orders per second from upload to the review card, many at once."""
    began = time.monotonic()
    drops = await asyncio.gather(*(bench.drop() for _ in range(AT_ONCE)))
    await asyncio.gather(*(bench.card(drop, drop.who, "submit") for drop in drops))
    orders = AT_ONCE / (time.monotonic() - began)
    began = time.monotonic()
    await asyncio.gather(*(bench.bare_until_ready() for _ in range(AT_ONCE)))
    return Figure("orders to the review card", orders, AT_ONCE / (time.monotonic() - began), "/s")


async def memory(bench: Bench) -> Figure:
    """Megabytes that 1,000 waiting orders cost the worker, scaled from fewer."""
    worker = bench.stack.children.running["worker"].pid
    before = resident(worker)
    drops = await asyncio.gather(*(bench.drop() for _ in range(WAITING)))
    await asyncio.gather(*(bench.card(drop, drop.who, "submit") for drop in drops))
    grown = max(0.0, resident(worker) - before) / WAITING * 1000
    own = resident()
    await asyncio.gather(*(bench.bare_until_ready() for _ in range(WAITING)))
    bare = max(0.1, resident() - own) / WAITING * 1000
    return Figure(f"memory per 1,000 waiting (from {WAITING})", grown, bare, "MB")


async def acknowledgements(bench: Bench) -> Figure:
    """The slowest of 50 acknowledgements while the books are slow, against a bare start."""
    faults = f"{bench.stack.books_url}/__fake/faults"
    await bench.chat.http.post(faults, json={"kind": "slow", "seconds": 5, "count": None})
    drops = await asyncio.gather(*(bench.drop() for _ in range(50)))
    await bench.chat.http.delete(faults)
    took = max(drop.seconds for drop in drops)
    bare = [await timed(bench.start_bare()) for _ in range(50)]
    return Figure("slowest of 50 acknowledgements at once", took, max(bare), "s")


async def timed(work: Awaitable[object]) -> float:
    """Seconds that something takes."""
    began = time.monotonic()
    await work
    return time.monotonic() - began


async def _say_and_ask(handle: WorkflowHandle[BareWorkflow, str]) -> None:
    await handle.signal(BareWorkflow.say, "done")
    await handle.query(BareWorkflow.said)


def report(figures: list[Figure], activities: int) -> Table:
    """The figures, the ratio last."""
    table = Table(
        "what", "order", "bare workflow", "ratio",
        title=f"Against a bare workflow with {activities} activities on the same server"
        f" (Python {sys.version.split()[0]})",
    )  # fmt: skip
    for one in figures:
        values = (f"{one.order:.3g} {one.unit}", f"{one.bare:.3g} {one.unit}")
        table.add_row(one.name, *values, f"{one.ratio:.1f}×")
    return table
