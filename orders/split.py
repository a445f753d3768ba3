"""Several orders in one workbook: listed, and one is chosen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from orders.amend import Amendments
from orders.assemble import Assembled
from orders.choosing import Choice, ordered_rows, which_sheet
from orders.codes import issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.names import full_key
from orders.onward import ALL, are_apart, as_laid, is_spread
from orders.order import Order
from orders.places import are_branches, told_places, without_customer
from orders.reports import LEDGER, are_plain, too_many
from orders.sheet import address
from orders.sorted_rows import OTHER_ORDER
from orders.tables import Table

_MOST_NAMED = 10
Make = Callable[[Table, Amendments], Assembled]


@dataclass(frozen=True, slots=True)
class Parts:
    """The order this reading is about with its issues, and every order where one must be chosen."""

    made: Assembled
    orders: tuple[Order, ...]
    issues: tuple[Issue, ...] = ()
    undecided: bool = False
    """Whether a person must choose first; the questions within an order come after that."""
    table: Table | None = None
    """The table of all sheets, where one order goes on from sheet to sheet."""


def divide(choice: Choice, table: Table, amendments: Amendments, make: Make) -> Parts:
    """Part a workbook into its orders: by sheet, by block of a sheet, by a column's value.

    `make` assembles one table under corrections.
    """
    made = make(table, amendments)
    if choice.more:
        return _as_one(choice, [made], amendments, make)
    left: list[Issue] = []
    unread: list[str] = []
    for rivals, settled, target in (
        (choice.rivals, bool(amendments.sheet), "sheet"),
        (choice.others, table.grid.name in amendments.headers, f"header_row:{table.grid.name}"),
    ):
        read = [(one, make(one, amendments)) for one in rivals]
        read = [one for one in read if settled or not _is_bare(*one, table)]
        among = [table, *(one for one, _ in read)]
        family = [made, *(told for _, told in read)]
        if len(family) < 2:
            continue
        spread = target == "sheet" and not _are_orders(family)
        spread = spread and is_spread(among, family, alike=choice.together is not None)
        if amendments.sheet == ALL or (spread and not (settled or are_apart(family))):
            return _as_one(choice, family, amendments, make)
        if _are_orders(family) or (spread and are_apart(family)):
            if not settled:
                return _ask_part(target, among, family)
            left.append(_left(target, _values(target, among)[1:], family[1:]))
        elif not settled:
            question = which_sheet(choice) if target == "sheet" else which_table(among)
            return Parts(made, (made.order,), (question,), undecided=True)
        else:
            unread += [_place(one, rivals) for one in rivals]
    parts = _by_column(table, made, amendments, make)
    facts = {"groups": ", ".join(unread)[:300], "count": str(len(unread))}
    tables = (issue("TABLES_LEFT_OUT", facts=facts),) if unread else ()
    return replace(parts, issues=(*parts.issues, *left, *tables))


def _as_one(
    choice: Choice, family: Sequence[Assembled], amendments: Amendments, make: Make
) -> Parts:
    """The sheets read as one table, if that loses no line; else they must come as one."""
    whole = choice.together
    made = family[0]
    if whole is not None:
        laid = as_laid(whole.grid, family, choice.more)
        amendments = replace(amendments, rows=dict(amendments.rows) | laid)
        made = make(whole, amendments)
    lines = sum(len(one.order.lines) for one in family) + len(choice.more)
    if whole is None or len(made.order.lines) != lines:
        facts = {"sheets": ", ".join(choice.names)[:200], "count": str(len(family))}
        blocker = issue("ORDER_ACROSS_SHEETS", facts=facts)
        return Parts(family[0], (family[0].order,), (blocker,))
    choice.sheets_seen |= dict.fromkeys(choice.names, "chosen")
    return replace(_by_column(whole, made, amendments, make), table=whole)


def _is_bare(part: Table, made: Assembled, table: Table) -> bool:
    """Whether a part of the sheet has the headings of its table again, and only notes below them."""
    rows = made.rows
    asked = rows.unsure or rows.below or rows.blank or rows.struck
    again = part.grid.name == table.grid.name and part.header.signature == table.header.signature
    return again and not (made.order.lines or asked)


def _place(table: Table, among: Sequence[Table]) -> str:
    return f"{table.grid.name} · {place_of(table, among)} · {ordered_rows(table)}"


def groups(table: Table, made: Assembled) -> tuple[str, Mapping[str, int]]:
    """The field whose column names several customers or PO numbers, and the lines of each."""
    for name in ("po_number", "customer"):
        texts = Counter(_names_of(table, made, name).values())
        if len(texts) > 1:
            return name, texts
    return "", {}


def _names_of(table: Table, made: Assembled, name: str) -> dict[int, str]:
    """What a column says of each line; a blank cell under a name means the same.

    A line that is crossed out, or delivered, belongs to its order: it is asked about there.
    """
    number = table.mapping.get(name)
    rows = sorted({*made.rows.lines, *made.rows.struck})
    told = {row: table.grid.lent_down(row, number) for row in rows} if number else {}
    last = next((text for text in told.values() if text), "")
    found: dict[int, str] = {}
    for row, text in told.items():
        last = text or last
        found[row] = last
    return found if last else {}


def _are_orders(family: Sequence[Assembled]) -> bool:
    """Whether each of several tables names a customer or PO number that no other one names."""
    named = [_identity(one.order) for one in family]
    return all(any(one) for one in named) and len(set(named)) == len(named)


def _identity(order: Order) -> tuple[str, str]:
    return full_key(order.po_number or ""), full_key(order.customer or "")


def said(order: Order) -> str:
    """An order in a few words: number, customer, the shop whose column it is, how many lines."""
    place = order.evidence.get("ship_to")
    shop = order.ship_to if place and place.reading == "header" else ""
    names = [order.po_number or "", order.customer or "", shop or ""]
    return " · ".join([*(name for name in names if name), str(len(order.lines))])


def _listed(orders: Sequence[Order]) -> dict[str, str]:
    named = ", ".join(said(order) for order in orders[:_MOST_NAMED])
    return {"count": str(len(orders)), "groups": named[:300]}


def _left(target: str, values: Sequence[str], family: Iterable[Assembled]) -> Issue:
    """What the file holds besides the order that was chosen, each to be started by its answer."""
    orders = [made.order for made in family]
    return issue(
        "OTHER_ORDERS_LEFT",
        facts=_listed(orders),
        target=target,
        candidates=_named(values, orders),
    )


def _named(values: Sequence[str], orders: Sequence[Order]) -> tuple[Candidate, ...]:
    labels = [said(order) for order in orders]
    if len(set(labels)) < len(labels):
        labels = [f"{value} · {label}" for value, label in zip(values, labels, strict=True)]
    return tuple(map(Candidate, values, labels))


def _values(target: str, tables: Sequence[Table]) -> list[str]:
    """The answer that chooses each table: its sheet's name, or its place on a shared one."""
    return [one.grid.name if target == "sheet" else place_of(one, tables) for one in tables]


