"""The import contracts hold, and each breaks when a fault is planted in a copy of the rooms."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOMS, ROOT

PLANTS = {
    "Floors": ("orders/planted.py", "import runtime.settings"),
    "Machines are strangers": ("activities/books/planted.py", "import activities.notify.publish"),
    "Dev servers share no code": ("infra/devservers/books/planted.py", "import orders.order"),
    "Dev servers are strangers": (
        "infra/devservers/books/sly.py",
        "import infra.devservers.teams.app",
    ),
    "Dev servers are started": ("infra/planted.py", "import infra.devservers.books.app"),
    "One door to the Bot Framework": ("bot/planted.py", "import botbuilder.core"),
    "One door to spreadsheets": ("activities/casefile/planted.py", "import python_calamine"),
    "One door to language models": ("activities/casefile/sly.py", "import pydantic_ai"),
    "One door to cryptography": ("runtime/planted.py", "import cryptography"),
    "One door to settings": ("runtime/own.py", "import pydantic_settings"),
    "One door to the workflow classes": ("bot/sly.py", "import workflows.order"),
    "What the workflow does inside": ("activities/notify/planted.py", "import workflows.steps"),
    "No clock, dice": ("cards/planted.py", "import time"),
    "No circles": ("orders/circle/__init__.py", "import orders.ring"),
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """What lint-imports says of the rooms with every fault planted at once."""
    folder = tmp_path_factory.mktemp("rooms")
    for room in ROOMS:
        leave = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / room, folder / room, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, line in [*PLANTS.values(), ("orders/ring.py", "import orders.circle")]:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'"""Planted."""\n{line}\n', "utf-8")
    return lint(folder)


def lint(folder):
    tool = Path(sys.executable).parent / "lint-imports"
    plain = os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200"}
    command = [tool, "--no-cache"]
    said = subprocess.run(
        command, cwd=folder, env=plain, capture_output=True, text=True, check=False
    )
    return said.returncode, said.stdout + said.stderr


def test_the_contracts_hold():
    code, said = lint(ROOT)
    assert code == 0, said


def test_every_contract_has_its_plant():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    names = [
        line[8:-1]
        for line in text.splitlines()
        if line.startswith('name = "') and line[8:9].isupper()
    ]
    assert [name for name in names if not any(name.startswith(one) for one in PLANTS)] == []


@pytest.mark.parametrize("contract", PLANTS)
def test_a_planted_import_breaks_its_contract(broken, contract):
    code, said = broken
    lines = [line for line in said.splitlines() if line.startswith(contract)]
    assert code == 1, said
    assert lines, said
    assert lines[0].endswith("BROKEN"), said
