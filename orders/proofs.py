"""Of columns under one name those that the lines' arithmetic proves."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from itertools import permutations, product

from orders.columns import Column, number_of, style_in
from orders.money import heads_money
from orders.values import fold, words_of_list
from orders.view import Grid

_TOLERANCE = Decimal("0.011")
_MOSTLY = 0.6
_EACH = frozenset(
    words_of_list(
        "each|ea|unit|piece|pc|pcs|stk|stück|einzelpreis|stückpreis|unitaire|pièce|unitario|unidad|unitário|pezzo|stuk|birim|adet|szt|шт"
    )
)
_EACH_UNSPACED = ("单价", "單價", "単価", "단가")
_SEVERAL, _THREE, _HUNDRED = 2, 3, 100
_TELLS_NOTHING = (Decimal(0), Decimal(1))
"""Quantities with which every price is its own total."""


def proven_columns(
    columns: Sequence[Column], final: Mapping[tuple[str, int], float]
) -> dict[str, int]:
    """Quantity, price and total where several columns are named so, and one three of them holds.

    Nothing where each is named once, or where more than one choice satisfies every line.
    """
    named = {
        name: [one for one in columns if (name, one.number) in final]
        for name in ("quantity", "unit_price", "line_total")
    }
    # `Total` pieces times the price may be the other `Total`, where nothing else is surely counted.
    either = [one for one in named["quantity"] if "line_total" in one.meanings]
    plain = either == named["quantity"]
    pieces = [one for one in named["line_total"] if plain and one.share("whole") == 1]
    counted = list({one.number: one for one in (*named["quantity"], *pieces)}.values())
    summed = list({one.number: one for one in (*named["line_total"], *either)}.values())
    priced = named["unit_price"]
    cased = [one for one in columns if "cases" in one.meanings]
    if cased and not _held(counted, priced, summed):
        # `Price/case` times the cases is the total, whatever the bottles come to.
        held = _held(cased, priced, summed)
        return dict(zip(named, held[0], strict=True)) if len(held) == 1 else {}
    if len(counted) * len(priced) < (_SEVERAL if named["quantity"] else 1):
        return {}
    held = _held(counted, priced, summed) or _held(counted, priced, priced)
    return dict(zip(named, held[0], strict=True)) if len(held) == 1 else {}


def _held(
    counted: Sequence[Column], priced: Sequence[Column], summed: Sequence[Column]
) -> list[tuple[int, int, int]]:
    """The three of quantity, price and total that hold on every line."""
    return [
        (quantity.number, price.number, total.number)
        for quantity, price, total in product(counted, priced, summed)
        if len({quantity.number, price.number, total.number}) == _THREE
        and _always(quantity, price, total)
    ]


def proven_quantity(
    columns: Sequence[Column], assigned: Mapping[str, int], rivals: Sequence[int]
) -> tuple[int, list[int]]:
    """Of several columns named quantity the one whose number times the price is every total."""
    by_number = {column.number: column for column in columns}
    price, total = (by_number.get(assigned.get(one, 0)) for one in ("unit_price", "line_total"))
    if price is None or total is None:
        return rivals[0], list(rivals[1:])
    held = [one for one in rivals if _multiplies(by_number[one], price, total)]
    return (held[0], []) if len(held) == 1 else (rivals[0], list(rivals[1:]))


def proven_total(
    columns: Sequence[Column], assigned: Mapping[str, int], rivals: Sequence[int]
) -> tuple[int, list[int]]:
    """Of two columns named total the one that is the other, `Net` of a piece, times the quantity."""
    by_number = {column.number: column for column in columns}
    counted = by_number.get(assigned.get("quantity", 0))
    held = [
        total
        for each in rivals
        for total in rivals
        if each != total and counted and _always(counted, by_number[each], by_number[total])
    ]
    proven = len(held) == 1 and len(rivals) == _SEVERAL
    return (held[0], []) if proven else (rivals[0], list(rivals[1:]))


def net_price(
    columns: Sequence[Column], final: Mapping[tuple[str, int], float], assigned: Mapping[str, int]
) -> dict[str, int]:
    """Price and total where no heading names a price, and one column named total is the other's of a piece.

    `List | Disc % | Net | Total`: what one costs, and what they come to.
    """
    counted = [one for one in columns if one.number == assigned.get("quantity")]
    summed = [one for one in columns if ("line_total", one.number) in final]
    if "unit_price" in assigned or not counted:
        return {}
    pairs = [
        (each.number, total.number)
        for each, total in permutations(summed, _SEVERAL)
        if _always(counted[0], each, total)
    ]
    return dict(zip(("unit_price", "line_total"), pairs[0], strict=True)) if len(pairs) == 1 else {}


def proven_price(
    columns: Sequence[Column], assigned: Mapping[str, int], rivals: Sequence[int]
) -> tuple[int, list[int], int]:
    """Of columns named price the one that times the quantity is the total, and that total.

    The total is one of them where no other column is named so: `Rate` and `Taxable rate`.
    """
    by_number = {column.number: column for column in columns}
    counted = by_number.get(assigned.get("quantity", 0))
    named = assigned.get("line_total", 0)
    pairs = [
        (price, total)
        for price in rivals
        for total in ([named] if named else rivals)
        if price != total and counted and _always(counted, by_number[price], by_number[total])
    ]
    if counted and not named and len(rivals) == 2 and _of_one_piece(counted, by_number, rivals):
        return rivals[0], [], rivals[1]
    if not pairs and counted and not named:
        pairs = _each_and_sum(counted, [by_number[one] for one in rivals])
    if len(pairs) != 1:
        return rivals[0], list(rivals[1:]), 0
    return pairs[0][0], [], pairs[0][1]


def _each_and_sum(counted: Column, rivals: Sequence[Column]) -> list[tuple[int, int]]:
    """`Price/pc` beside a bare `Price`: the one is of a piece, the other what most lines come to."""
    each = [one for one in rivals if _says_each(one.header)]
    rest = [one for one in rivals if one not in each]
    if len(each) != 1 or len(rest) != 1:
        return []
    figures = [row for row in _figures(counted, each[0], rest[0]) if all(row)]
    held = [count for count, price, total in figures if abs(count * price - total) <= _TOLERANCE]
    mostly = len(held) >= max(_SEVERAL, _MOSTLY * len(figures))
    told = any(count not in _TELLS_NOTHING for count in held)
    return [(each[0].number, rest[0].number)] if mostly and told else []


def _says_each(header: str) -> bool:
    folded = fold(header)
    return not _EACH.isdisjoint(folded.split()) or any(word in folded for word in _EACH_UNSPACED)


def told_by_sums(
    columns: Sequence[Column], mapping: Mapping[str, int], chosen: Collection[str]
) -> dict[str, int]:
    """Price and total that only the lines' sums tell, where a person has not `chosen` them."""
    price = _price_by_sums(columns, mapping, chosen)
    return price | _total_after_discount(columns, mapping, chosen)


