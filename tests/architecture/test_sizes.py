"""Files, functions and first lines keep their measure."""

import ast
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT, modules, plant

FILE = 300
BODY = 40
FIRST_LINE = 72


def find_long_files(root):
    return [
        f"{module.path}: {count}"
        for module in modules(root)
        if (count := len(module.text.splitlines())) > FILE
    ]


def find_long_functions(root):
    return [
        f"{module.at(node)} {node.name}: {count}"
        for module in modules(root)
        for node in module.functions()
        if (count := body_lines(node)) > BODY
    ]


def body_lines(node):
    """Lines of a function without its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def find_bad_first_lines(root):
    """Modules whose docstring is missing or whose first line is too long to be one."""
    return [
        str(module.path)
        for module in modules(root)
        if module.text.strip()
        and not 0 < len((ast.get_docstring(module.tree) or "").partition("\n")[0]) <= FIRST_LINE
    ]


def find_lint(root, rules):
    """What ruff, with the project's own limits, says against these rules, noqa or not."""
    command = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"),
               "--select", rules, "--ignore-noqa", "--output-format", "concise", "--no-cache", "-q",
               str(root)]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line for line in said.stdout.splitlines() if line]


def test_files_keep_their_measure():
    assert find_long_files(ROOT) == []


def test_functions_keep_their_measure():
    assert find_long_functions(ROOT) == []


def test_every_module_says_its_purpose():
    assert find_bad_first_lines(ROOT) == []


@pytest.mark.parametrize("rule", ["C901", "PLR0913", "BLE001,E722", "D100,D101,D102,D103,D104"])
def test_a_planted_fault_is_linted(tmp_path, rule):
    branches = "\n".join(f"    if a == {n}:\n        return {n}" for n in range(9))
    source = (
        f"def busy(a, b, c, d, e, f, g):\n{branches}\n"
        "    try:\n        return b\n    except Exception:\n        return c\n"
    )
    plant(tmp_path, {"planted.py": source})
    assert find_lint(tmp_path, rule)


def test_no_noqa_hides_a_busy_function():
    assert find_lint(ROOT, "C901,PLR0913") == []


def test_planted_sizes_are_found(tmp_path):
    long = "def run():\n    '''Run.'''\n" + "    print(1)\n" * (BODY + 1)
    plant(
        tmp_path,
        {
            "orders/long.py": '"""Long."""\n' + "x = 1\n" * FILE,
            "orders/loud.py": f'"""{"x" * (FIRST_LINE + 1)}"""\n',
            "orders/mute.py": "x = 1\n",
            "orders/run.py": f'"""Run."""\n{long}',
        },
    )
    assert find_long_files(tmp_path) == [f"orders/long.py: {FILE + 1}"]
    assert find_bad_first_lines(tmp_path) == ["orders/loud.py", "orders/mute.py"]
    assert find_long_functions(tmp_path) == [f"orders/run.py:2 run: {BODY + 1}"]
