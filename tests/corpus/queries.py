"""Labelled questions to the books of `shop.py`: what is asked, what is meant, what may happen.

`meant` is the id of the record (empty: none of the books). `Want.AUTO` should be answered without a
person, `Want.ASK` must be asked: two records fit, the record is inactive, or there is none. At
`Want.EITHER` another record is nearly as near: asking is fine, and so is the right answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from random import Random

from noise import BUILDING, HELD_OUT, arabic_letters, omit, swap
from rapidfuzz.distance import OSA
from shop import Shop, bare_name, make_shop

from orders.catalogue import Customer, Item
from orders.order import Line


class Want(StrEnum):
    """What may come of a question."""

    AUTO = "auto"
    ASK = "ask"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Query:
    """One question: a customer's name or an order's line."""

    kind: str
    want: Want
    meant: str
    name: str = ""
    line: Line | None = None


def customer_queries(shop: Shop, count: int, *, held_out: bool, seed: int = 1) -> Iterator[Query]:
    """Names as people write them: of customers, of inactive ones, of nobody in these books."""
    dice = Random(f"customers-{seed}-{held_out}")  # noqa: S311 - invented data
    habits = HELD_OUT if held_out else BUILDING
    plain = [_plain(one.name) for one in shop.customers]
    for place in range(count):
        if place % 12 == 0:
            yield Query("absent", Want.ASK, "", dice.choice(shop.absent))
        elif place % 12 == 1:
            yield _twin(dice, shop)
        elif place % 12 == 2:
            one = dice.choice(shop.customers)
            yield Query("exact", _want(shop, one, one.name, plain), one.customer_id, one.name)
        else:
            one, kind = dice.choice(shop.customers), dice.choice(list(habits))
            name = habits[kind](dice, one.name)
            yield Query(kind, _want(shop, one, name, plain), one.customer_id, name)


def _plain(text: str) -> str:
    return bare_name(text).casefold().replace(" ", "")


def _want(shop: Shop, one: Customer, name: str, plain: list[str]) -> Want:
    """Certain only where the customer is sold to and no other is as near to what was written."""
    if not one.active:
        return Want.ASK
    mine, written = _plain(one.name), _plain(name)
    others = [other for other, at in zip(plain, shop.customers, strict=True) if at is not one]
    if mine in others:
        return Want.EITHER
    own = OSA.distance(mine, written)
    near = own and any(OSA.distance(other, written) <= own + 1 for other in others)
    return Want.EITHER if near else Want.AUTO


def _twin(dice: Random, shop: Shop) -> Query:
    """A name that two customers have."""
    sold = [one.name for one in shop.customers if one.active]
    return Query("twin", Want.ASK, "", dice.choice([one for one in sold if sold.count(one) > 1]))


def item_queries(shop: Shop, count: int, *, held_out: bool, seed: int = 1) -> Iterator[Query]:
    """Lines as people write them."""
    dice = Random(f"items-{seed}-{held_out}")  # noqa: S311 - invented data
    makers = _HELD_MAKERS if held_out else _MAKERS
    for _ in range(count):
        kind = dice.choice(list(makers))
        one = dice.choice(shop.items)
        query = makers[kind](dice, shop, one)
        if query is not None:
            yield query


def _line(**fields: str | None) -> Line:
    return Line("L001", 14, quantity=Decimal(1), **fields)  # type: ignore[arg-type]


def _asked(kind: str, one: Item, line: Line, *, sure: bool = True) -> Query:
    want = Want.AUTO if sure and one.active else Want.ASK
    return Query(kind, want, one.item_id, line=line)


def _sku(_dice: Random, _shop: Shop, one: Item) -> Query:
    return _asked("sku", one, _line(sku=f" {one.sku} ".lower()))


def _sku_and_name(_dice: Random, _shop: Shop, one: Item) -> Query:
    return _asked("sku_and_name", one, _line(sku=one.sku, product_name=one.name))


def _zeros(_dice: Random, shop: Shop, one: Item) -> Query | None:
    lost = one.sku.lstrip("0")
    if lost == one.sku or len(lost) < 2:
        return None
    sure = sum(other.sku.lstrip("0") == lost for other in shop.items) == 1
    return _asked("zeros", one, _line(sku=lost, product_name=one.name), sure=sure)


def _zeros_alone(_dice: Random, shop: Shop, one: Item) -> Query | None:
    query = _zeros(_dice, shop, one)
    return query and _asked("zeros_alone", one, _line(sku=one.sku.lstrip("0")),
                            sure=query.want is Want.AUTO)  # fmt: skip


def _spaced(_dice: Random, shop: Shop, one: Item) -> Query | None:
    bent = one.sku.replace("-", " ").replace(".", "-").replace(" ", "") or one.sku
    if bent == one.sku:
        return None
    flat = [_flat(other.sku) for other in shop.items]
    return _asked("sku_form", one, _line(sku=bent), sure=flat.count(_flat(one.sku)) == 1)


def _flat(sku: str) -> str:
    return "".join(sign for sign in sku.lower() if sign.isalnum()).lstrip("0")


def _gtin(dice: Random, _shop: Shop, one: Item) -> Query | None:
    written = dice.choice([one.gtin, one.gtin.zfill(14), f"{one.gtin[:1]}-{one.gtin[1:]}"])
    return _asked("gtin", one, _line(gtin=written)) if one.gtin else None


def _wrong_digit(dice: Random, shop: Shop, one: Item) -> Query | None:
    if not one.gtin:
        return None
    wrong = one.gtin[:-1] + str((int(one.gtin[-1]) + dice.randrange(1, 10)) % 10)
    return _asked("wrong_digit_and_name", one, _line(gtin=wrong, product_name=one.name))


def _wrong_digit_alone(dice: Random, _shop: Shop, one: Item) -> Query | None:
    if not one.gtin:
        return None
    wrong = one.gtin[:-1] + str((int(one.gtin[-1]) + dice.randrange(1, 10)) % 10)
    return _asked("wrong_digit_alone", one, _line(gtin=wrong), sure=False)


def _named(dice: Random, _shop: Shop, one: Item) -> Query:
    name = dice.choice([one.name, one.name.upper(), f" {one.name.replace(' ', '  ')}"])
    return _asked("name", one, _line(product_name=name))


def _slipped(dice: Random, _shop: Shop, one: Item) -> Query:
    return _asked("name_slip", one, _line(product_name=omit(dice, one.name)))


def _swapped(dice: Random, _shop: Shop, one: Item) -> Query:
    return _asked("name_swap", one, _line(product_name=swap(dice, one.name)))


def _turned(dice: Random, _shop: Shop, one: Item) -> Query:
    words = one.name.split()
    dice.shuffle(words)
    return _asked("name_turned", one, _line(product_name=" ".join(words)))


def _short(dice: Random, _shop: Shop, one: Item) -> Query:
    return _asked("name_short", one, _line(product_name=BUILDING["short"](dice, one.name)))


def _persian(dice: Random, _shop: Shop, one: Item) -> Query | None:
    written = dice.choice([one.description, arabic_letters(dice, one.description)])
    return _asked("persian", one, _line(product_name=written)) if one.description else None


def _columns(_dice: Random, _shop: Shop, one: Item) -> Query:
    *first, colour = one.name.split()
    return _asked("columns", one, _line(product_name=" ".join(first), colour=colour))


def _sibling(_dice: Random, shop: Shop, one: Item) -> Query | None:
    """A name with a figure that no item has."""
    wrong = " ".join("99L" if any(s.isdigit() for s in word) else word for word in one.name.split())
    absent = wrong != one.name and all(other.name != wrong for other in shop.items)
    return Query("sibling", Want.ASK, "", line=_line(product_name=wrong)) if absent else None


def _half(_dice: Random, shop: Shop, one: Item) -> Query | None:
    """A name without what tells it from its family."""
    cut = " ".join(one.name.split()[:2])
    family = sum(other.name.startswith(cut) for other in shop.items)
    return Query("half", Want.ASK, "", line=_line(product_name=cut)) if family > 1 else None


def _conflict(dice: Random, shop: Shop, one: Item) -> Query | None:
    other = dice.choice([other for other in shop.items if other.gtin])
    line = _line(sku=one.sku, gtin=other.gtin)
    return Query("conflict", Want.ASK, "", line=line) if other is not one else None


def _other_name(dice: Random, shop: Shop, one: Item) -> Query | None:
    other = dice.choice([other for other in shop.items if other.active])
    line = _line(sku=one.sku, product_name=other.name)
    return Query("other_name", Want.ASK, "", line=line) if other is not one else None


def _sku_slip(dice: Random, shop: Shop, one: Item) -> Query | None:
    wrong = swap(dice, one.sku) if one.sku.isalpha() else _digits_swapped(dice, one.sku)
    known = {_flat(other.sku) for other in shop.items}
    if len(one.sku) < 6 or _flat(wrong) in known:
        return None
    return _asked("sku_slip_alone", one, _line(sku=wrong), sure=False)


def _sku_slip_and_name(dice: Random, shop: Shop, one: Item) -> Query | None:
    query = _sku_slip(dice, shop, one)
    if query is None or query.line is None:
        return None
    return _asked("sku_slip_and_name", one, _line(sku=query.line.sku, product_name=one.name))


def _digits_swapped(dice: Random, sku: str) -> str:
    at = dice.randrange(1, max(2, len(sku) - 1))
    return sku[:at] + sku[at + 1 : at + 2] + sku[at : at + 1] + sku[at + 2 :]


Maker = Callable[[Random, Shop, Item], Query | None]
_MAKERS: dict[str, Maker] = {
    made.__name__: made
    for made in (
        _sku, _sku_and_name, _zeros, _zeros_alone, _spaced, _gtin, _wrong_digit, _wrong_digit_alone,
        _named, _slipped, _turned, _persian, _columns, _sibling, _half, _conflict, _sku_slip,
    )
}  # fmt: skip
_HELD_MAKERS: dict[str, Maker] = {
    made.__name__: made
    for made in (
        _sku, _zeros, _spaced, _gtin, _wrong_digit, _wrong_digit_alone, _named, _swapped, _short,
        _turned, _persian, _columns, _sibling, _half, _conflict, _other_name, _sku_slip,
        _sku_slip_and_name,
    )
}  # fmt: skip


def make_set(
    customers: int, items: int, *, held_out: bool, seed: int = 1
) -> tuple[Shop, list[Query]]:
    """The books and the questions of one half."""
    shop = make_shop(seed, held_out=held_out)
    asked = list(customer_queries(shop, customers, held_out=held_out, seed=seed))
    lines: list[Query] = []
    turn = 0
    while len(lines) < items:
        turn += 1
        lines += item_queries(shop, items, held_out=held_out, seed=seed * 100 + turn)
    return shop, [*asked, *lines[:items]]
