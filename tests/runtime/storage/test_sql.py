"""What only a database file can show: locks, full disks, history kept."""

import asyncio
import json
import sqlite3
import time

import pytest
from sqlalchemy.exc import SQLAlchemyError

from orders.case import CaseDocument
from orders.chain import AuditEntry
from orders.errors import RecordMissing, StoreUnavailable
from runtime.storage.engine import open_engine
from runtime.storage.port import CaseRow, Reservation
from runtime.storage.sql import SqlStore, database_url, open_store

NOON = "2026-11-21T12:00:00+00:00"
ROW = CaseRow("o-1", "K7Q4MP", "tenant", "sara", "parsing", "PO.xlsx", NOON, NOON)
ENTRY = AuditEntry("o-1", "1", "case.created", NOON)


def a_document(**changes) -> CaseDocument:
    facts = {"order_id": "o-1", "code": "K7Q4MP", "tenant_id": "tenant", "requester": "sara",
             "requester_name": "Sara", "conversation": "19:a", "language": "en",
             "received_at": NOON}  # fmt: skip
    return CaseDocument(**facts | changes)


def rows(folder, query: str) -> list[tuple]:
    connection = sqlite3.connect(folder / "desk.db")
    found = connection.execute(query).fetchall()
    connection.close()
    return found


async def test_every_version_of_a_document_is_kept(store, tmp_path):
    for revision, order_hash in ((1, "a"), (1, "b"), (2, "c"), (2, "c")):
        await store.save_case(ROW, a_document(revision=revision, order_hash=order_hash))
    kept = rows(tmp_path, "SELECT revision, serial, body FROM documents ORDER BY 1, 2")
    assert [(one[0], one[1], json.loads(one[2])["order_hash"]) for one in kept] == [
        (1, 1, "a"), (1, 2, "b"), (2, 1, "c"),
    ]  # fmt: skip


async def test_the_file_survives_being_opened_again(store, tmp_path):
    await store.save_case(ROW, a_document(), [ENTRY])
    again = open_store("", tmp_path)
    assert await again.case_row("o-1") == ROW
    await again.close()


async def test_a_document_of_an_unknown_make_says_so_without_quoting_it(store, tmp_path):
    await store.save_case(ROW, a_document())
    connection = sqlite3.connect(tmp_path / "desk.db")
    connection.execute("UPDATE documents SET body = '{\"secret\": 1}'")
    connection.commit()
    connection.close()
    with pytest.raises(RecordMissing) as caught:
        await store.load_case("o-1")
    assert "secret" not in f"{caught.value}{caught.value.__cause__}"


async def test_f27_a_lock_held_by_another_program_is_waited_for(store, tmp_path):
    holder = sqlite3.connect(tmp_path / "desk.db", check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    asyncio.get_running_loop().call_later(0.4, holder.rollback)
    await store.save_case(ROW, a_document(), [ENTRY])
    assert await store.case_row("o-1") == ROW
    holder.close()


async def test_f27_a_lock_that_stays_is_a_clear_error_and_no_half_write(store, tmp_path):
    hasty = SqlStore(open_engine(database_url("", tmp_path), busy_seconds=0.2))
    holder = sqlite3.connect(tmp_path / "desk.db")
    holder.execute("BEGIN EXCLUSIVE")
    start = time.perf_counter()
    with pytest.raises(StoreUnavailable, match="does not answer"):
        await hasty.save_case(ROW, a_document(), [ENTRY])
    assert time.perf_counter() - start < 20
    holder.rollback()
    holder.close()
    assert await hasty.case_row("o-1") is None
    await hasty.save_case(ROW, a_document(), [ENTRY])
    await hasty.close()


async def test_readers_are_not_stopped_by_a_writer(store, tmp_path):
    await store.save_case(ROW, None)
    holder = sqlite3.connect(tmp_path / "desk.db")
    holder.execute("BEGIN IMMEDIATE")
    assert await store.case_row("o-1") == ROW
    holder.rollback()
    holder.close()


async def test_f25_a_full_database_refuses_clearly_and_keeps_nothing_by_half(store, tmp_path):
    await store.save_case(ROW, a_document(), [ENTRY])
    small = open_store("", tmp_path)
    async with small._engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    big = a_document(revision=2, order_hash="x" * 200_000)
    with pytest.raises(StoreUnavailable):
        await small.save_case(ROW, big, [AuditEntry("o-1", "2", "file.stored", NOON)])
    assert (await small.load_case("o-1")).revision == 1
    assert len(await small.audit_of("o-1")) == 1
    await small.close()


async def test_f26_a_read_only_file_refuses_writes_and_still_reads(store, tmp_path):
    await store.save_case(ROW, a_document(), [ENTRY])
    await store.close()
    url = f"sqlite+aiosqlite:///file:{tmp_path / 'desk.db'}?mode=ro&uri=true"
    frozen = SqlStore(open_engine(url))
    assert await frozen.case_row("o-1") == ROW
    with pytest.raises(StoreUnavailable):
        await frozen.save_case(ROW, a_document(revision=2))
    with pytest.raises(StoreUnavailable):
        await frozen.reserve(Reservation("key", "org", "o-1", "hash"))
    await frozen.close()


async def test_a_failure_names_no_parameters(store, tmp_path):
    connection = sqlite3.connect(tmp_path / "desk.db")
    connection.execute("DROP TABLE documents")
    connection.close()
    with pytest.raises(StoreUnavailable) as caught:
        await store.save_case(ROW, a_document(requester_name="Karimi Trading"))
    cause = caught.value.__cause__
    assert isinstance(cause, SQLAlchemyError)
    assert "Karimi" not in f"{caught.value}{cause}"


async def test_two_processes_share_one_file_without_gap_or_fork(store, tmp_path):
    other = open_store("", tmp_path)

    async def write(through: SqlStore, writer: int) -> None:
        for number in range(25):
            await through.append_audit([AuditEntry("o-1", f"{writer}/{number}", "x", NOON)])

    await asyncio.gather(*(write(one, n) for n, one in enumerate([store, other, store, other])))
    records = [record async for record in store.audit_records()]
    assert [record.seq for record in records] == list(range(1, 101))
    assert [record.prev for record in records[1:]] == [record.hash for record in records[:-1]]
    await other.close()


async def test_a_cancelled_writer_leaves_nothing_and_lets_the_next_one_in(store, tmp_path):
    holder = sqlite3.connect(tmp_path / "desk.db")
    holder.execute("BEGIN IMMEDIATE")
    writer = asyncio.create_task(store.append_audit([ENTRY]))
    await asyncio.sleep(0.1)
    writer.cancel()
    holder.rollback()
    holder.close()
    with pytest.raises(asyncio.CancelledError):
        await writer
    await store.append_audit([ENTRY])
    assert len(await store.audit_of("o-1")) == 1
