"""Anchors: what is noted of the audit outside the database."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from orders.chain import DESK_GENESIS, canonical, seal
from orders.errors import CallerFault

MARK_DIGITS = 16
"""How many hex digits of each record's hash an anchor keeps, to name the first changed record."""
_VERSION = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """The audit at one moment, and its predecessor.

    `count` records ended in `head`, which stands for all of them: the desk's chain runs through the
    records of every order, so no order's end can change without it. `marks` are the first digits of
    the hash of every record since the previous anchor; `prev` is the hash of that anchor. `time` is
    ISO, UTC.
    """

    time: str
    count: int
    head: str
    marks: str
    prev: str

    @property
    def hash(self) -> str:
        """SHA-256 (hex) over everything the anchor says."""
        return seal("anchor", self.prev, self.count, canonical(asdict(self)).encode())


def draw_anchor(time: str, head: str, fresh: Sequence[str], last: Anchor | None) -> Anchor:
    """The anchor of an audit that ends in `head`.

    `fresh` are the hashes of the records since the anchor `last` (None: since the beginning).
    """
    return Anchor(
        time=time,
        count=(last.count if last else 0) + len(fresh),
        head=head,
        marks="".join(mark[:MARK_DIGITS] for mark in fresh),
        prev=last.hash if last else DESK_GENESIS,
    )


def write_line(anchor: Anchor) -> str:
    """The anchor as one line of canonical JSON, with its own hash, without a line end."""
    return canonical(asdict(anchor) | {"hash": anchor.hash, "version": _VERSION})


def read_line(line: str) -> Anchor:
    """The anchor of a line.

    Raises:
        ValueError: it is no such line, or not as it was written.
    """
    try:
        found = json.loads(line)
        anchor = Anchor(**{name: found[name] for name in Anchor.__dataclass_fields__})
        if write_line(anchor) == line:
            return anchor
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, CallerFault):
        pass
    raise ValueError("no anchor")


def well_chained(anchors: Sequence[Anchor]) -> bool:
    """Whether each anchor follows from the one before, in number, marks and time."""
    last: Anchor | None = None
    for anchor in anchors:
        if not _follows(anchor, last):
            return False
        last = anchor
    return True


def _follows(anchor: Anchor, last: Anchor | None) -> bool:
    count, prev, time = (last.count, last.hash, last.time) if last else (0, DESK_GENESIS, "")
    fresh = anchor.count - count
    return (
        anchor.prev == prev
        and anchor.time >= time
        and fresh >= 0
        and len(anchor.marks) == fresh * MARK_DIGITS
        and (not fresh or anchor.marks.endswith(anchor.head[:MARK_DIGITS]))
    )
