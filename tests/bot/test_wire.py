"""JSON at its bounds; hostile bodies over HTTP are in tests/scenarios/door."""

import json

import pytest

from bot.wire import MAX_DEPTH, Unreadable, parse_object


def nested(depth):
    return b'{"a":' * depth + b"1" + b"}" * depth


def test_the_deepest_nesting_still_counts():
    assert parse_object(nested(MAX_DEPTH))
    with pytest.raises(Unreadable) as caught:
        parse_object(nested(MAX_DEPTH + 1))
    assert caught.value.status == 400


def test_brackets_inside_strings_are_no_nesting():
    text = '{"[\\"' * 200
    assert parse_object(json.dumps({"text": text}).encode())["text"] == text


def test_many_brackets_side_by_side_are_no_nesting():
    assert len(parse_object(json.dumps({"a": [[]] * 500}).encode())["a"]) == 500


def test_a_byte_order_mark_is_forgiven():
    assert parse_object(b"\xef\xbb\xbf{}") == {}


@pytest.mark.parametrize("body", [b"", b"nul", b"1", b"null", b'{"a":1}x', b'{"a":1,"a":1}'])
def test_anything_else_is_refused(body):
    with pytest.raises(Unreadable):
        parse_object(body)
