"""What people do at a server of operators, kept in the audit."""

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from orders.errors import StoreUnavailable
from runtime.storage.port import AuditEntry, Store


@dataclass(frozen=True, slots=True)
class Trail:
    """One server's own audit chain, which belongs to no single order.

    `facts` stand in every entry; `now` tells the time.
    """

    store: Store
    chain: str
    now: Callable[[], datetime]
    facts: Mapping[str, str] = field(default_factory=dict)

    async def note(self, who: str, event: str, /, **facts: str) -> None:
        """Write down what somebody is about to do or see. Raises `StoreUnavailable`."""
        await self._append(uuid.uuid4().hex, who, event, facts)

    async def refused(self, reason: str, who: str = "") -> None:
        """Note a refusal: once a minute for each person and reason, so that nobody floods us.

        A store that is down lets nobody in, so it is not needed for this.
        """
        minute = self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
        with suppress(StoreUnavailable):
            key = f"denied/{minute}/{reason}/{who}"
            await self._append(key, who, "access.denied", {"reason": reason})

    async def _append(self, key: str, who: str, event: str, facts: Mapping[str, str]) -> None:
        entry = AuditEntry(
            order_id=self.chain,
            key=key,
            event_type=event,
            at=self.now().isoformat(),
            actor_type="user",
            actor_id=who,
            data={**self.facts, **facts},
        )
        await self.store.append_audit([entry])
