"""Names and codes people taught, in the database."""

from dataclasses import asdict

from sqlalchemy import select

from orders.learned import Alias, AliasKind
from runtime.storage.engine import Connected
from runtime.storage.tables import aliases
from runtime.storage.writes import put


class SqlAliases(Connected):
    """`Aliases` over the connections of the store it is part of."""

    async def keep_alias(self, alias: Alias) -> None:
        """Insert or replace by tenant, kind, owner and key."""
        columns = asdict(alias) | {"kind": str(alias.kind)}
        async with self._writing() as connection:
            await put(connection, aliases, columns, columns)

    async def aliases(self, tenant_id: str = "", owner: str | None = None) -> list[Alias]:
        """Live and retired ones, the newest first."""
        query = select(aliases)
        if tenant_id:
            query = query.where(aliases.c.tenant_id == tenant_id)
        if owner is not None:
            query = query.where(aliases.c.owner == owner)
        query = query.order_by(aliases.c.at.desc(), *aliases.primary_key)
        async with self._reading() as connection:
            rows = (await connection.execute(query)).mappings()
            return [Alias(**{**row, "kind": AliasKind(row["kind"])}) for row in rows]
