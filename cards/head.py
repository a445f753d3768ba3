"""The top of every card: file, code, status, progress, an answer."""

from microsoft_teams.cards.core import CardElement

from cards.catalogue import has, say
from cards.elements import (
    BOLD,
    CODE,
    QUIET,
    Colour,
    Ink,
    Span,
    Style,
    beside,
    box,
    line,
    rich,
)
from cards.figures import moment
from cards.literal import Shown, isolate, join, show
from cards.scene import Scene
from orders.authority import waits_for_manager
from orders.case import TERMINAL, WAITING, Status, WaitingFor

STEPS = ("received", "reading", "columns", "checks", "matching", "review", "approval", "draft")

_AT = {
    Status.CREATED: 0,
    Status.STORING_FILE: 0,
    Status.PARSING: 1,
    Status.BLOCKED: 1,
    Status.RUNNING_COMMITTEE: 2,
    Status.CHECKING: 3,
    Status.AWAITING_CORRECTIONS: 3,
    Status.RESOLVING: 4,
    Status.AWAITING_SELECTION: 4,
    Status.AWAITING_REVIEW: 5,
    Status.AWAITING_APPROVAL: 6,
    Status.REJECTED: 6,
    Status.CREATING_DRAFT: 7,
    Status.COMPLETED: 8,
}
_STEP_AT = {
    "receive_file": 0,
    "read_workbook": 1,
    "committee": 2,
    "checks": 3,
    "matching": 4,
    "review": 5,
    "approval": 6,
    "create_draft": 7,
    "finish_audit": 7,
}
"""Where the order stands by the step it is at, for statuses that may come at any of them."""
_STYLES: dict[Status, Style] = {
    Status.BLOCKED: "attention",
    Status.REJECTED: "attention",
    Status.NEEDS_HELP: "attention",
    Status.QUEUED_FOR_ZOHO: "warning",
    Status.AWAITING_CORRECTIONS: "warning",
    Status.AWAITING_SELECTION: "warning",
    Status.AWAITING_REVIEW: "accent",
    Status.AWAITING_APPROVAL: "accent",
    Status.COMPLETED: "good",
}
_ON_PEOPLE = frozenset(WaitingFor) - {WaitingFor.NOBODY, WaitingFor.BOOKS, WaitingFor.LANE}
_STUCK = frozenset(
    {Status.BLOCKED, Status.REJECTED, Status.NEEDS_HELP, Status.CANCELLED, Status.EXPIRED}
)
_ENDED = frozenset({Status.UNDOING, Status.CANCELLED, Status.EXPIRED})
"""Ends that may come at any step, so the order itself says how far it had come."""


def file_name(scene: Scene) -> Shown:
    """The file's name as a person sees it, safe to show; with its part where it was split."""
    case = scene.case
    return show((case and case.name) or say("head.no_file", scene.language), scene.language, 80)


def summary(scene: Scene) -> str:
    """One line of plain text for notifications and clients without cards."""
    code, file, status = scene.view.code, file_name(scene), scene.view.status
    done = status is Status.COMPLETED
    told = drafted_text(scene) if done else say(f"status.{status}", scene.language)
    return say("head.summary", scene.language, file=file, code=code, status=told)


def announced(scene: Scene) -> str:
    """The line that tells the requester what became of the order, or that it asks something."""
    told, code = summary(scene), scene.view.code
    if scene.view.status in TERMINAL:
        return told
    return say("head.asks", scene.language, told=told, code=code)


def drafted_text(scene: Scene) -> str:
    """Which draft is in the books, and whether it took the place of an earlier order's."""
    draft, language = scene.view.draft, scene.language
    if draft is None or not draft.number:
        return say("final.completed_plain", language)
    key = "final.updated" if draft.updates else "final.completed"
    return say(key, language, number=draft.number, code=draft.updates)


def top(scene: Scene) -> list[CardElement]:
    """The notice, the title band and the progress row; whoever decides needs the room for more."""
    deciding = scene.decides and scene.view.status is Status.AWAITING_APPROVAL
    return [*_notice(scene), _band(scene), *([] if deciding else [_progress(scene)])]


def _notice(scene: Scene) -> list[CardElement]:
    if not scene.notice:
        return []
    groups = ("refusal", "notice", "reply")
    key = next((f"{one}.{scene.notice}" for one in groups if has(f"{one}.{scene.notice}")), "")
    text = say(key or scene.notice, scene.language, **scene.notice_facts)
    return [box([line(text, BOLD)], "warning")]