def _ask_part(target: str, tables: Sequence[Table], family: Sequence[Assembled]) -> Parts:
    """Ask between sheets or blocks, in the order of the workbook."""
    pairs = list(zip(tables, family, strict=True))
    if target != "sheet":
        pairs.sort(key=lambda pair: pair[0].header.rows[0])
    orders = [made.order for _, made in pairs]
    values = _values(target, [table for table, _ in pairs])
    return Parts(family[0], tuple(orders), (_which_order(target, values, orders),), undecided=True)


def place_of(table: Table, among: Sequence[Table]) -> str:
    """What names a table among others: its header's row, or its first cell on shared rows."""
    rows = [one.header.rows[-1] for one in among]
    row = table.header.rows[-1]
    return str(row) if rows.count(row) == 1 else address(row, min(table.header.texts))


def _which_order(target: str, values: Sequence[str], orders: Sequence[Order]) -> Issue:
    cells = (one.evidence.get("po_number") or one.evidence.get("customer") for one in orders)
    return issue(
        "MULTI_ORDER_DETECTED",
        cells=tuple(one.address for one in cells if one and one.address)[:20],
        facts=_listed(orders),
        ask=Ask.CHOICE,
        target=target,
        candidates=_named(values, orders),
        preselect=values[0],
    )