def _price_by_sums(
    columns: Sequence[Column], mapping: Mapping[str, int], chosen: Collection[str]
) -> dict[str, int]:
    """The price that no heading names for certain, `Net`: the one free column that makes every total."""
    by_number = {column.number: column for column in columns}
    counted, summed = (by_number.get(mapping.get(one, 0)) for one in ("quantity", "line_total"))
    if "unit_price" in {*mapping, *chosen} or counted is None or summed is None:
        return {}
    free = [one for one in columns if one.number not in mapping.values() and one.cells]
    free = [one for one in free if one.cells.keys() >= summed.cells.keys()]
    held = [one for one in free if _always(counted, one, summed) and len(one.cells) >= _SEVERAL]
    return {"unit_price": held[0].number} if len(held) == 1 else {}


def _total_after_discount(
    columns: Sequence[Column], mapping: Mapping[str, int], chosen: Collection[str]
) -> dict[str, int]:
    """The lines' total where two are named so and one is the other without the line's discount."""
    by_number = {column.number: column for column in columns}
    whole, off = (by_number.get(mapping.get(one, 0)) for one in ("line_total", "discount"))
    if "line_total" in chosen or whole is None or off is None:
        return {}
    free = [one for one in columns if one.number not in mapping.values()]
    held = [one for one in free if "line_total" in one.meanings and _leaves(whole, off, one)]
    return {"line_total": held[0].number} if len(held) == 1 else {}


