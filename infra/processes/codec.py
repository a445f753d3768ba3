"""The codec server: shows payloads to authorised people in Temporal's UI.

`POST /decode` speaks the wire of Temporal's remote codecs. It only opens, it never seals. Whatever
it shows is written to the audit first; while the audit cannot be written, nothing is shown.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware
from google.protobuf import json_format
from temporalio.api.common.v1 import Payloads
from temporalio.converter import PayloadCodec

from infra.processes.parts import listen, until_stopped, utc_now
from orders.errors import KeyUnknown, PayloadDamaged, StoreUnavailable
from runtime.codec import parse_keyring, payload_codec
from runtime.logs import configure_logs
from runtime.settings import Settings
from runtime.storage.engine import upgrade
from runtime.storage.port import Store
from runtime.storage.sql import database_url, open_store
from runtime.tokens import Token, find_token, parse_tokens
from runtime.trail import Trail

CHAIN = "codec"
"""The audit chain of what was shown here; it belongs to no single order."""
_LARGEST = 8 * 2**20
_PREFLIGHT = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: "POST",
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "Authorization, Content-Type, X-Namespace",
    hdrs.ACCESS_CONTROL_MAX_AGE: "600",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Window:
    """Everything one codec server needs: what opens, who may look, where it is written down."""

    codec: PayloadCodec
    store: Store
    namespace: str
    tokens: tuple[Token, ...]
    origins: frozenset[str]
    now: Callable[[], datetime] = utc_now


def create_app(window: Window) -> web.Application:
    """The server's routes: `/decode` for people, `/healthz` for machines."""
    app = web.Application(middlewares=[_guard_origin(window)], client_max_size=_LARGEST)
    app.router.add_get("/healthz", _say_alive)
    app.router.add_post("/decode", _decode_for(window))
    app.router.add_options("/decode", _answer_preflight)
    return app


async def run(settings: Settings) -> None:
    """Serve until the process is asked to stop.

    Raises:
        SettingsError: a setting cannot be used, or the port is taken.
        StoreUnavailable: the database does not answer.
    """
    configure_logs(settings.telemetry, "codec")
    storage = settings.storage
    address = storage.database_url.get_secret_value()
    window = Window(
        codec=payload_codec(parse_keyring(settings.temporal.keyring.get_secret_value())),
        store=open_store(address, storage.data_dir),
        namespace=settings.temporal.namespace,
        tokens=parse_tokens(settings.codec.tokens.get_secret_value(), "DESK_CODEC_TOKENS"),
        origins=_parse_origins(settings.codec.origins),
    )
    runner = web.AppRunner(create_app(window), access_log=None)
    try:
        await upgrade(database_url(address, storage.data_dir))
        await runner.setup()
        await listen(runner, settings.codec, "DESK_CODEC")
        await until_stopped()
    finally:
        await runner.cleanup()
        await window.store.close()


def _parse_origins(text: str) -> frozenset[str]:
    return frozenset(origin.strip().rstrip("/") for origin in text.split(",") if origin.strip())


async def _say_alive(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _answer_preflight(_request: web.Request) -> web.Response:
    return web.Response(status=204, headers=_PREFLIGHT)


def _guard_origin(window: Window) -> Middleware:
    """Browsers of foreign pages get nothing; those of ours may read the answer."""

    @web.middleware
    async def guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
        origin = request.headers.get(hdrs.ORIGIN, "")
        if origin and origin not in window.origins:
            return await _refuse(window, 403, "origin")
        answer = await handler(request)
        if origin:
            answer.headers[hdrs.ACCESS_CONTROL_ALLOW_ORIGIN] = origin
        answer.headers[hdrs.VARY] = hdrs.ORIGIN
        answer.headers[hdrs.CACHE_CONTROL] = "no-store"
        return answer

    return guard


def _decode_for(window: Window) -> _Handler:
    async def decode(request: web.Request) -> web.Response:
        token = _find_token(window.tokens, request.headers.get(hdrs.AUTHORIZATION, ""))
        if token is None:
            return await _refuse(window, 401, "token")
        if token.is_over(window.now()):
            return await _refuse(window, 401, "expired", token.name)
        if request.headers.get("X-Namespace") != window.namespace:
            return await _refuse(window, 403, "namespace", token.name)
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return await _refuse(window, 413, "size", token.name)
        return await _show(window, token.name, body)

    return decode


def _find_token(tokens: tuple[Token, ...], header: str) -> Token | None:
    scheme, _, given = header.partition(" ")
    found = find_token(tokens, given.strip())
    return found if scheme.lower() == "bearer" else None


async def _show(window: Window, name: str, body: bytes) -> web.Response:
    try:
        asked = json_format.Parse(body, Payloads(), ignore_unknown_fields=True)
    except (json_format.ParseError, UnicodeDecodeError):
        return _say(400, "payloads")
    try:
        await _trail(window).note(name, "access.decoded", count=str(len(asked.payloads)))
        opened = await window.codec.decode(asked.payloads)
    except StoreUnavailable:
        return _say(503, "audit")
    except (KeyUnknown, PayloadDamaged) as error:
        return _say(422, type(error).__name__)
    text = json_format.MessageToJson(Payloads(payloads=opened), indent=None)
    return web.Response(text=text, content_type="application/json")


async def _refuse(window: Window, status: int, reason: str, name: str = "") -> web.Response:
    await _trail(window).refused(reason, name)
    return _say(status, reason)


def _trail(window: Window) -> Trail:
    return Trail(window.store, CHAIN, window.now, {"namespace": window.namespace})


def _say(status: int, reason: str) -> web.Response:
    headers = {hdrs.WWW_AUTHENTICATE: "Bearer"} if status == 401 else {}  # noqa: PLR2004 - HTTP's own number
    return web.json_response({"refused": reason}, status=status, headers=headers)
