"""Reads a workbook: what was ordered, by whom, and what must be asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from orders.amend import Amendments, amended_grids, collect
from orders.asking import paper_doubt, which_column
from orders.assemble import Assembled, assemble
from orders.blanks import FEWEST_BLANKS
from orders.choosing import Choice, choose_table
from orders.codes import confirmed, issue
from orders.confidence import settled
from orders.filenotes import file_notes, stray_cells, texts_over
from orders.fixes import Fix
from orders.formulas import check_formulas
from orders.hints import Hints
from orders.issue import Ask, Issue, Severity
from orders.paper import (
    counts_places,
    doubted_title,
    lacking_kind,
    other_kind,
    says_order,
    ticks_items,
)
from orders.reading import Reading, Result
from orders.recalling import layout_of
from orders.reports import LEDGER, report_of, unsplit
from orders.sheet import Workbook
from orders.split import Parts, divide, groups, without_questions
from orders.tables import Table
from orders.template import Layout
from orders.values import is_blank
from orders.view import Grid
from orders.waiting import told_by_formulas

__all__ = ["Hints", "read"]

_NO_HINTS = Hints()
_CODE_DIGITS = 3
_FEWEST_ROWS = 3
_PLAINLY = 0.9
_SEPARATORS = ";|\t,"
_NOT_PICKED = ("no_quantity", "not_ordered")
"""Why rows of a catalogue are no lines."""


def read(workbook: Workbook, *, fixes: Sequence[Fix] = (), hints: Hints = _NO_HINTS) -> Reading:
    """Read a workbook as one order, with the corrections of people laid over it.

    Pure: the same workbook, corrections and hints give the same reading. A wrong value is worse
    than a question, so whatever is not certain is asked.
    """
    amendments = collect(fixes)
    grids = amended_grids(workbook, amendments)
    choice = choose_table(workbook.sheets, grids, amendments, hints)
    if choice.table is None:
        return _refuse_nothing_found(choice, grids.values(), workbook)
    table = choice.table
    if far := _far_too_many(table, hints.max_lines):
        return Reading(
            Result.REFUSED, issues=(far,), reason=far.code, sheets_seen=choice.sheets_seen
        )
    others = [grid for name, grid in grids.items() if choice.sheets_seen[name] == "no_order_table"]
    parts = divide(
        choice,
        table,
        amendments,
        lambda one, under: assemble(one, [*one.grid.aside, *others], under, hints),
    )
    made, table = parts.made, parts.table or table
    formulas = check_formulas(table, made.order, hints.formulas)
    within = told_by_formulas([*made.issues, *formulas])
    issues = [
        *file_notes(workbook),
        *texts_over(table.grid.sheet),
        *_locked(table, hints.locked_sheets),
        *((*_run_together(table, made), *_wrapped(made)) if workbook.kind == "pdf" else ()),
        *parts.issues,
        *_refusals(table, made, hints, parted=len(parts.orders) > 1),
        *(without_questions(within) if parts.undecided else within),
    ]
    return _conclude(choice, table, parts, issues, (amendments, hints))


def _refuse_nothing_found(choice: Choice, grids: Collection[Grid], workbook: Workbook) -> Reading:
    if choice.issues:
        reason = choice.issues[0]
    elif any(map(_is_unsplit, grids)):
        reason = issue("NO_HEADER_ROW", facts={"kind": "one_column"})
    elif any(grid.rows for grid in grids):
        code = "NO_HEADER_ROW" if len(choice.sheets_seen) == 1 else "NO_SUITABLE_SHEET"
        reason = issue(code, facts={"kind": "no_table"})
    else:
        reason = issue("NO_SUITABLE_SHEET", facts={"kind": "empty"})
    return Reading(
        Result.REFUSED,
        issues=(reason, *stray_cells(workbook.sheets)),
        reason=reason.code,
        sheets_seen=choice.sheets_seen,
    )


def _is_unsplit(grid: Grid) -> bool:
    """Whether a text file's lines were pasted in one column, separators and all."""
    texts = [text for row in grid.rows for _, text in grid.filled(row)]
    if len(texts) < _FEWEST_ROWS or len(texts) > len(grid.rows):
        return False
    return any(sum(text.count(mark) > 1 for text in texts) * 2 > len(texts) for mark in _SEPARATORS)


def _refusals(table: Table, made: Assembled, hints: Hints, *, parted: bool) -> list[Issue]:
    """Why this table can be no order at all, if so."""
    lines = made.order.lines
    _, many = groups(table, made)
    if report := report_of(table):
        return [report]
    if len(many) >= LEDGER and not parted:
        return [unsplit(len(many), ", ".join(f"{name}: {n}" for name, n in [*many.items()][:10]))]
    if kind := _wrong_paper(table, made):
        return [issue("NOT_AN_ORDER", facts={"kind": kind})]
    if (not lines and table.identifiers and not _asks_count(table)) or _all_blank(table, made):
        return [issue("NO_LINE_ITEMS", facts={"kind": "blank_form"})]
    if len(lines) > hints.max_lines:
        return [_too_many(len(lines), hints.max_lines)]
    return _doubted(table, made)


def _asks_count(table: Table) -> bool:
    """Whether it is asked which column counts, without which no row could be told to be a line."""
    options = {letter for one in table.counts if one.field == "quantity" for letter in one.shares}
    offered = [one for one in table.columns if one.letter in options and one.cells]
    plain = any(one.meanings.get("quantity", 0.0) >= _PLAINLY for one in offered)
    return "quantity" not in table.mapping and plain