def _leaves(whole: Column, off: Column, rest: Column) -> bool:
    """Whether a column is another less an amount or a share, of which some are more than nothing."""
    rows = [row for row in off.cells if number_of(off.cells[row])]
    if not rows or whole.cells.keys() != rest.cells.keys():
        return False
    figures = _figures(whole, off, rest)
    shares = [all(w - o == r for w, o, r in figures)]
    shares += [all(abs(w * (1 - o / _HUNDRED) - r) <= _TOLERANCE for w, o, r in figures)]
    same = [one for row, one in whole.cells.items() if row not in off.cells]
    bare = [rest.cells[row] for row in whole.cells if row not in off.cells]
    return any(shares) and [number_of(one) for one in same] == [number_of(one) for one in bare]


def _of_one_piece(counted: Column, by_number: Mapping[int, Column], rivals: Sequence[int]) -> bool:
    """Whether every line asks for one piece, and both prices of it are the same."""
    figures = _figures(counted, *(by_number[one] for one in rivals))
    return bool(figures) and all(count == 1 and one == other for count, one, other in figures)


def _multiplies(quantity: Column, price: Column, total: Column) -> bool:
    """Whether quantity × price is the total of a lone line; of several, arithmetic speaks."""
    rows = quantity.cells.keys() & price.cells.keys() & total.cells.keys()
    figures = _figures(quantity, price, total)
    return len(rows) == 1 and any(count * each == summed != 0 for count, each, summed in figures)


def _always(quantity: Column, price: Column, total: Column) -> bool:
    """Whether quantity × price is the total wherever there are all three, and not by one only."""
    figures = _figures(quantity, price, total)
    telling = any(count not in _TELLS_NOTHING for count, _, _ in figures)
    return telling and all(
        abs(count * each - summed) <= _TOLERANCE for count, each, summed in figures
    )


def _figures(*columns: Column) -> list[tuple[Decimal, ...]]:
    """The numbers of the rows where every column has one."""
    style = style_in(columns)
    rows = sorted(set.intersection(*(set(one.cells) for one in columns)))
    found = [tuple(number_of(one.cells[row], style) for one in columns) for row in rows]
    return [tuple(one for one in row if one is not None) for row in found if None not in row]


def money_by_currency(
    grid: Grid,
    body: Sequence[int],
    columns: Sequence[Column],
    mapping: Mapping[str, int],
    chosen: Collection[str],
) -> dict[str, int]:
    """The one such column where no other money is read: its lines' sums if it ends in what they come to."""
    headed = headed_by_currency(columns, mapping)
    if len(headed) != 1 or not {"unit_price", "line_total"}.isdisjoint((*mapping, *chosen)):
        return {}
    cells = (grid.cell(row, headed[0].number) for row in body)
    numbers = [one for cell in cells if cell and (one := number_of(cell)) is not None]
    summed = len(numbers) > 2 and sum(numbers[:-1]) == numbers[-1]
    return {"line_total" if summed else "unit_price": headed[0].number}


def headed_by_currency(columns: Sequence[Column], mapping: Mapping[str, int]) -> list[Column]:
    """The columns of numbers under a currency alone that serve no field."""
    free = [one for one in columns if one.number not in mapping.values() and not one.meanings]
    return [one for one in free if heads_money(one.header) and one.share("money") >= _MOSTLY]
