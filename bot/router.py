"""Which handler hears a turn: commands, verbs, uploads, the rest."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from inspect import iscoroutinefunction
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from bot.attachments import pick_files
from bot.plain import split_words
from bot.turn import Answer, Nothing, Turn, TurnKind, refuse
from cards.catalogue import say

_SHORTEST = 4
"""Letters of the shortest word in which a slip is forgiven."""

DeskT = TypeVar("DeskT")
Handler = Callable[[Turn, DeskT], Awaitable[Answer]]


class RouteMistake(TypeError):
    """A handler is registered in a way that can never work."""


@dataclass(slots=True)
class Router(Generic[DeskT]):
    """Handlers by what a person does. Registering returns the function untouched.

    A handler is `async def handler(turn: Turn, desk: DeskT) -> Answer`.
    """

    verbs: dict[str, Handler[DeskT]] = field(default_factory=dict)
    commands: dict[str, Handler[DeskT]] = field(default_factory=dict)
    _phrases: dict[str, str] = field(default_factory=dict)
    _events: dict[str, Handler[DeskT]] = field(default_factory=dict)
    _exact: set[str] = field(default_factory=set)

    def command(
        self, name: str, words: Sequence[str], *, exact: bool = False
    ) -> Callable[[Handler[DeskT]], Handler[DeskT]]:
        """Hear one of these words or phrases, however they are typed; the rest is the argument.

        `exact` wants them without a slip of the keys.

        Raises:
            RouteMistake: a word is taken or has no letters, or the name is.
        """
        phrases = ["".join(split_words(word)) for word in words]
        taken = next((phrase for phrase in phrases if phrase in self._phrases), None)
        if not phrases or not all(phrases) or taken is not None or name in self.commands:
            raise RouteMistake(f"the command {name!r} has no words of its own: {taken or words!r}")

        def register(handler: Handler[DeskT]) -> Handler[DeskT]:
            self.commands[name] = _judged(handler)
            self._phrases.update(dict.fromkeys(phrases, name))
            self._exact |= {name} if exact else set()
            return handler

        return register

    def verb(self, name: str) -> Callable[[Handler[DeskT]], Handler[DeskT]]:
        """Hear clicks that carry this verb. Raises `RouteMistake` when it is taken."""
        if not name or name in self.verbs:
            raise RouteMistake(f"the verb {name!r} is taken")

        def register(handler: Handler[DeskT]) -> Handler[DeskT]:
            self.verbs[name] = _judged(handler)
            return handler

        return register

    def upload(self, handler: Handler[DeskT]) -> Handler[DeskT]:
        """Hear messages with files."""
        return self._event("upload", handler)

    def installed(self, handler: Handler[DeskT]) -> Handler[DeskT]:
        """Hear that the bot was added to a chat."""
        return self._event("installed", handler)

    def fallback(self, handler: Handler[DeskT]) -> Handler[DeskT]:
        """Hear messages nobody else hears."""
        return self._event("fallback", handler)

    async def dispatch(self, turn: Turn, desk: DeskT) -> Answer:
        """The answer of the one handler this turn is for.

        Raises:
            RouteMistake: the handler returned no answer.
        """
        turn, handler = self._find(turn)
        if handler is None:
            return _unheard(turn)
        answer = await handler(turn, desk)
        if not isinstance(answer, Answer):
            raise RouteMistake(f"{handler!r} returned no answer")
        return answer

    def _find(self, turn: Turn) -> tuple[Turn, Handler[DeskT] | None]:
        if turn.kind is TurnKind.ACTION and turn.action is not None:
            return turn, self.verbs.get(turn.action.verb)
        if turn.kind is TurnKind.INSTALLED:
            return turn, self._events.get("installed")
        if turn.kind is not TurnKind.MESSAGE:
            return turn, None
        if pick_files(turn.attachments):
            return turn, self._events.get("upload")
        return self._find_command(turn)

    def _find_command(self, turn: Turn) -> tuple[Turn, Handler[DeskT] | None]:
        words = split_words(turn.text)
        # A sentence that happens to begin like a command is none: a slip has one word behind it.
        for look, least in ((self._phrases.get, 0), (self._nearly, len(words) - 2)):
            for count in range(min(len(words), 6), max(least, 0), -1):
                name = look("".join(words[:count]))
                if name is not None:
                    argument = " ".join(words[count:]).upper()
                    return replace(turn, argument=argument), self.commands[name]
        return turn, self._events.get("fallback")

    def _nearly(self, typed: str) -> str | None:
        """The one command this is a slip of the keys for: a letter wrong, missing, more or moved.

        Commands only show and ask, so that a wrong guess does no harm; what takes something away
        at once wants its own word.
        """
        if len(typed) < _SHORTEST:
            return None
        near = {
            name
            for phrase, name in self._phrases.items()
            if len(phrase) >= _SHORTEST and OSA.distance(typed, phrase, score_cutoff=1) <= 1
        }
        return near.pop() if len(near) == 1 and not near & self._exact else None

    def _event(self, name: str, handler: Handler[DeskT]) -> Handler[DeskT]:
        if name in self._events:
            raise RouteMistake(f"{name} has a handler already")
        self._events[name] = _judged(handler)
        return handler


def _judged(handler: Handler[DeskT]) -> Handler[DeskT]:
    if not iscoroutinefunction(handler):
        raise RouteMistake(f"{handler!r} is no async function")
    return handler


def _unheard(turn: Turn) -> Answer:
    if turn.action is None and not turn.invoke:
        return Nothing()
    return refuse(turn, "UnknownVerb", say("reply.unknown_verb", turn.language))
