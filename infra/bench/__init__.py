"""Measuring: everything in one run, as ratios to something bare."""

from rich.console import Console

from orders.errors import SettingsError


async def run_bench(what: str, console: Console) -> int:
    """Run one bench by name.

    Raises:
        SettingsError: there is no such bench.
    """
    if what == "order":
        from infra.bench.order import run_order_bench  # noqa: PLC0415 - slow to import

        return await run_order_bench(console)
    raise SettingsError(f"There is no bench called {what!r}; there is: order.")
