"""What a message weighs the way Teams counts it: UTF-16."""

import json
from collections.abc import Mapping

from orders.errors import MessageTooLarge

MESSAGE_LIMIT = 80 * 1024
"""Bytes of UTF-16 JSON a message may have; Teams stops near 100 KB, so this leaves room."""


def utf16_bytes(activity: Mapping[str, object]) -> int:
    """Size of an activity in bytes of UTF-16, unescaped as it is sent."""
    return len(dump(activity).encode("utf-16-le"))


def dump(activity: Mapping[str, object]) -> str:
    """The activity as the JSON that goes out: Persian stays Persian, no needless spaces."""
    return json.dumps(activity, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def refuse_heavy(activity: Mapping[str, object]) -> None:
    """Raise `MessageTooLarge` before Teams does."""
    size = utf16_bytes(activity)
    if size > MESSAGE_LIMIT:
        raise MessageTooLarge(f"The message has {size} bytes of UTF-16, above {MESSAGE_LIMIT}.")
