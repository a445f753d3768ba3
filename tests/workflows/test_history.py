"""What Temporal keeps of an order: sealed, small, and free of personal data in its index."""

import contextlib
import re
import sys
from datetime import UTC, datetime, timedelta

import pytest
from google.protobuf.message import Message
from opentelemetry.sdk.trace import TracerProvider
from temporalio.api.common.v1 import Payload, SearchAttributes
from temporalio.api.enums.v1 import EventType
from temporalio.api.failure.v1 import Failure
from temporalio.contrib.opentelemetry import TracingInterceptor
from temporalio.contrib.pydantic import pydantic_data_converter

from bot.order_desk import OrderDesk
from orders.approval import Actor, Verb
from orders.errors import BooksRejected, BooksUnavailable, KeyUnknown, UnreadableFile
from orders.fingerprint import code_of, order_id_of
from orders.fixes import Fix, FixKind
from orders.roles import Role
from runtime.codec import data_converter, new_key, parse_keyring
from support.drive import APPROVER, REQUESTER, TENANT, Drive, start_of
from support.machines import Machines
from support.server import another_client, dev_server, workers
from workflows import messages as m
from workflows import ports

CANARY = "canary"
PEOPLE = {
    name: Actor(f"id-{name}", TENANT, f"{CANARY}-{name}", f"human-{name}", frozenset({role}))
    for name, role in {"sara": Role.REQUESTER, "omid": Role.APPROVER}.items()
}
SARA, OMID = PEOPLE["sara"], PEOPLE["omid"]
FILE = m.FileLink(name=f"{CANARY}-file.xlsx", url=f"https://files.example/{CANARY}-link")
SECRETS = tuple(
    f"{CANARY}-{what}"
    for what in (
        "sara",
        "omid",
        "file.xlsx",
        "link",
        "chat",
        "cell",
        "choice",
        "comment",
        "trouble",
    )
)


def order_of():
    order_id = order_id_of(TENANT, f"{CANARY}-chat", f"{CANARY}-file-id")
    return start_of(
        order_id=order_id,
        code=code_of(order_id),
        requester=SARA.object_id,
        requester_name=SARA.name,
        requester_human=SARA.human,
        conversation=f"{CANARY}-chat",
        file=FILE,
        books_retry_seconds=0.2,
    )


def machines_in_trouble():
    """Machines whose answers and errors carry what nobody but the desk may read."""
    machines = Machines()
    machines.plan(ports.find_crew, m.Crew(approvers=(OMID.object_id,)))
    machines.plan(ports.read_workbook, UnreadableFile(f"{CANARY}-trouble"))
    machines.plan(ports.check_order, m.Checked(errors=1))
    machines.plan(ports.settle_matches, m.Checked(errors=1))
    machines.plan(ports.find_customer, BooksUnavailable(f"{CANARY}-trouble"))
    machines.plan(ports.find_items, KeyError(f"{CANARY}-never-kept"))
    machines.plan(ports.create_draft, BooksRejected(f"{CANARY}-trouble"))
    machines.plan(ports.receive_file, m.Received(sha256="ab" * 32, size=10))
    return machines


async def walk_all_over(drive):
    """One order that meets every kind of click and trouble, and is rejected by the books once."""
    await drive.at("blocked")
    await drive.click(Verb.REPLACE_FILE, SARA, file=FILE)
    await drive.at("awaiting_corrections")
    fix = Fix(FixKind.CELL, "Sheet1!D14", f"{CANARY}-cell")
    await drive.click(Verb.CORRECT, SARA, fixes=(fix,))
    await drive.at("awaiting_selection")
    await drive.click(Verb.CHOOSE, SARA, choices={"customer": f"{CANARY}-choice"})
    await drive.at("awaiting_review")
    await drive.click(Verb.SUBMIT, SARA)
    await drive.at("awaiting_approval")
    await drive.click(Verb.APPROVE, OMID, comment=f"{CANARY}-comment")
    await drive.at("needs_help")
    await drive.click(Verb.RESUME, SARA)
    await drive.at("completed")
    await drive.click(Verb.CANCEL, SARA, comment=f"{CANARY}-comment")
    assert await drive.handle.result() == "cancelled"


@contextlib.asynccontextmanager
async def sealed(folder, keyring, machines):
    """A server that keeps its database in `folder`, and a driven order of the desk's own making."""
    converter = data_converter(parse_keyring(keyring))
    tracing = TracingInterceptor(TracerProvider().get_tracer("test"))
    async with dev_server(folder, converter) as env:
        client = await another_client(env, converter, tracing)
        async with workers(client, machines, cached=50):
            yield Drive(client, env, machines)


async def start(drive, order):
    await OrderDesk(drive.client, "desk").start(order)
    drive.handle = drive.client.get_workflow_handle(order.order_id)


def parts(message):
    """Every protobuf message inside a message, itself first, in whatever field."""
    yield message
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if field.message_type.GetOptions().map_entry:
            inner = [one for one in value.values() if isinstance(one, Message)]
        else:
            inner = [value] if isinstance(value, Message) else list(value)
        for one in inner:
            yield from parts(one)


def payloads_of(event):
    """Every payload of an event but what Temporal itself must read.

    That is search attributes, and markers of patches: ids that stand in the code.
    """
    if event.event_type == EventType.EVENT_TYPE_MARKER_RECORDED:
        return []
    listed = [one.SerializeToString() for one in parts(event) if isinstance(one, SearchAttributes)]
    found = [one for one in parts(event) if isinstance(one, Payload)]
    return [one for one in found if not any(one.SerializeToString() in all_ for all_ in listed)]


