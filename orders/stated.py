"""Which amounts of the rows of totals are the order's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from orders.asking import count_doubt
from orders.evidence import Evidence
from orders.figures import read_figure
from orders.issue import Issue
from orders.labels import Found
from orders.numbers import Style
from orders.order import Line
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.taxrows import speaks_of_tax
from orders.totals import TotalRow, total_words
from orders.view import Grid

_SUMS = frozenset({"total", "subtotal", "quantity_total"})
_CENT, _RATE = Decimal("0.01"), Decimal(30)
_PAIR = 2
_MEASURES = frozenset({"weight", "stock", "shipped", "cases", "pack_size", "moq"})


def opens_sum(grid: Grid, header: int) -> bool:
    """Whether a lone text with a total's word stands right above headings: `Total by type:`."""
    texts = [text for _, text in grid.filled(header - 1)] if header - 1 in grid.rows else []
    return len(texts) == 1 and not _SUMS.isdisjoint(total_words(texts[0].split()[0]))


def told_amounts(table: Table, rows: Rows) -> list[tuple[str, Decimal, Evidence]]:
    """The order's own sums (kind, amount, witness) from the rows of totals, else from above."""
    column = table.mapping.get("line_total", 0)
    totals = stated_totals(_of_money(table, rows), column) or stated_totals(rows.above, 0)
    totals = _in_columns(table, totals)
    told: list[tuple[str, Decimal, Evidence]] = []
    for kind, (amount, row) in totals.items():
        at = next((c for c, value in row.amounts.items() if value == amount), max(row.amounts))
        told.append((kind, amount, table.grid.evidence(row.row, at, f"label={row.word}")))
    return told


def _of_money(table: Table, rows: Rows) -> list[TotalRow]:
    """The rows of totals without what stands under a weight, a stock or a count of cases."""
    measured = {
        one.number for one in table.columns if one.meanings and {*one.meanings} <= _MEASURES
    }
    return [
        replace(one, amounts={at: value for at, value in one.amounts.items() if at not in measured})
        for one in rows.totals
    ]


def joined_amounts(sums: Sequence[tuple[Grid, Found]]) -> list[tuple[str, Decimal, Evidence]]:
    """The same from a table of the orders' facts, of those that read one way."""
    return [
        (one.field, amount, grid.evidence(one.row, one.column, f"label={one.label}"))
        for grid, one in sums
        if (amount := read_figure(grid, one.row, one.column).value) is not None
    ]


def stated_totals(totals: Iterable[TotalRow], column: int) -> dict[str, tuple[Decimal, TotalRow]]:
    """The stated sub-total, tax and total with their rows; the last `total` is the grand one.

    `column` holds what the lines come to.
    """
    totals = list(totals)
    found: dict[str, tuple[Decimal, TotalRow]] = {}
    for one in totals:
        amount = amount_of(one, column)
        if amount is None:
            continue
        kind = one.kind
        if kind == "subtotal" and _is_less_discount(amount, found):
            continue
        if kind == "total" and (_is_explained(found) or _sums_up_tax(one, amount, found)):
            continue
        if kind == "total" and "total" in found and "subtotal" not in found:
            # Group totals come first; the last one is the order's.
            found |= _before(found, amount, column)
            found["total"] = (amount, one)
        elif (
            kind in ("subtotal", "discount", "charge", "tax")
            and kind in found
            and kind != "subtotal"
        ):
            found[kind] = (found[kind][0] + amount, one)
        else:
            found[kind] = (amount, one)
    found = _less_discount(found, totals, column)
    return _without_block_sums(found, totals, column)


