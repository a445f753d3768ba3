"""How sure a line is: what its columns and its values' readings allow."""

from dataclasses import replace
from decimal import Decimal

from orders.order import Line
from orders.tables import Table

_FIELDS = ("sku", "gtin", "product_name", "quantity", "unit_price")
_LONE = Decimal("0.95")
"""Of a column that one member alone speaks for."""
_INFERRED = Decimal("0.9")
"""Of a value whose decimal mark, or whose very result, something else than its column told."""
_TOLD_ELSEWHERE = (":sheet", ":language", ":whole", "recomputed", "padded")


def rated(table: Table, lines: list[Line]) -> tuple[Line, ...]:
    """The lines, each with the least of what its columns and its values deserve (0 to 1)."""
    columns = _of_columns(table)
    return tuple(replace(line, confidence=columns * _of_values(line)) for line in lines)


def _of_columns(table: Table) -> Decimal:
    """The smallest share of the votes behind a column that lines take their values from."""
    shares = [Decimal(1)]
    for one in table.counts:
        if one.field in _FIELDS and one.field in table.mapping and one.field not in table.chosen:
            voters = {vote.member for vote in table.votes if vote.field == one.field}
            shares.append(one.share * (_LONE if len(voters) == 1 else 1))
    return min(shares)


def _of_values(line: Line) -> Decimal:
    readings = [witness.reading for name, witness in line.evidence.items() if name in _FIELDS]
    inferred = any(part in reading for reading in readings for part in _TOLD_ELSEWHERE)
    return _INFERRED if inferred else Decimal(1)
