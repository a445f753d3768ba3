"""The pages for operators, on a port of their own."""

from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import TypeVar

from aiohttp import web
from temporalio.client import WorkflowQueryFailedError
from temporalio.service import RPCError

from bot.order_desk import OrderDesk
from bot.pages.backstage import Backstage, Move
from bot.pages.site import create_site
from infra.processes.parts import Parts, listen, open_parts, until_stopped, utc_now
from infra.rhythm import rhythm_of
from infra.schedules import Desk, change_rhythm, move_schedule, rows_of
from infra.webhooks import dead_letters, send_again
from orders.errors import SettingsError, StoreUnavailable
from runtime.settings import Settings
from runtime.tokens import parse_tokens
from workflows.schedules import schedules
from workflows.turnstile import TurnstileWorkflow, turnstile_id

T = TypeVar("T")
_PATIENCE = timedelta(seconds=3)


def build_site(parts: Parts) -> web.Application:
    """The whole site over these parts. Raises `SettingsError` where nobody may look."""
    settings = parts.settings
    tokens = parse_tokens(settings.ops.tokens.get_secret_value(), "DESK_OPS_TOKENS")
    if not tokens:
        raise SettingsError("DESK_OPS_TOKENS is missing: without a token nobody may look.")
    temporal = settings.temporal
    desk = Desk(
        parts.client,
        f"{temporal.task_queue}-",
        tuple(schedules(rhythm_of(settings.catalogue), temporal.task_queue)),
    )

    async def move(wanted: Move) -> None:
        if wanted.verb in ("change", "reset"):
            await _asked(change_rhythm(desk, parts.store, settings.catalogue, wanted.rhythm))
            return
        note = f"{wanted.verb} by {wanted.by}"
        work = move_schedule(desk, wanted.name, wanted.verb, note=note, hours=wanted.hours)
        await _asked(work)

    return create_site(
        Backstage(
            store=parts.store,
            orders=OrderDesk(parts.client, temporal.task_queue),
            tenant_id=settings.bot.tenant_id,
            tokens=tokens,
            temporal_pages=f"{settings.ops.temporal_ui.rstrip('/')}"
            f"/namespaces/{temporal.namespace}/workflows",
            now=utc_now,
            name_of=lambda one: _name_of(parts, one),
            schedules=lambda: _asked(rows_of(desk)),
            move=move,
            dead=lambda: dead_letters(parts.store),
            replay=lambda event, name: send_again(parts.store, event, name),
            waiting=lambda: ask_line(parts),
        )
    )


def _name_of(parts: Parts, object_id: str) -> str:
    person = parts.directory.book.people.get(object_id)
    return person.name if person and person.name else object_id


async def ask_line(parts: Parts) -> Sequence[str] | None:
    """Who stands in line for the books; None where no worker says so right now."""
    line = parts.client.get_workflow_handle(turnstile_id(parts.settings.temporal.task_queue))
    try:
        return await line.query(TurnstileWorkflow.waiting, rpc_timeout=_PATIENCE)
    except (RPCError, WorkflowQueryFailedError):
        return None


async def _asked(work: Awaitable[T]) -> T:
    try:
        return await work
    except RPCError as error:
        raise StoreUnavailable(f"Temporal refused: {error.message}") from error


async def run(settings: Settings) -> None:
    """Serve until the process is asked to stop.

    Raises:
        SettingsError: a setting cannot be used, or the port is taken.
    """
    async with open_parts(settings, "ops") as parts:
        runner = web.AppRunner(build_site(parts), access_log=None)
        await runner.setup()
        try:
            await listen(runner, settings.ops, "DESK_OPS")
            await until_stopped()
        finally:
            await runner.cleanup()
