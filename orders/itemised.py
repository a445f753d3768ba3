"""Items written out: `Rope - Quantity: 2`, or label by label in stacks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from orders.dictionary import column_meanings, label_meanings
from orders.headers import IDENTIFIERS, Header
from orders.numbers import parse_amount
from orders.relaid import SPOKEN, Place, cells_of, is_movable, relaid
from orders.separated import taken_apart
from orders.sheet import Cell
from orders.sideways import turned
from orders.times import counted_items
from orders.unrolled import unrolled
from orders.values import ascii_digits, fold, has_letters, tidy
from orders.view import Grid

_FIELDS = (*IDENTIFIERS, "quantity", "unit", "unit_price", "line_total", "discount")
_SURE = 0.6
_LONGEST = 40
_BULLET = re.compile(r"^(?:[-–—•*·]|\d{1,3}[.)])\s+")
_PARTS = re.compile(r"\s+[-–—|•·]\s+|\s*[;|]\s+|,\s+(?=[^\W\d][^:,]{0,30}:)")
_COLON = re.compile(r"\s*[:：](?!//)\s*")
_COMES_TO = re.compile(r"\s+=\s+")
_SUM = re.compile(r"(\D.*?)[:：]?\s+(\d[\d.,]*)\s*[x×*]\s*(\S.*?)\s*=\s*(\S.*)", re.IGNORECASE)
"""`Rope: 2 x $3.50 = $7.00`."""
_NAME, _COUNT, _PRICE, _TOTAL = "Description", "Quantity", "Unit price", "Total"
"""What the name in front of labelled parts, and the sum behind a quantity, stand under."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A value under its label, and the cell that says both."""

    label: str
    value: str
    place: Place

    @property
    def field(self) -> str:
        """The field of an item that the label surely names."""
        told = column_meanings(self.label)
        best = max(told, key=lambda name: told[name], default="")
        return best if best in _FIELDS and told[best] >= _SURE else ""


_Item = list[_Told]


def laid_anew(grid: Grid, headers: Sequence[Header]) -> Grid | None:
    """The sheet as the table that it is once set upright, or once its texts are taken apart; else None."""
    found = (
        unrolled(grid) or stacked(grid, headers) or turned(grid, headers) or itemised(grid, headers)
    )
    return found or (None if headers else taken_apart(grid))


def stacked(grid: Grid, headers: Sequence[Header]) -> Grid | None:
    """The sheet as a table of items told label by label, each below the last; else None."""
    items = _in_stacks(grid) if not headers and is_movable(grid) else []
    return _table(grid, items) if items else None


def itemised(grid: Grid, headers: Sequence[Header]) -> Grid | None:
    """The sheet as a table of the items that its texts write out, each told in full; else None."""
    free = not headers and is_movable(grid)
    items = (_in_texts(grid) or _counted_in_front(grid)) if free else []
    return _table(grid, items) if items else None


def _in_texts(grid: Grid) -> list[_Item]:
    """Items of one text each, or of a name and the sum below it, in cells below each other."""
    made: list[_Item] = []
    above = ("", (0, 0))
    for row, cells in grid.rows.items():
        at, text = min(cells), _whole(grid, row)
        made.append(_summed(text, (row, at), *above) or _parts(text, (row, at)))
        above = "" if _is_item(made[-1]) else text, (row, at)
    items = [item for item in made if _is_item(item)]
    return items if len({item[0].place[1] for item in items}) == 1 else []


def _whole(grid: Grid, row: int) -> str:
    """The text of a row that is one text, though its `=` stand apart; else empty."""
    whole, *rest = (text for _, text in grid.filled(row))
    for text in rest:
        if not (whole.endswith("=") or text.startswith("=")):
            return ""
        whole = f"{whole} {text}"
    return whole


def _summed(text: str, place: Place, above: str, upper: Place) -> _Item:
    """`Rope: 2 x 3.50 = 7.00`, if it comes to that; behind `Quantity` the name stands above."""
    found = _SUM.fullmatch(_BULLET.sub("", ascii_digits(tidy(text))))
    amounts = [parse_amount(part) for part in found.groups()[1:]] if found else []
    values = [one.value() if one else None for one in amounts]
    count, price, total = values or (None, None, None)
    if not found or count is None or price is None or count * price != total:
        return []
    name = _Told(_NAME, found[1], place)
    label = _PARTS.split(found[1])[-1]
    if "quantity" in column_meanings(label):
        ahead = found[1].removesuffix(label).rstrip(" -–—|•·;,")
        name = replace(name, value=ahead) if ahead else _Told(_NAME, above, upper)
    said = zip((_COUNT, _PRICE, _TOTAL), found.groups()[1:], strict=True)
    told = [_Told(label, value, place) for label, value in said]
    return [name, *told] if has_letters(name.value) else []


