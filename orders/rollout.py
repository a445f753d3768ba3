"""How far language models are trusted with columns, customer by customer."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from orders.hints import Hints
from orders.panel import Panel
from orders.reading import Reading
from orders.values import fold


class Mode(StrEnum):
    """What the models' votes do."""

    REPORT = "report"
    """They are kept beside what people decide, and count for nothing."""
    ASK = "ask"
    """What was decided with them is asked, their choice first."""
    CONFIDENT = "confident"
    """They are counted with the others; what reaches its threshold is taken."""


def careful(mode: Mode, *, steered: bool) -> Mode:
    """The mode of an order whose file seems to speak to the models: never without a person."""
    return Mode.ASK if steered and mode is Mode.CONFIDENT else mode


OPEN = "?"
"""In place of a column: a person would still have been asked."""
PERCENTAGES = (10, 50, 100)
_CAREFUL = {Mode.CONFIDENT: Mode.ASK, Mode.ASK: Mode.REPORT, Mode.REPORT: Mode.REPORT}


@dataclass(frozen=True, slots=True)
class Stage:
    """A mode and the share of orders, in per cent, that are in it; the rest are one step behind."""

    mode: Mode = Mode.CONFIDENT
    percent: int = 100


@dataclass(frozen=True, slots=True)
class Rollout:
    """The stage for everybody, and for customers by name as their files say it, folded."""

    stage: Stage = Stage()
    customers: Mapping[str, Stage] = field(default_factory=dict)

    def mode_of(self, customer: str, order_id: str) -> Mode:
        """The mode of one order; the same order always gets the same."""
        stage = self.customers.get(fold(customer), self.stage)
        return stage.mode if bucket_of(order_id) < stage.percent else _CAREFUL[stage.mode]


def bucket_of(order_id: str) -> int:
    """A number from 0 to 99 that only the order id decides: who is in at 10 % stays in at 50 %."""
    return int(hashlib.sha256(f"committee|{order_id}".encode()).hexdigest()[:12], 16) % 100


def read_stage(text: str) -> Stage:
    """`confident`, or `ask:50`. Raises `ValueError` when it is written otherwise."""
    mode, _, percent = text.strip().partition(":")
    share = percent or "100"
    if mode not in set(Mode) or share not in {str(one) for one in PERCENTAGES}:
        raise ValueError(
            "is written mode or mode:percent, with report, ask, confident and 10, 50, 100"
        )
    return Stage(Mode(mode), int(share))


def read_customers(text: str) -> Mapping[str, Stage]:
    """`name=mode:percent; name=mode` by folded name. Raises `ValueError`."""
    parts = [part.rpartition("=") for part in text.split(";") if part.strip()]
    if not all(fold(name) for name, _, _ in parts):
        raise ValueError("is written name=mode:percent, separated by semicolons")
    return {fold(name): read_stage(stage) for name, _, stage in parts}


def heard(hints: Hints, panel: Panel | None) -> Hints:
    """The hints with what a panel said, as far as its mode lets it count."""
    if panel is None or panel.mode == Mode.REPORT:
        return hints
    confirm = panel.mode == Mode.ASK
    return replace(hints, votes=panel.votes, voted_on=panel.table, confirm=confirm)


def would_be(panel: Panel, counted: Reading) -> Panel:
    """The panel with what its votes come to where they are `counted`, whatever its own mode lets."""
    counts = {one.field: one for one in counted.counts}
    return replace(
        panel,
        would={
            name: counts[name].choice if name in counts and counts[name].decided else OPEN
            for name in panel.fields
        },
    )


def told(columns: Mapping[str, str]) -> str:
    """Columns by field in one short text, as the audit keeps it."""
    return " ".join(f"{name}={letter}" for name, letter in sorted(columns.items()))


def scores(panel: Panel, columns: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each member, how many of its answers are what people approved, and how many it gave."""
    found: dict[str, tuple[int, int]] = {}
    for vote in panel.votes:
        if vote.choice:
            right, judged = found.get(vote.member, (0, 0))
            agrees = columns.get(vote.field, "-") == vote.choice
            found[vote.member] = (right + agrees, judged + 1)
    return found
