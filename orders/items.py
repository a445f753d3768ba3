"""All items of the books, indexed once for fast look-ups."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import fuzz, process

from orders.alike import Alike, Words, compare
from orders.catalogue import Item
from orders.gtin import digits_of, is_valid, padded
from orders.names import full_key
from orders.values import ascii_digits

LONGEST_POSTING = 2_000
"""Pieces of words that stand in more items than this tell nothing."""
MOST_VOTES = 12_000
"""Postings counted for one name."""
SHORTLIST = 60
_COMPARED = 8
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r"[\s\-_./\\]+")
_EDGE = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_SEEN = str.maketrans("OILQ", "0110")


def sku_key(text: str | None) -> str:
    """A SKU as text: trimmed, upper case, single spaces, ASCII digits; zeros stay."""
    return _SPACES.sub(" ", ascii_digits(text or "").strip()).upper()


def gtin_key(text: str | None, *, shortest: int = 8) -> str:
    """A GTIN as 14 digits, zeros to the left; empty when length or check digit is wrong."""
    digits = digits_of(text or "")
    return padded(digits) if len(digits) >= shortest and is_valid(digits) else ""


def goods_key(text: str | None) -> str:
    """An article's name as words to compare; figures and letters apart (`30L` is `30 l`)."""
    return _EDGE.sub(" ", full_key(text or ""))


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

    def near_sku(self, sku: str | None) -> list[Item]:
        """Items whose SKU differs in one sign, in two signs swapped, or in O for 0 and I for 1."""
        return _near(self._slips, _loose_key(sku))

    def with_gtin(self, gtin: str | None, *, shortest: int = 8) -> list[Item]:
        """Items with this GTIN, whatever length it is written in."""
        return self._gtin.get(gtin_key(gtin, shortest=shortest), [])

    def near_gtin(self, gtin: str | None) -> list[Item]:
        """Items whose GTIN differs in one digit, in two swapped, or in a case's first digit."""
        digits = digits_of(gtin or "")
        if len(digits) == 14:
            digits = digits[1:]
        return _near(self._gtin_slips, digits.lstrip("0")) if len(digits) >= 7 else []

    def called(self, words: str) -> list[Item]:
        """Items of exactly this name or description, whatever the order of its words."""
        return self._called.get(_sorted_words(goods_key(words)), [])

    def likeness(self, words: str, item: Item) -> Alike:
        """How alike some words are to one item's name, description, or both together."""
        return self._compare(goods_key(words), goods_key(item.name), goods_key(item.description))

    def alike(self, words: str) -> list[tuple[Alike, Item]]:
        """Items, active or not, by likeness of name or description, the likest first."""
        key = goods_key(words)
        found = [
            (self._compare(key, *self._texts[place]), self.items[place])
            for place in self._nearest(key)
        ]
        return sorted(found, key=lambda pair: (pair[0].rank, not pair[1].active, pair[1].name))

    @staticmethod
    def _add(index: dict[str, list[Item]], key: str, item: Item) -> None:
        if key:
            index.setdefault(key, []).append(item)

    def _compare(self, key: str, name: str, description: str) -> Alike:
        """The better of both texts; of both together only where one says it all already."""
        if not key:
            return Alike()
        found = [compare(key, text, self._words) for text in (name, description) if text]
        if name and description and not any(one.sure for one in found):
            found.append(compare(key, f"{name} {description}", self._words))
        return max(found, key=lambda one: (one.sure, one.score), default=Alike())

    @cached_property
    def _texts(self) -> list[tuple[str, str]]:
        return [(goods_key(one.name), goods_key(one.description)) for one in self.items]

    @cached_property
    def _joined(self) -> list[str]:
        return [" ".join(texts) for texts in self._texts]

    @cached_property
    def _words(self) -> Words:
        return Words(self._joined)

    @cached_property
    def _called(self) -> dict[str, list[Item]]:
        called: dict[str, list[Item]] = {}
        for texts, one in zip(self._texts, self.items, strict=True):
            for key in dict.fromkeys(map(_sorted_words, texts)):
                self._add(called, key, one)
        return called

    @cached_property
    def _slips(self) -> dict[str, list[Item]]:
        return _slips((_loose_key(one.sku), one) for one in self.items)

    @cached_property
    def _gtin_slips(self) -> dict[str, list[Item]]:
        return _slips((gtin_key(one.gtin)[1:].lstrip("0"), one) for one in self.items)

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = {}
        for place, text in enumerate(self._joined):
            for piece in _pieces(text):
                postings.setdefault(piece, []).append(place)
        return postings

    def _nearest(self, key: str) -> list[int]:
        """Places of the items worth comparing: those that share the rarest pieces of the words."""
        postings = [self._postings.get(piece, ()) for piece in _pieces(key)]
        votes: Counter[int] = Counter()
        counted = 0
        for posting in sorted((one for one in postings if one), key=len):
            counted += min(len(posting), LONGEST_POSTING)
            if votes and (len(posting) > LONGEST_POSTING or counted > MOST_VOTES):
                break
            votes.update(posting[:LONGEST_POSTING])
        places = [place for place, _ in votes.most_common(SHORTLIST)]
        looks = (
            ([self._joined[place] for place in places], fuzz.token_set_ratio),
            ([self._texts[place][0] for place in places], fuzz.ratio),
        )
        near = (
            places[hit]
            for texts, scorer in looks
            for _, _, hit in process.extract(
                key, texts, scorer=scorer, processor=None, limit=_COMPARED
            )
        )
        return list(dict.fromkeys(near))


def _loose_key(sku: str | None) -> str:
    return _LOOSE.sub("", sku_key(sku)).lstrip("0")


def _sorted_words(key: str) -> str:
    return " ".join(sorted(key.split()))


def _slips(codes: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    """Items by their code, and by it with any one sign left out."""
    slips: dict[str, list[Item]] = {}
    for code, item in codes:
        for form in _forms(code.translate(_SEEN)):
            slips.setdefault(form, []).append(item)
    return slips


def _forms(code: str) -> set[str]:
    cut = {code[:place] + code[place + 1 :] for place in range(len(code)) if len(code) > 3}
    return (cut | {code}) - {""}


def _near(slips: dict[str, list[Item]], code: str) -> list[Item]:
    if not code:
        return []
    code = code.translate(_SEEN)
    found = [item for form in sorted(_forms(code), key=len, reverse=True)
             for item in slips.get(form, ())]  # fmt: skip
    counts = Counter(item.item_id for item in found)
    unique = {item.item_id: item for item in found}
    return sorted(unique.values(), key=lambda one: -counts[one.item_id])


def _pieces(text: str) -> set[str]:
    """Words, and their runs of three letters, so that a typo leaves something in common."""
    words = text.split()
    runs = {word[start : start + 3] for word in words for start in range(len(word) - 2)}
    return runs | set(words)
