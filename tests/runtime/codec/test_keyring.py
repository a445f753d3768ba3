"""Keys are read strictly and never shown."""

import base64

import pytest

from orders.errors import KeyUnknown, SettingsError
from runtime.codec.keyring import new_key, parse_keyring


def test_the_first_key_encrypts_and_all_are_kept():
    newer, older = new_key(), new_key()
    ring = parse_keyring(f" {newer} , {older} ")
    assert ring.newest == newer.partition(":")[0]
    assert ring.key(older.partition(":")[0]) == base64.b64decode(older.partition(":")[2])


def test_two_new_keys_differ_in_id_and_bytes():
    assert new_key() != new_key()
    assert len({new_key().partition(":")[0] for _ in range(20)}) == 20


def test_b073_no_key_is_seen_in_what_a_keyring_or_its_errors_say():
    key = new_key()
    secret = key.partition(":")[2]
    ring = parse_keyring(key)
    with pytest.raises(KeyUnknown) as unknown:
        ring.key("gone")
    with pytest.raises(SettingsError) as short:
        parse_keyring(f"id:{secret[:20]}")
    with pytest.raises(SettingsError) as double:
        parse_keyring(f"{key},{key}")
    for told in (repr(ring), str(ring), f"{ring}", *map(str, (unknown, short, double))):
        assert secret[:8] not in told
        assert str(base64.b64decode(secret))[2:10] not in told
    for error in (unknown, short, double):
        assert secret[:8] not in str(error.value)


def test_a_name_that_is_no_key_id_is_not_repeated():
    with pytest.raises(KeyUnknown, match="of that name"):
        parse_keyring(new_key()).key("\nforged log line")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is missing"),
        (" , ", "is missing"),
        ("no-colon", "key 1 is not 32 bytes"),
        (":AAAA", "key 1 needs an id"),
        ("bad id:AAAA", "key 1 needs an id"),
        ("id:AAAA", "key 1 is not 32 bytes"),
        ("id:%%%", "key 1 is not 32 bytes"),
        ("id:é", "key 1 is not 32 bytes"),
    ],
)
def test_a_keyring_that_cannot_be_used_says_which_key(text, complaint):
    with pytest.raises(SettingsError, match=complaint):
        parse_keyring(text)


def test_a_double_id_is_refused():
    key = new_key()
    with pytest.raises(SettingsError, match="key 2 needs an id"):
        parse_keyring(f"{key},{key}")
