"""The bot's web application: three routes and a graceful end."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.errands import Errands
from bot.health import READY_SECONDS, run_checks
from bot.keys import KeyCache
from bot.teams import Door
from bot.wire import MAX_BODY

Check = Callable[[], Awaitable[object]]

DOOR = web.AppKey("door", Door)
CHECKS: web.AppKey[Mapping[str, Check]] = web.AppKey("checks", Mapping)
DRAIN_SECONDS = 20.0
"""How long answers under way may take when the process is told to stop."""


def build_app(
    door: Door, checks: Mapping[str, Check], *, errands: Errands, keys: KeyCache | None = None
) -> web.Application:
    """The application. `checks` are named questions that raise when a part is not reachable."""
    app = web.Application(client_max_size=MAX_BODY)
    app[DOOR] = door
    app[CHECKS] = dict(checks)
    app.add_routes(
        [
            web.post("/api/messages", door.receive),
            web.get("/healthz", _alive),
            web.get("/readyz", _ready),
        ]
    )
    app.on_shutdown.append(lambda _: errands.drain(DRAIN_SECONDS))
    if keys is not None:
        app.on_cleanup.append(lambda _: keys.close())
    return app


async def _alive(_request: web.Request) -> web.Response:
    return web.json_response({"alive": True})


async def _ready(request: web.Request) -> web.Response:
    missing = await run_checks(request.app[CHECKS], READY_SECONDS)
    if missing:
        return web.json_response({"ready": False, "missing": missing}, status=503)
    return web.json_response({"ready": True})
