"""The name beside a code, the code beside a name: read, and asked about."""

from collections.abc import Collection, Mapping, Sequence

from orders.ballot import ABSENT
from orders.columns import Column
from orders.dictionary import label_meanings
from orders.makers import is_makers
from orders.reading import FieldCount
from orders.values import fold

_HALF, _SHORT = 0.5, 4


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
