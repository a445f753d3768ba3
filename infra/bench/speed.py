"""How long reading takes and how much it holds, against calamine alone.

Every file is read by python-calamine and by the desk in turns, so that both see the same noise; the
ratio of the two best times is what counts. End to end is all of it: the child is started, opens the
file and dumps its grid, the grid is loaded and read as an order.
"""

import gc
import resource
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from activities.workbook.reader import open_workbook
from infra.bench.corpus import module
from orders.hints import Hints
from orders.reader import read

_SIZES = (50, 10_000, 100_000)
_MOST_LINES = 10_000
_TURNS = 3


@dataclass(frozen=True, slots=True)
class Times:
    """The best of some turns, in seconds; `whole` is 0 where nothing was read end to end."""

    lines: int
    bare: float
    opened: float
    whole: float
    peak: float
    """Resident megabytes of the largest child so far."""


async def run_speed_bench(console: Console, sizes: tuple[int, ...] = _SIZES) -> int:
    """Print one row for each size; 0 always, for a ratio is no test."""
    table = Table(
        "lines", "calamine", "opened", "ratio", "end to end", "ratio", "child's peak", box=None
    )
    for size in sizes:
        one = await measure(size)
        table.add_row(
            f"{size:,}", f"{one.bare * 1000:.1f} ms", f"{one.opened * 1000:.1f} ms", f"{one.opened / one.bare:.1f}×",
            f"{one.whole * 1000:.0f} ms", f"{one.whole / one.bare:.0f}×", f"{one.peak:.0f} MB",
        )  # fmt: skip
    console.print(table)
    console.print(
        "opened: our reader in this process; end to end: child, grid, and the whole reading."
    )
    return 0


async def measure(lines: int) -> Times:
    """Read an order of so many lines both ways, some times in turns."""
    corpus = module("large")
    content: bytes = corpus.large_order(lines)
    bare: Callable[[bytes], object] = corpus.bare
    hints = Hints(max_lines=_MOST_LINES)

    async def whole() -> None:
        read(await open_workbook(content, "large.xlsx", Limits()), hints=hints)

    turns = [
        (_timed(lambda: bare(content)), _timed(lambda: open_content(content, "large.xlsx", Limits())), await _awaited(whole))
        for _ in range(_TURNS if lines <= _MOST_LINES else 2)
    ]  # fmt: skip
    best = [min(times) for times in zip(*turns, strict=True)]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return Times(lines, best[0], best[1], best[2], peak)


def _timed(work: Callable[[], object]) -> float:
    """With circles left alone, as in the child: looking for them is no part of reading."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    work()
    taken = time.perf_counter() - began
    gc.enable()
    return taken


async def _awaited(work: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
