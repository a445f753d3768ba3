"""Small texts sealed for the store."""

import pytest

from orders.errors import KeyUnknown, PayloadDamaged
from runtime.codec import new_key, parse_keyring
from runtime.codec.box import Box


def key(name: str) -> str:
    return f"{name}:{new_key().rpartition(':')[2]}"


def test_what_is_sealed_can_be_opened_and_shows_nothing():
    box = Box(parse_keyring(key("k1")))
    sealed = box.seal("https://files.example/?tempauth=canary سفارش")
    assert "canary" not in sealed
    assert sealed.isascii()
    assert box.open(sealed) == "https://files.example/?tempauth=canary سفارش"


def test_an_older_key_keeps_opening_and_a_stranger_does_not():
    old, new = key("k1"), key("k2")
    sealed = Box(parse_keyring(old)).seal("text")
    assert Box(parse_keyring(f"{new},{old}")).open(sealed) == "text"
    with pytest.raises(KeyUnknown):
        Box(parse_keyring(new)).open(sealed)


@pytest.mark.parametrize("broken", ["", "not base64!", "AAAA"])
def test_what_was_never_sealed_is_refused_or_empty(broken):
    box = Box(parse_keyring(key("k1")))
    try:
        assert box.open(broken) == ""
    except PayloadDamaged:
        assert broken
