"""One event on its way to one subscriber."""

from dataclasses import dataclass

NEW, TAKEN, DELIVERED, DEAD, GONE = "new", "taken", "delivered", "dead", "gone"
"""States of a delivery: waiting, under way, and its three ends."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """An event for a subscriber. `seq` is its place in the audit, `note` why it ended."""

    event_id: str
    subscription: str
    seq: int = 0
    kind: str = ""
    at: str = ""
    body: str = ""
    state: str = NEW
    note: str = ""
