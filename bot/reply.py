"""Answers in Teams' own shapes: the body of an invoke, or a new message."""

from typing import Any

from bot.turn import Answer, CardAnswer, ErrorAnswer, Later, Nothing, TextAnswer
from cards.literal import has_rtl
from cards.replies import sentence_card
from runtime.connector.messages import CARD, card_message

MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"


def invoke_body(answer: Answer, silence: str) -> dict[str, Any]:
    """The body of an invoke's answer; never empty, so `silence` stands where nothing is said.

    Raises:
        TypeError: the handler returned no answer at all.
    """
    match answer:
        case CardAnswer(content):
            return {"statusCode": 200, "type": CARD, "value": dict(content)}
        case TextAnswer(text):
            return {"statusCode": 200, "type": MESSAGE, "value": text or silence}
        case ErrorAnswer(code, message, status):
            value = {"code": code, "message": message}
            return {"statusCode": status, "type": ERROR, "value": value}
        case Nothing():
            return {"statusCode": 200, "type": MESSAGE, "value": silence}
    raise TypeError(f"a handler returned {type(answer).__name__}, which is no answer")


def message_activity(answer: Answer) -> dict[str, Any] | None:
    """The message that says the answer, or None when there is nothing to say."""
    match answer:
        case CardAnswer(content):
            return card_message(content)
        case TextAnswer(text) | ErrorAnswer(_, text, _) | Later(text):
            return _text_message(text)
        case Nothing():
            return None
    raise TypeError(f"a handler returned {type(answer).__name__}, which is no answer")


def _text_message(text: str) -> dict[str, Any]:
    """Teams shows plain text left to right whatever it says, so Persian goes out as a card."""
    if not has_rtl(text):
        return {"type": "message", "textFormat": "plain", "text": text}
    return card_message(sentence_card(text, "fa").content)
