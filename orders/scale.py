"""Thousands and millions that a header or a label says of its amounts."""

import re
from collections.abc import Sequence
from decimal import Decimal

from orders.money import currencies_in
from orders.tables import Table
from orders.values import fold

_SCALES = {
    1000: "هزار thousand thousands tausend tsd teur tusd milliers miles milhares migliaia bin"
    " тыс тысяч keur kusd kgbp kchf",
    1_000_000: "میلیون million millions mio millones milhoes milioni milyon млн миллионов",
    1_000_000_000: "میلیارد milliard billion",
}
_WORDS = {fold(word): Decimal(size) for size, words in _SCALES.items() for word in words.split()}
_JOINED = re.compile(
    r"(?<![\d一二三四五六七八九十百千万零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟两兩일이삼사오육칠팔구십백천만])"
    r"(?<!\d )(百万|백만|千|천|万|萬|만)(?=[元円圓원](?![整正也정]))"
)
"""A word for a size before the money's, where no number is written out: `金额（万元）`, not `이백만원정`."""
_JOINED_SIZES = {"千": 1000, "천": 1000, "万": 10_000, "萬": 10_000, "만": 10_000}
_SHORT = re.compile(r"(?<![A-Za-z])([kKT])(?=[€$£])")
_ZEROS = re.compile(
    r"(?<![\d.,])['’`´]?000(?:'?s)?(?![\d.,])|(?<=[x×*])\s?1[., ]?000\b", re.IGNORECASE
)
"""`('000)`, `000s`, `x1000`."""
_PER = re.compile(r"\b(?:per|pro|par|por|je|al)\b|هر|/", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\b(?:words?|only|hundred|one|two|three|four|five|six|seven|eight|nine|ten|worten|lettres|cents?|deux|trois"
    r"|letras|cientos?|extenso|lettere|woorden|słownie|slovy|прописью|yazıyla|yalnız)\b|حروف|فقط|大写|大寫",
    re.IGNORECASE,
)
"""What an amount written out in words has beside it: `two thousand euros only`."""
_AMOUNTS = re.compile(
    r"\b(?:amounts?|prices?|beträge|preise|montants?|prix|importes?|precios?|importi|prezzi|valores|preços"
    r"|bedragen|prijzen|kwoty|ceny|tutarlar|fiyatlar|суммы|цены)\b|مبالغ|المبالغ|قیمت|الأسعار|金额|金額|价格|価格|금액|가격",
    re.IGNORECASE,
)
"""Words with which a text above the lines speaks of what they cost."""
_MONEY = ("unit_price", "line_total")
_LABEL = 60
_ONE = Decimal(1)


def scale_in(text: str) -> Decimal:
    """By what a text multiplies the amounts it speaks of: `هزار تومان`, `T€`, `万元`."""
    if _PER.search(text) or _WRITTEN.search(text):
        # A price per thousand pieces is no price in thousands, nor is one that is written out.
        return _ONE
    sizes = [_WORDS[word] for word in fold(text.translate(_BRACKETS)).split() if word in _WORDS]
    sizes += [Decimal(_JOINED_SIZES.get(found, 1_000_000)) for found in _JOINED.findall(text)]
    sizes += [Decimal(1000)] * bool(_SHORT.search(text) or _ZEROS.search(text))
    return sizes[0] if sizes else _ONE


_BRACKETS = str.maketrans("()[]（）", "      ")


def find_scale(table: Table, said: Sequence[str]) -> Decimal | None:
    """The one scale of all amounts of a table; None where its texts contradict each other.

    `said` are labels beside the table that speak of money.
    """
    headers = [c.header for c in table.columns if c.number in _money_columns(table)]
    scales = {scale_in(header) for header in headers if currencies_in(header)}
    loose = {scale_in(header) for header in headers} - {_ONE}
    spoken = [one for one in (*said, *_above(table)) if currencies_in(one) or _AMOUNTS.search(one)]
    labelled = {scale_in(text) for text in spoken} - {_ONE}
    every = scales | loose | (labelled if not loose else set())
    return every.pop() if len(every) == 1 else None if every else _ONE


def _money_columns(table: Table) -> list[int]:
    return [table.mapping[name] for name in _MONEY if name in table.mapping]


def _above(table: Table) -> list[str]:
    texts: list[str] = []
    for row in table.grid.rows:
        if row >= table.header.rows[0]:
            break
        texts += [text for _, text in table.grid.filled(row) if len(text) <= _LABEL]
    return texts
