"""Scores readings against the truth of a corpus: right, asked, wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console

from infra.bench.corpus import Case, agrees, generated, hard
from infra.bench.reliability import Observed, reliability
from orders.order import Line, Order
from orders.reader import read
from orders.reading import Reading, Result
from orders.riding import asked
from orders.sheet import Workbook

Read = Callable[[Workbook], Reading]


@dataclass(slots=True)
class Report:
    """What came of a corpus. `wrong_certain` must be empty: wrong values in orders called ready."""

    orders: int = 0
    ready: int = 0
    one_question: int = 0
    refused_orders: list[str] = field(default_factory=list)
    others: int = 0
    others_ready: list[str] = field(default_factory=list)
    wrong_certain: list[str] = field(default_factory=list)
    wrong_asked: list[str] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    questions: Counter[str] = field(default_factory=Counter)
    observed: Observed = field(default_factory=Observed)

    def accuracy(self) -> dict[str, float]:
        """The share of right values by field, over all true values."""
        return {name: self.right[name] / count for name, count in sorted(self.seen.items())}


def score(cases: Iterable[Case], read: Read) -> Report:
    """Read every case and compare."""
    report = Report()
    for case in cases:
        reading = read(case.workbook)
        if case.kind == "order":
            _score_order(case, reading, report)
        else:
            report.others += 1
            if reading.result is Result.READY:
                report.others_ready.append(case.name)
    return report


def _score_order(case: Case, reading: Reading, report: Report) -> None:
    report.orders += 1
    if len(reading.orders) == 1 and reading.orders[0].lines:
        report.observed.take(case, reading.orders[0])
    questions = asked(reading.issues)
    report.questions.update({one.code for one in questions})
    report.ready += reading.result is Result.READY
    report.one_question += reading.result is Result.QUESTIONS and len(questions) == 1
    if reading.result is Result.REFUSED:
        report.refused_orders.append(f"{case.name}: {reading.reason}")
    wrong = list(_compare(case, reading.orders[0] if reading.orders else None, report))
    if wrong:
        kept = report.wrong_certain if reading.result is Result.READY else report.wrong_asked
        kept.append(f"{case.name}: {', '.join(wrong[:4])}")


def _compare(case: Case, order: Order | None, report: Report) -> Iterable[str]:
    if order is None:
        return
    for name, value in case.truth.items():
        if name != "row":
            yield from _compare_value(name, value, getattr(order, name), report)
    if len(order.lines) != len(case.lines):
        yield f"{len(order.lines)} lines instead of {len(case.lines)}"
    by_row = {line.row: line for line in order.lines}
    for line in case.lines:
        yield from _compare_line(line, by_row.get(int(line["row"])), report)


def _compare_line(truth: Mapping[str, Any], line: Line | None, report: Report) -> Iterable[str]:
    if line is None:
        yield f"line {truth['row']} lost"
        return
    for name, value in truth.items():
        if name != "row":
            found = _compare_value(name, value, getattr(line, name), report)
            yield from (f"row {line.row} {one}" for one in found)


def _compare_value(name: str, truth: Any, value: Any, report: Report) -> Iterable[str]:
    report.seen[name] += 1
    same = agrees(value, truth)
    report.right[name] += same
    # A missing value is not a wrong one, unless nobody is asked for what an order needs.
    if not same and (value is not None or name == "quantity"):
        yield f"{name} {value!r} instead of {truth!r}"


def run_reading_bench(console: Console, *, held_out: bool = False, seeds: int = 3) -> int:
    """Score the corpora (one half of them) and print the figures; 1 when anything certain is wrong."""
    half = "held out" if held_out else "for building"
    corpora = {
        f"generated, {half}": generated(held_out=held_out, seeds=seeds),
        f"hard, {half}": hard(held_out=held_out, seeds=seeds),
    }
    wrong = False
    observed = Observed()
    for title, cases in corpora.items():
        report = score(cases, read)
        _print(console, title, report)
        wrong = wrong or bool(report.wrong_certain or report.others_ready)
        observed.values += report.observed.values
        observed.orders += report.observed.orders
    console.print(reliability(observed.values, "confidence of values, and how many were right"))
    console.print(reliability(observed.orders, "confidence of orders, and how many were right"))
    return 1 if wrong else 0


def _print(console: Console, title: str, report: Report) -> None:
    easy = report.ready + report.one_question
    console.print(f"{title}: {report.orders} orders, ready {report.ready},", end=" ")
    console.print(
        f"one question {report.one_question} (together {easy / max(report.orders, 1):.1%}),",
        end=" ",
    )
    console.print(f"refused {len(report.refused_orders)}")
    console.print(f"  no orders: {report.others}, called ready {len(report.others_ready)}")
    console.print(f"  wrong but certain: {len(report.wrong_certain)}")
    for line in (*report.wrong_certain, *report.others_ready, *report.refused_orders):
        console.print(f"    {line}", markup=False)
    for name, share in report.accuracy().items():
        console.print(f"    {name:<14} {share:7.2%} of {report.seen[name]}")
