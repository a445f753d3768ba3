"""What a store keeps of trade: purchases, the lane, operators' switches."""

from typing import Protocol

from orders.laning import LaneEntry
from orders.purchase import Fingerprint


class Purchases(Protocol):
    """What was bought. Every method may raise `StoreUnavailable`."""

    async def keep_purchase(self, purchase: Fingerprint) -> None:
        """Insert or replace by order."""
        ...

    async def purchases_before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        """Orders of the same customer received before this one and since a moment (ISO, UTC).

        Those that were given up do not count. The newest first.
        """
        ...


class LaneLog(Protocol):
    """The auto-create lane's memory. Every method may raise `StoreUnavailable`."""

    async def keep_lane(self, entry: LaneEntry) -> None:
        """Keep the first judgement of an order; later ones only change `last_hash`."""
        ...

    async def claim_lane(self, order_id: str, day: str, cap: int) -> bool:
        """Take one of a day's `cap` places for a judged order; False where none is left.

        Whoever has a place keeps it, on whatever day it is asked for again.
        """
        ...

    async def lane_entries(self, limit: int = 1000) -> list[LaneEntry]:
        """Judgements with their orders' status today, the newest first."""
        ...

    async def set_switch(self, name: str, value: str) -> None:
        """Set an operators' switch; an empty value takes it away."""
        ...

    async def switch(self, name: str) -> str:
        """What a switch is set to; empty where nobody set it."""
        ...
