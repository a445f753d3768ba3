"""Every port has one activity in the registry, each on the queue its policy names."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import SecretStr
from temporalio import activity

from activities.registry import Machines, open_machines
from orders.roles import Person, Role, RoleBook
from runtime.codec.box import Box
from runtime.codec.keyring import Keyring
from runtime.connector.client import Connector, open_http
from runtime.settings import Settings, load_settings
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from support.channel import APP, TENANT
from workflows.policies import POLICIES
from workflows.ports import PORTS


@dataclass(frozen=True)
class Book:
    book: RoleBook


@dataclass(frozen=True)
class Shared:
    store: MemoryStore
    blobs: Any
    connector: Connector
    directory: Book
    box: Box


def settings_of(folder) -> Settings:
    return load_settings(
        {
            "DESK_BOT_APP_ID": APP,
            "DESK_BOT_APP_PASSWORD": "password",
            "DESK_BOT_TENANT_ID": TENANT,
            "DESK_ZOHO_ORGANIZATION_ID": "77",
            "DESK_DATA_DIR": str(folder / "data"),
        }
    )


@pytest.fixture
async def machines(tmp_path):
    settings = settings_of(tmp_path)
    book = Book(RoleBook({"omid": Person("omid", roles=frozenset({Role.APPROVER}))}))
    async with open_http() as http:
        shared = Shared(
            MemoryStore(),
            open_blobs("", tmp_path),
            Connector(settings.bot, http),
            book,
            Box(Keyring("k1", {"k1": bytes(32)})),
        )
        clock = lambda: datetime(2026, 11, 21, tzinfo=UTC)  # noqa: E731 - one line, one use
        async with open_machines(settings, shared, clock) as machines:
            yield machines


def names(activities) -> list[str]:
    return [activity._Definition.must_from_callable(one).name for one in activities]


async def test_every_port_has_one_activity(machines: Machines):
    known = names([*machines.activities, *machines.books])
    assert sorted(known) == sorted(names(PORTS))
    assert len(set(known)) == len(known)


async def test_each_activity_waits_on_the_queue_its_policy_names(machines: Machines):
    metered = [port for port, policy in POLICIES.items() if policy.metered]
    assert sorted(names(machines.books)) == sorted(names(metered))


async def test_the_machines_read_people_and_time_from_what_they_were_given(machines: Machines):
    by_name = dict(zip(names(machines.activities), machines.activities, strict=True))
    publisher = by_name["publish"].__self__
    case = by_name["check_order"].__self__
    assert publisher.book().find("omid") is not None
    assert case.hints().today == datetime(2026, 11, 21, tzinfo=UTC).date()
    assert case.hints().max_lines == 10_000


async def test_secrets_do_not_show(tmp_path):
    assert isinstance(settings_of(tmp_path).bot.app_password, SecretStr)
