"""Which currency an order is in, from every cell that says so."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from orders.codes import issue
from orders.country import crown_of, dollars_of, yuan_of
from orders.evidence import Evidence
from orders.issue import Ask, Candidate, Issue
from orders.money import (
    TOMAN,
    YEN_OR_YUAN,
    currencies_in,
    currency_of,
    currency_of_format,
)
from orders.numbers import parse_amount
from orders.scale import find_scale
from orders.tables import Table
from orders.totals import TotalRow, currency_of_row, is_in_words, total_words
from orders.values import fold, has_letters, words_of_list
from orders.view import Grid

_MONEY_FIELDS = ("unit_price", "line_total")
_LONGEST = 60
_ENOUGH = 50
"""So many lines show in which currency a column is."""
_BANK = re.compile(
    r"\b(?:IBAN|BIC|SWIFT|bank|konto|account|rate|kurs|cuenta|compte|حساب|банк|счет)|账|账户|口座|계좌"
    r"|(?:\d[ -]?){8}",
    re.IGNORECASE,
)
"""Bank details and exchange rates name currencies that are not the order's."""
_NAMED_DOLLAR = re.compile(r"USD|US\$|U\$S|d[oó]lar", re.IGNORECASE)
_PESOS = ("USD", "MXN", "COP", "ARS", "CLP")
_CURRENCY = frozenset(
    words_of_list(
        "currency|curr|währung|devise|moneda|moeda|valuta|waluta|валюта|ارز|العملة|币种|通貨|통화"
    )
)
_DOLLARS = frozenset(
    ["AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "TWD"]
)
"""Currencies that papers of their country write with a bare dollar sign."""


@dataclass(slots=True)
class CurrencyFound:
    """The currency as written (`TOMAN` for toman), its witness, and what is doubtful."""

    written: str = ""
    evidence: Evidence | None = None
    scale: Decimal = Decimal(1)
    issues: list[Issue] = field(default_factory=list)

    @property
    def iso(self) -> str | None:
        """The ISO code an order carries."""
        return "IRR" if self.written == TOMAN else self.written or None


def find_currency(
    table: Table,
    rows: Sequence[int],
    totals: Sequence[TotalRow],
    said: Mapping[str, str],
    home: tuple[str, str],
) -> CurrencyFound:
    """Weigh label, header tails, number formats, cells and totals, strongest first.

    `said` may hold the typed or labelled `currency` (`typed`, `label`); `home` is the sheet's
    language and the organization's currency.
    """
    language, home_currency = home
    if typed := currency_of(said.get("typed", "")):
        return CurrencyFound(typed)
    labelled = currencies_in(said.get("label", "")) or {currency_of(said.get("label", ""))} - {""}
    if len(labelled) == 1 and not _says_us(table):
        # A bare dollar sign is the dollar that the label names.
        home_currency = min(labelled & _DOLLARS, default=home_currency)
    named = {*labelled, *_of_columns(table, rows)}
    named = named or _of_totals(table, totals) or _of_words(table, rows)
    found = {_settle(code, language, home_currency) for code in named or _above(table)} - {""}
    if not named and len(found) > 1:
        # Loose mentions of several currencies (bank details) say nothing of the order's.
        found = set()
    found, local, sign = _whose(table, totals, found, (language, home_currency))
    if local:
        return CurrencyFound(issues=[_mixed(table, local, sign=sign)])
    priced = any(name in table.mapping for name in _MONEY_FIELDS)
    found = found or ({crown_of(table.grid)} if priced else set()) - {""}
    made = _conclude(table, found, (language, home_currency), rows)
    scale = find_scale(table, [said.get("label", "")])
    made.scale = scale or made.scale
    if scale is None and not made.issues:
        made.issues.append(_unclear(table, home_currency))
    return made


def _whose(
    table: Table, totals: Sequence[TotalRow], found: set[str], said: tuple[str, str]
) -> tuple[set[str], Sequence[str], str]:
    """Whose money a sign of several countries means; or the currencies to ask about, and the sign."""
    if found == {"USD"}:
        return (*_of_dollars(table, totals, *said), "$")
    if found == {"CNY"}:
        told = yuan_of(table.grid)
        return {told}, () if told else ("TWD", "CNY", "HKD"), "元"
    return found, (), ""


def _of_dollars(
    table: Table, totals: Sequence[TotalRow], language: str, home: str
) -> tuple[set[str], Sequence[str]]:
    """Whose dollars a sign means; or the currencies of which a person says which one it is."""
    named = (_above(table) | _of_totals(table, totals)) & _DOLLARS
    if len(named) == 1 and _is_bare(table):
        return named, ()
    if not home and _is_bare(table):
        # A Canadian buyer with an American vendor may pay in either: nothing is said of it.
        told = dollars_of(table.grid)
        if told - {"USD"} and (len(told) == 1 or language != "es"):
            return set(told if len(told) == 1 else ()), ()
        return {"USD"}, _PESOS if language == "es" else ()
    if _is_beside_dollars(table):
        return {"USD"}, _PESOS[1:] if language == "es" else tuple(sorted(_DOLLARS))
    return {"USD"}, ()


def _of_totals(table: Table, totals: Sequence[TotalRow]) -> set[str]:
    return {code for total in totals for code in currency_of_row(table.grid, total.row)}


def _of_words(table: Table, rows: Sequence[int]) -> set[str]:
    """Currencies of sums told in words below the lines: `Total of 5 items, 2 345 rub.`."""
    last = max(rows, default=0)
    below = (row for row in table.grid.rows if row > last)
    texts = [text for row in below for _, text in table.grid.filled(row) if has_letters(text)]
    told = [text for text in texts if is_in_words(text) or total_words(text.split()[0])]
    return {code for text in told for code in currencies_in(text)}


def _says_us(table: Table) -> bool:
    """Whether a header names the dollar of the United States, not just a dollar sign."""
    words = (fold(column.header).replace("$", " ") for column in table.columns)
    return any("us" in text.split() or "usd" in text for text in words)


def _settle(code: str, language: str, home: str) -> str:
    """One code for a sign that several currencies share."""
    if code == YEN_OR_YUAN:
        return {"zh": "CNY", "ja": "JPY"}.get(language, home if home in ("CNY", "JPY") else code)
    if code == "USD" and home in _DOLLARS:
        return home
    # In Arabic a riyal is Saudi, Qatari, Omani or Yemeni.
    return "" if code == "IRR" and language == "ar" else code


def _is_bare(table: Table) -> bool:
    """Whether no text says whose dollar a sign means; in a Spanish sheet it mostly means pesos."""
    texts = [column.header for column in table.columns]
    texts += [text for row in table.grid.rows for _, text in table.grid.filled(row)]
    return not any(_NAMED_DOLLAR.search(text) for text in texts)


def _is_beside_dollars(table: Table) -> bool:
    """Whether the money is headed with a bare `$` beside a column in dollars by their name.

    `Importe $ | Importe U$S` says that the sign means another currency.
    """
    served = {table.mapping[name] for name in _MONEY_FIELDS if name in table.mapping}
    heads = [(one.number in served, one.header) for one in table.columns]
    bare = any(mine and "$" in text and not _NAMED_DOLLAR.search(text) for mine, text in heads)
    named = [mine for mine, text in heads if _NAMED_DOLLAR.search(text)]
    return bare and bool(named) and not any(named)


def _of_columns(table: Table, rows: Sequence[int]) -> set[str]:
    found: set[str] = set()
    for name in _MONEY_FIELDS:
        number = table.mapping.get(name)
        column = table.column(number) if number else None
        if column is None or number is None:
            continue
        found |= currencies_in(column.header.replace("\n", " "))
        cells = Counter[str]()
        for row in rows:
            cell = table.grid.cell(row, number)
            if cell is None:
                continue
            amount = parse_amount(cell.value) if isinstance(cell.value, str) else None
            code = (amount.currency if amount else "") or currency_of_format(cell.number_format)
            if code:
                cells[code] += 1
        found |= set(cells)
    return found | _of_codes(table, rows)


def _of_codes(table: Table, rows: Sequence[int]) -> set[str]:
    """Currencies of a column of codes whose heading speaks of currencies: `Currency note`."""
    headed = [one.number for one in table.columns if _CURRENCY & set(fold(one.header).split())]
    texts = {table.grid.text(row, at) for at in headed for row in rows} - {""}
    codes = {currency_of(text) for text in texts}
    return codes if "" not in codes else set()


def _above(table: Table) -> set[str]:
    """Currencies mentioned above the table, such as `All prices in EUR`."""
    found: set[str] = set()
    for row in table.grid.rows:
        if row >= table.header.rows[0]:
            break
        for _, text in table.grid.filled(row):
            found |= _named_in(text)
    return found


def _conclude(
    table: Table, found: set[str], said: tuple[str, str], rows: Sequence[int]
) -> CurrencyFound:
    language, home = said
    if found == {"IRR", TOMAN}:
        return CurrencyFound(issues=[_unclear(table, home)])
    if len(found) > 1:
        return CurrencyFound(issues=[_mixed(table, sorted(found))])
    if not found:
        priced = any(name in table.mapping for name in _MONEY_FIELDS)
        if language == "fa" and priced:
            return CurrencyFound(issues=[_unclear(table, home)])
        return CurrencyFound()
    code = found.pop()
    if code == YEN_OR_YUAN:
        return CurrencyFound(issues=[_mixed(table, ["CNY", "JPY"], sign="¥")])
    return CurrencyFound(code, _witness(table, code, rows))


def _witness(table: Table, code: str, rows: Sequence[int]) -> Evidence | None:
    """The first cell that names a currency: of the money's headings, its cells, below or above them."""
    grid, money = table.grid, [table.mapping[n] for n in _MONEY_FIELDS if n in table.mapping]
    last = max(rows, default=table.header.rows[-1])
    loose = [row for row in grid.rows if row > last or row < table.header.rows[0]]
    places = chain(
        ((row, at) for at in money for row in reversed(table.header.rows)),
        ((row, at) for at in money for row in rows[:_ENOUGH]),
        ((row, at) for row in reversed(loose) for at, _ in grid.filled(row)),
    )
    told = next((place for place in places if _names_one(grid, *place)), None)
    told = told or next(((table.header.rows[-1], at) for at in money), None)
    return grid.evidence(*told, f"currency={code}") if told else None


def _names_one(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell's text or its format of numbers names a currency."""
    cell, text = grid.cell(row, column), grid.text(row, column).replace("\n", " ")
    told = cell is not None and currency_of_format(cell.number_format)
    return bool(text) and bool(told or _named_in(text))


def _named_in(text: str) -> frozenset[str]:
    """The currencies that a short text names, if it tells no bank account or rate."""
    return currencies_in(text) if len(text) <= _LONGEST and not _BANK.search(text) else frozenset()


def _price_header(table: Table) -> tuple[str, ...]:
    number = next((table.mapping[n] for n in _MONEY_FIELDS if n in table.mapping), 0)
    return (table.grid.address(table.header.rows[-1], number),) if number else ()


def _mixed(table: Table, codes: Sequence[str], sign: str = "") -> Issue:
    """Several currencies; a `sign` is one that these share, which names no second one."""
    return issue(
        "INVALID_CURRENCY",
        cells=_price_header(table),
        fields=("currency",),
        facts={"value": ", ".join(codes)} | ({"sign": sign} if sign else {}),
        ask=Ask.CHOICE,
        target="field:currency",
        candidates=tuple(Candidate(code, code) for code in codes),
    )


def _unclear(table: Table, home: str) -> Issue:
    codes = ["IRR", TOMAN, *({home} - {"", "IRR"})]
    return issue(
        "CURRENCY_UNIT_UNCLEAR",
        cells=_price_header(table),
        fields=("currency",),
        ask=Ask.CHOICE,
        target="field:currency",
        candidates=tuple(Candidate(code, code) for code in codes),
        preselect="IRR",
    )
