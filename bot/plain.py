"""Text as people meant it: no mentions, no markup, no invisible junk."""

import html
import re
import unicodedata
from collections.abc import Iterable

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_AT = re.compile(r"<at\b[^<>]{0,200}>[^<>]{0,200}</at>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_KEPT = frozenset("\n\u200c")
"""Persian needs the zero-width non-joiner; everything else of category Cf only hides things."""

_FOLDED = str.maketrans(
    "يىكةأإآٱۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "ییکهااااه01234567890123456789", "\u200c\u0640"
)


def clean_text(text: str, mentions: Iterable[str] = (), limit: int = 4_000) -> str:
    """What the person wrote, at most `limit` characters. `mentions` are removed as they stand."""
    for mention in mentions:
        text = text.replace(mention, " ") if mention else text
    text = html.unescape(_TAG.sub(" ", _AT.sub(" ", text)))
    kept = (
        one
        for one in _SPACES.sub(" ", text)
        if one in _KEPT or unicodedata.category(one) not in ("Cf", "Cc")
    )
    return _SPACES.sub(" ", "".join(kept)).strip()[:limit]


def fold(text: str) -> str:
    """Spelling that compares equal for case, width, Persian or Arabic letters and digits."""
    return unicodedata.normalize("NFKC", text[:1_000]).translate(_FOLDED).casefold()


def split_words(text: str) -> list[str]:
    """The folded words of a text, without the punctuation around them."""
    words = (_bare(word) for word in fold(text).split())
    return [word for word in words if word]


def _bare(word: str) -> str:
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end]
