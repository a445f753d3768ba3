"""The audit attacked: whatever is done to the log, verifying says so."""

import asyncio
import sqlite3
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from orders.audit import Reason
from orders.chain import DESK_GENESIS, AuditEntry, Head, Record, desk_hash, genesis, link, seal
from orders.errors import AnchorsDisagree, CallerFault, StoreUnavailable
from runtime.anchors import AnchorBooks
from runtime.audit import verify_log, write_anchor
from runtime.storage.memory import MemoryStore
from runtime.storage.sql import open_store
from tests.independent import judge
from tests.stores import migrated

NOON = "2026-11-21T12:00:00+00:00"
ONE = "2026-11-21T13:00:00+00:00"


def entries(order_id: str) -> list[AuditEntry]:
    lines = {"order_hash": "ab" * 32}
    return [
        AuditEntry(order_id, "1", "case.created", NOON, "user", "sara", "requester", {}, "tenant"),
        AuditEntry(order_id, "2", "file.stored", NOON, data={"size": "10"}, tenant_id="tenant"),
        AuditEntry(
            order_id, "3", "approval.granted", NOON, "user", "omid", "approver", lines, "tenant"
        ),
        AuditEntry(order_id, "4", "draft.created", NOON, data=lines, tenant_id="tenant"),
    ]


INSERT = """
INSERT INTO audit (seq, order_id, order_seq, key, body, order_prev, order_hash, prev, hash, ts)
VALUES (:seq, :order_id, :order_seq, :key, :body, :order_prev, :order_hash, :prev, :hash, :ts)
"""


