"""`./desk up`: taken ports and bad settings end it before anything starts."""

import asyncio
import io
import os
import socket
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from rich.console import Console

from infra.children import Children
from infra.ports import LOOPBACK, Ports, free_ports
from infra.stack import Stack
from infra.up import addresses, check_settings, refuse_taken, stay
from orders.errors import SettingsError
from tests.support.command import run_desk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith(("DESK_", "TIMEOUT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def stack_of(tmp_path):
    return Stack(free_ports(), tmp_path / "data", Children(tmp_path / "logs"))


def shown(table):
    page = io.StringIO()
    Console(file=page, width=200).print(table)
    return page.getvalue()


def test_free_ports_are_taken_without_a_word():
    refuse_taken(free_ports())


def test_taken_ports_end_up_with_2_and_the_command_that_works(tmp_path):
    ports = free_ports()
    with socket.socket() as busy:
        busy.bind((LOOPBACK, 0))
        busy.listen()
        ports = replace(ports, teams=busy.getsockname()[1])
        wishes = [f"--port={one.name}={getattr(ports, one.name)}" for one in fields(Ports)]
        said = run_desk(tmp_path, "up", *wishes)
    assert said.returncode == 2
    assert f"These ports are taken: teams {ports.teams}." in said.stderr
    assert "Free ones: ./desk up --port teams=" in said.stderr
    assert list(tmp_path.iterdir()) == []


def test_settings_no_process_would_start_with_are_refused_first(tmp_path, monkeypatch):
    stack = stack_of(tmp_path)
    check_settings(stack)
    monkeypatch.setenv("TIMEOUT_REMINDER_HOURS", "99")
    with pytest.raises(SettingsError, match="must hold"):
        check_settings(stack)


def test_the_addresses_name_every_part_of_ours_and_no_secret(tmp_path):
    stack = stack_of(tmp_path)
    stack.environment()
    told = shown(addresses(stack))
    for url in (f"{stack.teams_url}/", f"{stack.bot_url}/api/messages", f"{stack.books_url}/"):
        assert url in told
    assert "in data/codec-token" in told
    assert (stack.data_dir / "codec-token").read_text("utf-8") not in told


def test_parts_elsewhere_have_no_address_here(tmp_path, monkeypatch):
    for name in ("DESK_ZOHO_API_URL", "DESK_TEMPORAL_ADDRESS", "DESK_BOT_OPENID_METADATA_URL"):
        monkeypatch.setenv(name, "https://elsewhere.example")
    told = shown(addresses(replace_home(stack_of(tmp_path), Path("/nowhere/near"))))
    assert "books" not in told
    assert "chat page" not in told
    assert "/nowhere/near" in told


def replace_home(stack, folder):
    stack.data_dir = folder
    return stack


async def test_a_part_that_falls_ends_the_stay_with_its_last_words(tmp_path):
    stack = stack_of(tmp_path)
    await stack.children.start("worker", [sys.executable, "-c", "print('oh no')"], {})
    with pytest.raises(SettingsError, match="worker stopped: oh no"):
        await asyncio.wait_for(stay(stack), 30)
