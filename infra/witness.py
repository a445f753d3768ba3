"""A pytest plugin that writes down why each test failed."""

import json
from pathlib import Path
from typing import Any

NOT_BEHAVIOUR = (ImportError, SyntaxError, NameError, RuntimeError)
"""A test that ends so says nothing about the protection; servers that do not start say RuntimeError."""


def pytest_addoption(parser: Any) -> None:
    """Add the name of the file to write to."""
    parser.addoption("--witness")


def pytest_runtest_makereport(item: Any, call: Any) -> None:
    """Write one line of JSON for a test's own failure; troubles around it are no evidence."""
    if call.excinfo is None or call.when != "call":
        return
    kind, value = call.excinfo.type, call.excinfo.value
    if issubclass(kind, NOT_BEHAVIOUR) or kind.__name__ == "Skipped":
        return
    told = {"test": item.nodeid.partition("[")[0], "why": f"{kind.__name__}: {value}"}
    with Path(item.config.getoption("witness")).open("a", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
