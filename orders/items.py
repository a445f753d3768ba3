"""All items of the books, indexed once for fast look-ups."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import fuzz

from orders.catalogue import Item
from orders.gtin import digits_of, is_valid, padded
from orders.names import full_key
from orders.values import ascii_digits

LONGEST_POSTING = 3_000
"""Pieces of words that stand in more items than this tell nothing."""
SHORTLIST = 60
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r"[\s\-_./\\]+")


def sku_key(text: str | None) -> str:
    """A SKU as text: trimmed, upper case, single spaces, ASCII digits; zeros stay."""
    return _SPACES.sub(" ", ascii_digits(text or "").strip()).upper()


def gtin_key(text: str | None, *, shortest: int = 8) -> str:
    """A GTIN as 14 digits, zeros to the left; empty when length or check digit is wrong."""
    digits = digits_of(text or "")
    return padded(digits) if len(digits) >= shortest and is_valid(digits) else ""


class ItemIndex:
    """Items by id, SKU, GTIN and pieces of their names. Built once per catalogue."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Index codes now; names when the first name is looked up."""
        self.items = tuple(items)
        self.by_id = {one.item_id: one for one in self.items}
        self._sku: dict[str, list[Item]] = {}
        self._loose: dict[str, list[Item]] = {}
        self._gtin: dict[str, list[Item]] = {}
        for one in self.items:
            self._add(self._sku, sku_key(one.sku), one)
            self._add(self._loose, _loose_key(one.sku), one)
            self._add(self._gtin, gtin_key(one.gtin), one)

    def with_sku(self, sku: str | None) -> list[Item]:
        """Items with this very SKU; among SKUs that differ in case, the one written alike."""
        found = self._sku.get(sku_key(sku), [])
        same = [one for one in found if one.sku.strip() == (sku or "").strip()]
        return same or found

    def like_sku(self, sku: str | None) -> list[Item]:
        """Items whose SKU differs only in spaces, hyphens, dots, slashes or leading zeros."""
        return self._loose.get(_loose_key(sku), [])

    def with_gtin(self, gtin: str | None, *, shortest: int = 8) -> list[Item]:
        """Items with this GTIN, whatever length it is written in."""
        return self._gtin.get(gtin_key(gtin, shortest=shortest), [])

    def like_name(self, words: str, most: int) -> list[tuple[float, Item]]:
        """Active items by likeness (0 to 1) of name or description, the best first."""
        key = full_key(words)
        scored = [(self._likeness(key, place), place) for place in self._shortlist(key)]
        best = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:most]
        return [(likeness, self._active[place]) for likeness, place in best]

    @staticmethod
    def _add(index: dict[str, list[Item]], key: str, item: Item) -> None:
        if key:
            index.setdefault(key, []).append(item)

    @cached_property
    def _active(self) -> list[Item]:
        return [one for one in self.items if one.active]

    @cached_property
    def _texts(self) -> list[tuple[str, str]]:
        return [(full_key(one.name), full_key(one.description)) for one in self._active]

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = {}
        for place, texts in enumerate(self._texts):
            for piece in {piece for text in texts for piece in _pieces(text)}:
                postings.setdefault(piece, []).append(place)
        return postings

    def _shortlist(self, key: str) -> list[int]:
        """Places of the items that share the rarest pieces with the words."""
        postings = [self._postings.get(piece, []) for piece in _pieces(key)]
        rare = sorted((one for one in postings if one), key=len)[:12]
        votes: Counter[int] = Counter()
        for posting in rare:
            if len(posting) <= LONGEST_POSTING or not votes:
                votes.update(dict.fromkeys(posting[:LONGEST_POSTING], 1))
        return [place for place, _ in votes.most_common(SHORTLIST)]

    def _likeness(self, key: str, place: int) -> float:
        joined = key.replace(" ", "")
        likeness = max(
            max(
                fuzz.token_sort_ratio(key, text),
                fuzz.token_set_ratio(key, text) * 0.95,
                fuzz.ratio(joined, text.replace(" ", "")) * 0.98,
            )
            for text in self._texts[place]
        )
        return min(likeness, 99.0) / 100


def _loose_key(sku: str | None) -> str:
    return _LOOSE.sub("", sku_key(sku)).lstrip("0")


def _pieces(text: str) -> set[str]:
    """Words, and their runs of three letters, so that a typo leaves something in common."""
    words = text.split()
    runs = {word[start : start + 3] for word in words for start in range(len(word) - 2)}
    return runs | set(words)
