"""Tokens of people who operate the desk: name, secret, last day."""

import hmac
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from orders.errors import SettingsError

_ENTRY = re.compile(r"(?P<name>[^:]+):(?P<secret>[^:]+)(:(?P<until>[^:]+))?")


@dataclass(frozen=True, slots=True)
class Token:
    """Who it stands for, and until which day (UTC, inclusive; None: no end)."""

    name: str
    secret: str = field(repr=False)
    until: date | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether its last day has gone by."""
        return self.until is not None and now.astimezone(UTC).date() > self.until


def parse_tokens(text: str, setting: str) -> tuple[Token, ...]:
    """Read `name:token` or `name:token:2026-12-31`, comma-separated.

    Raises:
        SettingsError: an entry is not of that form; the token is not quoted.
    """
    entries = [entry.strip() for entry in text.split(",") if entry.strip()]
    return tuple(_parse_token(entry, number, setting) for number, entry in enumerate(entries, 1))


def _parse_token(entry: str, number: int, setting: str) -> Token:
    found = _ENTRY.fullmatch(entry)
    with suppress(ValueError):
        if found:
            until = date.fromisoformat(found["until"]) if found["until"] else None
            return Token(found["name"], found["secret"], until)
    raise SettingsError(f"{setting}: entry {number} is not name:token or name:token:YYYY-MM-DD.")


def find_token(tokens: Iterable[Token], given: str) -> Token | None:
    """The token with this secret; every one is compared, each in constant time."""
    found = None
    for token in tokens:
        if hmac.compare_digest(token.secret.encode(), given.encode()):
            found = token
    return found
