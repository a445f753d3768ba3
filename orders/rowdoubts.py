"""Questions about rows, and rows that were left out and must be seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orders.blanks import FEWEST_BLANKS, only_counts
from orders.codes import confirmed, issue
from orders.issue import Ask, Candidate, Issue
from orders.riding import LIKELY, STRUCK
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.values import is_unseen


def row_doubts(table: Table, rows: Rows, *, denied: bool = False) -> Iterator[Issue]:
    """Rows a person must judge, and rows that were left out and must be seen.

    Where the order's sums deny the lines as they were read, no plain yes is enough.
    """
    # Where the items' column is asked first, every row is in doubt until the answer.
    unsure = rows.unsure if table.identifiers else []
    # Whether a row below is the sum of what is asked about is told once that is answered.
    unsure = [row for row in unsure if not rows.below or row < min(rows.below)]
    summed = min((one.row for one in rows.totals), default=table.grid.last_row)
    if bare := [row for row in unsure if only_counts(table, row, summed=row > summed)]:
        yield _left_out(table, bare, "TOTAL_ROW_UNCERTAIN", "bare")
        unsure = [row for row in unsure if row not in bare]
    yield from _resumed(table, rows, denied=denied)
    one_kind = not rows.struck or bool(_why(rows, unsure))
    many = len(unsure) >= FEWEST_BLANKS or (one_kind and _alike(table, unsure))
    blank = [row for row in unsure if row in rows.blank]
    alike = unsure if many else blank
    if blank and blank == alike:
        yield _left_out(table, blank, "MISSING_QUANTITY", "left")
        unsure = [row for row in unsure if row not in blank]
    elif len(alike) > 1:
        group = _row_group("TOTAL_ROW_UNCERTAIN", table, alike, Ask.CHOICE)
        why = _why(rows, alike)
        left = "skip" if why and not denied else ""
        yield replace(group, facts={**group.facts, **why}, preselect=left)
        unsure = [row for row in unsure if row not in alike]
    for row in unsure:
        yield _line_or_not(table, row, _why(rows, [row]), "" if denied else "skip")
    if rows.parts:
        yield _row_group("TOTAL_ROW_UNCERTAIN", table, rows.parts, Ask.CHOICE)
    yield from _row_groups(table, rows)
    yield from _charges(table, rows)


def _resumed(table: Table, rows: Rows, *, denied: bool) -> Iterator[Issue]:
    if rows.resumed:
        group = _row_group("LINES_BELOW_TABLE", table, rows.resumed, Ask.CHOICE)
        yield replace(
            group, facts={**group.facts, "why": LIKELY}, preselect="" if denied else "line"
        )


def _charges(table: Table, rows: Rows) -> Iterator[Issue]:
    grid = table.grid
    for total in rows.totals:
        if total.kind == "charge" and any(total.amounts.values()):
            facts = {"row": str(total.row), "value": total.word}
            cells = tuple(grid.address(total.row, column) for column in total.amounts)
            yield issue("CHARGE_LEFT_OUT", cells=cells, facts=facts)


def _line_or_not(table: Table, row: int, why: Mapping[str, str], likely: str) -> Issue:
    grid = table.grid
    value = " · ".join(text for _, text in grid.filled(row))
    return issue(
        "TOTAL_ROW_UNCERTAIN",
        cells=tuple(grid.address(row, column) for column, _ in grid.filled(row))[:4],
        facts={"row": str(row), "value": value[:120], **why},
        ask=Ask.CHOICE,
        target=f"row:{grid.name}!{row}",
        candidates=(Candidate("line", "line"), Candidate("skip", "skip")),
        preselect=likely,
    )


def _left_out(table: Table, rows: Sequence[int], code: str, why: str) -> Issue:
    """Rows that name an item and no number, or none and a number, are no lines; a person says yes."""
    group = _row_group(code, table, rows, Ask.NONE)
    facts = {"count": group.facts["count"], "field": "quantity", "why": why}
    return confirmed(group.code, cells=group.cells, fields=("quantity",), facts=facts)


def _alike(table: Table, rows: Sequence[int]) -> bool:
    """Whether several rows are filled in the same columns: one answer holds for all."""
    return (
        len(rows) > 1
        and len({tuple(column for column, _ in table.grid.filled(row)) for row in rows}) == 1
    )


def _why(rows: Rows, doubted: Sequence[int]) -> dict[str, str]:
    return {"why": STRUCK} if set(doubted) <= set(rows.struck) else {}


def _row_groups(table: Table, rows: Rows) -> Iterator[Issue]:
    """Rows that were left out, or that the sheet hides: one issue for each kind."""
    skipped = rows.skipped.items()
    groups = {
        "LINES_BELOW_TABLE": rows.below,
        "HIDDEN_ROWS_SKIPPED": [row for row, why in skipped if why == "hidden"],
        "UNSEEN_CELLS": [row for row in rows.lines if _is_unseen(table, row)],
        "NOTES_BELOW_TABLE": [row for row, why in skipped if why in ("note", "heading")],
    }
    for code, found in groups.items():
        if found:
            ask = Ask.CHOICE if code == "LINES_BELOW_TABLE" else Ask.NONE
            yield _row_group(code, table, found, ask)


def _is_unseen(table: Table, row: int) -> bool:
    """Whether the sheet shows nobody some value that the row's line is made of."""
    cells = (table.grid.cell(row, number) for number in table.mapping.values())
    return any(cell is not None and is_unseen(cell) for cell in cells)


def _row_group(code: str, table: Table, rows: Sequence[int], ask: Ask) -> Issue:
    grid = table.grid
    first = min(grid.rows[rows[0]], default=1)
    places = ",".join(str(row) for row in rows)
    choices = (Candidate("skip", "skip"), Candidate("line", "line"))
    return issue(
        code,
        cells=tuple(grid.address(row, first) for row in rows[:20]),
        facts={"count": str(len(rows)), "rows": places[:200]},
        ask=ask,
        target=f"row:{grid.name}!{places}",
        candidates=choices if ask is Ask.CHOICE else (),
    )
