"""What a currency's own precision says of amounts that read two ways."""

import re

from orders.figures import amounts_in, is_grouped
from orders.numbers import Amount, Style, parse_amount
from orders.tables import Table

_MONEY = ("unit_price", "line_total")
_COUNTS = ("quantity", "pack_size", "discount", "tax")
_THOUSANDTHS = frozenset({"KWD", "BHD", "OMR", "JOD"})
"""Currencies of a thousand parts, at home where the dot is the decimal mark."""
_HUNDREDTHS = frozenset(
    ["INR", "PKR", "BDT", "LKR", "THB", "MYR", "SGD", "HKD", "TWD", "CNY", "PHP", "AED", "SAR"]
) | {"QAR", "EGP", "ILS"}
"""Currencies of a hundred parts, at home where the comma only groups thousands."""
_SIGNED = re.compile(r"-?(?:US|AU?|CA?|NZ)?[$£]\d")
_AT_HOME = ("", "en", "ar", "fa", "zh", "ja", "ko")
"""Languages that set no decimal comma."""


def precise_style(table: Table, currency: str, language: str) -> Style | None:
    """The style in which every amount is as exact as its currency, where its home writes so too.

    `20.000 KD` are twenty dinars, whose thousandths are written out; `82,901 INR` are thousands, for
    no paisa has a tenth, and so is `$1,250` on an English paper. `20,000 KD` and `82.901 EUR` stay open, and so does all where a count
    beside them reads two ways.
    """
    if language not in _AT_HOME or _undecided(table, _COUNTS):
        return None
    money = _undecided(table, _MONEY)
    if currency in _THOUSANDTHS:
        written = Style.COMMA
    elif currency in _HUNDREDTHS or (language == "en" and _is_signed(table)):
        written = Style.DOT
    else:
        return None
    return Style.DOT if money and all(is_grouped(one, written) for one in money) else None


def _is_signed(table: Table) -> bool:
    """Whether each amount has the dollar's or the pound's sign right before it, as English sets it."""
    at = [table.mapping[name] for name in _MONEY if name in table.mapping]
    texts = [table.grid.text(row, column) for column in at for row in table.body]
    amounts = [text for text in texts if parse_amount(text)]
    return bool(amounts) and all(map(_SIGNED.match, amounts))


def _undecided(table: Table, names: tuple[str, ...]) -> list[Amount]:
    numbers = [table.mapping[name] for name in names if name in table.mapping]
    found = (amounts_in(table.grid, at, table.body).values() for at in numbers)
    return [one for amounts in found for one in amounts if not one.clear]
