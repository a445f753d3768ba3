"""One table made into one order with all its issues."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from orders.accounted import account
from orders.amend import Amendments
from orders.asking import (
    asks_whose,
    barcodes_lost,
    grouped_readings,
    one_note,
    prices_lost,
    sums_lost,
)
from orders.bareday import day_of_all, day_of_lines
from orders.blanks import FEWEST_BLANKS, grouped_blanks, left_blank
from orders.bracketed import same_remarks, settle_brackets
from orders.checks import check
from orders.codes import issue
from orders.confidence import of_header, rated
from orders.constants import said_by_all
from orders.currency import CurrencyFound, find_currency
from orders.details import unmapped
from orders.doubts import column_doubts, hidden_columns
from orders.entry import Setting
from orders.evidence import Evidence
from orders.figures import amounts_in, arithmetic_style, is_grouped, told_style
from orders.hints import Hints
from orders.issue import Ask, Candidate, Issue
from orders.letterhead import is_own
from orders.lines import Lines, read_lines
from orders.money import TOMAN, places_of
from orders.moneyheads import currency_heads
from orders.multiplied import multiplied
from orders.noted import noted
from orders.numbers import Style, style_of, whole_style
from orders.order import Order
from orders.otherprice import other_prices
from orders.overlooked import overlooked
from orders.precision import precise_style
from orders.pricebase import per_piece
from orders.rates import settled_by_rates
from orders.relaid import named_as
from orders.retold import instructed, retold
from orders.rowdoubts import row_doubts
from orders.rows import sort_rows
from orders.sorted_rows import Rows
from orders.stated import counted_total, joined_amounts, told_amounts
from orders.surroundings import Surroundings, read_surroundings, weigh_column
from orders.tables import Table
from orders.tallied import tallied
from orders.ticked import settle_ticks
from orders.tongues import language_of
from orders.trailing import told_below
from orders.view import Grid
from orders.waiting import not_waiting
from orders.whose import names_to_ask

_MONEY = ("unit_price", "line_total")
_NUMERIC = ("quantity", "unit_price", "line_total", "discount", "tax")
_SUMS = ("SUBTOTAL_MISMATCH", "TOTAL_MISMATCH")
_GROUPING = {
    **dict.fromkeys(("de", "es", "it", "nl", "pt", "tr"), Style.COMMA),
    **dict.fromkeys(("fa", "ja", "ko", "zh"), Style.DOT),
}
"""How languages that group with one mark only do it; a whole number so grouped is thousands."""


@dataclass(slots=True)
class Assembled:
    """An order and every issue found while reading it."""

    order: Order
    issues: list[Issue] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)


def assemble(
    table: Table, others: Sequence[Grid], amendments: Amendments, hints: Hints
) -> Assembled:
    """Sort the rows, read header values, currency, lines and totals, then check it all."""
    language = sheet_language(table)
    typed = amendments.fields.get("currency", "")
    home = (language, hints.currency)
    first = find_currency(table, table.body, (), {"typed": typed}, home)
    style = _style(table, first.written, language)
    rows = sort_rows(table, amendments, style)
    account(table, rows, style, {row for name, row in amendments.rows if name == table.grid.name})
    around = read_surroundings(table, rows, others, (amendments.fields, language, hints))
    weigh_column(table, rows, around)
    told = {around.values.get("currency", ""), _label_currency(table, rows)} - {""}
    said = {"typed": typed, "label": " ".join(sorted(told))}
    currency = find_currency(table, rows.lines, rows.totals, said, home)
    setting = Setting(
        currency.written, currency.scale, style, _GROUPING.get(language), language, hints
    )
    lines = read_lines(table, rows.lines, setting)
    lines.lines, priced = per_piece(table, lines.lines, currency.iso or "")
    lines.lines, scaled = multiplied(table, lines.lines, currency.iso or "")
    doubts = _line_doubts(table, lines, rows)
    lines.lines = told_below(table, lines.lines, rows)
    order = _order(table, rows, lines, around, currency)
    order, checked = settled_by_rates(table, order, check(order, hints.today, hints.usual))
    columns = _column_issues(table, order)
    about = table, rows, order.lines
    order_issues = [
        *columns,
        *row_doubts(table, rows, denied=any(one.code in _SUMS for one in checked)),
        *hidden_columns(table),
        *unmapped(table),
        *around.issues,
        *currency.issues,
        *not_waiting(doubts, columns),
        *same_remarks(retold(table, order.lines)),
        *one_note(*instructed(*about), *noted(*about), *tallied(table, rows, order)),
        *counted_total(rows.totals, table, order.lines),
        *(*priced, *scaled),
        *(() if asks_whose(columns) else _customer_issues(table, order, (hints, around.customers))),
        *_told_now(rows, not_waiting(checked, columns)),
    ]
    return Assembled(order, order_issues, rows)


def _style(table: Table, currency: str, language: str) -> Style | None:
    own = sheet_style(table, currency) or grouped_style(table, _GROUPING.get(language))
    return own or precise_style(table, currency, language)


def _column_issues(table: Table, order: Order) -> list[Issue]:
    doubts = [*column_doubts(table), *overlooked(table, order), *currency_heads(table, order)]
    if any(one.open and "unit_price" in one.fields for one in doubts):
        return doubts
    return [*doubts, *other_prices(table, order.lines, order.currency or "")]


def _told_now(rows: Rows, checked: Sequence[Issue]) -> list[Issue]:
    """What checks found; the order's sums are compared once it is told which rows are lines."""
    waits = bool(rows.below or rows.unsure)
    return [one for one in checked if not (waits and one.code in _SUMS)]


