"""What the demo proves: nothing is called proved on an empty desk."""

import io
from pathlib import Path

from rich.console import Console

from infra.children import Children
from infra.ports import free_ports
from infra.proof import show_audit, show_books
from infra.stack import Stack
from runtime.storage.engine import upgrade
from runtime.storage.sql import database_url


async def empty_desk(folder: Path) -> tuple[Stack, Console, io.StringIO]:
    data = folder / "data"
    data.mkdir()
    await upgrade(database_url("", data))
    said = io.StringIO()
    return Stack(free_ports(), data, Children(folder / "logs")), Console(file=said), said


async def test_a_desk_without_orders_has_no_drafts(tmp_path):
    stack, console, said = await empty_desk(tmp_path)
    assert await show_books(stack, console) == 0
    assert said.getvalue() == ""


async def test_an_empty_audit_is_never_called_intact(tmp_path):
    stack, console, said = await empty_desk(tmp_path)
    verdict = await show_audit(stack, console)
    assert verdict.exit_code == 2
    assert "intact" not in said.getvalue()
