"""Facts of orders in a table of their own, joined by the order's number.

Exports of shops and of other systems say who ordered what when in one table, an order a row, and
the lines in another one: below it, or on another sheet. The number stands in both.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from orders.asking import paper_doubt
from orders.codes import confirmed, issue
from orders.dictionary import Meanings, column_meanings, label_meanings
from orders.issue import Issue
from orders.labels import HEADER_FIELDS, Found
from orders.relaid import SIDEWAYS, cells_of, relaid
from orders.sheet import Visibility
from orders.shipto import names_place
from orders.struck import is_withdrawn
from orders.tables import Table
from orders.totals import row_words
from orders.values import fold, tidy
from orders.view import Grid

_SUMS = frozenset({"subtotal", "tax", "discount", "charge", "total"})
_TELLING = frozenset({*HEADER_FIELDS, "total"} - {"po_number", "notes"})
_CODE = "customer_code"
_DAYS = ("order_date", "delivery_date")
_ITEMS = ("sku", "gtin", "product_name")
_SURE = 1.0
_BARE = frozenset({"id", "no", "nr", "number"})
"""Headings that name a number only where every order of the lines stands below it."""
_MOST_NAMED = 10
_FEW_FACTS = 60
"""Rows of a sheet that may list facts downwards."""
_HAS_DIGIT = re.compile(r"\d").search


@dataclass(frozen=True, slots=True)
class _Facts:
    """A table of facts: its heading, its column of numbers, and the rows of each number."""

    grid: Grid
    header: int
    number: int
    rows: Mapping[str, Sequence[int]]


@dataclass(slots=True)
class Joined:
    """What tables of facts say of one order, as if labels stood around its lines."""

    found: list[tuple[Grid, Found]] = field(default_factory=list)
    sums: list[tuple[Grid, Found]] = field(default_factory=list)
    """The sums stated of it."""
    places: list[tuple[Grid, Found]] = field(default_factory=list)
    """Where it shall go."""
    issues: list[Issue] = field(default_factory=list)
    rows: set[tuple[str, int]] = field(default_factory=set)
    """The rows (sheet, row) of those tables, in which no label stands."""
    several: bool = False
    """Whether the lines' table holds several orders."""

    def left(self, grid: Grid, rows: Iterable[int]) -> list[int]:
        """Those of a sheet's rows in which labels may stand."""
        return [row for row in rows if (grid.name, row) not in self.rows]

    def agreed(self, labelled: Sequence[tuple[Grid, Found]]) -> list[tuple[Grid, Found]]:
        """What labels say, without days that they say differently of several orders."""
        said = {(one.field, one.text) for _, one in labelled if one.field in _DAYS}
        told = Counter(name for name, _ in said)
        return [pair for pair in labelled if not self.several or told[pair[1].field] < 2]


def join(table: Table, lines: Collection[int]) -> Joined:
    """The facts of the one order that `lines` are of, from around the table or from other sheets."""
    joined = Joined()
    if "po_number" not in table.mapping:
        return joined
    known = table.grid.book.found.setdefault((f"{table.name}{table.grid.laid}", "facts"), [])
    if not known:
        known += [_numbers(table, table.body), *_tables(table)]
    everyone, *found = known
    joined.several = len(everyone) > 1
    numbers = _numbers(table, lines)
    for facts in found:
        joined.rows |= _rows_of(facts)
        joined.issues += _without_lines(facts, everyone)
        if len(numbers) == 1:
            _take(joined, facts, *next(iter(numbers.items())))
    codes = {code for facts in found for code in _codes(facts, numbers)}
    for heading, number in {*codes, *_codes_of_lines(table, lines)}:
        _name(joined, table, heading, number)
    return joined