class Desk:
    """A migrated SQLite file with twelve records of three orders, and two anchor books."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "desk.db"
        self.books = AnchorBooks([folder / "one", folder / "two"])

    async def fill(self) -> None:
        async with migrated("", self.folder) as store:
            for number in range(3):
                await store.append_audit(entries(f"o-{number}"))

    async def anchor(self, now: str = ONE):
        store = open_store("", self.folder)
        try:
            return await write_anchor(store, self.books, now)
        finally:
            await store.close()

    async def verify(self):
        store = open_store("", self.folder)
        try:
            return await verify_log(store, self.books)
        finally:
            await store.close()

    def attack(self, *statements: str) -> None:
        connection = sqlite3.connect(self.file)
        connection.executescript(
            "DROP TRIGGER IF EXISTS audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete;"
        )
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    def records(self) -> list[Record]:
        connection = sqlite3.connect(self.file)
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM audit ORDER BY seq").fetchall()
        connection.close()
        return [Record(**dict(row)) for row in rows]

    def rewrite(self, records: list[Record]) -> None:
        """What a thorough attacker does: every hash anew, and the head row as well."""
        self.attack("DELETE FROM audit")
        connection = sqlite3.connect(self.file)
        head = Head(0, "")
        for record in rehashed(records):
            connection.execute(INSERT, asdict(record))
            head = Head(record.seq, record.hash, record.ts)
        connection.execute(
            "UPDATE audit_head SET seq=?, hash=?, ts=?", tuple(asdict(head).values())
        )
        connection.commit()
        connection.close()

    def by_hand(self):
        return judge(self.file, self.folder / "one" / "anchors.jsonl")


def rehashed(records: list[Record]) -> list[Record]:
    desk, orders, anew = Head(0, DESK_GENESIS), {}, []
    for old in records:
        order = orders.get(old.order_id, Head(0, genesis("tenant", old.order_id)))
        seq = order.seq + 1
        body = old.body.replace(f'"sequence":{old.order_seq},', f'"sequence":{seq},')
        order_hash = seal("order", order.hash, seq, body.encode())
        record = replace(
            old, seq=desk.seq + 1, order_seq=seq, body=body, order_prev=order.hash,
            order_hash=order_hash, prev=desk.hash,
            hash=desk_hash(desk.hash, desk.seq + 1, order_hash),
        )  # fmt: skip
        anew.append(record)
        desk = Head(record.seq, record.hash, record.ts)
        orders[record.order_id] = Head(seq, order_hash)
    return anew


def changed(record: Record) -> Record:
    return replace(record, body=record.body.replace('"size":"10"', '"size":"99"'))


@pytest.fixture
async def desk(tmp_path):
    one = Desk(tmp_path)
    await one.fill()
    return one


async def test_an_untouched_log_with_an_anchor_passes(desk):
    await desk.anchor()
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.reason) == (0, Reason.NONE)
    assert (verdict.count, verdict.anchors_checked) == (12, 1)
    assert verdict.newest_anchor == "2026-11-21T13:00:00.000000+00:00"
    assert verdict.head == desk.records()[-1].hash
    assert desk.by_hand() == (0, 0)


async def test_records_after_the_newest_anchor_pass_too(desk):
    await desk.anchor()
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    assert (await desk.verify()).exit_code == 0


async def test_every_anchor_is_checked_not_only_the_newest(desk):
    for hour in (13, 14, 15):
        await desk.anchor(f"2026-11-21T{hour}:00:00+00:00")
        async with migrated("", desk.folder) as store:
            await store.append_audit(entries(f"o-{hour}"))
    assert (await desk.verify()).anchors_checked == 3


async def test_the_database_itself_refuses_to_change_or_remove_a_record(desk):
    connection = sqlite3.connect(desk.file)
    for statement in ("UPDATE audit SET body = ''", "DELETE FROM audit"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


CRUDE = {
    "edit": (5, ["UPDATE audit SET body = replace(body, 'sara', 'eve') WHERE seq = 5"]),
    "edit a column": (5, ["UPDATE audit SET key = 'x' WHERE seq = 5"]),
    "edit the order": (5, ["UPDATE audit SET order_id = 'o-7' WHERE seq = 5"]),
    "edit the time": (5, ["UPDATE audit SET ts = '2026-11-21T12:30:00' WHERE seq = 5"]),
    "delete": (5, ["DELETE FROM audit WHERE seq = 5"]),
    "delete the first": (1, ["DELETE FROM audit WHERE seq = 1"]),
    "delete an order": (5, ["DELETE FROM audit WHERE order_id = 'o-1'"]),
    "delete and renumber": (
        5,
        [
            "DELETE FROM audit WHERE seq = 5",
            "UPDATE audit SET seq = -seq WHERE seq > 5",
            "UPDATE audit SET seq = -seq - 1 WHERE seq < 0",
        ],
    ),
    "swap": (
        5,
        [
            "UPDATE audit SET seq = 100 WHERE seq = 5",
            "UPDATE audit SET seq = 5 WHERE seq = 6",
            "UPDATE audit SET seq = 6 WHERE seq = 100",
        ],
    ),
    "insert": (
        6,
        [
            "UPDATE audit SET seq = -seq WHERE seq > 5",
            "UPDATE audit SET seq = -seq + 1 WHERE seq < 0",
            """INSERT INTO audit
               SELECT 6, order_id, 'forged', order_prev, order_hash, prev, hash, ts, 99, body
               FROM audit WHERE seq = 5""",
        ],
    ),
    "no number": (5, ["UPDATE audit SET order_seq = 'five' WHERE seq = 5"]),
    "no text": (5, ["UPDATE audit SET body = x'00ff' WHERE seq = 5"]),
    "no utf-8": (5, ["UPDATE audit SET body = CAST(x'ff' AS TEXT) WHERE seq = 5"]),
    "no hash": (5, ["UPDATE audit SET hash = 'zz' WHERE seq = 5"]),
    "an upper-case hash": (5, ["UPDATE audit SET hash = upper(hash) WHERE seq = 5"]),
}


@pytest.mark.parametrize("anchored", [True, False], ids=["with anchor", "without anchor"])
@pytest.mark.parametrize("name", CRUDE)
async def test_b091_g_a_crude_attack_is_found_and_its_first_record_named(desk, name, anchored):
    if anchored:
        await desk.anchor()
    first, statements = CRUDE[name]
    desk.attack(*statements)
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.first_bad_seq) == (1, first), verdict


def without(records: list[Record], *numbers: int) -> list[Record]:
    return [record for record in records if record.seq not in numbers]


def forged(records: list[Record]) -> list[Record]:
    extra = link(replace(entries("o-1")[1], key="forged"), Head(0, "00" * 32, NOON), None)
    return [*records[:5], replace(extra, ts=records[5].ts), *records[5:]]


THOROUGH = {
    "edit + rehash": (6, lambda old: [*old[:5], changed(old[5]), *old[6:]]),
    "delete + rehash + renumber": (6, lambda old: without(old, 6)),
    "delete an order + rehash + renumber": (5, lambda old: without(old, 5, 6, 7, 8)),
    "swap + rehash": (6, lambda old: [*old[:5], old[6], old[5], *old[7:]]),
    "insert + rehash": (6, forged),
    "cut tail": (11, lambda old: old[:10]),
    "emptied": (1, lambda _old: []),
}


@pytest.mark.parametrize("name", THOROUGH)
async def test_b091_g_a_thorough_attack_is_found_by_the_anchor_and_its_first_record_named(
    desk, name
):
    await desk.anchor()
    first, forge = THOROUGH[name]
    desk.rewrite(forge(desk.records()))
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.first_bad_seq) == (1, first), verdict
    assert desk.by_hand() == (1, first)


@pytest.mark.parametrize("name", THOROUGH)
async def test_b091_g_a_thorough_attack_without_an_anchor_never_passes(desk, name):
    _first, forge = THOROUGH[name]
    desk.rewrite(forge(desk.records()))
    verdict = await desk.verify()
    assert verdict.exit_code == 2
    chain_alone_saw_nothing = {Reason.NO_ANCHOR, Reason.EMPTY}
    assert verdict.reason in chain_alone_saw_nothing
    assert desk.by_hand() == (2, 0)


async def test_b091_g_a_whole_order_rewritten_between_two_anchors_is_named(desk):
    await desk.anchor()
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    await desk.anchor("2026-11-21T14:00:00+00:00")
    old = desk.records()
    desk.rewrite([*old[:13], changed(old[13]), *old[14:]])
    verdict = await desk.verify()
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.REWRITTEN, 14)
    assert verdict.order == "o-9"
    assert verdict.anchors_checked == 1


async def test_b091_g_a_cut_tail_that_grew_again_is_found(desk):
    await desk.anchor()
    desk.rewrite(desk.records()[:10])
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.first_bad_seq) == (1, 11)


async def test_b091_g_a_tail_cut_behind_the_newest_anchor_is_found(desk):
    """Without the head row's word, and without the note beside the anchors, nobody would know."""
    await desk.anchor()
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    whole = desk.records()
    desk.attack("DELETE FROM audit WHERE seq > 14")
    verdict = await desk.verify()
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.CUT, 15)
    desk.books.note(Head(whole[-1].seq, whole[-1].hash))
    desk.rewrite(whole[:14])
    verdict = await desk.verify()
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.CUT, 15)


