"""Orders mixed at random in thirteen languages: what is ready is right, and no line vanishes."""

import pytest
from grids import grid
from mixtures import Mixture, mixed

from orders.order import Order
from orders.reader import read
from orders.reading import Result

SEEDS = range(250)


def wrong_of(order: Order, truth: Mixture) -> list[tuple[object, ...]]:
    """Every value that an order has otherwise than the file says it."""
    head = {name: getattr(order, name) or None for name in truth.head}
    found = [(name, head[name], told) for name, told in truth.head.items() if head[name] != told]
    lines = {line.row: line for line in order.lines}
    if lines.keys() != truth.lines.keys():
        return [*found, ("rows", sorted(lines), sorted(truth.lines))]
    return found + [
        (row, name, getattr(lines[row], name), value)
        for row, told in truth.lines.items()
        for name, value in told.items()
        if getattr(lines[row], name) != value
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_ready_is_what_the_file_says(seed):
    truth = mixed(seed)
    reading = read(grid(truth.drawing))
    assert reading.result is not Result.REFUSED, truth.drawing
    (order,) = reading.orders
    asked = {name for one in reading.issues if one.open for name in one.fields}
    wrong = [one for one in wrong_of(order, truth) if not asked.intersection(map(str, one))]
    assert wrong == [], truth.drawing


def test_most_of_them_ask_nothing():
    readings = [read(grid(mixed(seed).drawing)) for seed in SEEDS]
    asked = [sum(one.open for one in reading.issues) for reading in readings]
    assert sum(count == 0 for count in asked) > 0.7 * len(asked)
    assert sum(count > 1 for count in asked) < 0.05 * len(asked)
