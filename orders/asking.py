"""Questions that a column, or a plain yes, answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from orders.ballot import ABSENT
from orders.blanks import left_blank
from orders.codes import confirmed, issue
from orders.columns import Column
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Line
from orders.tables import Table

_LOST, _MANY = "GTIN_PRECISION_LOST", 3
"""From so many lines on, one question is asked for all of them."""
_SAID_ONCE = ("AMBIGUOUS_NUMBER", "AMBIGUOUS_DATE", "MERGED_BODY_CELLS")


def column_choice(column: Column) -> Candidate:
    """A column as a person recognises it: letter, header, first values."""
    name = " ".join(column.header.split()) or "—"
    return Candidate(
        column.letter, f"{column.letter} · {name}: {', '.join(column.samples())}"[:120]
    )


def which_column(
    table: Table, name: str, columns: Sequence[Column], preselect: str = "", why: str = ""
) -> Issue:
    """Which of the columns serves the field `name`, or none; `preselect` is the likely one's letter."""
    header = table.header.rows[-1]
    told = {"why": why, "column": column_choice(columns[0]).label} if why else {}
    return issue(
        "AMBIGUOUS_COLUMN",
        cells=tuple(table.grid.address(header, one.number) for one in columns),
        fields=(name,),
        facts={"field": name, **told},
        ask=Ask.CHOICE,
        target=f"column:{name}",
        candidates=(*map(column_choice, columns), Candidate(ABSENT, ABSENT)),
        preselect=preselect,
    )


def barcodes_lost(issues: Sequence[Issue], lines: Sequence[Line]) -> list[Issue]:
    """Many barcodes without their last digits: do the items go by their codes and names alone?"""
    named = {line.line_id for line in lines if line.sku or line.product_name}
    lost = [one for one in issues if one.code == _LOST and "gtin" in one.fields]
    lost = [one for one in lost if named.issuperset(one.lines)]
    if len(lost) < _MANY:
        return list(issues)
    return [_all_at_once(lost, "many"), *(one for one in issues if one not in lost)]


def sums_lost(issues: Sequence[Issue], lines: Sequence[Line]) -> list[Issue]:
    """Sums that show errors where quantity and price tell what they are: one plain yes for all.

    Of lines that order nothing nobody asks what they come to.
    """
    left = left_blank(issues)
    priced = {
        one.line_id for one in lines if one.quantity is not None and one.unit_price is not None
    }
    failed = [one for one in issues if one.code == "ERROR_CELL" and "line_total" in one.fields]
    unasked = [one for one in failed if left.issuperset(one.lines)]
    lost = [one for one in failed if one not in unasked and priced.issuperset(one.lines)]
    rest = [one for one in issues if one not in (*unasked, *lost)]
    if not lost:
        return rest
    return [_all_at_once(lost, "sum"), *rest]


def prices_lost(issues: Sequence[Issue]) -> list[Issue]:
    """Prices of several lines whose formulas lead too far: one plain yes goes on without them all."""
    lost = [
        one
        for one in issues
        if one.facts.get("why") == "uncached" and "unit_price" in one.fields and not one.candidates
    ]
    if len(lost) < 2:
        return list(issues)
    return [_all_at_once(lost, "unpriced"), *(one for one in issues if one not in lost)]


def _all_at_once(lost: Sequence[Issue], why: str) -> Issue:
    return confirmed(
        lost[0].code,
        cells=tuple(cell for one in lost for cell in one.cells)[:50],
        fields=lost[0].fields,
        lines=tuple(line for one in lost for line in one.lines),
        facts={**lost[0].facts, "why": why, "count": str(len(lost))},
    )


def paper_doubt(cell: str, said: Mapping[str, str]) -> Issue:
    """Whether the paper is an order as it was read, although a cell speaks against it."""
    return confirmed("PAPER_DOUBTED", cells=(cell,), facts=said)


def one_note(*doubts: Issue) -> list[Issue]:
    """The doubts, those about notes as one question: a person reads them all, and confirms once."""
    notes = [one for one in doubts if one.code == "PAPER_DOUBTED"]
    rest = [one for one in doubts if one.code != "PAPER_DOUBTED"]
    if len(notes) < 2:
        return list(doubts)
    cells = dict.fromkeys(cell for one in notes for cell in one.cells)
    texts = dict.fromkeys(one.facts["value"] for one in notes)
    said = {"value": " · ".join(texts)[:240], "why": "note"}
    return [*rest, confirmed("PAPER_DOUBTED", cells=tuple(cells), facts=said)]


def which_value(name: str, found: Sequence[tuple[str, str]]) -> Issue:
    """The question which of several values, each with its cell, is the order's."""
    texts = list(dict.fromkeys(text for _, text in found))
    return issue(
        "AMBIGUOUS_VALUE",
        cells=tuple(cell for cell, _ in found),
        fields=(name,),
        facts={"field": name, "value": ", ".join(texts)[:200]},
        ask=Ask.CHOICE,
        target=f"field:{name}",
        candidates=tuple(Candidate(text, text) for text in texts),
        preselect=texts[0],
    )


def count_doubt(cell: str, said: str, found: str) -> Issue:
    """Whether the lines stand as they were read, although a cell counts another number of them."""
    return confirmed(
        "TOTAL_MISMATCH",
        severity=Severity.ERROR,
        cells=(cell,),
        fields=("quantity",),
        facts={"value": said, "expected": found},
    )


def asks_whose(doubts: Iterable[Issue]) -> bool:
    """Whether it is asked already whose the order is: by a column's name, or as one of several."""
    return any(one.open and ("customer" in one.fields or _is_of_shops(one)) for one in doubts)


def _is_of_shops(one: Issue) -> bool:
    """Whether it asks if columns are orders of their own; their sum may be what is ordered."""
    return one.code == "QUANTITY_BY_PLACE" and "why" not in one.facts


def grouped_readings(issues: Sequence[Issue]) -> list[Issue]:
    """One question for all numbers, and one for each column of dates, that have two readings.

    What cells lend to several lines is said once as well.

    The style of numbers that a person tells for one column is that of the sheet.
    """
    kept: list[Issue] = []
    first: dict[tuple[str, str], int] = {}
    for one in issues:
        if one.code not in _SAID_ONCE:
            kept.append(one)
            continue
        key = (one.code, one.fields[0] if one.code == "AMBIGUOUS_DATE" else "")
        if key not in first:
            first[key] = len(kept)
            kept.append(one)
            continue
        known = kept[first[key]]
        kept[first[key]] = replace(
            known,
            cells=tuple(dict.fromkeys((*known.cells, *one.cells))),
            lines=tuple(dict.fromkeys((*known.lines, *one.lines))),
        )
    return kept
