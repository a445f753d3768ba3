"""Foreign text made harmless: shown as it is, never acted upon."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 200
"""UTF-16-safe number of characters that one foreign text may take on a card."""

_MARKS_IN_A_ROW = 4
_ISOLATE, _POP = "\u2068", "\u2069"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200d-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"[\t\n\v\f\r\u0085\u2028\u2029]+")
_CODES = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LIVE = re.compile(r"(?<=\{)(?=\{)|(?<=\$)(?=\{)|(?<=\])(?=\()|(?<=<)(?=[/!A-Za-z])")
_EMPHASIS = re.compile(r"([\\`*~]|(?<!\w)_|_(?!\w)|\[(?=.*\]))")
_LIST_MARK = re.compile(r"^(\s*)([#>+-]+|\d+[.)])(?=\s|$)")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def clean(text: str, limit: int = LONGEST) -> str:
    """One line of visible characters, cut with a notice (`… +39800`) where it is too long.

    Direction marks and zero-width characters go, except Persian's ZWNJ; control characters and lone
    surrogates show as codes; a pile of combining marks keeps its first four.
    """
    one_line = _INVISIBLE.sub("", _BREAKS.sub(" ", text[: limit * 8]))
    shown = _tame_marks(_CODES.sub(lambda found: f"[U+{ord(found[0]):04X}]", one_line)).strip()
    hidden = max(0, len(shown) - limit) + max(0, len(text) - limit * 8)
    return f"{shown[:limit]}… +{hidden}" if hidden else shown


def _tame_marks(text: str) -> str:
    if not any(unicodedata.combining(character) for character in text):
        return text
    kept: list[str] = []
    row = 0
    for character in text:
        row = row + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if row <= _MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def has_rtl(text: str) -> bool:
    """Whether any character runs from right to left."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def _has_ltr(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"L", "EN"} for character in text)


def isolate(text: str, language: str) -> str:
    """Fence text whose direction is not the sentence's, so that it cannot reorder it."""
    strange = _has_ltr(text) if language == "fa" else has_rtl(text)
    fenced = text.startswith(_ISOLATE)
    return f"{_ISOLATE}{text}{_POP}" if strange and not fenced else text


class Shown(str):
    """Text that is already clean and fenced; filling a sentence leaves it as it is."""

    __slots__ = ()


def show(text: str, language: str, limit: int = LONGEST) -> Shown:
    """Foreign text cleaned, cut and fenced, ready to stand anywhere."""
    return Shown(isolate(clean(text, limit), language))


def join(parts: Iterable[str], language: str, between: str = " · ", limit: int = 80) -> Shown:
    """Several foreign texts in a row, each fenced for itself; empty ones are left out."""
    return Shown(between.join(show(part, language, limit) for part in parts if part))


def pieces(text: str) -> list[str]:
    """Cut text inside every sequence that some client would act upon (`{{`, `${`, `](`, `<at`).

    Each piece becomes a run of its own: people read the same characters, no client finds a link, a
    mention, a date function or a tag in any one string.
    """
    return [piece for piece in _LIVE.split(text) if piece] or [""]


def plain(text: str) -> str:
    """The same guard for a slot that takes one string: a space goes where `pieces` would cut."""
    return _LIVE.sub(" ", text)


def marked(text: str) -> str:
    """Text for a slot that clients read as Markdown (titles of radio buttons)."""
    return _LIST_MARK.sub(r"\1\\\2", _EMPHASIS.sub(r"\\\1", plain(text)))
