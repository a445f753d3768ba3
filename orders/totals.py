"""Rows of totals: known by their words and by their arithmetic."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from orders.dictionary import Meanings, label_meanings
from orders.figures import AMBIGUOUS, UNCACHED, read_figure
from orders.money import currencies_in, currency_of, without_currency
from orders.numbers import Style, parse_amount
from orders.sums import RunningSums
from orders.values import ascii_digits, fold, has_letters, tidy
from orders.view import Grid

TOTAL_FIELDS = frozenset(
    {"subtotal", "tax", "total", "discount", "charge", "quantity_total", "deposit"}
)
_WORDED = re.compile(r"^(.*?)[\s:：=]*((?:[(（]?\s*[-+]?[0-9][0-9.,'٬٫ ]*\s*%?\s*[)）]?))?\s*$")
_JOINED = re.compile(r"\s*[&+]\s*|\s+(?:and|und|et|y|e|en|i|ve|и|و)\s+", re.IGNORECASE)
"""`Freight & Insurance`, `Verpackung und Versand`."""
_RATED = frozenset({"tax", "discount"})
_RATES = 100
"""Below this a number behind a word may be a rate: `VAT 19.5`."""
_PERCENT = re.compile(
    r"[(（@]?\s*(?:(?:[0-9]{1,2}(?:[.,][0-9]+)?|ده|نه)\s*(?:[%٪％]|درصد|per ?cent\b|prozent\b|pour cent\b|por ciento\b)"
    r"|[%٪％]\s*[0-9]{1,2}(?:[.,][0-9]+)?)\s*[)）]?",
    re.IGNORECASE,
)
_QUALIFIERS = frozenset({"input", "output", "purchase", "sales", "local", "add", "plus", "less"})
"""What ledgers write around the name of a tax."""
_SUM_OF = re.compile(r"[^\W\d]{1,8}(?:合计|小计|总计|合計|小計|總計|합계|소계)[:：]?")
"""A month's or a group's sum: `三月合计`."""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One row of totals: what it says it is, its amounts by column, where its word stands.

    Besides the kinds that words name, `whole` is the sum of all lines so far in words nobody knows,
    and `carried` the sum of a part: a section's, a page's.
    """

    row: int
    kind: str
    amounts: Mapping[int, Decimal]
    word: str = ""


@lru_cache(maxsize=1 << 12)
def total_words(text: str) -> Meanings:
    """What kind of total a text names, by its whole words; empty for anything else.

    `Total`, `Total:`, `Total 455`, `VAT 20 %`, `جمع کل (ریال)` are; `Total Repair` is not.
    """
    bare = tidy(ascii_digits(text))
    for candidate in _bare_forms(bare):
        found = label_meanings(candidate)
        kinds = {kind: score for kind, score in found.items() if kind in TOTAL_FIELDS}
        if kinds or _are_charges(candidate):
            return kinds or {"charge": 1.0}
    before, *more = _PERCENT.split(bare, maxsplit=1)
    rated = {kind: sure for kind, sure in label_meanings(before).items() if kind in _RATED}
    if more and rated:
        return rated  # `Discount 30% 15 days` goes on after its rate.
    return dict.fromkeys(("subtotal", "total"), 1.0) if _SUM_OF.fullmatch(bare) else {}


def _are_charges(text: str) -> bool:
    """Whether a text names charges, one and another."""
    parts = _JOINED.split(text)
    return len(parts) > 1 and all("charge" in label_meanings(part) for part in parts)


def _bare_forms(text: str) -> list[str]:
    without_percent = _PERCENT.sub(" ", text).strip(" :：=@")
    forms = [text.strip(" :：="), without_percent, text.replace("&", " ")]
    match = _WORDED.match(without_percent)
    if match and match[1]:
        forms.append(match[1].strip())
    named = [word for word in without_percent.split() if not currency_of(word.strip("()[]:"))]
    match = _WORDED.match(" ".join(named))
    if match and match[1] and match[2]:
        forms.append(match[1].strip())
    if named and len(named) < len(without_percent.split()):
        forms.insert(0, " ".join(named).strip(" :："))  # `Total GBP Excl. VAT`
    words = forms[-1].split()
    if len(words) > 1 and currency_of(words[-1].strip("()[]:")):
        forms.append(" ".join(words[:-1]))
    if len(words) > 1 and currency_of(words[0].strip("()[]:")):
        forms.append(" ".join(words[1:]))
    if bare := [word for word in words if fold(word) not in _QUALIFIERS]:
        forms.append(" ".join(bare))
    return forms


def amounts_of(
    grid: Grid, row: int, style: Style | None, sums: RunningSums | None = None
) -> dict[int, Decimal]:
    """The numbers of a row by column; dates, percentages and codes in words are none.

    Of two readings the one that is the sum of the lines is meant.
    """
    found: dict[int, Decimal] = {}
    for column in grid.rows.get(row, {}):
        figure, text = read_figure(grid, row, column, style), grid.text(row, column)
        if figure.value is not None and not figure.percent:
            found[column] = figure.value
        elif figure.problem == UNCACHED and any(figure.choices):
            # A sum over numbers that are texts comes to 0, and says nothing of them.
            found[column] = next(iter(figure.choices))
        elif figure.problem == AMBIGUOUS:
            meant = [one for one in figure.choices if sums and sums.holds_amount(one)]
            found.update((column, one) for one in meant)
        elif amount := _tail_amount(text, style, sums):
            found[column] = amount
    return found


