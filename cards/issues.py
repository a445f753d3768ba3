"""The card on which the requester corrects what could not be read."""

from microsoft_teams.cards.core import CardElement

from cards.amend import draw_amend
from cards.ask import draw_issues
from cards.catalogue import say
from cards.elements import line
from cards.figures import number
from cards.scene import Part, Scene
from cards.verbs import Press, press_all, row
from orders.riding import asked


def body(scene: Scene) -> list[CardElement]:
    """Every issue with its input, and one button that saves all answers."""
    issues = scene.case.issues if scene.case else ()
    owns = scene.reader.part is Part.REQUESTER
    return [
        line(_intro(scene, owns=owns)),
        *draw_issues(scene, issues, inputs=owns),
        *row(press_all(scene, Press.CORRECT, Press.SPLIT)),
        *row([*draw_amend(scene), *press_all(scene, Press.UNDO, Press.ASK_CANCEL)]),
    ]


def _intro(scene: Scene, *, owns: bool) -> str:
    if not owns:
        name = scene.name(scene.view.requester)
        return say("issues.intro_others", scene.language, name=name)
    open_ = len(asked(scene.case.issues)) if scene.case else 0
    if not open_:
        return say("issues.none", scene.language)
    return say("issues.intro", scene.language, count=number(open_, scene.language))
