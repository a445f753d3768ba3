"""Which sheet and which table of a workbook is the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orders.amend import Amendments
from orders.codes import issue
from orders.crossed import counted_across, crossed_table
from orders.dictionary import ORDER_WORDS, names_any
from orders.headless import headless_table
from orders.hints import Hints
from orders.interrupted import whole_tables
from orders.issue import Ask, Candidate, Issue
from orders.onward import ALL, bare_pages, below_each_other, laid_below
from orders.paper import other_kind, says_order
from orders.places import place_columns
from orders.repeats import items_of, order_numbers, quantities, repeating, sums_up
from orders.sheet import Sheet, Visibility
from orders.spoken import told_apart
from orders.tables import Table, find_tables, make_table
from orders.values import fold
from orders.view import Grid

_ARCHIVE = 12
"""From so many on, it is no rival of a sheet that holds one order."""
_COLUMNS = 3
"""So many columns that two tables name alike, no two papers share by chance."""
_Found = dict[str, list[Table]]


@dataclass(slots=True)
class Choice:
    """The table chosen (or none), its rivals, and why each sheet was kept or not, best first."""

    table: Table | None = None
    others: tuple[Table, ...] = ()
    """Other tables of the same sheet that look like orders too."""
    rivals: tuple[Table, ...] = ()
    """The best table of each other sheet that may be the order as well."""
    together: Table | None = None
    """The chosen table and its rivals as one, where one order may go on from sheet to sheet."""
    more: tuple[tuple[str, int], ...] = ()
    """Rows (sheet, row) of sheets without headings that go on with the chosen table's lines."""
    names: tuple[str, ...] = ()
    """The sheets between which nothing decides; the chosen one is among them."""
    issues: list[Issue] = field(default_factory=list)
    sheets_seen: dict[str, str] = field(default_factory=dict)
    """`chosen`, `other_candidate`, `no_quantities`, `ledger`, `price_list`, `stock_list`,
    `other_paper`, `not_named_order`, `repeats_quantities`, `no_order_table`, `empty`, `hidden`."""


def choose_table(
    sheets: Sequence[Sheet], grids: Mapping[str, Grid], amendments: Amendments, hints: Hints
) -> Choice:
    """Find every table, drop what cannot be an order, and take the one that is."""
    choice = Choice()
    found: _Found = {}
    given = (amendments, hints)
    for sheet in sheets:
        if sheet.visibility is not Visibility.VISIBLE and sheet.name != amendments.sheet:
            choice.sheets_seen[sheet.name] = "hidden"
            continue
        grid = grids[sheet.name]
        tables = [t for t in find_tables(grid, amendments, hints) if _usable(t, amendments)]
        if grid.name not in amendments.headers:
            tables = list(whole_tables(tables, lambda one, stop: _remade(one, stop, given)))
        choice.sheets_seen[sheet.name] = "other_candidate" if tables else _why_not(grid)
        if tables:
            found[sheet.name] = tables
    found = _crossed(grids, found, choice, given) or found or _headless(grids, choice, given)
    _choose_sheet(found, given, choice)
    _add_pages(choice, grids, given)
    choice.sheets_seen = dict(sorted(choice.sheets_seen.items(), key=lambda pair: _rank(pair[1])))
    return choice


def _remade(table: Table, stop: int, given: tuple[Amendments, Hints]) -> Table:
    return make_table(table.grid, table.header, stop, given)


def _crossed(
    grids: Mapping[str, Grid], found: _Found, choice: Choice, given: tuple[Amendments, Hints]
) -> _Found:
    """Where no sheet has a table with quantities: sheets whose columns are products, or people."""
    if any("quantity" in one.mapping or one.sizes for tables in found.values() for one in tables):
        return {}
    reasons = ("no_order_table", "other_candidate")
    seen = [name for name, reason in choice.sheets_seen.items() if reason in reasons]
    tables = {name: crossed_table(grids[name]) for name in seen}
    headers = {name: counted_across(grids[name]) for name, one in tables.items() if one is None}
    for name, header in headers.items():
        tables[name] = make_table(grids[name], header, 0, given) if header else None
    return {name: [table] for name, table in tables.items() if table is not None}


