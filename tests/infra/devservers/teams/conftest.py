"""A tiny bot, a running stand-in, and a hand on both over real HTTP."""

import asyncio
import dataclasses
import typing

import aiohttp
import pytest
from aiohttp import web

from infra.devservers.teams import Options, start

SCOPE = "https://api.botframework.com/.default"


class Bot:
    """Records what arrives; `answer` makes the response, by default 200 or a message."""

    def __init__(self):
        self.heard, self.headers, self.answer = [], [], self.agree

    async def agree(self, activity):
        if activity["type"] != "invoke":
            return web.Response(status=201)
        kind = "application/vnd.microsoft.activity.message"
        return web.json_response({"statusCode": 200, "type": kind, "value": "ok"})

    async def hear(self, request):
        activity = await request.json()
        self.heard.append(activity)
        self.headers.append(dict(request.headers))
        return await self.answer(activity)

    def replies(self, *makers):
        """Answer with these, one after the other; the last one for ever."""
        rest = list(makers)

        async def answer(_activity):
            maker = rest.pop(0) if len(rest) > 1 else rest[0]
            made = maker()
            return await made if asyncio.iscoroutine(made) else made

        self.answer = answer


@dataclasses.dataclass
class Teams:
    url: str
    app: web.Application
    http: aiohttp.ClientSession
    bot: Bot
    token: str = ""

    async def call(self, method, path, body=None, **more) -> tuple[int, typing.Any]:
        target = path if path.startswith("http") else self.url + path
        async with self.http.request(method, target, json=body, **more) as answer:
            kind = answer.content_type
            return answer.status, await (answer.json() if "json" in kind else answer.read())

    async def good(self, method, path, body=None, **more):
        status, answer = await self.call(method, path, body, **more)
        assert status < 300, (status, answer)
        return answer

    async def bearer(self):
        if not self.token:
            self.token = (await self.ask_token())[1]["access_token"]
        return {"Authorization": f"Bearer {self.token}"}

    async def ask_token(self, **changes):
        state = await self.good("GET", "/__fake/state")
        form = {
            "grant_type": "client_credentials",
            "client_id": state["app_id"],
            "client_secret": "a secret",
            "scope": SCOPE,
            **changes,
        }
        tenant = form.pop("tenant", state["tenant_id"])
        return await self.call("POST", f"/{tenant}/oauth2/v2.0/token", data=form)

    async def wire(self, method, path, body=None, **more):
        """Call the connector as the bot."""
        return await self.call(method, f"/v3{path}", body, headers=await self.bearer(), **more)

    async def person(self, who="sara"):
        people = await self.good("GET", "/api/people")
        return next(one for one in people if one["key"] == who)

    async def chat(self, who="sara"):
        return (await self.person(who))["conversation"]

    async def send(self, activity, who="sara"):
        status, answer = await self.wire(
            "POST", f"/conversations/{await self.chat(who)}/activities", activity
        )
        assert status == 201, answer
        return answer["id"]

    def act(self, deed, body=None, who="sara"):
        return self.call("POST", f"/api/people/{who}/{deed}", body or {})

    async def sees(self, message, who="sara"):
        shown = await self.good("GET", f"/api/people/{who}/messages")
        return next(one for one in shown if one["id"] == message)

    def fake(self, lever, body=None, method="POST"):
        return self.good(method, f"/__fake/{lever}", body or {})


@pytest.fixture
async def bot():
    return Bot()


@pytest.fixture
async def bot_url(bot):
    app = web.Application()
    app.router.add_post("/api/messages", bot.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
    await runner.cleanup()


@pytest.fixture
async def options(bot_url):
    return Options(bot_url=bot_url, answer_seconds=2.0, resend_after=(0.01, 0.01), limits=False)


@pytest.fixture
async def teams(options, bot):
    running = await start(options)
    async with aiohttp.ClientSession() as http:
        yield Teams(running.url, running.app, http, bot)
    await running.stop()
