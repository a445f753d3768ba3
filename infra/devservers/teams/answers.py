"""What a bot may answer to a click, and what Teams makes of it."""

import dataclasses
import json
from typing import Any

from infra.devservers.teams.options import Json
from infra.devservers.teams.state import CARD_TYPE

MESSAGE_TYPE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"
_ALLOWED = {
    (200, CARD_TYPE): "card",
    (200, MESSAGE_TYPE): "message",
    (400, _ERROR): "error",
    (500, _ERROR): "error",
    (401, "application/vnd.microsoft.activity.loginRequest"): "login",
    (412, "application/vnd.microsoft.error.preconditionFailed"): "error",
}
WENT_WRONG = "Something went wrong. Please try again."
UNREACHABLE = "Unable to reach app. Please try again."


class BadAnswer(Exception):
    """Teams cannot use the answer; the text says why."""


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """A usable answer: `kind` is card, message, error or login."""

    kind: str
    body: Json

    @property
    def card(self) -> Json | None:
        """The new card, if the answer is one."""
        return self.body["value"] if self.kind == "card" else None

    @property
    def text(self) -> str:
        """What the person is shown beside the card."""
        value: Any = self.body.get("value")
        if self.kind == "message":
            return str(value)
        if self.kind == "error":
            return str(value.get("message"))
        return "Sign in" if self.kind == "login" else ""


def read_answer(raw: bytes) -> Answer:
    """The answer in the body of HTTP 200; BadAnswer if Teams would not take it."""
    if not raw.strip():
        raise BadAnswer("the body is empty")
    try:
        body = json.loads(raw)
    except ValueError as error:
        raise BadAnswer("the body is not JSON") from error
    if not isinstance(body, dict):
        raise BadAnswer("the body is not an object")
    status, kind = body.get("statusCode"), body.get("type")
    if not isinstance(status, int) or (status, kind) not in _ALLOWED:
        raise BadAnswer(f"statusCode {status!r} with type {kind!r} is not known")
    answer = Answer(_ALLOWED[status, str(kind)], body)
    if problem := _bad_value(answer.kind, body.get("value")):
        raise BadAnswer(problem)
    return answer


def _bad_value(kind: str, value: object) -> str:
    if kind == "message":
        return "" if isinstance(value, str) and value else "the message is empty"
    if not isinstance(value, dict):
        return "the value is not an object"
    if kind == "card":
        return "" if value.get("type") == "AdaptiveCard" else "the value is no AdaptiveCard"
    if kind == "error":
        return "" if value.get("code") and value.get("message") else "code or message is missing"
    return ""
