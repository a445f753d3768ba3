"""What was bought, in the database: one fingerprint per order."""

from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from decimal import Decimal

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from orders.case import GIVEN_UP
from orders.purchase import Fingerprint
from runtime.storage.tables import cases, purchases
from runtime.storage.writes import put

MOST_EARLIER = 200


class SqlPurchases(ABC):
    """`Purchases` over the connections of the store it is part of."""

    @abstractmethod
    def _writing(self) -> AbstractAsyncContextManager[AsyncConnection]: ...

    @abstractmethod
    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]: ...

    async def keep_purchase(self, purchase: Fingerprint) -> None:
        """Insert or replace by order."""
        columns = asdict(purchase) | {"total": f"{purchase.total:f}"}
        async with self._writing() as connection:
            await put(connection, purchases, columns, columns)

    async def purchases_before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        """Earlier orders of the same customer that were not given up, the newest first."""
        earlier = or_(
            purchases.c.at < purchase.at,
            and_(purchases.c.at == purchase.at, purchases.c.order_id < purchase.order_id),
        )
        query = (
            select(purchases)
            .join(cases, cases.c.order_id == purchases.c.order_id)
            .where(
                purchases.c.tenant_id == purchase.tenant_id,
                purchases.c.customer_id == purchase.customer_id,
                purchases.c.at >= since,
                earlier,
                cases.c.status.not_in([str(status) for status in GIVEN_UP]),
            )
            .order_by(purchases.c.at.desc(), purchases.c.order_id.desc())
            .limit(MOST_EARLIER)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return [Fingerprint(**{**row, "total": Decimal(row["total"])}) for row in rows]
