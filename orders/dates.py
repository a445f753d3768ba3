"""Dates as people write them: orders of parts, calendars, month names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

import jdatetime
from babel.dates import get_day_names, get_month_names

from orders.sheet import Cell
from orders.values import ascii_digits, fold, tidy, written

_JALALI_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
)  # fmt: skip
_LOCALES = (
    "en", "de", "fr", "es", "it", "pt", "tr", "ru", "ar", "fa", "nl", "pl", "sv", "da", "nb", "cs",
    "uk", "ro", "el", "fi", "hu", "he", "vi", "bg", "hr", "sl", "sk", "lt", "lv", "et", "id", "az", "ca", "hi",
    "ur", "th", "kk", "sr", "sr_Latn",
)  # fmt: skip
"""Whose names of months are known; of a name that two of them share, the first one's counts."""
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
_LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
    "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年")
_CLOCK = re.compile(
    r"[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:Z|UTC|[AaPp]\.?[Mm]\.?|[+-]\d{2}:?\d{2})?$"
)
_PARTS = re.compile(r"(\d{1,4})\s*([-/.,\s])\s*(\d{1,2})\s*([-/.,\s])\s*(\d{1,4})\.?(?:\s*г\.?)?")
_KOREAN = re.compile(r"(\d{2})\. (\d{1,2})\. (\d{1,2})\.")
_ASIAN = re.compile(r"(\d{2,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_VIETNAMESE = re.compile(
    r"(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2}),?(?: năm)? (\d{4})", re.IGNORECASE
)
_BLOCK = re.compile(r"\d{8}")
_WEEKDAY = re.compile(
    r"^[^\W\d]+,\s+|[(（][日月火水木金土월화수목금토일一二三四五六][)）]"
    r"|\s*(?:[日月火水木金土]曜日?|[월화수목금토일]요일|(?:星期|周|週|礼拜)[一二三四五六日天])$"
)
_DAY = re.compile(r"^(?:day|tag|jour|día|dia|giorno|dag)\s+(?=\d)", re.IGNORECASE)
"""Accounting systems write of what kind a date is: `Day 02/03/2021`."""
_NUMBER = re.compile(r"\d+")
_JALALI_YEARS = range(1300, 1500)
_YEARS = range(1990, 2100)
_BUDDHA, _THAI_YEARS = 543, range(2540, 2620)
_TAIWAN, _TAIWAN_YEARS = 1911, range(100, 150)
"""Years of the Republic, `115/11/20`: no other calendar is at three digits."""
_CROATIAN = re.compile(r"\d\.\s*(?:listopada|lip|lis|srp)\b", re.IGNORECASE)
"""October in Croatian, and November in Polish, which sets no dot behind the day; so with short names."""
DAY_FIRST = frozenset(
    {"de", "fr", "es", "it", "pt", "tr", "ru", "ar", "nl", "pl", "sv", "cs", "el", "fi", "ro", "uk"}
    | {"vi", "he", "hu", "az", "bg", "ca", "hi", "hr", "kk", "lt", "ms", "th", "ur"}
)
"""Languages whose written dates put the day before the month."""
_LONGEST = 40
_NEAR, _FAR = timedelta(days=400), timedelta(days=1200)


@dataclass(frozen=True, slots=True)
class Moment:
    """One text or cell read as a date: the ISO date by each order of parts that allows it.

    Orders are `iso`, `ymd`, `dmy`, `mdy`, each with `jalali-` before it where the year is one of
    the Persian calendar. No readings mean that it is no date.
    """

    readings: Mapping[str, str]

    @property
    def clear(self) -> bool:
        """Whether every possible reading is the same day."""
        return len(set(self.readings.values())) == 1

    def value(self, order: str = "") -> str | None:
        """The ISO date under an order of parts; None when it is ambiguous or impossible."""
        if self.clear:
            return next(iter(self.readings.values()))
        return next((day for name, day in self.readings.items() if order and order in name), None)


