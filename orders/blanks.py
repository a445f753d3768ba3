"""Blank quantities: a few are asked one by one, many at once or told."""

from collections.abc import Sequence

from orders.codes import issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line

FEWEST_BLANKS = 4
"""From so many lines without a quantity on, one question is asked for all of them."""
_LONG_LIST, _FEW_OF = 200, 20
"""A list of which few are ordered: so many blanks, and so many times the lines."""


def grouped_blanks(issues: Sequence[Issue], lines: Sequence[Line], sheet: str) -> list[Issue]:
    """Many blank quantities become one question: leave these lines out?

    Of a long list of which a few are ordered nobody asks that: it is only told.
    """
    blanks = [one for one in issues if one.code == "MISSING_QUANTITY"]
    if len(blanks) < FEWEST_BLANKS:
        return list(issues)
    rest = [one for one in issues if one.code != "MISSING_QUANTITY"]
    rows = [one.facts["row"] for one in blanks]
    plain = _is_catalogue(blanks, lines)
    grouped = issue(
        "MISSING_QUANTITY",
        severity=Severity.WARNING if plain else None,
        cells=tuple(cell for one in blanks for cell in one.cells)[:50],
        fields=("quantity",),
        lines=tuple(line for one in blanks for line in one.lines),
        facts={"count": str(len(blanks)), "field": "quantity"}
        | ({"why": "listed"} if plain else {}),
        ask=Ask.CHOICE,
        target=f"row:{sheet}!{','.join(rows)}",
        candidates=(Candidate("skip", "skip"),),
        preselect="skip",
    )
    return [grouped, *rest]


def _is_catalogue(blanks: Sequence[Issue], lines: Sequence[Line]) -> bool:
    """Whether some lines of a long list are ordered, and all others say nothing of being ordered."""
    blank = {line for one in blanks for line in one.lines}
    ordered = [line for line in lines if line.line_id not in blank and line.quantity]
    told = any(line.line_total for line in lines if line.line_id in blank)
    return not told and bool(ordered) and len(blank) >= max(_LONG_LIST, _FEW_OF * len(ordered))
