"""`./desk bench known`: a file with a known template against a vote."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from rich.console import Console

from orders.case import CaseDocument
from orders.catalogue import Customer, CustomerMatch, Matches
from orders.hints import Hints
from orders.reading import Reading
from orders.remembering import fingerprints_of, read_remembering, template_of
from orders.sheet import Cell, CellKind, Sheet, Workbook
from orders.template import Template

LINES, ROUNDS = 50, 15
_HEAD = ("Item Code", "Name", "Amount", "Price", "Total")


def run_known_bench(console: Console) -> int:
    """Read fifty lines with and without the template, and print the medians of one run."""
    workbook = fifty_lines()
    known = confirmed(workbook)

    def recalled() -> Reading:
        fingerprints_of(workbook)
        return read_remembering(workbook, [known], hints=Hints())

    voted = _median(lambda: read_remembering(workbook, [], hints=Hints()))
    used = _median(recalled)
    console.print(
        f"{LINES} lines, CPU time, median of {ROUNDS}: by vote {voted * 1000:.1f} ms, by a known template"
        f" {used * 1000:.1f} ms (ratio {used / voted:.2f}), votes cast"
        f" {sum(vote.member != 'memory' for vote in recalled().votes)}",
        highlight=False,
    )
    return 0


def fifty_lines() -> Workbook:
    """An order of fifty lines."""
    rows: list[tuple[str | Decimal, ...]] = [("Customer:", "Acme Retail"), _HEAD]
    for number in range(1, LINES + 1):
        quantity, price = Decimal(number % 9 + 1), Decimal(number) + Decimal("0.5")
        rows.append((f"A-{number:03}", f"Rope {number}", quantity, price, quantity * price))
    cells = {
        (row, column): Cell(value, CellKind.TEXT if isinstance(value, str) else CellKind.NUMBER)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
    }
    return Workbook("xlsx", (Sheet("Order", cells),))


def confirmed(workbook: Workbook) -> Template:
    """The template that an approval of this order would leave."""
    reading = read_remembering(workbook, [], hints=Hints())
    match = CustomerMatch("Acme Retail", Customer("1", "Acme Retail"))
    case = CaseDocument("o", "K7Q4MP", "t", "p", "P", "c", "en", "", reading=reading)
    template = template_of(replace(case, matches=Matches(customer=match)))
    if template is None:
        raise LookupError("The bench's own order leaves no template.")
    return template


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)
