"""All customers of the books, indexed once for fast look-ups."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz, process

from orders.alike import SHORT, SPACING, Alike, Words, compare
from orders.catalogue import Customer
from orders.names import full_key, name_key
from orders.script import consonants
from orders.shorthand import is_common

_TELLING = 7
_NEAREST = 12
"""How many names of each kind of likeness are compared word by word."""


@dataclass(frozen=True, slots=True)
class _Name:
    customer: Customer
    key: str


class CustomerIndex:
    """Customers by id, and by every name they go by. Built once per catalogue."""

    def __init__(self, customers: Iterable[Customer]) -> None:
        """Index ids and names now; sounds when the first unknown name is looked up."""
        self.customers = tuple(customers)
        self.by_id = {one.customer_id: one for one in self.customers}
        self._named: dict[str, list[Customer]] = {}
        self._names: list[_Name] = []
        for one in self.customers:
            keys = dict.fromkeys(map(name_key, (one.name, one.company, *one.aliases)))
            for key in filter(None, keys):
                self._named.setdefault(key, []).append(one)
                self._names.append(_Name(one, key))

    def named(self, asked: str) -> list[Customer]:
        """Every customer of this name, active or not; empty names name nobody."""
        return self._named.get(name_key(asked), [])

    def alike(self, asked: str) -> list[tuple[Alike, Customer]]:
        """Customers with a similar name, active or not, the likest first."""
        key = name_key(asked)
        if not key:
            return []
        best = {
            one.customer_id: (Alike(0.97, sure=True, possible=True, because=(SPACING,)), one)
            for one in self._squeezed.get(_squeeze(key), [])
        }
        for one in self._initials.get(key, []) if " " not in key else ():
            best.setdefault(one.customer_id, (Alike(0.6, because=(SHORT,)), one))
        for place in self._nearest(key):
            name = self._names[place]
            alike = compare(key, name.key, self._words)
            if alike.sure and _partners_swapped(asked, name.key):
                alike = replace(alike, sure=False)
            found = (alike, name.customer)
            kept = best.get(name.customer.customer_id)
            if kept is None or _rank(found[0]) > _rank(kept[0]):
                best[name.customer.customer_id] = found
        return sorted(best.values(), key=lambda pair: (pair[0].rank, pair[1].name))

    def _nearest(self, key: str) -> dict[int, None]:
        """Places of the names worth comparing: by letters, by words, by sound."""
        looks = [
            (key, self._keys, fuzz.ratio),
            (key, self._keys, fuzz.token_set_ratio),
            (_squeeze(key), self._joined, fuzz.ratio),
            (_heard(key), self._heard, fuzz.ratio),
            (_heard(key), self._heard, fuzz.partial_ratio),
        ]
        found: dict[int, None] = {}
        for query, choices, scorer in looks:
            if query:
                hits = process.extract(
                    query, choices, scorer=scorer, limit=_NEAREST, processor=None
                )
                found |= {place: None for _, score, place in hits if score >= 40}
        return found

    @cached_property
    def _keys(self) -> list[str]:
        return [name.key for name in self._names]

    @cached_property
    def _joined(self) -> list[str]:
        return [_squeeze(name.key) for name in self._names]

    @cached_property
    def _squeezed(self) -> dict[str, list[Customer]]:
        """Customers by their names as one word, where that is long enough to tell."""
        joined: dict[str, list[Customer]] = {}
        for name in self._names:
            known = joined.setdefault(_squeeze(name.key), [])
            if name.customer not in known and len(_squeeze(name.key)) >= _TELLING:
                known.append(name.customer)
        return joined

    @cached_property
    def _initials(self) -> dict[str, list[Customer]]:
        """Customers by the first letters of their words."""
        short: dict[str, list[Customer]] = {}
        for name in self._names:
            if " " in name.key:
                letters = "".join(word[0] for word in name.key.split())
                short.setdefault(letters, []).append(name.customer)
        return short

    @cached_property
    def _heard(self) -> list[str]:
        return [_heard(name.key) for name in self._names]

    @cached_property
    def _words(self) -> Words:
        return Words(self._keys, is_common)


def _squeeze(key: str) -> str:
    return key.replace(" ", "")


def _partners_swapped(asked: str, name: str) -> bool:
    """Whether a name of two partners has them the other way round: that is another firm."""
    words, others = name_key(asked).split(), name.split()
    partners = "and" in full_key(asked).split() and len(words) == 2
    return partners and words == others[::-1]


def _heard(key: str) -> str:
    return " ".join(filter(None, map(consonants, key.split())))


def _rank(found: Alike) -> tuple[bool, float]:
    return found.sure, found.score
