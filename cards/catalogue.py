"""Sentences by key and language, filled with facts."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

from cards.literal import Shown, show

LANGUAGES = ("en", "fa")

_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SUFFIX = re.compile(r"\.(?:xls[xmb]?|ods|csv|tsv)\b")
"""A file suffix in a Persian sentence needs a fence, or its dot jumps to the far side."""

_MISSING = "…"


@cache
def texts(language: str) -> Mapping[str, str]:
    """All sentences of a language by `group.key`, read once. Unknown languages read English."""
    known = language if language in LANGUAGES else "en"
    source = resources.files("cards.texts").joinpath(f"{known}.yaml").read_text("utf-8")
    whole = _SUFFIX.sub("\u2068\\g<0>\u2069", source) if known == "fa" else source
    return dict(_flatten("", yaml.safe_load(whole)))


def _flatten(prefix: str, node: object) -> list[tuple[str, str]]:
    if not isinstance(node, dict):
        return [(prefix, str(node))]
    return [
        pair
        for key, value in node.items()
        for pair in _flatten(f"{prefix}.{key}" if prefix else str(key), value)
    ]


def has(key: str) -> bool:
    """Whether the catalogues know this key."""
    return key in texts("en")


def say(key: str, language: str, **facts: object) -> str:
    """The sentence of a key with its facts in place.

    A part in double brackets drops out where one of its facts is missing or empty; foreign text in
    facts is cleaned and isolated. An unknown key says itself, so that nothing is drawn blank.
    """
    return fill(texts(language).get(key, key), language, facts)


def fill(template: str, language: str, facts: Mapping[str, object]) -> str:
    """Put facts into a template's `{slots}`; facts are never read as templates themselves."""
    shown = {
        name: value if isinstance(value, Shown) else show(str(value), language)
        for name, value in facts.items()
        if value is not None and str(value) != ""
    }

    def choose(found: re.Match[str]) -> str:
        return found[1] if all(name in shown for name in _SLOT.findall(found[1])) else ""

    whole = _OPTIONAL.sub(choose, template)
    return _SLOT.sub(lambda found: shown.get(found[1], _MISSING), whole)


def field_name(name: str, language: str) -> str:
    """A field of an order in people's words."""
    return say(f"field.{name}", language) if has(f"field.{name}") else name


def line_number(line_id: str) -> str:
    """`L003` → `3`; anything else as it stands."""
    return str(int(line_id[1:])) if re.fullmatch(r"L\d{1,9}", line_id) else line_id


def error_text(kind: str, language: str) -> tuple[str, str]:
    """What happened and what now, by the class name of an error."""
    known = kind if has(f"error.{kind}.title") else "DeskError"
    return say(f"error.{known}.title", language), say(f"error.{known}.what_now", language)
