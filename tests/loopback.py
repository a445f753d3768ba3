"""Tests talk to this machine only: a hook on every connection Python opens.

It sees sockets of this process's Python code. Libraries that bring their own sockets (Temporal's
core, obstore) and child processes are outside it; those get loopback addresses from the fixtures.
"""

import sys
from ipaddress import ip_address

strayed: list[str] = []
"""Addresses outside that were asked for and not yet reported."""


class OutsideWorld(AssertionError):
    """A test tried to reach an address outside this machine."""


def is_outside(address: object) -> bool:
    """Whether a socket address is anything but loopback (or a Unix socket's path)."""
    if not isinstance(address, tuple) or not address:
        return False
    host = str(address[0]).partition("%")[0]
    if host in {"", "localhost"}:
        return False
    try:
        found = ip_address(host)
    except ValueError:
        return True
    mapped = getattr(found, "ipv4_mapped", None)
    return not (mapped or found).is_loopback


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what leaves this machine; remember it, for code that swallows the refusal."""
    if event in {"socket.connect", "socket.sendto"} and is_outside(arguments[1]):
        strayed.append(str(arguments[1]))
        raise OutsideWorld(f"a test reaches for {arguments[1]}; tests stay on loopback")


def install() -> None:
    """Watch from now on; an audit hook cannot be taken off again."""
    sys.addaudithook(watch)
