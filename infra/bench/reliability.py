"""Whether stated confidence is the share that was right; how to mend it.

`python -m infra.bench.reliability` fits the tables of `orders.calibration` anew, from the building
half of the generated and the hard corpus: rising steps, each with at least a few dozen cases, with
one more wrong and one more right than were seen, so that no step says certainty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from rich.table import Table

from infra.bench.corpus import Case, agrees, load
from orders.calibration import RAW
from orders.hints import Hints
from orders.order import Order
from orders.reader import read

_EDGES = tuple(Decimal(edge) for edge in ("0", "0.5", "0.7", "0.9", "0.95", "0.99", "0.999"))
_FEWEST = 30

Pairs = list[tuple[Decimal, bool]]


@dataclass(slots=True)
class Observed:
    """What was stated and whether it was right, by values of lines and by whole orders."""

    values: Pairs = field(default_factory=list)
    orders: Pairs = field(default_factory=list)

    def take(self, case: Case, order: Order) -> None:
        """Compare one order with its truth."""
        rows = {int(line["row"]): line for line in case.lines}
        whole = len(order.lines) == len(rows)
        for line in order.lines:
            truth = rows.get(line.row, {})
            for name in line.evidence.keys() & truth.keys():
                right = agrees(getattr(line, name), truth[name])
                self.values.append((line.confidence, right))
                whole = whole and right
            whole = whole and bool(truth)
        head = {name: truth for name, truth in case.truth.items() if name != "row"}
        told = {name: getattr(order, name) for name in head}
        wrong = [
            name for name in head if told[name] is not None and not agrees(told[name], head[name])
        ]
        self.orders.append((order.confidence, whole and not wrong))


def observe(cases: Iterable[Case], hints: Hints) -> Observed:
    """Read every case that is one order; wherever lines came of it, take what was stated."""
    observed = Observed()
    for case in cases:
        reading = read(case.workbook, hints=hints)
        if case.kind == "order" and len(reading.orders) == 1 and reading.orders[0].lines:
            observed.take(case, reading.orders[0])
    return observed


def reliability(pairs: Pairs, title: str) -> Table:
    """By bins of what was stated: how many, the mean stated, the share that was right."""
    table = Table("stated", "cases", "mean stated", "right", title=title, box=None)
    for low, high in zip(_EDGES, (*_EDGES[1:], Decimal(2)), strict=True):
        found = [(stated, right) for stated, right in pairs if low <= stated < high]
        if found:
            mean = sum(stated for stated, _ in found) / len(found)
            share = sum(right for _, right in found) / len(found)
            table.add_row(
                f"{low} to {min(high, Decimal(1))}", str(len(found)), f"{mean:.4f}", f"{share:.4f}"
            )
    return table


def fit(pairs: Pairs) -> list[tuple[Decimal, Decimal]]:
    """Rising steps of score and share (pool adjacent violators)."""
    blocks: list[_Block] = []
    for score, right in sorted(pairs):
        block = _Block(score, 1, int(right))
        if blocks and blocks[-1].floor == score:
            block = blocks.pop().joined(block)
        blocks.append(block)
    pooled: list[_Block] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and (
            pooled[-2].share >= pooled[-1].share or pooled[-2].seen < _FEWEST
        ):
            last = pooled.pop()
            pooled.append(pooled.pop().joined(last))
    return [(block.floor, block.share) for block in pooled]


@dataclass(frozen=True, slots=True)
class _Block:
    floor: Decimal
    seen: int
    right: int

    @property
    def share(self) -> Decimal:
        return (Decimal(self.right + 1) / (self.seen + 2)).quantize(Decimal("0.0001"))

    def joined(self, later: "_Block") -> "_Block":
        return replace(self, seen=self.seen + later.seen, right=self.right + later.right)


def main() -> None:
    """Print both tables, ready to be pasted."""
    observed = observe(load(held_out=False), Hints(calibration=RAW))
    parts: Sequence[tuple[str, Any]] = (("values", observed.values), ("orders", observed.orders))
    for name, pairs in parts:
        print(name)
        for floor, share in fit(pairs):
            print(f"    {floor:.4f} {share}")


if __name__ == "__main__":
    main()
