"""Outgoing tokens: fetched once, off nobody's back, renewed early."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import structlog
from yarl import URL

from orders.errors import ChatAccessDenied, ChatUnavailable
from runtime.bounded import read_bounded
from runtime.settings import BotSettings, is_loopback

_log = structlog.get_logger(__name__)

SCOPE = "https://api.botframework.com/.default"
EARLY = 300.0
"""Seconds before its end at which a token is renewed."""
_QUIET = 60.0
_MOST_BYTES = 65_536
_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token and when it ends (monotonic seconds)."""

    value: str
    ends: float


class Tokens:
    """The bot's own token, one for the process, by client credentials."""

    def __init__(
        self,
        bot: BotSettings,
        http: aiohttp.ClientSession,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._http = http
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token: Token | None = None
        self._endpoint: str | None = None
        self._quiet_until = 0.0

    async def headers_for(self, service_url: str) -> dict[str, str]:
        """The Authorization header for a serviceUrl that was already judged.

        A token that a real authority gave never goes to loopback; loopback peers get one of a
        loopback authority, or none where there is none.

        Raises:
            ChatUnavailable: the token endpoint does not answer.
            ChatAccessDenied: it refuses the bot's credentials.
        """
        if is_loopback(URL(service_url).host or ""):
            return await self._local_headers()
        return _bearer(await self.fresh())

    def forget(self, refused: Mapping[str, str]) -> None:
        """Drop the token of these headers, because the connector no longer takes it.

        Many calls may be refused at once; whichever is first has the token renewed for all of them.
        """
        if self._token is not None and refused.items() >= _bearer(self._token.value).items():
            self._token = None

    async def _local_headers(self) -> dict[str, str]:
        if self._clock() < self._quiet_until:
            return {}
        try:
            endpoint = await self._find_endpoint()
            if not endpoint or not is_loopback(URL(endpoint).host or ""):
                return {}
            return _bearer(await self.fresh())
        except (ChatUnavailable, ChatAccessDenied) as error:
            _log.warning("connector.no_local_token", kind=type(error).__name__)
            self._quiet_until = self._clock() + _QUIET
            return {}

    async def fresh(self) -> str:
        """A token that lives for a while yet. Raises as `headers_for` does."""
        async with self._lock:
            token = self._token
            if token is not None and token.ends - self._clock() > EARLY:
                return token.value
            try:
                self._token = await self._fetch()
            except ChatUnavailable:
                if token is None or token.ends <= self._clock():
                    raise
                return token.value
            return self._token.value

    async def _fetch(self) -> Token:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._bot.app_id,
            "client_secret": self._bot.app_password.get_secret_value(),
            "scope": SCOPE,
        }
        asked = self._clock()
        endpoint = await self._find_endpoint()
        if not endpoint:
            raise ChatAccessDenied("The bot has no credentials for sending.")
        status, answer = await self._ask("POST", endpoint, form)
        value, lifetime = answer.get("access_token"), answer.get("expires_in")
        if status in (400, 401, 403):
            raise ChatAccessDenied
        if status != HTTPStatus.OK or not isinstance(value, str):
            raise ChatUnavailable("The token endpoint gave no token.")
        return Token(value, asked + _seconds(lifetime))

    async def _find_endpoint(self) -> str:
        if self._endpoint is None:
            self._endpoint = await self._choose_endpoint()
        return self._endpoint

    async def _choose_endpoint(self) -> str:
        bot = self._bot
        if bot.token_url or not bot.app_id:
            return bot.token_url
        if is_loopback(URL(bot.openid_metadata_url).host or ""):
            _, document = await self._ask("GET", bot.openid_metadata_url)
            named = document.get("token_endpoint")
            local = isinstance(named, str) and is_loopback(URL(named).host or "")
            return str(named) if local else ""
        tenant = bot.tenant_id or "botframework.com"
        return f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"

    async def _ask(
        self, method: str, url: str, form: Mapping[str, str] | None = None
    ) -> tuple[int, Mapping[str, object]]:
        try:
            async with self._http.request(
                method, url, data=form, timeout=_TIMEOUT, allow_redirects=False
            ) as answer:
                document = json.loads(await read_bounded(answer, _MOST_BYTES))
        except (aiohttp.ClientError, TimeoutError, ValueError, RecursionError) as error:
            raise ChatUnavailable("The token endpoint did not answer.") from error
        return answer.status, document if isinstance(document, dict) else {}


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _seconds(lifetime: object) -> float:
    try:
        return float(str(lifetime))
    except ValueError:
        return 0.0
