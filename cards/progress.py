"""The card while the desk works: nothing to do but watch."""

from microsoft_teams.cards.core import CardElement

from cards.ask import draw_issues
from cards.scene import Scene
from cards.verbs import Press, press_all, row
from orders.issue import Severity


def body(scene: Scene) -> list[CardElement]:
    """What was noticed so far, and a way out."""
    issues = scene.case.issues if scene.case else ()
    seen = [one for one in issues if one.severity is Severity.WARNING]
    return [
        *draw_issues(scene, seen, inputs=False, most=3),
        *row(press_all(scene, Press.ASK_CANCEL)),
    ]
