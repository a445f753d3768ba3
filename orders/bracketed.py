"""Quantities that say more than a number: does the number count?"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from orders.codes import confirmed
from orders.issue import Issue
from orders.lines import Lines
from orders.tables import Table
from orders.values import ascii_digits, tidy

_NUMBER = r"([1-9][0-9]{0,4})(?: ?[^\W\d_]{1,12}\.?)?"
_SAYS_MORE = (
    re.compile(rf"{_NUMBER} ?[(（\[][^()（）\[\]]+[)）\]]"),
    re.compile(
        r"(?:[~≈]|(?:ca|circa|approx|about|around|etwa|ungefähr|env|environ|aprox|cerca|около|прибл|ок|yaklaşık"
        rf"|حدود|تقریبا|约|約|대략)[. ]) ?{_NUMBER}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_NUMBER}(?: [^\d()]{{2,40}})"),
    re.compile(
        rf"(?:>=|≥|>|min\.?) ?{_NUMBER}|([1-9][0-9]{{0,4}}) ?\+(?: ?[0-9]{{1,3}})?", re.IGNORECASE
    ),
)
"""`2 (3 pack)`, `ca. 100`, `3 or more`, `>=5`; `10+2` with two that are free."""
_TIMES = re.compile(
    r"\b(?:each|per|pro|je|par|por|cada|ogni|every|thousand|hundred|million|tsd|mille?|mil|bin|тыс\w*|or|oder|ou|или|to|bis)\b"
    r"|[/+x×*=-]|هزار|میلیون|هر|千|万|百|每|各",
    re.IGNORECASE,
)
"""What makes more, or another number, of it."""
_SHOWN = 3


def settle_brackets(table: Table, lines: Lines) -> None:
    """Such cells take their number, once a person says that it is what is ordered."""
    fronts = {line: number for one in lines.issues for line, number in _fronts(one)}
    if not fronts:
        return
    asked = [one for one in lines.issues if any(_fronts(one))]
    lines.issues = [one for one in lines.issues if one not in asked] + [_question(asked)]
    at = table.mapping["quantity"]
    for place, line in enumerate(lines.lines):
        if line.line_id in fronts:
            witness = table.grid.evidence(line.row, at, "the number in it")
            evidence = {**line.evidence, "quantity": witness}
            number = fronts[line.line_id]
            lines.lines[place] = replace(line, quantity=number, evidence=evidence)


def _fronts(one: Issue) -> list[tuple[str, Decimal]]:
    """The line of a quantity that cannot be read, with the one number in it."""
    text = tidy(ascii_digits(one.facts.get("value", "")))
    if one.code != "INVALID_QUANTITY" or "why" in one.facts:
        return []
    in_brackets, *plain, least = (way.fullmatch(text) for way in _SAYS_MORE)
    told = in_brackets or least or (not _TIMES.search(text) and next(filter(None, plain), None))
    return [(line, Decimal(told[told.lastindex or 1])) for line in one.lines] if told else []


def same_remarks(issues: Iterable[Issue]) -> list[Issue]:
    """The issues; one remark beside the quantities of several lines, `KIT 3`, is one question."""
    doubts = list(issues)
    told = Counter(one.facts["value"] for one in doubts if one.facts.get("why") == "remark")
    often = [text for text, count in told.items() if count >= _SHOWN]
    groups = {text: [one for one in doubts if one.facts.get("value") == text] for text in often}
    rest = [one for one in doubts if one.facts.get("value") not in groups]
    return [*map(_question, groups.values()), *rest]


def _question(asked: list[Issue]) -> Issue:
    texts = list(dict.fromkeys(one.facts["value"] for one in asked))
    return confirmed(
        "INVALID_QUANTITY",
        cells=tuple(cell for one in asked for cell in one.cells),
        fields=("quantity",),
        lines=tuple(line for one in asked for line in one.lines),
        facts={"why": "brackets", "value": ", ".join(texts[:_SHOWN]), "count": str(len(asked))},
    )
