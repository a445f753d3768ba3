"""Rooms on disk are the rooms that are linted; every room says its name."""

import ast
import tomllib

from tests.architecture.tree import ROOMS, ROOT, modules, plant

NOT_ROOMS = {"tests", "docs"}
NO_NAMES = {"utils", "util", "common", "helpers", "helper", "shared", "core", "services", "models",
            "manager", "managers", "misc", "base", "data", "info"}  # fmt: skip


def find_rooms(root):
    return {path.parent.name for path in root.glob("*/__init__.py")} - NOT_ROOMS


def find_unnamed(root):
    """Rooms whose docstring does not begin with their name."""
    wrong = []
    for module in modules(root):
        if module.path.parts[1:] == ("__init__.py",):
            said = ast.get_docstring(module.tree) or ""
            if not said.startswith(f"Room: {module.room}."):
                wrong.append(module.room)
    return wrong


def find_drawers(root):
    """Modules and packages named after nothing: `utils` and its like."""
    parts = {(module.name, part) for module in modules(root) for part in module.path.parts}
    # The stand-in of language models is about models, as that of Teams is about Teams.
    allowed = "infra.devservers"
    return sorted(
        {
            name
            for name, part in parts
            if part.removesuffix(".py") in NO_NAMES and not name.startswith(allowed)
        }
    )


def settings():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]


def test_rooms_on_disk_are_the_seven():
    assert find_rooms(ROOT) == set(ROOMS)


def test_every_tool_looks_at_every_room():
    tool = settings()
    assert set(tool["importlinter"]["root_packages"]) == set(ROOMS)
    assert set(tool["coverage"]["run"]["source"]) == set(ROOMS)
    assert set(tool["pyright"]["include"]) == set(ROOMS)
    assert set(ROOMS) <= set(tool["ruff"]["lint"]["isort"]["known-first-party"])
    command = (ROOT / "infra" / "test.sh").read_text("utf-8")
    assert f'mypy" --cache-dir "$state/mypy" {" ".join(ROOMS)}' in command


def test_every_room_says_its_name():
    assert find_unnamed(ROOT) == []


def test_no_drawer_for_everything():
    assert find_drawers(ROOT) == []


def test_planted_rooms_are_found(tmp_path):
    plant(
        tmp_path,
        {
            "orders/__init__.py": '"""What is true."""',
            "utils/__init__.py": "",
            "bot/__init__.py": '"""Room: bot. Hears people."""',
            "bot/helpers.py": "",
        },
    )
    assert find_rooms(tmp_path) == {"orders", "utils", "bot"}
    assert find_unnamed(tmp_path) == ["orders"]
    assert find_drawers(tmp_path) == ["bot.helpers"]