def _parts(text: str, place: Place) -> _Item:
    """A text's labelled parts; the first may be a name without a label."""
    told: _Item = []
    for part in _PARTS.split(_BULLET.sub("", tidy(text))):
        label, *rest = _COLON.split(part, maxsplit=1)
        if rest:
            told += _counted(_Told(label, rest[0], place))
        elif told or not has_letters(part):
            return []
        else:
            told.append(_Told(_NAME, part, place))
    return told


def _counted(one: _Told) -> Iterator[_Told]:
    """`2 = 47.00` behind a quantity is what the line comes to as well."""
    value, *total = _COMES_TO.split(one.value, maxsplit=1)
    if one.field == "quantity" and total:
        yield replace(one, value=value)
        yield replace(one, label=_TOTAL, value=total[0])
    else:
        yield one


def _counted_in_front(grid: Grid) -> list[_Item]:
    """`2 x Rope - 3.50 EUR` in rows below each other."""
    return [
        [
            _Told(label, value, one.place)
            for label, value in zip(
                (_COUNT, _NAME, *((_PRICE, _TOTAL) if one.priced else (_TOTAL,))),
                (one.count, one.name, *one.money),
                strict=False,
            )
        ]
        for one in counted_items(grid)
    ]


def _in_stacks(grid: Grid) -> list[_Item]:
    """Items of several rows each, which begin with the same label."""
    told = list(_labelled(grid))
    names = [fold(one.label) for one in told]
    begins = next(
        (n for one, n in zip(told, names, strict=True) if one.field and names.count(n) > 1), ""
    )
    starts = [at for at, name in enumerate(names) if begins and name == begins]
    if not starts:
        return _alone(told)
    items = [told[start:end] for start, end in pairwise([*starts, len(told)])]
    known = {fold(one.label) for item in items[:-1] for one in item}
    # Behind the last item stand the order's own sums, under other labels.
    items[-1] = [one for one in items[-1] if fold(one.label) in known]
    return items if all(map(_is_item, items)) else []


def _alone(told: Sequence[_Told]) -> list[_Item]:
    """The one item of an order that is labels and values throughout, where a label is the order's own."""
    own = [one for one in told if "po_number" in label_meanings(one.label)]
    item = [one for one in told if one.field and one not in own]
    fields = [one.field for one in item]
    return [item] if own and len(set(fields)) == len(fields) and _is_item(item) else []


def _labelled(grid: Grid) -> Iterator[_Told]:
    """Each row that is a label and its value, in one cell or in two."""
    for row, cells in grid.rows.items():
        texts = grid.filled(row)
        whole = ": ".join(text.rstrip(":： ") for _, text in texts)
        label, *rest = _COLON.split(tidy(whole).lstrip("*•· "), maxsplit=1)
        if len(cells) <= 2 and rest and rest[0] and has_letters(label) and len(label) <= _LONGEST:
            yield _Told(label, rest[0], (row, max(cells)))


def _is_item(item: Sequence[_Told]) -> bool:
    """Whether labels say how many of what, each once, and the count is a number."""
    fields = [one.field for one in item if one.field]
    labels = [fold(one.label) for one in item]
    counts = [one for one in item if one.field == "quantity"]
    told = len(counts) == 1 and parse_amount(ascii_digits(counts[0].value)) is not None
    return told and bool(set(IDENTIFIERS) & set(fields)) and len(set(labels)) == len(labels)


def _table(grid: Grid, items: Sequence[_Item]) -> Grid:
    """A row of labels, and the items below it; other texts stay between and below them."""
    said = dict.fromkeys(fold(one.label) for item in items for one in item)
    # Whose an item is, as `Account Assignment` may say, names no buyer of the order.
    labels = [label for label in said if "customer" not in column_meanings(label)]
    heads = {fold(one.label): one for item in reversed(items) for one in item}
    first, last = items[0][0].place[0], items[-1][-1].place[0]
    begun = {item[0].place[0]: item for item in items}
    inside = {one.place[0] for item in items for one in item}
    cells: dict[Place, tuple[Place, Cell]] = {}
    at = first

    def put(one: _Told, text: str) -> None:
        cell = grid.rows[one.place[0]][one.place[1]]
        column = labels.index(fold(one.label)) + 1
        cells[at, column] = one.place, replace(cell, value=text)

    for label in labels:
        put(heads[label], heads[label].label)
    old = cells_of(grid)
    for row in [row for row in grid.rows if first <= row <= last]:
        at += 1 if row in begun or row not in inside else 0
        for one in begun.get(row, ()):
            if fold(one.label) in labels:
                put(one, one.value)
        cells |= {(at, n): old[row, n] for n in grid.rows[row] if row not in inside}
    lower = max(0, at - last)
    for (row, column), told in old.items():
        if not first <= row <= last:
            cells[row + lower if row > last else row, column] = told
    return relaid(grid, cells, SPOKEN)
