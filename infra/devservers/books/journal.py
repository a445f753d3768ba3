"""The request log that tests read, with every secret masked."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from infra.devservers.books.wire import Row

SECRET = frozenset(
    {"authorization", "client_secret", "refresh_token", "access_token", "code", "cookie"}
)
KEPT = 20_000


@dataclass(slots=True, repr=False)
class Journal:
    """The requests in order of arrival; ``status`` is None while one is worked on."""

    entries: deque[Row] = field(default_factory=lambda: deque(maxlen=KEPT))
    serials: Iterator[int] = field(default_factory=lambda: count(1))

    def open(self, at: float, method: str, path: str, query: Mapping[str, str]) -> Row:
        """Note an arrival and return its entry, to be filled in later."""
        entry: Row = {"serial": next(self.serials), "at": at, "method": method, "path": path}
        entry |= {"query": masked(query), "headers": {}, "body": None}
        entry |= {"status": None, "code": None, "fault": None}
        self.entries.append(entry)
        return entry


def masked(pairs: Mapping[str, object]) -> Row:
    """Copy pairs, hiding the values whose names are those of secrets."""
    return {name: "***" if name.lower() in SECRET else value for name, value in pairs.items()}
