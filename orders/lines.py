"""Lines of an order, each value with its cell, each doubt with its issue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from orders.checks import ask_once
from orders.codenamed import parted
from orders.codes import issue
from orders.columns import Column
from orders.country import day_order
from orders.dates import Moment, chosen_order, likely, order_of, read_moment
from orders.daydoubt import days_in
from orders.details import describing
from orders.discounts import with_chains
from orders.entry import RowReader, Setting
from orders.figures import Evident, Figure, arithmetic_style, read_figure, read_figures
from orders.issue import Ask, Issue
from orders.money import places_of
from orders.order import Line
from orders.pricebase import says_base
from orders.slashes import with_slashes
from orders.tables import Table
from orders.units import is_countable, is_measure, is_piece, unit_of
from orders.values import head

_CLOSE = Decimal("0.01")
NUMBERS = ("quantity", "unit_price", "line_total", "discount", "tax", "pack_size")


@dataclass(slots=True)
class Lines:
    """Lines read so far, and what is wrong with them."""

    lines: list[Line] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def read_lines(table: Table, rows: Sequence[int], setting: Setting) -> Lines:
    """Read these rows of a table as lines."""
    figures = _all_figures(table, rows, setting)
    days = _delivery_days(table, rows, setting)
    sizes = _size_figures(table, rows)
    column = table.column(table.mapping.get("quantity", 0))
    headed = _unit_of_header(column) if column else ""
    more = describing(table)
    made = Lines()
    for row in rows:
        reader = RowReader(table, row, setting)
        values = reader.numbers({name: column[row] for name, column in figures.items()})
        values |= reader.codes() | reader.texts() | reader.details(more)
        if row in days:
            values["delivery_date"] = reader.day(days[row])
        made.issues += reader.issues
        if "pack_size" in figures and not is_countable(figures["pack_size"][row].unit):
            values["pack_size"] = None  # A bag of 500 g holds no 500 pieces.
            reader.evidence.pop("pack_size")
        _finish(values, figures, row, headed)
        if "quantity" in figures and (pack := figures["quantity"][row].pack):
            values["pack_size"] = pack
            reader.evidence["pack_size"] = reader.evidence["quantity"]
        line = Line(line_id=f"L{row:03d}", row=row, evidence=reader.evidence, **values)
        spread = _by_place if table.across == "place" else _by_size
        made.lines += spread(table, line, sizes, made.issues) if table.sizes else [line]
    made.issues = ask_once(made.issues)
    made.lines = parted(table, made.lines)
    return made


def _unit_of_header(column: Column) -> str:
    """The case or measure that a quantity's header names: `Qty (ctn)`, `Weight kg`; pieces go unsaid."""
    last = column.header.split()[-1:]
    unit = unit_of(head(column.header)[1]) or next(filter(is_measure, last), "")
    return unit if unit and not is_piece(unit) else ""


def _by_size(
    table: Table, base: Line, sizes: Mapping[int, Mapping[int, Figure]], issues: list[Issue]
) -> Iterator[Line]:
    """One line per size that was ordered; a row's own sum must agree with its sizes."""
    total = Decimal(0)
    for place, (number, figures) in enumerate(sizes.items(), 1):
        figure = figures[base.row]
        if not _is_ordered(figure):
            continue
        line_id = f"{base.line_id}-{place}"
        if figure.value is None or figure.value < 0:
            issues.append(_size_doubt(table, base, number, line_id))
        total += figure.value or 0
        made = replace(base, line_id=line_id, quantity=figure.value, line_total=None)
        if figure.unit and not base.unit:
            witness = table.grid.evidence(base.row, number, "unit")
            made = replace(made, unit=figure.unit, evidence={**base.evidence, "unit": witness})
        yield _named_across(table, made, number)
    stated = base.quantity
    if stated is None and base.line_total is not None and base.unit_price:
        stated = base.line_total / base.unit_price
    if stated is not None and abs(stated - total) > _CLOSE:
        issues.append(_sum_doubt(base, total, stated))


def _by_place(
    table: Table, base: Line, places: Mapping[int, Mapping[int, Figure]], issues: list[Issue]
) -> Iterator[Line]:
    """One line with what all places order of a row; the row's own sums are of all of them."""
    ordered = {n: one for n, by_row in places.items() if _is_ordered(one := by_row[base.row])}
    issues += [
        _size_doubt(table, base, number, base.line_id)
        for number, figure in ordered.items()
        if figure.value is None or figure.value < 0
    ]
    if ordered:
        total = sum((one.value or Decimal(0) for one in ordered.values()), Decimal(0))
        witness = table.grid.evidence(base.row, min(ordered), f"sum={len(ordered)}")
        yield replace(base, quantity=total, evidence={**base.evidence, "quantity": witness})


def _is_ordered(figure: Figure) -> bool:
    return figure.problem != "blank" and figure.value != 0


