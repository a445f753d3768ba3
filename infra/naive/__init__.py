"""Trying the tests: each protection taken out once, in a copy."""

import tempfile
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from infra.naive.plants import Plant, choose, load_plants, numbered_tests
from infra.naive.trial import Outcome, copy_tree, run_tests, try_plant
from orders.errors import SettingsError

Chosen = Mapping[Plant, Sequence[str]]
"""Plants, each with the tests that must turn red."""
Outcomes = Mapping[Plant, Outcome]


def run_naive(root: Path, numbers: Sequence[str], console: Console) -> int:
    """Try the naive versions of these numbers (all without); 1 where one was not caught.

    Raises:
        SettingsError: there is no plant for a number.
    """
    chosen = _choose(root, numbers)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(*columns, console=console, transient=True) as progress,
    ):
        tree = copy_tree(root, Path(folder))
        outcomes = _try_all(tree, chosen, progress)
        still_red = _red_anyway(tree, outcomes, progress)
    missed = [plant for plant in outcomes if not outcomes[plant].red.keys() - still_red]
    for plant in missed:
        if outcomes[plant].red:
            said = f"{plant.threat} [red]NOT CAUGHT[/] after all: red without it as well"
            console.print(said, highlight=False, soft_wrap=True)
    caught = len(outcomes) - len(missed)
    console.print(f"{caught} of {len(outcomes)} caught", highlight=False)
    return 1 if missed else 0


def _choose(root: Path, numbers: Sequence[str]) -> Chosen:
    plants, numbered = load_plants(root), numbered_tests(root)
    wanted = {number.upper() for number in numbers} or {plant.threat for plant in plants}
    missing = sorted(wanted - {plant.threat for plant in plants})
    if missing:
        raise SettingsError(f"There is no naive version of {', '.join(missing)}.")
    return {plant: choose(plant, numbered) for plant in plants if plant.threat in wanted}


def _try_all(tree: Path, chosen: Chosen, progress: Progress) -> Outcomes:
    """Each plant by itself, its verdict printed as it comes."""
    task, outcomes = progress.add_task(""), {}
    for plant, tests in chosen.items():
        progress.reset(task, description=f"{plant.threat} {plant.says}")
        outcomes[plant] = try_plant(tree, plant, tests)
        line = draw_line(plant, outcomes[plant])
        progress.console.print(line, highlight=False, soft_wrap=True)
    return outcomes


def _red_anyway(tree: Path, outcomes: Outcomes, progress: Progress) -> set[str]:
    """Which of the tests that turned red are red without any plant: they prove nothing."""
    progress.add_task("what turned red, without any of them")
    seen = dict.fromkeys(chain(*(outcome.red for outcome in outcomes.values())))
    return set(run_tests(tree, list(seen)).red) if seen else set()


def draw_line(plant: Plant, outcome: Outcome) -> str:
    """One line: number, verdict, how many tests turned red, the naive version, the first reason."""
    said = "[green]caught[/]" if outcome.caught else "[red]NOT CAUGHT[/]"
    reason = next(iter(outcome.red.values()), outcome.said)
    why = reason.partition("\n")[0][:100].replace("[", r"\[")
    return f"{plant.threat} {said} {len(outcome.red)}/{outcome.tests} {plant.says} [dim]{why}[/]"
