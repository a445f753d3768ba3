"""Generated books of the real shape: customers and families of items; two halves, two makers.

`make_shop(seed, held_out=…)` gives the customers and items that the queries of `queries.py` ask
for. The held-out half has other words, other ways of naming and other codes, so that what was
tuned on the first half cannot know it.
"""

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from orders.catalogue import Customer, Item

_HEADS = ["Zar", "Mir", "Tol", "Vel", "Bram", "Kor", "Dal", "Nim", "Pel", "Rostan", "Shav", "Tarn"]
_TAILS = ["vane", "dal", "tova", "bek", "mor", "lin", "sar", "wick", "holm", "dun", "pash", "ria"]
_TRADES = [
    "Trading", "Sports", "Outdoor", "Supplies", "Stores", "Import", "Mountain", "International",
]  # fmt: skip
_GIVEN = ["Ali", "Reza", "Sara", "Omid", "Nima", "Leila", "Hamid", "Parisa", "Jonas", "Marta"]
_FAMILY = [
    "Karimi", "Hosseini", "Rahmani", "Mohammadi", "Azizi", "Tavakoli", "Farahani", "Lindqvist",
    "Baumann", "Kowalski", "Yilmaz", "Sorensen",
]  # fmt: skip
_FIRST = ["Amber", "Silver", "Golden", "Copper", "Linden", "Harbour", "Granite", "Meadow", "Falcon"]
_SECOND = ["River", "Bridge", "Forest", "Island", "Summit", "Garden", "Lantern", "Valley", "Anchor"]
_DOES = [
    "Manufacturing", "Brothers", "Distribution", "Technologies", "Engineering", "Group", "Services",
]  # fmt: skip
_FORMS = ["Co", "Ltd", "LLC", "GmbH", "Inc.", ""]
_OTHER_FORMS = ["A.Ş.", "S.r.l.", "B.V.", "Limited", "PJSC", "Pty Ltd", ""]
_KINDS = {
    "Jacket": "کاپشن", "Backpack": "کوله پشتی", "Tent": "چادر", "Boots": "کفش کوه",
    "Gloves": "دستکش", "Rope": "طناب", "Headlamp": "چراغ پیشانی", "Stove": "اجاق",
}  # fmt: skip
_COLOURS = {"Black": "مشکی", "Red": "قرمز", "Blue": "آبی", "Green": "سبز", "Grey": "طوسی"}
_SIZES = ["20L", "35L", "45L", "60L", "2P", "3P", "S", "M", "L", "XL"]
_OTHER_KINDS = {
    "Body Lotion": "لوسیون بدن", "Hand Cream": "کرم دست", "Shampoo": "شامپو", "Shower Gel":
    "ژل دوش", "Lip Balm": "بالم لب", "Face Mask": "ماسک صورت", "Hair Oil": "روغن مو",
}  # fmt: skip
_SCENTS = {
    "Lavender": "اسطوخودوس", "Vanilla": "وانیل", "Coconut": "نارگیل", "Rose": "رز", "Mint": "نعنا",
}  # fmt: skip
_VOLUMES = ["50 ml", "75 ml", "100 ml", "200 ml", "250 ml", "500 ml", "1 L"]
CUSTOMERS, ITEMS, TWINS, INACTIVE = 286, 477, 2, 62


@dataclass(frozen=True, slots=True)
class Shop:
    """Customers and items, and names of customers that are deliberately not among them."""

    customers: tuple[Customer, ...]
    items: tuple[Item, ...]
    absent: tuple[str, ...]


def make_shop(seed: int, *, held_out: bool = False) -> Shop:
    """The books of one half."""
    dice = Random(f"{seed}-{held_out}")  # noqa: S311 - invented data
    names = _other_firms(dice) if held_out else _firms(dice)
    dice.shuffle(names)
    kept, absent = names[:CUSTOMERS], names[CUSTOMERS:]
    customers = [_customer(dice, place, name) for place, name in enumerate(kept)]
    customers += [
        Customer(f"c{CUSTOMERS + place}", kept[place], currency="IRR") for place in range(TWINS)
    ]
    counts = Counter(map(bare_name, kept))
    absent = [name for name in absent if bare_name(name) not in counts]
    customers = [
        replace(one, active=one.active or counts[bare_name(one.name)] > 1) for one in customers
    ]
    texts = _other_goods(dice) if held_out else _goods(dice)
    items = _items(dice, texts[:ITEMS], held_out=held_out)
    return Shop(tuple(customers), tuple(items), tuple(absent))


