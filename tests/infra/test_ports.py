"""Ports: which are free, which are offered instead, which wishes are refused."""

import socket
from contextlib import contextmanager
from dataclasses import astuple, replace

import pytest

from infra.ports import LOOPBACK, Ports, free_ports, is_free, others, read_ports, taken
from orders.errors import SettingsError


@contextmanager
def listener():
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        one.listen()
        yield one.getsockname()[1]


def test_free_ports_are_all_different_and_free():
    ports = free_ports()
    assert len(set(astuple(ports))) == len(astuple(ports))
    assert all(is_free(port) for port in astuple(ports))
    assert taken(ports) == {}


def test_a_port_somebody_listens_on_is_taken_until_they_stop():
    with listener() as port:
        assert not is_free(port)
    assert is_free(port)


def test_the_metrics_ports_of_worker_and_sdk_count_as_well():
    ports = free_ports()
    assert list(ports.row("metrics")) == [ports.metrics, ports.metrics + 1, ports.metrics + 2]
    with socket.socket() as one:
        one.bind((LOOPBACK, ports.metrics + 1))
        one.listen()
        assert taken(ports) == {"metrics": ports.metrics + 1}
        assert taken(others(ports)) == {}


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        (
            ["metrics=4000", "books=4001"],
            "metrics cannot have port 4001: books has it; metrics takes 4000 to 4002",
        ),
        (["metrics=4000", "teams=4002"], "metrics cannot have port 4002: teams"),
        (["bot=8290"], "books cannot have port 8290"),
        (["metrics=65534"], "metrics cannot have port 65536: there is none"),
    ],
)
def test_two_parts_never_share_a_port(wishes, told):
    with pytest.raises(SettingsError, match=told):
        read_ports(wishes)


def test_another_port_is_offered_for_the_taken_one_only():
    ports = free_ports()
    with listener() as port:
        clash = replace(ports, books=port)
        assert taken(clash) == {"books": port}
        offer = others(clash)
        assert is_free(offer.books)
        assert replace(offer, books=port) == clash


def test_wishes_are_granted_over_the_defaults():
    assert read_ports([]) == Ports()
    wished = read_ports(["bot=4000", "temporal_ui=4001"])
    assert wished == replace(Ports(), bot=4000, temporal_ui=4001)


@pytest.mark.parametrize(
    "wish", ["", "bot", "bot=", "bot=0", "bot=65536", "bot=-1", "bot=x", "kitchen=1", "bot=1.5"]
)
def test_a_wish_for_no_part_or_no_port_is_refused(wish):
    with pytest.raises(
        SettingsError, match="is no part=number such as bot=4978; parts are books, bot"
    ):
        read_ports([wish])
