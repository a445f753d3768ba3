"""OAuth tokens: issue, throttle, expiry and scopes."""

import secrets
from collections import deque
from dataclasses import dataclass, field

from infra.devservers.books.clock import Clock
from infra.devservers.books.options import Options
from infra.devservers.books.wire import Answer, Row, to_json

LIFETIME = 3600
THROTTLE_COUNT, THROTTLE_SECONDS = 10, 600
LIVE_TOKENS = 30
THROTTLED: Row = {
    "error_description": "You have made too many requests continuously. "
    "Please try again after some time.",
    "error": "Access Denied",
}
REVOKED: Row = {"error": "invalid_code"}


@dataclass(slots=True, repr=False)
class Tokens:
    """The access tokens of the one refresh token this stand-in knows."""

    options: Options
    clock: Clock
    scope: str
    live: dict[str, tuple[float, frozenset[str]]] = field(default_factory=dict)
    asked: deque[float] = field(default_factory=deque)

    def issue(self, form: dict[str, str], base: str) -> Answer:
        """Answer a refresh request; a refusal is HTTP 200 with an ``error`` key."""
        error = self._objection(form)
        if error:
            return _answer({"error": error})
        if self._throttled():
            return _answer(THROTTLED, 400)
        token = f"1000.{secrets.token_hex(16)}.{secrets.token_hex(16)}"
        self.live[token] = (self.clock.now(), frozenset(self.scope.split()))
        while len(self.live) > LIVE_TOKENS:
            del self.live[next(iter(self.live))]
        row = {"access_token": token, "scope": self.scope, "api_domain": base}
        return _answer(row | {"token_type": "Bearer", "expires_in": LIFETIME})

    def allows(self, token: str, scope: str) -> bool:
        """Say whether a token is known, young enough and wide enough."""
        born, scopes = self.live.get(token, (float("-inf"), frozenset[str]()))
        young = self.clock.now() - born < LIFETIME
        return young and bool(scopes & {scope, "ZohoBooks.fullaccess.all"})

    def forget(self, token: str) -> None:
        """Let one token expire before its time."""
        self.live.pop(token, None)

    def _objection(self, form: dict[str, str]) -> str:
        known = self.options
        if form.get("client_id") != known.client_id:
            return "invalid_client"
        if form.get("client_secret") != known.client_secret:
            return "invalid_client_secret"
        if form.get("grant_type") != "refresh_token":
            return "unsupported_grant_type"
        return "" if form.get("refresh_token") == known.refresh_token else "invalid_code"

    def _throttled(self) -> bool:
        # A refused try counts as well: Zoho says that retrying prolongs the throttle.
        now = self.clock.now()
        while self.asked and now - self.asked[0] >= THROTTLE_SECONDS:
            self.asked.popleft()
        self.asked.append(now)
        return len(self.asked) > THROTTLE_COUNT


def throttled() -> Answer:
    """Return the answer of a throttled token route."""
    return _answer(THROTTLED, 400)


def revoked() -> Answer:
    """Return the answer to a refresh token that was revoked."""
    return _answer(REVOKED)


def _answer(row: Row, status: int = 200) -> Answer:
    return Answer(status=status, body=to_json(row))
