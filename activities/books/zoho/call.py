"""One call to Zoho Books: token, address, limits, envelope, errors."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import httpx
import structlog

from activities.books.zoho.circuit import Circuit
from activities.books.zoho.errors import (
    NOT_AUTHORIZED,
    QUOTA_SPENT,
    error_of,
    until_tomorrow,
)
from activities.books.zoho.keeping import TokenKeeper
from activities.books.zoho.receiving import receive
from activities.books.zoho.token import Token, TokenSource
from activities.books.zoho.wire import decode
from orders.errors import (
    BooksAccessDenied,
    BooksQuotaSpent,
    BooksThrottled,
    BooksUnavailable,
    DeskError,
    OutcomeUnknown,
    RecordGone,
)
from runtime.settings import ZohoSettings, is_loopback
from runtime.telemetry import BOOKS_CALLS

API_PATH = "/books/v3"
PAGE_SIZE = 200
MOST_PAGES = 500
AT_ONCE = 5
SAFE = "GET"
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)

_log = structlog.get_logger(__name__)

Clock = Callable[[], float]
Names = str | tuple[str, ...]
"""The name under which a list comes, or the names it may come under."""


class ZohoCalls:
    """Authenticated calls of one organization, with every failure as one of our errors."""

    def __init__(
        self,
        settings: ZohoSettings,
        clock: Clock = time.monotonic,
        keeper: TokenKeeper | None = None,
    ) -> None:
        """Open a connection pool; nothing is sent yet. `clock` counts seconds."""
        self._settings = settings
        self._clock = clock
        host = urlsplit(settings.accounts_url).hostname or ""
        self._http = httpx.AsyncClient(
            timeout=settings.timeout_seconds,
            limits=httpx.Limits(max_connections=AT_ONCE),
            trust_env=not is_loopback(host),
        )
        self._tokens = TokenSource(settings, self._http, clock, keeper)
        self.circuit = Circuit(clock)
        self._zone = ZoneInfo(settings.time_zone)

    async def close(self) -> None:
        """Close the connection pool."""
        await self._http.aclose()

    async def base(self) -> str:
        """The API's address: the setting, else what the token's answer names."""
        url = self._settings.api_url or (await self._tokens.get()).api_domain
        if not url:
            raise BooksUnavailable(
                "Zoho's token answer names no API address; set DESK_ZOHO_API_URL."
            )
        return url if urlsplit(url).path.strip("/") else f"{url.rstrip('/')}{API_PATH}"

    async def get(self, path: str, **params: str) -> dict[str, Any]:
        """Read one resource; the body of a success.

        Raises:
            BooksUnavailable, BooksAccessDenied, BooksRejected, RecordGone: as `errors.error_of`.
        """
        return await self.send(SAFE, path, params=params)

    async def rows(self, path: str, key: Names, **params: str) -> AsyncIterator[dict[str, Any]]:
        """Every row of a list, page by page; stops at an empty page whatever the books claim."""
        async for found, _ in self._pages(path, key, params):
            for row in found:
                yield row

    async def sure_rows(self, path: str, key: str, **params: str) -> list[dict[str, Any]]:
        """Every row of a list that shall prove that something is not there.

        Raises:
            BooksUnavailable: an empty page claims that more follow, so nothing is proved.
        """
        rows: list[dict[str, Any]] = []
        async for found, more in self._pages(path, key, params):
            if more and not found:
                raise BooksUnavailable(f"Zoho Books shows only a part of its {key}.")
            rows += found
        return rows

    async def _pages(
        self, path: str, key: Names, params: Mapping[str, str]
    ) -> AsyncIterator[tuple[list[dict[str, Any]], bool]]:
        for number in range(1, MOST_PAGES + 1):
            found, more = await self.page(path, key, number, **params)
            yield found, more
            if not (found and more):
                return
        raise BooksUnavailable(f"Zoho Books never ends its list of {key}.")

    async def page(
        self, path: str, key: Names, number: int = 1, **params: str
    ) -> tuple[list[dict[str, Any]], bool]:
        """One page of a list, and whether the books claim that more follow."""
        body = await self.get(path, **params, page=str(number), per_page=str(PAGE_SIZE))
        lists = [body.get(name) for name in ((key,) if isinstance(key, str) else key)]
        found, context = (
            next((one for one in lists if one is not None), None),
            body.get("page_context"),
        )
        if not isinstance(found, list):
            raise BooksUnavailable(f"Zoho Books sent a list without {key}.")
        more = isinstance(context, dict) and context.get("has_more_page") in (True, "true")
        return [row for row in found if isinstance(row, dict)], more

    async def send(
        self,
        method: str,
        path: str,
        *,
        body: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Make one call, with one fresh token if the first was refused.

        Raises:
            OutcomeUnknown: a write was sent and its answer is lost or unreadable.
            BooksUnavailable, BooksAccessDenied, BooksRejected, RecordGone: as `errors.error_of`.
        """
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        kind = {} if body is None else {"Content-Type": "application/json;charset=UTF-8"}
        return await self._exchange(
            self._http.build_request(
                method,
                await self._url(path, params or {}),
                content=content,
                headers={**kind, **(headers or {})},
            )
        )

    async def upload(self, path: str, field: str, name: str, content: bytes) -> dict[str, Any]:
        """Send one file as a form does. Raises as `send`."""
        files = {field: (name, content)}
        return await self._exchange(
            self._http.build_request("POST", await self._url(path, {}), files=files)
        )

    async def _url(self, path: str, params: Mapping[str, str]) -> httpx.URL:
        self.circuit.enter()
        query = {"organization_id": self._settings.organization_id, **params}
        return httpx.URL(f"{await self.base()}{path}", params=query)

    async def _exchange(self, request: httpx.Request) -> dict[str, Any]:
        try:
            body = await self._ask(request)
        except DeskError as error:
            self.circuit.failed(error)
            raise
        self.circuit.answered()
        return body

    async def _ask(self, request: httpx.Request) -> dict[str, Any]:
        token = await self._tokens.get()
        response = await self._deliver(request, token)
        if _is_refused_token(response):
            response = await self._deliver(request, await self._tokens.get(but=token.value))
        return self._open(request.method, response)

    async def _deliver(self, request: httpx.Request, token: Token) -> httpx.Response:
        request.headers["Authorization"] = f"Zoho-oauthtoken {token.value}"
        # Queries may hold names and order numbers, so only the path is logged.
        call = _log.bind(method=request.method, path=request.url.path)
        started = self._clock()
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                response = await receive(self._http, request)
        except NOT_SENT as error:
            call.warning("books.unreachable", kind=type(error).__name__)
            BOOKS_CALLS.labels(outcome="unavailable").inc()
            raise BooksUnavailable from None
        except (httpx.HTTPError, TimeoutError) as error:
            call.warning("books.lost", kind=type(error).__name__)
            BOOKS_CALLS.labels(outcome="unavailable").inc()
            raise _lost(request.method) from None
        seconds = round(self._clock() - started, 3)
        call.info("books.answered", status=response.status_code, seconds=seconds)
        return response

    def _open(self, method: str, response: httpx.Response) -> dict[str, Any]:
        body, status = decode(response.content), response.status_code
        code = _code_of(body)
        if response.is_success and code == 0 and body is not None:
            BOOKS_CALLS.labels(outcome="ok").inc()
            return body
        pause = _retry_after(response)
        if code == QUOTA_SPENT and pause is None:
            pause = until_tomorrow(datetime.now(self._zone))
        error = error_of(status, code or 0, pause)
        BOOKS_CALLS.labels(outcome=_outcome(error)).inc()
        if method != SAFE and not _is_definite(response, error):
            raise _lost(method)
        raise error


