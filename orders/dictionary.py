"""What header words mean: which field a text names, and how surely."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from orders.fillers import GENERIC, ITEMS, JOINERS, NAME, UNSPACED_ITEMS
from orders.money import currency_of, without_currency
from orders.taxwords import with_tax, without_tax
from orders.values import fold, head
from orders.words import LANGUAGES

NEIGHBOURS = frozenset(
    {
        "cases", "line_no", "stock", "shipped", "moq", "image", "category", "style", "status",
        "weight", "customs", "customer_code", "person", "ignored", "rrp", "gross_total", "contact",
        "supplier", "deposit", "quantity_total", "charge", "price_base",
    }
)  # fmt: skip
"""Meanings that serve no field; they are known so that they do not mislead."""
WEAK = 0.8
"""How surely a word marked with `~` names its field; a plain word does so with 1."""
_WEAKER, _PART, _UNSIGNED, _WITHIN = 0.7, 0.92, 0.9, 0.85
_FUZZY, _FUZZY_CUTOFF = 0.92, 87
_NEARLY = 0.85
"""From here on a misspelt word of several (`Qty Ordred`) counts for more than one of them alone."""
_LONG_ENOUGH = 5
_LATIN = re.compile(r"([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ .'’&#°º-]*)")
_NUMBER_SIGN = re.compile(r"(?<=[\w.])\s*(?:#|№|n[º°])\s*$", re.IGNORECASE)
_PART_NUMBER = re.compile(r"\bP\s?/\s?N\b", re.IGNORECASE)
_TOTAL = re.compile(r"\bTTL\b", re.IGNORECASE)
_PER = ("per", "pro", "je", "por", "par", "в")
_TIMES = re.compile(r"\s*[*×✕]\s*")
_OWN = frozenset({"po_number", "order_date", "delivery_date"})
_LENT = _OWN | {"customer", "currency"}
_DIVIDERS = re.compile(r"[\n\r]+|\s*[/|¦\\・·•、،]\s*|\s+[-–—]\s+|\s*[()（）\[\]]\s*")
Meanings = Mapping[str, float]
"""Fields (and neighbours) that a text may name, each with how surely (0 to 1)."""


def _index(kind: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for words in LANGUAGES.values():
        for field, listed in getattr(words, kind).items():
            for word in listed.split("|"):
                plain = word.strip().lstrip("~")
                weight = (1.0, WEAK, _WEAKER)[len(word.strip()) - len(plain)]
                for key in _keys(plain):
                    scores = found.setdefault(key, {})
                    scores[field] = max(weight, scores.get(field, 0.0))
    return found


def _keys(text: str) -> tuple[str, ...]:
    folded = fold(text)
    bare = folded.replace(" ", "")
    spaced = bare != folded or _joined(bare)
    return (folded, f"={bare}") if spaced else (folded,)


def _joined(text: str) -> bool:
    """Whether the text is of a script that sets no spaces between words."""
    return any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af" for sign in text)


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_COLUMNS = _index("COLUMNS")
_LABELS = _index("LABELS")


@lru_cache(maxsize=1 << 14)
def column_meanings(text: str) -> Meanings:
    """The fields a column header may name; empty when no word is known."""
    found = _multiplied(text, _COLUMNS) or _meanings(text, _COLUMNS, "columns")
    if "tax" in found and (bare := without_tax(text)):
        return column_meanings(bare)
    if "tax" in found and (bare := with_tax(text)):
        return _gross(column_meanings(bare)) or found
    own = {} if max(found.values(), default=0.0) >= WEAK else _as_label(text)
    return own if own and found.keys().isdisjoint(own) else found


def _gross(found: Meanings) -> Meanings:
    """What a heading says whose tax is said to be in it: a line's total is one with tax."""
    total = max(found.get("line_total", 0.0), found.get("gross_total", 0.0))
    return {"gross_total": total} if total else {n: s for n, s in found.items() if n != "tax"}


def spoken(header: str) -> str:
    """A header in plain words, also where capitals divide them: `ShipToAddress` is `ship to address`."""
    return fold(_CAPITALS.sub(" ", header.replace("#", " no ")))


def _as_label(text: str) -> Meanings:
    """What a header that no column's word names says as the label of an order's own value."""
    found = _exact(fold(text), _LABELS) or _exact(_numbered(text), _LABELS)
    own = found.keys() <= _LENT
    return {field: round(score * _UNSIGNED, 3) for field, score in found.items()} if own else {}


