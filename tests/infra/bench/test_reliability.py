"""Stated confidence against what was right: bins, and rising steps."""

import io
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

from rich.console import Console

from infra.bench.corpus import hard
from infra.bench.reliability import Observed, fit, observe, reliability
from orders.evidence import Evidence
from orders.hints import Hints
from orders.order import Line, Order

SURE, UNSURE = Decimal("0.95"), Decimal("0.4")


def pairs(score, right, wrong):
    return [(score, True)] * right + [(score, False)] * wrong


def test_steps_rise_and_say_neither_certainty_nor_more_than_was_seen():
    steps = fit(pairs(UNSURE, 30, 20) + pairs(Decimal("0.7"), 10, 30) + pairs(SURE, 98, 0))
    assert [floor for floor, _ in steps] == [UNSURE, SURE]
    assert steps[0][1] < steps[1][1] == Decimal("0.9900")


def test_bins_show_the_mean_stated_and_the_share_that_was_right():
    page = io.StringIO()
    Console(file=page, width=100).print(reliability(pairs(SURE, 3, 1), "values"))
    assert page.getvalue().split()[-6:] == ["0.95", "to", "0.99", "4", "0.9500", "0.7500"]


def test_a_wrong_value_counts_against_its_line_and_its_order():
    told = {name: Evidence("S", "A2") for name in ("sku", "quantity")}
    line = Line("L1", 2, sku="A-1", quantity=Decimal(3), confidence=SURE, evidence=told)
    order = Order("S", (1,), {}, (line,), customer="Ada", confidence=UNSURE)
    truth = {"row": 2, "sku": "A-1", "quantity": Decimal(3)}
    case = SimpleNamespace(truth={"customer": "Ada", "row": 1}, lines=({**truth},))
    right, wrong, lost = Observed(), Observed(), Observed()
    right.take(case, order)
    wrong.take(case, replace(order, customer="Bob", lines=(replace(line, sku="A-2"),)))
    lost.take(case, replace(order, lines=(line, replace(line, row=3))))
    assert right.orders == [(UNSURE, True)]
    assert right.values == [(SURE, True), (SURE, True)]
    assert wrong.orders == lost.orders == [(UNSURE, False)]
    assert sorted(wrong.values) == [(SURE, False), (SURE, True)]


def test_hard_files_are_observed_where_lines_came_of_them():
    observed = observe(hard(held_out=True, seeds=1)[:6], Hints())
    assert observed.orders
    assert all(0 < stated < 1 for stated, _ in observed.orders)