def _headless(grids: Mapping[str, Grid], choice: Choice, given: tuple[Amendments, Hints]) -> _Found:
    """Where no sheet has headings that can be read: sheets whose values alone tell the columns."""
    seen = [name for name, reason in choice.sheets_seen.items() if reason == "no_order_table"]
    tables = {name: headless_table(grids[name], *given) for name in seen}
    said = {name: told_apart(grids[name]) for name, table in tables.items() if table is None}
    tables |= {name: headless_table(grid, *given) for name, grid in said.items() if grid}
    return {name: [table] for name, table in tables.items() if table is not None}


_RANKS = ("chosen", "other_candidate", "not_named_order", "no_quantities")


def _rank(reason: str) -> int:
    return _RANKS.index(reason) if reason in _RANKS else len(_RANKS)


def _usable(table: Table, amendments: Amendments) -> bool:
    counted = bool(table.identifiers and place_columns(table))
    meant = "quantity" in table.mapping and bool(table.body) and says_order(table)
    return table.is_candidate or counted or meant or table.grid.name in amendments.headers


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


def _choose_sheet(found: _Found, given: tuple[Amendments, Hints], choice: Choice) -> None:
    names, told = list(found), given[0].sheet
    if told and told not in (*found, ALL):
        choice.issues.append(issue("SHEET_NOT_FOUND", facts={"value": told}))
        return
    if len(names) > 1:
        names = _preferred(found, names, choice)
    choice.together = _together([found[name] for name in names], given)
    if told in found:
        names = [told, *(name for name in names if name != told)]
    if not names:
        return
    named = names[0] in given[0].headers
    _choose_of(found[names[0]], choice, named=named)
    choice.sheets_seen[names[0]] = "chosen"
    choice.names = tuple(name for name in found if name in names)
    choice.rivals = tuple(max(found[name], key=ordered_rows) for name in names[1:])


def _together(sheets: Sequence[list[Table]], given: tuple[Amendments, Hints]) -> Table | None:
    """All sheets as one table, where each holds one, and they may be parts of one list."""
    if any(len(tables) > 1 for tables in sheets):
        return None
    tables = [tables[0] for tables in sheets]
    grid = below_each_other(tables)
    return make_table(grid, tables[0].header, 0, given) if grid else None


def _add_pages(choice: Choice, grids: Mapping[str, Grid], given: tuple[Amendments, Hints]) -> None:
    """Where one table is the order: the sheets without headings that go on with its lines."""
    table = choice.table
    if table is None or choice.rivals or choice.others or table.grid.places or given[0].sheet:
        return
    bare = [grids[name] for name, why in choice.sheets_seen.items() if why == "no_order_table"]
    if pages := bare_pages(table, bare):
        grid = laid_below([table.grid, *(page for page, _ in pages)])
        choice.together = make_table(grid, table.header, 0, given)
        choice.more = tuple((page.name, row) for page, rows in pages for row in rows)
        choice.names = (table.grid.name, *(page.name for page, _ in pages))


def _preferred(found: _Found, names: list[str], choice: Choice) -> list[str]:
    """What still may be the order: each rule says why it drops a sheet, and never drops all."""
    for why in (_lacks_quantities, _is_ledger, _is_other_paper, _is_not_named):
        reasons = {name: why(found, name) for name in names}
        kept = [name for name in names if not reasons[name]]
        if kept and len(kept) < len(names):
            choice.sheets_seen |= {name: reason for name, reason in reasons.items() if reason}
            names = kept
    return _without_repeats(found, names, choice)


def _without_repeats(found: _Found, names: list[str], choice: Choice) -> list[str]:
    """A sheet that only repeats what others say (packing list, copy, summary) is no order."""
    again = repeating({name: max(found[name], key=ordered_rows) for name in names})
    choice.sheets_seen |= dict.fromkeys(again, "repeats_quantities")
    return [name for name in names if name not in again]


