"""Orders, cards and workflows see no clock, dice, environment or file."""

import ast

import pytest

from tests.architecture.tree import ROOT, dotted, modules, plant

PURE = ("orders", "cards", "workflows")
CALLS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now",
    "datetime.date.today", "datetime.datetime.utcnow", "jdatetime.date.today",
    "jdatetime.datetime.now", "uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4", "open", "input",
    "print", "asyncio.sleep", "asyncio.get_event_loop", "asyncio.open_connection",
}  # fmt: skip
MODULES = {"time", "random", "secrets", "os", "socket", "ssl", "subprocess", "threading",
           "multiprocessing", "tempfile", "shutil", "sqlite3", "http", "aiohttp", "httpx",
           "requests", "logging", "structlog"}  # fmt: skip
METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "open"}
READS = {"cards.catalogue", "orders.dictionary"}
"""These read texts that ship inside the package, through importlib.resources, once."""


def find_impure(root):
    return [
        f"{module.at(node)} {what}"
        for module in modules(root, *PURE)
        for node in ast.walk(module.tree)
        if (what := impurity(node, module.name))
    ]


def impurity(node, name):
    if isinstance(node, ast.Import):
        return next((a.name for a in node.names if a.name.partition(".")[0] in MODULES), "")
    if isinstance(node, ast.ImportFrom):
        return imported_from(node)
    if isinstance(node, ast.Call):
        return called(node, name)
    return ""


def imported_from(node):
    module = node.module or ""
    if module.partition(".")[0] in MODULES:
        return module
    return next((a.name for a in node.names if a.name in {"uuid1", "uuid4"}), "")


def called(node, name):
    said = dotted(node.func)
    if said in CALLS:
        return said
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return method if method in METHODS and name not in READS else ""


def test_what_is_pure_stays_pure():
    assert find_impure(ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "import time",
        "from random import choice",
        "from datetime import datetime\nnow = datetime.now()",
        "from datetime import date\ntoday = date.today()",
        "import uuid\nname = uuid.uuid4()",
        "from uuid import uuid4",
        "import os\nhome = os.environ['HOME']",
        "text = open('x').read()",
        "from pathlib import Path\ntext = Path('x').read_text()",
        "import asyncio\nasync def wait():\n    await asyncio.sleep(1)",
        "import aiohttp",
    ],
)
def test_a_planted_impurity_is_found(tmp_path, line):
    assert len(find_impure(plant(tmp_path, {"orders/planted.py": line}))) == 1
    assert find_impure(plant(tmp_path / "other", {"bot/planted.py": line})) == []
