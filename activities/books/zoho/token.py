"""One shared access token: single flight, renewed early, never stormed."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import httpx

from activities.books.zoho.keeping import KeptToken, TokenKeeper
from activities.books.zoho.receiving import receive
from orders.errors import BooksAccessDenied, BooksThrottled, BooksUnavailable
from runtime.settings import ZohoSettings
from runtime.telemetry import BOOKS_CALLS

EARLY = 300.0
THROTTLE_PAUSE = 600.0
FALLBACK_LIFE = 3600.0
RENEWAL_PAUSE = 30.0
THROTTLED = "access denied"


@dataclass(frozen=True, slots=True)
class Token:
    """An access token, the API host that takes it, when to renew it and when it dies (`clock`)."""

    value: str
    api_domain: str
    renew_at: float
    dies_at: float


class TokenSource:
    """Gives out the one token of a refresh token; many callers cause one refresh."""

    def __init__(
        self,
        settings: ZohoSettings,
        http: httpx.AsyncClient,
        clock: Callable[[], float],
        keeper: TokenKeeper | None = None,
    ) -> None:
        """Keep the settings; nothing is asked before the first `get`. `keeper` shares the token."""
        self._settings = settings
        self._http = http
        self._clock = clock
        self._keeper = keeper
        self._lock = asyncio.Lock()
        self._token: Token | None = None
        self._blocked_until = 0.0

    async def get(self, *, but: str = "") -> Token:
        """The present token, or a new one when it is old or was refused (`but`).

        Raises:
            BooksAccessDenied: the refresh token or the client's secret is no longer good.
            BooksThrottled: too many tokens were asked for; asking again would prolong it.
            BooksUnavailable: the accounts server does not answer.
        """
        async with self._lock:
            token = self._token
            now = self._clock()
            if token is None or token.value == but or now >= token.dies_at:
                token = self._token = await self._shared(but) or await self._refresh()
            elif now >= token.renew_at:
                token = self._token = await self._shared(token.value) or await self._renew(token)
            return token

    async def _shared(self, but: str) -> Token | None:
        """The token that another worker, or this one before its restart, was given lately."""
        kept = await self._keeper.load() if self._keeper else None
        if kept is None or kept.value == but or kept.life <= EARLY:
            return None
        return self._token_of(kept)

    def _token_of(self, kept: KeptToken) -> Token:
        dies_at = self._clock() + kept.life
        renew_at = dies_at - min(EARLY, kept.life / 2)
        return Token(kept.value, kept.api_domain, renew_at, dies_at)

    async def _renew(self, token: Token) -> Token:
        """A new token, or for a while the old one: it lives, so trouble stops nothing yet."""
        try:
            return await self._refresh()
        except BooksUnavailable:
            return replace(token, renew_at=self._clock() + RENEWAL_PAUSE)

    async def _refresh(self) -> Token:
        blocked = self._blocked_until - self._clock()
        if blocked > 0:
            raise BooksThrottled(retry_after=timedelta(seconds=blocked))
        response = await self._post()
        answer = _object(response.content)
        if answer is None:
            raise BooksUnavailable(f"Zoho's accounts server answered {response.status_code}.")
        given = self._read(answer, response.status_code)
        if self._keeper:
            await self._keeper.keep(given)
        return self._token_of(given)

    async def _post(self) -> httpx.Response:
        form = {
            "refresh_token": self._settings.refresh_token.get_secret_value(),
            "client_id": self._settings.client_id,
            "client_secret": self._settings.client_secret.get_secret_value(),
            "grant_type": "refresh_token",
        }
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                url = f"{self._settings.accounts_url}/oauth/v2/token"
                return await receive(self._http, self._http.build_request("POST", url, data=form))
        except (httpx.HTTPError, TimeoutError):
            raise BooksUnavailable("Zoho's accounts server does not answer.") from None

    def _read(self, answer: dict[str, Any], status: int) -> KeptToken:
        error = str(answer.get("error") or "")
        if error.casefold() == THROTTLED or status == httpx.codes.TOO_MANY_REQUESTS:
            self._blocked_until = self._clock() + THROTTLE_PAUSE
            raise BooksThrottled(retry_after=timedelta(seconds=THROTTLE_PAUSE))
        value = str(answer.get("access_token") or "")
        if error and status < httpx.codes.INTERNAL_SERVER_ERROR:
            BOOKS_CALLS.labels(outcome="denied").inc()
            raise BooksAccessDenied(f"Zoho's accounts server says {error[:40]!r}.")
        if not value:
            raise BooksUnavailable(f"Zoho's accounts server gave no token ({status}).")
        life = _seconds(answer.get("expires_in"))
        return KeptToken(value, str(answer.get("api_domain") or ""), life)


def _object(content: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(content.decode())
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _seconds(value: object) -> float:
    try:
        return max(float(str(value)), 1.0)
    except ValueError:
        return FALLBACK_LIFE
