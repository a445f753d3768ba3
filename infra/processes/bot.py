"""The bot process: hears Teams, answers people, talks to Temporal."""

from aiohttp import web
from temporalio.service import RPCError

import bot.handlers.wired  # registers every handler
from bot.access import AccessLog
from bot.app import build_app
from bot.desk import Desk, Rules
from bot.errands import Errands
from bot.handlers import router
from bot.identity import Verifier
from bot.inbox import Inbox
from bot.keys import KeyCache
from bot.middleware import Surroundings, chain, layers
from bot.order_desk import OrderDesk
from bot.teams import Door
from bot.turn import Answer, Turn
from cards.catalogue import LANGUAGES, texts
from infra.processes.parts import Parts, listen, open_parts, until_stopped, utc_now
from orders.errors import StoreUnavailable
from runtime.egress import split_hosts
from runtime.settings import Settings
from runtime.telemetry import serve_metrics


def build_desk(parts: Parts) -> Desk:
    """The handlers' dependencies."""
    settings = parts.settings
    return Desk(
        store=parts.store,
        orders=OrderDesk(parts.client, settings.temporal.task_queue),
        directory=parts.directory,
        clock=utc_now,
        rules=Rules(
            ladder=settings.timeouts.ladder,
            undo_hours=settings.policy.undo_hours,
            watch_hours=settings.policy.watch_hours,
            books_retry_seconds=settings.policy.books_retry_seconds,
            books_give_up_hours=settings.policy.books_give_up_hours,
            file_hosts=split_hosts(settings.files.hosts),
            models=settings.committee.hosts,
            masked=settings.committee.mask_names,
            local_files=settings.bot.local_trust,
        ),
        connector=parts.connector,
    )


def build_web(parts: Parts) -> web.Application:
    """The whole web application over these parts."""
    settings, desk = parts.settings, build_desk(parts)
    access, errands = AccessLog(parts.store, utc_now), Errands()
    keys = KeyCache(settings.bot.openid_metadata_url, parts.http)

    async def handle(turn: Turn) -> Answer:
        return await router.dispatch(turn, desk)

    around = Surroundings(parts.store, parts.directory, access, utc_now)
    door = Door(
        settings.bot,
        Verifier(settings.bot.app_id, settings.bot.openid_metadata_url, keys),
        chain(layers(around), handle),
        connector=parts.connector,
        errands=errands,
        access=access,
    )
    door.keep_uploads(Inbox(parts.store, parts.box, utc_now))
    checks = {
        "temporal": lambda: ask_temporal(parts),
        "database": parts.store.ping,
        "blobs": parts.blobs.ping,
    }
    return build_app(door, checks, errands=errands, keys=keys)


async def ask_temporal(parts: Parts) -> None:
    """Return when Temporal answers. Raises `StoreUnavailable`."""
    try:
        healthy = await parts.client.service_client.check_health()
    except RPCError as error:
        raise StoreUnavailable("Temporal does not answer.") from error
    if not healthy:
        raise StoreUnavailable("Temporal is not healthy.")


async def run(settings: Settings) -> None:
    """Serve until the process is asked to stop."""
    for language in LANGUAGES:
        texts(language)  # Or the first person to click would wait for them.
    async with open_parts(settings, "bot") as parts:
        serve_metrics(settings.telemetry)
        runner = web.AppRunner(build_web(parts), access_log=None)
        await runner.setup()
        try:
            await listen(runner, settings.bot, "DESK_BOT")
            await until_stopped()
        finally:
            await runner.cleanup()


WIRED = bot.handlers.wired.HANDLERS
