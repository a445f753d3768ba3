"""One access token for every worker, kept sealed in the store.

Zoho gives ten tokens in ten minutes. A token that only one process knew would be spent with every
restart, and a worker that dies again and again would lock the whole desk out of the books.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from orders.errors import DeskError
from runtime.settings import ZohoSettings
from runtime.storage.port import Seal, Seals

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class KeptToken:
    """An access token, the API host that takes it, and the seconds that it still lives."""

    value: str
    api_domain: str
    life: float


class TokenKeeper:
    """Keeps the newest token of one refresh token. Its own trouble stops nobody."""

    def __init__(
        self, settings: ZohoSettings, store: Seals, seal: Seal, now: Callable[[], datetime]
    ) -> None:
        """Keep under a name that only the same credentials at the same server give."""
        known = (settings.accounts_url, settings.client_id)
        secret = settings.refresh_token.get_secret_value()
        self._name = f"books-token-{hashlib.sha256(repr((*known, secret)).encode()).hexdigest()}"
        self._store, self._seal, self._now = store, seal, now

    async def load(self) -> KeptToken | None:
        """The token that was kept last, if it can be read."""
        try:
            sealed = await self._store.sealed(self._name)
            told = json.loads(self._seal.open(sealed)) if sealed else None
        except (DeskError, ValueError) as error:
            _log.warning("books.token_unread", kind=type(error).__name__)
            return None
        if told is None:
            return None
        return KeptToken(told["value"], told["api_domain"], told["dies_at"] - self._seconds())

    async def keep(self, token: KeptToken) -> None:
        """Let every worker have it."""
        told = {"value": token.value, "api_domain": token.api_domain}
        sealed = self._seal.seal(json.dumps(told | {"dies_at": self._seconds() + token.life}))
        try:
            await self._store.keep_sealed(self._name, sealed)
        except DeskError as error:
            _log.warning("books.token_unkept", kind=type(error).__name__)

    def _seconds(self) -> float:
        return self._now().timestamp()