async def test_b091_g_a_rewritten_entry_behind_the_newest_anchor_is_found(desk):
    await desk.anchor()
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    old = desk.records()
    desk.books.note(Head(old[-1].seq, old[-1].hash))
    assert (await desk.verify()).exit_code == 0
    desk.rewrite([*old[:13], changed(old[13]), *old[14:]])
    verdict = await desk.verify()
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.REWRITTEN, 16)


async def test_b092_an_empty_log_is_never_good(tmp_path):
    desk = Desk(tmp_path)
    async with migrated("", tmp_path):
        pass
    assert (await desk.verify()).reason is Reason.EMPTY
    await desk.anchor()
    assert (await desk.verify()).exit_code == 2


async def test_b092_a_log_without_anchors_is_never_good(desk):
    assert (await desk.verify()).reason is Reason.NO_ANCHOR
    assert (await desk.verify()).exit_code == 2


async def test_b092_an_anchor_of_the_empty_log_vouches_for_nothing(tmp_path):
    desk = Desk(tmp_path)
    async with migrated("", tmp_path):
        pass
    await desk.anchor()
    await desk.fill()
    assert (await desk.verify()).reason is Reason.NO_ANCHOR


async def test_b092_one_missing_book_is_never_good(desk):
    await desk.anchor()
    (desk.folder / "two" / "anchors.jsonl").unlink()
    assert (await desk.verify()).exit_code == 2


async def test_b092_an_unreadable_database_is_never_good(desk):
    await desk.anchor()
    connection = sqlite3.connect(desk.file)
    connection.execute("DROP TABLE audit")
    connection.close()
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.reason) == (2, Reason.UNREADABLE)


async def test_b092_unreadable_books_are_never_good(desk):
    await desk.anchor()
    book = desk.folder / "two" / "anchors.jsonl"
    book.unlink()
    book.mkdir()
    verdict = await desk.verify()
    assert (verdict.exit_code, verdict.reason) == (2, Reason.UNREADABLE)


def flips(text: str):
    for place in range(len(text)):
        code = ord(text[place])
        yield text[:place] + chr(code ^ 1) + text[place + 1 :]


