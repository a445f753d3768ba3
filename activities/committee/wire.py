"""The HTTP client of language models: guarded, bounded, counted."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import httpx2
import structlog

from runtime.egress import reachable_address

_LOG = structlog.get_logger(__name__)
_CONNECTING, _CONNECTED = "connection.connect_tcp.started", "connection.connect_tcp.complete"

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


def open_client(timeout: float, traffic: Traffic, *, in_house: bool = False) -> httpx2.AsyncClient:
    """A client that follows no redirect, inflates nothing, and counts what it sends and gets.

    It connects to public addresses only, whatever a name leads to, unless `in_house` says that
    private ones are meant. Behind a proxy of the environment the proxy decides where names lead.
    """

    async def count(request: httpx2.Request) -> None:
        host = request.url.raw_host.decode("ascii")
        request.extensions["trace"] = _Guard(host, in_house).judge
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


@dataclass(slots=True)
class _Guard:
    """Judges where a host leads before a connection is made, and once more where it went."""

    host: str
    in_house: bool
    direct: bool = False

    async def judge(self, event: str, told: dict[str, Any]) -> None:
        """What the client tells of each step of a connection; raising ends it."""
        if event == _CONNECTING:
            self.direct = told["host"] == self.host
            if self.direct:
                self._refuse_private(await _addresses(self.host, told["port"]))
        elif event == _CONNECTED and self.direct:
            stream = told["return_value"]
            try:
                self._refuse_private([str(stream.get_extra_info("server_addr")[0])])
            except httpx2.ConnectError:
                await stream.aclose()
                raise

    def _refuse_private(self, addresses: list[str]) -> None:
        if not all(reachable_address(one, in_house=self.in_house) for one in addresses):
            _LOG.warning("models.private_address_refused", host=self.host)
            raise httpx2.ConnectError("The model's address leads into a private network.")


async def _addresses(host: str, port: int) -> list[str]:
    """Where a name leads; nowhere, where it is none, and then connecting says so."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return []
    return [str(one[4][0]) for one in found]
