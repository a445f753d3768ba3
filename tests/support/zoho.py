"""A small server in Zoho's place, for what the stand-in would never say."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from runtime.settings import ZohoSettings

TOKEN = {"access_token": "1000.a.b", "expires_in": 3600, "token_type": "Bearer"}
OK = {"code": 0, "message": "success"}


class Server:
    """A small server of our own, for what the stand-in would never say."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[web.Request] = []
        self.bodies: list[Any] = []
        self.token: Any = TOKEN
        self.token_status = 200
        self.tokens = 0
        self.answers: list[tuple[int, bytes, dict[str, str]]] = []

    def say(self, body: Any, status: int = 200, **headers: str) -> None:
        """Queue an answer; the last one repeats."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append((status, content, named))

    async def give_token(self, _request: web.Request) -> web.Response:
        self.tokens += 1
        body = dict(self.token)
        if body.get("api_domain") == "self":
            body["api_domain"] = self.url
        return web.json_response(body, status=self.token_status)

    async def answer(self, request: web.Request) -> web.Response:
        sent = await request.read()
        self.seen.append(request)
        self.bodies.append(json.loads(sent) if request.content_type.endswith("json") else sent)
        status, body, headers = self.answers.pop(0) if self.answers[1:] else self.answers[0]
        return web.Response(status=status, body=body, headers=headers)

    def settings(self, **changes: Any) -> ZohoSettings:
        known = {
            "api_url": self.url, "accounts_url": self.url, "organization_id": "77",
            "client_id": "id", "client_secret": "s", "refresh_token": "r", "timeout_seconds": 2.0,
        }  # fmt: skip
        return ZohoSettings(**{**known, **changes})


@asynccontextmanager
async def running(server: Server) -> AsyncIterator[None]:
    app = web.Application()
    app.router.add_post("/oauth/v2/token", server.give_token)
    app.router.add_route("*", "/{tail:.*}", server.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield
    finally:
        await runner.cleanup()
