"""Bodies read within bounds, whatever their headers say."""

import gzip

import aiohttp
import pytest
from aiohttp import web

from runtime.bounded import TooLong, read_bounded
from tests.support.channel import serve


async def _chunked(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    for _ in range(10):
        await answer.write(b"x" * 1_000)
    return answer


async def _told(_request: web.Request) -> web.Response:
    return web.Response(body=b"x" * 10_000)


async def _packed(_request: web.Request) -> web.Response:
    return web.Response(body=gzip.compress(b"x" * 10_000), headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize("body", [_chunked, _told, _packed])
async def test_a_body_is_read_to_its_end_or_not_at_all(body):
    app = web.Application()
    app.router.add_get("/", body)
    async with serve(app) as url, aiohttp.ClientSession() as http:
        async with http.get(url) as answer:
            assert await read_bounded(answer, 10_000) == b"x" * 10_000
        async with http.get(url) as answer:
            with pytest.raises(TooLong):
                await read_bounded(answer, 9_999)
