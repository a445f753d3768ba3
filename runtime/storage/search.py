"""Orders found by the words they are known by, in the database."""

from sqlalchemy import select

from runtime.storage.documents import read_row
from runtime.storage.engine import Connected
from runtime.storage.port import CaseRow
from runtime.storage.tables import cases


class SqlSearch(Connected):
    """Looking orders up, over the connections of the store it is part of."""

    async def search_cases(self, tenant_id: str, words: str, limit: int = 20) -> list[CaseRow]:
        """The orders whose names hold these folded words, the newest first."""
        query = (
            select(cases)
            .where(cases.c.tenant_id == tenant_id, cases.c.words.contains(words, autoescape=True))
            .order_by(cases.c.received_at.desc(), cases.c.order_id)
            .limit(limit)
        )
        async with self._reading() as connection:
            return [read_row(row) for row in (await connection.execute(query)).mappings()]
