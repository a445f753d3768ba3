"""One shape of a message that is a card, whoever sends it."""

from runtime.connector.messages import CARD, card_message


def test_a_message_carries_its_card_and_a_plain_summary():
    content = {"type": "AdaptiveCard", "fallbackText": "PO-1.csv is ready"}
    assert card_message(content) == {
        "type": "message",
        "summary": "PO-1.csv is ready",
        "attachments": [{"contentType": CARD, "content": content}],
    }
