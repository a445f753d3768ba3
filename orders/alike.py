"""How alike two names are, word by word, and what makes them so."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from orders.script import apart, scripts_of, sounds
from orders.shorthand import is_filler, mean_the_same

SCRIPT, TYPO, SHORT, SPACING, LOOKALIKE, PART = (
    "script", "typo", "abbreviation", "spacing", "lookalike", "part",
)  # fmt: skip
"""What may make two words one: another script, a slip, a short form, a space, a foreign letter."""
_SAME_SOUND, _SAME_SHARE, _SIMILAR_SOUND = 0.25, 0.06, 1.0
_VOWELS = frozenset("aeiouyایو")
_ENDINGS = _VOWELS | frozenset("snh")
_LONG_ENOUGH = {"swap": 5, "edge": 6, "first": 7, "two": 8}
"""From how many letters on a word that others back may have such a slip."""
_SHORT_NAME = 6
"""Sounds a name must have before its sound alone may be believed."""
_CLOSE, _WORTH = 0.85, 0.6
"""From which share of equal letters on whole names are offered, and what that share counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words held to be one: how surely (0 to 1), why, and what kind of slip stands between."""

    asked: str
    known: str
    quality: float
    reason: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two names are.

    `score` runs from 0 to 1. `sure` says that nothing but slips, scripts and short forms stands
    between them; `possible` that no telling word of both sides is left without its like;
    `letters`, from 0 to 1, how much of the letters is the same: it ranks what scores the same.
    """

    score: float = 0.0
    sure: bool = False
    possible: bool = False
    because: tuple[str, ...] = ()
    letters: float = 0.0

    @property
    def rank(self) -> float:
        """The likest sorts first."""
        return -self.score - self.letters / 10


class Words:
    """The words of a catalogue: which there are, and how much each tells."""

    def __init__(self, texts: Iterable[str], little: Callable[[str], bool] = is_filler) -> None:
        """`little` says which words tell next to nothing."""
        listed = [set(text.split()) for text in texts]
        self._counts = Counter(word for words in listed for word in words)
        self._most = log(max(len(listed), 2))
        self._little = little
        self._weights: dict[str, float] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def tells(self, word: str) -> bool:
        """Whether two names that differ in this word are different names."""
        return not self._little(word)

    def weight(self, word: str) -> float:
        """From 0.2 for what tells nothing to 1 for a word that hardly any name has."""
        known = self._weights.get(word)
        if known is None:
            share = log(self._counts.get(word, 0) + 1) / self._most
            known = 0.2 if self._little(word) else 0.5 + 0.5 * max(0.0, 1 - share)
            self._weights[word] = known
        return known


@dataclass(slots=True)
class _Alignment:
    pairs: list[Pair]
    asked: list[str]
    known: list[str]


def compare(asked: str, known: str, words: Words) -> Alike:
    """Compare two folded names (`orders.names.full_key`, words divided by spaces)."""
    made = _align(asked.split(), known.split(), words)
    letters = max(fuzz.ratio(asked, known), fuzz.ratio(sounds(asked), sounds(known))) / 100
    least = letters * _WORTH if letters >= _CLOSE else 0.0
    if not made.pairs:
        return Alike(score=least, letters=letters)
    gained = sum((words.weight(p.asked) + words.weight(p.known)) * p.quality for p in made.pairs)
    paired = sum(words.weight(p.asked) + words.weight(p.known) for p in made.pairs)
    left = sum(map(words.weight, (*made.asked, *made.known)))
    asked_left = [word for word in made.asked if words.tells(word)]
    known_left = [word for word in made.known if words.tells(word)]
    because = dict.fromkeys(pair.reason for pair in made.pairs if pair.reason)
    return Alike(
        score=max(least, gained / (paired + left)),
        sure=not asked_left and not known_left and _is_sure(made, words),
        possible=not (asked_left and known_left),
        because=(*because, *((PART,) if asked_left or known_left else ())),
        letters=letters,
    )


def _align(asked: list[str], known: list[str], words: Words) -> _Alignment:
    """Pair equal words first, then joined and divided ones, then the nearest of the rest."""
    made = _Alignment([], [], list(known))
    for word in asked:
        if word in made.known:
            made.known.remove(word)
            made.pairs.append(Pair(word, word, 1.0))
        else:
            made.asked.append(word)
    _pair_spacing(made)
    near = [
        pair for one in made.asked for other in made.known if (pair := _pair(one, other, words))
    ]
    for pair in sorted(near, key=lambda one: -one.quality):
        if pair.asked in made.asked and pair.known in made.known:
            made.asked.remove(pair.asked)
            made.known.remove(pair.known)
            made.pairs.append(pair)
    return made


def _pair_spacing(made: _Alignment) -> None:
    """Words written as one on one side and as two on the other."""
    for one, other in ((made.asked, made.known), (made.known, made.asked)):
        for place in range(len(one) - 2, -1, -1):
            joined = one[place] + one[place + 1]
            if joined in other and not joined.isdigit():
                other.remove(joined)
                del one[place : place + 2]
                made.pairs.append(Pair(joined, joined, 0.98, SPACING))


