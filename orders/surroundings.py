"""Everything said around a table: header values, currency, totals, notes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from orders.asking import which_value
from orders.bareday import bare_day, day_of_column
from orders.compound import find_compound
from orders.country import day_order
from orders.dates import Moment, chosen_order, likely, order_of, parse_date, read_moment
from orders.daydoubt import date_doubt, days_in, is_todays, vouched
from orders.dictionary import column_meanings, label_meanings
from orders.evidence import Evidence, Origin
from orders.firm import firm_name
from orders.headers import strength
from orders.hints import Hints
from orders.issue import Issue
from orders.joined import Joined, join
from orders.labels import Found, find_labels
from orders.listed import heads_list
from orders.numbered import undated
from orders.papernumber import paper_number
from orders.parties import is_purchase
from orders.sheet import Cell
from orders.shipto import is_customers, read_ship_to
from orders.sorted_rows import OTHER_ORDER, Rows
from orders.tables import Table
from orders.values import ascii_digits, fold, tidy, written
from orders.view import Grid
from orders.whose import customer_told, is_person, same_name, writer_of

_SURE, DATES = 1.0, ("order_date", "delivery_date")
_BROKEN = re.compile(r"(?=.*[/_-].*[/_-])\S{1,8}(?: \S{1,8}){2,}")
"""Marks that join the parts of a number, and blanks between parts that are no words."""


@dataclass(slots=True)
class Surroundings:
    """Header values by field (dates ISO), their witnesses, and what is doubtful about them."""

    values: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    customers: list[str] = field(default_factory=list)
    """Names that may be the customer, where no label says so."""
    sums: list[tuple[Grid, Found]] = field(default_factory=list)
    """Sums of this order that a table of facts states."""


def read_surroundings(
    table: Table,
    rows: Rows,
    others: Sequence[Grid],
    given: tuple[Mapping[str, str], str, Hints],
) -> Surroundings:
    """Collect header values from around the table, then from other visible sheets.

    `given` holds the values people typed, the sheet's language, and what is known besides.
    """
    typed, language, hints = given
    around = Surroundings()
    last = max(rows.lines, default=0)
    outside = _outside(table, rows)
    joined = join(table, rows.lines)
    outside = joined.left(table.grid, outside)
    found = [(table.grid, one) for one in find_labels(table.grid, outside, last)]
    above = [row for row in outside if row < table.header.rows[0]]
    found += [(table.grid, one) for one in find_compound(table.grid, above)]
    found = [pair for pair in found if not _is_of_a_line(pair[1], table.header.rows[-1], last)]
    for grid in others:
        labelled = [row for row in joined.left(grid, grid.rows) if not heads_list(grid, row)]
        found += [(grid, one) for one in find_labels(grid, labelled)]
    if is_purchase(table.grid, table.header.rows[0]):
        found = [(grid, one) for grid, one in found if not _is_of_another_paper(one)]
    found = [*joined.found, *joined.agreed(found)]
    if not any(one.field == "po_number" for _, one in found):
        found += paper_number(table.grid, above)
    for grid, one in found:
        if one.field in around.values or one.field in (*DATES, "customer"):
            continue
        _take(around, grid, one, _as_value(one))
    if not any(one.field == "order_date" for _, one in found):
        found += [*day_of_column(table, rows)] or bare_day(table.grid, above, hints.today)
    _doubt_numbers(around, found)
    _take_customer(around, table, (found, outside), hints.own_names)
    country = day_order(table.grid, table.header.rows[0])
    _take_dates(around, found, (language, country, typed), hints.today)
    around.sums, around.issues = joined.sums, [*around.issues, *joined.issues]
    places = [(grid, joined.left(grid, grid.rows)) for grid in others]
    _take_place(around, table, [(table.grid, outside), *places], joined)
    for name, text in typed.items():
        _take_typed(around, name, text)
    return around


def _is_of_a_line(one: Found, header: int, last: int) -> bool:
    return one.field in DATES and header < one.row < last


def _is_of_another_paper(one: Found) -> bool:
    """Whether a number is what the buyer refers to, an offer or a request, and not the order's."""
    referred = any(word.startswith("ref") for word in fold(one.label).split())
    told = any(sign.isdigit() and sign != "0" for sign in ascii_digits(one.text))
    return one.field == "po_number" and one.score < _SURE and (referred or not told)


