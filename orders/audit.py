"""Verifying the audit: is it whole, unchanged, and does it make sense?"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from orders.anchor import MARK_DIGITS, Anchor, well_chained
from orders.chain import DESK_GENESIS, Head, Record, canonical, desk_hash, genesis, seal
from orders.errors import CallerFault
from orders.roles import Role

_HASH_DIGITS = 64
_MAY_APPROVE = frozenset({Role.APPROVER.value, Role.MANAGER.value})


class Reason(StrEnum):
    """What verifying found; the first group is tampering, the second is not knowing."""

    NONE = ""
    FORM = "form"
    """A field is not what the desk writes there."""
    MISSING = "missing"
    """Numbers jump: a record was removed."""
    LINK = "link"
    """The record does not follow the one before: removed, reordered or inserted."""
    CHANGED = "changed"
    """The record is not what its hash says."""
    TIME = "time"
    """Recorded time runs backwards."""
    REWRITTEN = "rewritten"
    """The chain fits in itself, but it is not the one that was anchored."""
    CUT = "cut"
    """The log ends before its newest anchor, or before where it was last seen to end."""
    UNAPPROVED = "unapproved"
    """A draft without an earlier approval of the same lines by another person."""
    ANCHORS = "anchors"
    """The anchors themselves were changed, or their copies differ."""

    EMPTY = "empty"
    NO_ANCHOR = "no_anchor"
    """Nothing outside the database vouches for the log, or a copy of the anchors is missing."""
    UNREADABLE = "unreadable"

    @property
    def exit_code(self) -> int:
        """0 intact, 1 tampered, 2 could not tell."""
        unknown = (Reason.EMPTY, Reason.NO_ANCHOR, Reason.UNREADABLE)
        return 0 if self is Reason.NONE else 2 if self in unknown else 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found. `first_bad_seq` is 0 where no single record is to blame.

    `order` is the order of the first bad record, `head` the last good record's hash,
    `newest_anchor` that anchor's time.
    """

    reason: Reason
    count: int
    head: str
    first_bad_seq: int = 0
    order: str = ""
    anchors_checked: int = 0
    newest_anchor: str = ""

    @property
    def exit_code(self) -> int:
        """0 intact, 1 tampered, 2 could not tell."""
        return self.reason.exit_code


def verify(records: Iterable[Record], anchors: Sequence[Anchor]) -> Verdict:
    """Judge a whole log, in order, against all its anchors, oldest first."""
    verifier = Verifier(anchors)
    for record in records:
        if not verifier.feed(record):
            break
    return verifier.verdict()


