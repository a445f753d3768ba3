"""B077: old keys open, unknown keys and changed bytes are refused."""

import pytest
from temporalio.api.common.v1 import Payload

from orders.errors import KeyUnknown, PayloadDamaged
from runtime.codec.encryption import Encryption, home_of
from runtime.codec.keyring import new_key, parse_keyring

OLD, NEW = new_key(), new_key()
SECRET = Payload(metadata={"encoding": b"json/plain"}, data=b'"Karimi Trading"')


def sealed_with(*keys: str, home: str = "") -> Payload:
    return Encryption(parse_keyring(",".join(keys))).encode(SECRET, home)


def opened_with(payload: Payload, *keys: str, home: str = "") -> Payload:
    return Encryption(parse_keyring(",".join(keys))).decode(payload, home)


def test_a_sealed_payload_shows_neither_content_nor_its_encoding():
    sealed = sealed_with(NEW).SerializeToString()
    assert b"Karimi" not in sealed
    assert b"json/plain" not in sealed


def test_the_same_payload_is_never_sealed_alike_twice():
    ring = Encryption(parse_keyring(NEW))
    assert len({ring.encode(SECRET).data for _ in range(50)}) == 50


def test_b077_after_rotation_the_newest_key_seals_and_the_old_one_still_opens():
    before = sealed_with(OLD)
    after = sealed_with(NEW, OLD)
    assert after.metadata["desk-key-id"] == NEW.partition(":")[0].encode()
    assert opened_with(before, NEW, OLD) == SECRET
    assert opened_with(after, NEW, OLD) == SECRET


def test_b077_an_unknown_key_id_is_refused():
    with pytest.raises(KeyUnknown):
        opened_with(sealed_with(OLD), NEW)


@pytest.mark.parametrize("key_id", [b"", b"\xff\xfe"], ids=["none", "no text"])
def test_b077_a_missing_key_id_is_refused(key_id):
    sealed = sealed_with(NEW)
    sealed.metadata["desk-key-id"] = key_id
    with pytest.raises(KeyUnknown):
        opened_with(sealed, NEW)


def test_b077_every_flipped_byte_is_refused():
    sealed = sealed_with(NEW)
    for place in range(len(sealed.data)):
        broken = Payload()
        broken.CopyFrom(sealed)
        data = bytearray(sealed.data)
        data[place] ^= 1
        broken.data = bytes(data)
        with pytest.raises(PayloadDamaged):
            opened_with(broken, NEW)


@pytest.mark.parametrize("length", [0, 5, 12, 27])
def test_b077_a_cut_payload_is_refused(length):
    sealed = sealed_with(NEW)
    sealed.data = sealed.data[:length]
    with pytest.raises(PayloadDamaged):
        opened_with(sealed, NEW)


def test_b077_the_key_id_is_bound_even_where_two_ids_hold_one_key():
    first = f"first:{NEW.partition(':')[2]}"
    second = f"second:{NEW.partition(':')[2]}"
    sealed = sealed_with(first)
    sealed.metadata["desk-key-id"] = b"second"
    with pytest.raises(PayloadDamaged):
        opened_with(sealed, second, first)


def test_b077_a_payload_moved_to_another_workflow_is_refused():
    sealed = sealed_with(NEW, home=home_of("order-1"))
    assert opened_with(sealed, NEW, home=home_of("order-1")) == SECRET
    with pytest.raises(PayloadDamaged, match="another workflow"):
        opened_with(sealed, NEW, home=home_of("order-2"))


@pytest.mark.parametrize("name", ["order-2", ""])
def test_b077_a_moved_payload_cannot_be_relabelled(name):
    sealed = sealed_with(NEW, home=home_of("order-1"))
    sealed.metadata["desk-home"] = name.encode()
    with pytest.raises(PayloadDamaged):
        opened_with(sealed, NEW, home=home_of("order-2"))


def test_where_no_workflow_is_known_everything_of_ours_opens():
    assert opened_with(sealed_with(NEW, home="order-1"), NEW) == SECRET
    assert opened_with(sealed_with(NEW), NEW, home="order-1") == SECRET


def test_all_runs_of_a_schedule_share_one_home():
    assert home_of("upkeep-2026-11-21T12:00:00Z") == home_of("upkeep")
    assert home_of("order-2026") == "order-2026"


def test_a_plain_payload_stays_readable():
    assert opened_with(SECRET, NEW) is SECRET


def test_something_sealed_that_holds_no_payload_is_refused():
    cipher = Encryption(parse_keyring(NEW))._cipher(NEW.partition(":")[0])
    template = sealed_with(NEW)
    bound = b"\0".join(
        (b"order-desk/payload/1", b"binary/encrypted", len(NEW.partition(":")[0]).to_bytes(2, "big"),
         NEW.partition(":")[0].encode(), b"")
    )  # fmt: skip
    template.data = bytes(12) + cipher.encrypt(bytes(12), b"\xff\xff\xff", bound)
    with pytest.raises(PayloadDamaged):
        opened_with(template, NEW)
