"""Downloads against real servers, honest and hostile."""

# ruff: noqa: S104 - an address to be refused

import asyncio
import gzip
import socket
import time
import tracemalloc
from contextlib import suppress
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver

from orders.errors import FileHostUnavailable, FileTooLarge, LinkExpired, LinkRefused
from runtime.download import FetchRules, fetch
from runtime.settings import FileSettings
from tests import loopback

MB = 1_000_000
RULES = FetchRules(("*.sharepoint.com",), max_bytes=MB, seconds=1.0, allow_loopback=True)


class Host:
    """A file host on loopback that answers by script and remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[web.BaseRequest] = []
        self.script = {}
        self.root = ""

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.heard.append(request)
        return web.Response(**self.script[request.path])


@pytest.fixture
async def host():
    told = Host()
    runner = web.ServerRunner(web.Server(told.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    told.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield told
    await runner.cleanup()


@pytest.fixture
async def raw():
    """Starts a server that writes exactly these bytes, piece by piece, and counts connections."""
    servers, seen = [], []

    async def start(*pieces: bytes, pause: float = 0.0, forever: bool = False) -> str:
        async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen.append(1)
            try:
                while True:
                    for piece in pieces:
                        writer.write(piece)
                        await writer.drain()
                        await asyncio.sleep(pause)
                    if not forever:
                        break
            except OSError:
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/file"

    start.seen = seen
    yield start
    for server in servers:
        server.close()


class Resolver(AbstractResolver):
    """Leads every name to these addresses, one after the other."""

    def __init__(self, *addresses: str, port: int = 0) -> None:
        self.left = list(addresses)
        self.port = port

    async def resolve(self, host, port=0, family=socket.AF_INET):
        address = self.left.pop(0) if len(self.left) > 1 else self.left[0]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [
            {"hostname": host, "host": address, "port": self.port or port, "family": family,
             "proto": 0, "flags": 0}
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is open."""


async def test_a_file_is_fetched_as_it_is_without_credentials_of_ours(host):
    host.script["/f"] = {"body": b"PK\3\4", "headers": {"Set-Cookie": "a=b"}}
    assert await fetch(f"{host.root}/f?tempauth=a%2Bb.c~d", RULES) == b"PK\3\4"
    request = host.heard[0]
    assert request.raw_path == "/f?tempauth=a%2Bb.c~d"
    assert not {"Authorization", "Cookie"} & set(request.headers)


async def test_b030_what_is_refused_is_refused_before_connecting(raw):
    url = await raw(b"HTTP/1.1 200 OK\r\n\r\n")
    port = url.split(":")[2]
    for name in ("127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "①②⑦.⓪.⓪.①"):
        with pytest.raises(LinkRefused):
            await fetch(f"http://{name}:{port}", RULES)
    closed = FetchRules(("*.sharepoint.com",))
    with pytest.raises(LinkRefused):
        await fetch(url, closed)
    assert raw.seen == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "169.254.169.254", "168.63.129.16", "100.64.0.1", "::1", "fd00:ec2::254",
     "64:ff9b::7f00:1", "::ffff:127.0.0.1", "0.0.0.0"],
)  # fmt: skip
async def test_b031_b032_an_allowed_name_that_leads_inside_is_refused_at_connect_time(raw, address):
    port = int((await raw(b"HTTP/1.1 200 OK\r\n\r\n")).split(":")[2].split("/")[0])
    with pytest.raises(LinkRefused, match="private network"):
        await fetch("https://x.sharepoint.com/f", RULES, Resolver(address, port=port))
    assert raw.seen == []


async def test_b032_a_name_that_changes_its_mind_is_judged_each_time(raw):
    """The first answer is public, the second one is not: what counts is where the socket goes.

    Naive: a name that was looked up and judged is looked up again to connect.
    """
    port = int((await raw(b"HTTP/1.1 200 OK\r\n\r\n")).split(":")[2].split("/")[0])
    rebinding = Resolver("8.8.8.8", "127.0.0.1", port=port)
    with pytest.raises(loopback.OutsideWorld):
        await fetch("https://x.sharepoint.com/f", RULES, rebinding)
    loopback.strayed.clear()
    with pytest.raises(LinkRefused, match="private network"):
        await fetch("https://x.sharepoint.com/f", RULES, rebinding)
    assert raw.seen == []


async def test_b032_loopback_that_is_allowed_does_not_open_the_inside(raw):
    url = (await raw(b"HTTP/1.1 200 OK\r\n\r\n")).replace("127.0.0.1", "localhost")
    with pytest.raises(LinkRefused, match="private network"):
        await fetch(url, RULES, Resolver("10.0.0.1"))
    with pytest.raises(LinkRefused, match="private network"):
        await fetch(url, RULES, Resolver("8.8.8.8"))
    assert raw.seen == []


@pytest.mark.parametrize(
    "location",
    ["http://10.0.0.1/", "http://127.1/", "http://evil.example/", "https://evil.example/x", "file:///etc/passwd",
     "//evil.example/x", "http://user@127.0.0.1/", "http://[::1/", "ftp://127.0.0.1/"],
)  # fmt: skip
async def test_b033_a_redirect_is_judged_like_the_first_address(host, location):
    host.script["/f"] = {"status": 302, "headers": {"Location": location}}
    with pytest.raises(LinkRefused):
        await fetch(f"{host.root}/f", RULES)
    assert len(host.heard) == 1