def _before(
    found: Mapping[str, tuple[Decimal, TotalRow]], amount: Decimal, column: int
) -> dict[str, tuple[Decimal, TotalRow]]:
    """The total before another one, as the sub-total that charges and taxes make the other, with its tax."""
    net, row = found["total"]
    behind = [value for at, value in row.amounts.items() if at > column]
    taxes = [found["tax"]] if "tax" in found else [(value, row) for value in behind]
    tax = next((tax for tax in taxes if abs(net + tax[0] - amount) <= _CENT), None)
    if tax and tax[0]:
        return {"subtotal": (net, row), "tax": tax}
    more = sum((found[kind][0] for kind in ("charge", "tax") if kind in found), Decimal(0))
    off = abs(found["discount"][0]) if "discount" in found else Decimal(0)
    told = "charge" in found and abs(net + more - off - amount) <= _CENT
    return {"subtotal": (net, row)} if told else {}


def _less_discount(
    found: dict[str, tuple[Decimal, TotalRow]], totals: Sequence[TotalRow], column: int
) -> dict[str, tuple[Decimal, TotalRow]]:
    """Of two sums the second is the total, whatever it is called, where a discount makes the difference."""
    sums = [one for one in totals if one.kind in ("subtotal", "total")]
    amounts = [amount_of(one, column) for one in sums]
    off = found["discount"][0] if "discount" in found else None
    if off is None or len(sums) != _PAIR or None in amounts:
        return found
    whole, rest = (amount or Decimal(0) for amount in amounts)
    if not _leaves(whole, off, rest):
        return found
    return {**found, "subtotal": (whole, sums[0]), "total": (rest, sums[1])}


def _in_columns(
    table: Table, found: dict[str, tuple[Decimal, TotalRow]]
) -> dict[str, tuple[Decimal, TotalRow]]:
    """The one row of totals that adds up nets, taxes and grosses, each in its column, taken apart."""
    column, taxed = (table.mapping.get(name, 0) for name in ("line_total", "tax"))
    none = Decimal(0)
    net, row = found.get("total", (none, None))
    if found.keys() != {"total"} or row is None or row.amounts.get(column) != net:
        return found
    heads = table.header.texts
    aside = {at: one for at, one in row.amounts.items() if at > column and at != taxed}
    named = {one.number for one in table.columns if "gross_total" in one.meanings}
    told = {at for at in aside if speaks_of_tax(heads.get(at, ""))} - named
    tax = row.amounts.get(taxed) or sum((aside[at] for at in told), none)
    off = abs(row.amounts.get(table.mapping.get("discount", 0), none))
    sums = {net + tax, net - off + tax}
    gross = next(
        (n for n in row.amounts.values() if tax > 0 and any(abs(n - one) <= _CENT for one in sums)),
        none,
    )
    gross = gross or next(
        (one for at, one in aside.items() if not tax and at in named and one > net), none
    )
    rated = not gross and tax <= _RATE and tax % 1 == 0  # 20 below a column of rates.
    if not gross and (taxed not in row.amounts or rated):
        return found
    parts = {"subtotal": net, "discount": off, "tax": tax, "total": gross}
    return {kind: (amount, row) for kind, amount in parts.items() if amount}


def _is_less_discount(amount: Decimal, found: dict[str, tuple[Decimal, TotalRow]]) -> bool:
    """Whether a `Net` is the sub-total above without the discount between them."""
    if not {"subtotal", "discount"} <= found.keys():
        return False
    return _leaves(found["subtotal"][0], found["discount"][0], amount)


def _leaves(whole: Decimal, off: Decimal, rest: Decimal) -> bool:
    """Whether a discount, with or without its sign, makes the difference of two sums."""
    return bool(off) and abs(whole - abs(off) - rest) <= _CENT


def _is_explained(found: dict[str, tuple[Decimal, TotalRow]]) -> bool:
    """Whether the total so far is the sub-total with its tax: lists below it repeat parts of it."""
    if not {"subtotal", "tax", "total"} <= found.keys():
        return False
    net, tax, total = (found[kind][0] for kind in ("subtotal", "tax", "total"))
    return bool(tax) and abs(net + tax - total) <= _CENT


