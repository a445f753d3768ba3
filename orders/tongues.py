"""Which language header words are of."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from orders.values import fold, head, lines_of, tidy
from orders.words import LANGUAGES


@lru_cache(maxsize=1)
def _languages_of_words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, words in LANGUAGES.items():
        for kind in (words.COLUMNS, words.LABELS):
            for listed in kind.values():
                for word in listed.split("|"):
                    found.setdefault(fold(word.strip().lstrip("~")), set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def is_of(text: str, language: str) -> bool:
    """Whether a header or label is a known word of a language."""
    return language in _languages_of_words().get(fold(head(tidy(text))[0]), frozenset())


def language_of(texts: Iterable[str]) -> str:
    """The language most header words are of; empty where none leads."""
    table = _languages_of_words()
    counts: dict[str, float] = {}
    for text in texts:
        for part in (text, *lines_of(text)):
            languages = table.get(fold(head(tidy(part))[0]), frozenset())
            for language in languages:
                counts[language] = counts.get(language, 0) + 1 / len(languages)
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return ""
    return ranked[0][0]
