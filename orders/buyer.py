"""Which customer of the books an order means."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from orders.alike import LOOKALIKE, Alike
from orders.catalogue import Customer, CustomerMatch, Method, Suggestion
from orders.clues import Clues, clues_for
from orders.customers import CustomerIndex
from orders.learned import Known, customer_key
from orders.names import full_key, legal_form, name_key

SHOWN = 5
"""How many suggestions a person sees at most."""
WORTH_SHOWING = 0.45
SURE, GAP, TIE = 0.85, 0.10, 0.03
"""A guess needs this score, and its rivals this distance: those that may be meant, and all."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known besides the books: names people taught, and traces in the file."""

    names: Known = field(default_factory=dict)
    clues: Clues = field(default_factory=Clues)


_NOTHING = Memory()


def match_customer(
    asked: str | None,
    customers: CustomerIndex,
    choice: str | None = None,
    memory: Memory = _NOTHING,
) -> CustomerMatch:
    """Find the one active customer whose display, company or learned name this is.

    A person's `choice` wins: the id of an active customer, or another name to look for. Names that
    differ only in legal form, script variant or punctuation are the same name. Two customers of
    one name are never told apart, unless the sheet writes the legal form that only one of them
    has, or a person said before whom this name means. A name that only slips, scripts and short
    forms divide from one customer, and from no other, is that customer: a guess, marked as one.
    Everything else only suggests.
    """
    chosen = customers.by_id.get(choice or "")
    if chosen is not None and chosen.active:
        return CustomerMatch((asked or "").strip(), chosen, Method.CHOSEN)
    asked = (choice or asked or "").strip()
    sold = _tell_apart(asked, [one for one in customers.named(asked) if one.active])
    taught = _taught(asked, customers, memory.names)
    if taught is not None and taught.active and len(sold) != 1:
        since = memory.names[customer_key(asked)].at
        return CustomerMatch(asked, taught, Method.ALIAS, because=f"known:{since}")
    if taught is not None and taught.active and taught not in sold:
        sold = [*sold, taught]
    if len(sold) == 1:
        return _exact(asked, sold[0])
    if sold:
        same = [Suggestion(one.customer_id, customer_label(one), Decimal(1), "same_name")
                for one in sold]  # fmt: skip
        return CustomerMatch(asked, suggestions=_offered(same, customers, memory.clues))
    return _guess(asked, customers, memory.clues)


def _taught(asked: str, customers: CustomerIndex, names: Known) -> Customer | None:
    alias = names.get(customer_key(asked))
    return customers.by_id.get(alias.record_id) if alias else None


def _tell_apart(asked: str, customers: list[Customer]) -> list[Customer]:
    """Of several customers with one name, the one whose written legal form the sheet has."""
    full = full_key(asked)
    if len(customers) < 2 or full == name_key(asked):
        return customers
    same = [one for one in customers if full in (full_key(one.name), full_key(one.company))]
    return same if len(same) == 1 else customers


def _exact(asked: str, customer: Customer) -> CustomerMatch:
    """The one of this name; where the sheet has another legal form than the books, a guess."""
    own = (customer.name, customer.company)
    if name_key(asked) not in map(name_key, own):
        return CustomerMatch(asked, customer, Method.ALIAS)
    forms = {legal_form(one) for one in own if name_key(one) == name_key(asked)}
    if not legal_form(asked) or not all(forms) or legal_form(asked) in forms:
        return CustomerMatch(asked, customer, Method.EXACT)
    return CustomerMatch(asked, customer, Method.FUZZY, because="legal_form")


def _guess(asked: str, customers: CustomerIndex, clues: Clues) -> CustomerMatch:
    found = [] if customers.named(asked) else customers.alike(asked)
    near = [
        Suggestion(one.customer_id, customer_label(one), score_of(alike.score), reason_of(alike))
        for alike, one in found
        if one.active and alike.score >= WORTH_SHOWING
    ]
    offered = _offered(near, customers, clues)
    best = customers.by_id.get(clear_best([(alike, one.customer_id) for alike, one in found]))
    if best is None or not best.active or offered[0].record_id != best.customer_id:
        return CustomerMatch(asked, suggestions=offered)
    return CustomerMatch(asked, best, Method.FUZZY, offered, offered[0].because)


def clear_best(found: Sequence[tuple[Alike, str]]) -> str:
    """The id of the one record a name can only mean, or an empty text (best first)."""
    if not found or not found[0][0].sure or found[0][0].score < SURE:
        return ""
    top = found[0][0]
    if LOOKALIKE in top.because:
        return ""
    for alike, _ in found[1:]:
        behind = top.score - alike.score
        if alike.sure or behind < TIE or (alike.possible and behind < GAP):
            return ""
    return found[0][1]


def _offered(
    near: Sequence[Suggestion], customers: CustomerIndex, clues: Clues
) -> tuple[Suggestion, ...]:
    """Suggestions with what else speaks for them; a customer only traces point to joins them."""
    shown = {one.record_id: one for one in near}
    weights: dict[str, Decimal] = {}
    for customer_id, found in clues_for(customers.customers, clues).items():
        kept, customer = shown.get(customer_id), customers.by_id[customer_id]
        if kept is None and (found.weak or not customer.active):
            continue
        kept = kept or Suggestion(customer_id, customer_label(customer), Decimal("0.5"))
        because = ",".join(filter(None, (kept.because, found.because)))
        shown[customer_id] = replace(kept, because=because)
        weights[customer_id] = found.weight
    nought = Decimal(0)
    ranked = sorted(
        shown.values(),
        key=lambda one: -one.score - weights.get(one.record_id, nought),
    )
    return tuple(ranked[:SHOWN])


def customer_label(customer: Customer) -> str:
    """What a person reads: the display name, with the company's where it differs."""
    differs = customer.company and full_key(customer.company) != full_key(customer.name)
    return f"{customer.name} ({customer.company})" if differs else customer.name


def reason_of(alike: Alike) -> str:
    """The reasons of a likeness, for a person."""
    return ",".join(alike.because) or "similar_name"


def score_of(likeness: float) -> Decimal:
    """A likeness as it is shown; 1 is kept for equal names."""
    return Decimal(f"{min(likeness, 0.99):.2f}")