def _locked(table: Table, policy: str) -> list[Issue]:
    """Many order forms are locked templates, so a lock is said, and refused by policy only."""
    if not table.grid.sheet.protected:
        return []
    severity = Severity.BLOCKER if policy == "block" else Severity.WARNING
    return [issue("PROTECTED_SHEET", severity=severity, facts={"sheet": table.grid.name})]


def _run_together(table: Table, made: Assembled) -> list[Issue]:
    """A page's column of codes that is empty while every name carries one: they ran together."""
    column = table.column(table.mapping.get("sku", 0))
    lines = made.order.lines
    if column is None or not lines or any(line.sku for line in lines):
        return []
    edges = [(line.product_name or "").split() for line in lines]
    if not all(one and (_is_code(one[0]) or _ends_coded(one)) for one in edges):
        return []
    return [which_column(table, "sku", [column])]


def _wrapped(made: Assembled) -> list[Issue]:
    """Codes that a page breaks over two lines, though none of the others has a space: one word or two?"""
    coded = [(line.sku or "", line.evidence["sku"]) for line in made.order.lines if line.sku]
    broken = [witness for code, witness in coded if "\n" in witness.raw and " " in code]
    whole = [code for code, witness in coded if "\n" not in witness.raw]
    if not broken or any(" " in code for code in whole):
        return []
    facts = {"why": "wrapped", "value": ", ".join(" ".join(one.raw.split()) for one in broken[:3])}
    return [
        confirmed("TEXTS_OVERPRINTED", cells=tuple(one.address for one in broken[:20]), facts=facts)
    ]


def _ends_coded(words: Sequence[str]) -> bool:
    """Whether a code ends a name: what a label names there, `HSN code: 7318`, is another number."""
    return _is_code(words[-1]) and not any(word.endswith(":") for word in words[-2:-1])


def _is_code(word: str) -> bool:
    return sum(sign.isdigit() for sign in word) >= _CODE_DIGITS


def _doubted(table: Table, made: Assembled) -> list[Issue]:
    title = doubted_title(table)
    asked = {at for one in made.issues if one.code == "PAPER_DOUBTED" for at in one.cells}
    if title is None or title[0] in asked:
        return []
    return [paper_doubt(title[0], {"value": title[1]})]


def _too_many(count: int, limit: int) -> Issue:
    return issue("TOO_MANY_LINES", facts={"count": str(count), "limit": str(limit)})


def _far_too_many(table: Table, limit: int) -> Issue | None:
    """The same of rows with a quantity, before each is read: twice as many hold no order."""
    number = table.mapping.get("quantity")
    if number is None or len(table.body) <= 2 * limit:
        return None
    rows = sum(1 for row in table.body if number in table.grid.rows[row])
    return _too_many(rows, limit) if rows > 2 * limit else None


def _all_blank(table: Table, made: Assembled) -> bool:
    """Whether the form has a quantity column and nobody filled it.

    A customer's numbered order of a few lines is no form: its quantities are asked.
    """
    number, order = table.mapping.get("quantity"), made.order
    told = order.po_number and order.customer and len(order.lines) < FEWEST_BLANKS
    if number is None or not order.lines or told:
        return False
    return all(is_blank(table.grid.cell(line.row, number)) for line in made.order.lines)


def _wrong_paper(table: Table, made: Assembled) -> str:
    if "quantity" in table.chosen:
        return ""
    possible = any(one.choice != "-" for one in table.counts if one.field == "quantity")
    possible = possible or bool(table.sizes)
    if "line_total" in table.mapping:
        possible = True
    possible = possible or counts_places(table) or ticks_items(table)
    # Every row of an export of orders says whose it is and of which order.
    possible = possible or {"po_number", "customer"} <= table.mapping.keys()
    if "quantity" not in table.mapping and not possible and not says_order(table):
        return lacking_kind(table)
    kind = other_kind(table)
    named = made.order.customer and made.order.po_number
    if kind == "price_list" and _is_picked(made):
        return ""
    return "" if named and kind in ("price_list", "stock_list") else kind


def _is_picked(made: Assembled) -> bool:
    """Whether a few rows of many have a quantity: somebody ordered from the list."""
    left = sum(reason in _NOT_PICKED for reason in made.rows.skipped.values())
    return left > len(made.order.lines) > 0


def _conclude(
    choice: Choice,
    table: Table,
    parts: Parts,
    issues: list[Issue],
    given: tuple[Amendments, Hints],
) -> Reading:
    amendments, hints = given
    accepted = amendments.accepted
    kept = tuple(
        replace(one, severity=Severity.WARNING, ask=Ask.NONE) if one.issue_id in accepted else one
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
        orders=tuple(settled(one, kept, hints.calibration) for one in parts.orders),
        issues=kept,
        votes=table.votes if table else (),
        counts=table.counts if table else (),
        reason=blockers[0].code if blockers else "",
        sheets_seen=choice.sheets_seen,
        layout=_layout(table),
        recall=table.recall if table else None,
    )


def _layout(table: Table | None) -> Layout | None:
    """By what the next file is known again; a table without headings could be anybody's.

    One that was laid out anew is confirmed each time.
    """
    if table is None or table.header.is_missing or table.grid.laid:
        return None
    return layout_of(table.header, table.columns, table.mapping)


def _unique(issues: Iterable[Issue]) -> list[Issue]:
    return list({one.issue_id: one for one in issues}.values())