def _sums_up_tax(
    one: TotalRow, amount: Decimal, found: dict[str, tuple[Decimal, TotalRow]]
) -> bool:
    """Whether a `Total` ends a list of taxes: what was taxed stands beside the tax known before."""
    net, tax = (found[kind][0] if kind in found else None for kind in ("subtotal", "tax"))
    return net is not None and amount == tax != net and net in one.amounts.values()


def totals_above(table: Table, style: Style | None) -> list[TotalRow]:
    """Labelled sums above a table: the number right beside the label, or over the lines' totals."""
    grid, end, money = table.grid, table.header.rows[0], table.mapping.get("line_total", 0)
    found: list[TotalRow] = []
    for row in grid.rows:
        if row >= end:
            break
        named = [at for at, text in grid.filled(row) if total_words(text)]
        for column, text in grid.filled(row):
            kinds = {kind for kind, sure in total_words(text).items() if sure >= 1}
            alone = not any(column < at <= money for at in named)
            over = (
                alone and money > column and read_figure(grid, row, money, style).value is not None
            )
            figure = read_figure(grid, row, money if over else column + 1, style)
            if len(kinds) == 1 and figure.value is not None and not figure.percent:
                found.append(
                    TotalRow(row, kinds.pop(), {money if over else column + 1: figure.value}, text)
                )
    # `Net | 30` alone is a term of payment.
    return found if any(one.kind == "total" for one in found) else []


def _without_block_sums(
    found: dict[str, tuple[Decimal, TotalRow]], totals: Sequence[TotalRow], column: int
) -> dict[str, tuple[Decimal, TotalRow]]:
    """Several sub-totals that make up the total together are sums of blocks, not the order's."""
    kinds = ("subtotal", "carried")
    parts = [amount_of(one, column) or Decimal(0) for one in totals if one.kind in kinds]
    whole, tax = (found[one][0] if one in found else Decimal(0) for one in ("total", "tax"))
    blocks = any(_are_blocks(parts, one) for one in {whole, whole - tax if whole else whole})
    if len(parts) > 1 and "subtotal" in found and found["subtotal"][0] != whole and blocks:
        return {kind: value for kind, value in found.items() if kind != "subtotal"}
    return found


def _are_blocks(parts: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether the last sub-total is one of several: they make up the total, or nothing does."""
    before = sum(parts[:-1])
    return sum(parts) == whole or (not whole and parts[-1] != before)


def amount_of(one: TotalRow, column: int) -> Decimal | None:
    """A totals row's amount: in the line totals' column, else its last number."""
    if column in one.amounts:
        return one.amounts[column]
    return list(one.amounts.values())[-1] if one.amounts else None


def counted_total(
    totals: Sequence[TotalRow], table: Table, lines: Sequence[Line]
) -> Iterator[Issue]:
    """A question where the paper's count of all pieces is not what the lines come to.

    The last count is the whole order's; one that counts lines, cases or another column is none.
    """
    number = table.mapping.get("quantity", 0)
    counts = [(one.row, said) for one in totals if (said := _pieces(one, number)) is not None]
    quantities = [one.quantity for one in lines if one.quantity is not None]
    if not (counts and number and lines) or len(quantities) < len(lines):
        return
    row, said = counts[-1]
    above = max((one for one, _ in counts[:-1]), default=0)
    part = sum((one.quantity or Decimal(0) for one in lines if one.row > above), Decimal(0))
    if said in (sum(quantities), part, len(lines)) or row < max(one.row for one in lines):
        return
    at = next(at for one in totals if one.row == row for at in one.amounts)
    yield count_doubt(table.grid.address(row, at), f"{said:f}", f"{sum(quantities):f}")


def _pieces(one: TotalRow, number: int) -> Decimal | None:
    """The count a row of totals states: under the quantities, or all it says."""
    if one.kind != "quantity_total":
        return None
    alone = next(iter(one.amounts.values())) if len(one.amounts) == 1 else None
    return one.amounts.get(number, alone)
