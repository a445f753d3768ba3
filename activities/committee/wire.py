"""The HTTP client of language models: bounded, counted, no redirects."""

import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import lru_cache

import httpx2

MOST_BYTES = 262_144
"""An answer is some hundred bytes; whoever sends more is cut off."""


@dataclass(slots=True)
class Traffic:
    """What went over the wire: requests, bytes sent and received."""

    requests: int = 0
    sent: int = 0
    received: int = 0


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, traffic: Traffic) -> None:
        self._inner, self._traffic = inner, traffic

    async def __aiter__(self) -> AsyncIterator[bytes]:
        got = 0
        async for chunk in self._inner:
            got += len(chunk)
            self._traffic.received += len(chunk)
            if got > MOST_BYTES:
                raise httpx2.RemoteProtocolError("The answer is too long.")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """The certificates that are trusted; reading them takes longer than a call does."""
    return httpx2.create_ssl_context()


def open_client(timeout: float, traffic: Traffic) -> httpx2.AsyncClient:
    """A client that follows no redirect, inflates nothing, and counts what it sends and gets."""

    async def count(request: httpx2.Request) -> None:
        request.headers["accept-encoding"] = "identity"
        traffic.requests += 1
        traffic.sent += len(request.content)

    async def bound(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise httpx2.RemoteProtocolError("The answer is packed.")
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Bounded(response.stream, traffic)

    return httpx2.AsyncClient(
        timeout=timeout,
        verify=_trust(),
        follow_redirects=False,
        event_hooks={"request": [count], "response": [bound]},
    )
