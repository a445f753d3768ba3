"""Members with keys: who sits, and what their answers count."""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from orders.ballot import ABSENT, VOID
from orders.codes import issue
from orders.issue import Issue
from orders.reading import Vote

ENOUGH = 2
"""So many valid votes make a panel; with fewer the card warns."""
_KEPT = "\u200c"
"""Persian's joiner is spelling, not direction."""
_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")


@dataclass(frozen=True, slots=True)
class Member:
    """One language model: family (how it is spoken to), its vendor, and the model's name."""

    family: str
    model: str
    vendor: str

    @property
    def name(self) -> str:
        """As it stands among the votes."""
        return f"{self.family}:{self.model}"


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """One column as a model sees it: letter, header, samples, counts, shares of shapes."""

    letter: str
    header: str
    samples: tuple[str, ...]
    filled: int
    unique: int
    shapes: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """What a panel is asked: the table (`Sheet1!7`), its open fields, all of its columns."""

    table: str
    language: str
    fields: tuple[str, ...]
    decided: Mapping[str, str]
    columns: tuple[ColumnShown, ...]

    @property
    def letters(self) -> frozenset[str]:
        """The columns that may be named."""
        return frozenset(column.letter for column in self.columns)


@dataclass(frozen=True, slots=True)
class ModelCall:
    """What became of one member: `outcome` is voted, void, late, refused or failed.

    `at` is ISO in UTC, sizes are bytes, `cost` is in US dollars (None where no price is known).
    """

    member: str
    outcome: str
    at: str
    seconds: float = 0.0
    requests: int = 0
    sent: int = 0
    received: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One sitting: the table voted on, every vote as it was cast, every call as it went."""

    table: str
    fields: tuple[str, ...]
    votes: tuple[Vote, ...]
    calls: tuple[ModelCall, ...]
    mode: str = "confident"
    """How far these votes count: `report`, `ask` or `confident` (`orders.rollout`)."""
    would: Mapping[str, str] = field(default_factory=dict)
    """The column of each field that was asked for, had the votes been counted; `?` is still open."""

    @property
    def valid(self) -> int:
        """How many members cast a vote that counts."""
        return sum(call.outcome == "voted" for call in self.calls)


def seated(members: Sequence[Member], seats: int, seed: str) -> tuple[Member, ...]:
    """Who sits: different vendors first, the choice among them settled by the order's id."""

    def rank(member: Member) -> str:
        return hashlib.sha256(f"{seed}|{member.name}".encode()).hexdigest()

    ranked = sorted(members, key=rank)
    first: dict[str, Member] = {}
    for member in ranked:
        first.setdefault(member.vendor, member)
    rest = [member for member in ranked if member not in first.values()]
    return tuple([*first.values(), *rest][:seats])


def cast(member: str, question: Question, chosen: Mapping[str, str | None]) -> tuple[Vote, ...]:
    """A member's votes on the open fields; void when it names a column twice or one not shown."""
    letters = [letter for letter in chosen.values() if letter is not None]
    if not set(letters) <= question.letters:
        return void(member, question, "names a column that is not there")
    if len(letters) != len(set(letters)):
        return void(member, question, "names a column twice")
    return tuple(
        Vote(member, name, chosen.get(name) or ABSENT, because="language model")
        for name in question.fields
    )


def void(member: str, question: Question, because: str) -> tuple[Vote, ...]:
    """The votes of a member that failed: they count in the total, and for nobody."""
    return tuple(Vote(member, name, VOID, because=because) for name in question.fields)


def shortage(panel: Panel | None) -> tuple[Issue, ...]:
    """A warning where too few members answered."""
    if panel is None or panel.valid >= min(ENOUGH, len(panel.calls)):
        return ()
    facts = {"count": str(panel.valid), "limit": str(len(panel.calls))}
    return (issue("COMMITTEE_UNAVAILABLE", facts=facts),)


def as_data(text: str, limit: int) -> str:
    """Cell text fit to be quoted: one line, no control or direction characters, cut."""
    one_line = " ".join(text[: limit * 4].split()).replace("`", "'")
    kept = [s for s in one_line if s == _KEPT or unicodedata.category(s) not in _DROPPED]
    return "".join(kept)[:limit]
