"""Operators' commands: what they print and how they end."""

import asyncio
import base64
import json
import os
import re
import sqlite3

import pytest
from google.protobuf.json_format import MessageToDict, ParseDict
from temporalio.api.common.v1 import Payload
from temporalio.converter import WorkflowSerializationContext

from infra.children import Children
from infra.operate import HISTORIES, ask_teams, run_replay
from infra.ports import free_ports
from infra.stack import Stack
from orders.chain import AuditEntry
from orders.errors import ChatAccessDenied, SettingsError
from runtime.anchors import open_books
from runtime.audit import write_anchor
from runtime.codec import new_key, parse_keyring, payload_codec
from runtime.connector import Connector, open_http
from tests.stores import migrated
from tests.support.channel import KeyServer, bot_settings
from tests.support.command import run_desk

NOON = "2026-11-21T12:00:00+00:00"
LATER = "2026-11-21T13:00:00+00:00"


async def fill(folder):
    """A store of two audit entries, anchored."""
    async with migrated("", folder) as store:
        await store.append_audit(
            [
                AuditEntry("o-1", "1", "case.created", NOON, "user", "sara", "requester", {}, "t"),
                AuditEntry("o-1", "2", "file.stored", NOON, data={"size": "10"}, tenant_id="t"),
            ]
        )
        await write_anchor(store, open_books("", folder), LATER)


def verdict(folder):
    said = run_desk(folder, "audit", "verify", DESK_DATA_DIR=str(folder))
    told = json.loads(said.stdout)
    assert told["exit_code"] == said.returncode
    return said.returncode, told["reason"]


def attack(folder, statement):
    connection = sqlite3.connect(folder / "desk.db")
    connection.executescript("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_untouched_audit_ends_with_0(tmp_path):
    asyncio.run(fill(tmp_path))
    assert verdict(tmp_path) == (0, "")


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE audit SET ts = '2026-01-01T00:00:00+00:00' WHERE seq = 2", None),
        ("DELETE FROM audit WHERE seq = 2", "cut"),
    ],
)
def test_a_touched_audit_ends_with_1_and_the_reason(tmp_path, statement, reason):
    asyncio.run(fill(tmp_path))
    attack(tmp_path, statement)
    code, said = verdict(tmp_path)
    assert code == 1
    assert said == (reason or said) != ""


def test_an_audit_nobody_wrote_ends_with_2(tmp_path):
    async def make():
        async with migrated("", tmp_path):
            pass

    asyncio.run(make())
    assert verdict(tmp_path)[0] == 2


def test_an_audit_that_cannot_be_read_ends_with_2(tmp_path):
    (tmp_path / "desk.db").write_bytes(b"no database at all")
    assert run_desk(tmp_path, "audit", "verify", DESK_DATA_DIR=str(tmp_path)).returncode == 2


def test_a_new_key_is_a_keyring(tmp_path):
    said = run_desk(tmp_path, "keys", "new").stdout.strip()
    assert re.fullmatch(r"k\d{8}:.+", said)
    assert len(base64.b64decode(said.partition(":")[2])) == 32
    assert parse_keyring(said)


@pytest.mark.parametrize("place", ["environment", "dotenv"])
def test_rotating_puts_a_fresh_key_before_the_ones_in_force(tmp_path, place):
    ring = f"old:{new_key().rpartition(':')[2]}"
    if place == "dotenv":
        (tmp_path / ".env").write_text(f"DESK_TEMPORAL_KEYRING={ring}\n")
        said = run_desk(tmp_path, "keys", "rotate")
    else:
        said = run_desk(tmp_path, "keys", "rotate", DESK_TEMPORAL_KEYRING=ring)
    fresh, _, rest = said.stdout.strip().partition(",")
    assert rest == ring
    assert fresh.startswith("k20")
    assert parse_keyring(said.stdout.strip())


def test_rotating_nothing_gives_one_key_and_rotating_nonsense_a_sentence(tmp_path):
    assert "," not in run_desk(tmp_path, "keys", "rotate").stdout
    bad = run_desk(tmp_path, "keys", "rotate", DESK_TEMPORAL_KEYRING="k1:short")
    assert bad.returncode == 2
    assert bad.stderr.startswith("desk: ")
    assert "short" not in bad.stderr


def test_a_bad_group_is_one_sentence_for_a_command_that_reads_it_alone(tmp_path):
    said = run_desk(tmp_path, "keys", "rotate", DESK_TEMPORAL_TLS="perhaps")
    assert said.returncode == 2
    assert said.stderr.startswith("desk: DESK_TEMPORAL_TLS: ")


def test_a_replay_of_nothing_is_no_success(tmp_path):
    said = run_desk(tmp_path, "replay", str(tmp_path))
    assert said.returncode == 2
    assert "There is no recorded history in" in said.stderr


