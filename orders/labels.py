"""Labelled cells around a table: customer, PO number, dates, notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from orders.dates import parse_date
from orders.dictionary import ORDER_WORDS, column_meanings, label_meanings, names_any
from orders.firm import is_street, wrapped_name
from orders.headed import goes_on, heads_values, named_below
from orders.names import legal_form, name_key
from orders.numbered import bare_number, below_title, is_house_number, meant_by, numbered
from orders.pairs import dashed, pairs_of
from orders.sheet import Cell
from orders.suiting import BRACKETS, COLON, is_label, label_name, suits
from orders.values import ascii_digits, fold, lines_of, tidy, written
from orders.view import Grid, heads_block

HEADER_FIELDS = ("customer", "po_number", "order_date", "delivery_date", "currency", "notes")
_REACH = 16
"""How many columns to the right a label's value may stand."""
_LINES = 3
"""A name is broken over no more lines than one and these."""
_NEAR = 4
"""The same for a customer, whose empty place would else take the letterhead beside it."""
_LONG = re.compile(r"\d{6,}|[A-Z]{1,4}[-/]?\d{4,7}")  # Below a title such a number is the order's.
_TITLE_PENALTY, _NUMBERED = 0.3, 2  # A single sign beside a title is a page's number.
_DAYS, _YEAR = ("order_date", "delivery_date"), re.compile(r"(?:19|20)\d\d")
_REST = re.compile(r"(?=\D*\d)[A-Z\d/-]{1,12}", re.IGNORECASE)
_DATE_LENGTH, _MARKS = 24, " :：=-–—."
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u06ff]")
_ACCOUNT = re.compile(r"[A-Z-]*[0-9][A-Z0-9-]*")
"""`Account: SALLT01` is the number that a buyer gives a seller, and names nobody."""
_PERSON = re.compile(
    r"(?:[^\W\d_]\. ?){1,2}[^\W\d_][\w'’-]+(?:, .*)?|(?:[^\W\d_][\w.'’-]* ){1,3}?[^\W\d_][\w'’-]*, .*\b"
    r"(?:manager|buyer|pharmacist|director|officer|assistant|chef|supervisor|nurse|head of .*|foreman"
    r"|leiter|leiterin|einkauf|einkäufer|responsable|acheteur|acheteuse|encargado|jefe|gerente)",
    re.IGNORECASE,
)
"""`Ordered by: D. Nolan, Senior Pharmacist` says which person wrote it, and not for whom."""
_PLACE = 0.7
"""How surely a place of delivery names the customer: not at all where it is an address."""
_PLACE_WORDS = """
warehouse depot store dock gate lager werk entrepôt dépôt magasin almacén bodega magazzino
deposito armazém depósito depo ambar склад انبار کارخانه مستودع 仓库 倉庫 창고
"""
_PLACES = frozenset(fold(word) for word in _PLACE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Found:
    """One labelled value: its field, text, cell, and how surely the label names the field."""

    field: str
    text: str
    row: int
    column: int
    score: float
    label: str
    listed: bool = False  # In a list the cell below is of another order.


def find_labels(grid: Grid, rows: Sequence[int], last: int = 0) -> list[Found]:
    """Every labelled value in these rows, strongest label first for each field; a request's last.

    Below the `last` line a ledger of earlier orders may stand, with columns of its own: only a
    value beside its label, or behind a colon, is one there.
    """
    allowed = frozenset(rows)
    found = [
        one
        for row in rows
        for one in _of_row(grid, row, below_lines=bool(last) and row > last)
        if one.row in allowed and not (one.score < 1 and is_house_number(grid, one.row, one.column))
    ]
    return sorted(found, key=lambda one: (_is_request(one), -one.score))


def _is_request(found: Found) -> bool:
    """Whether the number is that of the request that the order grew from: `REQ#`."""
    words = fold(found.label).split()
    return found.field == "po_number" and any(word.startswith("req") for word in words)


def _of_row(grid: Grid, row: int, *, below_lines: bool) -> Iterator[Found]:
    many = sum(is_label(text) for _, text in grid.filled(row)) > 1
    for column, text in grid.filled(row):
        cell = grid.cell(row, column)
        if cell is None or not isinstance(cell.value, str):
            continue
        ended = text.endswith((":", "："))
        inline = [] if below_lines and not COLON.search(text) else list(_inside(grid, row, column))
        if inline:
            yield from inline
            continue
        for field, score in label_meanings(label_name(text)).items():
            if field not in HEADER_FIELDS:
                continue
            title = fold(text) in ORDER_WORDS and not ended and not many
            under = not title or bool(_LONG.fullmatch(ascii_digits(grid.text(row + 1, column))))
            below = under and (ended or not below_lines)
            place = _value_place(grid, row, column, field, below=below)
            paged = title and place is not None and len(grid.text(*place)) < _NUMBERED
            if place is not None and not paged and _is_told(field, score, text, grid.text(*place)):
                value = _first_line(grid, *place) if field == "customer" else grid.text(*place)
                if field == "po_number":
                    value = _whole_code(grid, place, bare_number(value))
                value = _whole_day(grid, *place) if field in _DAYS else value
                sure = score - _TITLE_PENALTY if title else score
                yield Found(field, value, *place, score=sure, label=text)


def _whole_day(grid: Grid, row: int, column: int) -> str:
    """A day that a narrow box breaks before its year: `04 May`, and `2026` right below."""
    text, below = grid.text(row, column), grid.text(row + 1, column)
    whole = f"{text} {below}"
    broken = _YEAR.fullmatch(below) and not parse_date(text).readings
    return whole if broken and parse_date(whole).readings else text


def _completed(grid: Grid, one: Found, name: str) -> Found:
    """What was found, its number or customer's name with what a narrow box broke off."""
    if one.field == "po_number":
        return replace(one, text=_whole_code(grid, (one.row, one.column), one.text))
    return replace(one, text=name) if name and one.field == "customer" else one


def _whole_code(grid: Grid, place: tuple[int, int], value: str) -> str:
    """A number that a page breaks behind its hyphen: `PO-2026-`, and `77` next below."""
    row, column = place
    below = grid.text(row + 1, column) or grid.text(row + 2, column)
    broken = value.endswith(("-", "/")) and _REST.fullmatch(ascii_digits(below))
    return value + below if broken else value


def _inside(grid: Grid, row: int, column: int) -> Iterator[Found]:
    """Labels and values within one cell: `Customer: Acme`, `PO No 4711`, line by line."""
    cell = grid.cell(row, column)
    lines = lines_of(written(cell.value)) if cell else []
    if number := below_title(grid, row, column):
        label = grid.text(row, column)
        yield Found("po_number", number, row, column, score=1 - _TITLE_PENALTY, label=label)
    for at, line in enumerate(lines, 1):
        following = next(iter(lines[at:]), "")
        tail = lines[at:] or _lines_below(grid, row, column)
        for label, value in pairs_of(line) or dashed(line) or numbered(line):
            whole = _whole_name(value, tail)
            if whole == value and line.endswith(value):
                whole += wrapped_name([line, *tail])[len(line) :]  # The label takes room as well.
            for one in _named(label, value or following, (row, column)):
                yield _completed(grid, one, whole)


def _lines_below(grid: Grid, row: int, column: int) -> list[str]:
    """The lines right below a cell with nothing left of them; beside a label only the rest of a name."""
    rows = range(row + 1, row + 1 + _LINES)
    own = list(takewhile(lambda at: min(grid.rows.get(at, ()), default=0) == column, rows))
    text = grid.text(row + 1, column)
    return [grid.text(at, column) for at in own] or [text] * (not name_key(text) or _is_open(text))


def _whole_name(name: str, lines: Sequence[str]) -> str:
    """A name that a narrow box breaks before its end: `Weber & Krone`, and `KG` right below."""
    below = next(iter(lines), "")
    if _is_open(name) and _is_open(below):
        return f"{name} {below}"
    ends = legal_form(below) and not name_key(below) and not legal_form(name)
    if "line_no" in column_meanings(below):  # Polish `Lp.` heads the numbers of lines.
        return name
    if name and ends:
        return f"{name} {below}"
    return wrapped_name([name, *lines]) if name else name


def _is_open(text: str) -> bool:
    """Whether a quotation mark stands in a text without its other half."""
    return text.count('"') % 2 == 1 or any(text.count(a) != text.count(b) for a, b in ("«»", "“”"))


def _named(label: str, value: str, at: tuple[int, int]) -> Iterator[Found]:
    said = value
    for field, score in meant_by(label).items():
        value = bare_number(said) if field == "po_number" else said
        cell = Cell(value)
        fits = field in HEADER_FIELDS and value and (suits(field, cell) or _is_damaged(field, cell))
        if field == "customer" and label_meanings(value.strip(BRACKETS)):
            continue
        if fits and not _is_elsewhere(field, score, value):
            yield Found(field, value, *at, score, label)


def _value_place(
    grid: Grid, row: int, column: int, field: str, *, below: bool
) -> tuple[int, int] | None:
    """The filled cell to the right, else the one below, if it suits the field."""
    merge = grid.masters.get((row, column))
    start = merge.last_column + 1 if merge else column + 1
    named = named_below(grid, row, column) if field == "customer" else None
    heads = named or (below and heads_values(grid, row))
    if named is False or (heads and not named and goes_on(grid, row)):
        return None
    leftward = _reads_leftward(grid, row)
    if leftward and (left := _left_of(grid, row, column, field, alone=False)):
        return left
    reach = 0 if heads or leftward else _NEAR if field == "customer" else _REACH
    for place in range(start, start + reach):
        cell = grid.cell(row, place)
        if cell is None or not (grid.text(row, place).strip(_MARKS) or cell.formula):
            continue
        if is_label(grid.text(row, place)):
            break
        if suits(field, cell) or _is_damaged(field, cell):
            return row, place
        # `Buyer | 100` has its value, and what stands below is another label.
        below = below and field != "customer"
        break
    under = (merge.last_row + 1) if merge else row + 1
    boxed = field == "customer" and heads_block(grid, row)
    under += boxed or field in label_meanings(grid.text(under, column))  # Said in a second script.
    cell = grid.cell(under, column) if below else None
    if cell is not None and suits(field, cell) and not is_label(grid.text(under, column)):
        return under, column
    return _left_of(grid, row, column, field)


def _reads_leftward(grid: Grid, row: int) -> bool:
    """Whether a row ends with a label that is read from right to left: `4711 | شماره سفارش`."""
    first, *_, last = [text for _, text in grid.filled(row)] * 2
    return bool(_RIGHT_TO_LEFT.search(last)) and is_label(last) and not is_label(first)


def _left_of(
    grid: Grid, row: int, column: int, field: str, *, alone: bool = True
) -> tuple[int, int] | None:
    """The value on the left of a label that is read from right to left."""
    cell = grid.cell(row, column - 1)
    text = grid.text(row, column - 1)
    if cell is None or not _RIGHT_TO_LEFT.search(grid.text(row, column)):
        return None
    taken = alone and is_label(grid.text(row, column - 2))
    return (row, column - 1) if suits(field, cell) and not is_label(text) and not taken else None


def _is_damaged(field: str, cell: Cell) -> bool:
    """Whether a cell stands where a date belongs and is none: people must hear of it."""
    text = tidy(written(cell.value, cell.number_format))
    if field not in _DAYS or len(text) > _DATE_LENGTH:
        return False
    return not cell.cached or any(sign.isdigit() for sign in ascii_digits(text))


def _is_told(field: str, score: float, label: str, text: str) -> bool:
    """Whether a text may be what its label asks for; `Customer name 2`, `Vessel name` are labels."""
    words, said = fold(label).split(), fold(text).split()
    heading = len(words) > 1 and said[: len(words)] == words
    heading = heading or (field == "customer" and len(words) > 1 and said[1:] == words[-1:])
    heading = heading or (field == "customer" and column_meanings(text).get("sku") == 1)
    return not heading and not _is_elsewhere(field, score, text)


def _is_elsewhere(field: str, score: float, text: str) -> bool:
    """Whether a place of delivery names a street, a house or a store, no company."""
    if field == "customer" and is_street(text.partition("\n")[0]):
        return True
    if field == "customer" and score < 1 and _ACCOUNT.fullmatch(tidy(text)):
        return True
    if field != "customer" or score >= 1:
        return False
    if names_any(text, ORDER_WORDS) and not legal_form(text):
        return True  # `Pharmacy` above the title of a paper.
    if _PERSON.fullmatch(tidy(text)) and not legal_form(text):
        return True
    digits = any(sign.isdigit() for sign in ascii_digits(text.splitlines()[0] if text else ""))
    if score > _PLACE:
        return digits and "," in text and not legal_form(text.partition(",")[0])
    return digits or bool(_PLACES.intersection(fold(text).split()))


def _first_line(grid: Grid, row: int, column: int) -> str:
    cell = grid.cell(row, column)
    first, *more = (lines_of(written(cell.value)) if cell else []) or [""]
    return _whole_name(first, more or _lines_below(grid, row, column))
