"""What an accepted click changes; judging itself is `orders.approval`."""

from collections.abc import Callable, Sequence
from datetime import datetime

from orders.approval import Actor, Click, Outcome, Refusal, Verb, judge
from orders.authority import any_needs_manager
from orders.case import Decision, Origin, Status
from orders.fingerprint import code_of
from orders.parting import id_of
from workflows.messages import (
    Answers,
    Cancel,
    Choose,
    ClickMessage,
    Correct,
    Decide,
    KeepDraft,
    Reassign,
    ReplaceFile,
    Report,
    Resume,
    Split,
    SplitRest,
    Submit,
    Undo,
)
from workflows.parts import signed
from workflows.state import MOST_OUTCOMES, OrderInput, OrderState, standing_of

Effect = Callable[[OrderInput, OrderState, ClickMessage, datetime], None]

AUDITED: dict[Verb, str] = {
    Verb.CORRECT: "correction.submitted",
    Verb.CHOOSE: "selection.submitted",
    Verb.SUBMIT: "approval.requested",
    Verb.APPROVE: "approval.granted",
    Verb.REJECT: "approval.rejected",
    Verb.CANCEL: "case.cancel_requested",
    Verb.REASSIGN: "approval.reassigned",
    Verb.RESUME: "case.resumed",
    Verb.KEEP_DRAFT: "draft.kept",
    Verb.REPLACE_FILE: "file.reuploaded",
    Verb.UNDO: "correction.undone",
    Verb.REPORT: "lane.reported",
    Verb.SPLIT: "case.split",
    Verb.SPLIT_REST: "case.split",
}
"""What the audit calls an accepted click."""


