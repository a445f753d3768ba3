"""The score of readings: right, missing, wrong, and wrong but certain."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from rich.console import Console

from infra.bench import run_bench
from infra.bench.reading import run_reading_bench, score
from orders.errors import SettingsError
from orders.order import Line, Order
from orders.reading import Reading, Result
from orders.sheet import Workbook


@dataclass
class Case:
    name: str = "a"
    kind: str = "order"
    truth: Mapping[str, Any] = field(default_factory=lambda: {"customer": "Ada", "row": 1})
    lines: tuple[Mapping[str, Any], ...] = ({"row": 2, "sku": "A-1", "quantity": Decimal(3)},)
    held_out: bool = False
    workbook: Workbook = field(default_factory=lambda: Workbook("csv", ()))


def order(customer="Ada", **line):
    told = {"row": 2, "sku": "A-1", "quantity": Decimal(3), **line}
    return Order("S", (1,), {}, (Line("L001", **told),), customer)


def scored(reading, case=None):
    return score([case or Case()], lambda _workbook: reading)


def test_what_is_right_counts_by_field():
    report = scored(
        Reading(Result.READY, orders=(order(" Ada "),)), Case(truth={"customer": "Ada"})
    )
    assert (report.orders, report.ready) == (1, 1)
    assert report.accuracy()["quantity"] == 1
    assert report.wrong_certain == report.wrong_asked == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (order(sku="A-2"), "a: row 2 sku 'A-2' instead of 'A-1'"),
        (order(quantity=None), "a: row 2 quantity None instead of Decimal('3')"),
        (order(row=9), "a: line 2 lost"),
        (Order("S", (1,), {}, (), "Ada"), "a: 0 lines instead of 1, line 2 lost"),
    ],
)
def test_a_wrong_value_is_certain_when_the_order_is_called_ready(found, said):
    assert scored(Reading(Result.READY, orders=(found,))).wrong_certain == [said]
    asked = scored(Reading(Result.QUESTIONS, orders=(found,)))
    assert (asked.wrong_certain, asked.wrong_asked) == ([], [said])


def test_a_missing_value_is_not_a_wrong_one():
    report = scored(Reading(Result.READY, orders=(order(sku=None),)))
    assert report.wrong_certain == []
    assert report.accuracy()["sku"] == 0


def test_an_order_refused_is_told_with_its_reason():
    report = scored(Reading(Result.REFUSED, reason="NO_TABLE"))
    assert report.refused_orders == ["a: NO_TABLE"]


def test_what_is_no_order_must_not_be_called_ready():
    case = Case(kind="other")
    assert scored(Reading(Result.READY), case).others_ready == ["a"]
    assert scored(Reading(Result.REFUSED), case).others_ready == []


def test_both_halves_of_the_corpora_are_scored_apart_with_their_reliability():
    told = []
    for held_out in (False, True):
        page = io.StringIO()
        assert run_reading_bench(Console(file=page), held_out=held_out, seeds=1) == 0, (
            page.getvalue()
        )
        told.append(page.getvalue())
    assert told[0].startswith("generated, for building: ")
    assert told[1].startswith("generated, held out: ")
    for page in told:
        assert "hard, " in page
        assert page.count("mean stated") == 2


async def test_a_bench_that_is_not_there_is_one_sentence():
    with pytest.raises(SettingsError, match="no bench called 'sleep'"):
        await run_bench("sleep", Console(file=io.StringIO()))