def _named_across(table: Table, line: Line, number: int) -> Line:
    """A line with the size or the product that its column's header names."""
    name = table.name_across(line.row, number)
    witness = table.grid.evidence(line.row, number, f"{table.across}={name}")
    evidence = {**line.evidence, "quantity": witness}
    if table.across == "size":
        return replace(line, size=name or None, evidence=evidence)
    if table.across == "colour":
        return replace(line, colour=name, evidence=evidence)
    header = table.grid.evidence(table.header.rows[-1], number, "header")
    evidence["product_name"] = header
    if table.priced:
        price = read_figure(table.grid, table.priced, number, None).value
        evidence["unit_price"] = table.grid.evidence(table.priced, number, "priced")
        line = replace(line, unit_price=price)
    return replace(line, product_name=name, evidence=evidence)


def _size_doubt(table: Table, base: Line, number: int, line_id: str) -> Issue:
    at = table.grid.address(base.row, number)
    facts = {"value": table.grid.text(base.row, number), "field": "quantity", "row": str(base.row)}
    return issue(
        "INVALID_QUANTITY",
        cells=(at,),
        fields=("quantity",),
        lines=(line_id,),
        facts=facts,
        ask=Ask.NUMBER,
        target=f"cell:{at}",
    )


def _sum_doubt(base: Line, total: Decimal, stated: Decimal) -> Issue:
    cells = tuple(
        base.evidence[n].address for n in ("quantity", "line_total") if n in base.evidence
    )
    facts = {"row": str(base.row), "value": f"{stated:f}", "expected": f"{total:f}"}
    return issue("ARITHMETIC_MISMATCH", cells=cells, fields=("quantity",), facts=facts)


def _finish(
    values: dict[str, Any], figures: Mapping[str, Mapping[int, Figure]], row: int, headed: str
) -> None:
    """The unit written beside the quantity, or in its header, counts where no column has one."""
    unit = (figures["quantity"][row].unit if "quantity" in figures else "") or headed
    if unit and not values.get("unit"):
        values["unit"] = unit


def _all_figures(
    table: Table, rows: Sequence[int], setting: Setting
) -> dict[str, dict[int, Figure]]:
    triple = [table.mapping.get(name) for name in ("quantity", "unit_price", "line_total")]
    quantity, price, total = triple
    style = None
    if quantity and price and total:
        style = arithmetic_style(table.grid, rows, quantity, price, total)
    # Sums that hold only in a style the sheet never writes prove nothing: `4.000` × 72,78.
    torn = style is not None and setting.style not in (None, style)
    settled = not torn or says_base(table)
    found: dict[str, dict[int, Figure]] = {}
    for name in NUMBERS:
        number = table.mapping.get(name)
        if number is None:
            continue
        whole = name in ("quantity", "pack_size") and _counts_pieces(table, rows)
        whole = whole or (name not in ("discount", "tax") and _whole_money(name, setting))
        evident = Evident(None if torn else style, whole, setting.style, setting.grouping)
        evident = evident if settled else Evident()
        found[name] = read_figures(table.grid, number, rows, evident)
    return with_chains(table, with_slashes(table, found), setting.currency)


def _size_figures(table: Table, rows: Sequence[int]) -> dict[int, dict[int, Figure]]:
    evident = Evident(whole=True)
    return {number: read_figures(table.grid, number, rows, evident) for number in table.sizes}


def _whole_money(name: str, setting: Setting) -> bool:
    money = name in ("unit_price", "line_total")
    return money and bool(setting.currency) and places_of(setting.currency) == 0


def _counts_pieces(table: Table, rows: Sequence[int]) -> bool:
    number = table.mapping.get("unit")
    return number is None or all(is_countable(table.grid.text(row, number)) for row in rows)


def _delivery_days(table: Table, rows: Sequence[int], setting: Setting) -> dict[int, Moment]:
    """Delivery dates by row; the order of their parts is proven by the column, or by the sheet's days."""
    number = table.mapping.get("delivery_date")
    if number is None:
        return {}
    moments = {
        row: likely(read_moment(cell), setting.hints.today)
        for row in rows
        if (cell := table.grid.cell(row, number)) is not None
    }
    order = _order_of_person(table, number) or order_of(moments.values())
    if not order:
        every = (*moments.values(), *days_in(table.grid))
        order = order_of(every, setting.language, day_order(table.grid, table.header.rows[0]))
    return {row: _settled(moment, order) for row, moment in moments.items()}


def _order_of_person(table: Table, column: int) -> str:
    """The order of parts a person chose by answering for one ambiguous date of the column."""
    for (row, at), original in table.grid.typed.items():
        told = table.grid.cell(row, at)
        if at == column and told is not None:
            order = chosen_order(read_moment(original), read_moment(told).value())
            if order:
                return order
    return ""


def _settled(moment: Moment, order: str) -> Moment:
    value = moment.value(order)
    return Moment({order or "clear": value}) if value else moment
