"""Generates invented customers and items in the shape of a real firm."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

CUSTOMERS, VENDORS, BOTH, TWINS = 294, 235, 32, 2
ITEMS, INACTIVE, WORTHLESS, CODED, UNTRACKED = 488, 64, 310, 170, 160
DIGIT_SKUS, ZERO_SKUS, SPACED_SKUS = 260, 74, 12
ENGLISH_DESCRIPTIONS, EMPTY_DESCRIPTIONS, PERSIAN_NAMES = 30, 50, 4

_HEADS = [
    "Zar", "Mir", "Tol", "Vel", "Bram", "Kor", "Dal", "Nim", "Pel", "Rostan", "Shav", "Tarn",
    "Ulm", "Vard", "Yel", "Ost", "Hav", "Lum",
]  # fmt: skip
_TAILS = [
    "vane", "dal", "tova", "bek", "mor", "lin", "sar", "wick", "holm", "dun", "pash", "ton",
    "vik", "ria", "gate", "stad",
]  # fmt: skip
_TRADES = [
    "Trading", "Sports", "Outdoor", "Supply", "Stores", "Import", "Mountain", "Leisure",
    "Equipment",
]  # fmt: skip
_FORMS = ["Co", "Ltd", "LLC", "GmbH", "Group", ""]
_KINDS = {
    "Jacket": "کاپشن",
    "Backpack": "کوله پشتی",
    "Tent": "چادر",
    "Boot": "کفش کوه",
    "Glove": "دستکش",
    "Rope": "طناب",
    "Lamp": "چراغ",
    "Stove": "اجاق",
    "Mat": "زیرانداز",
    "Stand": "استند",
    "Tester": "تستر",
}
_COLOURS = {"Black": "مشکی", "Red": "قرمز", "Blue": "آبی", "Green": "سبز", "Grey": "طوسی"}
_SIZES = ["S", "M", "L", "XL", "20L", "45L", "2P", "3P"]


@dataclass(frozen=True, slots=True)
class Name:
    """A generated contact: its names, its type and whether it has an address."""

    contact_name: str
    company_name: str
    contact_type: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A generated item; ``rate`` is the price in EUR, ``stock`` None when untracked."""

    sku: str
    ean: str
    name: str
    description: str
    rate: Decimal
    inactive: bool
    stock: int | None


def check_digit(digits: str) -> str:
    """Return the EAN-13 check digit of twelve digits."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


@cache
def contacts(seed: int) -> tuple[Name, ...]:
    """Return customers, then vendors; some names are both, and some occur twice."""
    dice = Random(seed)  # noqa: S311 - invented rows need no secrecy
    firms = [f"{head}{tail}" for head in _HEADS for tail in _TAILS]
    firms = [f"{firm} {trade}" for firm in firms for trade in _TRADES]
    firms = dice.sample(firms, CUSTOMERS - TWINS + VENDORS - BOTH)
    names = [f"{firm} {dice.choice(_FORMS)}".strip() for firm in firms]
    customers = names[: CUSTOMERS - TWINS]
    customers += customers[:TWINS]
    vendors = names[CUSTOMERS - TWINS :] + customers[-BOTH - TWINS : -TWINS]
    rows = [_contact(dice, name, "customer") for name in customers]
    rows += [_contact(dice, name, "vendor") for name in vendors]
    rows[5] = Name(rows[5].contact_name, "", "customer", "office@invented-one.example")
    rows[9] = Name(rows[9].contact_name, "", "customer", "office@invented-two.example")
    return tuple(rows)


@cache
def articles(seed: int) -> tuple[Article, ...]:
    """Return items with the shares of inactive, worthless, coded and Persian ones."""
    dice = Random(seed)  # noqa: S311 - the same
    skus = _skus(dice)
    chosen = {share: _pick(dice, share) for share in (INACTIVE, WORTHLESS, CODED, UNTRACKED)}
    rows = []
    for place, sku in enumerate(skus):
        name, description = _texts(dice, place)
        price = Decimal(dice.randrange(250, 32_000)) / 100
        stock = dice.randrange(500)
        code = f"952{seed % 100:02}{place:07}"
        rows.append(
            Article(
                sku,
                code + check_digit(code) if place in chosen[CODED] else "",
                name,
                description,
                Decimal(0) if place in chosen[WORTHLESS] else price,
                place in chosen[INACTIVE],
                None if place in chosen[UNTRACKED] else stock,
            )
        )
    return tuple(rows)


def _contact(dice: Random, name: str, contact_type: str) -> Name:
    throw = dice.random()
    if throw < 0.2:  # noqa: PLR2004 - the share without a company name, seen in real books
        return Name(name, "", contact_type)
    other = f"{name.split(maxsplit=1)[0]} {dice.choice(_TRADES)} Holding"
    return Name(name, other if throw < 0.42 else name, contact_type)  # noqa: PLR2004 - the same


def _pick(dice: Random, share: int) -> set[int]:
    return set(dice.sample(range(ITEMS), share))


def _skus(dice: Random) -> list[str]:
    """Text, all different: leading zeros, digits only, spaces, letters."""
    zeros = [f"0{number:02}" for number in dice.sample(range(10, 100), ZERO_SKUS)]
    digits = [str(number) for number in dice.sample(range(100, 999), DIGIT_SKUS // 2 - ZERO_SKUS)]
    digits += [str(number) for number in dice.sample(range(10_000, 99_999), DIGIT_SKUS // 2)]
    numbers = dice.sample(range(1_000, 9_999), ITEMS - DIGIT_SKUS)
    spaced = [f"K{number} {dice.choice('GRB')}" for number in numbers[:SPACED_SKUS]]
    mixed = [f"{dice.choice(_HEADS)[:2].upper()}-{number}" for number in numbers[SPACED_SKUS:]]
    skus = [sku for sku in zeros + digits + spaced + mixed if sku != "731"]
    skus += ["A12-LONGEST1"] * (ITEMS - len(skus))
    dice.shuffle(skus)
    return skus


def _texts(dice: Random, place: int) -> tuple[str, str]:
    kind, colour, size = dice.choice(list(_KINDS)), dice.choice(list(_COLOURS)), dice.choice(_SIZES)
    model = f"{dice.choice(_HEADS)}{dice.choice(_TAILS)}".title()
    name = f"{model} {kind} {size} {colour}"
    persian = f"{_KINDS[kind]} {model} {size} {_COLOURS[colour]}"
    if place < PERSIAN_NAMES:
        return persian, persian
    if place < PERSIAN_NAMES + ENGLISH_DESCRIPTIONS:
        return name, f"{kind} {model} in {colour.lower()}"
    empty = place < PERSIAN_NAMES + ENGLISH_DESCRIPTIONS + EMPTY_DESCRIPTIONS
    return name, "" if empty else persian