@lru_cache(maxsize=1 << 14)
def label_meanings(text: str) -> Meanings:
    """The fields a labelled cell or a totals row may name, by whole words only."""
    bare, _ = head(text)
    return (
        _exact(fold(text), _LABELS)
        or _exact(fold(bare), _LABELS)
        or _exact(_numbered(text), _LABELS)
        or _twofold(text)
        or _unjoined(text)
    )


def _unjoined(text: str) -> Meanings:
    """A label of an order's own values under small words: `Nº da encomenda`, `Unsere Bestell-Nr.`."""
    words = fold(text).split()
    kept = [word for word in words if word not in JOINERS]
    found = _exact(" ".join(kept), _LABELS) if 1 < len(kept) < len(words) else {}
    return {field: score for field, score in found.items() if field in _OWN}


def _twofold(text: str) -> Meanings:
    """A label said twice, in two scripts or with a divider: `客户 Customer`, `Client / Kunde`."""
    known = _known_parts(text)
    shared = set.intersection(*map(set, known)) if len(known) > 1 else set()
    return {field: min(found[field] for found in known) for field in shared}


def _known_parts(text: str) -> list[Meanings]:
    parts = [part for part in _DIVIDERS.split(_LATIN.sub(r"\n\1\n", text)) if fold(part)]
    return [_exact(fold(part), _LABELS) for part in parts]


def is_label_twice(text: str) -> bool:
    """Whether a text is labels in two scripts, though each may name another field."""
    known = _known_parts(text)
    return len(known) > 1 and all(known)


def _numbered(text: str) -> str:
    """A sign for "number" at either end as the word: `Part #` is `part no`."""
    return " ".join(fold(_NUMBER_SIGN.sub(" no ", text)).replace(" no no", " no").split())


def _exact(folded: str, index: Mapping[str, dict[str, float]]) -> Meanings:
    if not folded:
        return {}
    bare = folded.replace(" ", "")
    # `T.V.A.`, or a word that a narrow cell of a page breaks: `Sor sz.`.
    spelt = (len(bare) > 1 and len(bare) * 2 == len(folded) + 1) or len(bare) >= _LONG_ENOUGH
    return index.get(folded) or index.get("=" + bare) or (index.get(bare, {}) if spelt else {})


def _meanings(text: str, index: Mapping[str, dict[str, float]], kind: str) -> Meanings:
    text = _TOTAL.sub("total", _PART_NUMBER.sub("part no", text))
    bare, tail = head(text.replace("\n", " "))
    apart = _CAMEL.sub(" ", bare)  # `SalesOrder Number`
    for candidate in (text, bare, apart, bare.rstrip("% "), *_per(bare)):
        if found := _exact(fold(candidate), index) or _exact(_numbered(candidate), index):
            return found
    if found := _exact(fold(without_currency(bare)), index):
        return {field: round(score * _UNSIGNED, 3) for field, score in found.items()}
    if found := _of_parts(text, index):
        return found
    misspelt = _fuzzy(fold(bare), index, kind)
    if any(score >= _NEARLY for score in misspelt.values()):
        return misspelt
    for candidate in (fold(apart), fold(bare), _numbered(bare)):
        if found := _of_items(candidate, index) or _within(candidate, index):
            return found
    return misspelt or _exact(fold(tail), index)


def _multiplied(text: str, index: Mapping[str, dict[str, float]]) -> Meanings:
    """What a heading that multiplies comes to: `Price/Unit * number` is a line's total."""
    factors = _TIMES.split(text)
    parts = [_meanings(one, index, "columns") for one in factors] if len(factors) == 2 else []
    priced = [part for part in parts if "unit_price" in part]
    counted = [part for part in parts if {"quantity", "line_no"} & part.keys()]
    return {"line_total": 1.0} if priced and counted else {}


def _per(text: str) -> list[str]:
    """`Pcs/box` as it is spoken, in each language that says it with a word."""
    return [text.replace("/", f" {word} ") for word in _PER] if text.count("/") == 1 else []


