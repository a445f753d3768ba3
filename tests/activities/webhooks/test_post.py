"""Sending to a real receiver over HTTP, and to places nothing is sent to."""

import asyncio

import pytest
from aiohttp import web

from activities.webhooks.post import Post
from orders.errors import SubscriberUnavailable
from orders.outbound import Answer, Subscription, sign

SECRET = "a-secret-of-enough-length"
BODY = '{"type":"order.drafted"}'


class Receiver:
    """A subscriber that answers as it is told and keeps what it got."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.heard: list[tuple[dict[str, str], str]] = []
        self.slow = 0.0
        self.url = ""

    async def hear(self, request: web.Request) -> web.Response:
        self.heard.append((dict(request.headers), await request.text()))
        await asyncio.sleep(self.slow)
        status = self.answers.pop(0) if self.answers else 200
        return web.Response(status=status, headers={"Location": "http://127.0.0.1:1/"})


@pytest.fixture
async def receiver():
    made = Receiver()
    app = web.Application()
    app.router.add_post("/hook", made.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


def send(url, **post):
    to = Subscription("erp", url, SECRET)
    return Post(**{"allow_loopback": True, **post}).send(to, "evt_1", 1_700_000_000, BODY)


async def test_an_event_arrives_signed(receiver):
    assert await send(receiver.url) == (Answer.DELIVERED, "HTTP 200")
    ((headers, body),) = receiver.heard
    assert body == BODY
    wanted = sign(SECRET, "evt_1", 1_700_000_000, BODY)
    got = {name.lower(): value for name, value in headers.items()}
    assert {name: got[name.lower()] for name in wanted} == dict(wanted)


@pytest.mark.parametrize(
    ("status", "answer"), [(410, Answer.GONE), (404, Answer.DEAD), (302, Answer.DEAD)]
)
async def test_a_final_answer_is_final_and_a_redirect_is_not_followed(receiver, status, answer):
    receiver.answers = [status]
    assert (await send(receiver.url))[0] is answer
    assert len(receiver.heard) == 1


async def test_trouble_and_silence_are_tried_again(receiver):
    receiver.answers = [503]
    with pytest.raises(SubscriberUnavailable):
        await send(receiver.url)
    receiver.slow = 5
    with pytest.raises(SubscriberUnavailable):
        await send(receiver.url, seconds=0.2)
    with pytest.raises(SubscriberUnavailable):
        await send("http://127.0.0.1:1/hook")


@pytest.mark.parametrize(
    "url",
    [
        "http://erp.example/hook", "https://10.0.0.8/hook", "https://localhost/hook",
        "https://user@erp.example/hook", "https://erp.example:8443/hook", "ftp://erp.example/",
    ],
)  # fmt: skip
async def test_b098_private_and_strange_addresses_get_nothing(url):
    assert (await send(url, allow_loopback=False))[0] is Answer.DEAD


async def test_loopback_gets_nothing_unless_the_desk_is_tried_out(receiver):
    assert (await send(receiver.url, allow_loopback=False))[0] is Answer.DEAD
    assert receiver.heard == []
