"""Columns read though they are open: alone of their kind, or freed."""

from collections.abc import Collection, Mapping, Sequence

from orders.ballot import ABSENT, is_lone
from orders.columns import Column
from orders.dictionary import ORDER_WORDS, label_meanings
from orders.headers import IDENTIFIERS
from orders.makers import is_makers
from orders.reading import FieldCount
from orders.sheet import column_number
from orders.spread import counts_a_place
from orders.triples import find_triples
from orders.units import is_countable
from orders.values import fold

_HALF, _SHORT = 0.5, 4


def lone_columns(
    mapping: Mapping[str, int],
    chosen: Collection[str],
    counts: Sequence[FieldCount],
    columns: Sequence[Column],
) -> dict[str, int]:
    """Where no column surely names, or counts, the items: those that alone may, which will be asked.

    What counts says nothing else, and no more than `Order`, which may be a number's heading; or it
    names what is counted, `Pairs`, or a branch or a day, or has no heading.
    """
    named = bool(mapping.keys() & set(IDENTIFIERS))
    multiplied = _multiplied(columns)
    plain = (
        one
        for one in columns
        if {*one.meanings} == {"quantity"}
        or ({*one.meanings} == {"quantity", "line_total"} and _counts_beside(one, mapping, columns))
        or not one.header
        or (not one.meanings and counts_a_place(one))
        or ({*one.meanings} <= {"cases"} and _is_counted(one))
        or {*one.meanings} == {"sku", "line_no"}  # `Number`, which the rulings took for a count.
        or one.number in multiplied  # `#` × price = total.
    )
    counting = {one.letter for one in plain if fold(one.header) not in ORDER_WORDS}
    bare = {one.letter for one in columns if not one.cells}
    lone = [
        one
        for one in counts
        if is_lone(one, bare) and one.field not in {*chosen, *mapping}
        if (one.field in IDENTIFIERS and not named)
        or (one.field == "quantity" and one.choice in counting)
    ]
    found = {one.field: column_number(one.choice) for one in lone}
    lone_at = {name: at for name, at in found.items() if at not in mapping.values()}
    served = lone_at | freed_name(mapping, chosen, counts, columns)
    return served | likely_code({**mapping, **served}, chosen, counts, columns)


def _multiplied(columns: Sequence[Column]) -> set[int]:
    """The columns under `#` that times another are a third: they count what is ordered, and no lines."""
    numbers = {one.number for one in columns if {*one.meanings} == {"line_no"} and not one.sequence}
    found = find_triples(columns) if numbers else ()
    return {at for one in found for at in (one.quantity, one.price)} & numbers


def _counts_beside(column: Column, mapping: Mapping[str, int], columns: Sequence[Column]) -> bool:
    """Whether `Amount`, `Jumlah` alone stands over whole numbers beside prices, and no sums do."""
    free = [one for one in columns if one.number not in mapping.values() and one.share("whole")]
    alone = free == [column] and column.share("whole") == 1
    return alone and "unit_price" in mapping and "line_total" not in mapping


def _is_counted(column: Column) -> bool:
    """Whether whole numbers stand below the name of a unit that is counted, and nothing else does."""
    return is_countable(column.header) and column.share("whole") == 1


def freed_name(
    mapping: Mapping[str, int],
    chosen: Collection[str],
    counts: Sequence[FieldCount],
    columns: Sequence[Column],
) -> dict[str, int]:
    """The name beside a code where every rival of its column serves another field, or repeats itself.

    `Material` is the code beside `Product`; of `Name` twice the one that tells all lines apart counts.
    """
    open_ = [one for one in counts if one.field == "product_name" and not one.decided]
    if not open_ or "sku" not in mapping or "product_name" in {*mapping, *chosen}:
        return {}
    free = [c for c in columns if c.letter in open_[0].shares and c.number not in mapping.values()]
    apart = [one for one in free if one.distinct == len(one.cells)]
    named = free if len(free) == 1 else apart
    worded = len(named) == 1 and named[0].share("words") > _HALF
    return {"product_name": named[0].number} if worded else {}


def likely_code(
    mapping: Mapping[str, int],
    chosen: Collection[str],
    counts: Sequence[FieldCount],
    columns: Sequence[Column],
) -> dict[str, int]:
    """The code beside a name that may stand in one column or another: the likelier, of equals the seller's or the first.

    No catalogue knew either, so the name says what is meant; a person confirms the code with a yes.
    """
    open_ = [one for one in counts if one.field == "sku" and not one.decided]
    if not open_ or "product_name" not in mapping or "sku" in {*mapping, *chosen}:
        return {}
    shares = open_[0].shares
    free = [c for c in columns if c.letter in shares and c.number not in mapping.values()]
    free = [one for one in free if one.cells]
    told = max(free, key=lambda one: (shares[one.letter], _is_sellers(one.header)), default=None)
    sure = told is not None and shares[told.letter] > shares.get(ABSENT, 0)
    return {"sku": told.number} if told is not None and sure else {}


def _is_sellers(header: str) -> bool:
    """Whether a heading says whose number it is: `Vendor part no`, and we are who sells."""
    words = [word for word in fold(header).split() if len(word) > _SHORT]
    return not is_makers(header) and any("supplier" in label_meanings(word) for word in words)
