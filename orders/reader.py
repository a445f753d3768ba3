"""Reads a workbook: what was ordered, by whom, and what must be asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from orders.amend import Amendments, amended_grids, collect
from orders.assemble import Assembled, assemble, groups
from orders.choosing import Choice, choose_table
from orders.codes import issue
from orders.fixes import Fix
from orders.formulas import check_formulas
from orders.hints import Hints
from orders.issue import Ask, Candidate, Issue, Severity
from orders.order import Order
from orders.paper import lacking_kind, other_kind, says_order
from orders.reading import Reading, Result
from orders.sheet import Visibility, Workbook
from orders.tables import Table
from orders.values import is_blank
from orders.view import Grid

__all__ = ["Hints", "read"]

_LEDGER = 12
"""From so many different orders or customers on, a sheet is a ledger."""
_NO_HINTS = Hints()


def read(workbook: Workbook, *, fixes: Sequence[Fix] = (), hints: Hints = _NO_HINTS) -> Reading:
    """Read a workbook as one order, with the corrections of people laid over it.

    Pure: the same workbook, corrections and hints give the same reading. A wrong value is worse
    than a question, so whatever is not certain is asked.
    """
    amendments = collect(fixes)
    grids = amended_grids(workbook, amendments)
    choice = choose_table(workbook.sheets, grids, amendments, hints)
    if choice.table is None:
        return _refuse_nothing_found(choice, grids.values())
    table = choice.table
    others = [
        grids[sheet.name]
        for sheet in workbook.sheets
        if sheet.visibility is Visibility.VISIBLE
        and choice.sheets_seen[sheet.name] != "chosen"
        and choice.sheets_seen[sheet.name] != "other_candidate"
    ]
    made = assemble(table, others, amendments, hints)
    issues = [
        *choice.issues,
        *_second_tables(choice),
        *_refusals(table, made, hints),
        *made.issues,
        *check_formulas(table, made.order, hints.formulas),
    ]
    return _conclude(choice, made, issues, amendments)


def _refuse_nothing_found(choice: Choice, grids: Iterable[Grid]) -> Reading:
    if choice.issues:
        reason = choice.issues[0]
    elif any(grid.rows for grid in grids):
        code = "NO_HEADER_ROW" if len(choice.sheets_seen) == 1 else "NO_SUITABLE_SHEET"
        reason = issue(code, facts={"kind": "no_table"})
    else:
        reason = issue("NO_SUITABLE_SHEET", facts={"kind": "empty"})
    return Reading(
        Result.REFUSED, issues=(reason,), reason=reason.code, sheets_seen=choice.sheets_seen
    )


def _second_tables(choice: Choice) -> list[Issue]:
    if not choice.others or choice.table is None:
        return []
    tables = (choice.table, *choice.others)
    rows = [table.header.rows[-1] for table in tables]
    if len(set(rows)) == 1:
        # No answer could say which of two tables on the same rows is meant.
        return [issue("UNSUPPORTED_LAYOUT", facts={"kind": "side_by_side"})]
    grid = choice.table.grid
    return [
        issue(
            "MULTI_TABLE",
            cells=tuple(
                grid.address(row, min(t.header.texts)) for row, t in zip(rows, tables, strict=True)
            ),
            facts={"count": str(len(tables))},
            ask=Ask.CHOICE,
            target=f"header_row:{grid.name}",
            candidates=tuple(Candidate(str(row), str(row)) for row in rows),
            preselect=str(rows[0]),
        )
    ]


def _refusals(table: Table, made: Assembled, hints: Hints) -> list[Issue]:
    """Why this table can be no order at all, if so."""
    lines = made.order.lines
    _, many = groups(table, made.rows)
    if many:
        listed = ", ".join(f"{name}: {count}" for name, count in list(many.items())[:10])
        facts = {"count": str(len(many)), "groups": listed[:300]}
        if len(many) >= _LEDGER:
            return [issue("NOT_AN_ORDER", facts=facts | {"kind": "ledger"})]
        return [issue("MULTI_ORDER_DETECTED", facts=facts)]
    if kind := _wrong_paper(table, made):
        return [issue("NOT_AN_ORDER", facts={"kind": kind})]
    if (not lines and table.identifiers) or _all_blank(table, made):
        return [issue("NO_LINE_ITEMS", facts={"kind": "blank_form"})]
    if len(lines) > hints.max_lines:
        facts = {"count": str(len(lines)), "limit": str(hints.max_lines)}
        return [issue("TOO_MANY_LINES", facts=facts)]
    return []


def _all_blank(table: Table, made: Assembled) -> bool:
    """Whether the form has a quantity column and nobody filled it."""
    number = table.mapping.get("quantity")
    return number is not None and all(
        is_blank(table.grid.cell(line.row, number)) for line in made.order.lines
    )


def _wrong_paper(table: Table, made: Assembled) -> str:
    if "quantity" in table.chosen:
        return ""
    possible = any(one.choice != "-" for one in table.counts if one.field == "quantity")
    possible = possible or bool(table.sizes)
    if "line_total" in table.mapping:
        possible = True
    if "quantity" not in table.mapping and not possible and not says_order(table):
        return lacking_kind(table)
    kind = other_kind(table)
    named = made.order.customer and made.order.po_number
    return "" if named and kind in ("price_list", "stock_list") else kind


def _conclude(
    choice: Choice, made: Assembled, issues: list[Issue], amendments: Amendments
) -> Reading:
    table = choice.table
    accepted = amendments.accepted
    kept = tuple(
        replace(one, severity=Severity.INFO, ask=Ask.NONE) if one.issue_id in accepted else one
        for one in _unique(issues)
    )
    blockers = [one for one in kept if one.severity is Severity.BLOCKER]
    result = Result.READY
    if blockers:
        result = Result.REFUSED
    elif any(one.open for one in kept):
        result = Result.QUESTIONS
    return Reading(
        result=result,
        orders=_split(table, made) if table else (),
        issues=kept,
        votes=table.votes if table else (),
        counts=table.counts if table else (),
        reason=blockers[0].code if blockers else "",
        sheets_seen=choice.sheets_seen,
    )


def _split(table: Table, made: Assembled) -> tuple[Order, ...]:
    """One order per customer or PO number where a column names several, for people to split."""
    field, many = groups(table, made.rows)
    if not 1 < len(many) < _LEDGER:
        return (made.order,)
    number = table.mapping[field]
    whole = made.order
    return tuple(
        replace(
            whole,
            lines=tuple(line for line in whole.lines if table.grid.text(line.row, number) == name),
            subtotal=None,
            tax=None,
            total=None,
            customer=name if field == "customer" else _only(table, whole, name, number),
            po_number=name if field == "po_number" else whole.po_number,
        )
        for name in many
    )


def _only(table: Table, whole: Order, name: str, number: int) -> str | None:
    """The one customer all lines of a PO number name, else the order's own."""
    at = table.mapping.get("customer")
    if at is None:
        return whole.customer
    rows = [line.row for line in whole.lines if table.grid.text(line.row, number) == name]
    names = {table.grid.text(row, at) for row in rows} - {""}
    return names.pop() if len(names) == 1 else None


def _unique(issues: Iterable[Issue]) -> list[Issue]:
    return list({one.issue_id: one for one in issues}.values())
