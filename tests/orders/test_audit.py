"""The verdict on logs that fit in themselves but say what must not be."""

from dataclasses import asdict, replace

import pytest

from orders.anchor import draw_anchor
from orders.audit import Reason, Verifier, verify
from orders.chain import DESK_GENESIS, AuditEntry, Head, Record, desk_hash, link, seal

NOON = "2026-11-21T12:00:00+00:00"
LINES = {"order_hash": "ab" * 32}


def created(who="sara"):
    return AuditEntry("o-1", "created", "case.created", NOON, "user", who, "requester")


def granted(who="omid", role="approver", kind="user", said=LINES):
    return AuditEntry("o-1", f"granted/{who}", "approval.granted", NOON, kind, who, role, said)


def drafted(said=LINES):
    return AuditEntry("o-1", "drafted", "draft.created", NOON, data=said)


def chained(*entries: AuditEntry) -> list[Record]:
    records: list[Record] = []
    heads: dict[str, Head] = {}
    desk = Head(0, DESK_GENESIS)
    for entry in entries:
        record = link(entry, desk, heads.get(entry.order_id))
        desk = Head(record.seq, record.hash, record.ts)
        heads[entry.order_id] = Head(record.order_seq, record.order_hash, record.ts)
        records.append(record)
    return records


def anchored(records: list[Record]):
    head = records[-1].hash if records else DESK_GENESIS
    return draw_anchor("2026-11-21T13:00:00", head, [one.hash for one in records], None)


def judged(*entries: AuditEntry):
    records = chained(*entries)
    return verify(records, [anchored(records)])


def test_an_approved_draft_passes():
    verdict = judged(created(), granted(), drafted())
    assert (verdict.exit_code, verdict.count, verdict.anchors_checked) == (0, 3, 1)


def test_a_manager_or_one_with_several_roles_may_have_approved():
    assert judged(created(), granted(role="manager"), drafted()).exit_code == 0
    assert judged(created(), granted(role="approver, admin"), drafted()).exit_code == 0


def laned(kind="system", said=LINES):
    return AuditEntry("o-1", "laned", "lane.granted", NOON, kind, "", "", said)


def test_a_draft_of_the_lane_passes_where_the_desk_said_so_for_these_lines():
    assert judged(created(), laned(), drafted()).exit_code == 0
    other = laned(said={"order_hash": "cd" * 32})
    assert judged(created(), other, drafted()).reason is Reason.UNAPPROVED
    assert judged(created(), laned(kind="user"), drafted()).reason is Reason.UNAPPROVED
    assert judged(created(), drafted(), laned()).reason is Reason.UNAPPROVED


UNAPPROVED = {
    "no approval": [created(), drafted()],
    "approved after": [created(), drafted(), granted()],
    "approved by the requester": [created(), granted("sara"), drafted()],
    "approved by nobody": [created(), granted(""), drafted()],
    "approved by a machine": [created(), granted(kind="bot"), drafted()],
    "approved without the role": [created(), granted(role="requester"), drafted()],
    "other lines approved": [created(), granted(said={"order_hash": "cd" * 32}), drafted()],
    "no lines named": [created(), granted(said={}), drafted({})],
    "no requester on record": [granted(), drafted()],
    "another order approved": [created(), replace(granted(), order_id="o-2"), drafted()],
}


@pytest.mark.parametrize("name", UNAPPROVED)
def test_a_draft_without_a_fitting_approval_is_named(name):
    verdict = judged(*UNAPPROVED[name])
    assert (verdict.exit_code, verdict.reason) == (1, Reason.UNAPPROVED)
    bad = next(n for n, one in enumerate(UNAPPROVED[name], 1) if one.event_type == "draft.created")
    assert (verdict.first_bad_seq, verdict.order) == (bad, "o-1")


def test_the_requester_cannot_be_exchanged_by_a_second_creation():
    again = replace(created("eve"), key="again")
    assert judged(created(), again, granted("sara"), drafted()).reason is Reason.UNAPPROVED


def sealed_anew(record: Record, **changes) -> Record:
    """A record changed by somebody who knows how to hash."""
    record = replace(record, **changes)
    order_hash = seal("order", record.order_prev, record.order_seq, record.body.encode())
    whole = desk_hash(record.prev, record.seq, order_hash)
    return replace(record, order_hash=order_hash, hash=whole)


