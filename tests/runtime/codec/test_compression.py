"""Packing helps or stays away, and never inflates without bound."""

import gzip
import os

import pytest
from temporalio.api.common.v1 import Payload

from orders.errors import PayloadDamaged
from runtime.codec.compression import Compression

PLAIN = {"encoding": b"json/plain", "messageType": b"x"}


def test_a_long_repetitive_payload_shrinks_and_comes_back_whole():
    payload = Payload(metadata=PLAIN, data=b'{"a": 1}' * 500)
    packed = Compression().encode(payload)
    assert packed.ByteSize() < payload.ByteSize() / 5
    assert packed.metadata["encoding"] == b"binary/gzip"
    assert Compression().decode(packed) == payload


def test_packing_the_same_twice_gives_the_same_bytes():
    payload = Payload(metadata=PLAIN, data=b"a" * 2000)
    assert Compression().encode(payload) == Compression().encode(payload)


@pytest.mark.parametrize("data", [b"a" * 100, os.urandom(4000)], ids=["short", "random"])
def test_what_would_not_shrink_stays_as_it_is(data):
    payload = Payload(metadata=PLAIN, data=data)
    assert Compression().encode(payload) is payload
    assert Compression().decode(payload) is payload


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = Payload(metadata={"encoding": b"binary/gzip"}, data=gzip.compress(bytes(10_000_000)))
    with pytest.raises(PayloadDamaged):
        Compression(largest=1_000_000).decode(bomb)


@pytest.mark.parametrize(
    "data",
    [b"", b"no gzip", gzip.compress(b"x")[:-4], gzip.compress(b"x") + b"!", gzip.compress(b"\xff")],
    ids=["empty", "other", "cut", "more behind", "no payload inside"],
)
def test_what_is_no_packed_payload_is_refused(data):
    with pytest.raises(PayloadDamaged):
        Compression().decode(Payload(metadata={"encoding": b"binary/gzip"}, data=data))
