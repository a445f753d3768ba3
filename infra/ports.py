"""Which loopback ports are free, and which ones to offer instead."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from orders.errors import SettingsError

LOOPBACK = "127.0.0.1"
_MOST = 65_536


@dataclass(frozen=True, slots=True)
class Ports:
    """The port of every embedded part."""

    bot: int = 3978
    temporal: int = 7233
    temporal_ui: int = 8233
    books: int = 8290
    teams: int = 8280
    codec: int = 8234
    metrics: int = 9464


def read_ports(wishes: Sequence[str]) -> Ports:
    """The default ports with wishes like `bot=3979` granted.

    Raises:
        SettingsError: a wish names no part or no port.
    """
    known = {field.name for field in fields(Ports)}
    chosen: dict[str, int] = {}
    for wish in wishes:
        name, _, number = wish.partition("=")
        if name not in known or not number.isdecimal() or not 0 < int(number) < _MOST:
            raise SettingsError(f"{wish!r} is no port; parts are {', '.join(sorted(known))}.")
        chosen[name] = int(number)
    return replace(Ports(), **chosen)


def is_free(port: int) -> bool:
    """Whether nobody listens on this loopback port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_ports() -> Ports:
    """A port for every part that the system says is free."""
    names = [field.name for field in fields(Ports)]
    sockets = [socket.socket() for _ in names]
    try:
        for one in sockets:
            one.bind((LOOPBACK, 0))
        return Ports(
            **{name: one.getsockname()[1] for name, one in zip(names, sockets, strict=True)}
        )
    finally:
        for one in sockets:
            one.close()


def taken(ports: Ports) -> dict[str, int]:
    """The parts whose port somebody else has."""
    return {
        field.name: getattr(ports, field.name)
        for field in fields(Ports)
        if not is_free(getattr(ports, field.name))
    }


def others(ports: Ports) -> Ports:
    """The same ports where they are free, and free ones for the rest."""
    spare = free_ports()
    return replace(ports, **{name: getattr(spare, name) for name in taken(ports)})
