"""Learned names and codes for operators: listed, and revoked."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from infra.store import opened_store, opened_trail
from orders.errors import SettingsError
from orders.learned import Alias

_HEAD = ("alias", "kind", "written", "means", "customer", "taught by", "on", "order", "state")


async def list_aliases(console: Console, customer: str | None, *, compact: bool) -> int:
    """One line for each learned name or code; `customer` is an id, for their items only."""
    async with opened_store() as store:
        known = await store.aliases(owner=customer)
    if compact:
        print(json.dumps([{"alias": one.alias_id, **asdict(one)} for one in known]))
    else:
        _print(console, known)
    return 0


async def revoke_alias(console: Console, alias_id: str) -> int:
    """Retire what was learned; it can be taught again."""
    async with opened_trail() as (trail, who):
        store = trail.store
        found = next((one for one in await store.aliases() if one.alias_id == alias_id), None)
        if found is None:
            raise SettingsError(f"There is no alias {alias_id}; ./desk aliases list names them.")
        if found.live:
            await trail.note(who, "ops.alias_revoked", alias=alias_id)
            await store.keep_alias(replace(found, retired_at=datetime.now(UTC).isoformat()))
    console.print(f"{alias_id} is revoked", highlight=False)
    return 0


def _print(console: Console, aliases: list[Alias]) -> None:
    table = Table(*_HEAD, box=None)
    for one in aliases:
        state = "live" if one.live else f"retired {one.retired_at[:10]}"
        if one.live and one.corrections:
            state = f"live, {one.corrections} correction"
        table.add_row(
            one.alias_id, str(one.kind), one.written, one.label, one.owner, one.by_name,
            one.at[:10], one.order_code, state,
        )  # fmt: skip
    console.print(table, markup=False)
