"""Traces of a customer in a file: tax number, e-mail, phone, habits."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from orders.catalogue import Customer
from orders.values import ascii_digits

_EMAIL = re.compile(r"[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s()/.-]{6,18}\d(?![\w.])")
_TAX = re.compile(r"(?<!\w)(?:[A-Z]{2})?[ -]?\d[\d .-]{6,16}\d(?!\w)")
_PUBLIC = frozenset(
    [
        "gmail.com",
        "yahoo.com",
        "outlook.com",
        "hotmail.com",
        "icloud.com",
        "live.com",
        "gmx.de",
        "web.de",
        "mail.ru",
        "yandex.ru",
        "proton.me",
        "aol.com",
        "msn.com",
        "gmx.net",
        "googlemail.com",
    ]
)
_SHORTEST_PHONE, _SHORTEST_TAX = 8, 8
_MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Clues:
    """What a file and its sender let know: addresses, digits of numbers, past customers by id."""

    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    habits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reasons:
    """What speaks for one customer; `weak` never brings a customer up by itself."""

    because: str
    weight: Decimal
    weak: bool


def clues_in(texts: Iterable[str], habits: Mapping[str, int]) -> Clues:
    """The traces in some texts. Nothing is judged here; a number is just its digits."""
    text = ascii_digits("\n".join(texts))[:_MOST_TEXT]
    numbers = {_digits(found) for found in (*_PHONE.findall(text), *_TAX.findall(text))}
    emails = {found.casefold() for found in _EMAIL.findall(text)}
    return Clues(frozenset(emails), frozenset(numbers), habits)


def clues_for(customers: Iterable[Customer], clues: Clues) -> dict[str, Reasons]:
    """The customers that something speaks for.

    A trace that fits two customers tells nothing. Habits only order what is offered.
    """
    found: dict[str, list[str]] = {}
    if clues.emails or clues.numbers:
        for reason, holders in _holders(customers, clues).items():
            if len(holders) == 1:
                found.setdefault(holders[0], []).append(reason.partition(":")[0])
    strong = set(found)
    for customer_id in clues.habits:
        found.setdefault(customer_id, []).append("habit")
    known = {one.customer_id for one in customers}
    return {
        customer_id: Reasons(
            ",".join(dict.fromkeys(reasons)),
            Decimal("0.1") * len(reasons) if customer_id in strong else Decimal("0.02"),
            customer_id not in strong,
        )
        for customer_id, reasons in found.items()
        if customer_id in known
    }


def _holders(customers: Iterable[Customer], clues: Clues) -> dict[str, list[str]]:
    """Customer ids by each trace that the file and the books share."""
    domains = {_domain(one) for one in clues.emails} - _PUBLIC - {""}
    holders: dict[str, list[str]] = {}
    for one in customers:
        shared = []
        if one.email.casefold() in clues.emails:
            shared.append(f"email:{one.email.casefold()}")
        elif _domain(one.email.casefold()) in domains:
            shared.append(f"email:@{_domain(one.email.casefold())}")
        shared += [
            f"{kind}:{number}"
            for kind, number in (("phone", _digits(one.phone)), ("tax", _digits(one.tax_number)))
            if _is_shared(number, clues.numbers)
        ]
        for trace in shared:
            holders.setdefault(trace, []).append(one.customer_id)
    return holders


def _is_shared(number: str, numbers: frozenset[str]) -> bool:
    """The same digits, whether or not a country's prefix or a zero stands before them."""
    if len(number) < min(_SHORTEST_PHONE, _SHORTEST_TAX):
        return False
    return any(one.endswith(number[-9:]) for one in numbers if len(one) >= _SHORTEST_PHONE)


def _domain(email: str) -> str:
    return email.rpartition("@")[2]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", ascii_digits(text))
