"""How sure a value, a line and an order are: votes, readings, doubts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from orders.calibration import Calibration, share_of
from orders.evidence import Evidence
from orders.issue import Issue
from orders.order import Line, Order
from orders.tables import Table

_FIELDS = ("sku", "gtin", "product_name", "quantity", "unit_price")
_LONE = Decimal("0.95")
"""Of a column that one member alone, or only language models, speak for."""
_INFERRED = Decimal("0.9")
"""Of a value whose decimal mark, or whose very result, something else than its column told."""
_TOLD_ELSEWHERE = (":sheet", ":language", ":whole", "recomputed", "padded")
_UNLABELLED = Decimal("0.95")
"""Of a header value that no label names."""
_DOUBTED = Decimal("0.5")
"""Of what an open question is about."""


def rated(table: Table, lines: list[Line]) -> tuple[tuple[Line, ...], dict[str, Decimal]]:
    """The lines with their scores (0 to 1), and the score of each field over all lines."""
    columns = _of_columns(table)
    least = min(columns.values(), default=Decimal(1))
    scored = []
    fields = dict.fromkeys((name for name in _FIELDS if name in table.mapping), Decimal(1))
    for line in lines:
        values = {name: _of_reading(one) for name, one in line.evidence.items() if name in _FIELDS}
        scored.append(replace(line, confidence=least * min(values.values(), default=Decimal(1))))
        for name, value in values.items():
            fields[name] = min(fields.get(name, value), value)
    return tuple(scored), {
        name: score * columns.get(name, Decimal(1)) for name, score in fields.items()
    }


def of_header(evidence: Mapping[str, Evidence]) -> dict[str, Decimal]:
    """The score of each value that stands around the lines."""
    return {
        name: Decimal(1) if one.reading.startswith(("label", "person")) else _UNLABELLED
        for name, one in evidence.items()
    }


def settled(order: Order, issues: Iterable[Issue], calibration: Calibration) -> Order:
    """The order with open questions counted in, and scores as shares that were right."""
    asked = [one for one in issues if one.open]
    cells = {cell for one in asked for cell in one.cells}
    told = {line for one in asked for line in one.lines}
    fields = {field for one in asked for field in (*one.fields, one.target.rpartition(":")[2])}
    lines = tuple(_doubted(line, cells, told) for line in order.lines)
    sure = {name: score * (_DOUBTED if name in fields else 1) for name, score in order.sure.items()}
    whole = min((*(line.confidence for line in lines), *sure.values()), default=Decimal(0))
    whole *= _DOUBTED if asked else 1
    return replace(
        order,
        lines=tuple(_stated(line, calibration) for line in lines),
        sure={name: share_of(score, calibration.values) for name, score in sure.items()},
        confidence=share_of(whole, calibration.orders) if order.lines else Decimal(0),
    )


def _doubted(line: Line, cells: set[str], told: set[str]) -> Line:
    asked = line.line_id in told or any(one.address in cells for one in line.evidence.values())
    return replace(line, confidence=line.confidence * _DOUBTED) if asked else line


def _stated(line: Line, calibration: Calibration) -> Line:
    stated = share_of(line.confidence, calibration.values)
    return line if stated == line.confidence else replace(line, confidence=stated)


def _of_columns(table: Table) -> dict[str, Decimal]:
    """The share of the votes behind each column that lines take their values from."""
    shares = {}
    for one in table.counts:
        if one.field in _FIELDS and one.field in table.mapping and one.field not in table.chosen:
            voters = {vote.member for vote in table.votes if vote.field == one.field}
            lone = len(voters) == 1 or one.field in table.swayed
            shares[one.field] = one.share * (_LONE if lone else 1)
    return shares


def _of_reading(witness: Evidence) -> Decimal:
    inferred = any(part in witness.reading for part in _TOLD_ELSEWHERE)
    return _INFERRED if inferred else Decimal(1)
