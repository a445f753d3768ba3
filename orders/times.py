"""Items written with their count in front: `2 x Rope - 3.50 EUR`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from orders.dictionary import ORDER_WORDS, names_any
from orders.money import currencies_in
from orders.numbers import parse_amount
from orders.relaid import Place
from orders.values import ascii_digits, has_letters, tidy
from orders.view import Grid

_BULLET = re.compile(r"^[-–—•*·]+\s+")
_COUNTED = re.compile(r"([1-9]\d{0,4}) ?[x×]\s+(\S.*)", re.IGNORECASE)
_JOINS = " -–—:@|·•"
_LONGEST = 3
"""So many words an amount has at most: `12 RON / buc`."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, a name, and the money that stands behind them: a price, a line's total, or both."""

    place: Place
    count: str
    name: str
    money: tuple[str, ...] = ()
    """Empty where nothing tells whether an amount is one piece's or the line's."""
    priced: bool = True
    """Whether the first amount is one piece's price; else it is what the line comes to."""


def counted_items(grid: Grid) -> list[Counted]:
    """The items of a paper that says above them that it orders; each once a row."""
    found = [one for row in grid.rows if (one := _counted(grid, row))]
    first = min((one.place[0] for one in found), default=0)
    above = [text for row in grid.rows if row < first for _, text in grid.filled(row)]
    said = any(names_any(text, ORDER_WORDS) for text in above)
    return _told(grid, found) if said and len({one.place[1] for one in found}) == 1 else []


def _counted(grid: Grid, row: int) -> Counted | None:
    (at, text), *rest = grid.filled(row) or [(0, "")]
    found = _COUNTED.fullmatch(_BULLET.sub("", ascii_digits(tidy(text))))
    behind = [ascii_digits(tidy(told)) for _, told in rest]
    if found is None or len(rest) > 1 or not all(map(_is_money, behind)):
        return None
    name, amount = _parted(found[2])
    money = (amount, *behind) if amount else tuple(behind)
    return Counted((row, at), found[1], name, money) if has_letters(name) else None


def _parted(text: str) -> tuple[str, str]:
    """A name, and the money that ends the text."""
    words = text.split()
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        tail = " ".join(words[-length:])
        if tail[0] not in _JOINS and _is_money(tail):
            return " ".join(words[:-length]).rstrip(_JOINS), tail
    return text.rstrip(_JOINS), ""


def _is_money(text: str) -> bool:
    return bool(currencies_in(text)) and _amount(text) is not None


def _amount(text: str) -> Decimal | None:
    found = parse_amount(text)
    return found.value() if found else None


def _told(grid: Grid, found: Sequence[Counted]) -> list[Counted]:
    """The items with what their amounts are: two make up a product, one the sum that the paper states."""
    if any(len(one.money) > 1 for one in found):
        whole = all(len(one.money) > 1 and _comes_to(one) == _amount(one.money[1]) for one in found)
        return [*found] if whole else []
    if not all(one.money for one in found):
        return [replace(one, money=()) for one in found]
    rows = {one.place[0] for one in found}
    stated = {
        *_numbers(text for row in grid.rows if row not in rows for _, text in grid.filled(row))
    }
    prices = sum(map(_comes_to, found))
    totals = sum(_amount(one.money[0]) or Decimal(0) for one in found)
    if prices == totals or prices in stated or all("/" in one.money[0] for one in found):
        return [*found]
    if totals in stated:
        return [replace(one, priced=False) for one in found]
    return [replace(one, money=()) for one in found]


def _comes_to(one: Counted) -> Decimal:
    return Decimal(one.count) * (_amount(one.money[0]) or Decimal(0))


def _numbers(texts: Iterable[str]) -> Iterator[Decimal]:
    """Every number that stands in the texts, read the one way that it has."""
    for text in texts:
        for number in _NUMBER.findall(ascii_digits(text)):
            if (value := _amount(number)) is not None:
                yield value