def _outcome(error: DeskError) -> str:
    """One of the few words that the metric of calls knows."""
    if isinstance(error, BooksThrottled | BooksQuotaSpent):
        return "throttled"
    if isinstance(error, BooksAccessDenied):
        return "denied"
    return "unavailable" if isinstance(error, BooksUnavailable) else "refused"


def _is_definite(response: httpx.Response, error: DeskError) -> bool:
    """Whether a write that failed was surely not carried out."""
    if isinstance(error, BooksThrottled | BooksQuotaSpent | BooksAccessDenied | RecordGone):
        return True
    return response.is_client_error and response.status_code != httpx.codes.REQUEST_TIMEOUT


def _is_refused_token(response: httpx.Response) -> bool:
    if response.status_code == httpx.codes.UNAUTHORIZED:
        return True
    return _code_of(decode(response.content)) in NOT_AUTHORIZED


def _code_of(body: dict[str, Any] | None) -> int | None:
    """Zoho's code, 0 for a success; None where the body has none (not Zoho, or cut)."""
    code = (body or {}).get("code")
    if isinstance(code, str) and code.isascii() and code.isdigit():
        return int(code)
    return code if isinstance(code, int) else None


def _retry_after(response: httpx.Response) -> timedelta | None:
    text = response.headers.get("Retry-After", "")
    short = text.isascii() and text.isdigit() and len(text) < 7  # noqa: PLR2004 - under 12 days
    return timedelta(seconds=max(int(text), 1)) if short else None


def _lost(method: str) -> DeskError:
    return BooksUnavailable() if method == SAFE else OutcomeUnknown()