def read_moment(cell: Cell) -> Moment:
    """Read a cell as a date. A plain number is no date: its meaning is lost."""
    value = cell.value
    if isinstance(value, datetime):
        return Moment({"iso": value.date().isoformat()})
    if isinstance(value, date):
        return _plausible({"iso": value})
    return parse_date(written(value, cell.number_format))


@lru_cache(maxsize=1 << 12)
def parse_date(text: str) -> Moment:
    """Read a text as a date in any of the known orders, calendars and month names."""
    bare = tidy(ascii_digits(text)).lstrip(":： ")
    if len(bare) > _LONGEST:
        return Moment({})
    bare = _CLOCK.sub("", _WEEKDAY.sub("", _DAY.sub("", bare))).strip()
    bare = _ERA.sub(_year_of_era, bare)
    if found := _ASIAN.fullmatch(bare):
        year = found[1] if len(found[1]) > 2 else f"20{found[1]:>02}"
        return _numeric(year, found[2], found[3], "-")
    if found := _VIETNAMESE.fullmatch(bare):
        return _numeric(found[1], found[2], found[3], ".")
    if found := _KOREAN.fullmatch(bare):
        return _numeric(f"20{found[1]}", found[2], found[3], "-")
    if found := _PARTS.fullmatch(bare):
        if found[2].strip() != found[4].strip():
            return Moment({})
        return _numeric(found[1], found[3], found[5], found[2].strip() or "-")
    if _BLOCK.fullmatch(bare):
        return _block(bare)
    return _named(bare)


def _year_of_era(found: re.Match[str]) -> str:
    return f"{_ERAS[found[1]] + (1 if found[2] == '元' else int(found[2]))}年"


def _numeric(first: str, second: str, third: str, mark: str) -> Moment:
    a, b, c = int(first), int(second), int(third)
    if len(first) > 2:
        orders = {"ymd": (a + _TAIWAN if a in _TAIWAN_YEARS else a, b, c)}
    elif len(third) > 2:
        orders = {"dmy": (c, b, a)} | ({} if mark == "." else {"mdy": (c, a, b)})
    else:
        orders = {"dmy": (2000 + c, b, a)}
        orders |= {} if mark == "." else {"mdy": (2000 + c, a, b)}
        orders |= {"ymd": (2000 + a, b, c)} if mark == "-" else {}
    return _plausible(_days(orders))


def _days(orders: Mapping[str, tuple[int, int, int]]) -> dict[str, date]:
    days: dict[str, date] = {}
    for name, (year, month, day) in orders.items():
        jalali = year in _JALALI_YEARS
        common = year - _BUDDHA if year in _THAI_YEARS else year
        try:
            made = _from_jalali(year, month, day) if jalali else date(common, month, day)
        except (ValueError, OverflowError):
            continue
        days[f"jalali-{name}" if jalali else name] = made
    return days


def _from_jalali(year: int, month: int, day: int) -> date:
    made: date = jdatetime.date(year, month, day).togregorian()
    return made


def _plausible(days: Mapping[str, date]) -> Moment:
    return Moment({name: day.isoformat() for name, day in days.items() if day.year in _YEARS})


def _block(text: str) -> Moment:
    orders = {
        "ymd": (int(text[:4]), int(text[4:6]), int(text[6:])),
        "dmy": (int(text[4:]), int(text[2:4]), int(text[:2])),
        "mdy": (int(text[4:]), int(text[:2]), int(text[2:4])),
    }
    return _plausible(_days(orders))


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[int, bool]]:
    names: dict[str, tuple[int, bool]] = {}
    for locale in _LOCALES:
        # Without their vowel signs, Thai short names are the same for two months.
        for width in _WIDTHS[:1] if locale == "th" else _WIDTHS:
            for context in _CONTEXTS:
                for number, name in get_month_names(width, context, locale).items():
                    names.setdefault(fold(name), (int(number), False))
    names |= {f"ב{name}": month for name, month in names.items() if "א" <= name[:1] <= "ת"}
    names |= {fold(name): (number, False) for number, name in enumerate(_LEVANT, 1)}
    names |= {fold(name): (number, True) for number, name in enumerate(_JALALI_MONTHS, 1)}
    names |= {"sept": (9, False), "mrz": (3, False)}
    return names


