"""Which unpleasant moment strikes which request, and how often."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LISTS = r"^/books/v3/(contacts|items|salesorders|pricebooks)$"
ORDERS = r"^/books/v3/salesorders?(/.*)?$"
TOKEN = r"^/oauth/v2/token$"  # noqa: S105 - a path
ALL = r"^/books/v3/"
WRITES = "POST|PUT|DELETE"

ALTERING = {
    "ignored_filter": ("GET", LISTS),
    "stale_page": ("GET", LISTS),
    "search_lag": ("GET", LISTS),
    "status_pending_approval": ("POST|PUT", r"^/books/v3/salesorders$"),
    "missing_id": ("POST|PUT", ORDERS),
    "wrong_customer": ("POST|PUT", ORDERS),
}
"""Faults that change what a handler answers; all that match apply."""

ACTING = {
    "expired_token": (".*", ALL),
    "unauthorized": (".*", ALL),
    "revoked_refresh": (".*", TOKEN),
    "token_throttle": (".*", TOKEN),
    "429/44": (".*", ALL),
    "429/45": (".*", ALL),
    "429/1070": (".*", ALL),
    "500": (".*", ALL),
    "502": (".*", ALL),
    "503": (".*", ALL),
    "504": (".*", ALL),
    "200_with_nonzero_code": (".*", ALL),
    "slow": (".*", ALL),
    "trickle": (".*", ALL),
    "drop_before": (".*", ALL),
    "malformed_json": (".*", ALL),
    "empty_body": (".*", ALL),
    "commit_late": (WRITES, ORDERS),
    "drop_after_commit": (WRITES, ORDERS),
    "commit_then_reset": (WRITES, ORDERS),
    "commit_then_cut": (WRITES, ORDERS),
    "commit_then_hang": (WRITES, ORDERS),
    "commit_then_500": (WRITES, ORDERS),
}
"""Faults that answer, delay or cut by themselves; the first that matches acts."""

KINDS = ALTERING | ACTING
SECONDS = {
    "slow": 60.0,
    "trickle": 0.0625,
    "commit_then_hang": 600.0,
    "commit_late": 5.0,
    "search_lag": 3.0,
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """One fault on demand.

    ``count`` None means until cleared; ``skip`` lets that many matching requests pass first;
    ``seconds`` is a delay on the stand-in's clock; ``retry_after`` is sent with a 429 or 5xx;
    ``hang_up`` lets ``commit_late`` close the connection itself instead of waiting until the
    client has gone.
    """

    kind: str
    method: str
    path: str
    count: int | None = 1
    skip: int = 0
    seconds: float = 0
    retry_after: int | None = None
    hang_up: bool = False

    def strikes(self, method: str, path: str) -> bool:
        """Say whether this request is struck, and count it."""
        if self.count == 0 or not re.search(self.path, path):
            return False
        if not re.fullmatch(self.method, method):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.count = None if self.count is None else self.count - 1
        return True


@dataclass(slots=True)
class Strike:
    """What one request suffers: at most one acting fault and any altering ones."""

    acting: Fault | None = None
    altering: dict[str, float] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Return the acting fault's kind, empty without one."""
        return self.acting.kind if self.acting else ""

    @property
    def kinds(self) -> list[str]:
        """Return every kind at work, for the log."""
        return [*self.altering, *([self.kind] if self.acting else [])]


@dataclass(slots=True)
class Faults:
    """The faults in waiting, in the order they were added."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, row: Mapping[str, Any]) -> None:
        """Add a fault from JSON; method and path default to where the kind makes sense.

        Raises:
            ValueError: an unknown kind or a pattern that is none.
            TypeError: an unknown field.
        """
        kind = str(row.get("kind", ""))
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; known: {', '.join(KINDS)}")
        method, path = KINDS[kind]
        wanted: dict[str, Any] = {
            "method": method,
            "path": path,
            "seconds": SECONDS.get(kind, 0.0),
        } | dict(row)
        try:
            re.compile(wanted["path"])
            re.compile(wanted["method"])
        except re.error as error:
            raise ValueError(f"no pattern: {error}") from error
        self.waiting.append(Fault(**wanted))

    def strike(self, method: str, path: str) -> Strike:
        """Take the faults that strike this request."""
        strike = Strike()
        for fault in self.waiting:
            altering = fault.kind in ALTERING
            if (altering or strike.acting is None) and fault.strikes(method, path):
                if altering:
                    strike.altering[fault.kind] = fault.seconds
                else:
                    strike.acting = fault
        self.waiting = [fault for fault in self.waiting if fault.count != 0]
        return strike
