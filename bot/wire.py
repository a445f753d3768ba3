"""Request bodies, read with bounds before anything trusts them."""

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from aiohttp import web
from aiohttp.web_protocol import RequestPayloadError

MAX_BODY = 262_144
"""Bytes of the largest activity the desk takes; Teams' own are below 100 KB."""
MAX_DEPTH = 40
"""Deepest nesting of an activity; a card's payload needs less than ten."""


class Unreadable(Exception):
    """The request is refused before anybody asks who sent it. `status` is HTTP's."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def read_object(request: web.Request) -> dict[str, Any]:
    """The JSON object in a request's body.

    Raises:
        Unreadable: 415 for another content type, 413 above `MAX_BODY`, 400 for anything that is
            not one plain JSON object (too deep, NaN, doubled keys, broken UTF-8, broken gzip).
    """
    if request.content_type != "application/json":
        raise Unreadable(415, "content_type")
    if (request.content_length or 0) > MAX_BODY:
        raise Unreadable(413, "too_large")
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Unreadable(413, "too_large") from None
    except RequestPayloadError:
        raise Unreadable(400, "encoding") from None
    return parse_object(body)


def parse_object(body: bytes) -> dict[str, Any]:
    """Bytes to a JSON object. Raises `Unreadable` as `read_object` does."""
    try:
        text = body.decode("utf-8-sig")
        _refuse_deep(text)
        document = json.loads(text, parse_constant=_refuse, object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        raise Unreadable(400, "json") from None
    if not isinstance(document, dict):
        raise Unreadable(400, "no_object")
    return document


def _refuse_deep(text: str) -> None:
    """Count open brackets outside strings before the parser recurses."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth, inside, escaped = 0, False, False
    for one in text:
        if inside:
            inside = escaped or one != '"'
            escaped = one == "\\" and not escaped
        elif one == '"':
            inside = True
        elif one in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ValueError("too deep")
        elif one in "]}":
            depth -= 1


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("doubled key")
    return found
