"""What is wrong with an order, how badly, and what would mend it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much an issue stops (facts: orders §5)."""

    BLOCKER = "blocker"
    """This file cannot become an order: send another."""
    ERROR = "error"
    """Approval stays shut until a person answers."""
    WARNING = "warning"
    """The approver must see it."""
    INFO = "info"
    """Shown, nothing to do."""


class Ask(StrEnum):
    """The input that settles an issue on the card."""

    NONE = "none"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer: the value that comes back, and what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding, with the cells it stands on and the input that settles it.

    `code` is one of `orders.codes`; texts people read are in `cards`, filled from `facts` (small
    strings such as the value that could not be read). `target` says what an answer changes, in the
    form of `orders.fixes` (`cell:Sheet1!D14`, `column:quantity`, `sheet`, `row:14`, `customer`,
    `item:L003`). `preselect` is the likeliest candidate's value.
    """

    code: str
    severity: Severity
    cells: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    ask: Ask = Ask.NONE
    target: str = ""
    candidates: tuple[Candidate, ...] = ()
    preselect: str = ""

    @property
    def issue_id(self) -> str:
        """Eight hex digits that stay the same while the same thing is wrong at the same place."""
        key = "|".join((self.code, self.target, *self.cells, *self.lines, *self.fields))
        return hashlib.sha256(key.encode()).hexdigest()[:8]

    @property
    def open(self) -> bool:
        """Whether the order must not go on before someone answers."""
        return self.severity in (Severity.BLOCKER, Severity.ERROR)
