"""Error codes and Retry-After as the connector writes them."""

from datetime import UTC, datetime

import pytest

from runtime.connector.answers import read_code, read_retry_after


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"error":{"code":"BotNotInConversationRoster"}}', "BotNotInConversationRoster"),
        (b'{"error":{"code":7}}', ""),
        (b'{"error":"no"}', ""),
        (b"[]", ""),
        (b"<html>", ""),
        (b"", ""),
        (b"[" * 100_000, ""),
    ],
)
def test_the_code_is_found_or_empty(body, code):
    assert read_code(body) == code


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5", 5.0),
        (" 0 ", 0.0),
        ("Sat, 21 Nov 2026 10:00:30 GMT", 30.0),
        ("Sat, 21 Nov 2026 09:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-1", None),
        ("٥", None),
    ],
)
def test_a_pause_is_seconds_or_a_date(text, seconds):
    now = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    assert read_retry_after({"Retry-After": text}, now) == seconds


def test_no_header_is_no_pause():
    assert read_retry_after({}) is None
