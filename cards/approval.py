"""The approver's card: who, what, how much, and the decision."""

from typing import Literal

from microsoft_teams.cards.core import Action, CardElement

from cards.catalogue import say
from cards.elements import BOLD, QUIET, Ink, box, choice_input, line, text_input
from cards.facts import draw_facts
from cards.lines import Detail, amount, draw_lines, drawn_lines, total_of
from cards.literal import clean
from cards.review import draw_told, draw_totals, draw_unusual
from cards.scene import Scene
from cards.verbs import BUTTONS, Press, fold_out, press_all, row

Headline = Literal["", "reminder", "escalation"]


def body(scene: Scene, detail: Detail, headline: Headline = "") -> list[CardElement]:
    """The order for those who decide; the same, without inputs, for everybody else.

    Whoever decides may hold a phone: what matters and the buttons come before the single lines.
    """
    left_out = ("order_date", "currency") if scene.decides else ()
    usual = line(say("approval.usual", scene.language), Ink(colour="Good"))
    lines = draw_lines(scene, detail)
    buttons = row([*_reassign(scene), *press_all(scene, Press.ASK_CANCEL)])
    return [
        *_draw_headline(scene, headline),
        *_draw_waiting(scene),
        box(draw_facts(scene, *left_out)),
        *draw_totals(scene),
        *(draw_unusual(scene) or [usual]),
        *draw_told(scene),
        *_draw_decision(scene),
        *([*buttons, *lines] if scene.decides else [*lines, *buttons]),
    ]


def _draw_headline(scene: Scene, headline: Headline) -> list[CardElement]:
    language = scene.language
    raised = [line(_say_headline(scene, headline), BOLD)] if headline else []
    if not scene.decides:
        return raised
    total = total_of(drawn_lines(scene.case))
    key = "approval.title" if total is None else "approval.title_total"
    name = scene.name(scene.view.requester)
    title = say(key, language, name=name, total=amount(scene, total))
    return [*raised, line(title, Ink(bold=True, size="Medium"))]


def _say_headline(scene: Scene, headline: Headline) -> str:
    """The headline; whoever was asked before the order was raised is told who may decide too."""
    view, language = scene.view, scene.language
    joined = scene.reader.object_id not in view.escalated_to and view.escalated_to
    if headline == "escalation" and joined:
        return say("approval.escalation_joined", language, names=scene.names_of(joined))
    return say(f"approval.{headline}", language)


def _draw_waiting(scene: Scene) -> list[CardElement]:
    view, language = scene.view, scene.language
    if scene.decides:
        return []
    names = scene.names_of((*view.approvers, *view.escalated_to))
    lines = [line(say("approval.waiting", language, names=names))] if names else []
    if view.escalated_to:
        lines.append(line(say("approval.escalated", language), QUIET))
    elif view.reminded:
        lines.append(line(say("approval.reminded", language), QUIET))
    return lines


def _draw_decision(scene: Scene) -> list[CardElement]:
    if not scene.decides:
        return []
    label, hint = (
        say("approval.comment", scene.language),
        say("approval.comment_hint", scene.language),
    )
    answer = row(press_all(scene, Press.APPROVE, Press.REJECT))
    return [text_input("comment", label, hint=hint, long=True), *answer]


def _reassign(scene: Scene) -> list[Action]:
    """Handing on, where there is somebody to hand on to."""
    people = [(one, clean(scene.name(one), 80)) for one in scene.colleagues]
    if not people or not BUTTONS[Press.REASSIGN].shown_to(scene):
        return []
    label = say("approval.to", scene.language)
    inner = [choice_input("to", label, people), *row(press_all(scene, Press.REASSIGN))]
    return [fold_out(say("verb.reassign_open", scene.language), inner, scene.language)]
