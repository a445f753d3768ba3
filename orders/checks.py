"""Checks of a whole order: sums, quantities, identifiers, dates, doubles."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from orders.codes import confirmed, issue
from orders.days import check_days
from orders.issue import Ask, Issue, Severity
from orders.money import minor_unit
from orders.order import Line, Order
from orders.packs import check_cases, check_packs, is_packed
from orders.units import is_countable

_CENT = Decimal("0.01")
_ZEROS_ASKED = 10
_FAR_ABOVE = 10
"""So many times the usual quantity is said."""


def check(
    order: Order, today: date | None = None, usual: Mapping[str, Decimal] | None = None
) -> tuple[Issue, ...]:
    """Everything that can be said against an order by itself (facts: orders §5).

    `usual` are the quantities in which items are usually ordered, by SKU or GTIN.
    """
    found: list[Issue] = []
    rounding = _rounding(order)
    for line in order.lines:
        found += _check_line(order, line, rounding)
    found = ask_once(found)
    for rule in (
        check_packs,
        check_cases,
        _check_zero,
        _check_parts,
        _check_doubles,
        _check_prices,
    ):
        found += rule(order)
    # A figure that is asked already may be all that is wrong with the sums.
    found += _check_sums(order, asked=not any(one.open for one in found))
    found += check_days(order, today)
    found += _check_usual(order, usual or {})
    return tuple(found)


def _check_line(order: Order, line: Line, rounding: Decimal) -> Iterator[Issue]:
    named = {"sku", "gtin", "product_name"} & set(order.columns)
    wanted = line.quantity != 0 or line.line_total  # `U6 | 0 | N/A`: of nothing no name is missing.
    if wanted and named and not (line.sku or line.gtin or line.product_name):
        yield _no_identifier(order, line)
    if line.unit_price == 0 and line.quantity:
        yield _of_line(line, "INVALID_PRICE", "unit_price", why="zero")
    if line.quantity == 0 and line.line_total:
        yield _of_line(line, "ZERO_QUANTITY_WITH_TOTAL", "quantity", ask=Ask.NUMBER)
    elif _mismatch(line, order.currency or "", rounding) and not is_packed(line):
        yield _of_line(line, "ARITHMETIC_MISMATCH", "line_total")


def _no_identifier(order: Order, line: Line) -> Issue:
    letter = next(
        (order.columns[n] for n in ("sku", "gtin", "product_name") if n in order.columns), ""
    )
    cell = f"{order.sheet}!{letter}{line.row}" if letter else ""
    return issue(
        "MISSING_ITEM_IDENTIFIER",
        cells=(cell,) if cell else (),
        fields=("sku",),
        lines=(line.line_id,),
        facts={"row": str(line.row)},
        ask=Ask.TEXT if cell else Ask.NONE,
        target=f"cell:{cell}" if cell else "",
    )


def _of_line(line: Line, code: str, name: str, ask: Ask = Ask.NONE, why: str = "") -> Issue:
    at = line.cells(name)
    facts = {"row": str(line.row), "field": name, "value": _text(getattr(line, name))}
    if why:
        facts["why"] = why
    if code == "ARITHMETIC_MISMATCH" and line.quantity is not None and line.unit_price is not None:
        facts["expected"] = _text(line.quantity * line.unit_price)
    target = f"cell:{at[0]}" if ask is not Ask.NONE and at else ""
    return issue(
        code, cells=at, fields=(name,), lines=(line.line_id,), facts=facts, ask=ask, target=target
    )


def _text(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value or "")


def tolerance(quantity: Decimal, price: Decimal, currency: str) -> Decimal:
    """How far quantity × price may be from a line's total: half the price's last decimal each."""
    exponent = price.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    unit = minor_unit(currency)
    places = max(places, -int(unit.as_tuple().exponent))
    half = Decimal(5).scaleb(-places - 1)
    return max(unit, abs(quantity) * half)


def adds_up(line: Line, currency: str) -> bool:
    """Whether a line's own total is its quantity times its price, its discount taken off or not."""
    if line.expected_total is None or not line.line_total or line.unit_price is None:
        return False
    share = (line.discount or Decimal(0)) / 100
    allowed = tolerance(line.quantity or Decimal(0), line.unit_price, currency)
    wanted = (line.expected_total, line.expected_total * (1 - share))
    return any(abs(one - line.line_total) <= allowed for one in wanted)


