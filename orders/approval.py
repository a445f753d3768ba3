"""Who must say yes, when they are reminded, and what becomes of a click."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from orders.case import TERMINAL, Deadlines, Status
from orders.errors import SettingsError
from orders.roles import Role


class Verb(StrEnum):
    """Everything a person can ask of an order."""

    CORRECT = "correct"
    CHOOSE = "choose"
    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    CANCEL = "cancel"
    REASSIGN = "reassign"
    RESUME = "resume"
    KEEP_DRAFT = "keep_draft"
    REPLACE_FILE = "replace_file"
    UNDO = "undo"
    REPORT = "report"
    SPLIT = "split"
    SPLIT_REST = "split_rest"


class Refusal(StrEnum):
    """Why a click did not count."""

    NONE = ""
    STALE = "stale"
    NOT_ALLOWED = "not_allowed"
    OWN_ORDER = "own_order"
    DECIDED = "decided"
    CLOSED = "closed"
    NOT_NOW = "not_now"
    TOO_MANY = "too_many"
    UNKNOWN_PERSON = "unknown_person"
    COMMENT_NEEDED = "comment_needed"
    MANAGER_NEEDED = "manager_needed"
    NOTHING_TO_UNDO = "nothing_to_undo"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who clicked, as the authenticated channel and the roles file say; never as the card says."""

    object_id: str
    tenant_id: str
    name: str = ""
    human: str = ""
    roles: frozenset[Role] = frozenset()

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds any of these roles."""
        return bool(self.roles.intersection(roles))


@dataclass(frozen=True, slots=True)
class Click:
    """One request to an order. `decision_id` is order + revision + verb + actor.

    `guarded` says that it carries an answer which only a manager may give (`orders.authority`).
    """

    decision_id: str
    verb: Verb
    actor: Actor
    revision: int
    comment: str = ""
    to: str = ""
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one click: taken or refused, and why; `by` names who decided before."""

    accepted: bool
    refusal: Refusal = Refusal.NONE
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What judging a click needs to know of the order."""

    status: Status
    revision: int
    tenant_id: str
    requester: str
    requester_human: str
    approvers: tuple[str, ...] = ()
    escalated_to: tuple[str, ...] = ()
    decided_by: str = ""
    undo_open: bool = False
    answers: int = 0
    draft_asked: bool = False
    """Whether people are asked what becomes of a draft that somebody touched in the books."""


_WHEN: dict[Verb, frozenset[Status]] = {
    Verb.CORRECT: frozenset(
        {Status.AWAITING_CORRECTIONS, Status.AWAITING_SELECTION, Status.AWAITING_REVIEW}
    ),
    Verb.CHOOSE: frozenset({Status.AWAITING_SELECTION, Status.AWAITING_REVIEW}),
    Verb.SUBMIT: frozenset({Status.AWAITING_REVIEW}),
    Verb.APPROVE: frozenset({Status.AWAITING_APPROVAL}),
    Verb.REJECT: frozenset({Status.AWAITING_APPROVAL}),
    Verb.REPORT: frozenset({Status.AWAITING_REVIEW}),
    Verb.REASSIGN: frozenset({Status.AWAITING_APPROVAL}),
    Verb.RESUME: frozenset({Status.NEEDS_HELP, Status.QUEUED_FOR_ZOHO}),
    Verb.KEEP_DRAFT: frozenset({Status.NEEDS_HELP}),
    Verb.REPLACE_FILE: frozenset(
        {
            Status.BLOCKED,
            Status.AWAITING_CORRECTIONS,
            Status.AWAITING_SELECTION,
            Status.AWAITING_REVIEW,
        }
    ),
}
_WHEN[Verb.SPLIT] = frozenset({Status.AWAITING_CORRECTIONS})
_WHEN[Verb.SPLIT_REST] = frozenset(
    {
        Status.AWAITING_CORRECTIONS,
        Status.AWAITING_SELECTION,
        Status.AWAITING_REVIEW,
        Status.AWAITING_APPROVAL,
        Status.NEEDS_HELP,
        Status.QUEUED_FOR_ZOHO,
    }
)
_WHEN[Verb.UNDO] = _WHEN[Verb.REPLACE_FILE]


def judge(standing: Standing, click: Click) -> Outcome:
    """Say whether a click counts. Pure: the same standing and click give the same verdict."""
    for rule in _RULES:
        refusal = rule(standing, click)
        if refusal is not Refusal.NONE:
            by = standing.decided_by if refusal in (Refusal.DECIDED, Refusal.CLOSED) else ""
            return Outcome(accepted=False, refusal=refusal, by=by)
    return Outcome(accepted=True)


def _judge_person(standing: Standing, click: Click) -> Refusal:
    known = click.actor.object_id and click.actor.tenant_id == standing.tenant_id
    return Refusal.NONE if known else Refusal.UNKNOWN_PERSON


def _judge_time(standing: Standing, click: Click) -> Refusal:
    deciding = click.verb in (Verb.APPROVE, Verb.REJECT)
    if click.verb is Verb.CANCEL:
        return _judge_cancel(standing)
    if click.verb is Verb.KEEP_DRAFT and not standing.draft_asked:
        return Refusal.CLOSED if standing.status in TERMINAL else Refusal.NOT_NOW
    if standing.status in _WHEN[click.verb] or (
        click.verb is Verb.SPLIT_REST and _is_undoable(standing)
    ):
        return Refusal.NONE
    if deciding and standing.decided_by:
        return Refusal.DECIDED
    if standing.status in TERMINAL:
        return Refusal.CLOSED
    # "Not at this step" would be said of a card whose step is long past.
    return _judge_revision(standing, click) or Refusal.NOT_NOW


def _judge_cancel(standing: Standing) -> Refusal:
    if standing.status is Status.UNDOING or standing.draft_asked:
        return Refusal.DECIDED
    ended = standing.status in TERMINAL and not _is_undoable(standing)
    return Refusal.CLOSED if ended else Refusal.NONE


def _is_undoable(standing: Standing) -> bool:
    """Whether the draft is there and the order still hears clicks."""
    return standing.status is Status.COMPLETED and standing.undo_open


_OF_WHOEVER_IS_IN_CHARGE = frozenset(
    {Verb.CANCEL, Verb.RESUME, Verb.KEEP_DRAFT, Verb.REPORT, Verb.SPLIT, Verb.SPLIT_REST}
)
"""What a manager may do in the requester's place."""