def _tables(table: Table) -> Iterator[_Facts]:
    """The tables of facts around this one and on other sheets that are seen."""
    heading = tidy(table.header.texts.get(table.mapping["po_number"], ""))
    known = _numbers(table, table.body)
    others = [one for one in table.grid.book.grids.values() if one.name != table.grid.name]
    for grid in (table.grid, *(o for o in others if o.sheet.visibility is Visibility.VISIBLE)):
        inside = {*table.header.rows, *table.body} if grid is table.grid else ()
        rows = [row for row in grid.rows if row not in inside]
        facts = _find(grid, rows, heading, known)
        if facts is None and not inside and grid.last_row <= _FEW_FACTS:
            upright = _turned(grid)
            facts = _find(upright, list(upright.rows), heading, known)
            # One value beside each label is what labels are.
            facts = facts if facts and len(facts.rows) > 1 else None
        if facts:
            yield facts


def _turned(grid: Grid) -> Grid:
    """The sheet with its columns as rows: an order may be a column of its facts."""
    turned = {
        (column, row): (place, cell) for (row, column), (place, cell) in cells_of(grid).items()
    }
    return relaid(grid, turned, SIDEWAYS)


def _rows_of(facts: _Facts) -> set[tuple[str, int]]:
    grid = facts.grid
    rows = (facts.header, *chain(*facts.rows.values()))
    return {(grid.name, grid.place(row, at)[0]) for row in rows for at in grid.rows[row]}


def _numbers(table: Table, rows: Collection[int]) -> dict[str, str]:
    """The numbers of orders on these rows, as they are compared and as they stand."""
    texts = (table.grid.text(row, table.mapping["po_number"]) for row in rows)
    return {fold(text): text for text in texts if text}


def _find(grid: Grid, rows: Sequence[int], heading: str, known: Mapping[str, str]) -> _Facts | None:
    """The table whose rows each tell of the order whose number stands there, where most are met."""
    best: tuple[int, _Facts | None] = (0, None)
    allowed = frozenset(rows)
    for header, column in _headings(grid, rows, heading, frozenset(known.values())):
        meant = {at: _meanings(text) for at, text in grid.filled(header)}
        if not any(_TELLING & names.keys() for names in meant.values()) or _heads_items(meant):
            continue
        below = _below(grid, allowed, header, column)
        met, own = len(below.keys() & known.keys()), fold(grid.text(header, column))
        named = own == fold(heading) or (met and "po_number" in meant[column])
        named = named or (own in _BARE and known.keys() <= below.keys())
        once = [fold(text) for _, text in grid.filled(header)].count(own) == 1
        if below and named and once and (met > best[0] or best[1] is None):
            best = met, _Facts(grid, header, column, below)
    return best[1]


def _headings(
    grid: Grid, rows: Sequence[int], heading: str, numbers: frozenset[str]
) -> set[tuple[int, int]]:
    """Where numbers may be headed: by the lines' own heading, or above one that is known."""
    found: set[tuple[int, int]] = set()
    met: set[int] = set()
    for row in rows:
        for column, text in grid.filled(row):
            if text.casefold() == heading.casefold():
                found.add((row, column))
            elif column not in met and text in numbers:
                met.add(column)
                above = (
                    at for at in range(row - 1, 0, -1) if not _HAS_DIGIT(grid.text(at, column))
                )
                found.add((next(above, 0), column))
    return found


def _meanings(text: str) -> Meanings:
    return label_meanings(text) or column_meanings(text)


def _heads_items(meant: Mapping[int, Meanings]) -> bool:
    return any(names.get(one, 0) >= _SURE for names in meant.values() for one in _ITEMS)


def _below(grid: Grid, rows: Collection[int], header: int, column: int) -> dict[str, list[int]]:
    """The rows of each number right below a heading; sums over all of them are none."""
    found: dict[str, list[int]] = {}
    for row in range(header + 1, grid.last_row + 1):
        text = fold(grid.text(row, column)) if row in rows else ""
        if not text or row_words(grid, row)[2]:
            break
        found.setdefault(text, []).append(row)
    return found


