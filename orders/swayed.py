"""What language models may settle: columns that values leave to them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orders.ballot import ABSENT, DEFAULT, count
from orders.columns import Column
from orders.dictionary import NEIGHBOURS, WEAK
from orders.fitting import fit
from orders.members import KEYLESS
from orders.order import FIELDS
from orders.reading import FieldCount, Vote

_WEIGHTY = DEFAULT.critical | {"unit_price", "line_total", "discount", "tax", "pack_size", "unit"}
"""Fields that goods and money hang on."""
_SUITS = 0.5
"""From so well on a column's values may be a field's."""


def weigh(
    counts: Sequence[FieldCount],
    votes: Sequence[Vote],
    columns: Sequence[Column],
    *,
    confirm: bool = False,
) -> tuple[tuple[FieldCount, ...], frozenset[str]]:
    """The counts as far as models may settle them, and the fields that stand on models' word.

    What only members with keys settled is open again where a person must `confirm` it, where the
    column's own header says plainly that it is something else, and for fields that goods and money
    hang on unless the values speak for this one column: a text in the file may have told the
    models what to say, and no text makes values fit.
    """
    own_votes = [vote for vote in votes if vote.member in KEYLESS]
    if len(own_votes) == len(votes):
        return tuple(counts), frozenset()
    own = count(own_votes, [column.letter for column in columns], FIELDS)
    alone = {one.field: one for one in own}
    weighed: list[FieldCount] = []
    swayed: set[str] = set()
    for one in counts:
        mine = alone[one.field]
        by_models = one.decided and not (mine.decided and mine.choice == one.choice)
        if by_models and (confirm or not _may_settle(one, alone, columns)):
            weighed.append(replace(one, decided=False))
            continue
        weighed.append(one)
        swayed |= {one.field} if by_models and one.choice != ABSENT else set()
    return tuple(weighed), frozenset(swayed)


def _may_settle(
    one: FieldCount, alone: Mapping[str, FieldCount], columns: Sequence[Column]
) -> bool:
    """Whether models may have the last word on this field."""
    named = next((column for column in columns if column.letter == one.choice), None)
    if named is None:
        return alone[one.field].choice == ABSENT
    if _is_neighbour(named):
        return False
    leaning = alone[one.field].choice == one.choice
    return leaning or one.field not in _WEIGHTY or _is_only(named, one.field, alone, columns)


def _is_only(
    named: Column, field: str, alone: Mapping[str, FieldCount], columns: Sequence[Column]
) -> bool:
    """Whether of the columns that serve nothing else only this one's values may be the field's."""
    taken = {one.choice for one in alone.values() if one.decided and one.field != field}
    free = [column for column in columns if column.letter not in taken and column.cells]
    return [column for column in free if fit(column, field) >= _SUITS] == [named]


def _is_neighbour(column: Column) -> bool:
    """Whether the header names stock, weight or the like, and no field as surely."""
    other = max((sure for name, sure in column.meanings.items() if name in NEIGHBOURS), default=0)
    mine = max((sure for name, sure in column.meanings.items() if name in FIELDS), default=0)
    return other > max(mine, WEAK)
