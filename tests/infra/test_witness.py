"""What counts as a test that saw something."""

import json
from types import SimpleNamespace

import pytest

from infra.witness import pytest_runtest_makereport


@pytest.mark.parametrize(
    ("error", "when", "counts"),
    [
        (AssertionError("two"), "call", True),
        (TimeoutError(), "call", True),
        (ImportError("no module"), "call", False),
        (SyntaxError("odd"), "call", False),
        (NameError("x"), "call", False),
        (RuntimeError("a server did not start"), "call", False),
        (pytest.skip.Exception("not here"), "call", False),
        (AssertionError("a fixture"), "setup", False),
    ],
)
def test_only_a_tests_own_failure_counts(tmp_path, error, when, counts):
    file = tmp_path / "witness"
    config = SimpleNamespace(getoption={"witness": file}.get)
    item = SimpleNamespace(nodeid="tests/test_a.py::test_a[1]", config=config)
    caught = SimpleNamespace(type=type(error), value=error)
    pytest_runtest_makereport(item, SimpleNamespace(excinfo=caught, when=when))
    assert file.exists() == counts
    if counts:
        assert json.loads(file.read_text("utf-8"))["test"] == "tests/test_a.py::test_a"


def test_a_test_that_passes_leaves_no_word(tmp_path):
    pytest_runtest_makereport(None, SimpleNamespace(excinfo=None, when="call"))
