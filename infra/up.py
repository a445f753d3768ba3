"""`./desk up`: everything embedded, until Ctrl-C."""

import asyncio
from pathlib import Path

from rich.console import Console
from rich.table import Table

from infra.children import Children
from infra.demo import start_visibly
from infra.ports import LOOPBACK, Ports, others, taken
from infra.processes.parts import until_stopped
from infra.stack import Stack
from orders.errors import SettingsError
from runtime.settings import StorageSettings, load_group, load_settings, make_data_dir

_LOOK_SECONDS = 2.0


async def run_up(console: Console, ports: Ports | None = None) -> int:
    """Start, print the addresses, stay. 0 after Ctrl-C; 2 when a part stopped by itself."""
    ports = ports or Ports()
    refuse_taken(ports)
    data_dir = make_data_dir(load_group(StorageSettings).data_dir.absolute())
    stack = Stack(ports, data_dir, Children(data_dir / "logs"))
    check_settings(stack)
    try:
        await start_visibly(stack, console)
        await stack.start_codec()
        await stack.start_ops()
        console.print(addresses(stack))
        console.print("[dim]Ctrl-C stops everything.[/]")
        return await stay(stack)
    finally:
        await stack.children.stop()


def refuse_taken(ports: Ports) -> None:
    """Say which ports somebody else has, and which ones are free instead.

    Raises:
        SettingsError: any port is taken.
    """
    names = taken(ports)
    if not names:
        return
    offer = others(ports)
    used = ", ".join(f"{name} {port}" for name, port in names.items())
    instead = " ".join(f"--port {name}={getattr(offer, name)}" for name in names)
    raise SettingsError(f"These ports are taken: {used}. Free ones: ./desk up {instead}")


def check_settings(stack: Stack) -> None:
    """Refuse settings that no process would start with, before anything starts."""
    load_settings(extra=stack.environment())


async def stay(stack: Stack) -> int:
    """Return 0 when asked to stop; raise with its last words when a part falls."""
    stopped = asyncio.create_task(until_stopped())
    while not stopped.done():
        stack.children.refuse_fallen()
        stack.children.trim_logs()
        await asyncio.wait({stopped}, timeout=_LOOK_SECONDS)
    return 0


def addresses(stack: Stack) -> Table:
    """What runs where."""
    table = Table(show_header=False, box=None)
    if stack.own_teams:
        table.add_row("chat page", f"[link]{stack.teams_url}/[/link]")
    table.add_row("bot endpoint", f"{stack.bot_url}/api/messages")
    if stack.own_books:
        table.add_row("books", f"{stack.books_url}/")
    if stack.own_temporal:
        table.add_row("Temporal", f"http://{LOOPBACK}:{stack.ports.temporal_ui}/")
    table.add_row("operators", f"http://{LOOPBACK}:{stack.ports.ops}/")
    table.add_row("operators' password", f"in {_near(stack.data_dir)}/ops-token (any user name)")
    table.add_row("codec server", f"http://{LOOPBACK}:{stack.ports.codec}/decode")
    table.add_row("codec token", f"in {_near(stack.data_dir)}/codec-token")
    table.add_row("data and logs", _near(stack.data_dir))
    return table


def _near(path: Path) -> str:
    """The path as seen from here, where it lies below."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
