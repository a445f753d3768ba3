"""The tool itself: in a small project, and once in this one."""

import io
import subprocess
from functools import partial

import pytest
from rich.console import Console

from infra.naive import run_naive
from infra.naive.plants import choose, load_plants, numbered_tests
from infra.naive.trial import copy_tree, try_plant
from orders.errors import SettingsError
from tests.architecture.tree import ROOT, plant

BORROWED = ("infra/__init__.py", "infra/witness.py")
TOY = {
    "toy.py": "def allowed(age):\n    return age >= 18\n",
    "tests/test_toy.py": (
        "import toy\n"
        "def test_b901_children_are_refused(): assert not toy.allowed(17)\n"
        "def test_b902_grown_ups_are_not(): assert toy.allowed(30)\n"
        "def test_b903_always_red(): assert toy.allowed(5)\n"
    ),
    "tests/naive/toy.yaml": (
        "- {threat: B901, says: All., edits: [{file: toy.py, text: age >= 18, naive: 'True'}]}\n"
        "- {threat: B901, says: No name., edits: [{file: toy.py, text: age >= 18, naive: agee}]}\n"
        "- {threat: B902, says: Old., edits: [{file: toy.py, text: '18', naive: '21'}]}\n"
        "- {threat: B903, says: Red., edits: [{file: toy.py, text: '18', naive: '19'}]}\n"
    ),
}


@pytest.fixture
def toy(tmp_path):
    """A project of one module, one test file, and versions that are caught and not."""
    borrowed = {name: (ROOT / name).read_text("utf-8") for name in BORROWED}
    root = plant(tmp_path / "toy", {**TOY, **borrowed})
    run = partial(subprocess.run, cwd=root, check=True)
    run(["git", "init", "-q"])
    run(["git", "add", "-A"])
    return root


def test_what_no_test_sees_by_itself_is_not_caught(toy):
    said = io.StringIO()
    assert run_naive(toy, [], Console(file=said, width=200)) == 1
    lines = [line for line in said.getvalue().splitlines() if line]
    assert [line.split()[:2] for line in lines[:4]] == [
        ["B901", "caught"], ["B901", "NOT"], ["B902", "NOT"], ["B903", "caught"],
    ]  # fmt: skip
    assert lines[4].startswith("B903 NOT CAUGHT after all")
    assert lines[-1] == "1 of 4 caught"
    assert (toy / "toy.py").read_text("utf-8") == TOY["toy.py"]


def test_a_number_without_a_naive_version_is_named(toy):
    with pytest.raises(SettingsError, match="B999"):
        run_naive(toy, ["b999"], Console(file=io.StringIO()))


def test_a_real_naive_version_is_caught_in_a_copy(tmp_path):
    tree = copy_tree(ROOT, tmp_path / "tree")
    one = next(one for one in load_plants(ROOT) if one.threat == "B031")
    outcome = try_plant(tree, one, choose(one, numbered_tests(ROOT)))
    assert outcome.caught
    assert (tree / one.edits[0].file).read_bytes() == (ROOT / one.edits[0].file).read_bytes()
