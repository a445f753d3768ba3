"""Confirmed mappings for operators: listed, shown, taken out of use."""

import getpass
from datetime import UTC, datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from cards.habits import habit_names
from infra.store import opened_store
from orders.errors import SettingsError
from orders.sheet import column_letter
from orders.template import Template, TemplateState
from runtime.shelf import put_in_state
from runtime.storage.sql import SqlStore

_HEAD = ("template", "version", "state", "customer", "confirmed by", "on", "columns")


async def list_templates(console: Console) -> int:
    """One line for each template, in its newest version."""
    async with opened_store() as store:
        known = await store.templates()
    _print(console, known)
    return 0


async def show_template(console: Console, template_id: str) -> int:
    """Every version of one template, what it taught, and its newest uses."""
    async with opened_store() as store:
        versions = await _versions(store, template_id)
        uses = await store.uses_of(template_id)
    newest = versions[-1]
    _print(console, versions)
    headers = " | ".join(newest.layout.headers)
    console.print(f"header: {escape(headers)}", highlight=False)
    for word, name in newest.taught.items():
        console.print(f"taught: {escape(word)} is {name}", highlight=False)
    for habit in habit_names(newest.habits, "en"):
        console.print(f"answered before: {escape(habit)}", highlight=False)
    for use in uses:
        console.print(f"{use.at[:16]} {use.outcome} {use.order_id}", highlight=False)
    return 0


async def change_template(console: Console, template_id: str, state: TemplateState) -> int:
    """Take a template out of use, or back, as the next version."""
    by, now = ("", getpass.getuser()), datetime.now(UTC).isoformat()
    async with opened_store() as store:
        newest = (await _versions(store, template_id))[-1]
        changed = await put_in_state(store, newest, state, by, now)
    console.print(f"{template_id} is {changed.state}, version {changed.version}", highlight=False)
    return 0


async def _versions(store: SqlStore, template_id: str) -> list[Template]:
    versions = await store.template_versions(template_id)
    if not versions:
        raise SettingsError(
            f"There is no template {template_id}; ./desk templates list names them."
        )
    return versions


def _print(console: Console, templates: list[Template]) -> None:
    table = Table(*_HEAD, box=None)
    for one in templates:
        places = ", ".join(
            f"{name} {column_letter(one.layout.first + at)}" for name, at in one.columns.items()
        )
        table.add_row(
            one.template_id,
            str(one.version),
            str(one.state),
            escape(one.customer),
            escape(one.by_name or one.because),
            one.at[:10],
            places,
        )
    console.print(table)
