"""The embedded desk: real Temporal, a stand-in world, our processes."""

import asyncio
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from infra.children import Children
from infra.ports import LOOPBACK, Ports
from orders.errors import SettingsError
from runtime.codec import new_key
from runtime.settings import make_data_dir
from workflows.attributes import KEYS

ROOT = Path(__file__).resolve().parent.parent
APP_ID = "00000000-0000-4000-8000-00000000b07a"
TENANT = "00000000-0000-4000-8000-0000000007e0"
READY_SECONDS = 60.0
_PRAGMAS = ("--sqlite-pragma", "journal_mode=wal", "--sqlite-pragma", "synchronous=normal")
"""A log that is written ahead survives kill -9 and takes starts several times faster."""
_ONE_LINE = tuple(
    part
    for way in ("Read", "Write")
    for part in ("--dynamic-config-value", f"matching.numTaskqueue{way}Partitions=1")
)
"""Several partitions of a queue would shuffle the order of arrival."""


@dataclass(slots=True)
class Stack:
    """Starts and stops every part; parts that a setting points elsewhere are left out."""

    ports: Ports
    data_dir: Path
    children: Children
    say: Callable[[str], None] = lambda _text: None
    overrides: dict[str, str] = field(default_factory=dict)
    """Settings of our own processes that differ from the embedded ones."""
    arguments: tuple[str, ...] = ()
    """More options for the Teams stand-in."""

    @property
    def own_books(self) -> bool:
        """Whether the books stand-in is ours to start."""
        return not os.environ.get("DESK_ZOHO_API_URL")

    @property
    def own_teams(self) -> bool:
        """Whether the Teams stand-in is ours to start."""
        outside = ("DESK_BOT_OPENID_METADATA_URL", "DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS")
        return not any(os.environ.get(name) for name in outside)

    @property
    def own_temporal(self) -> bool:
        """Whether the Temporal server is ours to start."""
        return not os.environ.get("DESK_TEMPORAL_ADDRESS")

    @property
    def teams_url(self) -> str:
        """The chat page and connector."""
        return f"http://{LOOPBACK}:{self.ports.teams}"

    @property
    def books_url(self) -> str:
        """The books stand-in."""
        return f"http://{LOOPBACK}:{self.ports.books}"

    @property
    def bot_url(self) -> str:
        """The bot endpoint's base."""
        return f"http://{LOOPBACK}:{self.ports.bot}"

    async def start(self) -> None:
        """Start everything and return when it is ready.

        Raises:
            SettingsError: a part did not come up; the sentence has its last words.
        """
        make_data_dir(self.data_dir)
        self.say("starting Temporal, the books, the chat, the worker and the bot")
        await asyncio.gather(self._start_desk(), self.start_books(), self.start_teams())
        await self.ready(f"{self.bot_url}/readyz", "bot")
        self.children.refuse_fallen()

    async def _start_desk(self) -> None:
        """Worker and bot need Temporal to be there; books and chat they need later."""
        await self.start_temporal()
        await asyncio.gather(self.start_worker(), self.start_bot())

    async def start_temporal(self) -> None:
        """The real server on a SQLite file, which survives restarts."""
        if not self.own_temporal:
            return
        known = {"Keyword": "Keyword", "Bool": "Bool", "Datetime": "Datetime"}
        attributes = [
            f"--search-attribute={key.name}={known[key.indexed_value_type.name.title()]}"
            for key in KEYS
        ]
        await self.children.start(
            "temporal",
            [
                find_binary("temporal"), "server", "start-dev", "--ip", LOOPBACK,
                "--port", str(self.ports.temporal), "--ui-port", str(self.ports.temporal_ui),
                "--db-filename", str(self.data_dir / "temporal.db"),
                "--ui-codec-endpoint", f"http://{LOOPBACK}:{self.ports.codec}",
                "--log-level", "error", *_PRAGMAS, *_ONE_LINE, *attributes,
            ],
            {},
        )  # fmt: skip
        await self._listening(self.ports.temporal, "temporal")

    async def start_books(self) -> None:
        """The Zoho Books stand-in."""
        if self.own_books:
            # They allow as many calls a minute as the desk is told that they do.
            told = self.overrides.get("DESK_ZOHO_CALLS_PER_MINUTE")
            allowed = ("--minute-limit", told) if told else ()
            await self._module(
                "books", "infra.devservers.books", "--port", str(self.ports.books),
                "--keep", str(self.data_dir / "books.json"), *allowed,
            )  # fmt: skip
            await self._listening(self.ports.books, "books")

    async def start_teams(self) -> None:
        """The Teams stand-in with its chat page."""
        if self.own_teams:
            await self._module(
                "teams", "infra.devservers.teams", "--port", str(self.ports.teams),
                "--bot-url", f"{self.bot_url}/api/messages", "--app-id", APP_ID, "--tenant-id", TENANT,
                "--files-dir", str(self.data_dir / "teams"), *_web_modules(),
            )  # fmt: skip
            await self._listening(self.ports.teams, "teams")

    async def start_worker(self) -> None:
        """The worker process."""
        await self._module("worker", "infra.cli", "worker")

    async def start_bot(self) -> None:
        """The bot process."""
        await self._module("bot", "infra.cli", "bot")

    async def start_codec(self) -> None:
        """The codec server for Temporal's pages."""
        await self._module("codec", "infra.cli", "codec")

    async def start_ops(self) -> None:
        """The pages for operators."""
        await self._module("ops", "infra.cli", "ops")

    async def ready(self, url: str, name: str) -> None:
        """Return when the address answers 200."""
        async with httpx.AsyncClient() as http:
            for _ in range(int(READY_SECONDS / 0.1)):
                self.children.refuse_fallen()
                if await _answers(http, url):
                    return
                await asyncio.sleep(0.1)
        raise SettingsError(f"{name} did not become ready: {self.children.last_words(name)}")

    def environment(self) -> dict[str, str]:
        """The settings of our own processes; what the caller set already wins."""
        own = {
            "DESK_DATA_DIR": str(self.data_dir),
            "DESK_ROLES_FILE": str(ROOT / "infra" / "samples" / "roles.yaml"),
            "DESK_BOT_HOST": LOOPBACK,
            "DESK_BOT_PORT": str(self.ports.bot),
            "DESK_TEMPORAL_ADDRESS": f"{LOOPBACK}:{self.ports.temporal}",
            "DESK_TEMPORAL_KEYRING": _kept(self.data_dir / "keyring", lambda: new_key("k1")),
            "DESK_CODEC_PORT": str(self.ports.codec),
            "DESK_CODEC_TOKENS": f"local:{_token(self.data_dir / 'codec-token')}",
            "DESK_CODEC_ORIGINS": f"http://localhost:{self.ports.temporal_ui},"
            f"http://{LOOPBACK}:{self.ports.temporal_ui}",
            "DESK_OPS_PORT": str(self.ports.ops),
            "DESK_OPS_TOKENS": f"local:{_token(self.data_dir / 'ops-token')}",
            "DESK_OPS_TEMPORAL_UI": f"http://{LOOPBACK}:{self.ports.temporal_ui}",
            "DESK_TELEMETRY_METRICS_PORT": str(self.ports.metrics),
            "PYTHONPATH": str(ROOT),
        }
        if self.own_teams:
            own |= {
                "DESK_BOT_APP_ID": APP_ID,
                "DESK_BOT_APP_PASSWORD": "demo-password",
                "DESK_BOT_TENANT_ID": TENANT,
                "DESK_BOT_OPENID_METADATA_URL": f"{self.teams_url}{METADATA_PATH}",
            }
        if self.own_books:
            own |= {
                "DESK_ZOHO_API_URL": f"{self.books_url}/books/v3",
                "DESK_ZOHO_ACCOUNTS_URL": self.books_url,
                "DESK_ZOHO_ORGANIZATION_ID": "20260000001",
                "DESK_ZOHO_CLIENT_ID": "demo-client",
                "DESK_ZOHO_CLIENT_SECRET": "demo-secret",
                "DESK_ZOHO_REFRESH_TOKEN": "demo-refresh",
            }
        wanted = {name: value for name, value in own.items() if not os.environ.get(name)}
        return {**wanted, **self.overrides}

    async def _module(self, name: str, module: str, *arguments: str) -> None:
        command = [sys.executable, "-m", module, *arguments]
        await self.children.start(name, command, self.environment())

    async def _listening(self, port: int, name: str) -> None:
        for _ in range(int(READY_SECONDS / 0.05)):
            self.children.refuse_fallen()
            try:
                _, writer = await asyncio.open_connection(LOOPBACK, port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
        raise SettingsError(f"{name} did not come up: {self.children.last_words(name)}")


METADATA_PATH = "/v1/.well-known/openidconfiguration"


def find_binary(name: str) -> str:
    """A program on the PATH, else the one a PyPI package put beside our Python.

    Raises:
        SettingsError: it is in neither place.
    """
    beside = Path(sys.executable).parent / name
    found = shutil.which(name) or (str(beside) if beside.exists() else "")
    if not found:
        raise SettingsError(f"{name} is neither on the PATH nor installed; run ./desk again.")
    return found


def _web_modules() -> list[str]:
    modules = ROOT / ".desk" / "node" / "node_modules"
    return ["--web-modules", str(modules)] if modules.is_dir() else []


def _token(path: Path) -> str:
    return _kept(path, lambda: secrets.token_urlsafe(24))


def _kept(path: Path, make: Callable[[], str]) -> str:
    """The secret in a file that only we can read; made the first time."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(make(), encoding="utf-8")
    return path.read_text(encoding="utf-8").strip()


async def _answers(http: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await http.get(url, timeout=2)).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