def test_recorded_time_that_runs_backwards_is_found():
    first, second = chained(created(), granted())
    earlier = second.ts.replace("T12", "T11")
    moved = sealed_anew(
        second, ts=earlier, body=second.body.replace(f'"ts":"{second.ts}', f'"ts":"{earlier}')
    )
    verdict = verify([first, moved], [])
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.TIME, 2)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 5000,
        '{"a": 1}',
        lambda body: body + " ",
        lambda body: body.replace('"data":{}', '"data":{"x":1}'),
        lambda body: body.replace('"data":{}', '"data":[]'),
        lambda body: body.replace('"data":{}', '"data":{"x":0.5}'),
        lambda body: body.replace('"role":"requester",', ""),
        lambda body: body.replace('"event_type":"case.created"', '"event_type":7'),
        lambda body: body.replace('"key":"created"', '"key":"other"'),
        lambda body: body.replace('"order_id":"o-1"', '"order_id":"o-2"'),
        lambda body: body.replace('"sequence":1', '"sequence":2'),
    ],
)
def test_a_body_that_the_desk_never_writes_is_found_even_if_hashed_well(body):
    (record,) = chained(created())
    changed = body(record.body) if callable(body) else body
    assert changed != record.body
    verdict = verify([sealed_anew(record, body=changed)], [])
    assert (verdict.exit_code, verdict.reason, verdict.first_bad_seq) == (1, Reason.FORM, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("seq", True), ("seq", "1"), ("order_seq", 0), ("body", None), ("key", b"x"),
     ("hash", None), ("prev", "z" * 64), ("order_hash", "a" * 63)],
)  # fmt: skip
def test_a_field_of_the_wrong_kind_is_found(name, value):
    (record,) = chained(created())
    assert verify([replace(record, **{name: value})], []).reason is Reason.FORM


def test_a_first_record_of_another_tenant_is_found():
    (record,) = chained(created())
    foreign = record.body.replace('"tenant_id":""', '"tenant_id":"eve"')
    assert verify([sealed_anew(record, body=foreign)], []).reason is Reason.LINK


def test_lone_surrogates_in_a_body_are_no_crash():
    (record,) = chained(created())
    assert verify([replace(record, body="\ud800")], []).reason is Reason.CHANGED


def test_judging_stops_at_the_first_bad_record():
    records = chained(created(), granted(), drafted())
    verifier = Verifier([anchored(records)])
    assert verifier.feed(records[0])
    assert not verifier.feed(records[2])
    verdict = verifier.verdict()
    assert (verdict.reason, verdict.first_bad_seq, verdict.count) == (Reason.MISSING, 2, 1)
    assert verdict.head == records[0].hash


def test_anchors_that_do_not_follow_each_other_are_tampering():
    records = chained(created())
    good = anchored(records)
    verdict = verify(records, [good, good])
    assert (verdict.exit_code, verdict.reason, verdict.anchors_checked) == (1, Reason.ANCHORS, 0)


def test_an_anchor_of_another_head_is_tampering():
    records = chained(created())
    head = records[0].hash[:16] + "0" * 48
    verdict = verify(records, [replace(anchored(records), head=head)])
    assert (verdict.reason, verdict.first_bad_seq) == (Reason.REWRITTEN, 1)


def test_an_anchor_that_says_the_empty_log_was_something_else_is_tampering():
    nothing = replace(anchored([]), head="00" * 32)
    assert verify([], [nothing]).reason is Reason.REWRITTEN


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (Reason.NONE, Reason.NONE),
        (Reason.ANCHORS, Reason.ANCHORS),
        (Reason.NO_ANCHOR, Reason.NO_ANCHOR),
        (Reason.UNREADABLE, Reason.UNREADABLE),
    ],
)
def test_trouble_beside_the_records_is_never_lost(trouble, reason):
    records = chained(created())
    verifier = Verifier([anchored(records)])
    assert verifier.feed(records[0])
    assert verifier.verdict(trouble).reason is reason


@pytest.mark.parametrize("trouble", Reason)
def test_tampering_found_outweighs_every_trouble(trouble):
    records = chained(created(), granted())
    verifier = Verifier([anchored(records)])
    verifier.feed(records[1])
    assert verifier.verdict(trouble).reason is Reason.MISSING


def test_only_intact_ends_with_0():
    assert [reason for reason in Reason if reason.exit_code == 0] == [Reason.NONE]
    unknown = {reason for reason in Reason if reason.exit_code == 2}
    assert unknown == {Reason.EMPTY, Reason.NO_ANCHOR, Reason.UNREADABLE}


def test_a_verdict_can_be_printed_as_json():
    assert asdict(judged(created()))["reason"] == ""
