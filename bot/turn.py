"""What a person did in Teams, and what they get back: no SDK types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from orders.approval import Actor

InputValue = str | int
"""What an input of a card sends back; decimals travel as text."""


class TurnKind(StrEnum):
    """What happened."""

    MESSAGE = "message"
    ACTION = "action"
    INSTALLED = "installed"
    REMOVED = "removed"
    OTHER = "other"


class Scope(StrEnum):
    """Where it happened, in Teams' own words."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment's envelope. `download_url` is a bearer secret: never log or store it."""

    name: str = ""
    content_type: str = ""
    download_url: str = field(default="", repr=False)
    content_url: str = field(default="", repr=False)
    unique_id: str = ""
    etag: str = ""
    file_type: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A click on a card. Everything in it is what the client says, to be judged on the server.

    `inputs` hold the card's answers by input id (`fix/<issue>`, `pick/<line>`, `price/<line>`, `comment`, `to`).
    `automatic` marks a refresh by Teams itself: it renders and never changes anything. `in_place`
    is False for a fallback `Action.Submit`, whose answer cannot replace the card.
    """

    verb: str
    order: str = ""
    revision: int = 0
    inputs: Mapping[str, InputValue] = field(default_factory=dict)
    automatic: bool = False
    in_place: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """One activity, judged by the door: authenticated, of our tenant, from a trusted serviceUrl.

    `object_id` and `tenant_id` are lower case. `text` is what the person wrote, without mentions,
    markup and invisible junk. `message_id` is the card a click came from. `language` (`en` or `fa`)
    is the client's until the middleware knows better; it fills `actor`, too. The router fills `argument` (what follows a command).
    """

    kind: TurnKind
    activity_id: str
    tenant_id: str
    object_id: str
    conversation_id: str
    service_url: str
    name: str = ""
    member_id: str = ""
    bot_id: str = ""
    conversation_type: Scope = Scope.PERSONAL
    locale: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    action: Action | None = None
    message_id: str = ""
    timestamp: str = ""
    invoke: str = ""
    """The invoke's name, for activities that need an answer in the same HTTP exchange."""
    from_inbox: bool = False
    """An upload that was acknowledged before it was worked off: what cannot be done now is tried again until it can."""
    actor: Actor | None = None
    language: str = "en"
    time_zone: str = ""
    """The person's IANA time zone, as the client names it now or did before; empty while unknown."""
    argument: str = ""
    raw: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def is_personal(self) -> bool:
        """Whether this is the person's own chat with the bot."""
        return self.conversation_type is Scope.PERSONAL


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A card: as the answer to a click it replaces the card there, else it is a new message."""

    content: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """A sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """A refusal. `status` is the card protocol's own (400, 500), not HTTP's."""

    code: str
    message: str
    status: int = 400


@dataclass(frozen=True, slots=True)
class Nothing:
    """No answer; the cards say it all."""


def language_of(locale: str) -> str:
    """The desk's language for a client's locale: `fa` for Persian, else `en`."""
    return "fa" if locale.lower().startswith("fa") else "en"


@dataclass(frozen=True, slots=True)
class Later:
    """A kept upload could not be worked off yet; the sentence is said once, and it stays kept."""

    text: str


Answer = CardAnswer | TextAnswer | ErrorAnswer | Later | Nothing


def refuse(turn: Turn, code: str, said: str, status: int = 400) -> Answer:
    """A refusal as its turn can show it: an error in place of the clicked card, else a sentence."""
    in_place = turn.action is not None and turn.action.in_place
    return ErrorAnswer(code, said, status) if in_place else TextAnswer(said)
