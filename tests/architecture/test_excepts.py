"""Every exception at once is caught in three places only."""

import ast

from tests.architecture.tree import ROOT, dotted, modules, plant

PLACES = {"bot.middleware", "runtime.interceptors", "infra.reading"}
BROAD = {"Exception", "BaseException", "ExceptionGroup", "BaseExceptionGroup"}


def find_broad(root):
    """Module name and place of each broad `except` or `suppress`."""
    return [
        (module.name, module.at(node))
        for module in modules(root)
        for node in ast.walk(module.tree)
        if catches_all(node)
    ]


def catches_all(node):
    if isinstance(node, ast.ExceptHandler):
        return node.type is None or bool(BROAD & set(names(node.type)))
    if isinstance(node, ast.Call) and dotted(node.func) in {"suppress", "contextlib.suppress"}:
        return bool(BROAD & {name for one in node.args for name in names(one)})
    return False


def names(node):
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return [dotted(part).removeprefix("builtins.") for part in parts]


def test_everything_is_caught_in_three_places_only():
    found = find_broad(ROOT)
    assert {name for name, _ in found} <= PLACES, found
    assert len(found) <= len(PLACES), found


def test_planted_catches_are_found(tmp_path):
    lines = [
        "try: pass\nexcept Exception: pass",
        "try: pass\nexcept: pass",
        "try: pass\nexcept (OSError, BaseException): pass",
        "import contextlib\nwith contextlib.suppress(Exception): pass",
        "try: pass\nexcept OSError: pass",
    ]
    plant(tmp_path, {f"orders/m{n}.py": line for n, line in enumerate(lines)})
    assert [name for name, _ in find_broad(tmp_path)] == [f"orders.m{n}" for n in range(4)]
