"""The outbox of a store in memory."""

from collections.abc import Collection
from dataclasses import replace

from orders.chain import Record
from orders.delivery import OutboxEntry
from runtime.storage.outbox import AT_ONCE, entries_of


class MemoryOutbox:
    """`Outbox` in dictionaries, beside the records of the store it is part of."""

    def __init__(self) -> None:
        super().__init__()
        self._records: list[Record] = []
        self._served: dict[str, int] = {}
        self._deliveries: dict[tuple[str, str], OutboxEntry] = {}

    async def spread_events(self, name: str, events: Collection[str]) -> int:
        """Make deliveries of the next audit records for a subscriber; how many records it read."""
        after = self._served.setdefault(name, len(self._records))
        records = self._records[after : after + AT_ONCE]
        for entry in entries_of(records, name, events):
            self._deliveries.setdefault((name, entry.event_id), entry)
        self._served[name] = after + len(records)
        return len(records)

    async def deliveries(
        self, states: Collection[str], subscription: str = "", limit: int = 50
    ) -> list[OutboxEntry]:
        """Deliveries in some states, the oldest first."""
        found = [
            one
            for one in self._deliveries.values()
            if one.state in states and subscription in ("", one.subscription)
        ]
        return sorted(found, key=lambda one: (one.seq, one.event_id))[:limit]

    async def delivery(self, subscription: str, identity: str) -> OutboxEntry | None:
        """One delivery."""
        return self._deliveries.get((subscription, identity))

    async def move_delivery(
        self, subscription: str, identity: str, state: str, note: str = ""
    ) -> None:
        """Put a delivery into a state."""
        key = (subscription, identity)
        if key in self._deliveries:
            self._deliveries[key] = replace(self._deliveries[key], state=state, note=note)
