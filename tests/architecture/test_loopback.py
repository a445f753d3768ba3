"""The hook on outgoing connections catches what it must."""

import socket

import pytest

from tests import loopback


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        (("127.0.0.1", 80), False),
        (("127.8.0.1", 80), False),
        (("localhost", 80), False),
        (("::1", 80, 0, 0), False),
        (("::ffff:127.0.0.1", 80, 0, 0), False),
        ("/run/postgresql/socket", False),
        (("192.0.2.1", 80), True),
        (("10.0.0.1", 80), True),
        (("0.0.0.0", 80), True),  # noqa: S104 - an address to judge, not one to bind
        (("::ffff:192.0.2.1", 80, 0, 0), True),
        (("files.example.com", 443), True),
    ],
)
def test_only_this_machine_is_inside(address, outside):
    assert loopback.is_outside(address) is outside


def test_a_connection_to_the_outside_is_refused_and_remembered():
    with socket.socket() as caller, pytest.raises(loopback.OutsideWorld, match="loopback"):
        caller.connect(("192.0.2.1", 9))
    assert loopback.strayed == ["('192.0.2.1', 9)"]
    loopback.strayed.clear()


def test_a_datagram_to_the_outside_is_refused():
    with (
        socket.socket(type=socket.SOCK_DGRAM) as caller,
        pytest.raises(loopback.OutsideWorld),
    ):
        caller.sendto(b"x", ("192.0.2.1", 9))
    loopback.strayed.clear()
