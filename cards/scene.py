"""What a card is drawn from: the order, the reader, and nothing else."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from cards.catalogue import say
from cards.literal import Shown, join
from orders.case import CaseDocument, StatusView


class Part(StrEnum):
    """The part a reader plays in one order; it decides which buttons they see."""

    REQUESTER = "requester"
    APPROVER = "approver"
    MANAGER = "manager"
    AUDITOR = "auditor"
    BYSTANDER = "bystander"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at the card: object id, part, `en` or `fa`, and an IANA time zone.

    `manages` says that the reader may give a manager's answers, whatever their part.
    """

    object_id: str
    part: Part
    language: str = "en"
    time_zone: str = "UTC"
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything one drawing needs; `now` is an argument because cards see no clock.

    `names` maps object ids to display names, `refresh_ids` are at most 60 Teams ids (MRIs) that may
    ask for a view of their own. `notice` is the key of a one-line answer on top (a `Refusal`, or
    any key of the `notice` texts), filled from `notice_facts`. `colleagues` are the object ids an
    approval may be handed to.
    """

    view: StatusView
    case: CaseDocument | None
    reader: Reader
    names: Mapping[str, str]
    refresh_ids: tuple[str, ...]
    now: datetime
    notice: str = ""
    notice_facts: Mapping[str, str] = field(default_factory=dict)
    colleagues: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    """Object ids of those who may give a manager's answers to this requester's orders."""

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.reader.language

    @property
    def decides(self) -> bool:
        """Whether this reader is asked for the decision."""
        asked = self.reader.object_id in (*self.view.approvers, *self.view.escalated_to)
        return asked and self.reader.object_id != self.view.requester

    def name(self, object_id: str) -> str:
        """A person's display name, else what stands for them."""
        known = self.names.get(object_id, "")
        if not known and self.case is not None and object_id == self.case.requester:
            return self.case.requester_name
        return known or object_id[:8]

    def names_of(self, people: Iterable[str]) -> Shown:
        """The names of several people in a row."""
        names = [self.name(one) for one in people if one]
        return join(names, self.language, say("word.comma", self.language))


@dataclass(frozen=True, slots=True)
class Card:
    """One drawn card: JSON-ready content, its sha256, and one line of plain text for it."""

    content: dict[str, Any]
    digest: str
    summary: str


def seal(content: dict[str, Any], summary: str) -> Card:
    """Name finished content by its hash, so that senders can skip what has not changed."""
    exact = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Card(content, hashlib.sha256(exact.encode()).hexdigest(), summary)
