"""The naive version of each protection, and whether it still fits."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

FOLDER = Path("tests") / "naive"
_TEST = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)
_THREAT = re.compile(r"(?<=_)[bf]\d{2,3}(?=_|$)")


class Unfit(ValueError):
    """A plant that no longer fits the tree."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One passage of a file, and what stands there in the naive version."""

    file: str
    text: str
    naive: str

    def apply(self, source: str) -> str:
        """The file's text with the naive passage in it.

        Raises:
            Unfit: the passage does not occur exactly once.
        """
        found = source.count(self.text)
        if found != 1:
            raise Unfit(f"{self.file} holds the passage {found} times: {self.text[:60]!r}")
        return source.replace(self.text, self.naive)


@dataclass(frozen=True, slots=True)
class Plant:
    """What somebody who never heard of the threat would have written.

    `tests` names the tests that must turn red; without it they are all that carry the number.
    """

    threat: str
    says: str
    edits: tuple[Edit, ...]
    tests: tuple[str, ...] = ()

    def render(self, tree: Path) -> dict[Path, str]:
        """Every file it changes, with its naive text. Raises `Unfit`."""
        changed: dict[Path, str] = {}
        for edit in self.edits:
            path = tree / edit.file
            changed[path] = edit.apply(changed.get(path) or path.read_text("utf-8"))
        return changed


def load_plants(tree: Path) -> list[Plant]:
    """Every plant of the tree, by number."""
    told = (yaml.safe_load(path.read_text("utf-8")) for path in (tree / FOLDER).glob("*.yaml"))
    read = TypeAdapter(list[Plant]).validate_python
    return sorted((plant for one in told for plant in read(one)), key=lambda plant: plant.threat)


def numbered_tests(tree: Path, number: re.Pattern[str] = _THREAT) -> dict[str, list[str]]:
    """Where the tests of each number are, as pytest names them; `number` finds it in a name."""
    found: dict[str, list[str]] = {}
    for path in sorted((tree / "tests").rglob("test_*.py")):
        for name in _TEST.findall(path.read_text("utf-8")):
            for one in set(number.findall(name)):
                found.setdefault(one.upper(), []).append(f"{path.relative_to(tree)}::{name}")
    return found


def choose(plant: Plant, numbered: dict[str, list[str]]) -> list[str]:
    """The tests that must turn red. Raises `Unfit` where there are none of that name."""
    known = numbered.get(plant.threat, [])
    wanted = [test for test in known if not plant.tests or test.split("::")[1] in plant.tests]
    if not wanted or len(wanted) < len(plant.tests):
        raise Unfit(f"{plant.threat} has no such tests: {', '.join(plant.tests) or 'none at all'}")
    return wanted


def find_unfit(tree: Path) -> list[str]:
    """What is wrong with the plants of a tree: passages, syntax, tests."""
    numbered, wrong = numbered_tests(tree), []
    for plant in load_plants(tree):
        try:
            choose(plant, numbered)
            for path, text in plant.render(tree).items():
                if path.suffix == ".py":
                    compile(text, str(path), "exec")
        except (Unfit, OSError, SyntaxError) as error:
            wrong.append(f"{plant.threat}: {error}")
    return wrong