def _line_doubts(table: Table, lines: Lines, rows: Rows) -> list[Issue]:
    """The lines' questions, with those that are one for many lines, without what nobody orders."""
    settle_ticks(table, lines, rows)
    settle_brackets(table, lines)
    grouped = grouped_readings(lines.issues)
    doubts = grouped_blanks(grouped, lines.lines, rows.totals, table)
    doubts = prices_lost(sums_lost(barcodes_lost(doubts, lines.lines), lines.lines))
    _leave_blank_lines_out(lines, rows, doubts)
    return doubts


def _leave_blank_lines_out(lines: Lines, rows: Rows, doubts: Sequence[Issue]) -> None:
    """A catalogue's rows without a quantity are no lines; that they are left out is asked.

    Where most say 0, nobody asked for them, and they are only listed among the rows left out.
    """
    unwanted = {one.line_id for one in lines.lines if one.quantity == 0 and not one.line_total}
    if FEWEST_BLANKS <= len(unwanted) < len(lines.lines) < 2 * len(unwanted):
        _leave_out(unwanted, "not_ordered", lines, rows)
    _leave_out(left_blank(doubts), "no_quantity", lines, rows)


def _leave_out(left: Collection[str], reason: str, lines: Lines, rows: Rows) -> None:
    rows.skipped |= {line.row: reason for line in lines.lines if line.line_id in left}
    lines.lines = [line for line in lines.lines if line.line_id not in left]


def sheet_language(table: Table) -> str:
    """The language of the header and of the labels above it."""
    texts = list(table.header.texts.values())
    for row in table.grid.rows:
        if row >= table.header.rows[0]:
            break
        texts += [text.rstrip(" :：") for _, text in table.grid.filled(row)]
    return language_of(texts)


def sheet_style(table: Table, currency: str = "") -> Style | None:
    """The one decimal style that the table's texts, a person, or its arithmetic prove."""
    columns = [table.mapping[name] for name in _NUMERIC if name in table.mapping]
    told = {told_style(table.grid, number) for number in columns} - {None}
    if len(told) == 1:
        return told.pop()
    by_name = {n: amounts_in(table.grid, at, table.body) for n, at in table.mapping.items()}
    proven = style_of(one for name in _NUMERIC for one in by_name.get(name, {}).values())
    triple = [table.mapping.get(name, 0) for name in ("quantity", "unit_price", "line_total")]
    if proven is None and all(triple):
        quantity, price, total = triple
        proven = arithmetic_style(table.grid, table.body, quantity, price, total)
    if proven is None and currency and places_of(currency) == 0:
        money = [one for name in _MONEY for one in by_name.get(name, {}).values()]
        proven = whole_style(money)
    return proven


