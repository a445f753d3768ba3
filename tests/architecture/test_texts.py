"""Everything people read has its words, in both languages, with the same facts."""

import re

from cards.catalogue import LANGUAGES, texts
from orders import errors
from orders.codes import CODES
from orders.errors import DeskError

_SLOT = re.compile(r"\{(\w+)\}")
FACES = ("title", "what_now")


def find_wordless(names, group, catalogues):
    """Names that lack their title or advice in one of the languages."""
    return sorted(
        f"{language}: {group}.{name}.{face}"
        for language, known in catalogues.items()
        for name in names
        for face in FACES
        if not known.get(f"{group}.{name}.{face}", "").strip()
    )


def find_orphans(names, group, catalogues):
    """Texts about names that are not there any more."""
    return sorted(
        {
            key.split(".")[1]
            for known in catalogues.values()
            for key in known
            if key.startswith(f"{group}.") and key.split(".")[1] not in names
        }
    )


def find_unequal(one, other):
    """Keys that only one language has, or whose facts differ."""
    lone = {f"{key}: in one language only" for key in one.keys() ^ other.keys()}
    slots = {
        f"{key}: other facts"
        for key in one.keys() & other.keys()
        if set(_SLOT.findall(one[key])) != set(_SLOT.findall(other[key]))
    }
    return sorted(lone | slots)


def catalogues():
    return {language: texts(language) for language in LANGUAGES}


def error_names():
    return {
        name
        for name, one in vars(errors).items()
        if isinstance(one, type) and issubclass(one, DeskError)
    }


def test_every_issue_has_words_in_both_languages():
    assert find_wordless(CODES, "issue", catalogues()) == []


def test_every_error_says_what_now_in_both_languages():
    assert find_wordless(error_names(), "error", catalogues()) == []


def test_no_words_are_left_over():
    assert find_orphans({*CODES, "UNKNOWN"}, "issue", catalogues()) == []
    assert find_orphans(error_names(), "error", catalogues()) == []


def test_both_languages_say_the_same_things():
    assert find_unequal(texts("en"), texts("fa")) == []


def test_every_error_speaks_for_itself():
    silent = [name for name in error_names() if not vars(errors)[name].__doc__]
    assert silent == []


def test_planted_gaps_are_found():
    english = {"issue.A.title": "x {cell}", "issue.A.what_now": "y", "issue.OLD.title": "z"}
    persian = {"issue.A.title": "x {line}", "issue.A.what_now": " "}
    both = {"en": english, "fa": persian}
    assert find_wordless(["A"], "issue", both) == ["fa: issue.A.what_now"]
    assert find_orphans({"A"}, "issue", both) == ["OLD"]
    assert find_unequal(english, persian) == [
        "issue.A.title: other facts",
        "issue.OLD.title: in one language only",
    ]
