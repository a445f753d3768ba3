"""What the auto-create lane would have done, against what people did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from orders.case import GIVEN_UP, Status

STOP = "lane"
"""The name of the switch that stops the lane; its value says who stopped it."""


@dataclass(frozen=True, slots=True)
class LaneEntry:
    """The first judgement of one order. `unmet` lists conditions, comma-separated.

    `first_hash` is of the lines at that moment, `last_hash` of the newest; `used_on` is the day
    (ISO) on which the lane wrote its draft, empty if it did not; `status` is the order's today.
    """

    order_id: str
    code: str = ""
    customer_id: str = ""
    at: str = ""
    mode: str = ""
    unmet: str = ""
    total: str = ""
    first_hash: str = ""
    last_hash: str = ""
    used_on: str = ""
    status: str = ""

    @property
    def verdict(self) -> str:
        """What the order says of the lane.

        `kept` (it would have, and people approved the very lines), `changed` (people approved
        others), `refused` (people gave it up), `taken` (the lane had it written), `not_met`, or `open`.
        """
        if self.used_on and self.status == Status.COMPLETED:
            return "taken"
        if self.unmet:
            return "not_met"
        if self.status in GIVEN_UP:
            return "refused"
        if self.status != Status.COMPLETED:
            return "open"
        return "kept" if self.first_hash == self.last_hash else "changed"


@dataclass(frozen=True, slots=True)
class LaneFigures:
    """How often each verdict was, and how often each condition failed."""

    verdicts: Counter[str]
    unmet: Counter[str]
    disputed: tuple[LaneEntry, ...] = ()
    """Orders that the lane would have drafted and people did not: each is a reason to wait."""

    @property
    def agreement(self) -> float | None:
        """The share of decided candidates that people approved unchanged; None without any."""
        decided = sum(self.verdicts[name] for name in ("kept", "changed", "refused"))
        return self.verdicts["kept"] / decided if decided else None


def sum_up(entries: Iterable[LaneEntry]) -> LaneFigures:
    """The figures of some entries."""
    listed = list(entries)
    return LaneFigures(
        Counter(one.verdict for one in listed),
        Counter(name for one in listed for name in one.unmet.split(",") if name),
        tuple(one for one in listed if one.verdict in ("changed", "refused")),
    )
