"""What several processes need, built from settings in one place."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
from aiohttp import web
from temporalio.client import Client
from temporalio.runtime import Runtime

from orders.errors import SettingsError, StoreUnavailable
from runtime.codec import data_converter
from runtime.codec.box import Box
from runtime.codec.keyring import parse_keyring
from runtime.connector.client import Connector, open_http
from runtime.directory import Directory
from runtime.logs import configure_logs
from runtime.settings import (
    BotSettings,
    CodecSettings,
    OpsSettings,
    Settings,
    make_data_dir,
)
from runtime.storage.blobs import open_blobs
from runtime.storage.engine import upgrade
from runtime.storage.port import Blobs, Store
from runtime.storage.sql import database_url, open_store
from runtime.telemetry import configure_traces
from runtime.temporal import connect, register_attributes
from workflows.attributes import KEYS


@dataclass(frozen=True, slots=True)
class Parts:
    """The shared parts of one running process."""

    settings: Settings
    store: Store
    blobs: Blobs
    client: Client
    directory: Directory
    http: aiohttp.ClientSession
    connector: Connector
    box: Box


def utc_now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_parts(
    settings: Settings, process: str, runtime: Runtime | None = None
) -> AsyncIterator[Parts]:
    """Open everything a process needs, and close it again.

    Raises:
        SettingsError: a part cannot be reached or a setting is wrong; one sentence says which.
    """
    configure_logs(settings.telemetry, process)
    tracing = configure_traces(settings.telemetry, process)
    directory = Directory(settings.storage.roles_file)
    make_data_dir(settings.storage.data_dir)
    address = settings.storage.database_url.get_secret_value()
    async with AsyncExitStack() as stack:
        await _prepare_database(database_url(address, settings.storage.data_dir))
        store = open_store(address, settings.storage.data_dir)
        stack.push_async_callback(store.close)
        blobs = open_blobs(settings.storage.blob_url, settings.storage.data_dir)
        ring = parse_keyring(settings.temporal.keyring.get_secret_value())
        client = await connect(settings.temporal, data_converter(ring), [tracing], runtime)
        await register_attributes(client, KEYS)
        http = await stack.enter_async_context(open_http())
        connector = Connector(settings.bot, http)
        yield Parts(settings, store, blobs, client, directory, http, connector, Box(ring))


async def _prepare_database(address: str) -> None:
    """Bring the tables to this version. Raises `SettingsError` when the database cannot be used."""
    try:
        await upgrade(address)
    except StoreUnavailable as error:
        raise SettingsError(f"{error} Start it, or correct DESK_DATABASE_URL.") from None


async def listen(
    runner: web.AppRunner, at: BotSettings | CodecSettings | OpsSettings, setting: str
) -> None:
    """Take the port of a group of settings, of which `setting` is the prefix.

    Raises:
        SettingsError: somebody else has it, or the address is not ours.
    """
    try:
        await web.TCPSite(runner, at.host, at.port).start()
    except OSError:
        raise SettingsError(
            f"{at.host}:{at.port} is taken or not ours: change {setting}_HOST or {setting}_PORT."
        ) from None


async def until_stopped() -> None:
    """Return when the process is asked to stop (SIGTERM or Ctrl-C)."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