class Verifier:
    """Judges a log that streams by; keeps one head per order, never the records."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        """Take all anchors, oldest first."""
        self._anchors = list(anchors)
        self._sound = well_chained(anchors)
        self._marks = "".join(anchor.marks for anchor in anchors) if self._sound else ""
        self._desk = Head(0, DESK_GENESIS)
        self._heads: dict[str, Head] = {}
        self._meaning = _Meaning()
        self._checked = 0
        self._bad = Verdict(Reason.NONE, 0, DESK_GENESIS)
        self._ends: dict[int, set[str]] = {}
        self._meet_anchors()

    def expect(self, *ends: Head) -> None:
        """Say where the log was seen to end, before any record is fed; it may have grown since."""
        for end in ends:
            self._ends.setdefault(end.seq, set()).add(end.hash)

    def feed(self, record: Record) -> bool:
        """Judge the next record; False once something is wrong, which ends the judging."""
        reason = self._judge(record)
        if reason is not Reason.NONE:
            self._blame(reason, self._desk.seq + 1, record)
            return False
        self._desk = Head(record.seq, record.hash, record.ts)
        self._heads[record.order_id] = Head(record.order_seq, record.order_hash)
        self._meet_anchors()
        return self._bad.reason is Reason.NONE

    def verdict(self, trouble: Reason = Reason.NONE) -> Verdict:
        """The end of it. `trouble` is what was met beside the records (unreadable, copies)."""
        newest = self._anchors[-1] if self._anchors else None
        found = self._bad
        if found.reason is Reason.NONE:
            found = replace(found, reason=trouble if trouble.exit_code == 1 else Reason.NONE)
        if found.reason is Reason.NONE and not self._sound:
            found = replace(found, reason=Reason.ANCHORS)
        if found.reason is Reason.NONE and trouble is not Reason.UNREADABLE:
            found = self._judge_end(found, newest)
        return replace(
            found,
            reason=found.reason or trouble,
            count=self._desk.seq,
            head=self._desk.hash,
            anchors_checked=self._checked,
            newest_anchor=newest.time if newest else "",
        )

    def _judge_end(self, found: Verdict, newest: Anchor | None) -> Verdict:
        count = self._desk.seq
        if newest and newest.count > count:
            return replace(found, reason=Reason.CUT, first_bad_seq=count + 1)
        if not count:
            return replace(found, reason=Reason.EMPTY)
        if max(self._ends, default=0) > count:
            return replace(found, reason=Reason.CUT, first_bad_seq=count + 1)
        if newest is None or not newest.count:
            return replace(found, reason=Reason.NO_ANCHOR)
        return found

    def _judge(self, record: Record) -> Reason:
        for rule in (_judge_form, self._judge_links, _judge_hashes, self._judge_time):
            reason = rule(record)
            if reason is not Reason.NONE:
                return reason
        body = _parse(record)
        if body is None:
            return Reason.FORM
        start = (record.seq - 1) * MARK_DIGITS
        mark = self._marks[start : start + MARK_DIGITS]
        if mark and mark != record.hash[:MARK_DIGITS]:
            return Reason.REWRITTEN
        if self._ends.get(record.seq, {record.hash}) != {record.hash}:
            return Reason.REWRITTEN
        first = record.order_seq == 1
        if first and record.order_prev != genesis(str(body.get("tenant_id")), record.order_id):
            return Reason.LINK
        return self._meaning.judge(body)

    def _judge_links(self, record: Record) -> Reason:
        if record.seq != self._desk.seq + 1:
            return Reason.MISSING
        order = self._heads.get(record.order_id)
        follows = order is None or record.order_prev == order.hash
        if record.order_seq != (order.seq if order else 0) + 1:
            follows = False
        return Reason.NONE if follows and record.prev == self._desk.hash else Reason.LINK

    def _judge_time(self, record: Record) -> Reason:
        return Reason.TIME if record.ts < self._desk.ts else Reason.NONE

    def _meet_anchors(self) -> None:
        """Compare every anchor that was drawn at this very count."""
        while self._sound and self._checked < len(self._anchors):
            anchor = self._anchors[self._checked]
            if anchor.count != self._desk.seq:
                return
            if anchor.head != self._desk.hash:
                self._blame(Reason.REWRITTEN, self._desk.seq, None)
                return
            self._checked += 1

    def _blame(self, reason: Reason, seq: int, record: Record | None) -> None:
        order = str(record.order_id) if record else ""
        self._bad = replace(self._bad, reason=reason, first_bad_seq=seq, order=order)


class _Meaning:
    """Each draft needs an earlier approval of the same lines: another person's, or the lane's."""

    def __init__(self) -> None:
        self._requesters: dict[str, str] = {}
        self._approvals: dict[str, list[tuple[str, str]]] = {}

    def judge(self, body: dict[str, Any]) -> Reason:
        order, kind, actor, said = (
            body[name] for name in ("order_id", "event_type", "actor", "data")
        )
        lines = said.get("order_hash", "")
        if kind == "case.created":
            self._requesters.setdefault(order, actor["id"])
        elif kind == "approval.granted" and _may_approve(actor):
            self._approvals.setdefault(order, []).append((actor["id"], lines))
        elif kind == "lane.granted" and actor["type"] == "system":
            # Where an organization lets orders pass without an approver, the desk says so itself.
            self._approvals.setdefault(order, []).append(("", lines))
        elif kind == "draft.created" and not self._approved(order, lines):
            return Reason.UNAPPROVED
        return Reason.NONE

    def _approved(self, order: str, lines: str) -> bool:
        requester = self._requesters.get(order, "")
        return bool(requester and lines) and any(
            who != requester and what == lines for who, what in self._approvals.get(order, ())
        )


def _may_approve(actor: dict[str, str]) -> bool:
    held = {role.strip() for role in actor["role"].split(",")}
    return actor["type"] == "user" and bool(actor["id"]) and bool(held & _MAY_APPROVE)


def _judge_form(record: Record) -> Reason:
    hashes = (record.order_prev, record.order_hash, record.prev, record.hash)
    texts = (record.order_id, record.key, record.body, record.ts)
    well = all(isinstance(one, str) for one in texts)
    well = well and all(type(one) is int and one > 0 for one in (record.seq, record.order_seq))
    return Reason.NONE if well and all(_is_hash(one) for one in hashes) else Reason.FORM


def _is_hash(text: object) -> bool:
    known = isinstance(text, str) and len(text) == _HASH_DIGITS
    return known and not set(str(text)) - set("0123456789abcdef")


def _judge_hashes(record: Record) -> Reason:
    body = record.body.encode("utf-8", "replace")
    order_hash = seal("order", record.order_prev, record.order_seq, body)
    same = record.order_hash == order_hash
    same = same and record.hash == desk_hash(record.prev, record.seq, order_hash)
    return Reason.NONE if same else Reason.CHANGED


def _parse(record: Record) -> dict[str, Any] | None:
    """The body, where it is canonical, of the right shape, and says what the columns say."""
    try:
        body = json.loads(record.body)
        if canonical(body) != record.body:
            return None
        said = tuple(body[name] for name in ("order_id", "sequence", "key", "ts"))
        texts = [*body["actor"].values(), *body["data"].values(), body["event_type"]]
        shaped = set(body["actor"]) == {"type", "id", "role"}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CallerFault):
        return None
    same = said == (record.order_id, record.order_seq, record.key, record.ts)
    return body if same and shaped and all(isinstance(text, str) for text in texts) else None
