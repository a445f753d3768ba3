"""The card of a file that cannot become an order."""

from microsoft_teams.cards.core import CardElement

from cards.ask import draw_issues
from cards.catalogue import error_text, say
from cards.elements import BOLD, box, line
from cards.scene import Part, Scene
from cards.verbs import Press, press_all, row
from orders.issue import Severity


def body(scene: Scene) -> list[CardElement]:
    """What is wrong, what to do, and where to send the next file."""
    issues = scene.case.issues if scene.case else ()
    grave = [one for one in issues if one.severity is Severity.BLOCKER]
    drawn = draw_issues(scene, grave or issues, inputs=False)
    owns = scene.reader.part is Part.REQUESTER
    key = "blocked.send" if owns else "blocked.others"
    facts = {"name": scene.name(scene.view.requester), "file": scene.case and scene.case.name}
    where = box([line(say(key, scene.language, **facts), BOLD)], "accent")
    return [
        *(drawn or _draw_trouble(scene)),
        where,
        *row(press_all(scene, Press.UNDO, Press.ASK_CANCEL)),
    ]


def _draw_trouble(scene: Scene) -> list[CardElement]:
    trouble = scene.view.error_state
    if trouble is None:
        return []
    title, what_now = error_text(trouble.kind, scene.language)
    return [box([line(title, BOLD), line(what_now)], "attention")]
