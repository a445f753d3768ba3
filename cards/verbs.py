"""Every button: the verb it sends, the data it carries, who sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from microsoft_teams.cards.core import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    ExecuteAction,
    OpenUrlAction,
    RefreshDefinition,
    ShowCardAction,
    SubmitAction,
    ToggleVisibilityAction,
)

from cards.catalogue import say
from cards.literal import plain
from cards.scene import Part, Scene
from orders.case import TERMINAL
from orders.parting import parts_of, rest_of

_MOST_REFRESHED = 60
_EVERYBODY = frozenset(Part)
_OWNER = frozenset({Part.REQUESTER})
_IN_CHARGE = frozenset({Part.REQUESTER, Part.MANAGER})


class Press(StrEnum):
    """Every verb a card can send; those without a sentence are `orders.approval.Verb`s of the same name."""

    CORRECT = "correct"
    CHOOSE = "choose"
    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    CANCEL = "cancel"
    REASSIGN = "reassign"
    RESUME = "resume"
    UNDO = "undo"
    KEEP_DRAFT = "keep_draft"
    REPORT = "report"
    SPLIT = "split"
    SPLIT_REST = "split_rest"
    ASK_CANCEL = "ask_cancel"
    """Show the question before a cancel; changes nothing."""
    REFRESH = "refresh"
    """Show today's card; changes nothing. Teams sends it by itself, too."""
    OPEN = "open"
    """Show the card of an order named in a list; changes nothing."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: label key, style, the parts that see it, or whoever is asked to decide."""

    press: Press
    label: str
    style: Literal["default", "positive", "destructive"] | None = None
    parts: frozenset[Part] = field(default=_EVERYBODY)
    deciders: bool = False

    def shown_to(self, scene: Scene) -> bool:
        """Whether this reader gets the button. The server judges every click again."""
        if self.press in (Press.CANCEL, Press.ASK_CANCEL) and not scene.view.can_cancel:
            return False
        if self.press is Press.UNDO and not scene.view.answers:
            return False
        if self.press is Press.SPLIT and not (scene.case and parts_of(scene.case)):
            return False
        if self.press is Press.SPLIT_REST and not _leaves_orders(scene):
            return False
        return scene.reader.part in self.parts or (self.deciders and scene.decides)


def _leaves_orders(scene: Scene) -> bool:
    """Whether orders of the same file wait to be started, and this one still hears clicks."""
    open_ = scene.view.status not in TERMINAL or scene.view.can_cancel
    return open_ and bool(scene.case and rest_of(scene.case, scene.view.parts))


_NOBODY: frozenset[Part] = frozenset()

BUTTONS: dict[Press, Button] = {
    button.press: button
    for button in (
        Button(Press.CORRECT, "verb.correct", "positive", _OWNER),
        Button(Press.CHOOSE, "verb.choose", "positive", _EVERYBODY),
        Button(Press.SUBMIT, "verb.submit", "positive", _OWNER),
        Button(Press.APPROVE, "verb.approve", "positive", _NOBODY, deciders=True),
        Button(Press.REJECT, "verb.reject", "destructive", _NOBODY, deciders=True),
        Button(Press.CANCEL, "verb.cancel", "destructive", _IN_CHARGE),
        Button(Press.REASSIGN, "verb.reassign", None, frozenset({Part.MANAGER}), deciders=True),
        Button(Press.RESUME, "verb.resume", "positive", _IN_CHARGE),
        Button(Press.UNDO, "verb.undo", None, _OWNER),
        Button(Press.KEEP_DRAFT, "verb.keep_draft", None, _IN_CHARGE),
        Button(Press.SPLIT, "verb.split", None, _IN_CHARGE),
        Button(Press.SPLIT_REST, "verb.split_rest", None, _IN_CHARGE),
        Button(Press.REPORT, "verb.report", "destructive", _IN_CHARGE),
        Button(Press.ASK_CANCEL, "verb.ask_cancel", None, _IN_CHARGE),
        Button(Press.REFRESH, "verb.refresh"),
        Button(Press.OPEN, "verb.open"),
    )
}
"""All buttons by verb. `replace_file` has none: a file that is dropped in the chat says it."""


def execute(
    press: Press, order: str, revision: int, language: str, *, label: str = ""
) -> ExecuteAction:
    """The action of a button, with an `Action.Submit` twin for clients that know no Execute."""
    button = BUTTONS[press]
    title = plain(say(label or button.label, language))
    data: dict[str, Any] = {"order": order, "revision": revision}
    twin = SubmitAction(title=title, style=button.style, data={"verb": press.value, **data})
    return ExecuteAction(
        title=title, verb=press.value, style=button.style, data=data, fallback=twin
    )


def press_all(scene: Scene, *wanted: Press | tuple[Press, str]) -> list[Action]:
    """The wanted buttons (a verb, or a verb with another label key) that this reader may see."""
    pairs = [(one, "") if isinstance(one, Press) else one for one in wanted]
    view = scene.view
    return [
        execute(press, view.code, view.revision, scene.language, label=label)
        for press, label in pairs
        if BUTTONS[press].shown_to(scene)
    ]


def row(actions: Sequence[Action]) -> list[CardElement]:
    """The actions as an action set, or nothing."""
    return [ActionSet(actions=list(actions))] if actions else []


def open_url(label: str, url: str, language: str) -> list[Action]:
    """A link button; only https (or loopback http) pages are offered."""
    safe = url.startswith(("https://", "http://127.0.0.1:", "http://localhost:"))
    return [OpenUrlAction(title=say(label, language), url=url, style="positive")] if safe else []


def fold_out(title: str, body: list[CardElement], language: str) -> Action:
    """A button that unfolds a card of its own beneath itself."""
    inner = AdaptiveCard(body=body, rtl=True if language == "fa" else None, version="1.5")
    return ShowCardAction(title=plain(title), card=inner)


def toggle(title: str, *names: str) -> Action:
    """A button that shows or hides named elements."""
    return ToggleVisibilityAction(title=plain(title), target_elements=list(names))


def refresh(scene: Scene) -> RefreshDefinition:
    """Who asks for a view of their own when the card comes into sight: always an explicit list."""
    view = scene.view
    action = execute(Press.REFRESH, view.code, view.revision, scene.language)
    action.fallback = None
    return RefreshDefinition(action=action, user_ids=list(scene.refresh_ids[:_MOST_REFRESHED]))