def which_table(tables: Sequence[Table]) -> Issue:
    """The question between tables of one sheet of which any may be the order."""
    return issue(
        "MULTI_TABLE",
        cells=tuple(t.grid.address(t.header.rows[-1], min(t.header.texts)) for t in tables),
        facts={"count": str(len(tables)), "headers": _among(tables)},
        ask=Ask.CHOICE,
        target=f"header_row:{tables[0].grid.name}",
        candidates=tuple(_table_choice(one, tables) for one in tables),
        preselect=place_of(tables[0], tables),
    )


def _table_choice(table: Table, tables: Sequence[Table]) -> Candidate:
    value = place_of(table, tables)
    return Candidate(value, f"{value} · {_headers_of(table)} · {ordered_rows(table)}"[:120])


def _among(tables: Sequence[Table]) -> str:
    """The headers of all tables: the same in the next file where the same is asked again."""
    return " / ".join(sorted(map(_headers_of, tables)))[:600]


def _headers_of(table: Table) -> str:
    return " | ".join(" ".join(text.split()) for text in table.header.texts.values())


def _by_column(table: Table, made: Assembled, amendments: Amendments, make: Make) -> Parts:
    named, taken = told_places(amendments.columns.get("quantity", ""))
    if named:
        family = {one: _at_place(table, at, amendments, make) for one, at in named.items()}
        return _chosen(family, taken, "column:quantity", made)
    name, many = groups(table, made)
    if name == "customer" and are_branches(table, made.order):
        made, many = make(without_customer(table), amendments), {}
    if len(many) < 2 or too_many(len(many)):
        return Parts(made, (made.order,))
    parts: dict[str, Assembled] = {}
    for text in many:
        parts[text] = _only(table, made, (name, text), (amendments, make))
        order = parts[text].order
        if len(many) >= LEDGER and order.lines and not are_plain([order]):
            return Parts(made, (made.order,))
    if len(many) >= LEDGER and not are_plain([one.order for one in parts.values()]):
        return Parts(made, (made.order,))
    return _chosen(parts, amendments.split, "split", made)


def _chosen(parts: dict[str, Assembled], taken: str, target: str, whole: Assembled) -> Parts:
    """The one that a person took, with the others said; or the question which one."""
    if taken in parts:
        chosen = parts.pop(taken)
        return Parts(chosen, (chosen.order,), (_left(target, list(parts), parts.values()),))
    orders = [one.order for one in parts.values()]
    question = _which_order(target, list(parts), orders)
    return Parts(whole, tuple(orders), (question,), undecided=True)


def _at_place(table: Table, number: int, amendments: Amendments, make: Make) -> Assembled:
    """What one shop's column orders, to be sent there; sums over all shops are left out."""
    name = " ".join(table.header.texts.get(number, "").split())
    mapping = {field: at for field, at in table.mapping.items() if field != "line_total"}
    alone = replace(table, mapping=mapping, sizes={number: name}, across="place")
    whole = make(alone, amendments)
    rows = {(table.grid.name, one.row): OTHER_ORDER for one in whole.rows.totals}
    made = make(alone, replace(amendments, rows=dict(amendments.rows) | rows))
    witness = table.grid.evidence(table.header.rows[-1], number, "header")
    evidence = {**made.order.evidence, "ship_to": witness}
    return replace(made, order=replace(made.order, ship_to=name, evidence=evidence))


def _only(
    table: Table, whole: Assembled, group: tuple[str, str], given: tuple[Amendments, Make]
) -> Assembled:
    """The order of one group: the rows of the others, and totals over all, left out."""
    name, text = group
    amendments, make = given
    names = _names_of(table, whole, name)
    out = [row for row in (*whole.rows.lines, *whole.rows.struck) if names.get(row) != text]
    out += [one.row for one in whole.rows.totals]
    sheet = table.grid.name
    rows = dict(amendments.rows) | {(sheet, row): OTHER_ORDER for row in out}
    made = make(table, replace(amendments, rows=rows))
    if name == "customer":
        return replace(made, order=replace(made.order, customer=text))
    return replace(made, order=replace(made.order, po_number=text))


def without_questions(issues: Sequence[Issue]) -> list[Issue]:
    """What stands beside the choice of an order: nothing that is asked within one."""
    beside = (Severity.BLOCKER, Severity.INFO)
    return [one for one in issues if one.severity in beside or one.code == "ORDERS_WITHOUT_LINES"]
