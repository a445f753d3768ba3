"""The last card: read-only, who decided, when, why, and the draft."""

from microsoft_teams.cards.core import Action, CardElement

from cards.catalogue import has, say
from cards.elements import BOLD, QUIET, SUBTLE, box, line
from cards.figures import moment
from cards.head import drafted_text
from cards.lines import Detail
from cards.review import draw_order
from cards.scene import Part, Scene
from cards.verbs import Press, open_url, press_all, row
from orders.case import Decision, DraftRef, Status

_DECIDED = {
    "approve": "final.approved_by",
    "reject": "final.rejected_by",
    "cancel": "final.cancelled_by",
    "lane": "final.by_lane",
}


def body(scene: Scene, detail: Detail) -> list[CardElement]:
    """What became of the order, and the order itself for reference."""
    draw = _draw_completed if scene.view.status is Status.COMPLETED else _draw_ended
    return [*draw(scene), *draw_order(scene, detail), *_draw_actions(scene)]


def _draw_completed(scene: Scene) -> list[CardElement]:
    draft, language = scene.view.draft, scene.language
    drawn = [line(drafted_text(scene), BOLD), *_draw_decision(scene)]
    if draft and draft.state not in ("", "draft"):
        drawn.append(box([line(_became(draft, language))], "accent"))
    if draft and draft.weaker_promise:
        drawn.append(box([line(say("final.weaker", language))], "warning"))
    return drawn


def _draw_ended(scene: Scene) -> list[CardElement]:
    language, status = scene.language, scene.view.status
    first = [line(_expired(scene), BOLD)] if status is Status.EXPIRED else _draw_decision(scene)
    left = scene.view.draft if status is Status.CANCELLED else None
    if left:
        key = f"final.cancelled_{left.state}"
        key = key if has(key) else "final.cancelled_left"
        told = say(key, language, number=left.number, code=left.updates)
        return [*first, line(told, SUBTLE)]
    if status is not Status.CANCELLED and scene.reader.part is not Part.REQUESTER:
        return first
    return [*first, line(say(f"final.{status}_now", language), SUBTLE)]


def taking_back(draft: DraftRef | None) -> str:
    """Which sentence says what a cancel does to the draft: it goes, is put back, or is another's."""
    if draft is not None and draft.state == "replaced":
        return "_replaced"
    return "_update" if draft is not None and draft.updates else ""


def _became(draft: DraftRef, language: str) -> str:
    """What people made of the draft in the books since."""
    key = f"final.draft_{draft.state}"
    known = key if has(key) else "final.draft_other"
    return say(known, language, number=draft.number, state=draft.state)


def _expired(scene: Scene) -> str:
    ended = scene.view.last_activity_time
    if not ended:
        return say("final.expired_plain", scene.language)
    at = moment(ended, scene.language, scene.reader.time_zone)
    return say("final.expired", scene.language, at=at)


def _draw_decision(scene: Scene) -> list[CardElement]:
    decision = scene.view.decision
    if decision is None:
        return []
    lines = [line(_decided(scene, decision), BOLD)]
    if decision.comment:
        text = say("final.reason", scene.language, comment=decision.comment)
        lines.append(line(text, spacing="Small"))
    return lines


def _decided(scene: Scene, decision: Decision) -> str:
    fallback = "reject" if scene.view.status is Status.REJECTED else "cancel"
    key = _DECIDED.get(decision.verb, _DECIDED[fallback])
    at = moment(decision.at, scene.language, scene.reader.time_zone)
    return say(key, scene.language, name=decision.name or scene.name(decision.by), at=at)


def _draw_actions(scene: Scene) -> list[CardElement]:
    done = scene.view.status is Status.COMPLETED
    undo = press_all(scene, Press.ASK_CANCEL) if done else []
    return [*_draw_times(scene, undo=bool(undo)), *row([*_link(scene), *undo])]


def _draw_times(scene: Scene, *, undo: bool) -> list[CardElement]:
    """What a cancel would still do, and until when the draft is looked at."""
    draft, language, until = scene.view.draft, scene.language, scene.view.watched_until
    code = draft.updates if draft else ""
    key = f"final.undo{taking_back(draft)}"
    drawn = [line(say(key, language, code=code), QUIET)] if undo else []
    if until:
        at = moment(until, language, scene.reader.time_zone)
        drawn.append(line(say("final.watched", language, at=at), QUIET))
    return drawn


def _link(scene: Scene) -> list[Action]:
    """The page of the draft, while there is one in the books."""
    draft = scene.view.draft
    if draft is None or draft.state == "deleted":
        return []
    return open_url("verb.open_draft", draft.url, scene.language)
