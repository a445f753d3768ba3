"""Which loopback ports are free, and which ones to offer instead."""

import random
import socket
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields, replace

from orders.errors import SettingsError

LOOPBACK = "127.0.0.1"
_MOST = 65_536
_TRIES = 100
_QUIET = range(10_240, 32_768)
"""Linux gives these to nobody's outgoing calls, so a port stays free until its part binds it."""
_ROWS = {"metrics": 3}
"""Parts that take further ports behind the one named: the worker's and the Temporal SDK's
metrics stand behind the bot's."""


@dataclass(frozen=True, slots=True)
class Ports:
    """The port of every embedded part."""

    bot: int = 3978
    temporal: int = 7233
    temporal_ui: int = 8233
    books: int = 8290
    teams: int = 8280
    codec: int = 8234
    ops: int = 8235
    metrics: int = 9464

    def row(self, part: str) -> range:
        """Every port that a part takes."""
        first: int = getattr(self, part)
        return range(first, first + _ROWS.get(part, 1))


def read_ports(wishes: Sequence[str]) -> Ports:
    """The default ports with wishes like `bot=3979` granted.

    Raises:
        SettingsError: a wish names no part or no port, or two parts would share one.
    """
    chosen: dict[str, int] = {}
    for wish in wishes:
        name, _, number = wish.partition("=")
        if name not in _names() or not number.isdecimal() or not 0 < int(number) < _MOST:
            parts = ", ".join(sorted(_names()))
            raise SettingsError(f"{wish!r} is no part=number such as bot=4978; parts are {parts}.")
        chosen[name] = int(number)
    ports = replace(Ports(), **chosen)
    _refuse_shared(ports)
    return ports


def _refuse_shared(ports: Ports) -> None:
    owners: dict[int, str] = {}
    for name in _names():
        for port in ports.row(name):
            owner = owners.setdefault(port, name)
            if owner != name or port >= _MOST:
                why = "there is none" if port >= _MOST else f"{owner} has it"
                row = ports.row("metrics")
                raise SettingsError(
                    f"{name} cannot have port {port}: {why}; metrics takes {row[0]} to {row[-1]}."
                )


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
    """Ports for every part that nobody has."""
    with ExitStack() as held:
        return Ports(**{name: _claim(held, _ROWS.get(name, 1)) for name in _names()})


def _claim(held: ExitStack, row: int) -> int:
    """The first of so many free ports in a row, kept from others while `held` is open."""
    for _ in range(_TRIES):
        with ExitStack() as tried:
            first = random.choice(_QUIET)  # noqa: S311 - apart from each other, no secret
            if all(_bind(tried, first + further) for further in range(row)):
                held.push(tried.pop_all())
                return first
    raise SettingsError("No free ports are left.")


def _bind(held: ExitStack, port: int) -> bool:
    """Whether the port is bound now; not where somebody else has it."""
    one = held.enter_context(socket.socket())
    try:
        one.bind((LOOPBACK, port))
    except OSError:
        return False
    return True


def taken(ports: Ports) -> dict[str, int]:
    """The parts whose port somebody else has, each with the first such port."""
    busy = {name: [port for port in ports.row(name) if not is_free(port)] for name in _names()}
    return {name: found[0] for name, found in busy.items() if found}


def others(ports: Ports) -> Ports:
    """The same ports where they are free, and free ones for the rest."""
    spare = free_ports()
    return replace(ports, **{name: getattr(spare, name) for name in taken(ports)})


def _names() -> list[str]:
    return [field.name for field in fields(Ports)]
