"""Messages as the Bot Framework carries them."""

from collections.abc import Mapping
from typing import Any

CARD = "application/vnd.microsoft.card.adaptive"


def text_message(text: str) -> dict[str, Any]:
    """A message of a few plain words: names in it are never markup."""
    return {"type": "message", "text": text, "textFormat": "plain"}


def card_message(content: Mapping[str, Any]) -> dict[str, Any]:
    """A message that is one card; notifications show the card's own words as its summary."""
    return {
        "type": "message",
        "summary": content.get("fallbackText", ""),
        "attachments": [{"contentType": CARD, "content": dict(content)}],
    }
