"""Fetches one file from an allowed host: bounded, judged at every hop."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from orders.errors import FileHostUnavailable, FileTooLarge, LinkExpired, LinkRefused
from runtime.bounded import TooLong, read_bounded
from runtime.connector.answers import read_retry_after
from runtime.egress import judge_url, public_address, split_hosts
from runtime.settings import FileSettings, is_loopback

_MOST_HOPS = 3
_OK = 200
_TOO_MANY = 429
_SERVER_FAULT = 500
_MOVED = (301, 302, 303, 307, 308)
_EXPIRED = (401, 403, 404, 410)


@dataclass(frozen=True, slots=True)
class FetchRules:
    """Where files may come from, and how much and how long one may take."""

    hosts: tuple[str, ...]
    max_bytes: int = 25_000_000
    seconds: float = 30.0
    allow_loopback: bool = False

    @classmethod
    def of(cls, files: FileSettings, *, allow_loopback: bool = False) -> "FetchRules":
        """The rules of the settings; loopback is for a desk that runs on stand-ins."""
        hosts = split_hosts(files.hosts)
        return cls(hosts, files.max_bytes, files.download_seconds, allow_loopback)


async def fetch(url: str, rules: FetchRules, resolver: AbstractResolver | None = None) -> bytes:
    """Download a file with no credentials of ours, following at most three judged redirects.

    Raises:
        LinkRefused: an address, redirect or answer the desk does not take.
        LinkExpired: the link is no longer valid.
        FileTooLarge: more decoded bytes than the rules allow.
        FileHostUnavailable: throttled, broken off, too slow or down; try again.
    """
    try:
        async with asyncio.timeout(rules.seconds):
            return await _follow(url, rules, resolver)
    except TimeoutError:
        raise FileHostUnavailable("The file host was too slow.") from None
    except (aiohttp.ClientError, OSError):
        # The error's own text may quote the link, which is a secret while it lives.
        raise FileHostUnavailable("The file host broke the connection.") from None


async def _follow(url: str, rules: FetchRules, resolver: AbstractResolver | None) -> bytes:
    for _ in range(_MOST_HOPS + 1):
        judge_url(url, rules.hosts, allow_loopback=rules.allow_loopback)
        async with guarded_session(url, resolver) as session, _get(session, url) as answer:
            if answer.status not in _MOVED:
                return await _take(answer, rules.max_bytes)
            url = _next(url, answer.headers.get("Location", ""))
    raise LinkRefused("The file's address leads from one place to the next without end.")


def guarded_session(url: str, resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """A session for one judged address: its sockets open to public addresses only.

    To loopback ones only, where the address itself is one. A name that leads elsewhere raises
    `LinkRefused`.
    """
    connector = aiohttp.TCPConnector(
        resolver=resolver,
        use_dns_cache=False,
        force_close=True,
        happy_eyeballs_delay=None,
        socket_factory=_guard(loopback=is_loopback(URL(url).host or "")),
    )
    return aiohttp.ClientSession(
        connector=connector, trust_env=False, cookie_jar=aiohttp.DummyCookieJar()
    )


def _get(session: aiohttp.ClientSession, url: str) -> Any:
    return session.get(URL(url, encoded=True), allow_redirects=False)


def _guard(*, loopback: bool) -> Callable[[Any], socket.socket]:
    """Opens a socket only to an address of the kind that was judged, whatever a name led to."""

    def open_socket(address: Any) -> socket.socket:
        family, kind, protocol, _, peer = address
        host = str(peer[0])
        if not (is_loopback(host) if loopback else public_address(host)):
            raise LinkRefused("The file's address leads into a private network.")
        return socket.socket(family, kind, protocol)

    return open_socket


def _next(url: str, location: str) -> str:
    try:
        return str(URL(url, encoded=True).join(URL(location, encoded=True)))
    except ValueError:
        raise LinkRefused("The file's address cannot be read.") from None


async def _take(answer: aiohttp.ClientResponse, max_bytes: int) -> bytes:
    _judge_status(answer)
    if answer.content_type == "text/html":
        raise LinkRefused("The link leads to a web page instead of the file.")
    try:
        return await read_bounded(answer, max_bytes)
    except TooLong:
        size = f"{max_bytes / 1_000_000:g}"
        raise FileTooLarge(f"The file is larger than {size} MB.") from None


def _judge_status(answer: aiohttp.ClientResponse) -> None:
    if answer.status == _OK:
        return
    if answer.status in _EXPIRED:
        raise LinkExpired
    if answer.status == _TOO_MANY or answer.status >= _SERVER_FAULT:
        seconds = read_retry_after(answer.headers)
        pause = None if seconds is None else timedelta(seconds=seconds)
        raise FileHostUnavailable(retry_after=pause)
    raise LinkRefused(f"The file host refused the link ({answer.status}).")
