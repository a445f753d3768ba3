"""The name beside a code, where its column's rivals serve other fields."""

from collections.abc import Collection, Mapping, Sequence

from orders.columns import Column
from orders.reading import FieldCount

_HALF = 0.5


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
