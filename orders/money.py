"""Currencies as people write them: signs, codes, words, rial and toman."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from orders.values import fold, tidy

TOMAN = "TOMAN"
"""Ten rial; not an ISO code, so it is stored as written and converted (facts §4)."""

_SIGNS: Mapping[str, str] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "¥", "￥": "¥", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₩": "KRW", "₪": "ILS",
    "₫": "VND", "฿": "THB", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "﷼": "IRR", "元": "CNY",
    "円": "JPY", "원": "KRW", "R": "ZAR", "NT$": "TWD", "RM": "MYR", "ر.س": "SAR", "د.إ": "AED",
    "₸": "KZT", "₾": "GEL", "₼": "AZN", "֏": "AMD", "₦": "NGN", "₱": "PHP", "₵": "GHS", "৳": "BDT",
    "RD$": "DOP", "S/": "PEN", "S/.": "PEN", "Rp": "IDR", "KSh": "KES", "Lei": "RON",
    "ج.م": "EGP", "د.ك": "KWD", "ر.ق": "QAR", "ر.ع": "OMR", "د.ب": "BHD", "د.أ": "JOD",
}  # fmt: skip
_CODES = frozenset([
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "UAH", "TRY", "IRR", "AED", "AUD", "CAD",
    "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "HKD", "SGD", "NZD", "BRL",
    "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "KRW", "ILS", "THB", "VND", "IDR", "MYR", "PHP",
    "TWD", "SAR", "QAR", "KWD", "BHD", "OMR", "JOD", "EGP", "MAD", "TND", "DZD", "IQD", "LBP",
    "PKR", "BDT", "LKR", "AFN", "AZN", "GEL", "AMD", "KZT", "UZS", "ISK", "HRK", "RSD", "UYU",
    "PYG", "CRC", "GTQ", "HNL", "NIO", "DOP", "JMD", "TTD", "NGN", "KES", "UGX", "TZS", "RWF",
    "ETB", "GHS", "ZMW", "MZN", "AOA", "BWP", "XOF", "XAF", "LYD", "YER", "NPR", "KGS", "BYN",
])  # fmt: skip
"""Codes of ISO 4217, without those that papers mean otherwise: `ALL`, `TMT` bars, `MDL`."""
_WORDS: Mapping[str, str] = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollar": "USD", "dollars": "USD",
    "us dollar": "USD", "us dollars": "USD", "usd": "USD", "pound": "GBP", "pounds": "GBP",
    "pound sterling": "GBP", "sterling": "GBP", "stg": "GBP", "yen": "JPY", "rmb": "CNY",
    "yuan": "CNY", "人民币": "CNY", "人民币cny": "CNY", "人民幣": "CNY", "rial": "IRR",
    "rials": "IRR", "ریال": "IRR", "ریال ایران": "IRR", "irr": "IRR", "rls": "IRR",
    "toman": TOMAN, "tomans": TOMAN, "تومان": TOMAN, "تومن": TOMAN, "irt": TOMAN,
    "هزار تومان": TOMAN, "یورو": "EUR", "دلار": "USD", "دلار امریکا": "USD", "درهم": "AED",
    "درهم اماراتی": "AED", "dirham": "AED", "dirhams": "AED", "dhs": "AED", "dh": "AED",
    "ریال سعودی": "SAR", "دینار": "", "جنیه": "", "tl": "TRY", "lira": "TRY", "turk lirasi": "TRY",
    "руб": "RUB", "рублеи": "RUB", "рубль": "RUB", "р": "RUB", "грн": "UAH", "франк": "CHF",
    "sfr": "CHF", "fr": "CHF", "real": "BRL", "reais": "BRL", "peso": "", "pesos": "",
    "lei": "RON", "лв": "BGN", "лева": "BGN", "дин": "RSD", "บาท": "THB", "đ": "VND", "đong": "VND",
    "тг": "KZT", "тенге": "KZT", "kn": "", "сом": "", "сум": "", "ден": "",
    "kr": "", "krona": "", "kronor": "", "kroner": "", "rupees": "INR", "rs": "INR",
    "inr": "INR", "won": "KRW", "日元": "JPY",
    "美元": "USD", "欧元": "EUR", "유로": "EUR", "달러": "USD", "ドル": "USD", "ユーロ": "EUR",
    "евро": "EUR", "доллар": "USD", "доллар сша": "USD", "يورو": "EUR", "دولار": "USD",
    "دولار امریکی": "USD", "livre sterling": "GBP", "dolar": "USD", "avro": "EUR",
}  # fmt: skip
_UNDIVIDED = frozenset(
    ["IRR", TOMAN, "JPY", "KRW", "CLP", "VND", "ISK", "PYG", "XOF", "XAF", "UGX", "RWF"]
)
_THREE = frozenset({"KWD", "BHD", "OMR", "JOD", "IQD", "TND", "LYD"})
_FORMAT = re.compile(r"\[\$([^\]\-]*)(?:-[0-9A-Fa-f]+)?\]|\"([^\"]*)\"|\\(.)")
_TOKEN = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_SIGN_TOKEN = re.compile(
    r"US\$|AU?\$|CA?\$|HK\$|N[TZ]\$|S\$|R\$|MX\$|[$€£¥￥₹₽₴₺₩₪₫฿﷼]|(?:(?<=[价額额価金格總总])|(?<![\u3040-\u9fff]))[元円](?![\u3040-\u9fff])"
    r"|(?:(?<=[가액])|(?<![\uac00-\ud7af]))원(?![\uac00-\ud7af])"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2
_WEIGHTS = ("pound", "pounds")
"""Words of money that say, beside `weight`, what goods weigh."""
_EVERYDAY = frozenset({"real", "won"})
"""Words of money that mean other things among words: `no real customer`, `Precio real`."""
_BRIEF, _AT_MOST = frozenset({"lei"}), 3
"""Words of money that mean other things in sentences, and how many words are none: `Valoare lei`."""
_SHORT = {"TL": "TRY", "Kč": "CZK", "zł": "PLN", "Ft": "HUF", "Rs": "INR", "Dhs": "AED"}
"""Short names that mean a currency only as they are written."""
_INITIALS = {"KD": "KWD"}
"""Letters that mean a currency beside an amount; anywhere else they may begin a name."""
_BRACKETS = re.compile(r"[()\[\]（）【】]")
YEN_OR_YUAN = "¥"
"""The sign that Japan and China share; language or the books must tell which."""


@lru_cache(maxsize=4096)
def currency_of(text: str) -> str:
    """The currency a short text *is* (`€`, `EUR`, `ریال`), or empty.

    `¥` stays `¥`, and toman is `TOMAN`: both need more evidence than the text alone.
    """
    bare = tidy(text).strip(" .:()[]")
    if not bare:
        return ""
    if bare in _SIGNS or bare in _INITIALS:
        return _SIGNS.get(bare) or _INITIALS[bare]
    if bare.upper() in _CODES:
        return bare.upper()
    folded = fold(bare)
    if folded in _WORDS:
        return _WORDS[folded]
    inside = currencies_in(bare)
    parts = bare.split()
    if len(inside) == 1 and len(parts) == 2 and all(currency_of(part) for part in parts):
        return next(iter(inside))
    return ""


def heads_money(text: str) -> bool:
    """Whether a heading is a currency beyond doubt: `Fr` is a day as well, `R` a side, `Pounds` a weight."""
    bare = tidy(text).strip(" .:()[]")
    short = bare.isalpha() and len(bare) <= _SHORTEST
    return bool(currency_of(text)) and not short and fold(bare) not in _WEIGHTS


def names_money(text: str) -> bool:
    """Whether a short text is money, though not which: `kr`, `peso`, `دينار`."""
    return fold(tidy(text).strip(" .:()[]")) in _WORDS


def without_currency(text: str) -> str:
    """A header's words but for the sign or code of its currency: `Total R$` is `Total`."""
    return " ".join(word for word in text.split() if not _marks_currency(word))