def money_of(amounts: Mapping[int, Decimal], counted: int, sums: RunningSums) -> dict[int, Decimal]:
    """The amounts without the one under the quantities that only adds them up.

    Where no line has an amount, a whole number that stands there alone counts them, if wrongly.
    """
    count = amounts.get(counted, Decimal(0))
    no_money = sums.holds_quantity(count) and not sums.holds_amount(count)
    no_money = no_money or (
        len(amounts) == 1 and not sums.amount and count == count.to_integral_value()
    )
    return {at: one for at, one in amounts.items() if at != counted or not no_money}


def _tail_amount(text: str, style: Style | None, sums: RunningSums | None) -> Decimal | None:
    """The number behind a total's word in the same cell: `Total: 455.00 EUR`."""
    kinds = total_words(text)
    if not kinds:
        return None
    whole = ascii_digits(tidy(text))
    bare = _PERCENT.sub(" ", whole)
    start = next((place for place, sign in enumerate(bare) if sign.isdigit()), -1)
    if start < 0:
        return None
    amount = parse_amount(bare[start:].strip())
    value = amount.value(style) if amount else None
    told = ":" in bare or "=" in bare or (amount is not None and bool(amount.currency))
    # `Net 30` is a term of payment, unless the lines add up to it; `VAT 7,010.25` is an amount,
    # and `VAT 19.5` a rate.
    rate = bare == whole and bool(_RATED & kinds.keys()) and abs(value or Decimal(0)) < _RATES
    told = told or (amount is not None and amount.marked and not rate)
    return value if value is not None and (told or (sums and sums.holds_amount(value))) else None


def row_words(grid: Grid, row: int) -> tuple[str, int, Meanings]:
    """The first cell of a row whose text names a total: its text, column and meanings.

    `Less: | Rounding off` is no discount: a ledger says by `less` that the other word takes off.
    """
    found = [
        (text, column, kinds)
        for column, text in grid.filled(row)
        if any(sign.isalpha() for sign in text) and (kinds := total_words(text))
    ]
    if len(found) > 1 and fold(found[0][0]) in _QUALIFIERS:
        return found[1]
    return found[0] if found else _taken_off(grid, row)


def _taken_off(grid: Grid, row: int) -> tuple[str, int, Meanings]:
    """A discount in more words than its name, `Remise exceptionnelle | -20`: nothing is counted."""
    texts = [(text, at) for at, text in grid.filled(row) if has_letters(text)]
    words = [word for text, _ in texts[:1] for word in text.replace("-", " ").split()]
    if len(texts) != 1 or not any("discount" in total_words(word) for word in words):
        return "", 0, {}
    amounts = list(amounts_of(grid, row, None).values())
    off = len(amounts) == 1 and amounts[0] < 0
    return (*texts[0], {"discount": 1.0}) if off else ("", 0, {})


def first_word(grid: Grid, row: int) -> tuple[str, int, Meanings]:
    """A row's only text, where it stands, and which total its first word names."""
    texts = [(text, at) for at, text in grid.filled(row) if has_letters(text)]
    return (*texts[0], total_words(texts[0][0].split()[0])) if len(texts) == 1 else ("", 0, {})


def kind_of(
    kinds: Meanings,
    seen: frozenset[str],
    amounts: tuple[dict[int, Decimal], dict[int, Decimal]],
    sums: RunningSums,
) -> tuple[str, dict[int, Decimal]]:
    """The one kind a total's word means here, and its amounts; `amounts` are all and those of money.

    The first plain `total` may be a sub-total. `Total units | 42 | 177` says beside the count what
    all come to.
    """
    told, money = amounts
    kind = _kind_of(kinds, seen) if money else "quantity_total"
    if kind != "quantity_total":
        return kind, money
    summed = len(money) < len(told) and any(map(sums.holds_amount, money.values()))
    return ("total", money) if summed else (kind, told)


def _kind_of(kinds: Meanings, seen: frozenset[str]) -> str:
    order = ("quantity_total", "subtotal", "tax", "charge", "deposit", "discount", "total")
    best = max(kinds.values())
    names = [kind for kind in order if kinds.get(kind, 0.0) >= best]
    if "total" in names and "subtotal" in names and "subtotal" in seen:
        return "total"
    return names[0]


def currency_of_row(grid: Grid, row: int) -> frozenset[str]:
    """Currencies named anywhere in a row of totals; a cell that says one and no more has the word."""
    whole = {currency_of(text) for _, text in grid.filled(row)} - {""}
    if len(whole) == 1:
        return frozenset(whole)
    found: set[str] = set()
    for column, text in grid.filled(row):
        found |= currencies_in(text)
        figure = read_figure(grid, row, column)
        if figure.currency:
            found.add(figure.currency)
    return frozenset(found)


def names_item(name: str, text: str) -> bool:
    """Whether a cell beside a total's word really names an item."""
    if name == "product_name":
        # `52,116.00 INR` is what the word comes to, whatever stands above it.
        named = has_letters(without_currency(text))
        return named and not row_label(text) and not is_in_words(text)
    return any(sign.isdigit() for sign in text) and len(text) > 1


def row_label(text: str) -> bool:
    """Whether a text is a currency or itself a word of totals."""
    return bool(currency_of(text) or total_words(text))


_MANY = frozenset(
    [
        "hundred",
        "thousand",
        "million",
        "lakh",
        "lakhs",
        "lac",
        "lacs",
        "crore",
        "crores",
        "mil",
        "mille",
    ]
)
_MONEY = frozenset(
    [
        "only",
        "rupees",
        "rupee",
        "rs",
        "dollars",
        "euros",
        "pounds",
        "dirhams",
        "paise",
        "paisa",
        "cents",
        "pesos",
    ]
)


def is_in_words(text: str) -> bool:
    """Whether a text says an amount in words: `Rupees fifteen thousand only`."""
    words = {*fold(text).split()}
    return bool(words & _MANY and words & _MONEY)
