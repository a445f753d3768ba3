"""Numbers as people write them, and which mark is the decimal one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from string import ascii_uppercase

from orders.money import currency_of, names_money
from orders.units import PIECES, is_pack, is_piece, unit_of
from orders.values import ascii_digits, fold, plain, tidy


class Style(StrEnum):
    """Which mark divides whole from part: `1,234.56` is DOT, `1.234,56` is COMMA."""

    DOT = "dot"
    COMMA = "comma"


@dataclass(frozen=True, slots=True)
class Amount:
    """One text read as a number under each style that allows it.

    `readings` holds one or both styles. `unit` and `currency` are what stood beside the digits;
    `marked` says that a decimal or grouping mark was there at all.
    """

    readings: Mapping[Style, Decimal]
    unit: str = ""
    currency: str = ""
    percent: bool = False
    marked: bool = False
    pack: Decimal | None = None
    """How many pieces each of a number of packs holds: 12 in `2 ctn x 12`."""

    @property
    def clear(self) -> bool:
        """Whether every possible reading gives the same number."""
        return len(set(self.readings.values())) == 1

    @property
    def style(self) -> Style | None:
        """The one style this text proves, if it proves one."""
        if self.marked and len(self.readings) == 1:
            return next(iter(self.readings))
        return None

    def value(self, style: Style | None = None) -> Decimal | None:
        """The number under a style; None when it is ambiguous or impossible under it."""
        if self.clear:
            return next(iter(self.readings.values()))
        return self.readings.get(style) if style else None


LONGEST = 60
"""Characters of a text that may still be a number."""
_DIGITS_AT_MOST = 24
_MARKS = str.maketrans(
    {
        "٫": "·", "٬": "'", "’": "'", "‘": "'", "`": "'", "´": "'", "，": ",", "．": ".", "％": "%",
        "٪": "%", "−": "-", "‐": "-", "‑": "-", "－": "-", "—": "-", "＋": "+", "（": "(", "）": ")",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "،": ",",
    }
)  # fmt: skip
_FINAL = re.compile(r"(?<=[0-9]) ?/ ?[-=]+$")
"""How South Asia ends an amount, so that nobody adds to it: `8,15,001/-`."""
_NO_CURRENCY = "¤"
_PIECE = "|".join(sorted(map(re.escape, PIECES), key=len, reverse=True))
_EACH = re.compile(r"^(?:à|á|@|je)(?: |$)")
_PER = re.compile(
    rf"(?:/|(?:^| )(?:per|pro|je|p\.|par|por|al|za)) ?(?:{_PIECE})\.?$", re.IGNORECASE
)
"""What says that an amount is each piece's: `12.50/ea`, `3,20 €/Stk`."""
_CORE = re.compile(r"[0-9][0-9.,' ·]*")
_PACKS_OF = re.compile(
    r"([1-9][0-9]{0,5}) ?([^\W\d_]+)\.? ?(?:[x×*àa]|of|mit|je|de) ?([1-9][0-9]{0,3}) ?([^\W\d_]*)\.?",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(
    r"([1-9][0-9]{0,6}) ?([^\W\d_]+)\.? ?\(([1-9][0-9]{0,5}) ?([^\W\d_]+)\.?\)"
)
_BARE = re.compile(r"[0-9]+")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ '][0-9]{3})+(?:([.,·])[0-9]+)?")
_GROUPED = {
    Style.DOT: re.compile(
        r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?"
    ),
    Style.COMMA: re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"),
}
_SCALES = {"هزار": Decimal(1000), "میلیون": Decimal(1_000_000), "میلیارد": Decimal(1_000_000_000)}


@lru_cache(maxsize=1 << 15)
def parse_amount(text: str) -> Amount | None:
    """Read a text as one number with at most a sign, a currency and a unit beside it.

    The whole text must fit the grammar; ranges, fractions, words, exponents, trailing junk and
    numbers on two lines give None (facts: orders §4).
    """
    if len(text) > LONGEST or sum(any(map(str.isdigit, line)) for line in text.splitlines()) > 1:
        return None
    bare = _FINAL.sub("", tidy(ascii_digits(text).translate(_MARKS))).removeprefix("'")
    bare, negative = _unbracketed(bare)
    found = _CORE.search(bare)
    if found is None:
        return None
    before, after = bare[: found.start()].strip(), bare[found.end() :].strip()
    core = found[0].strip()
    if before in (".", "·"):
        before, core = "", f"0{before}{core}"
    while core and core[-1] in ".,'·" and after[:1] in ("", "-", "–"):
        core, after = core[:-1], after.lstrip("-–")
    core, after = (core[:-1], "." + after) if core and core[-1] in ".,'·" else (core, after)
    sides = _beside(before, after)
    readings = _readings(core.strip())
    if sides is None or not readings:
        return _packed(bare) if sides is None else None
    minus, unit, currency, percent, scale = sides
    factor = scale * (-1 if negative != minus else 1)
    values = {style: plain(value * factor) for style, value in readings.items()}
    return Amount(values, unit, currency, percent, marked=not _BARE.fullmatch(core))


def _packed(text: str) -> Amount | None:
    """`2 ctn x 12 pcs`: packs, and how many pieces each holds."""
    found = _PACKS_OF.fullmatch(text)
    if again := _SAID_AGAIN.fullmatch(text):
        return _restated(again)
    if found is None or not is_pack(found[2]) or (found[4] and not is_piece(found[4])):
        return None
    count = Decimal(found[1])
    return Amount(dict.fromkeys(Style, count), found[2], pack=Decimal(found[3]))


def _restated(found: re.Match[str]) -> Amount | None:
    """`1200 pcs (10 ctn)`: pieces, and in how many packs they come; the other way round is no proof."""
    many, few = Decimal(found[1]), Decimal(found[3])
    told = unit_of(found[2]) and unit_of(found[2]) != unit_of(found[4]) and is_pack(found[4])
    if not told or many <= few or many % few:
        return None
    return Amount(dict.fromkeys(Style, many), found[2])


def _unbracketed(text: str) -> tuple[str, bool]:
    if text.startswith("(-)"):
        return text[3:].strip(), True
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    return text, False


def _readings(core: str) -> dict[Style, Decimal]:
    if sum(sign.isdigit() for sign in core) > _DIGITS_AT_MOST:
        return {}
    if _SPACED.fullmatch(core):
        core = core.replace(" ", "").replace("'", "")
        # Spaces group the thousands, so a mark that is left can only be the decimal one.
        if "," in core or "." in core:
            style = Style.COMMA if "," in core else Style.DOT
            return {style: Decimal(core.replace(",", "."))}
    if "·" in core:
        return _persian(core)
    readings: dict[Style, Decimal] = {}
    for style, pattern in _GROUPED.items():
        if pattern.fullmatch(core):
            group, mark = (",", ".") if style is Style.DOT else (".", ",")
            readings[style] = Decimal(core.replace(group, "").replace(mark, "."))
    return readings


def _persian(core: str) -> dict[Style, Decimal]:
    whole, _, part = core.partition("·")
    whole = (
        whole.replace(",", "") if re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+", whole) else whole
    )
    if not (_BARE.fullmatch(whole) and _BARE.fullmatch(part)):
        return {}
    value = Decimal(f"{whole}.{part}")
    return {Style.DOT: value, Style.COMMA: value}


def _beside(before: str, after: str) -> tuple[bool, str, str, bool, Decimal] | None:
    """What stands beside the digits: minus, unit, currency, percent, scale; None for junk."""
    minus = before.startswith("-") or before.endswith("-")
    before = before.strip("+- ")
    percent = after.startswith("%") or before == "%"
    after, before = _PER.sub(" ", after.lstrip("%")).strip(), _EACH.sub("", before.strip("%"))
    after = "" if after == _NO_CURRENCY else after
    scale, after = _scaled(after)
    unit = currency = ""
    for side in (before, after):
        if not side:
            continue
        if money := currency_of(side):
            currency = money
        elif side is after and (word := unit_of(side)):
            unit = word
        elif fold(side) not in ("x", "×") and not names_money(side):
            return None
    return minus, unit, currency, percent, scale


def _scaled(after: str) -> tuple[Decimal, str]:
    scale = Decimal(1)
    words = after.split(" ")
    while words and fold(words[0]) in _SCALES:
        scale *= _SCALES[fold(words.pop(0))]
    return scale, " ".join(words)


def are_letters(texts: Sequence[str]) -> bool:
    """Whether several texts are A, B, C and so on, letters that count, and no codes."""
    several = len(texts) > len("AB")
    return several and [one.strip().upper() for one in texts] == [*ascii_uppercase[: len(texts)]]


def style_of(amounts: Iterable[Amount]) -> Style | None:
    """The one style that clear texts of a column prove; None without proof or with both."""
    styles = {amount.style for amount in amounts} - {None}
    return styles.pop() if len(styles) == 1 else None


def whole_style(amounts: Iterable[Amount]) -> Style | None:
    """The style under which a column of pieces has no part of a piece, if only one is so."""
    undecided = [amount for amount in amounts if not amount.clear]
    possible = [
        style
        for style in Style
        if all(
            style in amount.readings
            and amount.readings[style] == amount.readings[style].to_integral_value()
            for amount in undecided
        )
    ]
    return possible[0] if undecided and len(possible) == 1 else None
