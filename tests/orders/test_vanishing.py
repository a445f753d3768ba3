"""Between lines stands what people leave there; every line is read, or somebody is told of it."""

import random
from collections.abc import Iterable

import pytest
from grids import grid
from mixtures import TONGUES

from orders.issue import Issue
from orders.reader import read
from orders.reading import Result
from orders.sheet import parse_address

SEEDS = range(300)
_SPOILT = {"sku": 0.05, "price": 0.04, "total": 0.03, "name": 0.02, "count": 0.02}
"""How often a line lacks a value."""
_COUNTS = {"TBD": 0.02, "1 box": 0.02, "0": 0.01}
"""What stands now and then where a quantity should."""


def disturbed(seed: int) -> tuple[str, set[int]]:
    """An order with things between its lines, and the rows of the lines."""
    chance = random.Random(seed)  # noqa: S311 - the same orders everywhere
    heads = TONGUES[chance.choice(sorted(TONGUES))].heads.split("|")
    names = ["sku", "name", "count", "price", "total"]
    shown = [name for name in names if name in ("name", "count") or chance.random() < 0.75]
    header = [heads[{"price": 4, "total": 6}.get(name, names.index(name))] for name in shown]
    rows = [["Customer:", "Acme Ltd"], [], header] if chance.random() < 0.8 else [header]
    lines: set[int] = set()
    for _ in range(chance.randint(2, 14)):
        line = _line(chance)
        if any(line[name] for name in shown):
            rows.append([line[name] for name in shown])
            lines.add(len(rows))
            rows += _between(chance, header)
    return "\n".join("|".join(row) if any(row) else "." for row in rows), lines


def _line(chance: random.Random) -> dict[str, str]:
    count, price = chance.randint(1, 60), chance.randint(50, 9900)
    code = chance.choice("ABCK") + chance.choice(("-", ".", "")) + str(chance.randint(10, 9999))
    name = f"{chance.choice(('Rope', 'Hook', 'Lamp'))} {chance.choice(('red', '10 m', 'XL'))}"
    money = {"price": f"{price / 100:.2f}", "total": f"{count * price / 100:.2f}"}
    line = {"sku": code, "name": name, "count": str(count), **money}
    for value, often in _COUNTS.items():
        line["count"] = value if chance.random() < often else line["count"]
    missing = [one for one, often in _SPOILT.items() if chance.random() < often]
    return line | dict.fromkeys(missing, "")


def _between(chance: random.Random, header: list[str]) -> list[list[str]]:
    kinds: list[list[list[str]]] = [
        [[]], [[], []], [[], [], []], [["Please deliver before noon"]], [header], [["Garden"]],
    ]  # fmt: skip
    return chance.choice(kinds) if chance.random() < 0.15 else []


def _told(issues: Iterable[Issue]) -> set[int]:
    """The rows that issues name, by their cells or as the rows that are asked about."""
    rows: set[int] = set()
    for one in issues:
        rows |= {parse_address(cell.rpartition("!")[2])[0] for cell in one.cells}
        listed = one.target.rpartition("!")[2] if one.target.startswith("row:") else ""
        rows |= {int(row) for row in listed.split(",") if row}
    return rows


@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_vanishes_without_a_word(seed):
    """Naive: a row that is no line by the rule at hand is passed over."""
    drawing, lines = disturbed(seed)
    reading = read(grid(drawing))
    assert reading.result is not Result.REFUSED, drawing
    read_rows = {line.row for order in reading.orders for line in order.lines}
    assert lines - read_rows - _told(reading.issues) == set(), drawing
