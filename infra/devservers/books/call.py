"""One call that passed every check, and the route that serves it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from infra.devservers.books.clock import Clock
from infra.devservers.books.ledger import Attachment, Ledger
from infra.devservers.books.options import Switches
from infra.devservers.books.wire import Answer, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a handler may know: the books, the request's parts and the faults that alter it.

    ``ids`` are the named parts of the path, ``alter`` the kinds of the altering faults with
    their seconds, ``upload`` the file of a multipart body.
    """

    ledger: Ledger
    ledgers: Mapping[str, Ledger]
    clock: Clock
    switches: Switches
    ids: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Row = field(default_factory=dict)
    upload: Attachment | None = None
    alter: Mapping[str, float] = field(default_factory=dict)

    def stamp(self) -> str:
        """Return the present moment in the organization's zone."""
        return self.clock.stamp(self.ledger.offset)


Handler = Callable[[Call], Answer]
Body = Literal["none", "json", "optional", "multipart"]


@dataclass(frozen=True, slots=True)
class Route:
    """A method and a path below ``/books/v3`` with the scope they need.

    ``{name}`` in a path stands for an id, which is digits.

    Handlers are plain functions: nothing else runs between a look-up and its write.
    """

    method: str
    path: str
    scope: str
    handler: Handler
    body: Body = "none"
    needs_organization: bool = True

    def match(self, path: str) -> Mapping[str, str] | None:
        """Return the named parts of a path, None when it is another route's."""
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>\\d+)", self.path)
        found = re.fullmatch(pattern, path)
        return found.groupdict() if found else None
