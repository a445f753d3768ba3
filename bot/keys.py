"""The keys that sign Teams' calls, cached and fetched without blocking."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from jwt import PyJWK
from jwt.exceptions import PyJWTError
from yarl import URL

from runtime.bounded import read_bounded
from runtime.settings import is_loopback

_log = structlog.get_logger(__name__)

MAX_AGE = 24 * 3600.0
"""Seconds after which no key is believed any more (learn: connector authentication)."""
STALE = 12 * 3600.0
"""Seconds after which keys are fetched anew while the old ones still serve."""
PAUSE = 60.0
"""Seconds between fruitless fetches for unknown key ids, so that a flood reaches nobody."""
_TIMEOUT = aiohttp.ClientTimeout(total=5)
_MAX_DOCUMENT = 1_000_000
_REMEMBERED = 256
_TROUBLE = (aiohttp.ClientError, TimeoutError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Key:
    """One published key and the channels it may speak for."""

    kid: str
    jwk: PyJWK
    endorsements: frozenset[str]


class KeyCache:
    """Keys by id, from an OpenID metadata address."""

    def __init__(
        self,
        metadata_url: str,
        http: aiohttp.ClientSession,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = metadata_url
        self._http = http
        self._clock = clock
        self._keys: dict[str, Key] = {}
        self._fetched_at = -MAX_AGE
        self._lock = asyncio.Lock()
        self._renewal: asyncio.Task[bool] | None = None
        self._missed: deque[str] = deque(maxlen=_REMEMBERED)
        self._quiet_until = {True: 0.0, False: 0.0}
        self._doubt_until = 0.0

    async def find(self, kid: str) -> Key | None:
        """The key of this id; None when nobody published it.

        An unknown id costs at most one fetch, and fruitless fetches are `PAUSE` apart: one for ids
        never asked before, one for an id asked again (its key may have appeared meanwhile). A key
        already known never waits for a fetch.
        """
        if self._age() < MAX_AGE and kid in self._keys:
            self._renew_early()
            return self._keys[kid]
        async with self._lock:
            if self._age() >= MAX_AGE or kid not in self._keys:
                await self._look_again(kid)
        return self._keys.get(kid) if self._age() < MAX_AGE else None

    async def find_newer(self, key: Key) -> Key | None:
        """What is published now under the id of a key that a signature did not fit, if it changed.

        Whoever makes new keys may keep the id. Such a second look is taken once in `PAUSE`.
        """
        async with self._lock:
            if self._keys.get(key.kid) is key and self._clock() >= self._doubt_until:
                self._doubt_until = self._clock() + PAUSE
                await self._fetch()
        newer = self._keys.get(key.kid)
        return None if newer is key else newer

    async def close(self) -> None:
        """Stop a renewal under way."""
        if self._renewal is not None:
            self._renewal.cancel()
            await asyncio.gather(self._renewal, return_exceptions=True)

    def _age(self) -> float:
        return self._clock() - self._fetched_at

    def _renew_early(self) -> None:
        due = self._age() > STALE and self._clock() >= self._quiet_until[False]
        if due and (self._renewal is None or self._renewal.done()):
            self._quiet_until[False] = self._clock() + PAUSE
            self._renewal = asyncio.create_task(self._fetch())

    async def _look_again(self, kid: str) -> None:
        asked_before = kid in self._missed
        if not asked_before:
            self._missed.append(kid)
        if self._clock() < self._quiet_until[asked_before]:
            return
        await self._fetch()
        if kid not in self._keys:
            self._quiet_until[asked_before] = self._clock() + PAUSE

    async def _fetch(self) -> bool:
        try:
            metadata = await self._get(self._url)
            address = self._judged(metadata.get("jwks_uri"))
            document = await self._get(address)
        except _TROUBLE as error:
            _log.warning("keys.unreachable", kind=type(error).__name__)
            return False
        listed = document.get("keys")
        found = [_read_key(entry) for entry in listed] if isinstance(listed, list) else []
        keys = {key.kid: key for key in found if key is not None}
        if not keys:
            # An empty set is a mishap of whoever serves it: what was known stays good for its day.
            _log.warning("keys.none")
            return False
        self._keys = keys
        self._fetched_at = self._clock()
        return True

    def _judged(self, address: object) -> str:
        """Keys come over https; over http only where the metadata itself is on loopback."""
        url = URL(address if isinstance(address, str) else "")
        local = is_loopback(url.host or "") and is_loopback(URL(self._url).host or "")
        if url.scheme != "https" and not local:
            raise ValueError("jwks_uri is no https address")
        return str(url)

    async def _get(self, address: str) -> dict[str, Any]:
        async with self._http.get(address, timeout=_TIMEOUT, allow_redirects=False) as answer:
            if answer.status != HTTPStatus.OK:
                raise ValueError("no document")
            document = json.loads(await read_bounded(answer, _MAX_DOCUMENT))
        if not isinstance(document, dict):
            raise ValueError("no object")  # noqa: TRY004 - one kind of trouble for all of it
        return document


def _read_key(entry: object) -> Key | None:
    if not isinstance(entry, dict) or entry.get("kty") != "RSA":
        return None
    kid, endorsed = entry.get("kid"), entry.get("endorsements")
    try:
        jwk = PyJWK.from_dict(entry, algorithm="RS256")
    except PyJWTError:
        return None
    names = endorsed if isinstance(endorsed, list) else []
    endorsements = frozenset(name for name in names if isinstance(name, str))
    return Key(kid, jwk, endorsements) if isinstance(kid, str) and kid else None
