"""What a store keeps of trade: purchases, lane, switches, outbox."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Protocol

from orders.delivery import OutboxEntry
from orders.laning import LaneEntry
from orders.purchase import Fingerprint


class Purchases(Protocol):
    """What was bought. Every method may raise `StoreUnavailable`."""

    async def keep_purchase(
        self, purchase: Fingerprint, goods: Mapping[str, Decimal] | None = None
    ) -> None:
        """Insert or replace by order; `goods` are the quantities by item id."""
        ...

    async def purchases_before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        """Orders of the same customer received before this one and since a moment (ISO, UTC).

        Those that were given up do not count. The newest first.
        """
        ...

    async def goods_before(
        self, purchase: Fingerprint, since: str, limit: int
    ) -> list[Mapping[str, Decimal]]:
        """What the same customer's completed orders before this one bought, the newest first."""
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


class Outbox(Protocol):
    """Outbound events. The audit is the outbox: what is noted there is told, nothing else.

    Every method may raise `StoreUnavailable`.
    """

    async def spread_events(self, name: str, events: Collection[str]) -> int:
        """Make deliveries of the audit records behind the last ones that a subscriber was served.

        A subscriber that is asked for the first time hears what happens from then on. Deliveries
        and the place reached are written together. Returns how many records were read.
        """
        ...

    async def deliveries(
        self, states: Collection[str], subscription: str = "", limit: int = 50
    ) -> list[OutboxEntry]:
        """Deliveries in some states (of one subscriber, where one is named), the oldest first."""
        ...

    async def delivery(self, subscription: str, identity: str) -> OutboxEntry | None:
        """One delivery, by subscriber and event id."""
        ...

    async def move_delivery(
        self, subscription: str, identity: str, state: str, note: str = ""
    ) -> None:
        """Put a delivery into a state."""
        ...
