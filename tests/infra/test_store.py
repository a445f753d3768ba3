"""Operators' commands say in one sentence that there is no store to look into."""

import pytest

from infra.store import opened_store
from orders.errors import SettingsError, StoreUnavailable
from tests.stores import migrated


async def test_the_store_of_the_settings_is_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with migrated("", tmp_path) as store:
        await store.set_switch("lane", "reza")
        async with opened_store() as opened:
            assert await opened.switch("lane") == "reza"


async def test_a_store_without_tables_or_address_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    with pytest.raises(StoreUnavailable, match="start the bot or a worker once"):
        async with opened_store():
            pass
    monkeypatch.setenv("DESK_DATABASE_URL", "paper://shelf")
    with pytest.raises(SettingsError, match="DESK_DATABASE_URL is"):
        async with opened_store():
            pass
