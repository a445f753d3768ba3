"""A table: header, columns, votes, and which column serves which field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orders.amend import Amendments
from orders.ballot import ABSENT, count
from orders.beside import narrowed, split_beside, without_islands
from orders.blocks import order_blocks
from orders.colours import find_across, told_by
from orders.columns import Column, make_columns
from orders.continued import below_each_other
from orders.foreign import foreign_headers
from orders.freed import lone_columns
from orders.headers import IDENTIFIERS, Header, find_headers, forced_header
from orders.hints import Hints
from orders.itemised import laid_anew
from orders.lending import lend_down
from orders.listed import rows_below
from orders.matrix import renamed_sizes, says_again, sum_column, whole_of_parts
from orders.members import COLUMN_FIELDS, vote_beside
from orders.proofs import money_by_currency, told_by_sums
from orders.reading import FieldCount, Vote
from orders.recalling import recall, with_words
from orders.saidagain import same_header
from orders.sampling import sample_rows
from orders.setapart import set_apart
from orders.sheet import column_number
from orders.spread import when_columns
from orders.swayed import weigh
from orders.taxrows import sums_taxes
from orders.template import Outcome, Recall
from orders.values import fold
from orders.view import Grid

ALL = "+"
"""`C+D` as the column of a field: what both come to together."""
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet and how its columns were understood.

    `body` are the filled rows below the header up to `stop`, where another table begins (0: the
    sheet's end). `mapping` takes a field to its column's number.
    """

    grid: Grid
    header: Header
    columns: tuple[Column, ...]
    body: tuple[int, ...]
    votes: tuple[Vote, ...] = ()
    counts: tuple[FieldCount, ...] = ()
    mapping: Mapping[str, int] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    """Fields whose column a person chose."""
    sizes: Mapping[int, str] = field(default_factory=dict)
    """Columns that hold the quantity of one size each, or of one product each."""
    recall: Recall | None = None
    """The known template that met this table."""
    swayed: frozenset[str] = frozenset()
    """Fields whose column stands on the word of language models."""
    renamed: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    """What the columns of `sizes` are called by each row that says the header again."""
    across: str = "size"
    """What names of `sizes` are: a `size`, `colour`, `product_name`, or a `place` that orders."""
    priced: int = 0
    """The row that says what each product of `sizes` costs, where one does."""
    asides: frozenset[int] = frozenset()
    """Rows of other headers between the lines, and what stands under those."""

    @property
    def name(self) -> str:
        """`Sheet1!7`: the sheet and the header's last row, by which votes find their table."""
        return f"{self.grid.name}!{self.header.rows[-1]}"

    @property
    def identifiers(self) -> tuple[str, ...]:
        """The fields by which this table names its items."""
        return tuple(name for name in IDENTIFIERS if name in self.mapping)

    @property
    def row_names(self) -> tuple[str, ...]:
        """The fields that say whether a row is meant: its item, or who orders across a row."""
        return ("notes",) if self.across == "product_name" else self.identifiers

    @property
    def is_candidate(self) -> bool:
        """Whether it could be an order: items, and a quantity or at least money."""
        money = {"quantity", "unit_price", "line_total"} & set(self.mapping)
        possible = any(c.choice != ABSENT for c in self.counts if c.field == "quantity")
        named = any(self._offers(name) for name in IDENTIFIERS)
        return named and bool(money or possible or self.sizes)

    @property
    def counts_nothing(self) -> bool:
        """Whether no quantity has an item or a price on its row, as in a plan of deliveries."""
        counted = self.column(self.mapping.get("quantity", 0))
        names = (*self.identifiers, "unit_price")
        told = [self.column(self.mapping[name]) for name in names if name in self.mapping]
        rows = {row for one in told if one for row in one.cells}
        return counted is not None and bool(counted.cells) and not rows & counted.cells.keys()

    def _offers(self, name: str) -> bool:
        """Whether some column serves the field, or may serve it once a person says so."""
        return name in self.mapping or any(
            letter not in (ABSENT, "")
            for one in self.counts
            if one.field == name
            for letter in one.shares
        )

    def column(self, number: int) -> Column | None:
        """The column with this number."""
        return next((column for column in self.columns if column.number == number), None)

    @property
    def line_numbers(self) -> int:
        """The column that only counts the lines; 0 where there is none."""
        served = self.mapping.values()
        free = [c for c in self.columns if c.number not in served]
        named = [c.number for c in free if "line_no" in c.meanings]
        return next(iter([*named, *(c.number for c in free if c.sequence)]), 0)

    def repeats(self, row: int) -> bool:
        """Whether a row says the header's words again."""
        if self.header.is_missing:
            return False
        words = {fold(text) for _, text in self.grid.filled(row)}
        own = {
            fold(self.grid.text(line, number))
            for line in self.header.rows
            for number in self.header.texts
        } - {""}
        alike = len(words) > 1 and len(words & own) >= max(2, _SAME * len(words))
        told = [text for at in self.mapping.values() if (text := fold(self.grid.text(row, at)))]
        alike = alike or (len(told) > 1 and own.issuperset(told))
        return alike or says_again(self.grid, self.header, row)

    def name_across(self, row: int, number: int) -> str:
        """The size, product or place of a quantity by the last header above its row."""
        renamed = max((at for at in self.renamed if at < row), default=0)
        return self.renamed[renamed].get(number, "") if renamed else self.sizes[number]