def one_history(folder, change):
    recorded = json.loads((HISTORIES / "expired.json").read_text("utf-8"))
    change(recorded["events"])
    (folder / "one.json").write_text(json.dumps(recorded))
    return folder


async def test_a_history_that_fits_is_ok_and_a_foreign_one_is_told(tmp_path, capsys):
    assert await run_replay(one_history(tmp_path, lambda events: None)) == 0
    assert capsys.readouterr().out == "one: ok\n"
    foreign = one_history(tmp_path, lambda events: _rename(events, "calculate_moon"))
    assert await run_replay(foreign) == 1
    assert "one: ok" not in capsys.readouterr().out


def _rename(events, name):
    for event in events:
        if "activityTaskScheduledEventAttributes" in event:
            event["activityTaskScheduledEventAttributes"]["activityType"]["name"] = name


async def sealed(part, codec):
    """The same history, every payload but the search attributes sealed."""
    if isinstance(part, list):
        return [await sealed(one, codec) for one in part]
    if not isinstance(part, dict):
        return part
    if "encoding" in part.get("metadata", {}):
        (payload,) = await codec.encode([ParseDict(part, Payload())])
        return MessageToDict(payload)
    return {
        key: one if key == "searchAttributes" else await sealed(one, codec)
        for key, one in part.items()
    }


@pytest.mark.parametrize(
    ("inside", "called", "code"),
    [("order-77", "export", 0), ("", "order-77", 0), ("order-78", "order-77", 1)],
    ids=["its own id", "the file's name", "another order's id"],
)
async def test_a_sealed_history_opens_for_its_own_order_only(
    tmp_path, monkeypatch, inside, called, code
):
    """Naive: the id is taken from the file, whatever somebody called it."""
    ring = new_key()
    monkeypatch.setenv("DESK_TEMPORAL_KEYRING", ring)
    order = WorkflowSerializationContext(namespace="default", workflow_id="order-77")
    codec = payload_codec(parse_keyring(ring)).with_context(order)
    recorded = json.loads((HISTORIES / "expired.json").read_text("utf-8"))
    recorded["events"][0]["workflowExecutionStartedEventAttributes"]["workflowId"] = inside
    text = json.dumps(await sealed(recorded, codec))
    (tmp_path / f"{called}.json").write_text(text)
    assert await run_replay(tmp_path) == code


@pytest.fixture
def here(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith("DESK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_the_doctor_finds_everything_well_and_then_the_books_gone(here):
    stack = Stack(free_ports(), here / "data", Children(here / "logs"))
    try:
        await asyncio.gather(stack.start_temporal(), stack.start_books())
        well = await asyncio.to_thread(run_desk, here, "doctor", **stack.environment())
        assert well.returncode == 0, well.stdout + well.stderr
        for line in (
            "settings: read",
            "✓ temporal: answers",
            "✓ database",
            "✓ anchor",
            "✓ teams",
            "✓ zoho books",
        ):
            assert line in well.stdout
        await stack.children.kill("books")
        ill = await asyncio.to_thread(run_desk, here, "doctor", **stack.environment())
        assert ill.returncode == 2
        assert "✗ zoho books" in ill.stdout
        assert "✓ temporal" in ill.stdout
    finally:
        await stack.children.stop()


@pytest.mark.parametrize("local", [False, True])
async def test_credentials_that_teams_refuses_are_found_and_stand_ins_need_none(local):
    async with KeyServer().run() as keys, open_http() as http:
        bot = bot_settings(keys if local else None, token_url=f"{keys.url}/token")
        connector = Connector(bot, http)
        keys.token_status = 401
        if local:
            assert "none is needed" in await ask_teams(bot, connector)
        else:
            with pytest.raises(ChatAccessDenied):
                await ask_teams(bot, connector)
        keys.token_status = 200
        assert "are good" in await ask_teams(bot, connector)


async def test_the_doctor_names_a_temporal_that_is_not_there(here):
    stack = Stack(free_ports(), here / "data", Children(here / "logs"))
    said = await asyncio.to_thread(run_desk, here, "doctor", **stack.environment())
    assert said.returncode == 2
    assert f"Temporal does not answer at 127.0.0.1:{stack.ports.temporal}" in said.stderr


async def test_without_a_keyring_the_error_says_which_command_makes_one(here):
    stack = Stack(free_ports(), here / "data", Children(here / "logs"))
    bare = {**stack.environment(), "DESK_TEMPORAL_KEYRING": ""}
    said = await asyncio.to_thread(run_desk, here, "doctor", **bare)
    assert said.returncode == 2
    assert "./desk keys new makes one" in said.stderr
    with pytest.raises(SettingsError):
        parse_keyring("nonsense")
