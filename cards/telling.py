"""Issues in words: what is wrong, what to do, which answers fit."""

import re
from decimal import Decimal, InvalidOperation

from cards.catalogue import field_name, has, line_number, say
from cards.figures import currency_name, day, digits, number
from cards.literal import Shown, join, show
from orders.issue import Candidate, Issue
from orders.parting import SEVERAL

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMERIC = (
    "expected", "found", "sheet", "books", "difference", "count", "limit", "outstanding",
    "order_total", "overdue", "minimum", "rolling", "days", "stock", "wanted",
)  # fmt: skip
_NAMES = ("asked", "sku", "gtin", "product_name")
_KINDS = ("why", "kind")


def issue_text(issue: Issue, language: str) -> tuple[str, str]:
    """What is wrong, and what to do now. A code without texts gets the general ones.

    Where the facts name a reason (`why`, `kind`) that has a sentence of its own, it is the title,
    and what to do may be the reason's own as well.
    """
    group = f"issue.{issue.code}" if has(f"issue.{issue.code}.title") else "issue.UNKNOWN"
    facts = _facts(issue, language)
    reasons = [f"{group}.{issue.facts.get(kind, '')}" for kind in _KINDS]
    title = next((key for key in reasons if has(key)), f"{group}.title")
    now = f"{title}_now" if has(f"{title}_now") else f"{group}.what_now"
    return say(title, language, **facts), say(now, language, **facts)


def _facts(issue: Issue, language: str) -> dict[str, object]:
    comma = say("word.comma", language)
    given: dict[str, object] = {name: value for name, value in issue.facts.items() if value}
    own: dict[str, object] = {
        "code": issue.code,
        "cell": issue.cells[0] if issue.cells else "",
        "cells": join(issue.cells[:5], language, comma),
        "count": str(len(issue.cells) or len(issue.lines) or ""),
        "found": given.get("value", ""),
        "value": next((given[name] for name in _NAMES if name in given), ""),
    }
    own |= given
    named = ("order", "customer") if issue.code == "CURRENCY_MISMATCH" else ()
    for name in ("currency", *named):
        if name in given:
            own[name] = currency_name(str(given[name]), language)
    fields = issue.fields or tuple(str(given[name]) for name in ("field",) if name in given)
    own["field"] = join([field_name(name, language) for name in fields[:5]], language, comma)
    return own | {name: _figure(own[name], language) for name in _NUMERIC if name in own}


def _figure(value: object, language: str) -> object:
    try:
        return Shown(number(Decimal(str(value)), language))
    except InvalidOperation:
        return value


def answer_text(issue: Issue, one: Candidate, language: str) -> str:
    """A possible answer as a person reads it: our own words, a date, a number, a currency, a name."""
    if issue.code == SEVERAL:
        return _order_text(one, language)
    if one.label and one.label != one.value:
        return show(one.label, language, 120)
    key = _answer_key(issue, one.value)
    if has(key):
        return say(key, language)
    if _ISO_DAY.fullmatch(one.value):
        return day(one.value, language)
    if "currency" in issue.fields:
        return currency_name(one.value, language)
    figure = _figure(one.value, language) if issue.code == "AMBIGUOUS_NUMBER" else one.value
    return show(str(figure), language, 120)


def _order_text(one: Candidate, language: str) -> str:
    """One of several orders: its names, each fenced for itself, and how many lines it has."""
    names, _, count = one.label.rpartition(" · ")
    lines = say("answer.lines", language, count=_figure(count, language))
    return join([*names.split(" · "), Shown(lines)], language)


def _answer_key(issue: Issue, value: str) -> str:
    if value == "books" and issue.code == "PRICE_ZERO":
        return "answer.free"
    if issue.code == "QUANTITY_BY_PLACE" and not value.isalpha():
        return "answer.together" if "+" in value else "answer.each_place"
    if value != "-":
        return f"answer.{value}"
    return "answer.not_in_file" if issue.target.startswith("column:") else "answer.leave_line"


def answer_label(issue: Issue, language: str) -> str:
    """The label of an issue's input: the field, and the cell where there is just one."""
    field = field_name(issue.fields[0], language) if issue.fields else ""
    cell = show(issue.cells[0], language, 60) if len(issue.cells) == 1 else ""
    if field and cell:
        return say("answer.label", language, field=field, cell=cell)
    line = digits(line_number(issue.lines[0]), language) if len(issue.lines) == 1 else ""
    where = cell or (say("word.line", language, line=line) if line else "")
    return " · ".join(part for part in (field, where) if part) or say(
        "answer.label_plain", language
    )


def reasons(because: str, language: str) -> str:
    """Why a record is offered or was taken, in words."""
    told = []
    for reason in filter(None, because.split(",")):
        name, _, since = reason.partition(":")
        when = day(since[:10], language) if _ISO_DAY.fullmatch(since[:10]) else ""
        told.append(say(f"because.{name}", language, day=when) if has(f"because.{name}") else name)
    return say("word.comma", language).join(told)
