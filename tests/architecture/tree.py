"""The project as text and syntax trees, and small planted projects to try a rule on."""

import ast
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("activities", "bot", "cards", "infra", "orders", "runtime", "workflows")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One Python file, `path` relative to its root."""

    root: Path
    path: Path

    @property
    def name(self) -> str:
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        return self.path.parts[0]

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, FUNCTIONS))

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def modules(root: Path, *folders: str) -> list[Module]:
    """Every Python module under the folders (all rooms by default)."""
    return [
        Module(root, path.relative_to(root))
        for folder in folders or ROOMS
        for path in sorted((root / folder).rglob("*.py"))
        if "__pycache__" not in path.parts
    ]


def tracked(root: Path) -> list[Path]:
    """What is, or would be, committed; every file where there is no git."""
    asked = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, check=False)
    if listed.returncode or not (root / ".git").exists():
        return sorted(path for path in root.rglob("*") if path.is_file())
    paths = (root / name for name in listed.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file() and not path.is_symlink())


def texts(root: Path) -> Iterator[tuple[Path, str]]:
    """Every tracked text file with its relative path."""
    for path in tracked(root):
        try:
            yield path.relative_to(root), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or attribute, else nothing."""
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return node.id if isinstance(node, ast.Name) else ""


def plant(folder: Path, files: Mapping[str, str]) -> Path:
    """A project of these files, to see that a rule finds what is wrong in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
