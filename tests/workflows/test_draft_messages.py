"""What crosses beside the draft travels whole, and what an older build leaves out has a meaning."""

from temporalio.contrib.pydantic import pydantic_data_converter

from workflows.draft_messages import DraftAt, Line

CONVERTER = pydantic_data_converter.payload_converter


def travelled(kind, message):
    return CONVERTER.from_payload(CONVERTER.to_payload(message), kind)


def test_a_line_goes_on_with_whoever_stood_in_it():
    line = Line(first_pause=5, waiting={"order-1": "2026-11-29T09:00:00+00:00"})
    assert travelled(Line, line) == line
    assert travelled(Line, {}) == Line(first_pause=30.0, waiting={})


def test_a_draft_is_looked_at_without_hurry_unless_said():
    assert not travelled(DraftAt, {"order_id": "o", "revision": 1, "draft_id": "5"}).hurry