async def test_b033_three_hops_are_followed_and_five_are_not(host):
    for hop in range(6):
        host.script[f"/{hop}"] = {"status": 307, "headers": {"Location": f"/{hop + 1}"}}
    with pytest.raises(LinkRefused, match="without end"):
        await fetch(f"{host.root}/0", RULES)
    assert [one.path for one in host.heard] == ["/0", "/1", "/2", "/3"]
    host.script["/3"] = {"body": b"here"}
    assert await fetch(f"{host.root}/0", RULES) == b"here"
    assert not any("Authorization" in one.headers or "Referer" in one.headers for one in host.heard)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_b037_an_expired_link_is_final(host, status):
    host.script["/f"] = {"status": status, "text": "secret"}
    with pytest.raises(LinkExpired) as caught:
        await fetch(f"{host.root}/f", RULES)
    assert not caught.value.retryable


@pytest.mark.parametrize(
    ("status", "header", "pause"),
    [
        (429, {"Retry-After": "7"}, timedelta(seconds=7)), (503, {"Retry-After": "0"}, timedelta(0)),
        (500, {}, None), (502, {"Retry-After": "soon"}, None),
        (429, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, timedelta(0)),
    ],
)  # fmt: skip
async def test_b037_a_busy_host_is_tried_again_when_it_says(host, status, header, pause):
    host.script["/f"] = {"status": status, "headers": header}
    with pytest.raises(FileHostUnavailable) as caught:
        await fetch(f"{host.root}/f", RULES)
    assert caught.value.retryable
    assert caught.value.retry_after == pause


@pytest.mark.parametrize("status", [204, 206, 400, 405, 418])
async def test_b037_any_other_answer_is_no_file(host, status):
    host.script["/f"] = {"status": status}
    with pytest.raises(LinkRefused, match=str(status)):
        await fetch(f"{host.root}/f", RULES)


async def test_a_share_page_instead_of_the_file_says_so(host):
    """Teams on iOS sends a link to the page that shows the file."""
    host.script["/f"] = {"text": "<html>", "content_type": "text/html"}
    with pytest.raises(LinkRefused, match="web page instead of the file"):
        await fetch(f"{host.root}/f", RULES)


async def test_b035_a_length_beyond_the_cap_stops_before_the_body(raw):
    url = await raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\n")
    with pytest.raises(FileTooLarge, match="1 MB"):
        await fetch(url, RULES)


async def test_b035_an_endless_body_without_a_length_stops_at_the_cap(raw):
    url = await raw(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", *[b"x" * 65_536] * 99)
    with pytest.raises(FileTooLarge):
        await fetch(url, RULES)


async def test_b035_a_body_shorter_than_its_length_is_no_file(raw):
    url = await raw(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort")
    with pytest.raises(FileHostUnavailable):
        await fetch(url, RULES)


async def test_b035_a_body_longer_than_its_length_gives_no_byte_more(raw):
    url = await raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst and more")
    with suppress(FileHostUnavailable):
        assert await fetch(url, RULES) == b"first"


async def test_b035_one_byte_at_a_time_stops_at_the_clock(raw):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"
    url = await raw(head, *[b"x"] * 500, pause=0.05)
    began = time.perf_counter()
    with pytest.raises(FileHostUnavailable, match="too slow"):
        await fetch(url, FetchRules((), seconds=0.3, allow_loopback=True))
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    "header", [b"X: y\r\n", b"X: " + b"y" * 90 + b"\r\n", b"X: " + b"y" * 65_536]
)
async def test_b035_endless_headers_stop(raw, header):
    url = await raw(b"HTTP/1.1 200 OK\r\n", *[header] * 20_000)
    with pytest.raises(FileHostUnavailable):
        await fetch(url, RULES)


@pytest.mark.parametrize("answer", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\n"])
async def test_a_host_that_breaks_off_is_tried_again(raw, answer):
    with pytest.raises(FileHostUnavailable):
        await fetch(await raw(answer), RULES)


async def test_a_host_that_is_not_there_is_tried_again():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with pytest.raises(FileHostUnavailable) as caught:
        await fetch(f"http://127.0.0.1:{port}/f?tempauth=canary", RULES)
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_b036_a_gzip_bomb_stops_at_the_cap_of_what_it_inflates_to(host):
    bomb = gzip.compress(bytes(200 * MB), 9)
    host.script["/f"] = {"body": bomb, "headers": {"Content-Encoding": "gzip"}}
    tracemalloc.start()
    try:
        with pytest.raises(FileTooLarge):
            await fetch(f"{host.root}/f", RULES)
        assert tracemalloc.get_traced_memory()[1] < 50 * MB
    finally:
        tracemalloc.stop()


async def test_an_encoded_answer_is_decoded(host):
    body = gzip.compress(b"sku,qty\n")
    host.script["/f"] = {"body": body, "headers": {"Content-Encoding": "gzip"}}
    assert await fetch(f"{host.root}/f", RULES) == b"sku,qty\n"


async def test_no_proxy_of_the_environment_is_used(host, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    host.script["/f"] = {"body": b"x"}
    assert await fetch(f"{host.root}/f", RULES) == b"x"


def test_rules_come_from_the_settings():
    rules = FetchRules.of(FileSettings(hosts="a.com, *.b.com", max_bytes=7, download_seconds=2))
    assert rules == FetchRules(("a.com", "*.b.com"), 7, 2, allow_loopback=False)
    assert FetchRules.of(FileSettings(), allow_loopback=True).allow_loopback