def _of_parts(text: str, index: Mapping[str, dict[str, float]]) -> Meanings:
    """Meanings of a header in several languages: every part that is known must agree."""
    parts = [part for line in text.splitlines() for part in _DIVIDERS.split(line)]
    kinds = [part for part in parts if fold(part) not in NAME] or parts
    known = [found for part in kinds if (found := _exact(fold(part), index))]
    known = known or _halves(text, index)
    if not known:
        return {}
    # In the words' own order, not a set's, which would differ from run to run.
    shared = [field for field in known[0] if all(field in found for found in known)]
    weighed = [found for found in known if found.get("weight") == 1]
    if weighed and not shared and max(known[0].values()) < 1:
        known = weighed  # `Per unit` under `Weight` is no price.
    # `Maker / Description` over the items' names is a description.
    worded = next((found for found in known if "product_name" in found), known[0])
    fields = shared or list(worded if "category" in known[0] else known[0])
    return {
        field: round(max(found.get(field, 0) for found in known) * _PART, 3) for field in fields
    }


def _halves(text: str, index: Mapping[str, dict[str, float]]) -> list[Meanings]:
    """A header said twice with only a space between: `Menge Quantity`, `数量 Qty`."""
    words = _LATIN.sub(r" \1 ", text).split()
    for place in range(1, len(words)):
        halves = [_exact(fold(" ".join(half)), index) for half in (words[:place], words[place:])]
        if set.intersection(*map(set, halves)):
            return halves
    return []


def _of_items(folded: str, index: Mapping[str, dict[str, float]]) -> Meanings:
    """What a header tells of the items: `Item quantity`, `Precio del producto`, `商品数量`."""
    words = folded.split()
    told = [word for word in words if word not in ITEMS]
    rest = " ".join(word for word in told if word not in JOINERS)
    rest = rest if len(told) < len(words) else UNSPACED_ITEMS.sub("", folded)
    found = _exact(rest, index) if rest not in {folded, *GENERIC} else {}
    return {field: round(score * _UNSIGNED, 3) for field, score in found.items()}


def _within(folded: str, index: Mapping[str, dict[str, float]]) -> Meanings:
    """Meanings of the longest known run of words inside a longer header."""
    words = folded.split()
    for length in range(len(words) - 1, 0, -1):
        best: dict[str, float] = {}
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            letters = (
                2 if len(words) <= _LONG_ENOUGH else 3
            )  # `Saint Paul MN 55102` counts nothing.
            if len(phrase) < letters or phrase.isdigit() or _is_generic(phrase, words):
                continue
            for field, score in _exact(phrase, index).items():
                near = score * _WITHIN * (0.7 + 0.3 * length / len(words))
                best[field] = max(best.get(field, 0.0), round(near, 3))
        if best:
            return best
    return {}


def _is_generic(phrase: str, words: list[str]) -> bool:
    """Whether a word such as `net` stands beside words that nobody knows: `Net Wt`."""
    return phrase in GENERIC and any(
        word != phrase and not currency_of(word) and not word.isdigit() for word in words
    )


@lru_cache(maxsize=4)
def _choices(kind: str) -> list[str]:
    index = _COLUMNS if kind == "columns" else _LABELS
    return [word for word in index if len(word) >= _LONG_ENOUGH and not word.startswith("=")]


def _fuzzy(folded: str, index: Mapping[str, dict[str, float]], kind: str) -> Meanings:
    if not _LONG_ENOUGH <= len(folded) <= 40:
        return {}
    found = process.extractOne(
        folded, _choices(kind), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF
    )
    if found is None:
        return {}
    word, score, _ = found
    if any(sign.isdigit() for sign in f"{folded}{word}"):
        return {}  # `Qty 2` is no misspelt `Qty 1`.
    near = score / 100 * _FUZZY
    return {field: round(weight * near, 3) for field, weight in index[word].items()}


def _phrases(kind: str) -> frozenset[str]:
    return frozenset(
        fold(word) for words in LANGUAGES.values() for word in getattr(words, kind).split("|")
    )


ORDER_WORDS, PRICE_LIST = _phrases("ORDER_WORDS"), _phrases("PRICE_LIST")
STOCK_LIST, OTHER_PAPERS = _phrases("STOCK_LIST"), _phrases("OTHER_PAPERS")
CONFIRMATION = _phrases("CONFIRMATION")


@lru_cache(maxsize=1 << 14)
def names_any(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in the text as whole words; `発 注 書` is one word."""
    words = fold(text).split()
    spaced = len(words) > 1 and all(len(word) == 1 and not word.isascii() for word in words)
    folded = f" {('' if spaced else ' ').join(words)} "
    return any(
        f" {phrase} " in folded or (not phrase.isascii() and _joined(phrase) and phrase in folded)
        for phrase in phrases
    )
