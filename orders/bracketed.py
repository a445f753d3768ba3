"""Quantities that say more than a number: does the number count?"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from orders.codes import confirmed
from orders.issue import Issue
from orders.lines import Lines
from orders.numberwords import number_in_words
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
        rf"(?:>=|≥|>|(?:min|max|up to|bis zu)\b\.?) ?{_NUMBER}|([1-9][0-9]{{0,4}}) ?\+(?: ?[0-9]{{1,3}})?",
        re.IGNORECASE,
    ),
)
"""`2 (3 pack)`, `ca. 100`, `3 or more`, `>=5`; `10+2` with two that are free."""
_TIMES = re.compile(
    r"\b(?:each|per|pro|je|par|por|cada|ogni|every|thousand|hundred|million|tsd|mille?|mil|bin|тыс\w*|or|oder|ou|или|to|bis)\b"
    r"|[/+×*=-]|(?<![^\W\d_])x(?![^\W\d_])|هزار|میلیون|هر|千|万|百|每|各",
    re.IGNORECASE,
)
"""What makes more, or another number, of it."""
_PACKED = re.compile(r"([1-9][0-9]{0,4}) ?[x×*] ?([1-9][0-9]{0,3})", re.IGNORECASE)
_SHOWN = 3
_Told = tuple[str, Decimal, str]
"""A line's id, its number and its unit."""


def settle_brackets(table: Table, lines: Lines) -> None:
    """Such cells take their number, once a person says that it is what is ordered."""
    _prove(table, lines)
    _settle(table, lines, _fronts, "the number in it", "brackets")
    _settle(table, lines, _in_words, "words", "worded")


def _prove(table: Table, lines: Lines) -> None:
    """`2x24` is the packs, or the pieces, if only one of them times the price is the line's total."""
    for one in list(lines.issues):
        told = _PACKED.fullmatch(tidy(ascii_digits(one.facts.get("value", ""))))
        place = next(
            (at for at, line in enumerate(lines.lines) if (line.line_id,) == one.lines), None
        )
        if told is None or place is None or one.code != "INVALID_QUANTITY" or "why" in one.facts:
            continue
        line, packs, each = lines.lines[place], Decimal(told[1]), Decimal(told[2])
        price, total = line.unit_price, line.line_total
        found = [n for n in {packs, packs * each} if price and total and n * price == total]
        if len(found) == 1:
            witness = table.grid.evidence(line.row, table.mapping["quantity"], "arithmetic")
            evidence = {**line.evidence, "quantity": witness}
            size = each if found == [packs] else line.pack_size
            lines.lines[place] = replace(line, quantity=found[0], pack_size=size, evidence=evidence)
            lines.issues.remove(one)


def _settle(
    table: Table,
    lines: Lines,
    told: Callable[[Issue], list[_Told]],
    reading: str,
    why: str,
) -> None:
    read = [(one, found) for one in lines.issues if (found := told(one))]
    # A single word is typed as fast as it is confirmed.
    if len(read) < (2 if why == "worded" else 1):
        return
    asked = [one for one, _ in read]
    numbers = {line: (number, unit) for _, found in read for line, number, unit in found}
    equals = {one.facts["value"]: f"{one.facts['value']} = {found[0][1]}" for one, found in read}
    question = _question(asked, why, equals if why == "worded" else {})
    lines.issues = [one for one in lines.issues if one not in asked] + [question]
    at = table.mapping["quantity"]
    for place, line in enumerate(lines.lines):
        if line.line_id in numbers:
            witness = table.grid.evidence(line.row, at, reading)
            evidence = {**line.evidence, "quantity": witness}
            number, unit = numbers[line.line_id]
            lines.lines[place] = replace(
                line, quantity=number, unit=line.unit or unit or None, evidence=evidence
            )


def _in_words(one: Issue) -> list[_Told]:
    """The line of a quantity that is a number in words."""
    if one.code != "INVALID_QUANTITY" or "why" in one.facts:
        return []
    found = number_in_words(one.facts.get("value", ""))
    return [(line, *found) for line in one.lines] if found else []


def _fronts(one: Issue) -> list[_Told]:
    """The line of a quantity that cannot be read, with the one number in it."""
    text = tidy(ascii_digits(one.facts.get("value", "")))
    if one.code != "INVALID_QUANTITY" or "why" in one.facts:
        return []
    in_brackets, *plain, least = (way.fullmatch(text) for way in _SAYS_MORE)
    told = in_brackets or least or (not _TIMES.search(text) and next(filter(None, plain), None))
    return [(line, Decimal(told[told.lastindex or 1]), "") for line in one.lines] if told else []


def same_remarks(issues: Iterable[Issue]) -> list[Issue]:
    """The issues; one remark beside the quantities of several lines, `KIT 3`, is one question."""
    doubts = list(issues)
    told = Counter(one.facts["value"] for one in doubts if one.facts.get("why") == "remark")
    often = [text for text, count in told.items() if count >= _SHOWN]
    groups = {text: [one for one in doubts if one.facts.get("value") == text] for text in often}
    rest = [one for one in doubts if one.facts.get("value") not in groups]
    return [*map(_question, groups.values()), *rest]


def _question(
    asked: list[Issue], why: str = "brackets", equals: Mapping[str, str] | None = None
) -> Issue:
    texts = list(dict.fromkeys(one.facts["value"] for one in asked))
    texts = [(equals or {}).get(text, text) for text in texts]
    return confirmed(
        "INVALID_QUANTITY",
        cells=tuple(cell for one in asked for cell in one.cells),
        fields=("quantity",),
        lines=tuple(line for one in asked for line in one.lines),
        facts={"why": why, "value": ", ".join(texts[:_SHOWN]), "count": str(len(asked))},
    )