def find_tables(grid: Grid, amendments: Amendments, hints: Hints) -> list[Table]:
    """Every table of a sheet, top down; the same header again belongs to the table before.

    Where a person named a header, its table is the first, or the only one where no header was seen.
    """
    given = (amendments, hints)
    grid = set_apart(grid)
    headers = find_headers(grid)
    if grid.name not in amendments.headers and (anew := laid_anew(grid, headers)):
        return _tables_of(anew, find_headers(anew)[:1], given)
    near = without_islands(grid, headers[0]) if headers else grid
    if near is not grid:
        grid, headers = near, find_headers(near)
    tables = _tables_of(grid, headers or foreign_headers(grid), given)
    named = amendments.headers.get(grid.name)
    if named is None:
        return tables
    meant = [table for table in tables if _is_meant(table.header, named)]
    if not meant:
        return [make_table(grid, forced_header(grid, named[0]), 0, given)]
    return [*meant[:1], *(table for table in tables if table is not meant[0])]


def _is_meant(header: Header, named: tuple[int, int]) -> bool:
    return named[0] in header.rows and named[1] in (0, min(header.texts))


def _tables_of(
    grid: Grid, headers: Sequence[Header], given: tuple[Amendments, Hints]
) -> list[Table]:
    parts = split_beside(grid, headers[0]) if headers else []
    if parts and parts != [headers[0]]:
        return _beside(grid, parts, given)
    if blocks := order_blocks(grid, headers):
        return [make_table(part, header, 0, given) for part, header in blocks]
    kept: list[Header] = []
    for header in headers:
        if not any(same_header(header, other) for other in kept):
            kept.append(header)
    tables: list[Table] = []
    stop = 0
    for header in reversed(kept):
        table = make_table(grid, header, stop, given)
        # What can hold no lines is no table: its rows stay with the lines above, or are asked there.
        if header is kept[0] or (table.is_candidate and not table.counts_nothing):
            tables.insert(0, table)
        elif not sums_taxes(grid, header):
            continue
        stop = header.rows[0]
    return tables


def _beside(grid: Grid, parts: Sequence[Header], given: tuple[Amendments, Hints]) -> list[Table]:
    """The tables of one row of headings, or the one that goes on beside itself."""
    named = grid.name in given[0].headers
    whole = below_each_other(grid, parts) if len(parts) > 1 and not named else None
    if whole is not None:
        return [make_table(whole, parts[0], 0, given)]
    return [make_table(narrowed(grid, part), part, 0, given) for part in parts]


def make_table(grid: Grid, header: Header, stop: int, given: tuple[Amendments, Hints]) -> Table:
    """Describe a table's columns, let the members vote, count, and apply people's choices."""
    amendments, hints = given
    body = rows_below(grid, header.texts.values(), header.rows[-1], stop)
    again = {row for row in body if says_again(grid, header, row)}
    sample = sample_rows(grid, [row for row in body if row not in again])
    columns = make_columns(grid, header, sample, hints.known_skus, hints.known_gtins)
    columns = with_words(columns, hints.words) if hints.words else columns
    letters, told = [column.letter for column in columns], amendments.columns.get("quantity")
    sizes, added, days = _spread_out(columns, told)
    met, votes = recall(header, columns, hints.templates)
    if not votes:
        votes = vote_beside(columns, sizes, added)
        votes += hints.votes if hints.voted_on == f"{grid.name}!{header.rows[-1]}" else ()
    counts, swayed = weigh(count(votes, letters), votes, columns, confirm=hints.confirm)
    mapping = {
        one.field: column_number(one.choice)
        for one in counts
        if one.choice != ABSENT and (one.decided or one.field not in _CRITICAL)
    }
    mapping |= {"quantity": added} if added else {}
    mapping, chosen = with_choices(mapping, amendments, letters)
    if met is not None and met.outcome is Outcome.USED:
        chosen |= mapping.keys()
    mapping |= lone_columns(mapping, chosen, counts, columns)
    mapping |= told_by_sums(columns, mapping, chosen)
    mapping |= money_by_currency(grid, body, columns, mapping, chosen)
    return Table(
        lend_down(grid, mapping, body),
        header,
        columns,
        body,
        votes,
        counts,
        mapping,
        chosen,
        sizes,
        met,
        swayed=swayed - chosen,
        renamed=renamed_sizes(grid, sizes, sorted(again)),
        across="place" if sizes and (told or days) else told_by(sizes),
    )


def _spread_out(columns: Sequence[Column], told: str | None) -> tuple[Mapping[int, str], int, bool]:
    """The columns that count side by side, the one that adds such up or 0, and whether they are days."""
    if told is not None:
        sizes = _together(columns, told)
        return sizes, sum_column(columns, sizes) if sizes else 0, False
    sizes = find_across(columns)
    days = {} if sizes else when_columns(columns)
    if not sizes and not days:
        return {}, whole_of_parts(columns), False
    added = sum_column(columns, sizes or days)
    return ({}, added, False) if days and added else (sizes or days, added, bool(days))


def _together(columns: Sequence[Column], answer: str) -> Mapping[int, str]:
    """The columns that a person wants added up."""
    letters = answer.split(ALL) if ALL in answer else []
    return {one.number: one.header for one in columns if one.letter in letters}


_CRITICAL = frozenset({"quantity", "sku", "gtin", "product_name", "customer"})


def with_choices(
    mapping: dict[str, int], amendments: Amendments, letters: Sequence[str]
) -> tuple[dict[str, int], frozenset[str]]:
    """The columns as people chose them, and the fields that they chose."""
    chosen: set[str] = set()
    for name, letter in amendments.columns.items():
        if name not in COLUMN_FIELDS:
            continue
        chosen.add(name)
        mapping.pop(name, None)
        if letter in letters:
            number = column_number(letter)
            mapping = {other: at for other, at in mapping.items() if at != number}
            mapping[name] = number
    return mapping, frozenset(chosen)
