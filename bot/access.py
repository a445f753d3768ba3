"""Refusals at the door, kept in the audit log."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot.activity import tenants_of
from orders.errors import DeskError
from runtime.storage.port import AuditEntry

_log = structlog.get_logger(__name__)

CHAIN = "access"
"""The audit chain of the door itself; no order has this id."""


class AuditLog(Protocol):
    """The one thing the door needs of a store for this."""

    async def append_audit(self, entries: list[AuditEntry]) -> None:
        """Append; known keys are skipped."""
        ...


class AccessLog:
    """Writes `access.denied` entries: who, from which tenant, why. Never what they wrote."""

    def __init__(self, audit: AuditLog, now: Callable[[], datetime]) -> None:
        self._audit = audit
        self._now = now

    async def deny(self, reason: str, activity: Mapping[str, Any]) -> None:
        """Record one refusal of a signed activity. A store that is down does not open the door."""
        sender = activity.get("from")
        who = sender.get("aadObjectId") if isinstance(sender, Mapping) else ""
        facts = {
            "reason": reason,
            "tenant": ",".join(tenants_of(activity))[:200],
            "activity": str(activity.get("id", ""))[:200],
        }
        key = hashlib.sha256("|".join((*facts.values(), str(who))).encode()).hexdigest()[:32]
        entry = AuditEntry(
            order_id=CHAIN,
            key=f"access.denied:{key}",
            event_type="access.denied",
            at=self._now().isoformat(),
            actor_type="user",
            actor_id=str(who or "")[:200],
            data=facts,
            tenant_id=facts["tenant"],
        )
        try:
            await self._audit.append_audit([entry])
        except DeskError as error:
            _log.error("access.not_recorded", kind=type(error).__name__, reason=reason)
