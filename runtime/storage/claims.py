"""Claims on drafts, in the database: each change is one statement."""

from dataclasses import asdict

from sqlalchemy import Update, select, update

from orders.errors import RecordMissing
from runtime.storage.engine import Connected
from runtime.storage.reservations import Reservation
from runtime.storage.tables import reservations
from runtime.storage.writes import add

_OF = reservations.c


class SqlReservations(Connected):
    """`Reservations` over the connections of the store it is part of."""

    async def reserve(self, claim: Reservation) -> Reservation:
        """Insert the claim, or return the one that holds the key already."""
        async with self._writing() as connection:
            await add(connection, reservations, asdict(claim))
        return await self.reservation(claim.order_key) or claim

    async def settle(self, order_key: str, state: str, draft_id: str, draft_number: str) -> None:
        """Record what became of a claim. Raises `RecordMissing`."""
        news = {"state": state, "draft_id": draft_id, "draft_number": draft_number}
        if not await self._change(update(reservations).where(_OF.order_key == order_key), news):
            raise RecordMissing

    async def reservation(self, order_key: str) -> Reservation | None:
        """The claim on a key."""
        query = select(reservations).where(_OF.order_key == order_key)
        async with self._reading() as connection:
            row = (await connection.execute(query)).mappings().first()
        return Reservation(**row) if row else None

    async def hand_claim(self, order_key: str, to: str) -> bool:
        """Let a created draft pass to another key, once."""
        query = update(reservations).where(_OF.order_key == order_key, _OF.state == "created")
        await self._change(query, {"state": "handed", "handed_to": to})
        claim = await self.reservation(order_key)
        return claim is not None and (claim.state, claim.handed_to) == ("handed", to)

    async def return_claim(self, order_key: str, back_from: str) -> None:
        """Let a handed draft be this key's again."""
        query = update(reservations).where(
            _OF.order_key == order_key, _OF.state == "handed", _OF.handed_to == back_from
        )
        await self._change(query, {"state": "created", "handed_to": ""})

    async def _change(self, query: Update, news: dict[str, str]) -> int:
        async with self._writing() as connection:
            return (await connection.execute(query.values(news))).rowcount
