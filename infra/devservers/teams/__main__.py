"""`python -m infra.devservers.teams`: the stand-in as a process."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from infra.devservers.teams.app import start
from infra.devservers.teams.options import APP_ID, TENANT_ID, Options


def read_arguments(words: list[str]) -> argparse.Namespace:
    """The command line; argparse exits with 2 and one sentence if it is wrong."""
    parser = argparse.ArgumentParser("teams", description="A stand-in for Microsoft Teams.")
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--bot-url", default=Options().bot_url, help="where the bot listens")
    parser.add_argument("--app-id", default=APP_ID, help="the bot's app id")
    parser.add_argument("--app-password", default="", help="empty: any secret is taken")
    parser.add_argument("--tenant-id", default=TENANT_ID, help="the tenant of everybody")
    parser.add_argument("--files-dir", type=Path, help="keep uploads and chats here")
    parser.add_argument("--web-modules", type=Path, help="npm's node_modules, for the page")
    parser.add_argument("--no-auth", action="store_true", help="let the bot call without a token")
    parser.add_argument("--no-limits", action="store_true", help="do not count the bot's calls")
    return parser.parse_args(words)


def chosen_options(given: argparse.Namespace) -> Options:
    """The options that the command line asks for."""
    return Options(
        app_id=given.app_id,
        app_password=given.app_password,
        tenant_id=given.tenant_id,
        auth=not given.no_auth,
        files_dir=given.files_dir,
        web_modules=given.web_modules,
        bot_url=given.bot_url,
        limits=not given.no_limits,
    )


async def serve(given: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; 2 if the address cannot be used."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    try:
        running = await start(chosen_options(given), given.host, given.port)
    except (OSError, ValueError) as error:
        print(f"teams: cannot listen on {given.host} port {given.port}: {error}", file=sys.stderr)
        return 2
    print(f"teams: {running.url}", flush=True)
    await stopped.wait()
    await running.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(serve(read_arguments(sys.argv[1:]))))
