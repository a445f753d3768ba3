"""`./desk aliases` lists what people taught and revokes it."""

import io
import json

import pytest
from rich.console import Console

from infra.aliases import list_aliases, revoke_alias
from orders.errors import SettingsError
from orders.learned import Alias, AliasKind
from tests.stores import migrated

NAME = Alias(
    "t", AliasKind.CUSTOMER, "", "alfa", "Alfa [x]", "1", "Alfa Ltd", "u", "Sara", "2026-11-20T09",
    "K7Q4MP",
)  # fmt: skip


@pytest.fixture
async def console(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with migrated("", tmp_path) as store:
        await store.keep_alias(NAME)
    return Console(width=200, record=True, file=io.StringIO())


async def test_an_alias_is_listed_and_revoked(console, capsys):
    assert await list_aliases(console, None, compact=False) == 0
    assert await revoke_alias(console, NAME.alias_id) == 0
    assert await list_aliases(console, None, compact=True) == 0
    said = console.export_text()
    assert NAME.alias_id in said
    assert "Alfa [x]" in said
    (told,) = json.loads(capsys.readouterr().out)
    assert told["retired_at"]
    assert told["by_name"] == "Sara"


async def test_an_unknown_alias_is_one_sentence(console):
    with pytest.raises(SettingsError, match="no alias nope"):
        await revoke_alias(console, "nope")
