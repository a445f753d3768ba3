"""The auto-create lane in the database: judgements, the day's places."""

from dataclasses import asdict

from sqlalchemy import delete, func, select, update

from orders.laning import LaneEntry
from runtime.storage.engine import Connected
from runtime.storage.tables import cases, lane, switches
from runtime.storage.writes import add, lock_head, put


class SqlLane(Connected):
    """`LaneLog` over the connections of the store it is part of."""

    async def keep_lane(self, entry: LaneEntry) -> None:
        """Keep the first judgement of an order, and the newest hash of its lines."""
        columns = {name: value for name, value in asdict(entry).items() if name != "status"}
        async with self._writing() as connection:
            if not await add(connection, lane, columns):
                mine = lane.c.order_id == entry.order_id
                news = {"last_hash": entry.last_hash}
                await connection.execute(update(lane).where(mine).values(news))

    async def claim_lane(self, order_id: str, day: str, cap: int) -> bool:
        """Take one of the day's places for an order; taking it again is taking the same one."""
        async with self._writing() as connection:
            await lock_head(connection)
            mine = lane.c.order_id == order_id
            held = await connection.scalar(select(lane.c.used_on).where(mine))
            if held or held is None:
                return bool(held)
            taken = select(func.count()).select_from(lane).where(lane.c.used_on == day)
            if (await connection.scalar(taken) or 0) >= cap:
                return False
            await connection.execute(update(lane).where(mine).values({"used_on": day}))
            return True

    async def lane_entries(self, limit: int = 1000) -> list[LaneEntry]:
        """Judgements with what became of their orders, the newest first."""
        query = (
            select(lane, cases.c.status)
            .join(cases, cases.c.order_id == lane.c.order_id)
            .order_by(lane.c.at.desc(), lane.c.order_id)
            .limit(limit)
        )
        async with self._reading() as connection:
            return [LaneEntry(**row) for row in (await connection.execute(query)).mappings()]

    async def set_switch(self, name: str, value: str) -> None:
        """Set a switch; an empty value takes it away."""
        columns = {"name": name, "value": value}
        async with self._writing() as connection:
            if value:
                await put(connection, switches, columns, columns)
            else:
                await connection.execute(delete(switches).where(switches.c.name == name))

    async def switch(self, name: str) -> str:
        """What a switch is set to; empty where nobody set it."""
        async with self._reading() as connection:
            query = select(switches.c.value).where(switches.c.name == name)
            return await connection.scalar(query) or ""
