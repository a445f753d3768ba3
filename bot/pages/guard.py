"""Who may look: a token for each request, our form for each change."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware

from bot.pages.backstage import Backstage
from runtime.tokens import Token, find_token
from runtime.trail import Trail

CHAIN = "ops"
"""The audit chain of what was done here; it belongs to no single order."""
OPERATOR = web.RequestKey("operator", Token)
FORM = "form"
"""The field of a form that says it is one of ours."""
_OPEN = "/healthz"
_LOOKS = (hdrs.METH_GET, hdrs.METH_HEAD)
_HEADERS = {
    hdrs.CACHE_CONTROL: "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guard(backstage: Backstage) -> Middleware:
    """Nothing is shown without a token, nothing is changed but from a form of the same page."""

    @web.middleware
    async def check(request: web.Request, handler: _Handler) -> web.StreamResponse:
        if request.path != _OPEN:
            token = _who(backstage, request)
            if token is None:
                return await _refuse(backstage, 401, "token")
            if request.method not in _LOOKS and not await _is_ours(request, token):
                return await _refuse(backstage, 403, "form", token.name)
            request[OPERATOR] = token
        answer = await handler(request)
        answer.headers.update(_HEADERS)
        return answer

    return check


def form_key(token: Token) -> str:
    """What a form of this operator's pages carries, and no other site can know."""
    return hmac.new(token.secret.encode(), b"desk-ops-form", hashlib.sha256).hexdigest()


async def note(backstage: Backstage, who: str, kind: str, /, **facts: str) -> None:
    """Put an action into the audit, before it is done. Raises `StoreUnavailable`."""
    await _trail(backstage).note(who, kind, **facts)


def _trail(backstage: Backstage) -> Trail:
    return Trail(backstage.store, CHAIN, backstage.now)


def _who(backstage: Backstage, request: web.Request) -> Token | None:
    """The operator behind a request: HTTP's own Basic (any name) or Bearer, still valid."""
    scheme, _, given = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
    secret = given.strip() if scheme.lower() == "bearer" else ""
    if scheme.lower() == "basic":
        with suppress(binascii.Error, UnicodeDecodeError):
            secret = base64.b64decode(given, validate=True).decode().partition(":")[2]
    token = find_token(backstage.tokens, secret) if secret else None
    return None if token is None or token.is_over(backstage.now()) else token


async def _is_ours(request: web.Request, token: Token) -> bool:
    """Whether a change comes from a form that this operator's own page showed."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is not None and origin.partition("://")[2] != request.host:
        return False
    given = str((await request.post()).get(FORM, ""))
    return hmac.compare_digest(given.encode(), form_key(token).encode())


async def _refuse(backstage: Backstage, status: int, reason: str, who: str = "") -> web.Response:
    await _trail(backstage).refused(reason, who)
    headers = dict(_HEADERS)
    if status == 401:  # noqa: PLR2004 - HTTP's own number
        headers[hdrs.WWW_AUTHENTICATE] = 'Basic realm="Order Desk operators", charset="UTF-8"'
    return web.Response(status=status, text=f"refused: {reason}\n", headers=headers)
