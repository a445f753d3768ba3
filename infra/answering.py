"""A person at the terminal plays everybody: numbered buttons and inputs."""

from dataclasses import dataclass

from rich.console import Console
from rich.prompt import Prompt
from rich.text import Text

from infra.chat import CardSeen, Chat

_WITH_INPUTS = ("correct", "choose", "approve", "reject", "reassign")
_GIVING_UP = {"ask_cancel", "cancel", "refresh"}
_QUIET = {True: 1, False: 5}
"""Looks without news before a person is asked; longer while only giving up is offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One button that one person could press now."""

    who: str
    card: CardSeen
    verb: str

    @property
    def title(self) -> str:
        """What the button says."""
        return self.card.titles[self.verb]


@dataclass(slots=True)
class Answering:
    """Asks the person at the terminal what each of these people does next."""

    chat: Chat
    console: Console
    people: tuple[str, ...]
    quiet: int = 0

    async def ask(self, *, news: bool) -> bool:
        """Once nothing moves any more, show the buttons and press the chosen one.

        `news` is whether something changed since the last look. False when the person quits.
        """
        offers = await self._offers()
        self.quiet = 0 if news else self.quiet + 1
        useful = any(one.verb not in _GIVING_UP for one in offers)
        if not offers or self.quiet < _QUIET[useful]:
            return True
        self.quiet = 0
        chosen = self._choose(offers)
        if isinstance(chosen, Offer):
            await self.chat.click(chosen.who, chosen.card, chosen.verb, self._inputs(chosen))
        return chosen != "quit"

    async def _offers(self) -> list[Offer]:
        offers = []
        for who in self.people:
            cards = [card for card in await self.chat.cards(who) if card.order]
            offers += [Offer(who, cards[-1], verb) for verb in (cards[-1].titles if cards else ())]
        return offers

    def _choose(self, offers: list[Offer]) -> Offer | str:
        for number, one in enumerate(offers, 1):
            self.console.print(f"  [bold]{number}[/]  {one.who}: ", one.title, sep="")
        numbers = [str(number) for number in range(1, len(offers) + 1)]
        try:
            said = Prompt.ask(
                "press which (Enter looks again, q quits)",
                console=self.console,
                choices=[*numbers, "q", ""],
                default="",
                show_choices=False,
                show_default=False,
            )
        except EOFError:
            return "quit"
        return offers[int(said) - 1] if said in numbers else {"q": "quit"}.get(said, "look")

    def _inputs(self, offer: Offer) -> dict[str, str]:
        """What the person types for each input of the card; empty ones are left out."""
        if offer.verb not in _WITH_INPUTS:
            return {}
        typed = {
            name: Prompt.ask(
                Text(question(part)), console=self.console, default=str(part.get("value", ""))
            )
            for name, part in offer.card.inputs.items()
        }
        return {name: value for name, value in typed.items() if value}


def question(part: dict[str, object]) -> str:
    """An input's label, with the choices it offers."""
    choices = part.get("choices")
    offered = (
        " · ".join(f"{one['value']}={one['title']}" for one in choices)
        if isinstance(choices, list)
        else ""
    )
    return f"{part.get('label', part['id'])} {offered}".strip()
