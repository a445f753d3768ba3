"""The dealings of a store in memory: purchases, the lane, switches."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from orders.case import GIVEN_UP, Status
from orders.laning import LaneEntry
from orders.purchase import Fingerprint
from runtime.storage.port import CaseRow


class MemoryDealings:
    """`Purchases` and `LaneLog` in dictionaries, beside the rows of the store it is part of."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, CaseRow] = {}
        self._purchases: dict[str, Fingerprint] = {}
        self._goods: dict[str, Mapping[str, Decimal]] = {}
        self._lane: dict[str, LaneEntry] = {}
        self._switches: dict[str, str] = {}

    # --- purchases ---

    async def keep_purchase(
        self, purchase: Fingerprint, goods: Mapping[str, Decimal] | None = None
    ) -> None:
        """Insert or replace by order."""
        self._purchases[purchase.order_id] = purchase
        self._goods[purchase.order_id] = goods or {}

    async def purchases_before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        """Earlier orders of the same customer that were not given up, the newest first."""
        found = self._before(purchase, since)
        return [one for one in found if self._rows[one.order_id].status not in GIVEN_UP]

    async def goods_before(
        self, purchase: Fingerprint, since: str, limit: int
    ) -> list[Mapping[str, Decimal]]:
        """What the same customer's completed orders before this one bought, the newest first."""
        done = [
            self._goods[one.order_id]
            for one in self._before(purchase, since)
            if self._rows[one.order_id].status == Status.COMPLETED
        ]
        return done[:limit]

    def _before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        found = [
            one
            for one in self._purchases.values()
            if (one.tenant_id, one.customer_id) == (purchase.tenant_id, purchase.customer_id)
            and since <= one.at
            and (one.at, one.order_id) < (purchase.at, purchase.order_id)
            and one.order_id in self._rows
        ]
        return sorted(found, key=lambda one: (one.at, one.order_id), reverse=True)

    # --- lane ---

    async def keep_lane(self, entry: LaneEntry) -> None:
        """Keep the first judgement of an order, and the newest hash of its lines."""
        first = self._lane.setdefault(entry.order_id, replace(entry, status=""))
        self._lane[entry.order_id] = replace(first, last_hash=entry.last_hash)

    async def claim_lane(self, order_id: str, day: str, cap: int) -> bool:
        """Take one of the day's places for an order; taking it again is taking the same one."""
        mine = self._lane.get(order_id)
        if mine is None or mine.used_on:
            return mine is not None
        if sum(one.used_on == day for one in self._lane.values()) >= cap:
            return False
        self._lane[order_id] = replace(mine, used_on=day)
        return True

    async def lane_entries(self, limit: int = 1000) -> list[LaneEntry]:
        """Judgements with what became of their orders, the newest first."""
        found = [
            replace(one, status=self._rows[one.order_id].status)
            for one in sorted(self._lane.values(), key=lambda one: one.order_id)
            if one.order_id in self._rows
        ]
        return sorted(found, key=lambda one: one.at, reverse=True)[:limit]

    async def set_switch(self, name: str, value: str) -> None:
        """Set a switch; an empty value takes it away."""
        self._switches[name] = value

    async def switch(self, name: str) -> str:
        """What a switch is set to; empty where nobody set it."""
        return self._switches.get(name, "")
