"""Correcting what nobody asked about: cells, rows, columns, sheet."""

from microsoft_teams.cards.core import Action, CardElement

from cards.catalogue import field_name, say
from cards.elements import QUIET, choice_input, line, text_input
from cards.lines import order_of
from cards.literal import show
from cards.scene import Scene
from cards.verbs import BUTTONS, Press, fold_out, press_all, row

_FIELDS = (
    "sku", "gtin", "product_name", "quantity", "unit", "pack_size", "unit_price", "discount",
    "line_total", "colour", "size",
)  # fmt: skip
"""Fields of a line; what stands once for the whole order is corrected at its cell."""


def draw_amend(scene: Scene) -> list[Action]:
    """A folded form for the requester; the server judges every entry again."""
    if order_of(scene.case) is None or not BUTTONS[Press.CORRECT].shown_to(scene):
        return []
    language = scene.language
    body: list[CardElement] = [
        line(say("amend.intro", language), QUIET),
        _text("cell", language),
        _text("value", language),
        _text("row", language),
        choice_input("amend/as", say("amend.as", language), _row_choices(language), "skip"),
        _text("header", language),
        choice_input("amend/field", say("amend.field", language), _fields(language)),
        _text("column", language),
        *_sheets(scene),
        *row(press_all(scene, Press.CORRECT)),
    ]
    return [fold_out(say("amend.open", language), body, language)]


def _text(name: str, language: str) -> CardElement:
    return text_input(f"amend/{name}", say(f"amend.{name}", language))


def _row_choices(language: str) -> list[tuple[str, str]]:
    return [("skip", say("answer.skip", language)), ("line", say("answer.line", language))]


def _fields(language: str) -> list[tuple[str, str]]:
    return [(name, field_name(name, language)) for name in _FIELDS]


def _sheets(scene: Scene) -> list[CardElement]:
    """The sheets a person may choose instead; none where there is but one."""
    reading = scene.case.reading if scene.case else None
    names = reading.readable_sheets if reading else []
    if len(names) <= 1:
        return []
    label = say("amend.sheet", scene.language)
    shown = [(name, str(show(name, scene.language, 60))) for name in names]
    return [choice_input("amend/sheet", label, shown)]
