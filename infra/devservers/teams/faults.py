"""What goes wrong on demand, on any route, a counted number of times."""

import asyncio
import dataclasses
import gzip
import itertools
from collections.abc import Awaitable, Callable

from aiohttp import web

from infra.devservers.teams.options import Json

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

ROUTES = frozenset(
    {
        "attachment",
        "bot",
        "create",
        "delete",
        "file",
        "keys",
        "members",
        "metadata",
        "reply",
        "send",
        "token",
        "update",
    }
)
CODES = {
    400: "BadSyntax",
    401: "BotNotRegistered",
    403: "BotNotInConversationRoster",
    404: "ConversationNotFound",
    412: "PreconditionFailed",
    413: "MessageSizeTooBig",
    429: "TooManyRequests",
    500: "ServiceError",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
}
_BOMB_BYTES = 64 * 1024 * 1024
SUB_CODES = {"ConversationBlockedByUser": "MessageWritesBlocked"}


@dataclasses.dataclass(slots=True)
class Fault:
    """One planned failure; `count` below zero never ends, `delay` is in seconds.

    `match` is a part of the path or body that must occur; `skip` lets so many pass first.
    `status` 0 is 200 for a page in HTML and 503 for the rest.
    """

    route: str
    kind: str = "status"
    status: int = 0
    code: str = ""
    retry_after: float | None = None
    delay: float = 0.0
    match: str = ""
    skip: int = 0
    count: int = 1
    location: str = ""
    id: int = 0
    hits: int = 0

    def bites(self, route: str, text: str) -> bool:
        """Whether this call fails; counts it if so."""
        if self.route not in {"*", route} or self.count == 0 or self.match not in text:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.count -= self.count > 0
        self.hits += 1
        return True


class Faults:
    """The planned failures, oldest first."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []
        self._ids = itertools.count(1)

    def plan(self, body: Json) -> Fault:
        """Add a failure; ValueError says what is wrong with it."""
        names = {field.name for field in dataclasses.fields(Fault)} - {"id", "hits"}
        if unknown := sorted(set(body) - names):
            raise ValueError(f"unknown fields {unknown}, known are {sorted(names)}")
        fault = Fault(**{"route": "", **body}, id=next(self._ids))
        if fault.route not in ROUTES | {"*"}:
            raise ValueError(f"route must be one of {sorted(ROUTES)} or *")
        if fault.kind not in KINDS:
            raise ValueError(f"kind must be one of {sorted(KINDS)}")
        self.planned.append(fault)
        return fault

    def take(self, route: str, text: str) -> Fault | None:
        """The failure that bites this call, if any."""
        return next((fault for fault in self.planned if fault.bites(route, text)), None)


def refusal(
    status: int, message: str, code: str = "", retry_after: float | None = None
) -> web.Response:
    """An answer in the connector's error shape."""
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    code = code or CODES.get(status, "ServiceError")
    body: Json = {"error": {"code": code, "message": message}}
    if code in SUB_CODES:
        body["subCode"] = SUB_CODES[code]
    return web.json_response(body, status=status, headers=headers)


async def misbehave(fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer the request as the fault says, after its delay."""
    await asyncio.sleep(fault.delay)
    return await KINDS[fault.kind](fault, request, handler)


async def _status(fault: Fault, _request: web.Request, _handler: Handler) -> web.StreamResponse:
    return refusal(fault.status or 503, "On demand.", fault.code, fault.retry_after)


async def _accept(fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    await handler(request)
    return await _status(fault, request, handler)


async def _accept_drop(fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    await handler(request)
    return await _drop(fault, request, handler)


async def _drop(_fault: Fault, request: web.Request, _handler: Handler) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _slow(_fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    return await handler(request)


async def _html(fault: Fault, _request: web.Request, _handler: Handler) -> web.StreamResponse:
    page = "<!DOCTYPE html><html><body><h1>Sign in to continue</h1></body></html>"
    return web.Response(text=page, status=fault.status or 200, content_type="text/html")


async def _redirect(fault: Fault, request: web.Request, _handler: Handler) -> web.StreamResponse:
    where = fault.location or str(request.url.with_path("/sign-in"))
    return web.Response(status=302, headers={"Location": where})


async def _gzip(_fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    answer = await handler(request)
    if isinstance(answer, web.Response) and isinstance(answer.body, bytes):
        answer.body = gzip.compress(answer.body)
        answer.headers["Content-Encoding"] = "gzip"
    return answer


async def _bomb(_fault: Fault, _request: web.Request, _handler: Handler) -> web.StreamResponse:
    body = await asyncio.to_thread(gzip.compress, bytes(_BOMB_BYTES))
    return web.Response(body=body, headers={"Content-Encoding": "gzip"})


async def _cut(_fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
    answer = await handler(request)
    whole = answer.body if isinstance(answer, web.Response) else b""
    whole = whole if isinstance(whole, bytes) else b""
    part = web.StreamResponse(status=answer.status)
    part.content_type = "application/octet-stream"
    part.content_length = len(whole)
    await part.prepare(request)
    await part.write(whole[: len(whole) // 2])
    await _drop(_fault, request, handler)
    return part


KINDS: dict[str, Callable[[Fault, web.Request, Handler], Awaitable[web.StreamResponse]]] = {
    "accept_then_drop": _accept_drop,
    "accept_then_fail": _accept,
    "bomb": _bomb,
    "cut": _cut,
    "drop": _drop,
    "gzip": _gzip,
    "html": _html,
    "redirect": _redirect,
    "slow": _slow,
    "status": _status,
}
