"""Writes docs/MAP.md: every room and module with its first sentence."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAP = Path("docs") / "MAP.md"
ROOMS = ("orders", "workflows", "cards", "runtime", "activities", "bot", "infra")
_HEAD = """# Map

Every room and module with its purpose, from their docstrings. Generated: `python -m infra.map`.
"""


def draw_map(root: Path) -> str:
    """The map as Markdown: one table a package, floors from the ground up."""
    return "\n".join([_HEAD, *(line for room in ROOMS for line in _draw_room(root, room))])


def _draw_room(root: Path, room: str) -> Iterator[str]:
    for folder in sorted({path.parent for path in _modules(root / room)}):
        name = ".".join(folder.relative_to(root).parts)
        yield f"{'##' if name == room else '###'} {name}\n"
        if (folder / "__init__.py").exists():
            yield f"{purpose(folder / '__init__.py')}\n"
        rows = [path for path in _modules(folder) if path.parent == folder]
        named = [path for path in rows if path.name != "__init__.py"]
        if named:
            yield "| module | purpose |\n| --- | --- |"
            yield from (f"| `{path.stem}` | {purpose(path)} |" for path in named)
            yield ""


def purpose(path: Path) -> str:
    """First line of a module's docstring, safe inside a table."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return said.partition("\n")[0].replace("|", "\\|")


def _modules(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return sorted(found)


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the map, or with `--check` only say (exit 1) that it is out of date."""
    path, wanted = root / MAP, draw_map(root)
    if "--check" not in arguments:
        path.write_text(wanted, "utf-8")
        return 0
    if path.exists() and path.read_text("utf-8") == wanted:
        return 0
    print(f"{MAP} is out of date: run python -m infra.map")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
