"""Numbers, money and times as each language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jdatetime
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, get_currency_precision

from cards.catalogue import has, say
from cards.literal import Shown

_FINEST = 6
_MOST_DIGITS = 30
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def digits(text: str, language: str) -> str:
    """The text with its digits as the language writes them."""
    return text.translate(_PERSIAN_DIGITS) if language == "fa" else text


def number(value: Decimal | int, language: str) -> str:
    """1234.50 → `1,234.5`, in Persian `۱٬۲۳۴٫۵`; never rounded up to six decimals."""
    return _format(Decimal(value), "#,##0." + "#" * _FINEST, language)


def money(value: Decimal, currency: str, language: str) -> str:
    """An amount with its currency: at least the currency's own decimals, never fewer than it has.

    `currency` is an ISO code; an unknown or empty one is shown as it stands.
    """
    return f"{figure(value, currency, language)} {currency_name(currency, language)}".rstrip()


def figure(value: Decimal, currency: str, language: str) -> str:
    """An amount without its currency's name, as in a column of amounts."""
    known = len(currency) == len("EUR") and currency.isascii()
    least = get_currency_precision(currency) if known else 0
    return _format(value, "#,##0." + "0" * least + "#" * (_FINEST - least), language)


def currency_name(code: str, language: str) -> str:
    """`EUR`, in Persian `یورو`; a code without a name stands as it is."""
    return say(f"currency.{code}", language) if has(f"currency.{code}") else code


def percent(share: Decimal, language: str) -> str:
    """0.874 → `87 %` as the language writes it."""
    return say("word.percent", language, share=Shown(number(int(share * 100), language)))


def _format(value: Decimal, pattern: str, language: str) -> str:
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        return digits(str(value), language)
    shown = format_decimal(
        value,
        format=pattern,
        locale="fa" if language == "fa" else "en",
        numbering_system="default",
    )
    return digits(shown.replace("\u200e", ""), language)


def day(text: str, language: str) -> str:
    """An ISO date: `21 Nov 2026`, in Persian `۳۰ آبان ۱۴۰۵ (۲۰۲۶/۱۱/۲۱)`; other text as it stands."""
    try:
        return _day(date.fromisoformat(text[:10]), language)
    except ValueError:
        return text


def _day(value: date, language: str) -> str:
    if language != "fa":
        return format_date(value, "d MMM y", locale="en")
    solar = jdatetime.date.fromgregorian(date=value)
    name = jdatetime.date.j_months_fa[solar.month - 1]
    return digits(f"{solar.day} {name} {solar.year} ({value:%Y/%m/%d})", language)


def moment(text: str, language: str, time_zone: str = "UTC") -> str:
    """An ISO time in the reader's zone; `UTC` stands behind it where no other zone is known."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return text
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    zone = _zone(time_zone)
    local = aware.astimezone(zone)
    clock = digits(format_time(local, "HH:mm", locale="en"), language)
    name = " UTC" if zone.key == "UTC" else ""
    return f"{_day(local.date(), language)}{say('word.comma', language)}{clock}{name}"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
