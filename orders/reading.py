"""What one file was understood to be: outcome, orders, issues, votes."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from orders.issue import Issue
from orders.order import Order
from orders.template import Layout, Recall


class Result(StrEnum):
    """Whether a file can go on by itself."""

    READY = "ready"
    QUESTIONS = "questions"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Vote:
    """One member's answer for one field: a column letter, or `-` for "not in this file"."""

    member: str
    field: str
    choice: str
    weight: Decimal = Decimal(1)
    because: str = ""


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How one field's vote ended: the winner, its share of all weight, and whether it is decided."""

    field: str
    choice: str
    share: Decimal
    decided: bool
    shares: Mapping[str, Decimal] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole answer for one file; `orders` has one entry unless several must be split."""

    result: Result
    orders: tuple[Order, ...] = ()
    issues: tuple[Issue, ...] = ()
    votes: tuple[Vote, ...] = ()
    counts: tuple[FieldCount, ...] = ()
    reason: str = ""
    """For a refusal: the code of the issue that says why."""
    sheets_seen: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Each sheet's name and why it was kept or left out."""
    layout: Layout | None = None
    """How the table's header looks, so that an approval can keep the mapping."""
    recall: Recall | None = None
    """The known template that met the table."""

    @property
    def readable_sheets(self) -> list[str]:
        """The sheets a person may name instead of the one that was read: those seen to hold cells."""
        return [name for name, why in self.sheets_seen.items() if why not in ("hidden", "empty")]
