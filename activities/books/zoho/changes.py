"""Records that changed lately: read newest first, as long as that is so."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any

from activities.books.zoho.call import ZohoCalls

PROOF = 100
"""So many rows in falling order show that the books obey."""


async def changed(
    calls: ZohoCalls, path: str, name: str, filters: Mapping[str, str], since: datetime | None
) -> AsyncIterator[dict[str, Any]]:
    """Rows changed since a moment, and perhaps others; all rows without one.

    The books are asked for the newest first. They ignore in silence what they do not know, so the
    reading only stops early at an older row when so many rows came in that order that it is none
    by chance.
    """
    count = 0
    order = {"sort_column": "last_modified_time", "sort_order": "D"} if since else {}
    before: datetime | None = None
    sorted_so_far = since is not None
    async for row in calls.rows(path, name, **filters, **order):
        at = _moment(row.get("last_modified_time"))
        sorted_so_far = sorted_so_far and at is not None and (before is None or at <= before)
        if sorted_so_far and since and at and at < since and count >= PROOF:
            return
        before, count = at, count + 1
        yield row


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