def _take_place(
    around: Surroundings, table: Table, places: Sequence[tuple[Grid, Sequence[int]]], joined: Joined
) -> None:
    """The delivery address: of a table of facts, from around the table or another visible sheet."""
    for grid, one in joined.places[:1]:
        _take(around, grid, one, tidy(one.text))
        return
    for grid, outside in places:
        customer = around.values.get("customer")
        top = table.header.rows[0] if grid is table.grid else 0
        told = read_ship_to(grid, outside, top)
        found = [one for one in told if not is_customers(one[0], customer)]
        if len(found) > 1:
            around.issues.append(
                which_value("ship_to", [(one.address, text) for text, one in found])
            )
        elif found:
            around.values["ship_to"], around.evidence["ship_to"] = found[0]
        if found:
            return


def _doubt_numbers(around: Surroundings, found: Sequence[tuple[Grid, Found]]) -> None:
    """Two order numbers under equally sure labels of one sheet are asked."""
    numbers = [(grid, one) for grid, one in found if one.field == "po_number"]
    if not numbers:
        return
    grid, best = numbers[0]
    if _BROKEN.fullmatch(_as_value(best)):
        told = [(grid.address(best.row, best.column), one) for one in _unbroken(_as_value(best))]
        del around.values["po_number"], around.evidence["po_number"]
        around.issues.append(which_value("po_number", told))
        return
    rivals = [one for at, one in numbers if at is grid and one.score >= max(best.score, _SURE)]
    texts = list(dict.fromkeys(_as_value(one) for one in rivals))
    short = min(texts, key=len, default="")
    if all(text.endswith(short) or text.startswith(f"{short} ") for text in texts):
        # One number, with and without what stands before or behind it.
        return
    del around.values["po_number"], around.evidence["po_number"]
    told = [(grid.address(one.row, one.column), _as_value(one)) for one in rivals]
    around.issues.append(which_value("po_number", told))


def _unbroken(number: str) -> list[str]:
    """A number that a narrow box broke over lines: in one piece, and as it stands."""
    return [number.replace(" ", ""), number]


def _take_customer(
    around: Surroundings,
    table: Table,
    labelled: tuple[Sequence[tuple[Grid, Found]], Sequence[int]],
    own_names: Sequence[str],
) -> None:
    """The customer that labels name, else the one that wrote the paper; rivals are asked."""
    found, rows = labelled
    whose = customer_told(table, found, own_names)
    around.customers = whose.rivals
    if whose.told is not None:
        grid, one = whose.told
        _take(around, grid, one, _as_value(one))
    if "customer" in around.values:
        return
    if party := writer_of(table, rows, whose.rivals, own_names):
        around.customers = []
        around.values["customer"] = party.name
        around.evidence["customer"] = table.grid.evidence(party.row, party.column, party.role)


def weigh_column(table: Table, rows: Rows, around: Surroundings) -> None:
    """A column's customer of every line is asked where a label contradicts, or it may be a person."""
    number = table.mapping.get("customer", 0)
    column, named = table.column(number), around.values.get("customer", "")
    texts = {table.grid.text(row, number) for row in rows.lines if number} - {""}
    if column is None or column.meanings.get("customer", 0.0) < 1 or len(texts) != 1:
        return
    if not named:
        around.customers += texts if is_person(column.header, *texts) else ()
    elif around.evidence["customer"].origin is not Origin.PERSON and not same_name(named, *texts):
        around.customers = [named, *texts]
        del around.values["customer"], around.evidence["customer"]


def _outside(table: Table, rows: Rows) -> list[int]:
    inside = {*rows.lines, *table.header.rows, *rows.below}
    inside |= {total.row for total in rows.totals}
    inside |= {row for row, why in rows.skipped.items() if why == OTHER_ORDER}
    last = max(rows.lines, default=0)
    below = [row for row in table.grid.rows if last and row > last]
    inside |= {row for row in below if _names_columns(table.grid, row)}
    return [row for row in table.grid.rows if row not in inside]


