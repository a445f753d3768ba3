"""What people taught, as every store keeps it; and the twin in memory."""

from typing import Protocol

from orders.learned import Alias

Place = tuple[str, str, str, str]


class Aliases(Protocol):
    """Names and codes people taught. Every method may raise `StoreUnavailable`."""

    async def keep_alias(self, alias: Alias) -> None:
        """Insert or replace by tenant, kind, owner and key."""
        ...

    async def aliases(self, tenant_id: str = "", owner: str | None = None) -> list[Alias]:
        """Live and retired ones of a tenant (every tenant where none is named), the newest first.

        `owner` is a customer's id for their items, empty for the names of customers.
        """
        ...


class MemoryAliases:
    """`Aliases` in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._aliases: dict[Place, Alias] = {}

    async def keep_alias(self, alias: Alias) -> None:
        """Insert or replace by tenant, kind, owner and key."""
        self._aliases[alias.tenant_id, alias.kind, alias.owner, alias.key] = alias

    async def aliases(self, tenant_id: str = "", owner: str | None = None) -> list[Alias]:
        """Live and retired ones, the newest first."""
        found = [
            one
            for _, one in sorted(self._aliases.items())
            if tenant_id in ("", one.tenant_id) and owner in (None, one.owner)
        ]
        return sorted(found, key=lambda one: one.at, reverse=True)