def _without_lines(facts: _Facts, known: Collection[str]) -> Iterator[Issue]:
    """Orders that the facts tell of and no line is of."""
    grid, at = facts.grid, facts.number
    rows = [rows[0] for number, rows in facts.rows.items() if number not in known]
    if rows:
        named = ", ".join(grid.text(row, at) for row in rows[:_MOST_NAMED])
        said = {"count": str(len(rows)), "groups": named[:300], "sheet": grid.name}
        cells = tuple(grid.address(row, at) for row in rows[:20])
        yield issue("ORDERS_WITHOUT_LINES", cells=cells, facts=said)


def _take(joined: Joined, facts: _Facts, number: str, shown: str) -> None:
    grid = facts.grid
    rows = facts.rows.get(number, ())
    if not rows:
        joined.issues.append(issue("FACTS_NOT_FOUND", facts={"value": shown, "sheet": grid.name}))
        return
    columns = [at for at, _ in grid.filled(facts.header) if at != facts.number]
    unlike = [at for at in columns if len({grid.text(row, at) for row in rows}) > 1]
    if unlike:
        cells = tuple(grid.address(row, at) for at in unlike for row in rows)[:20]
        said = {"value": shown, "sheet": grid.name}
        joined.issues.append(confirmed("FACTS_TWICE", cells=cells, facts=said))
    for at in columns:
        text = grid.text(rows[0], at)
        if text and at not in unlike:
            _take_cell(joined, facts, rows[0], at)
            if is_withdrawn(text):
                joined.issues.append(paper_doubt(grid.address(rows[0], at), {"value": text}))


def _codes(facts: _Facts, numbers: Collection[str]) -> Iterator[tuple[str, str]]:
    """The headings and numbers by which a table of orders names its customers."""
    rows = [row for number in numbers for row in facts.rows.get(number, ())]
    for at, heading in facts.grid.filled(facts.header):
        told = {facts.grid.text(row, at) for row in rows}
        if _CODE in column_meanings(heading) and len(told) == 1:
            yield heading, told.pop()


def _codes_of_lines(table: Table, lines: Collection[int]) -> Iterator[tuple[str, str]]:
    for at, heading in table.header.texts.items():
        told = {table.grid.text(row, at) for row in lines}
        if _CODE in column_meanings(heading) and len(told) == 1:
            yield heading, told.pop()


def _name(joined: Joined, table: Table, heading: str, number: str) -> None:
    """Take the name that a table of customers gives the one of this number, if one does."""
    own = {(table.name, row) for row in (*table.header.rows, *table.body)}
    for grid in table.grid.book.grids.values():
        rows = [row for row in grid.rows if (grid.name, row) not in joined.rows | own]
        seen = number and grid.sheet.visibility is Visibility.VISIBLE
        facts = _find(grid, rows, heading, {fold(number): number}) if seen else None
        at = facts.rows.get(fold(number), ()) if facts else ()
        if facts is None or len(at) != 1:
            continue
        named = {
            column: _meanings(text).get("customer", 0)
            for column, text in grid.filled(facts.header)
            if column != facts.number and grid.text(at[0], column)
        }
        column = max(named, key=lambda one: named[one], default=0)
        if named.get(column):
            label = grid.text(facts.header, column)
            told = Found(
                "customer", grid.text(at[0], column), at[0], column, _SURE, label, listed=True
            )
            joined.found.append((grid, told))
            joined.rows |= _rows_of(facts)


def _take_cell(joined: Joined, facts: _Facts, row: int, at: int) -> None:
    grid, label = facts.grid, facts.grid.text(facts.header, at)
    place = names_place(fold(label))
    for name, score in _meanings(label).items():
        one = Found(name, grid.text(row, at), row, at, score, label, listed=True)
        if name in _SUMS:
            joined.sums.append((grid, one))
        elif name in HEADER_FIELDS and name != "po_number" and not (place and name == "customer"):
            joined.found.append((grid, one))
    if place and any(map(str.isdigit, grid.text(row, at))):
        joined.places.append((grid, Found("ship_to", grid.text(row, at), row, at, _SURE, label)))
