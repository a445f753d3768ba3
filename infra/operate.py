"""Operators' commands: audit, keys, doctor, replay."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from temporalio.client import WorkflowHistory
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter
from temporalio.worker import Replayer

from activities.books.zoho.client import ZohoBooks
from activities.books.zoho.overdue import SCOPE
from infra.processes.bot import ask_temporal
from infra.processes.parts import open_parts
from infra.processes.worker import WORKFLOWS, workflow_runner
from orders.errors import ChatAccessDenied, ChatUnavailable, DeskError, SettingsError
from runtime.anchors import open_books
from runtime.audit import verify_log
from runtime.codec import data_converter, new_key, parse_keyring
from runtime.connector import Connector
from runtime.settings import (
    BotSettings,
    Settings,
    StorageSettings,
    TemporalSettings,
    load_group,
    load_settings,
)
from runtime.storage.sql import open_store

HISTORIES = Path(__file__).resolve().parent.parent / "tests" / "replay" / "histories"


async def verify_audit() -> int:
    """Print the verdict as JSON; 0 intact, 1 tampered, 2 could not tell."""
    storage = load_group(StorageSettings)
    store = open_store(storage.database_url.get_secret_value(), storage.data_dir)
    try:
        verdict = await verify_log(store, open_books(storage.anchor_dirs, storage.data_dir))
    finally:
        await store.close()
    print(json.dumps({**asdict(verdict), "exit_code": verdict.exit_code}, default=str))
    return verdict.exit_code


def print_key() -> None:
    """Print one fresh entry for DESK_TEMPORAL_KEYRING."""
    print(new_key(f"k{datetime.now().astimezone():%Y%m%d}"))


def rotate_keys() -> None:
    """Print the keyring with a fresh key in front.

    Give it to every process; keep the old keys as long as orders of their time may run or be
    looked at.
    """
    ring = configured_keyring()
    if ring:
        parse_keyring(ring)
    fresh = new_key(f"k{datetime.now().astimezone():%Y%m%d%H%M}")
    print(",".join(part for part in (fresh, ring) if part))


def configured_keyring() -> str:
    """The keyring that the desk's own processes use, or an empty text."""
    return load_group(TemporalSettings).keyring.get_secret_value()


async def run_doctor(console: Console) -> int:
    """Check each part and say what is wrong; 0 when all is well, 2 otherwise."""
    settings = load_settings()
    console.print("settings: read")
    async with open_parts(settings, "doctor") as parts:
        people = len(parts.directory.book.people)
        console.print(f"roles file: {people} people")
        checks: dict[str, Callable[[], Awaitable[str]]] = {
            "temporal": lambda: _said(ask_temporal(parts), "answers"),
            "database": lambda: _said(parts.store.ping(), "answers, tables are of this version"),
            "files": lambda: _said(parts.blobs.ping(), "answer"),
            "anchor folders": lambda: ask_anchors(settings.storage),
            "teams": lambda: ask_teams(settings.bot, parts.connector),
            "zoho books": lambda: ask_books(settings),
        }
        return max([await _report(console, name, check) for name, check in checks.items()])


async def ask_anchors(storage: StorageSettings) -> str:
    """How far the anchor folders say that the audit has come, once they can be written.

    Raises:
        SettingsError, StoreUnavailable, AnchorsDisagree: as `AnchorBooks.prepare` and `newest` do.
    """
    books = open_books(storage.anchor_dirs, storage.data_dir)
    books.prepare()
    newest = await asyncio.to_thread(books.newest)
    return f"agree on the first {newest.count} entries" if newest else "are still empty"


async def ask_teams(bot: BotSettings, connector: Connector) -> str:
    """Whether the bot's credentials are worth a token. Raises as `Connector.sign_in`."""
    try:
        await connector.sign_in()
    except (ChatAccessDenied, ChatUnavailable):
        if not bot.local_trust:
            raise
        return "no token, and none is needed: it is played on this machine"
    return "the bot's credentials are good"


async def ask_books(settings: Settings) -> str:
    """What the books say: organization, and whether drafts have a unique key."""
    books = ZohoBooks(settings.zoho)
    try:
        organization = await books.organization()
        unique = await books.has_key_field()
        overdue = await books.overdue("0")
    finally:
        await books.close()
    field = settings.zoho.order_key_field
    promise = (
        f"the field {field} is unique: exactly one draft, kept by the books"
        " (./desk books check --draft tries it)"
        if unique
        else f"no unique field {field or '(none set)'}: only look-ups guard against a second draft;"
        " create it in Zoho Books with 'prevent duplicate values'"
    )
    seen = (
        "overdue invoices are seen"
        if overdue is not None
        else f"overdue invoices are unknown: that check takes the scope {SCOPE}"
    )
    return f"{organization.name} ({organization.currency}); {promise}; {seen}"


async def run_replay(folder: Path | None) -> int:
    """Replay recorded histories; 0 when this code carries all on, 1 if not, 2 without any."""
    keyring = configured_keyring()
    converter = data_converter(parse_keyring(keyring)) if keyring else None
    paths = sorted((folder or HISTORIES).glob("*.json"), key=lambda path: path.stem)
    if not paths:
        raise SettingsError(f"There is no recorded history in {folder or HISTORIES}.")
    failed = 0
    for path in paths:
        error = await replay_one(path, converter)
        failed += error is not None
        print(f"{path.stem}: {'ok' if error is None else error}")
    return 1 if failed else 0


async def replay_one(path: Path, converter: DataConverter | None = None) -> str | None:
    """None when the history replays on this code, else the reason why not."""
    replayer = Replayer(
        workflows=WORKFLOWS,
        data_converter=converter or pydantic_data_converter,
        workflow_runner=workflow_runner(),
    )
    recorded = json.loads(await asyncio.to_thread(path.read_text, encoding="utf-8"))
    # Payloads are sealed to the workflow's id; only the test server leaves it out of its histories.
    home = recorded["events"][0]["workflowExecutionStartedEventAttributes"].get("workflowId")
    history = WorkflowHistory.from_json(home or path.stem, recorded)
    result = await replayer.replay_workflow(history, raise_on_replay_failure=False)
    return str(result.replay_failure) if result.replay_failure else None


async def _said(work: Awaitable[object], text: str) -> str:
    await work
    return text


async def _report(console: Console, name: str, check: Callable[[], Awaitable[str]]) -> int:
    try:
        console.print(f"[green]✓[/] {name}: {escape(await check())}")
    except DeskError as error:
        console.print(f"[red]✗[/] {name}: {escape(str(error))} {error.what_now}")
        return 2
    return 0
