"""Starts the stand-in: ``python -m infra.devservers.books --port 0``."""

import argparse
import asyncio
import ipaddress
import signal
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from infra.devservers.books.app import create_app
from infra.devservers.books.ledger import OFFSETS
from infra.devservers.books.options import Options

PATIENCE = 0.5
"""Seconds that open requests get when the stand-in stops; some hang on purpose."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until SIGTERM or SIGINT; the one line printed holds the address."""
    parser = _parser()
    chosen = vars(parser.parse_args(arguments))
    host, port = chosen.pop("host"), chosen.pop("port")
    if not _is_loopback(host):
        parser.error("the stand-in listens on the loopback interface only")
    asyncio.run(_serve(host, port, Options(**chosen)))


async def _serve(host: str, port: int, options: Options) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(create_app(options), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        print(f"books: http://{_bracketed(host)}:{runner.addresses[0][1]}", flush=True)
        await stop.wait()
    finally:
        await runner.cleanup()


def _parser() -> argparse.ArgumentParser:
    default = Options()
    parser = argparse.ArgumentParser(prog="books", description="A stand-in of Zoho Books API v3.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--currency", choices=sorted(OFFSETS), default=default.currency)
    parser.add_argument("--no-key-field", dest="key_field", action="store_false")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--client-id", default=default.client_id)
    parser.add_argument("--client-secret", default=default.client_secret)
    parser.add_argument("--refresh-token", default=default.refresh_token)
    parser.add_argument("--scope", default=default.scope)
    parser.add_argument("--minute-limit", type=int, default=default.minute_limit)
    parser.add_argument("--in-flight-limit", type=int, default=default.in_flight_limit)
    parser.add_argument("--day-limit", type=int, default=default.day_limit)
    return parser


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    main()
