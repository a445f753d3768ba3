"""The card of an order that waits for Zoho Books."""

from microsoft_teams.cards.core import CardElement

from cards.catalogue import error_text, say
from cards.elements import BOLD, QUIET, line
from cards.figures import moment, number
from cards.lines import Detail
from cards.review import draw_order
from cards.scene import Scene
from cards.verbs import Press, press_all, row
from orders.case import Trouble


def body(scene: Scene, detail: Detail) -> list[CardElement]:
    """What is waited for: its turn, or the books; then since when, the next try, and a way to try now."""
    trouble = scene.view.error_state
    return [
        line(say("queued.what" if trouble else "queued.turn", scene.language), BOLD),
        *(_draw_trouble(scene, trouble) if trouble else []),
        *draw_order(scene, detail),
        *row(press_all(scene, *([Press.RESUME] if trouble else []), Press.ASK_CANCEL)),
    ]


def _draw_trouble(scene: Scene, trouble: Trouble) -> list[CardElement]:
    language, zone = scene.language, scene.reader.time_zone
    facts = [
        say("queued.since", language, at=moment(trouble.since, language, zone)),
        say("queued.tries", language, count=number(trouble.tries, language)),
    ]
    if trouble.next_try_at:
        facts.append(say("queued.next", language, at=moment(trouble.next_try_at, language, zone)))
    title, _ = error_text(trouble.kind, language)
    return [line(title), *(line(text, QUIET, spacing="None") for text in facts)]