def _lacks_quantities(found: _Found, name: str) -> str:
    tables = found[name]
    # Which column counts may still be open: an order of its own number is not passed over for it.
    told = [one for one in tables if any("quantity" in c.meanings and c.cells for c in one.columns)]
    held = any(map(ordered_rows, tables)) or any(map(order_numbers, told))
    return "" if held else "no_quantities"


def _is_ledger(found: _Found, name: str) -> str:
    """Whether a column names more customers or orders than a person would split."""
    for table in found[name]:
        columns = (table.column(table.mapping.get(one, 0)) for one in ("po_number", "customer"))
        if any(column and column.distinct >= _ARCHIVE for column in columns):
            return "ledger"
    return ""


def _is_other_paper(found: _Found, name: str) -> str:
    kinds = [other_kind(table) for table in found[name]]
    return kinds[0] if all(kinds) else ""


def _is_not_named(found: _Found, name: str) -> str:
    """Where one sheet alone is named an order, the others are not.

    Its own other version may be, and so may an order of another number.
    """
    named = [one for one in found if names_any(one, ORDER_WORDS)]
    if len(named) != 1 or name in named:
        return ""
    table, order = (max(found[one], key=ordered_rows) for one in (name, named[0]))
    numbers = [order_numbers(one) for one in (table, order)]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return ""
    return "" if _is_version(table, order) else "not_named_order"


def _is_version(table: Table, order: Table) -> bool:
    """Whether a table has the same header and items as another one, and other quantities."""
    items, counts = items_of(table), quantities(table)
    same = items & items_of(order)
    return (
        table.header.signature == order.header.signature
        and bool(items)
        and len(same) * 2 > len(items)
        and counts != quantities(order)
    )


def _choose_of(tables: Sequence[Table], choice: Choice, *, named: bool) -> None:
    """The table a person named, which comes first, or the one with most ordered rows."""
    ranked = sorted(tables, key=lambda table: (-ordered_rows(table), table.header.rows[0]))
    if named:
        ranked = [tables[0], *(table for table in ranked if table is not tables[0])]
    choice.table = ranked[0]
    told = (ordered_rows, _charged_rows, lambda one: _goes_on(one, ranked[0]))
    others = (table for table in ranked[1:] if any(rule(table) for rule in told))
    choice.others = tuple(table for table in others if not sums_up(table, ranked[0]))


def _charged_rows(table: Table) -> int:
    """How many rows say what an item costs and what all of it comes to, whatever column counts them."""
    told = [table.column(table.mapping.get(name, 0)) for name in ("unit_price", "line_total")]
    named = [table.column(table.mapping[name]) for name in table.identifiers]
    rows = [set(one.cells) if one else set[int]() for one in told]
    return len(rows[0] & rows[1] & {row for one in named if one for row in one.cells})


def _goes_on(table: Table, chosen: Table) -> bool:
    """Whether rows stand under headings as the chosen table has them, though none of their quantities can be read."""
    heads = [{(at, fold(text)) for at, text in one.header.texts.items()} for one in (table, chosen)]
    shared = {at for at, _ in heads[0] & heads[1]}
    filled = (len(shared & table.grid.rows[row].keys()) for row in table.body)
    return bool(table.identifiers) and max(filled, default=0) >= _COLUMNS


def which_sheet(choice: Choice) -> Issue:
    """The question between sheets of which any may be the order."""
    tables = {one.grid.name: one for one in (choice.table, *choice.rivals) if one}
    names = choice.names
    offered = [Candidate(one, f"{one} · {ordered_rows(tables[one])}") for one in names]
    if choice.together:
        count = sum(map(ordered_rows, tables.values()))
        offered.append(Candidate(ALL, f"{' + '.join(names)[:100]} · {count}"))
    return issue(
        "MULTIPLE_SHEET_CANDIDATES",
        facts={"count": str(len(names)), "sheets": ", ".join(names)[:200]},
        ask=Ask.CHOICE,
        target="sheet",
        candidates=tuple(offered),
        preselect=names[0],
    )
