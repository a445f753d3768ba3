"""Counting the committee's votes: which column serves which field."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orders.assign import best_assignment
from orders.order import FIELDS
from orders.reading import FieldCount, Vote

ABSENT = "-"
"""The answer "not in this file", as good as any column."""
VOID = ""
"""The answer of a member that failed: it counts in the total and for nobody."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares of all weight (0 to 1) from which a field is agreed (facts: orders §6).

    `critical` fields need `agreed`; the others are taken from `marked` on, and shown as weak.
    `margin` is how far the runner-up must stay behind.
    """

    agreed: Decimal = Decimal("0.75")
    marked: Decimal = Decimal("0.60")
    margin: Decimal = Decimal("0.15")
    critical: frozenset[str] = frozenset({"quantity", "sku", "gtin", "product_name", "customer"})


DEFAULT = Thresholds()


def count(
    votes: Sequence[Vote],
    columns: Collection[str],
    fields: Sequence[str] = FIELDS,
    thresholds: Thresholds = DEFAULT,
) -> tuple[FieldCount, ...]:
    """Count votes: share of total weight per field, one column for one field over the whole.

    A member that names a column outside `columns`, an unknown field, or one column for two fields
    loses all its votes; their weight still counts in the total. A field nobody voted on is absent.
    """
    void = void_members(votes, columns, fields)
    shares = {field: _shares(field, votes, void) for field in fields}
    worth = {
        (field, place): float(share)
        for field, options in shares.items()
        for place, column in enumerate(sorted(columns))
        if (share := options.get(column)) and share >= options.get(ABSENT, Decimal(0))
    }
    assigned = best_assignment(worth)
    named = {field: sorted(columns)[place] for field, place in assigned.items()}
    return tuple(_conclude(field, named.get(field), shares[field], thresholds) for field in fields)


def is_lone(one: FieldCount, bare: Collection[str] = ()) -> bool:
    """Whether a single column is left for a field that is not decided, but for `bare` ones: a yes settles it."""
    rivals = {*one.shares} - {ABSENT, VOID, one.choice, *bare}
    return one.choice != ABSENT and not one.decided and not rivals


def void_members(
    votes: Iterable[Vote], columns: Collection[str], fields: Collection[str]
) -> frozenset[str]:
    """Members whose votes cannot be meant: invented columns or fields, or a doubled column."""
    void: set[str] = set()
    chosen: dict[tuple[str, str], str] = {}
    for vote in votes:
        if vote.field not in fields or vote.weight < 0:
            void.add(vote.member)
        if vote.choice in (ABSENT, VOID):
            continue
        if vote.choice not in columns:
            void.add(vote.member)
        # A member may divide its weight among columns, yet whole votes name a column once.
        key = (vote.member, vote.choice)
        if vote.weight >= 1 and chosen.setdefault(key, vote.field) != vote.field:
            void.add(vote.member)
    return frozenset(void)


def _shares(field: str, votes: Iterable[Vote], void: frozenset[str]) -> dict[str, Decimal]:
    weights: dict[str, Decimal] = {}
    total = Decimal(0)
    for vote in votes:
        if vote.field != field:
            continue
        total += vote.weight
        if vote.choice != VOID and vote.member not in void:
            weights[vote.choice] = weights.get(vote.choice, Decimal(0)) + vote.weight
    if not total:
        return {ABSENT: Decimal(1)}
    return {choice: weight / total for choice, weight in sorted(weights.items())}


def _conclude(
    field: str, column: str | None, shares: Mapping[str, Decimal], thresholds: Thresholds
) -> FieldCount:
    absent = shares.get(ABSENT, Decimal(0))
    choice = column if column is not None else ABSENT
    share = shares.get(choice, Decimal(0))
    others = [other for option, other in shares.items() if option != choice]
    needed = thresholds.agreed if field in thresholds.critical else thresholds.marked
    decided = share >= needed and share - max(others, default=Decimal(0)) >= thresholds.margin
    if column is None and not absent:
        # Every column this field could have went to another field.
        decided = False
    return FieldCount(field, choice, share, decided, shares)
