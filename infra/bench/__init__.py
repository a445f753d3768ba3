"""Measuring: everything in one run, as ratios to something bare."""

from rich.console import Console

from orders.errors import SettingsError


async def run_bench(
    what: str, console: Console, *, held_out: bool = False, speed: bool = False
) -> int:
    """Run one bench by name; `held_out` picks the half of the corpus that nobody builds with.

    `speed` measures how long reading takes instead of how right it is.

    Raises:
        SettingsError: there is no such bench.
    """
    if what == "order":
        from infra.bench.order import run_order_bench  # noqa: PLC0415 - slow to import

        return await run_order_bench(console)
    if what == "reading" and speed:
        from infra.bench.speed import run_speed_bench  # noqa: PLC0415 - slow to import

        return await run_speed_bench(console)
    if what == "reading":
        from infra.bench.reading import run_reading_bench  # noqa: PLC0415 - slow to import

        return run_reading_bench(console, held_out=held_out)
    if what == "matching":
        from infra.bench.matching import run_matching_bench  # noqa: PLC0415 - slow to import

        return run_matching_bench(console, held_out=held_out)
    if what == "known":
        from infra.bench.known import run_known_bench  # noqa: PLC0415 - slow to import

        return run_known_bench(console)
    raise SettingsError(
        f"There is no bench called {what!r}; there are: order, reading, matching, known."
    )
