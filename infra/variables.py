"""Writes .env.example: every setting with its sentence and default."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, SecretStr

from runtime.settings import GROUPS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = Path(".env.example")
_HEAD = """\
# Every setting of Order Desk, with its default. Copy to .env and take the # off what you change.
# Unknown DESK_ variables are an error, so a misspelled name never goes unnoticed.
# Generated: python -m infra.variables
"""
_COMPOSE = """\
# --- docker-compose.yml only (no setting of the desk, hence no prefix)

# PostgreSQL refuses to start while this is empty.
# POSTGRES_PASSWORD=

# Grafana refuses to start while this is empty.
# GRAFANA_PASSWORD="""


def draw_example() -> str:
    """The whole file."""
    parts = [line for name, group in GROUPS.items() for line in _draw_group(name, group)]
    return "\n".join([_HEAD, *parts, _COMPOSE, ""])


def _draw_group(name: str, group: type[BaseModel]) -> Iterator[str]:
    yield f"# --- {name}: {(group.__doc__ or '').splitlines()[0]}\n"
    prefix = str(group.model_config.get("env_prefix", ""))
    for field, told in group.model_fields.items():
        variable = f"{prefix}{field}".upper()
        yield f"# {told.description}\n# {variable}={_shown(told.default)}\n"


def _shown(default: Any) -> str:
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    return str(default).lower() if isinstance(default, bool) else str(default)


def main(root: Path = ROOT) -> int:
    """Write the file."""
    (root / EXAMPLE).write_text(draw_example(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