def _judge_role(standing: Standing, click: Click) -> Refusal:
    actor = click.actor
    owns = actor.object_id == standing.requester
    if click.verb in (Verb.APPROVE, Verb.REJECT):
        return _judge_approver(standing, actor)
    if click.verb is Verb.REASSIGN:
        may = actor.has(Role.MANAGER, Role.ADMIN) or actor.object_id in standing.approvers
    elif click.verb in _OF_WHOEVER_IS_IN_CHARGE:
        may = owns or actor.has(Role.MANAGER, Role.ADMIN)
    elif click.guarded:
        return _judge_manager(actor, owns=owns)
    else:
        may = owns
    return Refusal.NONE if may else Refusal.NOT_ALLOWED


def _judge_manager(actor: Actor, *, owns: bool) -> Refusal:
    if actor.has(Role.MANAGER, Role.ADMIN):
        return Refusal.NONE
    return Refusal.MANAGER_NEEDED if owns else Refusal.NOT_ALLOWED


def _judge_approver(standing: Standing, actor: Actor) -> Refusal:
    if (actor.human or actor.object_id) in (standing.requester, standing.requester_human):
        return Refusal.OWN_ORDER
    asked = actor.object_id in standing.approvers and actor.has(Role.APPROVER)
    raised = actor.object_id in standing.escalated_to and actor.has(Role.MANAGER, Role.APPROVER)
    return Refusal.NONE if asked or raised else Refusal.NOT_ALLOWED


def _judge_revision(standing: Standing, click: Click) -> Refusal:
    if click.verb in (
        Verb.CANCEL,
        Verb.RESUME,
        Verb.KEEP_DRAFT,
        Verb.REPLACE_FILE,
        Verb.REPORT,
    ):
        return Refusal.NONE
    return Refusal.NONE if click.revision == standing.revision else Refusal.STALE


def _judge_comment(_standing: Standing, click: Click) -> Refusal:
    missing = click.verb is Verb.REJECT and not click.comment.strip()
    return Refusal.COMMENT_NEEDED if missing else Refusal.NONE


def _judge_undo(standing: Standing, click: Click) -> Refusal:
    missing = click.verb is Verb.UNDO and not standing.answers
    return Refusal.NOTHING_TO_UNDO if missing else Refusal.NONE


_RULES = (
    _judge_person,
    _judge_time,
    _judge_role,
    _judge_revision,
    _judge_comment,
    _judge_undo,
)


@dataclass(frozen=True, slots=True)
class Ladder:
    """How long people are waited for, in hours: remind < escalate < expire."""

    remind_hours: float = 24
    escalate_hours: float = 48
    expire_hours: float = 168

    def __post_init__(self) -> None:
        """Refuse a ladder whose rungs do not rise."""
        if not 0 < self.remind_hours < self.escalate_hours < self.expire_hours:
            raise SettingsError(
                "TIMEOUT_REMINDER_HOURS < TIMEOUT_ESCALATION_HOURS < TIMEOUT_MAX_WAIT_DAYS must"
                f" hold, all above 0; they are {self.remind_hours:g} h, {self.escalate_hours:g} h"
                f" and {self.expire_hours / 24:g} days."
            )

    def deadlines(self, start: datetime) -> Deadlines:
        """Absolute deadlines (ISO, UTC) of a wait that begins at `start`."""
        at = [
            (start + timedelta(hours=hours)).isoformat()
            for hours in (self.remind_hours, self.escalate_hours, self.expire_hours)
        ]
        return Deadlines(*at)


def without(deadlines: Deadlines, *rungs: str) -> Deadlines:
    """The deadlines with some rungs (`remind_at`, `escalate_at`) already climbed."""
    return replace(deadlines, **dict.fromkeys(rungs, ""))