def _band(scene: Scene) -> CardElement:
    language, status = scene.language, scene.view.status
    title = line(file_name(scene), Ink(bold=True, size="Medium"))
    code = line(isolate(scene.view.code, language), CODE)
    words = line(say(f"status.{status}", language), BOLD, spacing="Small")
    waiting = [line(text, QUIET, spacing="None") for text in [waiting_text(scene)] if text]
    style = _STYLES.get(status, "emphasis")
    return box([beside(("stretch", [title]), ("auto", [code])), words, *waiting], style, bleed=True)


def waiting_text(scene: Scene) -> str:
    """Whom or what the order waits for, in one sentence; empty when the story is over."""
    view = scene.view
    if view.status in TERMINAL:
        return ""
    if is_asked(scene):
        return say("waiting.you", scene.language)
    key = view.waiting_for.value or "nobody"
    return say(f"waiting.{key}", scene.language, name=scene.names_of(waited_for(scene)))


def is_asked(scene: Scene) -> bool:
    """Whether it is the reader's turn; an order that needs help waits for its managers as well."""
    waiting = scene.view.waiting_for
    helpers = scene.managers if waiting is WaitingFor.HELP else ()
    return waiting in _ON_PEOPLE and scene.reader.object_id in (*waited_for(scene), *helpers)


def waited_for(scene: Scene) -> tuple[str, ...]:
    """The people whose turn it is; the requester where nobody else is."""
    view = scene.view
    return {
        WaitingFor.APPROVAL: (*view.approvers, *view.escalated_to),
        WaitingFor.SELECTION: _choosers(scene),
    }.get(view.waiting_for, (view.requester,))


def _choosers(scene: Scene) -> tuple[str, ...]:
    """Who can answer what is open: the managers, the requester, or both."""
    open_ = [one for one in (scene.case.issues if scene.case else ()) if one.open]
    theirs = [waits_for_manager(one) for one in open_]
    requester = () if theirs and all(theirs) else (scene.view.requester,)
    return (*requester, *(scene.managers if any(theirs) else ())) or (scene.view.requester,)


def _progress(scene: Scene) -> CardElement:
    reached = _reached(scene)
    spans: list[Span] = []
    for place, step in enumerate(STEPS):
        glyph, ink = _mark(place, reached, stuck=scene.view.status in _STUCK)
        spans.append((f"{glyph}\u00a0{say(f'step.{step}', scene.language)}", ink))
        spans.append(("\u2002", QUIET))
    return rich(*spans[:-1], spacing="Small")


def _reached(scene: Scene) -> int:
    if scene.view.status in _ENDED:
        return _got_to(scene)
    at = _AT.get(scene.view.status, _STEP_AT.get(scene.view.current_step))
    return _got_to(scene) if at is None else at


def _got_to(scene: Scene) -> int:
    view, case = scene.view, scene.case
    found = {
        "draft": view.draft,
        "approval": view.approvers,
        "review": case and case.order_hash,
        "matching": case and case.matches.customer,
        "checks": case and case.reading,
        "reading": case and case.file,
    }
    return STEPS.index(next((step for step, proof in found.items() if proof), "received"))


def _mark(place: int, reached: int, *, stuck: bool) -> tuple[str, Ink]:
    if place < reached:
        return "✓", Ink(size="Small", colour="Good")
    if place == reached:
        colour: Colour = "Attention" if stuck else "Accent"
        return "✕" if stuck else "●", Ink(size="Small", bold=True, colour=colour)
    return "○", QUIET


def foot(scene: Scene) -> list[CardElement]:
    """Who sent it and when, and the deadlines still ahead."""
    lines = []
    if scene.case is not None:
        at = moment(scene.case.received_at, scene.language, scene.reader.time_zone)
        name = scene.case.requester_name or scene.name(scene.case.requester)
        lines.append(say("head.asked_by", scene.language, name=name, at=at))
    lines += [*_family(scene), *_deadlines(scene)]
    return [
        line(text, QUIET, spacing="None" if at_ else "Medium") for at_, text in enumerate(lines)
    ]


def _family(scene: Scene) -> list[str]:
    """The order this one was split off from, and those that were split off from it."""
    view, language = scene.view, scene.language
    codes = join(view.parts, language, say("word.comma", language))
    told = [say("head.split_from", language, code=view.origin)] if view.origin else []
    return [*told, say("head.parts", language, codes=codes)] if view.parts else told


def _deadlines(scene: Scene) -> list[str]:
    if scene.view.status not in WAITING:
        return []
    ends = scene.view.deadlines
    rungs = {"remind": ends.remind_at, "escalate": ends.escalate_at, "expire": ends.expire_at}
    return [
        say(
            f"head.deadline_{rung}",
            scene.language,
            at=moment(at, scene.language, scene.reader.time_zone),
        )
        for rung, at in rungs.items()
        if at
    ]
