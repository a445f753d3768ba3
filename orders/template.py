"""Templates: column mappings that people confirmed, for the next file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from orders.habits import NO_HABITS, Habits
from orders.headers import Header
from orders.values import fold

USES = 10
"""So many of the newest uses are weighed."""
CORRECTIONS = 2
"""From so many corrections among them on, a template is retired for review."""


class TemplateState(StrEnum):
    """Whether a template is used."""

    ACTIVE = "active"
    RETIRED = "retired"
    """The evidence contradicted it, or people corrected it: out of use until somebody looks."""
    REVOKED = "revoked"
    """A person took it out of use."""


class Outcome(StrEnum):
    """What became of a template at one order."""

    USED = "used"
    CORRECTED = "corrected"
    """A person chose another column."""
    CONTRADICTED = "contradicted"
    """The file's values did not suit it, so the committee voted."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table's header looks: what a template is known by, and how well values suited.

    `headers` are the header's texts from its `first` column on, empty between named columns;
    `fits` say for each field (0 to 1) how well its column's values suited it.
    """

    fingerprint: str
    first: int
    headers: tuple[str, ...]
    fits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """One version of a confirmed mapping; a change is a new version, never an edit.

    `customer_id` and `customer` are the books', `said` is the customer's name as the file writes
    it, folded (empty where it names none). `columns` takes a field to its place behind the
    header's first column, `taught` a header's words to the field a person chose it for, `habits` are other answers. `by` is an
    object id, `by_name` what people read, `at` ISO in UTC, `order_code` the order it was born from.
    """

    template_id: str
    version: int
    tenant_id: str
    customer_id: str
    customer: str
    said: str
    layout: Layout
    columns: Mapping[str, int]
    taught: Mapping[str, str] = field(default_factory=dict)
    habits: Habits = NO_HABITS
    sheet: str = ""
    state: TemplateState = TemplateState.ACTIVE
    by: str = ""
    by_name: str = ""
    at: str = ""
    order_code: str = ""
    because: str = ""

    @property
    def active(self) -> bool:
        """Whether it is used."""
        return self.state is TemplateState.ACTIVE


@dataclass(frozen=True, slots=True)
class Recall:
    """The template that met a file: which version, who confirmed it when, what became of it."""

    template_id: str
    version: int
    outcome: Outcome
    by_name: str = ""
    at: str = ""
    because: str = ""
    habits: Habits = NO_HABITS
    """Which earlier answers were given again to questions of this file."""


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """One template at one order; `at` is ISO in UTC."""

    template_id: str
    order_id: str
    at: str
    outcome: Outcome


def headers_of(header: Header) -> tuple[str, ...]:
    """The header's texts in order, empty for a column between them that has none."""
    numbers = sorted(header.texts)
    inside = range(numbers[0], numbers[-1] + 1) if numbers else ()
    return tuple(" ".join(header.texts.get(number, "").split()) for number in inside)


def fingerprint_of(header: Header) -> str:
    """The hash of the header's normalised words in order, its columns' count and its depth.

    The sheet's name is left out, for it often carries a month.
    """
    words = [fold(text) for text in headers_of(header)]
    return _digest([words, len(words), len(header.rows)])


def template_id_of(tenant_id: str, fingerprint: str, customer_id: str) -> str:
    """One id for one header of one customer: ten hex digits that people can say."""
    return _digest([tenant_id, fingerprint, customer_id])[:10]


def _digest(parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_worn(uses: Sequence[TemplateUse]) -> bool:
    """Whether the newest uses (newest first) speak for retiring a template."""
    spoiled = [use for use in uses[:USES] if use.outcome is not Outcome.USED]
    return len(spoiled) >= CORRECTIONS


def find_mine(templates: Sequence[Template], said: str) -> list[Template]:
    """Of templates with one header, those that may serve a file whose customer is `said`.

    Where the file names a customer, only that customer's; where it names none, all of them, if
    they agree on every column.
    """
    if said:
        return [one for one in templates if one.said == said]
    mappings = {tuple(sorted(one.columns.items())) for one in templates}
    return list(templates) if len(mappings) == 1 else []


def words_taught(templates: Sequence[Template], said: str) -> dict[str, str]:
    """Header words that one customer's corrections taught, oldest first; the newest wins."""
    mine = sorted((one for one in templates if said and one.said == said), key=lambda t: t.at)
    return {word: name for one in mine for word, name in one.taught.items()}