def _names_columns(grid: Grid, row: int) -> bool:
    """Whether a row below the lines heads another table: `Quantity | Name | Cost`."""
    texts = dict(grid.filled(row))
    return strength(texts) > 0 and all(map(column_meanings, texts.values()))


def _as_value(one: Found) -> str:
    text = undated(ascii_digits(one.text)) if one.field == "po_number" else one.text
    named, _, number = text.rpartition(" ")
    if one.field == "po_number" and " " in named and "po_number" in label_meanings(named):
        text = number  # A title beside which another label names the number.
    value = tidy(text).strip(" :：,")
    return firm_name(value) if one.field == "customer" else value


def _take(around: Surroundings, grid: Grid, one: Found, value: str) -> None:
    if value:
        around.values[one.field] = value
        around.evidence[one.field] = grid.evidence(one.row, one.column, f"label={one.label}")


def _moment_of(grid: Grid, one: Found) -> Moment:
    cell = grid.cell(one.row, one.column)
    whole = cell is not None and tidy(written(cell.value, cell.number_format)) == tidy(one.text)
    return read_moment(cell) if cell is not None and whole else read_moment(Cell(one.text))


def _take_dates(
    around: Surroundings,
    found: Sequence[tuple[Grid, Found]],
    home: tuple[str, str, Mapping[str, str]],
    today: date | None,
) -> None:
    """Dates by the order that clear ones prove, else by `home`: language, and country's order.

    One date that reads two ways is asked: the answer to it, which `home` holds too, tells them all.
    """
    dated = [
        (grid, one, likely(_moment_of(grid, one), today, ordered=one.field == "order_date"))
        for grid, one in found
        if one.field in DATES
    ]
    language, country, typed = home
    chosen = {chosen_order(moment, typed.get(one.field)) for _, one, moment in dated} - {""}
    own = chosen.pop() if len(chosen) == 1 else country
    grids = {id(at): at for at, _ in found}.values()
    moments = [moment for _, _, moment in dated]
    proofs = [moment for grid in grids for moment in days_in(grid)]
    proofs += vouched(moments, grids, around.values.get("po_number", ""))
    order = order_of((*moments, *proofs), language, own)
    for grid, one, moment in sorted(dated, key=lambda found: not found[2].readings):
        if one.field in around.evidence:
            continue
        _take(around, grid, one, one.text)
        value = moment.value(order)
        if value and not is_todays(grid, one):
            around.values[one.field] = value
        else:
            around.values.pop(one.field, None)
            doubt = date_doubt(grid, one, moment)
            asked = {one.code for one in around.issues if one.fields[0] not in typed}
            around.issues += [] if doubt.code in asked & {"AMBIGUOUS_DATE"} else [doubt]
    _doubt_days(around, [(grid, one, moment.value(order)) for grid, one, moment in dated])


def _doubt_days(around: Surroundings, dated: Sequence[tuple[Grid, Found, str | None]]) -> None:
    """Two days of delivery under one label, said twice, are asked."""
    days = [(at, one, day) for at, one, day in dated if one.field == "delivery_date" and day]
    alike = [
        (at.address(one.row, one.column), day)
        for at, one, day in days
        if day and at is days[0][0] and fold(one.label) == fold(days[0][1].label)
    ]
    if len({day for _, day in alike}) > 1 and "delivery_date" in around.values:
        del around.values["delivery_date"], around.evidence["delivery_date"]
        around.issues.append(which_value("delivery_date", alike))


def _take_typed(around: Surroundings, name: str, text: str) -> None:
    value = tidy(text)
    if name == "customer":
        around.customers = []
    before = around.evidence.get(name)
    if name in DATES:
        value = parse_date(value).value("iso") or ""
    around.issues = [one for one in around.issues if name not in one.fields]
    if not value:
        around.values.pop(name, None)
        return
    around.values[name] = value
    around.evidence[name] = Evidence(
        sheet=before.sheet if before else "",
        cell=before.cell if before else "",
        raw=before.raw if before else "",
        display=text,
        reading="person",
        origin=Origin.PERSON,
    )
