"""The stack: secrets are kept, settings yield to the caller's, a part that falls says why."""

import asyncio
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from infra.children import Children
from infra.ports import LOOPBACK, Ports, free_ports
from infra.stack import APP_ID, Stack, _kept, find_binary
from orders.errors import SettingsError
from runtime.codec import parse_keyring
from runtime.settings import load_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    """Nothing of the caller's own is set."""
    for name in [name for name in os.environ if name.startswith(("DESK_", "TIMEOUT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def stack(tmp_path):
    return Stack(Ports(), tmp_path / "data", Children(tmp_path / "logs"))


def test_the_embedded_settings_are_good_ones(stack):
    settings = load_settings(extra=stack.environment())
    assert settings.bot.app_id == APP_ID
    assert settings.bot.local_trust
    assert settings.temporal.address == "127.0.0.1:7233"
    assert parse_keyring(settings.temporal.keyring.get_secret_value())


def test_secrets_are_made_once_and_only_we_can_read_them(stack):
    first, second = stack.environment(), stack.environment()
    assert first == second
    for name in ("keyring", "codec-token"):
        path = stack.data_dir / name
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.read_text("utf-8") in str(first)


def test_a_kept_secret_is_read_and_not_made(tmp_path):
    path = tmp_path / "secret"
    path.write_text("old\n", "utf-8")
    assert _kept(path, lambda: "new") == "old"
    assert _kept(tmp_path / "deep" / "secret", lambda: "new") == "new"


def test_what_the_caller_set_already_wins(stack, monkeypatch):
    monkeypatch.setenv("DESK_BOT_PORT", "4444")
    monkeypatch.setenv("DESK_TEMPORAL_KEYRING", "mine")
    assert not {"DESK_BOT_PORT", "DESK_TEMPORAL_KEYRING"} & stack.environment().keys()


def test_overrides_beat_everything(stack, monkeypatch):
    monkeypatch.setenv("DESK_BOT_PORT", "4444")
    stack.overrides = {"DESK_BOT_PORT": "5555"}
    assert stack.environment()["DESK_BOT_PORT"] == "5555"


@pytest.mark.parametrize(
    ("name", "owned", "absent"),
    [
        ("DESK_ZOHO_API_URL", "own_books", "DESK_ZOHO_CLIENT_SECRET"),
        ("DESK_BOT_OPENID_METADATA_URL", "own_teams", "DESK_BOT_APP_PASSWORD"),
        ("DESK_TEMPORAL_ADDRESS", "own_temporal", "DESK_TEMPORAL_ADDRESS"),
    ],
)
async def test_a_part_that_lives_elsewhere_is_not_started(stack, monkeypatch, name, owned, absent):
    assert getattr(stack, owned)
    monkeypatch.setenv(name, "https://elsewhere.example")
    assert not getattr(stack, owned)
    assert absent not in stack.environment()
    start = {"own_books": stack.start_books, "own_teams": stack.start_teams}
    await start.get(owned, stack.start_temporal)()
    assert stack.children.running == {}


async def test_a_part_on_a_taken_port_says_its_last_words(tmp_path):
    with socket.socket() as busy:
        busy.bind((LOOPBACK, 0))
        ports = replace(free_ports(), books=busy.getsockname()[1])
        stack = Stack(ports, tmp_path / "data", Children(tmp_path / "logs"))
        with pytest.raises(SettingsError, match="books stopped: "):
            await stack.start_books()
    await stack.children.stop()


async def test_the_books_allow_the_calls_that_the_desk_is_told_of(tmp_path):
    told = {"DESK_ZOHO_CALLS_PER_MINUTE": "6000"}
    stack = Stack(free_ports(), tmp_path / "data", Children(tmp_path / "logs"), overrides=told)
    try:
        await stack.start_books()
        async with httpx.AsyncClient() as http:
            limits = await http.post(f"{stack.books_url}/__fake/limits", json={})
        assert limits.json()["minute"] == 6000
    finally:
        await stack.children.stop()


async def test_waiting_for_a_part_that_falls_ends_at_once(tmp_path):
    children = Children(tmp_path)
    stack = Stack(free_ports(), tmp_path, children)
    await children.start("bot", [sys.executable, "-c", "raise SystemExit('no luck')"], {})
    with pytest.raises(SettingsError, match="bot stopped: no luck"):
        await asyncio.wait_for(stack.ready(f"{stack.bot_url}/readyz", "bot"), 30)


def test_a_program_is_found_beside_our_python_or_missed_in_a_sentence():
    assert Path(find_binary("temporal")).exists()
    with pytest.raises(SettingsError, match=r"neither on the PATH nor installed"):
        find_binary("no-such-program-anywhere")
