"""Starts the stand-in: ``python -m infra.devservers.models --port 0``."""

import argparse
import asyncio
import signal
from collections.abc import Sequence

from aiohttp import web

from infra.devservers.models.app import create_app

PATIENCE = 0.5
"""Seconds that open requests get when the stand-in stops; some are slow on purpose."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve on loopback until SIGTERM or SIGINT; the one line printed holds the address."""
    parser = argparse.ArgumentParser(prog="models", description="A stand-in of model vendors.")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args(arguments).port))


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(create_app(), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        print(f"models: http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
        await stop.wait()
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    main()
