"""Carries faults out: refuses, delays, cuts and hangs up."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiohttp import web

from infra.devservers.books.clock import Clock
from infra.devservers.books.faults import Fault
from infra.devservers.books.limits import crowded, exhausted, hurried
from infra.devservers.books.tokens import revoked, throttled
from infra.devservers.books.wire import Answer, Refusal, refused

TICK = 0.02
SLICE = 64
PAGE = b"<!DOCTYPE html><html><body><h1>%s</h1><p>We will be back soon.</p></body></html>"


def unauthorized() -> Refusal:
    """Return the refusal of a token that is bad, old or too narrow: all look the same."""
    return Refusal(401, 57, "You are not authorized to perform this operation")


def instead(fault: Fault) -> Answer | None:
    """Return the answer that a fault gives in place of any work, None if it gives none."""
    make = INSTEAD.get(fault.kind)
    if make is None:
        return None
    answer = make()
    wait = fault.retry_after
    return answer if wait is None else replace(answer, headers={"Retry-After": str(wait)})


def internal_error() -> Answer:
    """Return HTTP 500 with code 1000."""
    return refused(Refusal(500, 1000, "Internal error"))


def _maintenance(status: int, title: bytes) -> Callable[[], Answer]:
    return lambda: Answer(status=status, body=PAGE % title, content_type="text/html;charset=UTF-8")


INSTEAD: dict[str, Callable[[], Answer]] = {
    "unauthorized": lambda: refused(unauthorized()),
    "revoked_refresh": revoked,
    "token_throttle": throttled,
    "429/44": lambda: refused(hurried()),
    "429/45": lambda: refused(exhausted()),
    "429/1070": lambda: refused(crowded()),
    "500": internal_error,
    "502": _maintenance(502, b"Bad gateway"),
    "503": _maintenance(503, b"Maintenance"),
    "504": _maintenance(504, b"Gateway time-out"),
    "200_with_nonzero_code": lambda: refused(Refusal(200, 2, "Invalid value passed for Item ID")),
}


async def delay(request: web.Request, fault: Fault, clock: Clock) -> None:
    """Wait before the work: a slow server, or one whose client has long given up."""
    if fault.kind == "commit_late":
        if fault.hang_up:
            hang_up(request)
        await _until_gone(request, clock, float("inf"))
    if fault.kind in {"commit_late", "slow"}:
        await clock.sleep(fault.seconds)


async def deliver(
    request: web.Request, answer: Answer, fault: Fault | None, clock: Clock
) -> web.StreamResponse:
    """Send an answer, or do to it what the fault says; the work is done by now."""
    spoil = SPOILERS.get(fault.kind) if fault else None
    if fault is None or spoil is None:
        return respond(answer)
    return await spoil(request, answer, fault, clock)


def respond(answer: Answer) -> web.Response:
    """Turn an answer into a response."""
    headers = {"Content-Type": answer.content_type} | answer.headers
    return web.Response(status=answer.status, body=answer.body, headers=headers)


def hang_up(request: web.Request, *, reset: bool = False) -> web.Response:
    """Close the connection without an answer, politely or with a reset."""
    transport = request.transport
    if transport is not None:
        if reset:
            raw: socket.socket = transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            transport.abort()
        else:
            transport.close()
    return web.Response()


async def _until_gone(request: web.Request, clock: Clock, seconds: float) -> None:
    until = clock.now() + seconds
    while request.transport is not None and clock.now() < until:  # noqa: ASYNC110 - aiohttp has no event for it
        await asyncio.sleep(TICK)


async def _drop(request: web.Request, *_: object) -> web.StreamResponse:
    return hang_up(request)


async def _reset(request: web.Request, *_: object) -> web.StreamResponse:
    return hang_up(request, reset=True)


async def _hang(
    request: web.Request, _answer: Answer, fault: Fault, clock: Clock
) -> web.StreamResponse:
    await _until_gone(request, clock, fault.seconds)
    return hang_up(request)


async def _fail(*_: object) -> web.StreamResponse:
    return respond(internal_error())


async def _truncate(_request: web.Request, answer: Answer, *_: object) -> web.StreamResponse:
    half = answer.body[: len(answer.body) // 2]
    return respond(replace(answer, status=200, body=half))


async def _empty(_request: web.Request, answer: Answer, *_: object) -> web.StreamResponse:
    return respond(replace(answer, status=200, body=b""))


async def _cut(request: web.Request, answer: Answer, *_: object) -> web.StreamResponse:
    response = await _announce(request, answer)
    await response.write(answer.body[: len(answer.body) // 2])
    hang_up(request)
    return response


async def _trickle(
    request: web.Request, answer: Answer, fault: Fault, clock: Clock
) -> web.StreamResponse:
    response = await _announce(request, answer)
    for start in range(0, len(answer.body), SLICE):
        await response.write(answer.body[start : start + SLICE])
        await clock.sleep(fault.seconds)
    return response


async def _announce(request: web.Request, answer: Answer) -> web.StreamResponse:
    response = web.StreamResponse(status=answer.status)
    response.headers["Content-Type"] = answer.content_type
    response.content_length = len(answer.body)
    await response.prepare(request)
    return response


Spoiler = Callable[[web.Request, Answer, Fault, Clock], Awaitable[web.StreamResponse]]
SPOILERS: dict[str, Spoiler] = {
    "drop_after_commit": _drop,
    "commit_then_reset": _reset,
    "commit_then_hang": _hang,
    "commit_then_500": _fail,
    "commit_then_cut": _cut,
    "malformed_json": _truncate,
    "empty_body": _empty,
    "trickle": _trickle,
}
