"""The bot's web application: three routes and a graceful end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Protocol

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errands import Errands
from bot.health import READY_SECONDS, run_checks
from bot.inbox import ABANDONED
from bot.keys import KeyCache
from bot.teams import Door
from bot.wire import MAX_BODY
from runtime.telemetry import HTTP_RESPONSES

Check = Callable[[], Awaitable[object]]


class Sweeper(Protocol):
    """Whoever holds uploads that a crash or an outage left."""

    async def sweep(self, older: timedelta) -> None:
        """Work off those that were kept longer ago than this."""
        ...


DOOR = web.AppKey("door", Door)
CHECKS: web.AppKey[Mapping[str, Check]] = web.AppKey("checks", Mapping)
MESSAGES = "/api/messages"
DRAIN_SECONDS = 20.0
"""How long answers under way may take when the process is told to stop."""


def build_app(
    door: Door, checks: Mapping[str, Check], *, errands: Errands, keys: KeyCache | None = None
) -> web.Application:
    """The application. `checks` are named questions that raise when a part is not reachable."""
    app = web.Application(client_max_size=MAX_BODY, middlewares=[_count])
    app[DOOR] = door
    app[CHECKS] = dict(checks)
    app.add_routes(
        [
            web.post(MESSAGES, door.receive),
            web.get("/healthz", _alive),
            web.get("/readyz", _ready),
        ]
    )
    app.cleanup_ctx.append(partial(_sweep_inbox, errands=errands))
    app.on_shutdown.append(lambda _: errands.drain(DRAIN_SECONDS))
    if keys is not None:
        app.on_cleanup.append(lambda _: keys.close())
    return app


async def _sweep_inbox(app: web.Application, *, errands: Errands) -> AsyncIterator[None]:
    """Work off what a crash left, at the start and again and again."""
    stopping = asyncio.Event()
    sweeping = asyncio.create_task(sweep(app[DOOR], errands, stopping))
    yield
    # A write that is cut off half-way outlives the loop it answers to.
    stopping.set()
    await asyncio.wait({sweeping}, timeout=DRAIN_SECONDS)
    sweeping.cancel()


async def sweep(
    door: Sweeper, errands: Errands, stopping: asyncio.Event, pause: timedelta = ABANDONED
) -> None:
    """Sweep until told to stop. A sweep that breaks is an errand that failed; the next one tries again."""
    older = timedelta(0)
    while not stopping.is_set():
        await asyncio.wait({errands.start(door.sweep(older))})
        older = ABANDONED
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), pause.total_seconds())


@web.middleware
async def _count(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count what people are answered; probes of a part that is down are no answers to people."""
    code = 500
    try:
        response = await handler(request)
        code = response.status
    except web.HTTPException as refusal:
        code = refusal.status
        raise
    finally:
        if request.path == MESSAGES:
            HTTP_RESPONSES.labels(code=str(code)).inc()
    return response


async def _alive(_request: web.Request) -> web.Response:
    return web.json_response({"alive": True})


async def _ready(request: web.Request) -> web.Response:
    missing = await run_checks(request.app[CHECKS], READY_SECONDS)
    if missing:
        return web.json_response({"ready": False, "missing": missing}, status=503)
    return web.json_response({"ready": True})
