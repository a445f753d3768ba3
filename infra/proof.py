"""What the demo proves at its end: the drafts in the books, the audit."""

from collections.abc import Mapping

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from activities.books.port import Draft
from activities.books.zoho.client import ZohoBooks
from infra.stack import TENANT, Stack
from orders.audit import Verdict
from orders.catalogue import item_label
from orders.draft import order_key
from runtime.anchors import open_books
from runtime.audit import verify_log
from runtime.logs import configure_logs
from runtime.settings import TelemetrySettings, load_settings
from runtime.storage.sql import open_store

SARA = "a1f0c3d2-1111-4c1e-8a01-5e0f6d7c8b91"
"""The requester's object id in the stand-in and in the sample roles file."""


async def show_books(stack: Stack, console: Console) -> int:
    """Print each draft as the books hold it; return how many there are."""
    configure_logs(TelemetrySettings(log_level="error", log_format="console"), "demo")
    settings = load_settings(extra=stack.environment()).zoho
    books, store = ZohoBooks(settings), open_store("", stack.data_dir)
    found = 0
    try:
        for row in await store.cases_of(TENANT, SARA):
            key = order_key(TENANT, settings.organization_id, row.order_id)
            claim = await store.reservation(key)
            if claim is not None and claim.draft_id:
                _print_draft(await books.read_draft(claim.draft_id), await _labels(books), console)
                found += 1
    finally:
        await store.close()
        await books.close()
    return found


async def _labels(books: ZohoBooks) -> dict[str, str]:
    return {item.item_id: item_label(item) for item in await books.items()}


def _print_draft(draft: Draft, labels: Mapping[str, str], console: Console) -> None:
    lines = "\n".join(
        f"{line.quantity:>8f} × {labels.get(line.item_id, line.item_id)} at {line.rate:,.2f}"
        for line in draft.lines
    )
    title = f"Zoho Books: {draft.number} ({draft.status})"
    shown = Text(f"{lines}\n   total   {draft.total:,.2f}")
    console.print(Panel(shown, title=title, border_style="magenta"))


async def show_audit(stack: Stack, console: Console) -> Verdict:
    """Verify the audit chain against its anchors and say so."""
    store = open_store("", stack.data_dir)
    try:
        verdict = await verify_log(store, open_books("", stack.data_dir))
    finally:
        await store.close()
    colour = "green" if verdict.exit_code == 0 else "red"
    console.print(f"[{colour}]audit: {verdict.count} entries, {verdict.reason or 'intact'}[/]")
    return verdict
