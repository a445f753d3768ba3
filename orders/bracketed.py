"""Quantities that go on in brackets: does the number in front count?"""

import re
from dataclasses import replace
from decimal import Decimal

from orders.codes import confirmed
from orders.issue import Issue
from orders.lines import Lines
from orders.tables import Table
from orders.values import ascii_digits, tidy

_FRONT = re.compile(r"([1-9][0-9]{0,4})(?: ?[^\W\d_]{1,12})? ?[(（\[][^()（）\[\]]+[)）\]]")
_SEVERAL = 2
_SHOWN = 3


def settle_brackets(table: Table, lines: Lines) -> None:
    """Several such cells take the number in front, once a person says that it is what is ordered."""
    fronts = {line: number for one in lines.issues for line, number in _fronts(one)}
    if len(fronts) < _SEVERAL:
        return
    asked = [one for one in lines.issues if any(_fronts(one))]
    lines.issues = [one for one in lines.issues if one not in asked] + [_question(asked)]
    at = table.mapping["quantity"]
    for place, line in enumerate(lines.lines):
        if line.line_id in fronts:
            witness = table.grid.evidence(line.row, at, "before brackets")
            evidence = {**line.evidence, "quantity": witness}
            number = fronts[line.line_id]
            lines.lines[place] = replace(line, quantity=number, evidence=evidence)


def _fronts(one: Issue) -> list[tuple[str, Decimal]]:
    """The line of a quantity that cannot be read, with the number that stands before its brackets."""
    text = tidy(ascii_digits(one.facts.get("value", "")))
    told = _FRONT.fullmatch(text) if one.code == "INVALID_QUANTITY" else None
    return [(line, Decimal(told[1])) for line in one.lines] if told else []


def _question(asked: list[Issue]) -> Issue:
    texts = list(dict.fromkeys(one.facts["value"] for one in asked))
    return confirmed(
        "INVALID_QUANTITY",
        cells=tuple(cell for one in asked for cell in one.cells),
        fields=("quantity",),
        lines=tuple(line for one in asked for line in one.lines),
        facts={"why": "brackets", "value": ", ".join(texts[:_SHOWN]), "count": str(len(asked))},
    )