def _rounding(order: Order) -> Decimal:
    """How far a written total may be rounded: whole amounts everywhere are rounded to wholes."""
    written = [line.line_total for line in order.lines if line.line_total is not None]
    if order.currency or len(written) < 2 or any(one != one.to_integral_value() for one in written):
        return Decimal(0)
    return Decimal("0.5")


def _mismatch(line: Line, currency: str, rounding: Decimal) -> bool:
    expected = line.expected_total
    if expected is None or line.line_total is None or line.unit_price is None:
        return False
    if line.quantity is None:
        return False
    allowed = max(rounding, tolerance(line.quantity, line.unit_price, currency))
    return all(abs(value - line.line_total) > allowed for value in _variants(line, expected))


def _variants(line: Line, expected: Decimal) -> Iterator[Decimal]:
    """What a line may come to: as it is, less its discount, and each of these with its tax."""
    for net in _nets(line, expected):
        yield net
        if line.tax:
            yield net * (1 + line.tax / 100)
            yield net + line.tax


def _nets(line: Line, expected: Decimal) -> Iterator[Decimal]:
    yield expected
    if line.discount:
        hundred = Decimal(100)
        if 0 < line.discount <= hundred:
            yield expected * (1 - line.discount / hundred)
        if 0 < line.discount <= 1:
            yield expected * (1 - line.discount)
        yield expected - line.discount
        yield expected - line.discount * (line.quantity or 0)


def ask_once(found: list[Issue]) -> list[Issue]:
    """Amounts that fail leave quantity, price or total in doubt: someone confirms them at once."""
    wrong = [one for one in found if one.code == "ARITHMETIC_MISMATCH"]
    if not wrong:
        return found
    grouped = confirmed(
        "ARITHMETIC_MISMATCH",
        severity=Severity.ERROR,
        cells=tuple(cell for one in wrong for cell in one.cells),
        fields=("line_total",),
        lines=tuple(line for one in wrong for line in one.lines),
        facts={"count": str(len(wrong)), **wrong[0].facts},
    )
    return [*(one for one in found if one.code != "ARITHMETIC_MISMATCH"), grouped]


def _check_prices(order: Order) -> Iterator[Issue]:
    """A line without price and sum among others that have both is said: one may have been forgotten."""
    bare = [one for one in order.lines if one.unit_price is None and one.line_total is None]
    letter = order.columns.get("unit_price")
    if not letter or 2 * len(bare) >= len(order.lines):
        return
    for line in bare:
        if line.quantity:
            yield issue(
                "INVALID_PRICE",
                cells=(f"{order.sheet}!{letter}{line.row}",),
                fields=("unit_price",),
                lines=(line.line_id,),
                facts={"row": str(line.row), "field": "unit_price", "why": "missing"},
            )


def _check_usual(order: Order, usual: Mapping[str, Decimal]) -> Iterator[Issue]:
    """A quantity far above what is usually ordered of an item is said."""
    for line in order.lines:
        known = usual.get((line.sku or "").upper()) or usual.get((line.gtin or "").zfill(14))
        if known and line.quantity is not None and line.quantity > known * _FAR_ABOVE:
            yield _of_line(line, "LARGE_QUANTITY", "quantity")


def _check_zero(order: Order) -> Iterator[Issue]:
    """Ask for the quantities, of the first lines only: one answer is an order."""
    if all(line.quantity == 0 for line in order.lines):
        for line in order.lines[:_ZEROS_ASKED]:
            ask = Ask.NUMBER if line.cells("quantity") else Ask.NONE
            yield _of_line(line, "ALL_QUANTITIES_ZERO", "quantity", ask=ask)


