"""Which customer and which items of the books an order means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz import fuzz

from orders.catalogue import Customer, CustomerMatch, Item, ItemMatch, Method, Suggestion
from orders.items import ItemIndex, gtin_key
from orders.names import full_key, name_key, sound_key
from orders.order import Line

SHOWN = 5
"""How many suggestions a person sees at most."""
WORTH_SHOWING = 0.50
LEAVE_OUT = "-"


def match_customer(
    asked: str | None, customers: Sequence[Customer], choice: str | None = None
) -> CustomerMatch:
    """Find the one active customer whose display, company or learned name this is.

    A person's `choice` wins: the id of an active customer, or another name to look for. Names that differ only
    in legal form, script variant or punctuation are the same name; two customers of one name are
    never told apart, unless the sheet writes the legal form that only one of them has. Everything
    else only suggests.
    """
    chosen = next((one for one in customers if choice and one.customer_id == choice), None)
    if chosen is not None and chosen.active:
        return CustomerMatch((asked or "").strip(), chosen, Method.CHOSEN)
    asked = (choice or asked or "").strip()
    key = name_key(asked)
    sold = _tell_apart(asked, [one for one in customer_names(asked, customers) if one.active])
    if len(sold) == 1:
        alias = key not in _own_keys(sold[0])
        return CustomerMatch(asked, sold[0], Method.ALIAS if alias else Method.EXACT)
    if sold:
        return CustomerMatch(asked, suggestions=_suggested(sold, "same name"))
    return CustomerMatch(asked, suggestions=_similar_customers(asked, customers))


def customer_names(asked: str, customers: Iterable[Customer]) -> list[Customer]:
    """Every customer of this name, active or not."""
    key = name_key(asked)
    return [one for one in customers if key and key in _keys(one)]


def match_items(
    lines: Sequence[Line], items: ItemIndex, choices: Mapping[str, str]
) -> dict[str, ItemMatch]:
    """Find each line's item: by choice, then SKU, then GTIN; names only suggest.

    `choices` maps line ids to item ids, to another code or name to look for, or to `-` for a line
    that is left out.
    """
    return {line.line_id: match_item(line, items, choices.get(line.line_id)) for line in lines}


def match_item(line: Line, items: ItemIndex, choice: str | None = None) -> ItemMatch:
    """Find one line's item; see `match_items`."""
    if choice == LEAVE_OUT:
        return ItemMatch(line.line_id, method=Method.CHOSEN, left_out=True)
    chosen = items.by_id.get(choice or "")
    if chosen is not None and chosen.active:
        return ItemMatch(line.line_id, chosen, Method.CHOSEN)
    line = asked_line(line, choice)
    found = named_by(line, items)
    if len(found.active) == 1 and not found.conflict:
        method = Method.SKU if found.by_sku else Method.GTIN
        return ItemMatch(line.line_id, found.active[0], Method.CHOSEN if choice else method)
    return ItemMatch(line.line_id, suggestions=_similar_items(line, found.items, items))


def asked_line(line: Line, choice: str | None) -> Line:
    """The line with what a person typed instead of its codes and name."""
    if not choice or choice == LEAVE_OUT:
        return line
    return replace(line, sku=choice, gtin=None, product_name=choice, colour=None, size=None)


@dataclass(frozen=True, slots=True)
class Named:
    """The items that a line's SKU or GTIN name; `conflict` when the two speak of different ones."""

    items: tuple[Item, ...] = ()
    by_sku: bool = False
    conflict: bool = False

    @property
    def active(self) -> tuple[Item, ...]:
        """Those that are sold."""
        return tuple(one for one in self.items if one.active)


def named_by(line: Line, items: ItemIndex) -> Named:
    """What the line's codes name. A GTIN in the SKU's place counts as a GTIN."""
    by_sku, by_gtin = items.with_sku(line.sku), items.with_gtin(line.gtin)
    near = by_sku or items.like_sku(line.sku)
    both = [one for one in near if one in by_gtin]
    if near and by_gtin:
        if both:
            return Named(tuple(both), by_sku=bool(by_sku))
        return Named(tuple({one.item_id: one for one in [*near, *by_gtin]}.values()), conflict=True)
    if by_sku:
        return Named(tuple(by_sku), by_sku=True, conflict=_differs(line, by_sku))
    return Named(tuple(by_gtin or items.with_gtin(line.sku, shortest=12)))


