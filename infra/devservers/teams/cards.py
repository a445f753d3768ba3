"""What Teams' client does with a card: finds, checks, merges, shows."""

import dataclasses
import re
from collections.abc import Iterator

from infra.devservers.teams.options import Json

MOST_BUTTONS = 6
MOST_VIEWERS = 60
_NEWEST = (1, 5)
_FIRST_WITH_EXECUTE = (1, 4)


class CannotClick(Exception):
    """The person has no such button, or the client would not send it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Button:
    """An Action.Execute with the inputs that travel with it."""

    action: Json
    inputs: tuple[Json, ...]


def version_of(card: Json) -> tuple[int, ...]:
    """The schema version as numbers; (0,) if there is none."""
    found = re.fullmatch(r"(\d+)\.(\d+)", str(card.get("version", "")))
    return (int(found[1]), int(found[2])) if found else (0,)


def shown_card(card: Json) -> Json:
    """The card itself, or its fallback text if Teams is too old for it."""
    if version_of(card) <= _NEWEST:
        return card
    text = card.get("fallbackText") or "This card can't be displayed."
    return {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": text}]}


def buttons_of(card: Json) -> list[Button]:
    """Every Action.Execute that a person can press, in reading order."""
    shown = shown_card(card)
    return list(_buttons(shown, ())) if version_of(shown) >= _FIRST_WITH_EXECUTE else []


def find_button(card: Json, wanted: Json) -> Button:
    """The button that `index`, `id`, `verb`, `title` and `data` all fit; CannotClick if none."""
    buttons = buttons_of(card)
    if isinstance(index := wanted.get("index"), int):
        buttons = buttons[index : index + 1] if index >= 0 else []
    for button in buttons:
        names = (name for name in ("id", "verb", "title") if wanted.get(name) is not None)
        if all(button.action.get(name) == wanted[name] for name in names) and _holds(
            button.action, wanted.get("data")
        ):
            return button
    raise CannotClick("there is no such button on the card this person sees")


def _holds(action: Json, data: object) -> bool:
    if not isinstance(data, dict):
        return True
    own = action.get("data")
    return all(data.get(name) == value for name, value in own.items()) if own else True


def filled_data(button: Button, typed: Json) -> Json:
    """The action's data with the inputs merged in, as Microsoft's renderer does.

    Values are strings, an input that is not set does not travel, and inputs win over data of
    the same name. CannotClick if an input is unknown or what was typed is not valid.
    """
    known = {one["id"]: one for one in button.inputs}
    if strangers := sorted(set(typed) - set(known)):
        raise CannotClick(f"the card has no inputs {strangers} for this button")
    values = {name: _value(one, typed.get(name)) for name, one in known.items()}
    for name, one in known.items():
        if problem := _invalid(one, values[name]):
            raise CannotClick(f"{name}: {problem}")
    data = button.action.get("data")
    own = data if isinstance(data, dict) else {}
    return {**own, **{name: value for name, value in values.items() if value != ""}}


def _value(element: Json, typed: object) -> str:
    if element["type"] == "Input.Toggle":
        on, off = element.get("valueOn", "true"), element.get("valueOff", "false")
        chosen = element.get("value", off) if typed is None else typed
        return str(on) if chosen in (True, "true", on) else str(off)
    chosen = element.get("value", "") if typed is None else typed
    return ",".join(map(str, chosen)) if isinstance(chosen, list) else str(chosen)


def _invalid(element: Json, value: str) -> str:
    if value == "" or (element["type"] == "Input.Toggle" and value != element.get("valueOn")):
        return "is required" if element.get("isRequired") and not _is_on(element, value) else ""
    judge = _JUDGES.get(element["type"])
    return judge(element, value) if judge else ""


def _is_on(element: Json, value: str) -> bool:
    return element["type"] == "Input.Toggle" and value == str(element.get("valueOn", "true"))


def _bad_text(element: Json, value: str) -> str:
    longest = element.get("maxLength")
    if isinstance(longest, int) and len(value) > longest:
        return f"is longer than {longest}"
    pattern = element.get("regex")
    return "does not fit the pattern" if pattern and not re.search(str(pattern), value) else ""


def _bad_number(element: Json, value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return "is not a number"
    low, high = element.get("min", number), element.get("max", number)
    return "" if low <= number <= high else "is out of range"


def _bad_choice(element: Json, value: str) -> str:
    if element.get("choices.data") or element.get("style") == "filtered":
        return ""
    offered = {str(one.get("value")) for one in element.get("choices") or []}
    chosen = value.split(",") if element.get("isMultiSelect") else [value]
    return "" if offered.issuperset(chosen) else "is not among the choices"


_JUDGES = {
    "Input.Text": _bad_text,
    "Input.Number": _bad_number,
    "Input.ChoiceSet": _bad_choice,
}


def _buttons(card: Json, outer: tuple[Json, ...]) -> Iterator[Button]:
    inputs = (*outer, *_inputs(card.get("body")))
    for actions in _action_lists(card):
        shown = [one for one in actions if one.get("mode") != "secondary"][:MOST_BUTTONS]
        hidden = [one for one in actions if one.get("mode") == "secondary"]
        for action in (*shown, *hidden):
            yield from _pressed(action, inputs)


def _pressed(action: Json, inputs: tuple[Json, ...]) -> Iterator[Button]:
    if action.get("type") == "Action.ShowCard" and isinstance(action.get("card"), dict):
        yield from _buttons(action["card"], inputs)
    elif action.get("type") == "Action.Execute" and action.get("isEnabled", True):
        none = str(action.get("associatedInputs", "auto")).lower() == "none"
        yield Button(action, () if none else inputs)


def _action_lists(node: Json) -> Iterator[list[Json]]:
    for element in walk(node.get("body")):
        if element.get("type") == "ActionSet":
            yield element.get("actions") or []
        singles = (element.get("selectAction"), element.get("inlineAction"))
        yield [one for one in singles if isinstance(one, dict)]
    yield node.get("actions") or []
    if isinstance(node.get("selectAction"), dict):
        yield [node["selectAction"]]


def _inputs(body: object) -> Iterator[Json]:
    for element in walk(body):
        if str(element.get("type", "")).startswith("Input.") and element.get("id"):
            yield element


def walk(elements: object) -> Iterator[Json]:
    """Every element below, in reading order; fallbacks and show cards are not entered.

    Hidden ones count: a toggle can show them, and the renderer sends their inputs either way.
    """
    for element in elements if isinstance(elements, list) else []:
        if isinstance(element, dict):
            yield element
            for name in ("items", "columns", "rows", "cells"):
                yield from walk(element.get(name))


def refresh_of(card: Json | None) -> Json | None:
    """The card's refresh action, with the ids it is meant for, or None."""
    refresh = (card or {}).get("refresh")
    usable = isinstance(refresh, dict) and isinstance(refresh.get("action"), dict)
    return refresh if usable else None
