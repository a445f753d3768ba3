"""The copy of the books' catalogue, in the database."""

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select

from orders.copies import CatalogueCopy
from runtime.storage.engine import Connected
from runtime.storage.tables import catalogues
from runtime.storage.writes import upsert

_ADAPTER = TypeAdapter(CatalogueCopy)


class SqlCopies(Connected):
    """`Copies` over the connections of the store it is part of."""

    async def keep_catalogue(self, copy: CatalogueCopy) -> None:
        """Insert or replace by organization; an older copy never replaces a newer one."""
        columns = {
            "organization_id": copy.organization.organization_id,
            "synced_at": copy.synced_at,
            "body": _ADAPTER.dump_json(copy).decode(),
        }
        async with self._writing() as connection:
            query = upsert(connection, catalogues).values(columns)
            await connection.execute(
                query.on_conflict_do_update(
                    index_elements=list(catalogues.primary_key),
                    set_={name: columns[name] for name in ("synced_at", "body")},
                    where=catalogues.c.synced_at <= copy.synced_at,
                )
            )

    async def catalogue(self, organization_id: str, but: str = "") -> CatalogueCopy | None:
        """The copy; None where there is none that this version can read, or none but `but`."""
        query = select(catalogues.c.body).where(
            catalogues.c.organization_id == organization_id, catalogues.c.synced_at != but
        )
        async with self._reading() as connection:
            body = await connection.scalar(query)
        try:
            return _ADAPTER.validate_json(body) if body else None
        except ValidationError:
            return None