def names_month(word: str) -> bool:
    """Whether a folded word is a month's name, in any language."""
    return word in _months()


def names_weekday(word: str) -> bool:
    """Whether a folded word is a weekday's name, in any language."""
    return word in _weekdays()


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(
        word
        for locale in _LOCALES
        for width in _WIDTHS
        for context in _CONTEXTS
        for name in get_day_names(width, context=context, locale=locale).values()
        for word in fold(name).split()
    )


def _named(text: str) -> Moment:
    """Dates with a month's name: `5 March 2026`, `March 5th, 2026`, `۵ دی ۱۴۰۴`, `5-Mar-26`.

    Nobody writes a year of two digits before a month's name, and spreadsheets write it behind.
    """
    numbers = _NUMBER.findall(text)
    words = [word for word in fold(_NUMBER.sub(" ", text)).split() if word not in _FILLERS]
    month = _months().get(" ".join(words)) or _months().get(
        " ".join(word for word in words if word not in _weekdays())
    )
    if month is None or len(numbers) != 2:
        return Moment({})
    number, jalali = month
    first, last = numbers
    day, year = (last, first) if len(first) > 2 else (first, last)
    full = int(year)
    if len(year) <= 2:
        full += 1400 if jalali else 2000
    if jalali != (full in _JALALI_YEARS):
        return Moment({})
    read = {"named": (full, number, int(day))}
    if _CROATIAN.search(text):
        read["named-croatian"] = (full, number - 1, int(day))
    return _plausible(_days(read))


_FILLERS = frozenset(
    {
        "de",
        "del",
        "den",
        "р",
        "of",
        "the",
        "th",
        "st",
        "nd",
        "rd",
        "г",
        "года",
        "gada",
        "m",
        "d",
        "ماه",
        "م",
        "er",
        "ه",
        "ش",
    }
)


def likely(moment: Moment, today: date | None, *, ordered: bool = False) -> Moment:
    """Of two days that differ by years, the one near today: nobody orders for a decade ago.

    The day of an order, `ordered`, has been already.
    """
    if today is None or moment.clear:
        return moment
    if ordered:
        latest = (today + timedelta(days=2)).isoformat()
        been = {name: day for name, day in moment.readings.items() if day <= latest}
        moment = Moment(been) if been else moment
    far = {name: abs(date.fromisoformat(day) - today) for name, day in moment.readings.items()}
    near = {name: moment.readings[name] for name, gap in far.items() if gap <= _NEAR}
    rest = [gap for name, gap in far.items() if name not in near]
    return Moment(near) if near and rest and min(rest) > _FAR else moment


def chosen_order(asked: Moment, day: str | None) -> str:
    """The order of parts a person chose by answering an ambiguous date with a day (ISO)."""
    names = {name.removeprefix("jalali-") for name, one in asked.readings.items() if one == day}
    return names.pop() if len(names) == 1 and not asked.clear else ""


def order_of(moments: Iterable[Moment], language: str = "", country: str = "") -> str:
    """The order of parts that clear dates of a column or sheet prove, else the language's.

    `country` is the order of the country that wrote the paper, where that is known.
    """
    proven: set[str] = set()
    for moment in moments:
        names = {name.removeprefix("jalali-") for name in moment.readings} - {"iso", "named"}
        if len(names) == 1 and names <= {"dmy", "mdy"}:
            proven |= names
    if len(proven) == 1:
        return proven.pop()
    if proven:
        return ""
    return country or ("dmy" if language in DAY_FIRST else "")