def _marks_currency(word: str) -> bool:
    bare = word.strip("()[].,:;")
    return bare in _CODES or (bare in _SIGNS and not bare.isalpha())


@lru_cache(maxsize=4096)
def currencies_in(text: str) -> frozenset[str]:
    """Every currency whose sign, code or word stands somewhere in a text."""
    found = {code for code in _TOKEN.findall(text) if code in _CODES}
    found.update(_SIGNS[sign] for sign in _SIGN_TOKEN.findall(text))
    found.update(_SHORT[word] for word in _WORD.findall(text) if word in _SHORT)
    words = fold(_BRACKETS.sub(" ", text)).split()
    found.update(
        _WORDS[word]
        for word in (*words, *(" ".join(pair) for pair in pairwise(words)))
        if len(word) > 2 and _WORDS.get(word) and (word not in _EVERYDAY or [word] == words)
        if not (word in _WEIGHTS and "weight" in words)
        if word not in _BRIEF or len(words) <= _AT_MOST
    )
    if "CNY" in found or "JPY" in found:
        found.discard(YEN_OR_YUAN)
    if "$" in text and len(found) > 1 and found & {"AUD", "CAD", "HKD", "NZD", "SGD", "MXN"}:
        found.discard("USD")
    return frozenset(found)


@lru_cache(maxsize=1024)
def currency_of_format(number_format: str) -> str:
    """The currency a number format shows: `#,##0.00 [$€-407]` → EUR."""
    for match in _FORMAT.finditer(number_format):
        literal = next((part for part in match.groups() if part), "")
        if found := currency_of(literal):
            return found
    bare = _FORMAT.sub("", number_format)
    signs = {_SIGNS[sign] for sign in _SIGN_TOKEN.findall(bare)}
    return signs.pop() if len(signs) == 1 else ""


def places_of(currency: str) -> int:
    """Decimals of a currency's smallest unit; 2 where nothing else is known."""
    if currency in _THREE:
        return 3
    return 0 if currency in _UNDIVIDED else 2


def minor_unit(currency: str) -> Decimal:
    """The smallest amount of a currency: 0.01 EUR, 1 IRR, 0.001 KWD."""
    return Decimal(1).scaleb(-places_of(currency))
