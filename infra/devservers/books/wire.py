"""The shapes of Zoho's answers, refusals, numbers and request bodies."""

import json
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, NoReturn

Row = dict[str, Any]
"""One JSON object as it crosses the wire."""

JSON_TYPE = "application/json;charset=UTF-8"
LARGEST = Decimal(10) ** 15


class Refusal(Exception):
    """Zoho's no: an HTTP status, a code other than 0 and a sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer before it is sent, so that a fault can still spoil it."""

    status: int
    body: bytes
    content_type: str = JSON_TYPE
    headers: dict[str, str] = field(default_factory=dict)


def to_json(row: Row | list[Row]) -> bytes:
    """Encode as UTF-8; a Decimal becomes an int when it is whole, else a float."""
    return json.dumps(row, default=_number, ensure_ascii=False, separators=(",", ":")).encode()


def success(rows: Row | None = None, *, message: str = "success", status: int = 200) -> Answer:
    """Wrap resources in the envelope of a success."""
    return Answer(status=status, body=to_json({"code": 0, "message": message} | (rows or {})))


def refused(refusal: Refusal) -> Answer:
    """Turn a refusal into its envelope."""
    body = to_json({"code": refusal.code, "message": refusal.message})
    return Answer(status=refusal.status, body=body)


def invalid(label: str, code: int = 2) -> NoReturn:
    """Refuse a value by its label.

    Raises:
        Refusal: always, with HTTP 400.
    """
    raise Refusal(400, code, f"Invalid value passed for {label}")


def missing(resource: str) -> Refusal:
    """Return the refusal of a record that is not there."""
    return Refusal(404, 1002, f"{resource} does not exist.")


def parse(body: bytes) -> Row:
    """Read a JSON object, keeping every number exact.

    Raises:
        Refusal: code 1038 for anything else, form data included.
    """
    try:
        row = json.loads(body.decode(), parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise Refusal(400, 1038, "JSON is not well formed")
    return row


def amount(value: object, label: str) -> Decimal:
    """Read a JSON number or its text as an exact number.

    Raises:
        Refusal: code 2 when it is none, or beyond any sensible size.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        invalid(label)
    try:
        number = Decimal(value)
    except InvalidOperation:
        invalid(label)
    if not number.is_finite() or abs(number) >= LARGEST or number.adjusted() < -LARGEST.adjusted():
        invalid(label)
    return number


def rounded(number: Decimal, places: int) -> Decimal:
    """Round half up to some decimal places."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} does not belong on the wire")
    return int(value) if value == value.to_integral_value() else float(value)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
