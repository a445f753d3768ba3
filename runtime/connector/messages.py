"""Messages as the Bot Framework carries them."""

from collections.abc import Mapping
from typing import Any

CARD = "application/vnd.microsoft.card.adaptive"


def card_message(content: Mapping[str, Any]) -> dict[str, Any]:
    """A message that is one card; notifications show the card's own words as its summary."""
    return {
        "type": "message",
        "summary": content.get("fallbackText", ""),
        "attachments": [{"contentType": CARD, "content": dict(content)}],
    }
