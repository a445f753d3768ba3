"""Which sheet and which table of a workbook is the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orders.amend import Amendments
from orders.codes import issue
from orders.dictionary import ORDER_WORDS, names_any
from orders.hints import Hints
from orders.issue import Ask, Candidate, Issue
from orders.sheet import Sheet, Visibility
from orders.tables import Table, find_tables
from orders.view import Grid

_PREVIEWS = 3


@dataclass(slots=True)
class Choice:
    """The table chosen (or none), the issues of choosing, and why each sheet was kept or not."""

    table: Table | None = None
    others: tuple[Table, ...] = ()
    """Other tables of the same sheet that look like orders too."""
    issues: list[Issue] = field(default_factory=list)
    sheets_seen: dict[str, str] = field(default_factory=dict)


def choose_table(
    sheets: Sequence[Sheet], grids: Mapping[str, Grid], amendments: Amendments, hints: Hints
) -> Choice:
    """Find every table, drop what cannot be an order, and take the one that is."""
    choice = Choice()
    found: dict[str, list[Table]] = {}
    for sheet in sheets:
        if sheet.visibility is not Visibility.VISIBLE and sheet.name != amendments.sheet:
            choice.sheets_seen[sheet.name] = "hidden"
            continue
        grid = grids[sheet.name]
        tables = [t for t in find_tables(grid, amendments, hints) if _usable(t, amendments)]
        choice.sheets_seen[sheet.name] = "candidate" if tables else _why_not(grid)
        if tables:
            found[sheet.name] = tables
    _choose_sheet(found, amendments, choice)
    return choice


def _usable(table: Table, amendments: Amendments) -> bool:
    return table.is_candidate or table.grid.name in amendments.headers


def _why_not(grid: Grid) -> str:
    return "no_order_table" if grid.rows else "empty"


def ordered_rows(table: Table) -> int:
    """How many sampled rows carry both an item and a quantity."""
    if table.sizes:
        columns = [table.column(number) for number in table.sizes]
        return len({row for column in columns if column for row in column.cells})
    number = table.mapping.get("quantity")
    column = table.column(number) if number else None
    if column is None:
        return 0
    named = [table.column(table.mapping[name]) for name in table.identifiers]
    return sum(1 for row in column.cells if any(other and row in other.cells for other in named))


def _choose_sheet(found: Mapping[str, list[Table]], amendments: Amendments, choice: Choice) -> None:
    names = list(found)
    if amendments.sheet:
        if amendments.sheet not in found:
            choice.issues.append(issue("SHEET_NOT_FOUND", facts={"value": amendments.sheet}))
            return
        names = [amendments.sheet]
    if len(names) > 1:
        names = _preferred(found, names)
    if not names:
        return
    _choose_of(found[names[0]], choice)
    for name in found:
        choice.sheets_seen[name] = "chosen" if name == names[0] else "other_candidate"
    if len(names) > 1:
        choice.issues.append(_which_sheet(found, names))


def _preferred(found: Mapping[str, list[Table]], names: list[str]) -> list[str]:
    """Sheets with ordered quantities before sheets without; then the one named an order."""
    filled = [name for name in names if any(ordered_rows(table) for table in found[name])]
    names = filled or names
    if len(names) > 1:
        named = [name for name in names if names_any(name, ORDER_WORDS)]
        if len(named) == 1:
            return named
    return names


def _choose_of(tables: Sequence[Table], choice: Choice) -> None:
    ranked = sorted(tables, key=lambda table: (-ordered_rows(table), table.header.rows[0]))
    choice.table = ranked[0]
    choice.others = tuple(table for table in ranked[1:] if ordered_rows(table))


def _which_sheet(found: Mapping[str, list[Table]], names: Sequence[str]) -> Issue:
    candidates = []
    for name in names:
        table = max(found[name], key=ordered_rows)
        candidates.append(Candidate(name, f"{name} · {ordered_rows(table)}"))
    return issue(
        "MULTIPLE_SHEET_CANDIDATES",
        facts={"count": str(len(names)), "sheets": ", ".join(names)[:200]},
        ask=Ask.CHOICE,
        target="sheet",
        candidates=tuple(candidates[: max(_PREVIEWS, len(candidates))]),
        preselect=names[0],
    )
