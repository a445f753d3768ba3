"""Everything an order remembers between two events, in one model."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from orders.approval import Ladder, Outcome, Standing
from orders.case import (
    TERMINAL,
    Deadlines,
    Decision,
    DraftRef,
    Origin,
    Status,
    StatusView,
    Trouble,
    WaitingFor,
)
from workflows.messages import Answers, Event, FileLink, Message

STEPS = (
    "receive_file",
    "read_workbook",
    "committee",
    "checks",
    "matching",
    "review",
    "approval",
    "create_draft",
    "finish_audit",
)
"""The road of one order; `progress` counts along it."""

MOST_OUTCOMES = 200
"""How many verdicts are kept. Refused ones make room; once all are accepted ones, only verbs that
bring the order to its end are taken."""


class OrderState(BaseModel):
    """The order's memory. Mutable inside the workflow, plain data when it continues as new."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    file: FileLink
    step: str = "open_case"
    status: Status = Status.CREATED
    waiting_for: WaitingFor = WaitingFor.NOBODY
    last_activity_time: str = ""
    trouble: Trouble | None = None
    deadlines: Deadlines = Deadlines()
    clocks: dict[WaitingFor, Deadlines] = {}
    revision: int = 1
    version: int = 0
    published: int = -1
    answers: list[Answers] = []
    answered: int = 0
    """How many answers count for this file; undo takes the last one back."""
    parts: tuple[str, ...] = ()
    """Codes of the orders that were split off from this one."""
    unstarted: list[Origin] = []
    """Those of them that are still to be started."""
    submitted: bool = False
    resumed: bool = False
    replaced: bool = False
    cancelled: bool = False
    approvers: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    summoned: bool = False
    guarded: bool = False
    """Whether the last questions put to people hold some that only managers answer."""
    escalated_to: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    occasion: str = ""
    heard_at: str = ""
    """When the requester sent or pressed something last."""
    asked: str = ""
    """The last question that the requester got a message of their own about."""
    lane_until: str = ""
    reported: bool = False
    prices: str = ""
    order_hash: str = ""
    decision: Decision | None = None
    ending: Decision | None = None
    draft: DraftRef | None = None
    draft_tried: bool = False
    draft_asked: bool = False
    draft_kept: bool = False
    annotated: bool = False
    looks: int = 0
    watch_until: str = ""
    undo_until: str = ""
    outcomes: dict[str, Outcome] = {}
    journal: list[Event] = []
    events: int = 0

    def touch(self, now: datetime) -> None:
        """Note that something visible changed."""
        self.version += 1
        self.last_activity_time = now.isoformat()

    def move(
        self, status: Status, now: datetime, waiting_for: WaitingFor = WaitingFor.NOBODY
    ) -> None:
        """Enter a status; the wait's deadlines go when the wait ends."""
        self.status = status
        self.waiting_for = waiting_for
        if waiting_for is WaitingFor.NOBODY:
            self.deadlines = Deadlines()
        self.touch(now)

    @property
    def undo_open(self) -> bool:
        """Whether a created draft can still be taken back by a cancel."""
        return bool(self.undo_until)


class OrderInput(Message):
    """What starts an order: who, what, and the rules in force when it began.

    `state` is set only when a long history continues as a new run. (It is defined above: with a
    forward reference pydantic would quote the input in its errors all the same.)
    """

    order_id: str
    code: str
    tenant_id: str
    requester: str
    requester_name: str = ""
    requester_human: str = ""
    conversation: str
    language: str = "en"
    received_at: str
    file: FileLink
    origin: Origin | None = None
    """Set where this order was split off from another one: its file is there already."""
    ladder: Ladder = Ladder()
    undo_hours: float = 24
    watch_hours: float = 0
    books_retry_seconds: float = 60
    books_give_up_hours: float = 72
    state: OrderState | None = None


def standing_of(start: OrderInput, state: OrderState) -> Standing:
    """What judging a click needs to know."""
    decided = state.decision or state.ending
    return Standing(
        status=state.status,
        revision=state.revision,
        tenant_id=start.tenant_id,
        requester=start.requester,
        requester_human=start.requester_human or start.requester,
        approvers=state.approvers,
        escalated_to=state.escalated_to,
        decided_by=decided.name or decided.by if decided else "",
        undo_open=state.undo_open,
        answers=state.answered,
        draft_asked=state.draft_asked,
    )


def view_of(start: OrderInput, state: OrderState) -> StatusView:
    """The one answer that cards, commands and pages draw."""
    done = STEPS.index(state.step) if state.step in STEPS else 0
    finished = state.status is Status.COMPLETED
    return StatusView(
        order_id=start.order_id,
        code=start.code,
        status=state.status,
        current_step=state.step,
        waiting_for=state.waiting_for,
        last_activity_time=state.last_activity_time,
        error_state=state.trouble,
        deadlines=state.deadlines,
        progress=(len(STEPS) if finished else done, len(STEPS)),
        revision=state.revision,
        version=state.version,
        requester=start.requester,
        approvers=state.approvers,
        escalated_to=state.escalated_to,
        decision=state.ending or state.decision,
        draft=state.draft,
        reminded=bool(state.waiting_for and not state.deadlines.remind_at),
        lane_until=state.lane_until,
        answers=state.answered,
        watched_until=_watched_until(start, state),
        can_cancel=state.undo_open
        or (state.status not in TERMINAL | {Status.UNDOING} and not state.draft_asked),
        draft_asked=state.draft_asked,
        origin=start.origin.code if start.origin else "",
        parts=state.parts,
    )


def _watched_until(start: OrderInput, state: OrderState) -> str:
    """The end of the watch over a draft, while it goes on; the wait for an undo alone is none."""
    looks = start.watch_hours > 0 and state.draft is not None and state.step == "undo_window"
    return state.watch_until if looks else ""