async def test_every_flipped_byte_of_a_small_log_is_found(tmp_path):
    store, books = MemoryStore(), AnchorBooks([tmp_path / "one", tmp_path / "two"])
    await store.append_audit(entries("o-1"))
    await write_anchor(store, books, ONE)
    honest, tried = list(store._records), 0
    for number, record in enumerate(honest):
        for name, value in asdict(record).items():
            flipped = flips(value) if isinstance(value, str) else (value ^ 1 << n for n in range(8))
            for bad in flipped:
                store._records = [*honest]
                store._records[number] = replace(record, **{name: bad})
                verdict = await verify_log(store, books)
                assert (verdict.exit_code, verdict.first_bad_seq) == (1, number + 1), (name, bad)
                tried += 1
    assert tried > 2000


async def test_every_flipped_byte_of_a_book_is_found(desk):
    await desk.anchor()
    book = desk.folder / "one" / "anchors.jsonl"
    honest = book.read_bytes()
    for place in range(len(honest) - 1):
        book.write_bytes(honest[:place] + bytes([honest[place] ^ 1]) + honest[place + 1 :])
        assert desk.books.read().trouble is Reason.ANCHORS
    book.write_bytes(honest[:100] + b"\xff" + honest[101:])
    assert (await desk.verify()).exit_code == 1


async def test_a_draft_nobody_approved_is_found(desk):
    bad = [replace(one, order_id="o-9") for one in entries("o-0") if one.key != "3"]
    async with migrated("", desk.folder) as store:
        await store.append_audit(bad)
    await desk.anchor()
    verdict = await desk.verify()
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.UNAPPROVED, 15)


# --- anchoring ---


async def test_writers_anchoring_at_once_make_one_chain(desk):
    await asyncio.gather(*(desk.anchor() for _ in range(6)))
    shelf = desk.books.read()
    assert len(shelf.anchors) == 6
    assert (await desk.verify()).anchors_checked == 6


async def test_anchor_time_never_runs_backwards(desk):
    await desk.anchor("2026-11-21T15:00:00+01:00")
    later = await desk.anchor("2026-11-21T13:00:00+00:00")
    assert later.time == "2026-11-21T14:00:00.000000+00:00"
    assert (await desk.verify()).exit_code == 0


async def test_an_anchor_needs_a_real_time(desk):
    with pytest.raises(CallerFault):
        await desk.anchor("noon")


@pytest.mark.parametrize("name", ["cut tail", "edit + rehash", "emptied"])
async def test_a_log_that_was_tampered_with_is_not_anchored_again(desk, name):
    await desk.anchor()
    desk.rewrite(THOROUGH[name][1](desk.records()))
    with pytest.raises(AnchorsDisagree):
        await desk.anchor()
    assert len(desk.books.read().anchors) == 1


async def test_a_rewritten_log_that_grew_is_not_anchored_again(desk):
    await desk.anchor()
    old = desk.records()
    desk.rewrite([*old[:5], changed(old[5]), *old[6:]])
    async with migrated("", desk.folder) as store:
        await store.append_audit(entries("o-9"))
    with pytest.raises(AnchorsDisagree, match="newest anchor"):
        await desk.anchor()


class Busy(MemoryStore):
    """A store to which somebody appends right after its head was read."""

    async def audit_head(self):
        head = await super().audit_head()
        await self.append_audit(entries("o-late"))
        return head


async def test_what_is_appended_meanwhile_waits_for_the_next_anchor(tmp_path):
    store, books = Busy(), AnchorBooks([tmp_path / "one", tmp_path / "two"])
    await store.append_audit(entries("o-1"))
    assert (await write_anchor(store, books, ONE)).count == 4
    assert (await write_anchor(store, books, ONE)).count == 8
    assert (await verify_log(store, books)).exit_code == 0


class Hurried(AnchorBooks):
    """Books to which somebody else is always faster."""

    def append(self, anchor):
        return False


async def test_a_writer_that_is_never_first_gives_up_plainly(tmp_path):
    books = Hurried([tmp_path / "one", tmp_path / "two"])
    with pytest.raises(StoreUnavailable, match="at once"):
        await write_anchor(MemoryStore(), books, ONE)


async def test_a_long_log_is_verified_quickly(tmp_path):
    store, books = MemoryStore(), AnchorBooks([tmp_path / "one", tmp_path / "two"])
    await store.append_audit([one for number in range(2_000) for one in entries(f"o-{number}")])
    await write_anchor(store, books, ONE)
    start = time.process_time()
    assert (await verify_log(store, books)).exit_code == 0
    assert time.process_time() - start < 5
