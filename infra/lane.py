"""Operators' view of the auto-create lane: report, stop, start."""

from rich.console import Console
from rich.table import Table

from infra.store import opened_store, opened_trail
from orders.laning import STOP, LaneFigures, sum_up
from runtime.settings import LaneSettings, load_group

_SHOWN = 20


async def report_lane(console: Console) -> int:
    """Print how often the lane and people agreed; 0, or 1 where they ever did not."""
    async with opened_store() as store:
        entries, stopped = await store.lane_entries(), await store.switch(STOP)
    figures = sum_up(entries)
    stage = load_group(LaneSettings).stage
    console.print(f"stage: {stage}{f', stopped by {stopped}' if stopped else ''}", markup=False)
    console.print(f"orders judged: {len(entries)}")
    _print_counts(console, figures)
    return 1 if figures.disputed else 0


def _print_counts(console: Console, figures: LaneFigures) -> None:
    for title, counts in (("verdict", figures.verdicts), ("condition not met", figures.unmet)):
        table = Table(title, "orders")
        for name, count in counts.most_common():
            table.add_row(name, str(count))
        console.print(table)
    agreement = figures.agreement
    known = "no candidate was decided yet" if agreement is None else f"{agreement:.1%}"
    console.print(f"people approved unchanged what the lane would have drafted: {known}")
    for entry in figures.disputed[:_SHOWN]:
        console.print(f"  {entry.code}: {entry.verdict} ({entry.status})")


async def switch_lane(console: Console, by: str) -> int:
    """Stop the lane (`by` says who) or let it go on (empty); every worker obeys at once."""
    async with opened_trail() as (trail, who):
        await trail.note(who, f"ops.lane_{'stopped' if by else 'started'}", name=by)
        await trail.store.set_switch(STOP, by)
    console.print("the lane is stopped" if by else "the lane goes on")
    return 0
