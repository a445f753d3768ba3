"""Trying the tests: each protection taken out once, in a copy."""

import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from infra.naive.plants import Plant, choose, load_plants, numbered_tests
from infra.naive.trial import Outcome, copy_tree, run_tests, try_plant
from orders.errors import SettingsError


def run_naive(root: Path, numbers: Sequence[str], console: Console) -> int:
    """Try the naive versions of these numbers (all without); 1 where one was not caught.

    Raises:
        SettingsError: there is no plant for a number.
    """
    plants, numbered = load_plants(root), numbered_tests(root)
    wanted = {number.upper() for number in numbers} or {plant.threat for plant in plants}
    missing = sorted(wanted - {plant.threat for plant in plants})
    if missing:
        raise SettingsError(f"There is no naive version of {', '.join(missing)}.")
    chosen = {plant: choose(plant, numbered) for plant in plants if plant.threat in wanted}
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(*columns, console=console, transient=True) as progress,
    ):
        tree, task = copy_tree(root, Path(folder)), progress.add_task("")
        outcomes = {}
        for plant, tests in chosen.items():
            progress.reset(task, description=f"{plant.threat} {plant.says}")
            outcomes[plant] = try_plant(tree, plant, tests)
            console.print(draw_line(plant, outcomes[plant]), highlight=False, soft_wrap=True)
        progress.reset(task, description="what turned red, without any of them")
        seen = dict.fromkeys(chain(*(outcome.red for outcome in outcomes.values())))
        still_red = run_tests(tree, list(seen)).red if seen else {}
    missed = 0
    for plant, outcome in outcomes.items():
        proof = outcome.red.keys() - still_red.keys()
        missed += not proof
        if outcome.red and not proof:
            said = f"{plant.threat} [red]NOT CAUGHT[/] after all: red without it as well"
            console.print(said, highlight=False, soft_wrap=True)
    console.print(f"{len(outcomes) - missed} of {len(outcomes)} caught", highlight=False)
    return 1 if missed else 0


def draw_line(plant: Plant, outcome: Outcome) -> str:
    """One line: number, verdict, how many tests turned red, the naive version, the first reason."""
    said = "[green]caught[/]" if outcome.caught else "[red]NOT CAUGHT[/]"
    why = (
        next(iter(outcome.red.values()), outcome.said).partition("\n")[0][:100].replace("[", r"\[")
    )
    return f"{plant.threat} {said} {len(outcome.red)}/{outcome.tests} {plant.says} [dim]{why}[/]"
