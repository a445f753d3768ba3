"""Numbers, bodies and envelopes."""

import json
from decimal import Decimal

import pytest

from infra.devservers.books.wire import Refusal, amount, parse, rounded, success, to_json


def test_whole_decimals_are_ints_and_others_floats():
    assert to_json({"a": Decimal("2.00"), "b": Decimal("0.10")}) == b'{"a":2,"b":0.1}'


def test_persian_is_sent_as_utf_8():
    assert "سبز".encode() in to_json({"a": "سبز"})


def test_nothing_else_crosses_the_wire():
    with pytest.raises(TypeError):
        to_json({"a": object()})


def test_fractions_are_read_exactly():
    assert parse(b'{"a":0.1}') == {"a": Decimal("0.1")}


def test_half_is_rounded_up():
    assert rounded(Decimal("0.125"), 2) == Decimal("0.13")
    assert rounded(Decimal("0.5"), 0) == 1


@pytest.mark.parametrize("value", [1, "1", Decimal(1), "1.0"])
def test_an_amount_is_a_number_or_its_text(value):
    assert amount(value, "X") == 1


@pytest.mark.parametrize("value", [None, True, 1.5, "", "ten", "NaN", [], "9" * 16])
def test_anything_else_is_no_amount(value):
    with pytest.raises(Refusal, match="Invalid value passed for X"):
        amount(value, "X")


def test_a_success_has_code_zero():
    row = json.loads(success({"items": []}).body)
    assert row == {"code": 0, "message": "success", "items": []}