def bare_name(name: str) -> str:
    """A name without its legal form."""
    forms = {*_FORMS, *" ".join(_OTHER_FORMS).split()}
    return " ".join(word for word in name.split() if word not in forms)


def _firms(dice: Random) -> list[str]:
    made = [f"{head}{tail}" for head in _HEADS for tail in _TAILS]
    firms = [
        f"{dice.choice(made)} {dice.choice(_TRADES)} {dice.choice(_FORMS)}" for _ in range(420)
    ]
    people = [f"{given} {name} Trading" for given in _GIVEN for name in _FAMILY]
    return _different([*firms, *dice.sample(people, 40)])


def _other_firms(dice: Random) -> list[str]:
    pairs = [f"{one} {two}" for one in _FIRST for two in _SECOND]
    firms = [f"{pair} {dice.choice(_DOES)} {dice.choice(_OTHER_FORMS)}" for pair in pairs * 4]
    people = [f"{name} & Sons" for name in _FAMILY] + [
        f"{given} {name}" for given in _GIVEN for name in _FAMILY
    ]
    return _different([*firms, *dice.sample(people, 60)])


def _different(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names))


def _customer(dice: Random, place: int, name: str) -> Customer:
    throw = dice.random()
    bare = " ".join(name.split()[:2])
    company = "" if throw < 0.3 else name if throw < 0.8 else f"{bare} Holding"
    email = f"office@invented-{place}.example" if place in (3, 7) else ""
    return Customer(
        f"c{place}",
        name,
        company,
        "EUR" if place == 1 else "IRR",
        place < 9 or dice.random() > 0.03,
        email,
    )


def _goods(dice: Random) -> list[tuple[str, str]]:
    """Families: one model in several sizes and colours."""
    texts = []
    models = dice.sample([f"{head}{tail}" for head in _HEADS for tail in _TAILS], 40)
    for model in models:
        kind = dice.choice(list(_KINDS))
        sizes, colours = dice.sample(_SIZES, 4), dice.sample(list(_COLOURS), 4)
        for size in sizes:
            for colour in colours:
                persian = f"{_KINDS[kind]} {model} {size} {_COLOURS[colour]}"
                texts.append((f"{model} {kind} {size} {colour}", persian))
    dice.shuffle(texts)
    return texts


def _other_goods(dice: Random) -> list[tuple[str, str]]:
    texts = []
    for line in ("Nature", "Classic", "Sensitive", "Royal"):
        for kind, persian in _OTHER_KINDS.items():
            for scent, smell in _SCENTS.items():
                for volume in dice.sample(_VOLUMES, 4):
                    name = f"{line} {kind} {scent} {volume}"
                    fa = volume.replace("ml", "میلی لیتر").replace(" L", " لیتر")
                    texts.append((name, f"{persian} {smell} {line} {fa}"))
    dice.shuffle(texts)
    return texts


def _items(dice: Random, texts: list[tuple[str, str]], *, held_out: bool) -> list[Item]:
    skus = _skus(dice, len(texts), held_out=held_out)
    inactive = set(dice.sample(range(len(texts)), INACTIVE))
    coded = set(dice.sample(range(len(texts)), 182))
    worthless = set(dice.sample(range(len(texts)), 295))
    items = []
    for place, (name, persian) in enumerate(texts):
        code = f"{'978' if held_out else '952'}{dice.randrange(10**6):06}{place:03}"
        items.append(
            Item(
                f"i{place}",
                name,
                skus[place],
                code + check_digit(code) if place in coded else "",
                persian if dice.random() < 0.83 else "",
                Decimal(0) if place in worthless else Decimal(dice.randrange(1, 13_500) * 1000),
                "pcs",
                active=place not in inactive,
            )
        )
    return items


def _skus(dice: Random, count: int, *, held_out: bool) -> list[str]:
    zeros = [f"{number:03}" for number in dice.sample(range(10, 100), 74)]
    digits = [str(number) for number in dice.sample(range(100, 1000), 184)]
    spaced = [f"C{number} {dice.choice('GRB')}" for number in dice.sample(range(100, 999), 20)]
    rest = dice.sample(range(1000, 99_999), count - 278)
    mixed = [
        f"{dice.choice('ABDEFH')}{number}.{dice.randrange(10)}" if held_out
        else f"{dice.choice(_HEADS)[:2].upper()}-{number}" for number in rest
    ]  # fmt: skip
    skus = [*zeros, *digits, *spaced, *mixed]
    dice.shuffle(skus)
    return skus


def check_digit(digits: str) -> str:
    """The digit that belongs behind these twelve."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)
