"""What an answer of the connector means, as one of our errors."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from orders.errors import (
    CallerFault,
    ChatAccessDenied,
    ChatUnavailable,
    ConversationGone,
    DeliveryUnknown,
    DeskError,
    MessageGone,
    MessageTooLarge,
)

AGAIN = frozenset({412, 429, 502, 503, 504})
"""Statuses after which the same call may be made again (learn: conversation-messages)."""
_SERVER = 500


def read_code(body: bytes) -> str:
    """The connector's error code: `{"error": {"code": …, "innerHttpError": …}}`; empty if none."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = document.get("error") if isinstance(document, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) else ""


def read_retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds of a `Retry-After` header, given as seconds or as an HTTP date; None if absent."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return max(0.0, (at - (now or datetime.now(UTC))).total_seconds())


def read_error(status: int, code: str, *, method: str, edits: bool) -> DeskError:
    """The error behind a status. `edits` says that the call named a message of its own."""
    if status in (401, 403):
        return _denied(status, code)
    if status == 404:  # noqa: PLR2004 - HTTP's own number
        return MessageGone() if edits and code != "ConversationNotFound" else ConversationGone()
    if status == 413:  # noqa: PLR2004 - HTTP's own number
        return MessageTooLarge()
    if status >= _SERVER and method == "POST" and status not in AGAIN:
        return DeliveryUnknown()
    if status in AGAIN or status >= _SERVER:
        return ChatUnavailable()
    return CallerFault(f"Teams refused the call with {status} {code}".rstrip() + ".")


def throttled(wait: float) -> ChatUnavailable:
    """Teams names a pause that is too long to sit out here."""
    return ChatUnavailable(retry_after=timedelta(seconds=wait))


def _denied(status: int, code: str) -> DeskError:
    ours = status == 401 or code == "BotDisabledByAdmin"  # noqa: PLR2004 - HTTP's own number
    return ChatAccessDenied() if ours else ConversationGone()