def _pair(asked: str, known: str, words: Words) -> Pair | None:
    """How two unequal words may be one; None when they are not."""
    if mean_the_same(asked, known):
        return Pair(asked, known, 0.96, SHORT)
    if _has_digit(asked) or _has_digit(known):
        return None
    written, other = scripts_of(asked), scripts_of(known)
    if len(written | other) == 1:
        return _pair_slip(asked, known, words)
    return _pair_sound(asked, known, mixed=len(written) > 1 or len(other) > 1)


@lru_cache(maxsize=100_000)
def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _pair_sound(asked: str, known: str, *, mixed: bool) -> Pair | None:
    distance = apart(asked, known)
    longest = max(len(sounds(asked)), len(sounds(known)))
    if mixed:
        return Pair(asked, known, 0.8, LOOKALIKE, "mixed") if distance <= _SIMILAR_SOUND else None
    if distance <= max(_SAME_SOUND, longest * _SAME_SHARE):
        return Pair(asked, known, 0.97 - distance / 5, SCRIPT)
    if distance <= _SIMILAR_SOUND and longest >= 4:
        return Pair(asked, known, 0.9 - distance / 4, SCRIPT, "unsure")
    if distance <= 2 and longest >= 7:
        return Pair(asked, known, 0.55, SCRIPT, "unsure")
    return None


def _pair_slip(asked: str, known: str, words: Words) -> Pair | None:
    """A slip of the keyboard or a cut word; a word the catalogue knows is no slip of another."""
    if asked in words:
        return None
    shortest, longest = sorted((len(asked), len(known)))
    distance = OSA.distance(asked, known, score_cutoff=2)
    if distance == 1 and longest >= 4:
        return Pair(asked, known, 0.94 if longest >= 5 else 0.8, TYPO, _slip(asked, known))
    if distance == 2 and longest >= 5:
        good = longest >= 8
        return Pair(asked, known, 0.85 if good else 0.6, TYPO, "two" if good else "unsure")
    if shortest >= 3 and known.startswith(asked):
        return Pair(asked, known, 0.8, SHORT, "cut")
    if 2 <= len(asked) < len(known) and _is_squeezed(asked, known):
        return Pair(asked, known, 0.7, SHORT, "cut")
    return None


def _is_squeezed(short: str, long: str) -> bool:
    """`mfg` of manufacturing: letters in order, the first one kept, no vowels."""
    if short[0] != long[0] or any(sign in "aeiou" for sign in short[1:]):
        return False
    signs = iter(long)
    return all(sign in signs for sign in short)


def _slip(asked: str, known: str) -> str:
    """What one slip was: `inner` where letters were swapped, lost or doubled inside, else `swap`.

    Another vowel, or one of the letters that names are inflected with at the end, makes other names
    as easily as it is a slip (Karimi and Karami, Amin and Amini): that is `unsure`. At the start
    and at the end it is an `edge`, which only a long word may have.
    """
    shortest = min(len(asked), len(known))
    same = next((p for p in range(shortest) if asked[p] != known[p]), shortest)
    if len(asked) == len(known):
        swapped = asked[same : same + 2] == known[same : same + 2][::-1]
        if swapped and asked[same + 1 : same + 2]:
            return "inner"
        if asked[same] in _VOWELS and known[same] in _VOWELS:
            return "unsure"
        return "swap" if same else "first"
    longer = asked if len(asked) > len(known) else known
    if (same > 0 and longer[same - 1] == longer[same]) or 0 < same < shortest:
        return "inner"
    return "unsure" if same and longer[same] in _ENDINGS else "edge"


def _is_sure(made: _Alignment, words: Words) -> bool:
    """Whether every slip of a telling word is small, and backed by what stands beside it."""
    telling = [pair for pair in made.pairs if words.tells(pair.known)]
    sound = [pair for pair in telling if not pair.slip]
    bare = made.asked or made.known
    if not telling or (made.asked and made.known) or (bare and len(sound) < 2):
        return False
    slipped = [pair for pair in telling if pair.slip]
    if len(slipped) > max(1, len(telling) // 2):
        return False
    backed = sum(len(pair.known) for pair in sound) >= 3
    heard = all(pair.reason == SCRIPT for pair in made.pairs if words.tells(pair.known))
    if heard and len(made.pairs) < 2:
        return sum(len(sounds(pair.asked)) for pair in sound) >= _SHORT_NAME
    return all(_is_small(pair, backed=backed) for pair in slipped)


def _is_small(pair: Pair, *, backed: bool) -> bool:
    length = min(len(pair.asked), len(pair.known))
    if pair.slip == "inner":
        return length >= (4 if backed else 6)
    return backed and length >= _LONG_ENOUGH.get(pair.slip, 99)
