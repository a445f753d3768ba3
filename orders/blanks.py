"""Blank quantities: a few are asked one by one, many at once or told."""

from collections.abc import Sequence
from decimal import Decimal

from orders.codes import issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line
from orders.totals import TotalRow

FEWEST_BLANKS = 4
"""From so many lines without a quantity on, one question is asked for all of them."""
_LONG_LIST, _FEW_OF = 12, 3
"""A list of which some are ordered: so many blanks, and so many times the lines."""


def grouped_blanks(
    issues: Sequence[Issue], lines: Sequence[Line], totals: Sequence[TotalRow], sheet: str
) -> list[Issue]:
    """Many blank quantities become one question: leave these lines out?

    Of a long list of which some are ordered nobody asks that, nor where a total is the sum of
    those that are: it is only told.
    """
    blanks = [one for one in issues if one.code == "MISSING_QUANTITY"]
    if len(blanks) < FEWEST_BLANKS:
        return list(issues)
    rest = [one for one in issues if one.code != "MISSING_QUANTITY"]
    rows = [one.facts["row"] for one in blanks]
    plain = _is_catalogue(blanks, lines, totals)
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


def _is_catalogue(
    blanks: Sequence[Issue], lines: Sequence[Line], totals: Sequence[TotalRow]
) -> bool:
    """Whether some lines of a list are ordered, and all others say nothing of being ordered."""
    blank = {line for one in blanks for line in one.lines}
    ordered = [line for line in lines if line.line_id not in blank and line.quantity]
    if not ordered or any(line.line_total for line in lines if line.line_id in blank):
        return False
    come = sum((line.line_total or Decimal(0) for line in ordered), Decimal(0))
    summed = come and any(come in total.amounts.values() for total in totals)
    return bool(summed) or is_long_list(len(blank), len(ordered))


def is_long_list(blank: int, ordered: int) -> bool:
    """Whether so many rows without a quantity beside those with one are just not ordered."""
    return blank >= max(_LONG_LIST, _FEW_OF * ordered)


def left_blank(doubts: Sequence[Issue], lines: Sequence[Line]) -> set[str]:
    """The lines without a quantity that are no lines: most of all, or told to be left out."""
    missing = [one for one in doubts if one.code == "MISSING_QUANTITY"]
    blank = {line for one in missing for line in one.lines}
    told = any(one.severity is Severity.WARNING for one in missing)
    most = len(blank) >= FEWEST_BLANKS and len(blank) * 2 > len(lines)
    return blank if told or most else set()