def _differs(line: Line, by_sku: list[Item]) -> bool:
    """Whether the line's GTIN is a good one, but not that of any item with its SKU."""
    asked, known = gtin_key(line.gtin), {gtin_key(one.gtin) for one in by_sku}
    return bool(asked) and "" not in known and asked not in known


def _own_keys(customer: Customer) -> set[str]:
    return {name_key(customer.name), name_key(customer.company)} - {""}


def _keys(customer: Customer) -> set[str]:
    return _own_keys(customer) | {name_key(alias) for alias in customer.aliases}


def _tell_apart(asked: str, customers: list[Customer]) -> list[Customer]:
    """Of several customers with one name, the one whose written legal form the sheet has."""
    full = full_key(asked)
    if len(customers) < 2 or full == name_key(asked):
        return customers
    same = [one for one in customers if full in (full_key(one.name), full_key(one.company))]
    return same if len(same) == 1 else customers


def _suggested(customers: Sequence[Customer], because: str) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(one.customer_id, customer_label(one), Decimal(1), because)
        for one in customers[:SHOWN]
    )


def customer_label(customer: Customer) -> str:
    """What a person reads: the display name, with the company's where it differs."""
    differs = customer.company and full_key(customer.company) != full_key(customer.name)
    return f"{customer.name} ({customer.company})" if differs else customer.name


def item_label(item: Item) -> str:
    """What a person reads: SKU and name."""
    return f"{item.sku} · {item.name}" if item.sku else item.name


def _similar_customers(asked: str, customers: Iterable[Customer]) -> tuple[Suggestion, ...]:
    if not name_key(asked):
        return ()
    scored = [
        (max(_likeness(asked, name) for name in (one.name, one.company, *one.aliases)), one)
        for one in customers
        if one.active
    ]
    best = sorted(scored, key=lambda pair: (-pair[0], pair[1].name))[:SHOWN]
    return tuple(
        Suggestion(one.customer_id, customer_label(one), _score(likeness), "similar name")
        for likeness, one in best
        if likeness >= WORTH_SHOWING
    )


def _likeness(asked: str, name: str) -> float:
    """0 to 1; 1 is kept for equal names."""
    one, other = name_key(asked), name_key(name)
    if not one or not other:
        return 0.0
    written = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    heard = fuzz.ratio(sound_key(asked), sound_key(name)) * 0.95
    parts = fuzz.partial_ratio(one, other) * 0.85 if min(len(one), len(other)) > 3 else 0.0
    return min(max(written, heard, parts), 99.0) / 100


def _similar_items(line: Line, hits: Sequence[Item], items: ItemIndex) -> tuple[Suggestion, ...]:
    """Active items to offer: exact hits, then SKUs written otherwise, then similar names."""
    found = {
        one.item_id: Suggestion(one.item_id, item_label(one), Decimal(1), "same code")
        for one in hits
        if one.active
    }
    for one in items.like_sku(line.sku):
        if one.active:
            near = Suggestion(one.item_id, item_label(one), Decimal("0.9"), "similar code")
            found.setdefault(one.item_id, near)
    names = [line.product_name, *(one.name for one in hits if not one.active)]
    words = " ".join(filter(None, (names[0] or next(iter(names[1:]), ""), line.colour, line.size)))
    for likeness, one in items.like_name(words, SHOWN):
        if likeness >= WORTH_SHOWING:
            near = Suggestion(one.item_id, item_label(one), _score(likeness), "similar name")
            found.setdefault(one.item_id, near)
    return tuple(found.values())[:SHOWN]


def _score(likeness: float) -> Decimal:
    return Decimal(f"{likeness:.2f}")
