"""Runs the tests of a threat against its naive version, in a copy."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from infra.naive.plants import Plant

_STATE = ".desk"
_OURS = ("COVERAGE_", "PYTEST_", "PYTHON")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: which of the tests were red, each with its reason, and pytest's last line."""

    tests: int
    red: Mapping[str, str]
    said: str = ""

    @property
    def caught(self) -> bool:
        """Whether a test saw the naive version."""
        return bool(self.red)


def copy_tree(root: Path, to: Path) -> Path:
    """Every tracked file; the installed packages are linked, the checkout is never touched."""
    asked = ["git", "-C", str(root), "ls-files", "-z"]
    listed = subprocess.run(asked, capture_output=True, check=True)  # noqa: S603 - git, no shell
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, to / name)
    (to / _STATE).symlink_to(root / _STATE)
    return to


def try_plant(tree: Path, plant: Plant, tests: Sequence[str]) -> Outcome:
    """Run the tests with the plant in the copy."""
    with planted(tree, plant):
        return run_tests(tree, tests)


@contextmanager
def planted(tree: Path, plant: Plant) -> Iterator[None]:
    """The copy with the plant's edits in it, and afterwards without."""
    changed = plant.render(tree)
    before = {path: path.read_bytes() for path in changed}
    for path, text in changed.items():
        _put(path, text.encode())
    try:
        yield
    finally:
        for path, content in before.items():
            _put(path, content)


def _put(path: Path, content: bytes) -> None:
    """Write a file and forget its bytecode, which Python knows only by whole second and length."""
    path.write_bytes(content)
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def run_tests(tree: Path, tests: Sequence[str]) -> Outcome:
    """Run these tests in the copy."""
    witness = tree / "witness.jsonl"
    witness.write_text("", "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "infra.witness", "-q"]
    command += ["-p", "no:cacheprovider", "--witness", str(witness), *tests]
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=tree, env=_environment(tree), capture_output=True, text=True, check=False
    )
    told = [json.loads(line) for line in witness.read_text("utf-8").splitlines()]
    said = next(reversed(ran.stdout.splitlines()), "pytest did not run")
    return Outcome(len(tests), {one["test"]: one["why"] for one in told}, said)


def _environment(tree: Path) -> dict[str, str]:
    """Ours, without what belongs to a run of tests that this one may be part of."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
    return {**kept, "PYTHONPATH": str(tree)}
