"""The five calls of the Bot Connector that the desk makes."""

import asyncio
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

import aiohttp
from yarl import URL

from orders.errors import CallerFault, ChatUnavailable, DeliveryUnknown
from runtime.connector.answers import AGAIN, read_code, read_error, read_retry_after, throttled
from runtime.connector.hosts import may_serve
from runtime.connector.pacing import Lane, Pacing, Sleep
from runtime.connector.tokens import Tokens
from runtime.connector.weight import dump, refuse_heavy
from runtime.settings import BotSettings

TRIES = 3
LONGEST_PAUSE = 5.0
"""Seconds a call waits for Teams by itself; a longer `Retry-After` goes to the caller."""
TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)
_ANSWER_BYTES = 65_536
_UNAUTHORIZED = 401
_FIRST_REFUSAL = 300


def open_http() -> aiohttp.ClientSession:
    """The HTTP client of a process: no cookies, no proxies of the environment. Close it."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())


@dataclass(frozen=True, slots=True)
class _Call:
    method: str
    service_url: str
    path: str
    lane: str
    body: Mapping[str, object] | None = None
    edits: bool = False


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    pause: float | None
    sent: Mapping[str, str]
    """The headers of the call that it answers."""


class Connector:
    """Sends, edits and deletes messages, one at a time per conversation, within Teams' limits.

    Every method may raise `ChatUnavailable` (with `retry_after` where Teams named one),
    `ConversationGone`, `ChatAccessDenied`, and `CallerFault` for a serviceUrl that is not trusted.
    """

    def __init__(
        self,
        bot: BotSettings,
        http: aiohttp.ClientSession,
        *,
        pacing: Pacing | None = None,
        sleep: Sleep = asyncio.sleep,
        timeout: aiohttp.ClientTimeout = TIMEOUT,
    ) -> None:
        self._bot = bot
        self._http = http
        self._tokens = Tokens(bot, http)
        self._pacing = pacing or Pacing()
        self._sleep = sleep
        self._timeout = timeout

    async def send(
        self, service_url: str, conversation_id: str, activity: Mapping[str, object]
    ) -> str:
        """Post a message; return its activity id.

        Raises:
            DeliveryUnknown: no answer came, so the message may stand there already.
            MessageTooLarge: above `MESSAGE_LIMIT`, or Teams says so.
        """
        refuse_heavy(activity)
        path = f"v3/conversations/{_quoted(conversation_id)}/activities"
        return _read_id(
            await self._run(_Call("POST", service_url, path, conversation_id, activity))
        )

    async def update(
        self,
        service_url: str,
        conversation_id: str,
        activity_id: str,
        activity: Mapping[str, object],
    ) -> None:
        """Replace one of the bot's own messages; safe to repeat.

        Raises:
            MessageGone: the message was deleted.
            MessageTooLarge: above `MESSAGE_LIMIT`, or Teams says so.
        """
        refuse_heavy(activity)
        path = f"v3/conversations/{_quoted(conversation_id)}/activities/{_quoted(activity_id)}"
        body = {**activity, "id": activity_id}
        await self._run(_Call("PUT", service_url, path, conversation_id, body, edits=True))

    async def delete(self, service_url: str, conversation_id: str, activity_id: str) -> None:
        """Delete one of the bot's own messages. Raises `MessageGone` when it is gone already."""
        path = f"v3/conversations/{_quoted(conversation_id)}/activities/{_quoted(activity_id)}"
        await self._run(_Call("DELETE", service_url, path, conversation_id, edits=True))

    async def create_conversation(
        self, service_url: str, tenant_id: str, bot_id: str, member_id: str
    ) -> str:
        """Open (or find) the 1:1 chat with a person; return its conversation id."""
        body: dict[str, object] = {
            "isGroup": False,
            "bot": {"id": bot_id},
            "members": [{"id": member_id}],
            "tenantId": tenant_id,
            "channelData": {"tenant": {"id": tenant_id}},
        }
        return _read_id(
            await self._run(_Call("POST", service_url, "v3/conversations", member_id, body))
        )

    def crowded(self, conversation_id: str) -> bool:
        """Whether a conversation has had so many messages that only what matters should follow."""
        return self._pacing.crowded(conversation_id)

    async def sign_in(self) -> None:
        """Return when the bot's credentials are worth a token."""
        await self._tokens.fresh()

    async def _run(self, call: _Call) -> bytes:
        if not may_serve(call.service_url, self._bot):
            raise CallerFault("The serviceUrl is not on the list of trusted hosts.")
        async with self._pacing.alone(call.lane) as lane:
            reply = await self._insist(call, lane)
        if reply.status >= _FIRST_REFUSAL:
            code = read_code(reply.body)
            raise read_error(reply.status, code, method=call.method, edits=call.edits)
        return reply.body

    async def _insist(self, call: _Call, lane: Lane) -> _Reply:
        reply = await self._try(call, lane)
        for attempt in range(1, TRIES):
            if reply.status == _UNAUTHORIZED and attempt == 1:
                self._tokens.forget(reply.sent)
            elif reply.status in AGAIN:
                await self._wait(reply, attempt, lane)
            else:
                break
            reply = await self._try(call, lane)
        if reply.status in AGAIN and reply.pause:
            raise throttled(reply.pause)
        return reply

    async def _wait(self, reply: _Reply, attempt: int, lane: Lane) -> None:
        if reply.pause is not None and reply.pause > LONGEST_PAUSE:
            self._pacing.close(lane, reply.pause)
            raise throttled(reply.pause)
        backoff = 0.25 * 2**attempt * random.uniform(0.8, 1.2)  # noqa: S311 - jitter, no secret
        await self._sleep(backoff if reply.pause is None else reply.pause)

    async def _try(self, call: _Call, lane: Lane) -> _Reply:
        headers = await self._tokens.headers_for(call.service_url)
        await self._pacing.step(lane)
        body = None if call.body is None else dump(call.body).encode()
        if body is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        url = URL(f"{call.service_url.rstrip('/')}/{call.path}", encoded=True)
        try:
            async with self._http.request(
                call.method,
                url,
                data=body,
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            ) as answer:
                content = await _read_some(answer.content)
                pause = read_retry_after(answer.headers)
                return _Reply(answer.status, content, pause, headers)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise ChatUnavailable from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise (DeliveryUnknown if call.method == "POST" else ChatUnavailable) from error


def _quoted(part: str) -> str:
    return quote(part, safe="")


async def _read_some(stream: aiohttp.StreamReader) -> bytes:
    content = b""
    async for chunk in stream.iter_chunked(_ANSWER_BYTES):
        content += chunk
        if len(content) >= _ANSWER_BYTES:
            break
    return content


def _read_id(body: bytes) -> str:
    try:
        document = json.loads(body)
    except ValueError:
        return ""
    found = document.get("id") if isinstance(document, dict) else None
    return found if isinstance(found, str) else ""
