"""Processes that refuse to start: one sentence, exit code 2, no traceback."""

import socket
from pathlib import Path

import pytest

from infra.stack import ROOT
from tests.support.command import run_desk

KEYRING = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
ID = "00000000-0000-4000-8000-00000000b07a"
NOBODY = "127.0.0.1:1"


def good(home: Path) -> dict[str, str]:
    """Settings a bot and a worker would start with, but for a Temporal that nobody runs."""
    return {
        "DESK_BOT_APP_ID": ID,
        "DESK_BOT_APP_PASSWORD": "password",
        "DESK_BOT_TENANT_ID": ID,
        "DESK_BOT_PORT": "0",
        "DESK_DATA_DIR": str(home),
        "DESK_ROLES_FILE": str(ROOT / "infra" / "samples" / "roles.yaml"),
        "DESK_TEMPORAL_ADDRESS": NOBODY,
        "DESK_TEMPORAL_KEYRING": KEYRING,
        "DESK_TELEMETRY_METRICS_PORT": "0",
        "DESK_ZOHO_ORGANIZATION_ID": "1",
        "DESK_ZOHO_CLIENT_ID": "id",
        "DESK_ZOHO_CLIENT_SECRET": "secret",
        "DESK_ZOHO_REFRESH_TOKEN": "token",
    }


def run(command: str, home: Path, **changes: str) -> tuple[int, str]:
    """Run a process to its end; an empty change takes the variable away."""
    wanted = {name: one for name, one in {**good(home), **changes}.items() if one}
    done = run_desk(home, command, **wanted)
    return done.returncode, done.stdout + done.stderr


def refuses(command: str, home: Path, word: str, **changes: str) -> None:
    code, said = run(command, home, **changes)
    assert code == 2, said
    assert word in said
    assert "Traceback" not in said
    sentences = [line for line in said.splitlines() if line.startswith("desk:")]
    assert len(sentences) == 1, said


@pytest.mark.parametrize("name", ["APP_ID", "APP_PASSWORD", "TENANT_ID"])
def test_b013_a_bot_without_app_id_secret_or_tenant_does_not_start(tmp_path, name):
    """Stock: without an app id authentication is switched off, without a word."""
    refuses("bot", tmp_path, f"DESK_BOT_{name}", **{f"DESK_BOT_{name}": ""})


def test_b013_an_open_door_is_refused_outside_loopback(tmp_path):
    refuses(
        "bot",
        tmp_path,
        "DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS",
        DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS="true",
        DESK_BOT_HOST="0.0.0.0",  # noqa: S104 - what must be refused
    )


BAD = {
    "unknown variable": ("DESK_COLOUR", {"DESK_COLOUR": "blue"}),
    "no number": ("DESK_BOT_PORT", {"DESK_BOT_PORT": "door"}),
    "plain http": ("DESK_ZOHO_API_URL", {"DESK_ZOHO_API_URL": "http://books.example"}),
    "roles file missing": ("DESK_ROLES_FILE", {"DESK_ROLES_FILE": "nowhere.yaml"}),
    "Temporal unreachable": (NOBODY, {}),
    "no keyring": ("DESK_TEMPORAL_KEYRING", {"DESK_TEMPORAL_KEYRING": ""}),
    "bad keyring": ("DESK_TEMPORAL_KEYRING", {"DESK_TEMPORAL_KEYRING": "k1:short"}),
    "database unreachable": (
        "DESK_DATABASE_URL",
        {"DESK_DATABASE_URL": "postgresql+asyncpg://desk@127.0.0.1:1/desk"},
    ),
    "no such database": ("DESK_DATABASE_URL", {"DESK_DATABASE_URL": "oracle://desk"}),
    "folder is a file": ("DESK_DATA_DIR", {"DESK_DATA_DIR": __file__}),
    "books not named": ("DESK_ZOHO_REFRESH_TOKEN", {"DESK_ZOHO_REFRESH_TOKEN": ""}),
    "ladder falls": ("TIMEOUT_REMINDER_HOURS", {"TIMEOUT_REMINDER_HOURS": "72"}),
}


@pytest.mark.parametrize(
    ("command", "why"),
    [
        *(("bot", why) for why in BAD if why != "books not named"),
        *(("worker", why) for why in ("Temporal unreachable", "bad keyring", "books not named")),
    ],
)
def test_a_process_that_cannot_work_says_what_to_change_and_exits_with_2(tmp_path, command, why):
    word, changes = BAD[why]
    refuses(command, tmp_path, word, **changes)


def test_up_refuses_bad_settings_before_it_starts_anything(tmp_path):
    refuses("up", tmp_path, "DESK_COLOUR", DESK_COLOUR="blue")
    assert not (tmp_path / "logs").exists()


def test_a_taken_port_is_named(tmp_path):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        refuses("codec", tmp_path, port, DESK_CODEC_PORT=port)
