"""Teams as the bot sees it: signing keys, tokens, a connector that writes everything down."""

import asyncio
import io
import json
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.access import AccessLog
from bot.app import build_app
from bot.errands import Errands
from bot.identity import Verifier
from bot.keys import KeyCache
from bot.teams import Door
from bot.turn import Answer, Nothing, TextAnswer, Turn
from runtime.connector import Connector, open_http
from runtime.settings import BotSettings

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-0000-0000-0000-00000000000a"
SARA = "bbbbbbbb-0000-0000-0000-00000000000b"
ISSUER = "https://api.botframework.com"

_PRIVATE = [rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(3)]


class SigningKey:
    """A key pair with its published form."""

    def __init__(self, kid: str, pair: int = 0, endorsements: Any = ("msteams",)) -> None:
        self.kid = kid
        self.private = _PRIVATE[pair]
        self.jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        self.jwk |= {"kid": kid, "use": "sig", "endorsements": list(endorsements)}

    def sign(self, claims: dict[str, Any], **headers: Any) -> str:
        return jwt.encode(claims, self.private, "RS256", headers={"kid": self.kid, **headers})


@asynccontextmanager
async def serve(app: web.Application):
    """The application on a free loopback port; yields its base address."""
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


class KeyServer:
    """OpenID metadata, keys and a token endpoint."""

    def __init__(self) -> None:
        self.url = ""
        self.keys: list[dict[str, Any]] = []
        self.metadata_hits = 0
        self.token_hits = 0
        self.forms: list[dict[str, Any]] = []
        self.delay = 0.0
        self.status = 200
        self.lifetime = 3600
        self.token_status = 200
        self.extra: dict[str, Any] = {}
        self.jwks_body: Any = None

    async def _metadata(self, _request):
        self.metadata_hits += 1
        await asyncio.sleep(self.delay)
        document = {
            "issuer": ISSUER,
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint": f"{self.url}/token",
        }
        return web.json_response({**document, **self.extra}, status=self.status)

    async def _keys(self, _request):
        body = {"keys": self.keys} if self.jwks_body is None else self.jwks_body
        return web.json_response(body)

    async def _token(self, request):
        self.token_hits += 1
        self.forms.append(dict(await request.post()))
        await asyncio.sleep(self.delay)
        answer = {"access_token": f"token-{self.token_hits}", "expires_in": self.lifetime}
        return web.json_response(answer, status=self.token_status)

    @asynccontextmanager
    async def run(self):
        app = web.Application()
        app.add_routes([web.get("/openid", self._metadata), web.get("/keys", self._keys)])
        app.add_routes([web.post("/token", self._token)])
        async with serve(app) as self.url:
            yield self


class Recorder:
    """A connector behind a serviceUrl. `plan` holds statuses (or responses) to give first."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[tuple[str, str, dict[str, Any]]] = []
        self.authorizations: list[str | None] = []
        self.times: list[float] = []
        self.plan: list[Any] = []
        self.delay = 0.0

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [body for method, _, body in self.calls if method in ("POST", "PUT")]

    async def _take(self, request):
        body = await request.json() if request.can_read_body else {}
        self.calls.append((request.method, request.raw_path, body))
        self.authorizations.append(request.headers.get("Authorization"))
        self.times.append(time.monotonic())
        await asyncio.sleep(self.delay)
        step = self.plan.pop(0) if self.plan else None
        if callable(step):
            return step(request)
        if step is not None:
            return web.json_response({"error": {"code": "Planned"}}, status=step)
        return web.json_response({"id": f"a-{len(self.calls)}"}, status=201)

    @asynccontextmanager
    async def run(self):
        app = web.Application()
        app.router.add_route("*", "/{rest:.*}", self._take)
        async with serve(app) as base:
            self.url = f"{base}/amer/"
            yield self


class AuditBook:
    """Keeps what the door records."""

    def __init__(self) -> None:
        self.entries: list[Any] = []

    async def append_audit(self, entries) -> None:
        self.entries.extend(entries)

    @property
    def reasons(self) -> list[str]:
        return [entry.data["reason"] for entry in self.entries]


def bot_settings(key_server: KeyServer | None = None, **changes: Any) -> BotSettings:
    """Settings as a local run has them; nothing is read from the environment's own .env."""
    given: dict[str, Any] = {
        "app_id": APP,
        "app_password": "s3cret-of-the-bot",
        "tenant_id": TENANT,
        "_env_file": None,
    }
    if key_server is not None:
        given["openid_metadata_url"] = f"{key_server.url}/openid"
    return BotSettings(**{**given, **changes})


