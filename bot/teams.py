"""Bot Framework in, turns out: the only file that knows the SDK."""

# ruff: noqa: ARG002 - the SDK calls these methods by its own parameter names
import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web
from botbuilder.core import (
    CloudAdapterBase,
    InvokeResponse,
    TurnContext,
)
from botbuilder.schema import Activity, ActivityTypes
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)
from msrest.exceptions import DeserializationError  # type: ignore[attr-defined]

from bot.access import AccessLog
from bot.action import NotAnAction
from bot.activity import NotAnActivity, read_activity
from bot.errands import Errands
from bot.gate import Refused, judge_origin
from bot.identity import Unverified, Verifier
from bot.inbox import Inbox, is_upload
from bot.reply import invoke_body, message_activity
from bot.turn import Answer, ErrorAnswer, Later, Turn, language_of
from bot.wire import Unreadable, read_object
from cards.catalogue import say
from orders.errors import DeskError, MessageGone
from runtime.connector import Connector
from runtime.settings import BotSettings, is_loopback

_log = structlog.get_logger(__name__)

ANSWER_SECONDS = 9.0
"""Teams gives an invoke 10 to 15 s; whatever takes longer goes on behind the answer."""
_SLOTS = 4
"""Uploads worked off at once; more would keep the next ones from being acknowledged."""
_YIELD_SECONDS = 1.0
"""How long a kept upload lets others be acknowledged first."""
_UNREADABLE = (NotAnActivity, NotAnAction, DeserializationError)
Dispatch = Callable[[Turn], Awaitable[Answer]]

_json_response = partial(
    web.json_response, dumps=partial(json.dumps, ensure_ascii=False, default=str)
)


class _NoClients(ConnectorFactory):  # type: ignore[misc]
    """The SDK wants a client per turn; ours never sends through it."""

    async def create(self, service_url: str, audience: str) -> Any:
        return object()


class _NoAuthentication(BotFrameworkAuthentication):  # type: ignore[misc]
    """The SDK's own doors stay shut: whoever gets here was verified before."""

    async def authenticate_request(self, activity: Activity, auth_header: str) -> Any:
        raise PermissionError

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        return _NoClients()

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> Any:
        return None


class _Adapter(CloudAdapterBase):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__(_NoAuthentication())


def _verified(claims: dict[str, Any]) -> AuthenticateRequestResult:
    """What the SDK wants to know of a request that our own verifier let in."""
    result = AuthenticateRequestResult()
    result.claims_identity = ClaimsIdentity(claims, is_authenticated=True)
    result.connector_factory = _NoClients()
    return result