async def read(keyring, events):
    codec = data_converter(parse_keyring(keyring)).payload_codec
    opened = await codec.decode([one for event in events for one in payloads_of(event)])
    return b"\n".join(one.data for one in opened)


@pytest.fixture(scope="module")
def keyring():
    return new_key()


async def test_b074_no_event_shows_plain_text_and_the_keyring_opens_all(tmp_path, keyring):
    """The naive converter (pydantic's alone) leaves names, comments and errors in every event."""
    async with sealed(tmp_path, keyring, machines_in_trouble()) as drive:
        await start(drive, order_of())
        await walk_all_over(drive)
        history = await drive.handle.fetch_history()
    failures = [one for event in history.events for one in parts(event) if isinstance(one, Failure)]
    assert len(failures) > 3
    assert {one.message for one in failures} <= {"Encoded failure", "activity error", ""}
    assert not any(one.stack_trace for one in failures)
    for event in history.events:
        assert CANARY.encode() not in event.SerializeToString(), event
        for payload in payloads_of(event):
            assert payload.metadata["encoding"] == b"binary/encrypted", event
    opened = await read(keyring, history.events)
    assert [secret for secret in SECRETS if secret.encode() not in opened] == []
    assert b"never-kept" not in opened
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("temporal.db*"))
    assert history.workflow_id.encode() in kept
    assert CANARY.encode() not in kept
    assert CANARY.encode("utf-16-le") not in kept


async def test_b074_the_walk_finds_what_a_plain_converter_leaves(tmp_path):
    async with dev_server(tmp_path, pydantic_data_converter) as env:
        drive = Drive(env.client, env, machines_in_trouble())
        async with workers(drive.client, drive.machines, cached=50):
            await start(drive, order_of())
            await walk_all_over(drive)
            history = await drive.handle.fetch_history()
    loud = b"".join(event.SerializeToString() for event in history.events)
    assert [secret for secret in SECRETS if secret.encode() not in loud] == []
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("temporal.db*"))
    assert [secret for secret in SECRETS if secret.encode() not in kept] == []


async def test_b075_what_temporal_indexes_names_nobody(tmp_path, keyring):
    """The naive id was the file's name; ids are hashes, and lists show states and times."""
    order = order_of()
    async with sealed(tmp_path, keyring, Machines()) as drive:
        await start(drive, order)
        await drive.at("awaiting_review")
        description = await drive.handle.describe()
        started = (await drive.handle.fetch_history()).events[0]
    assert re.fullmatch(r"order-[0-9a-f]{32}", description.id)
    attributes = {pair.key.name: pair.value for pair in description.typed_search_attributes}
    due = attributes.pop("DueAt")
    assert due > datetime.now(UTC) + timedelta(days=6)
    assert attributes.pop("OrderCode") == order.code
    assert attributes.pop("OrderStatus") == "awaiting_review"
    assert attributes.pop("NeedsHuman") is True
    assert {name for name in attributes if not name.startswith("Build")} == set()
    assert await description.memo() == {}
    assert description.task_queue == "desk"
    assert await description.static_summary() == f"Order {order.code}"
    who = started.workflow_execution_started_event_attributes.identity
    assert re.fullmatch(r"\d+@\S+", who), "a process and its host, no person"
    shown = description.raw_description.SerializeToString()
    assert not any(secret.encode() in shown for secret in (CANARY, order.requester, order.file.url))


async def test_old_keys_open_what_they_sealed_when_the_ring_turns_mid_order(tmp_path):
    old, new = new_key(), new_key()
    machines = Machines()
    async with dev_server(tmp_path, data_converter(parse_keyring(old))) as env:
        async with workers(env.client, machines):
            drive = Drive(env.client, env, machines)
            await start(drive, order_of())
            await drive.at("awaiting_review")
        turned = await another_client(env, data_converter(parse_keyring(f"{new},{old}")))
        async with workers(turned, machines):
            drive = Drive(turned, env, machines)
            drive.handle = turned.get_workflow_handle(order_of().order_id)
            assert (await drive.click(Verb.CANCEL, SARA, comment="no")).accepted
            assert await drive.handle.result() == "cancelled"
            events = (await drive.handle.fetch_history()).events
    ids = [one.metadata["desk-key-id"].decode() for event in events for one in payloads_of(event)]
    assert {f"{key_id}:" for key_id in ids} == {f"{ring.partition(':')[0]}:" for ring in (old, new)}
    assert f"{CANARY}-chat".encode() in await read(f"{new},{old}", events)
    with pytest.raises(KeyUnknown):
        await read(new, events)


async def test_an_ordinary_history_is_small_and_holds_ids_only(tmp_path, keyring, capsys):
    async with sealed(tmp_path, keyring, Machines()) as drive:
        order = start_of()
        await start(drive, order)
        await drive.at("awaiting_review")
        await drive.click(Verb.SUBMIT, REQUESTER)
        await drive.until(lambda view: view.status == "awaiting_approval" and view.approvers)
        await drive.click(Verb.APPROVE, APPROVER)
        await drive.at("completed")
        events = (await drive.handle.fetch_history()).events
        size = sum(event.ByteSize() for event in events)
        largest = max(one.ByteSize() for event in events for one in payloads_of(event))
    with capsys.disabled():
        sys.stdout.write(f" {len(events)} events, {size} bytes, largest payload {largest} ")
    assert len(events) < 250
    assert size < 200_000
    assert largest < 8192
    opened = await read(keyring, events)
    assert b"Sheet1" not in opened
    assert len(opened) < 100_000