def grouped_style(table: Table, language: Style | None) -> Style | None:
    """The style of the sheet's language, if all that is undecided groups thousands under it."""
    columns = [table.mapping[name] for name in _NUMERIC if name in table.mapping]
    texts = [one for at in columns for one in amounts_in(table.grid, at, table.body).values()]
    undecided = [one for one in texts if not one.clear]
    if language is None or any(one.style not in (None, language) for one in texts):
        return None
    return language if undecided and all(is_grouped(one, language) for one in undecided) else None


def _label_currency(table: Table, rows: Rows) -> str:
    number = table.mapping.get("currency", 0)
    return " ".join(sorted({table.grid.text(row, number) for row in rows.lines} - {""}))


def _order(
    table: Table, rows: Rows, lines: Lines, around: Surroundings, currency: CurrencyFound
) -> Order:
    values, evidence = dict(around.values), dict(around.evidence)
    values.pop("currency", None)
    _take_constants(table, rows, values, evidence)
    if around.customers:
        values.pop("customer", None)
    if currency.evidence and "currency" not in evidence:
        evidence["currency"] = currency.evidence
    factor = currency.scale * (10 if currency.written == TOMAN else 1)
    amounts: dict[str, Decimal] = {}
    for kind, amount, witness in told_amounts(table, rows) or joined_amounts(around.sums):
        if kind in ("subtotal", "tax", "total", "discount"):
            amounts[kind] = amount * factor
            evidence[kind] = witness
        elif kind == "charge":
            evidence[kind] = Evidence(witness.sheet, witness.cell, raw=f"{amount * factor:f}")
    if "delivery_date" not in values and (day := day_of_all(table, lines.lines)):
        values["delivery_date"], evidence["delivery_date"] = day
    if "order_date" not in values and (day := day_of_lines(table, lines)):
        values["order_date"], evidence["order_date"] = day
    scored, sure = rated(table, lines.lines)
    return Order(
        sheet=table.grid.name,
        header_rows=() if table.header.is_missing else table.header.rows,
        columns=_letters(table),
        lines=scored,
        sure=sure | of_header(evidence),
        customer=values.get("customer"),
        po_number=values.get("po_number"),
        order_date=values.get("order_date"),
        delivery_date=values.get("delivery_date"),
        ship_to=values.get("ship_to"),
        currency=currency.iso,
        notes=values.get("notes"),
        evidence=evidence,
        skipped_rows=dict(rows.skipped) | {one.row: one.kind for one in rows.totals},
        **amounts,
    )


def _letters(table: Table) -> dict[str, str]:
    by_number = {column.number: column.letter for column in table.columns}
    if table.grid.laid:
        by_number = {at: named_as(table.grid, table.header.rows[0], at) for at in by_number}
    return {name: by_number[number] for name, number in sorted(table.mapping.items())}


def _take_constants(
    table: Table, rows: Rows, values: dict[str, str], evidence: dict[str, Evidence]
) -> None:
    """A customer or PO number that stands the same on every line is the order's."""
    for name in ("customer", "po_number"):
        place = None if name in values else said_by_all(table, rows, name)
        if place is not None:
            values[name] = table.grid.text(*place)
            evidence[name] = table.grid.evidence(*place, "constant")


def _customer_issues(
    table: Table, order: Order, given: tuple[Hints, Sequence[str]]
) -> Iterator[Issue]:
    hints, rivals = given
    if order.customer and not is_own(order.customer, hints.own_names):
        return
    names = names_to_ask(table, rivals, hints.own_names)
    yield issue(
        "MISSING_CUSTOMER",
        fields=("customer",),
        facts={"names": "; ".join(names)} if names else {},
        ask=Ask.TEXT,
        target="field:customer",
        candidates=tuple(Candidate(name, name) for name in names),
        preselect=names[0] if names else "",
    )
