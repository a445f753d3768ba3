"""Who is there, what was said, and what each person sees of it."""

import base64
import collections
import dataclasses
import datetime as dt
import hashlib
import time
import uuid
from typing import Any

from infra.devservers.teams.journal import Journal
from infra.devservers.teams.options import Json, Options
from infra.devservers.teams.people import PEOPLE, Person, mri_of

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
CHANNEL_ID = "19:4f6f1d0c9be14f0f8d0a6c1e7b2a3d55@thread.tacv2"
TEAM_ID = "19:9ac3e27d50b94c57b1b3c8e0f7d1a642@thread.tacv2"
BOT = "bot"


@dataclasses.dataclass(slots=True)
class Conversation:
    """A 1:1 chat with the bot, or the channel. `members` are person keys."""

    id: str
    kind: str
    members: list[str]
    busy: bool = False
    known_activities: set[str] = dataclasses.field(default_factory=set)


@dataclasses.dataclass(slots=True)
class View:
    """A card that only one person was given, and when (world time, seconds)."""

    card: Json
    at: float


@dataclasses.dataclass(slots=True)
class Message:
    """A message in a chat; `thread` is the full conversation id it was written to."""

    id: str
    conversation: str
    thread: str
    author: str
    activity: Json
    at: float
    edited: bool = False
    deleted: bool = False
    views: dict[str, View] = dataclasses.field(default_factory=dict)
    old_refresh: dict[str, Any] = dataclasses.field(default_factory=dict)

    def base_card(self) -> Json | None:
        """The card everybody has, if the message carries one."""
        for attachment in self.activity.get("attachments") or []:
            if attachment.get("contentType") == CARD_TYPE:
                content: Json | None = attachment.get("content")
                return content
        return None

    def card_for(self, who: str) -> Json | None:
        """The card as `who` sees it: an own view if there is one."""
        view = self.views.get(who)
        return view.card if view else self.base_card()

    def seen_since(self, who: str) -> float:
        """When the card that `who` sees came to them, in world time."""
        view = self.views.get(who)
        return view.at if view else self.at


class World:
    """The whole state of one stand-in."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.root = ""
        self.ahead = 0.0
        self.journal = Journal()
        self.counters: collections.Counter[str] = collections.Counter()
        self.people: dict[str, Person] = {person.key: person for person in PEOPLE}
        self.blocked: set[str] = set()
        self.messages: dict[str, Message] = {}
        self.delivered: dict[str, tuple[str, Json]] = {}
        self.conversations: dict[str, Conversation] = {
            CHANNEL_ID: Conversation(CHANNEL_ID, "channel", list(self.people))
        }
        self.last_id = 0
        for person in PEOPLE:
            self.personal(person)

    @property
    def service_url(self) -> str:
        """Where the bot must send to now, with a slash at the end."""
        region = self.options.region
        return f"{self.root}/{region}/" if region else f"{self.root}/"

    def now(self) -> float:
        """World time in seconds since 1970: the real one plus what was advanced."""
        return time.time() + self.ahead

    def stamp(self) -> str:
        """World time as the wire writes it."""
        moment = dt.datetime.fromtimestamp(self.now(), dt.UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def note(self, kind: str, **facts: Any) -> Json:
        """Write the journal."""
        return self.journal.note(kind, self.stamp(), **facts)

    def new_id(self) -> str:
        """A message id as Teams makes them: milliseconds, never twice."""
        self.last_id = max(int(self.now() * 1000), self.last_id + 1)
        return str(self.last_id)

    def tenant_of(self, person: Person) -> str:
        """The tenant the person's activities carry."""
        return person.tenant_id or self.options.tenant_id

    def mri(self, person: Person) -> str:
        """The person's id for this bot."""
        return mri_of(person, self.options.app_id)

    def find_person(self, wire_id: str) -> Person | None:
        """A person by MRI or by Entra object id."""
        for person in self.people.values():
            if wire_id in {self.mri(person), person.aad_id}:
                return person
        return None

    def personal(self, person: Person) -> Conversation:
        """The one 1:1 chat of this person and this bot."""
        seed = f"{self.options.app_id}/{person.aad_id}/chat".encode()
        digest = hashlib.sha512(seed).digest()
        wire_id = "a:1" + base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return self.conversations.setdefault(
            wire_id, Conversation(wire_id, "personal", [person.key])
        )

    def find_conversation(self, wire_id: str) -> Conversation | None:
        """A conversation by its id, with or without `;messageid=`."""
        return self.conversations.get(wire_id.partition(";")[0])

    def visible_to(self, who: str) -> list[Message]:
        """The messages in the chats of `who`, oldest first."""
        return [
            message
            for message in self.messages.values()
            if who in self.conversations[message.conversation].members
        ]


def new_guid() -> str:
    """A random id in Microsoft's spelling."""
    return str(uuid.uuid4())
