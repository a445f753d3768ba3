"""Addresses, versions and migrations."""

import asyncio
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from orders.errors import SettingsError, StoreUnavailable
from runtime.storage import engine as engine_module
from runtime.storage.engine import open_engine, upgrade
from runtime.storage.sql import database_url, open_store
from runtime.storage.tables import VERSION, metadata
from tests.postgres import postgres_server
from tests.stores import fresh_database


def test_an_empty_address_is_a_file_in_the_data_folder(tmp_path):
    url = database_url("", tmp_path / "deep" / "data")
    assert url == f"sqlite+aiosqlite:///{tmp_path}/deep/data/desk.db"
    assert (tmp_path / "deep" / "data").is_dir()
    assert database_url("postgresql+asyncpg://x", tmp_path) == "postgresql+asyncpg://x"


@pytest.mark.parametrize(
    "url",
    ["nonsense", "mysql://x/y", "postgresql://user:hunter2@host/x", "sqlite+none:///x",
     "sqlite+aiosqlite://host:port:x"],
)  # fmt: skip
def test_an_address_the_desk_cannot_use_is_refused_without_quoting_it(url):
    with pytest.raises(SettingsError, match="DESK_DATABASE_URL") as caught:
        open_engine(url)
    assert "hunter2" not in str(caught.value)


def test_the_programs_version_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(engine_module._MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == VERSION


async def test_migrating_twice_changes_nothing(tmp_path):
    url = database_url("", tmp_path)
    await upgrade(url)
    await upgrade(url)
    store = open_store("", tmp_path)
    await store.ping()
    await store.close()


async def test_many_who_migrate_at_once_wait_for_each_other(tmp_path):
    url = database_url("", tmp_path)
    await asyncio.gather(*(upgrade(url) for _ in range(4)))
    store = open_store("", tmp_path)
    await store.ping()
    await store.close()
    connection = sqlite3.connect(tmp_path / "desk.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


async def differences(url: str):
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(
                lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
            )
    finally:
        await engine.dispose()


async def test_migrations_make_the_very_tables_the_program_uses_on_sqlite(tmp_path):
    await upgrade(database_url("", tmp_path))
    assert await differences(database_url("", tmp_path)) == []


async def test_migrations_make_the_very_tables_the_program_uses_on_postgresql():
    with postgres_server() as server:
        async with fresh_database(server) as url:
            await asyncio.gather(*(upgrade(url) for _ in range(3)))
            assert await differences(url) == []


async def test_a_database_without_tables_is_not_ready(tmp_path):
    store = open_store("", tmp_path)
    with pytest.raises(StoreUnavailable, match="no tables"):
        await store.ping()
    await store.close()


async def test_a_database_of_another_version_is_not_ready(tmp_path):
    await upgrade(database_url("", tmp_path))
    connection = sqlite3.connect(tmp_path / "desk.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    store = open_store("", tmp_path)
    with pytest.raises(StoreUnavailable, match="version 9999"):
        await store.ping()
    await store.close()
    with pytest.raises(StoreUnavailable, match="newer desk"):
        await upgrade(database_url("", tmp_path))


async def test_a_server_that_does_not_answer_is_a_machine_fault(tmp_path):
    url = "postgresql+asyncpg://desk:hunter2@127.0.0.1:1/desk"
    store = open_store(url, tmp_path)
    with pytest.raises(StoreUnavailable) as caught:
        await store.ping()
    assert "hunter2" not in f"{caught.value}{caught.value.__cause__}"
    with pytest.raises(StoreUnavailable):
        await upgrade(url)
    await store.close()


async def test_a_folder_that_cannot_be_used_is_a_machine_fault(tmp_path):
    (tmp_path / "desk.db").mkdir()
    store = open_store("", tmp_path)
    with pytest.raises(StoreUnavailable):
        await store.ping()
    await store.close()