class Door:
    """`POST /api/messages`: reads, verifies, judges, hands over a turn, answers in Teams' way."""

    def __init__(
        self,
        bot: BotSettings,
        verifier: Verifier,
        dispatch: Dispatch,
        *,
        connector: Connector,
        errands: Errands,
        access: AccessLog,
    ) -> None:
        self._bot = bot
        self._verifier = verifier
        self._dispatch = dispatch
        self._connector = connector
        self._errands = errands
        self._access = access
        self._inbox: Inbox | None = None
        self._slots = asyncio.Semaphore(_SLOTS)
        self._in_hand: set[str] = set()
        self._arriving = 0
        self._calm = asyncio.Event()
        self._calm.set()
        self._adapter = _Adapter()
        self.answer_seconds = ANSWER_SECONDS

    def keep_uploads(self, inbox: Inbox) -> None:
        """From now on keep uploads before anything else, and acknowledge them then."""
        self._inbox = inbox

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one activity. Bad input gets 400, 401, 403, 413 or 415, and never 500."""
        self._arriving += 1
        self._calm.clear()
        try:
            return await self._answer(request)
        finally:
            self._arriving -= 1
            if not self._arriving:
                self._calm.set()

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            raw = await read_object(request)
            claims = await self._verify(request, raw)
        except Unreadable as refusal:
            return web.Response(status=refusal.status)
        except Unverified as refusal:
            _log.warning("door.unverified", reason=refusal.reason, status=refusal.status)
            return web.Response(status=refusal.status)
        return await self._admit(raw, claims)

    async def _verify(self, request: web.Request, raw: dict[str, Any]) -> dict[str, Any]:
        if self._bot.dangerously_allow_anonymous:
            if not is_loopback(request.url.host or ""):
                raise Unverified("not_loopback", status=403)
            return {}
        return await self._verifier.verify(request.headers.getall("Authorization", []), raw)

    async def _admit(self, raw: dict[str, Any], claims: dict[str, Any]) -> web.Response:
        try:
            judge_origin(raw, self._bot)
            turn = read_activity(raw)
            activity = Activity().deserialize(raw)
        except Refused as refusal:
            await self._access.deny(refusal.reason, raw)
            return web.Response(status=HTTPStatus.FORBIDDEN)
        except NotAnAction as refusal:
            await self._access.deny("bad_action", raw)
            _log.warning("door.bad_action", where=str(refusal))
            return self._refuse_action(raw)
        except (NotAnActivity, DeserializationError):
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        if self._errands.full:
            return web.Response(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": "5"})
        inbox = self._inbox
        if inbox is not None and is_upload(turn) and await self._take_in(inbox, turn, raw):
            return web.Response(status=HTTPStatus.OK)
        return await self._serve(turn, activity, claims)

    async def _take_in(self, inbox: Inbox, turn: Turn, raw: dict[str, Any]) -> bool:
        """Keep an upload, so that it can be acknowledged; its order is started behind the answer.

        False when it cannot be kept: then it is served at once, and the person hears of it.
        """
        try:
            key = await inbox.keep(turn, raw)
        except DeskError as error:
            _log.warning("inbox.not_kept", kind=type(error).__name__)
            return False
        self._errands.start(self._work_off(inbox, key, raw))
        return True

    async def _work_off(
        self, inbox: Inbox, key: str, raw: dict[str, Any], *, again: bool = False
    ) -> None:
        """Start the orders of a kept upload; a few at a time, so that others are acknowledged.

        What a machine cannot take now stays kept, for the next sweep; its person hears that once.
        """
        if key in self._in_hand:
            return
        self._in_hand.add(key)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._calm.wait(), _YIELD_SECONDS)
            async with self._slots:
                turn, answer = await self._dispatch_kept(raw)
        finally:
            self._in_hand.discard(key)
        if not (again and isinstance(answer, Later)):
            self._errands.start(self._deliver(turn, answer))
        if not isinstance(answer, Later):
            await self._drop(inbox, key)

    async def _dispatch_kept(self, raw: dict[str, Any]) -> tuple[Turn, Answer]:
        turn = replace(read_activity(raw), from_inbox=True)
        answers: list[Answer] = []

        async def on_turn(_context: TurnContext) -> None:
            answers.append(await self._dispatch(turn))

        await self._adapter.process_activity(_verified({}), Activity().deserialize(raw), on_turn)
        return turn, answers[0]

    async def _drop(self, inbox: Inbox, key: str) -> None:
        try:
            await inbox.drop(key)
        except DeskError as error:
            _log.warning("inbox.not_dropped", kind=type(error).__name__)

    async def sweep(self, older: timedelta) -> None:
        """Work off uploads that a crash or an outage left, kept longer ago than this.

        One that this version cannot read, though an earlier one kept it, would stop all behind it
        for ever, so it is given up.
        """
        if self._inbox is None:
            return
        try:
            async for key, raw in self._inbox.leftovers(older):
                try:
                    await self._work_off(self._inbox, key, raw, again=True)
                except _UNREADABLE as error:
                    _log.error("inbox.unreadable", kind=type(error).__name__, alert=True)
                    await self._drop(self._inbox, key)
        except DeskError as error:
            _log.warning("inbox.not_swept", kind=type(error).__name__)

    def _refuse_action(self, raw: dict[str, Any]) -> web.Response:
        if raw.get("type") != "invoke":
            return web.Response(status=HTTPStatus.OK)
        language = language_of(str(raw.get("locale", "")))
        text = say("reply.unknown_verb", language)
        return _json_response(invoke_body(ErrorAnswer("BadRequest", text), text))

    async def _serve(self, turn: Turn, activity: Activity, claims: dict[str, Any]) -> web.Response:
        on_turn = partial(self._on_turn, turn)
        work = self._adapter.process_activity(_verified(claims), activity, on_turn)
        task = self._errands.start(work)
        done, _ = await asyncio.wait({task}, timeout=self.answer_seconds)
        if not turn.invoke:
            return web.Response(status=HTTPStatus.OK if done else HTTPStatus.ACCEPTED)
        if not done or task.cancelled() or task.exception() is not None:
            text = say("reply.try_later", turn.language)
            return _json_response(invoke_body(ErrorAnswer("Busy", text, 500), text))
        reply: Any = task.result()
        return _json_response(reply.body, status=reply.status)

    async def _on_turn(self, turn: Turn, context: TurnContext) -> None:
        answer = await self._dispatch(turn)
        if not turn.invoke:
            self._errands.start(self._deliver(turn, answer))
            return
        body = invoke_body(answer, say("refusal.none", turn.language))
        reply = InvokeResponse(status=int(HTTPStatus.OK), body=body)
        await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=reply))

    async def _deliver(self, turn: Turn, answer: Answer) -> None:
        message = message_activity(answer)
        if message is None:
            return
        try:
            await self._post(turn, message)
        except DeskError as error:
            _log.warning("door.answer_not_sent", kind=type(error).__name__)

    async def _post(self, turn: Turn, message: dict[str, Any]) -> None:
        where = (turn.service_url, turn.conversation_id)
        if turn.action is not None and turn.message_id and "attachments" in message:
            try:
                await self._connector.update(*where, turn.message_id, message)
            except MessageGone:
                _log.info("door.card_gone")
            else:
                return
        await self._connector.send(*where, message)