def _check_parts(order: Order) -> Iterator[Issue]:
    """Parts of pieces on most lines, at whole prices, may be prices under the wrong heading."""
    parts = [line for line in order.lines if _is_part(line)]
    if len(parts) > 1 and len(parts) * 2 > len(order.lines):
        yield confirmed(
            "FRACTIONAL_QUANTITY",
            severity=Severity.ERROR,
            cells=tuple(cell for line in parts for cell in line.cells("quantity"))[:20],
            fields=("quantity",),
            facts={"value": _text(parts[0].quantity), "count": str(len(parts))},
        )


def _is_part(line: Line) -> bool:
    quantity, price = line.quantity, line.unit_price
    if quantity is None or price is None or not is_countable(line.unit or ""):
        return False
    return quantity % 1 != 0 and price % 1 == 0


def _check_doubles(order: Order) -> Iterator[Issue]:
    seen: dict[tuple[str, str, str], Line] = {}
    for line in order.lines:
        name = "" if line.sku or line.gtin else line.full_name
        item = line.sku or line.gtin or name
        key = (item.casefold(), line.colour or "", line.size or "")
        if not item:
            continue
        first = seen.setdefault(key, line)
        if first is not line:
            named = "sku" if line.sku else "gtin" if line.gtin else "product_name"
            cells = (*first.cells(named), *line.cells(named))
            facts = {"value": item, "row": str(line.row), "first": str(first.row)}
            lines = (first.line_id, line.line_id)
            yield issue("DUPLICATE_LINE_ITEM", cells=cells, lines=lines, facts=facts)


def _check_sums(order: Order, *, asked: bool) -> Iterator[Issue]:
    amounts = [_amount(line) for line in order.lines]
    if not amounts or any(amount is None for amount in amounts):
        return
    lines_sum = sum((amount or Decimal(0) for amount in amounts), Decimal(0))
    unit = minor_unit(order.currency or "")
    allowed = max(unit * (len(amounts) + 2) / 2, _rounding(order) * len(amounts))
    if order.subtotal is not None and not _near(order.subtotal, lines_sum, order, allowed):
        yield _sum_issue(order, "SUBTOTAL_MISMATCH", "subtotal", lines_sum, asked=asked)
        asked = False
    if order.total is None:
        return
    base = order.subtotal if order.subtotal is not None else lines_sum
    if not any(abs(order.total - value) <= allowed for value in _totals(order, base, lines_sum)):
        yield _sum_issue(order, "TOTAL_MISMATCH", "total", base, asked=asked)


def _amount(line: Line) -> Decimal | None:
    if line.line_total is not None:
        return line.line_total
    return line.expected_total


def _near(stated: Decimal, computed: Decimal, order: Order, allowed: Decimal) -> bool:
    discount = order.discount or Decimal(0)
    return any(abs(stated - v) <= allowed for v in (computed, computed - abs(discount)))


def _totals(order: Order, base: Decimal, lines_sum: Decimal) -> Iterator[Decimal]:
    tax, discount = order.tax or Decimal(0), abs(order.discount or Decimal(0))
    for start in (base, lines_sum):
        yield start
        yield start + tax
        yield start + tax - discount
        yield start - discount
    charges = Decimal(order.evidence["charge"].raw) if "charge" in order.evidence else Decimal(0)
    if charges:
        yield base + tax + charges
        yield base + tax + charges - discount


def _sum_issue(order: Order, code: str, name: str, expected: Decimal, *, asked: bool) -> Issue:
    """A stated sum that the lines do not make up: a line too many, too few, or misread."""
    facts = {"value": _text(getattr(order, name)), "expected": _text(expected.quantize(_CENT))}
    severity = Severity.ERROR if asked else Severity.WARNING
    make = confirmed if asked else issue
    return make(code, severity=severity, cells=order.cells(name), fields=(name,), facts=facts)