def take(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> Outcome:
    """Judge one click, remember the verdict, and apply what it changes. Never raises.

    An accepted decision id is final: the same click again gets the same verdict. Only what may
    be asked for again at the same revision is judged again, and counts where it now can.
    """
    seen = state.outcomes.get(message.decision_id)
    taken = seen if seen is not None and seen.accepted else None
    if taken and verb_of(message) not in _AGAIN:
        return taken
    if _is_full(state) and verb_of(message) not in _ENDING:
        verdict = Outcome(accepted=False, refusal=Refusal.TOO_MANY)
    else:
        verdict = judge(standing_of(start, state), _click_of(message))
    if taken and not verdict.accepted:
        return taken
    outcome = Outcome(verdict.accepted, verdict.refusal, verdict.by, now.isoformat())
    state.outcomes[message.decision_id] = outcome
    if outcome.accepted:
        if message.actor.object_id == start.requester:
            state.heard_at = now.isoformat()
        _EFFECTS[type(message)](start, state, message, now)
        state.touch(now)
    return outcome


def _is_full(state: OrderState) -> bool:
    """Whether only accepted verdicts fill the memory; refused ones make room, oldest first."""
    refused = [key for key, outcome in state.outcomes.items() if not outcome.accepted]
    for key in refused[: max(0, len(state.outcomes) - MOST_OUTCOMES + 1)]:
        del state.outcomes[key]
    return len(state.outcomes) >= MOST_OUTCOMES


def verb_of(message: ClickMessage) -> Verb:
    """The verb a message stands for."""
    if isinstance(message, Decide):
        return Verb.APPROVE if message.approve else Verb.REJECT
    return _VERBS[type(message)]


def _click_of(message: ClickMessage) -> Click:
    return Click(
        decision_id=message.decision_id,
        verb=verb_of(message),
        actor=message.actor,
        revision=message.revision,
        comment=getattr(message, "comment", ""),
        to=getattr(message, "to", ""),
        guarded=any_needs_manager(getattr(message, "choices", {})),
    )


def _decision(verb: Verb, actor: Actor, now: datetime, comment: str = "") -> Decision:
    return Decision(str(verb), actor.object_id, actor.name, now.isoformat(), comment)


def _correct(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    if isinstance(message, Correct):
        answers = Answers(order_id="", revision=0, fixes=message.fixes, choices=message.choices)
        _answer(start, state, message, now, answers)
        state.answered += 1


def _choose(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    choices = message.choices if isinstance(message, Choose) else {}
    _answer(start, state, message, now, Answers(order_id="", revision=0, choices=choices))
    state.answered += 1


def _split(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    """Go on with the first part; from here on no answer before it can be undone.

    Taking it back would bring the question again, and one part would have two orders.
    """
    if isinstance(message, Split) and message.parts:
        own, *others = signed(message.parts, message.actor.object_id, now.isoformat())
        _answer(start, state, message, now, Answers(order_id="", revision=0, fixes=own.fixes[-1:]))
        state.answered = 0
        _start_parts(state, others)


def _split_rest(
    _start: OrderInput, state: OrderState, message: ClickMessage, now: datetime
) -> None:
    """Start what was left when one order was chosen; this one stays as it is, and its choice too."""
    if isinstance(message, SplitRest):
        left = [one for one in message.parts if code_of(id_of(one)) not in state.parts]
        state.answered = 0
        _start_parts(state, signed(left, message.actor.object_id, now.isoformat()))


def _start_parts(state: OrderState, parts: Sequence[Origin]) -> None:
    codes = [code_of(id_of(one)) for one in parts]
    state.parts += tuple(code for code in codes if code not in state.parts)
    state.unstarted.extend(parts)


def _undo(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    _answer(start, state, message, now, Answers(order_id="", revision=0, undo=True))
    state.answered -= 1


def _answer(
    start: OrderInput, state: OrderState, message: ClickMessage, now: datetime, answers: Answers
) -> None:
    """Queue the answers as the next revision; older cards are stale from now on."""
    state.revision += 1
    state.answers.append(
        answers.model_copy(
            update={
                "order_id": start.order_id,
                "revision": state.revision,
                "by": message.actor.object_id,
                "at": now.isoformat(),
            }
        )
    )


def _submit(_start: OrderInput, state: OrderState, _message: ClickMessage, _now: datetime) -> None:
    state.submitted = True


def _decide(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    """Decide; of a no the requester hears by a message of their own: Teams announces no edit."""
    if isinstance(message, Decide):
        verb = verb_of(message)
        state.fresh = state.fresh if message.approve else (start.requester,)
        state.decision = _decision(verb, message.actor, now, message.comment)
        state.move(Status.CREATING_DRAFT if message.approve else Status.REJECTED, now)


def _cancel(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    """Cancel; the requester hears of it where somebody else did it."""
    others = message.actor.object_id != start.requester
    state.fresh = (start.requester,) if others else state.fresh
    comment = message.comment if isinstance(message, Cancel) else ""
    state.cancelled = True
    state.ending = _decision(Verb.CANCEL, message.actor, now, comment)
    state.move(Status.UNDOING, now)


def _reassign(_start: OrderInput, state: OrderState, message: ClickMessage, _now: datetime) -> None:
    to = message.to if isinstance(message, Reassign) else ""
    if to and to not in state.approvers:
        keep = tuple(one for one in state.approvers if one != message.actor.object_id)
        state.approvers = (*keep, to)
        state.fresh = (*state.fresh, to)


def _resume(_start: OrderInput, state: OrderState, _message: ClickMessage, _now: datetime) -> None:
    state.resumed = True


def _replace(start: OrderInput, state: OrderState, message: ClickMessage, now: datetime) -> None:
    if isinstance(message, ReplaceFile) and message.file is not None:
        _answer(start, state, message, now, Answers(order_id="", revision=0))
        state.answers.clear()
        state.answered = 0
        state.file = message.file
        state.replaced = True


def _keep_draft(
    _start: OrderInput, state: OrderState, _message: ClickMessage, _now: datetime
) -> None:
    state.draft_kept = state.resumed = True


def _report(_start: OrderInput, state: OrderState, _message: ClickMessage, _now: datetime) -> None:
    state.reported = True


_VERBS: dict[type[ClickMessage], Verb] = {
    Correct: Verb.CORRECT,
    Choose: Verb.CHOOSE,
    Submit: Verb.SUBMIT,
    Cancel: Verb.CANCEL,
    Reassign: Verb.REASSIGN,
    Resume: Verb.RESUME,
    KeepDraft: Verb.KEEP_DRAFT,
    ReplaceFile: Verb.REPLACE_FILE,
    Undo: Verb.UNDO,
    Report: Verb.REPORT,
    Split: Verb.SPLIT,
    SplitRest: Verb.SPLIT_REST,
}

_AGAIN = frozenset({Verb.RESUME, Verb.REASSIGN})
"""These leave the revision, and so the decision id, as it is; a later one is no double click."""

_ENDING = frozenset({Verb.SUBMIT, Verb.APPROVE, Verb.REJECT, Verb.CANCEL})
"""What brings an order to its end is taken however often people clicked before."""

_EFFECTS: dict[type[ClickMessage], Effect] = {
    Correct: _correct,
    Choose: _choose,
    Submit: _submit,
    Decide: _decide,
    Cancel: _cancel,
    Reassign: _reassign,
    Resume: _resume,
    KeepDraft: _keep_draft,
    ReplaceFile: _replace,
    Undo: _undo,
    Report: _report,
    Split: _split,
    SplitRest: _split_rest,
}
