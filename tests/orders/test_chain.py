"""The chain's own rules: canonical text, golden hashes, links."""

import json
from dataclasses import replace

import pytest

from orders.chain import (
    DESK_GENESIS,
    AuditEntry,
    Head,
    canonical,
    clean,
    desk_hash,
    genesis,
    link,
    seal,
    utc,
)
from orders.errors import CallerFault

NOON = "2026-11-21T12:00:00+00:00"
ENTRY = AuditEntry(
    "o-1",
    "file/1",
    "file.received",
    NOON,
    "user",
    "sara",
    "requester",
    {"size": "10", "نام": "سفارش\n۱"},
    "tenant",
)
START = Head(0, DESK_GENESIS)


def test_canonical_text_is_sorted_tight_and_utf_8():
    assert canonical({"b": 1, "a": {"ز": ["x\n", 2]}}) == '{"a":{"ز":["x\\n",2]},"b":1}'


@pytest.mark.parametrize(
    "value", [1.0, {"a": 0.1}, [None], True, {"a": {1: "x"}}, float("nan"), b"x"]
)
def test_b090_nothing_inexact_is_ever_hashed(value):
    with pytest.raises(CallerFault):
        canonical(value)


def test_b090_golden_hashes_are_the_same_on_every_platform():
    record = link(ENTRY, START, None)
    assert record.body == (
        '{"actor":{"id":"sara","role":"requester","type":"user"},'
        '"at":"2026-11-21T12:00:00.000000+00:00","data":{"size":"10","نام":"سفارش\\n۱"},'
        '"event_type":"file.received","key":"file/1","order_id":"o-1","schema_version":1,'
        '"sequence":1,"tenant_id":"tenant","ts":"2026-11-21T12:00:00.000000+00:00"}'
    )
    assert record.order_hash == "13d767ddb55be960223dbe97b4bec998d3509ba87be75dbe1f1e6d194986dc5d"
    assert record.hash == "b14670fbe9f0e84a3698200e1dca62be0279d89080ba4205c10d105d53f8ff47"


def test_b090_a_forged_log_line_stays_inside_its_field():
    record = link(replace(ENTRY, data={"name": 'x"}\n{"event_type":"draft.created'}), START, None)
    assert "\n" not in record.body
    assert json.loads(record.body)["event_type"] == "file.received"


def test_b090_a_huge_field_becomes_its_start_and_its_hash():
    short = clean("ab" * 500_000)
    assert len(short) < 300
    assert short != clean("ab" * 500_001)
    assert clean("a" * 4_000) == "a" * 4_000


def test_b090_broken_text_becomes_sound_text():
    assert clean("a\ud800b\0c") == "a\ufffdb\ufffdc"
    assert clean("\ud83d\ude00") == "😀"
    link(replace(ENTRY, key="\udfff", data={"\ud800": "\ud800"}), START, None).body.encode()


@pytest.mark.parametrize("value", [1, 1.5, None, b"x"])
def test_b090_data_is_text_only(value):
    with pytest.raises(CallerFault, match="text"):
        link(replace(ENTRY, data={"amount": value}), START, None)


@pytest.mark.parametrize(
    ("at", "same"),
    [
        ("2026-11-21T12:00:00Z", "2026-11-21T12:00:00.000000+00:00"),
        ("2026-11-21T15:30:00.5+03:30", "2026-11-21T12:00:00.500000+00:00"),
    ],
)
def test_times_are_written_one_way(at, same):
    assert utc(at) == same


@pytest.mark.parametrize("at", ["", "noon", "2026-11-21T12:00:00"])
def test_a_time_that_could_mean_anything_is_refused(at):
    with pytest.raises(CallerFault):
        utc(at)


def test_the_first_record_names_its_tenant_and_order():
    record = link(ENTRY, START, None)
    assert (record.seq, record.order_seq) == (1, 1)
    assert (record.prev, record.order_prev) == (DESK_GENESIS, genesis("tenant", "o-1"))


def test_genesis_cannot_be_had_from_another_pair():
    assert (
        len({genesis("a", "bc"), genesis("ab", "c"), genesis("", "abc"), genesis("b", "ac")}) == 4
    )


def test_the_next_record_follows_both_chains():
    first = link(ENTRY, START, None)
    desk, order = Head(first.seq, first.hash, first.ts), Head(1, first.order_hash, first.ts)
    other = link(replace(ENTRY, order_id="o-2"), desk, None)
    assert (other.seq, other.order_seq, other.prev) == (2, 1, first.hash)
    second = link(replace(ENTRY, key="2"), Head(2, other.hash, other.ts), order)
    assert (second.seq, second.order_seq, second.order_prev) == (3, 2, first.order_hash)
    assert second.hash == desk_hash(other.hash, 3, second.order_hash)


def test_recorded_time_waits_for_a_slow_clock():
    late = Head(4, DESK_GENESIS, utc("2026-11-21T12:00:05Z"))
    record = link(ENTRY, late, None)
    assert record.ts == late.ts
    assert json.loads(record.body)["at"] == utc(NOON)


def test_moving_a_byte_between_number_length_and_body_changes_the_hash():
    seen = {seal(tag, "00", seq, body) for tag in ("order", "desk") for seq in (1, 256)
            for body in (b"", b"\0", b"\0\0")}  # fmt: skip
    assert len(seen) == 12
