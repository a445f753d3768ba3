"""The application: its parts, its routes, and the way it is started."""

import dataclasses
import functools
import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import unquote, urlsplit

from aiohttp import ClientSession, TCPConnector, web

from infra.devservers.teams import (
    connector,
    controls,
    downloads,
    driving,
    identity,
    listening,
    memory,
    page,
    roster,
)
from infra.devservers.teams.faults import ROUTES, Faults, misbehave
from infra.devservers.teams.files import FileHost
from infra.devservers.teams.keep import ENTRA_KEY, FAULTS, FILES, HTTP, LIMITS, RING, WORLD
from infra.devservers.teams.keys import Key, KeyRing
from infra.devservers.teams.limits import Limits
from infra.devservers.teams.options import Options
from infra.devservers.teams.state import World

MOST_UPLOAD_BYTES = 64 * 1024 * 1024
_LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}
_WIRE = (connector, roster)
_OWN = (controls, driving, listening, identity, downloads, page)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclasses.dataclass(frozen=True, slots=True)
class Running:
    """A started stand-in: its address without a slash at the end, and its application."""

    url: str
    app: web.Application
    runner: web.AppRunner

    async def stop(self) -> None:
        """Stop listening and end what is under way."""
        await self.runner.cleanup()


def create_app(options: Options) -> web.Application:
    """The application, not yet listening; `app[WORLD].root` must be set before use."""
    app = web.Application(
        middlewares=[stay_local, count_and_fail], client_max_size=MOST_UPLOAD_BYTES
    )
    app[WORLD] = World(options)
    app[FAULTS] = Faults()
    app[RING] = KeyRing()
    app[ENTRA_KEY] = _entra_key()
    app[LIMITS] = Limits()
    app[FILES] = FileHost(options.files_dir)
    app.cleanup_ctx.extend((_open_http, memory.remember))
    for module in (*_WIRE, *_OWN):
        app.add_routes(module.routes)
        if module in _WIRE:
            app.add_routes(_regional(module.routes))
    return app


async def start(options: Options, host: str = "127.0.0.1", port: int = 0) -> Running:
    """Listen on a loopback address; port 0 takes a free one. ValueError off loopback."""
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError(f"{host} is not a loopback address: the stand-in trusts every caller")
    app = create_app(options)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    shown = f"[{host}]" if ":" in host else host
    app[WORLD].root = f"http://{shown}:{runner.addresses[0][1]}"
    return Running(app[WORLD].root, app, runner)


@web.middleware
async def stay_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other sites' pages and names that merely point here."""
    origin = request.headers.get("Origin")
    named = urlsplit(f"//{request.host}").hostname in _LOCAL_NAMES
    if not named or (origin and urlsplit(origin).netloc != request.host):
        return web.Response(status=403, text="loopback only")
    return await handler(request)


@web.middleware
async def count_and_fail(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count the call under its route's name, and fail it if that was planned."""
    name = (request.match_info.route.name or "").removeprefix("regional.")
    if name not in ROUTES:
        return await handler(request)
    request.app[WORLD].counters[name] += 1
    path = unquote(request.raw_path)
    text = path if name == "file" else f"{path}\n{await request.text()}"
    fault = request.app[FAULTS].take(name, text)
    return await (misbehave(fault, request, handler) if fault else handler(request))


def _regional(routes: web.RouteTableDef) -> list[web.RouteDef]:
    """The same routes below a region, since a service URL may change [K42]."""
    found = [one for one in routes if isinstance(one, web.RouteDef)]
    return [
        web.RouteDef(
            one.method,
            "/{region:emea|amer|apac|in}" + one.path,
            one.handler,
            {"name": f"regional.{one.kwargs['name']}"} if "name" in one.kwargs else {},
        )
        for one in found
    ]


@functools.cache
def _entra_key() -> Key:
    """One key per process for the bot's own tokens: only we read them, and keys are slow."""
    return Key([])


async def _open_http(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        app[HTTP] = session
        yield
