"""What Zoho's refusals mean to the desk."""

import random
from datetime import datetime, timedelta

import httpx

from activities.books.port import RouteMissing
from orders.errors import (
    BooksAccessDenied,
    BooksQuotaSpent,
    BooksRejected,
    BooksThrottled,
    BooksUnavailable,
    DeskError,
    RecordGone,
)

MINUTE_PAUSE = timedelta(seconds=60)
QUOTA_PAUSE = timedelta(hours=1)
TOO_MANY_AT_ONCE = 1070
QUOTA_SPENT = 45
NOT_AUTHORIZED = frozenset({57, 14})
WRONG_ORGANIZATION = 6041
GONE = 1002
INTERNAL = 1000
THROTTLED = frozenset({43, 44})
SERVER_ERRORS = 500


def error_of(status: int, code: int, retry_after: timedelta | None) -> DeskError:
    """The error behind a status and Zoho's code (0: the body held none).

    Zoho's sentences are localised prose and may quote the order, so they stay out of the error.
    """
    where = f"(status {status}, code {code})"
    if status == httpx.codes.TOO_MANY_REQUESTS or code in {*THROTTLED, QUOTA_SPENT}:
        return _throttle(code, retry_after)
    if code == GONE:
        return RecordGone()
    if code == WRONG_ORGANIZATION:
        return BooksAccessDenied("Zoho Books does not know the configured organization.")
    if code in NOT_AUTHORIZED or status in (401, 403):
        return BooksAccessDenied()
    if status >= SERVER_ERRORS or code == INTERNAL:
        return BooksUnavailable(f"Zoho Books is out of order {where}.", retry_after=retry_after)
    if status in (httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED):
        return RouteMissing(f"Zoho Books has no such route {where}.")
    if status < httpx.codes.BAD_REQUEST:
        return BooksUnavailable(f"Zoho Books answered something unexpected {where}.")
    return BooksRejected(f"Zoho Books refused the request {where}.")


def until_tomorrow(now: datetime) -> timedelta:
    """How long until the day's quota is new, with a minute to spare."""
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=1, second=0, microsecond=0)
    return midnight - now


def _throttle(code: int, retry_after: timedelta | None) -> BooksUnavailable:
    if code == QUOTA_SPENT:
        return BooksQuotaSpent(retry_after=retry_after or QUOTA_PAUSE)
    if code == TOO_MANY_AT_ONCE:
        jitter = timedelta(seconds=random.uniform(1, 2))  # noqa: S311 - spreads load, no secret
        return BooksThrottled(retry_after=retry_after or jitter)
    return BooksThrottled(retry_after=retry_after or MINUTE_PAUSE)