class Bot:
    """The real application on a real port, with a handler that counts."""

    def __init__(self, keys: KeyServer, recorder: Recorder) -> None:
        self.keys, self.recorder = keys, recorder
        self.key = SigningKey("k1")
        self.turns: list[Turn] = []
        self.answer: Answer | Callable[[Turn], Awaitable[Answer]] = Nothing()
        self.audit = AuditBook()
        self.now = 1_000.0
        self.url = ""
        self.http: aiohttp.ClientSession
        self.errands = Errands()
        keys.keys = [self.key.jwk]

    async def _dispatch(self, turn: Turn) -> Answer:
        self.turns.append(turn)
        return await self.answer(turn) if callable(self.answer) else self.answer

    @asynccontextmanager
    async def run(self, dispatch=None, **changes: Any):
        settings = bot_settings(self.keys, **changes)
        async with open_http() as self.http:
            cache = KeyCache(settings.openid_metadata_url, self.http, clock=lambda: self.now)
            self.connector = Connector(settings, self.http)
            self.door = Door(
                settings,
                Verifier(settings.app_id, settings.openid_metadata_url, cache),
                dispatch or self._dispatch,
                connector=self.connector,
                errands=self.errands,
                access=AccessLog(self.audit, lambda: datetime(2026, 11, 21, tzinfo=UTC)),
            )
            door = self.door
            async with serve(build_app(door, {}, errands=self.errands, keys=cache)) as self.url:
                yield self

    def activity(self, **changes: Any) -> dict[str, Any]:
        """A message of Sara's in her chat with the bot; None takes a part out."""
        activity: dict[str, Any] = {
            "type": "message",
            "id": uuid.uuid4().hex,
            "timestamp": "2026-11-21T09:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.recorder.url,
            "from": {"id": "29:sara", "name": "Sara", "aadObjectId": SARA},
            "recipient": {"id": f"28:{APP}", "name": "Order Desk"},
            "conversation": {
                "id": "a:chat-1",
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "channelData": {"tenant": {"id": TENANT}},
            "locale": "en-US",
            "text": "status",
        }
        merged = {**activity, **changes}
        return {key: value for key, value in merged.items() if value is not None}

    def click(self, verb: Any = "approve", data: Any = None, trigger="manual", **changes: Any):
        action = {"type": "Action.Execute", "verb": verb}
        action["data"] = {"order": "K7Q4MP", "revision": 2} if data is None else data
        value = {"action": action, "trigger": trigger}
        return self.activity(
            **{
                "type": "invoke",
                "name": "adaptiveCard/action",
                "replyToId": "card-1",
                "value": value,
                "text": None,
                **changes,
            }
        )

    def claims(self, **changes: Any) -> dict[str, Any]:
        """The claims of a good token; None takes one out."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": APP,
            "nbf": now,
            "exp": now + 3600,
            "serviceurl": self.recorder.url,
        }
        return {key: value for key, value in {**claims, **changes}.items() if value is not None}

    async def post(self, activity: Any = None, token: Any = True, **headers: str):
        """POST an activity; return status and parsed body (None when empty)."""
        if token is True:
            token = self.key.sign(self.claims())
        sent = {} if token is None else {"Authorization": f"Bearer {token}"}
        body = activity if isinstance(activity, bytes) else json.dumps(activity or self.activity())
        body = io.BytesIO(body) if len(body) > 1_000_000 else body
        sent = {"Content-Type": "application/json", **sent, **headers}
        async with self.http.post(f"{self.url}/api/messages", data=body, headers=sent) as answer:
            content = await answer.read()
            told = answer.content_type == "application/json" and content
            return answer.status, json.loads(content) if told else None

    async def settle(self) -> None:
        """Let everything that goes on behind answers end."""
        await self.errands.drain(5)


@asynccontextmanager
async def running_bot(dispatch=None, **changes: Any):
    """Keys, connector and bot, all on free ports."""
    async with (
        KeyServer().run() as keys,
        Recorder().run() as recorder,
        Bot(keys, recorder).run(dispatch, **changes) as bot,
    ):
        yield bot


__all__ = ["APP", "SARA", "TENANT", "Bot", "SigningKey", "TextAnswer", "running_bot"]
