"""Outbound events in the database: the audit itself is the outbox."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from orders.chain import Record
from orders.delivery import OutboxEntry
from orders.outbound import event_id, event_of
from runtime.storage.engine import Connected
from runtime.storage.tables import audit, deliveries, switches
from runtime.storage.writes import add, lock_head, put

AT_ONCE = 200
CURSOR = "outbox/"
"""The switch that says up to which audit record a subscriber was served."""


class SqlOutbox(Connected):
    """`Outbox` over the connections of the store it is part of."""

    async def spread_events(self, name: str, events: Collection[str]) -> int:
        """Make deliveries of the next audit records for a subscriber; how many records it read."""
        async with self._reading() as connection:
            seen, newest = await self._stand(connection, name)
        if seen is not None and newest <= seen:
            return 0
        async with self._writing() as connection:
            await lock_head(connection)
            seen, newest = await self._stand(connection, name)
            after = newest if seen is None else seen
            query = select(audit).where(audit.c.seq > after).order_by(audit.c.seq).limit(AT_ONCE)
            records = [Record(**row) for row in (await connection.execute(query)).mappings()]
            for entry in entries_of(records, name, events):
                await add(connection, deliveries, asdict(entry))
            served = {
                "name": f"{CURSOR}{name}",
                "value": str(records[-1].seq if records else after),
            }
            await put(connection, switches, served, served)
            return len(records)

    async def _stand(self, connection: AsyncConnection, name: str) -> tuple[int | None, int]:
        """Up to where a subscriber was served (None: never), and where the audit ends."""
        cursor = select(switches.c.value).where(switches.c.name == f"{CURSOR}{name}")
        seen = await connection.scalar(cursor)
        newest = await connection.scalar(select(func.max(audit.c.seq)))
        return None if seen is None else int(seen), newest or 0

    async def deliveries(
        self, states: Collection[str], subscription: str = "", limit: int = 50
    ) -> list[OutboxEntry]:
        """Deliveries in some states, the oldest first."""
        query = select(deliveries).where(deliveries.c.state.in_(list(states)))
        if subscription:
            query = query.where(deliveries.c.subscription == subscription)
        ordered = query.order_by(deliveries.c.seq, deliveries.c.event_id).limit(limit)
        async with self._reading() as connection:
            return [OutboxEntry(**row) for row in (await connection.execute(ordered)).mappings()]

    async def delivery(self, subscription: str, identity: str) -> OutboxEntry | None:
        """One delivery."""
        query = select(deliveries).where(
            deliveries.c.subscription == subscription, deliveries.c.event_id == identity
        )
        async with self._reading() as connection:
            row = (await connection.execute(query)).mappings().one_or_none()
        return OutboxEntry(**row) if row else None

    async def move_delivery(
        self, subscription: str, identity: str, state: str, note: str = ""
    ) -> None:
        """Put a delivery into a state."""
        query = update(deliveries).where(
            deliveries.c.subscription == subscription, deliveries.c.event_id == identity
        )
        async with self._writing() as connection:
            await connection.execute(query.values({"state": state, "note": note}))


def entries_of(
    records: Sequence[Record], subscription: str, events: Collection[str]
) -> list[OutboxEntry]:
    """The deliveries that some audit records make for a subscriber of these events."""
    entries = []
    for record in records:
        told = event_of(record)
        if told is not None and told[0] in events:
            identity = event_id(record.order_id, record.key)
            entries.append(
                OutboxEntry(identity, subscription, record.seq, told[0], record.ts, told[1])
            )
    return entries
