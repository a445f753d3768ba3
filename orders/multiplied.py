"""Quantities headed in dozens, hundreds or thousands, asked once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from orders.checks import adds_up
from orders.codes import confirmed
from orders.evidence import remarked
from orders.issue import Issue
from orders.order import Line
from orders.scale import scale_in
from orders.tables import Table
from orders.values import ascii_digits, fold, tidy, words_of_list

_COUNTED = re.compile(r"(?:[x×*/]|\b(?:in|je|per|pro|par|por|al|à)\b)\s*(100|1[., ]?000)(?!\d)")
_HUNDREDS = frozenset(
    words_of_list("hundreds|hundred|hunderte|hundert|centaines|centenas|sto|сотни|صد")
)
_DOZENS = frozenset(
    words_of_list("""
dozen|dozens|doz|dzn|dutzend|dtzd|douzaine|douzaines|docena|docenas|dozzina|dozzine|dúzia|dúzias|düzine|дюжина|дюжин
|دوجین|دزينة|打|ダース|다스|dozijn|tuzin|tuziny|tucet|tucty|dussin
""")
)
_SIZES = {"100": Decimal(100)}
_THOUSAND = Decimal(1000)


def times_in(header: str) -> Decimal:
    """By what a quantity's heading multiplies: `Qty (thousands)`, `Qty x100`, `Menge in Tsd.`."""
    text = ascii_digits(tidy(header)).casefold()
    if found := _COUNTED.search(text):
        return _SIZES.get(found[1], _THOUSAND)
    words = fold(re.sub(r"[()\[\]]", " ", text)).split()
    if _DOZENS.intersection(words):
        return Decimal(12)
    return Decimal(100) if _HUNDREDS.intersection(words) else scale_in(header)


def multiplied(
    table: Table, lines: Sequence[Line], currency: str
) -> tuple[list[Line], list[Issue]]:
    """The lines in single pieces, and the question whether the heading means that."""
    number = table.mapping.get("quantity", 0)
    column = table.column(number)
    times = times_in(column.header) if column else Decimal(1)
    counted = [
        line for line in lines if line.quantity and (line.row, number) not in table.grid.typed
    ]
    # `2 doz` at a price for the dozen, or at none, says what it means by its unit.
    plain = all(
        _is_dozen(one) and (one.unit_price is None or adds_up(one, currency)) for one in counted
    )
    if times == 1 or column is None or plain:
        return list(lines), []
    ids = {line.line_id for line in counted}
    made = [_in_pieces(one, times, currency) if one.line_id in ids else one for one in lines]
    return made, [_question(table, column.header, counted, times)]


def _is_dozen(line: Line) -> bool:
    return fold(line.unit or "") in _DOZENS


def _in_pieces(line: Line, times: Decimal, currency: str) -> Line:
    """A price that makes up the total is for as many as were counted as one."""
    quantity, price = line.quantity or Decimal(0), line.unit_price
    evidence = remarked(line.evidence, "quantity", f"times={times:f}")
    if price is not None and adds_up(line, currency):
        price /= times
    unit = None if _is_dozen(line) else line.unit  # What is counted now are pieces.
    return replace(line, quantity=quantity * times, unit=unit, unit_price=price, evidence=evidence)


def _question(table: Table, header: str, counted: Sequence[Line], times: Decimal) -> Issue:
    first = counted[0].quantity or Decimal(0)
    return confirmed(
        "INVALID_QUANTITY",
        cells=(table.grid.address(table.header.rows[-1], table.mapping["quantity"]),),
        fields=("quantity",),
        lines=tuple(line.line_id for line in counted),
        facts={
            "why": "times",
            "value": " ".join(header.split())[:60],
            "found": f"{first.normalize():f}",
            "count": f"{(first * times).normalize():f}",
        },
    )
