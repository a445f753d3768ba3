"""What was bought, in the database: a fingerprint and the goods per order."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, or_, select

from orders.case import GIVEN_UP, Status
from orders.purchase import Fingerprint
from runtime.storage.engine import Connected
from runtime.storage.tables import cases, purchases
from runtime.storage.writes import put

MOST_EARLIER = 200
_FINGERPRINT = [purchases.c[one.name] for one in fields(Fingerprint)]


class SqlPurchases(Connected):
    """`Purchases` over the connections of the store it is part of."""

    async def keep_purchase(
        self, purchase: Fingerprint, goods: Mapping[str, Decimal] | None = None
    ) -> None:
        """Insert or replace by order."""
        listed = {item_id: f"{quantity:f}" for item_id, quantity in (goods or {}).items()}
        columns = asdict(purchase) | {"total": f"{purchase.total:f}", "goods": json.dumps(listed)}
        async with self._writing() as connection:
            await put(connection, purchases, columns, columns)

    async def purchases_before(self, purchase: Fingerprint, since: str) -> list[Fingerprint]:
        """Earlier orders of the same customer that were not given up, the newest first."""
        kept = cases.c.status.not_in([str(status) for status in GIVEN_UP])
        query = _before(select(*_FINGERPRINT), purchase, since).where(kept)
        async with self._reading() as connection:
            rows = (await connection.execute(query.limit(MOST_EARLIER))).mappings().all()
        return [Fingerprint(**{**row, "total": Decimal(row["total"])}) for row in rows]

    async def goods_before(
        self, purchase: Fingerprint, since: str, limit: int
    ) -> list[Mapping[str, Decimal]]:
        """What the same customer's completed orders before this one bought, the newest first."""
        done = cases.c.status == str(Status.COMPLETED)
        query = _before(select(purchases.c.goods), purchase, since).where(done)
        async with self._reading() as connection:
            bodies = (await connection.scalars(query.limit(limit))).all()
        return [
            {item_id: Decimal(quantity) for item_id, quantity in json.loads(body).items()}
            for body in bodies
        ]


def _before(query: Select[Any], purchase: Fingerprint, since: str) -> Select[Any]:
    """The customer's orders received before this one, the newest first."""
    earlier = or_(
        purchases.c.at < purchase.at,
        and_(purchases.c.at == purchase.at, purchases.c.order_id < purchase.order_id),
    )
    return (
        query.join_from(purchases, cases, cases.c.order_id == purchases.c.order_id)
        .where(
            purchases.c.tenant_id == purchase.tenant_id,
            purchases.c.customer_id == purchase.customer_id,
            purchases.c.at >= since,
            earlier,
        )
        .order_by(purchases.c.at.desc(), purchases.c.order_id.desc())
    )
