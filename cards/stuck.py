"""The card of an order that needs a person's help."""

from microsoft_teams.cards.core import CardElement

from cards.ask import draw_issues
from cards.catalogue import error_text, say
from cards.elements import BOLD, QUIET, box, heading, line
from cards.figures import moment
from cards.scene import Scene
from cards.verbs import Press, open_url, press_all, row
from orders.case import DraftRef, Trouble
from orders.errors import by_name


def body(scene: Scene) -> list[CardElement]:
    """What happened, what now, and the buttons that go on or end it."""
    if scene.view.draft_asked:
        return _draw_question(scene)
    issues = [one for one in (scene.case.issues if scene.case else ()) if one.open]
    support = say("help.support", scene.language, code=scene.view.code)
    return [
        *_draw_trouble(scene),
        *draw_issues(scene, issues, inputs=False, most=5),
        line(support, QUIET),
        *row(press_all(scene, (Press.RESUME, "verb.resume_help"), Press.ASK_CANCEL)),
    ]


def _draw_question(scene: Scene) -> list[CardElement]:
    """A cancelled order whose draft people have touched in the books: shall it go all the same?"""
    draft, language = scene.view.draft, scene.language
    link = open_url("verb.open_draft", draft.url, language) if draft else []
    number = draft.number if draft else ""
    return [
        line(say("touched.what", language, number=number), BOLD),
        line(_ask(draft, language)),
        *row(
            [*link, *press_all(scene, (Press.RESUME, "verb.undo_all_the_same"), Press.KEEP_DRAFT)]
        ),
    ]


def _ask(draft: DraftRef | None, language: str) -> str:
    """What can be done with it: an earlier order's draft is never deleted."""
    code = draft.updates if draft else ""
    return say("touched.ask_update" if code else "touched.ask", language, code=code)


def _draw_trouble(scene: Scene) -> list[CardElement]:
    trouble, language = scene.view.error_state, scene.language
    kind = trouble.kind if trouble else "DeskError"
    title, what_now = error_text(kind, language)
    drawn = [heading(say("help.what", language)), line(title, BOLD, spacing="Small")]
    if trouble and _tells_more(trouble):
        details = say("help.details", language, message=trouble.message)
        drawn.append(line(details, QUIET, spacing="Small"))
    if trouble and trouble.since:
        at = moment(trouble.since, language, scene.reader.time_zone)
        drawn.append(line(say("queued.since", language, at=at), QUIET, spacing="Small"))
    now = box([line(what_now, BOLD)], "accent")
    return [*drawn, heading(say("help.now", language)), now]


def _tells_more(trouble: Trouble) -> bool:
    """Whether the message says more than its kind, whose sentence stands there in both languages."""
    return trouble.message not in ("", str(by_name(trouble.kind)()))
