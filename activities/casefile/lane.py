"""The auto-create lane's part of the case file: judge, note, take a place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from temporalio import activity

from orders.business import order_total
from orders.case import CaseDocument, LaneReport
from orders.draft import plain
from orders.lane import LaneRules, judge_lane
from orders.laning import STOP, LaneEntry
from runtime.storage.port import Store
from workflows.messages import CaseRef, LaneClaim


@dataclass(frozen=True, slots=True)
class Lane:
    """Judges orders for the lane and hands out the day's places."""

    store: Store
    clock: Callable[[], datetime]
    rules: LaneRules = field(default_factory=LaneRules)

    async def judge(self, case: CaseDocument, order_hash: str) -> LaneReport | None:
        """The judgement of an order as it stands, noted for the report."""
        if self.rules.stage == "off":
            return None
        stopped = bool(await self.store.switch(STOP))
        report = judge_lane(case, self.rules, stopped=stopped)
        if report is not None:
            customer = case.matches.customer.customer if case.matches.customer else None
            entry = LaneEntry(
                order_id=case.order_id,
                code=case.code,
                customer_id=customer.customer_id if customer else "",
                at=self.clock().isoformat(),
                mode=report.mode,
                unmet=",".join(name for name, met in report.conditions if not met),
                total=plain(order_total(case)),
                first_hash=order_hash,
                last_hash=order_hash,
            )
            await self.store.keep_lane(entry)
        return report

    @activity.defn
    async def claim_lane(self, ref: CaseRef) -> LaneClaim:
        """Judge once more, and take one of the day's places; no place, no draft."""
        case = await self.store.load_case(ref.order_id)
        report = judge_lane(case, self.rules, stopped=bool(await self.store.switch(STOP)))
        if report is None or report.mode != "auto" or case.revision != ref.revision:
            return LaneClaim(granted=False)
        day = self.clock().date().isoformat()
        return LaneClaim(
            granted=await self.store.claim_lane(ref.order_id, day, self.rules.daily_cap)
        )
