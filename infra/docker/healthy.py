"""Exits 0 when an address answers: `http://…` with 2xx, `tcp://host:port`."""

import socket
import sys
import urllib.request
from urllib.parse import urlsplit

SECONDS = 3.0


def is_healthy(address: str) -> bool:
    """Whether the address answers within `SECONDS`."""
    parts = urlsplit(address)
    try:
        if parts.scheme == "tcp":
            with socket.create_connection((parts.hostname or "", parts.port or 0), SECONDS):
                return True
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - our own address
            return bool(200 <= answer.status < 300)  # noqa: PLR2004 - HTTP's own numbers
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_healthy(sys.argv[1]) else 1)
