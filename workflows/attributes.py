"""Search attributes: few, typed, and free of personal data."""

from datetime import datetime
from typing import Any

from temporalio.common import SearchAttributeKey, SearchAttributeUpdate

from orders.case import WAITING, StatusView

ORDER_CODE = SearchAttributeKey.for_keyword("OrderCode")
ORDER_STATUS = SearchAttributeKey.for_keyword("OrderStatus")
NEEDS_HUMAN = SearchAttributeKey.for_bool("NeedsHuman")
DUE_AT = SearchAttributeKey.for_datetime("DueAt")

KEYS = (ORDER_CODE, ORDER_STATUS, NEEDS_HUMAN, DUE_AT)
"""Registered at start-up, before any worker polls."""


def attributes_of(view: StatusView) -> list[SearchAttributeUpdate[Any]]:
    """What lists in Temporal's own pages can be filtered by. They are stored in plain text."""
    due = view.deadlines.expire_at
    return [
        ORDER_CODE.value_set(view.code),
        ORDER_STATUS.value_set(str(view.status)),
        NEEDS_HUMAN.value_set(view.status in WAITING),
        DUE_AT.value_set(datetime.fromisoformat(due)) if due else DUE_AT.value_unset(),
    ]
