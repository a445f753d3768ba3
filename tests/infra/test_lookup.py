"""`./desk books match` explains a match against the books over HTTP."""

import io
import json

import pytest
from rich.console import Console

from infra.lookup import run_match
from orders.errors import SettingsError
from tests.support.books import standin


@pytest.fixture(scope="module")
def books():
    with standin() as running:
        yield running


@pytest.fixture
def console(books, monkeypatch, tmp_path):
    settings = books.settings()
    named = {
        "API_URL": settings.api_url,
        "ACCOUNTS_URL": settings.accounts_url,
        "ORGANIZATION_ID": settings.organization_id,
        "CLIENT_ID": settings.client_id,
        "CLIENT_SECRET": settings.client_secret.get_secret_value(),
        "REFRESH_TOKEN": settings.refresh_token.get_secret_value(),
    }
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path / "data"))
    for name, value in named.items():
        monkeypatch.setenv(f"DESK_ZOHO_{name}", value)
    return Console(width=200, record=True, file=io.StringIO())


async def test_a_match_is_explained_to_people_and_programs(console, capsys):
    assert await run_match(console, "Birghtwater Outdoor", "", compact=False) == 0
    said = console.export_text()
    assert "customer: Brightwater Outdoor GmbH" in said
    assert "fuzzy: typo" in said
    assert "item: ask" in said
    assert await run_match(console, "BW-1001", "brightwater outdoor", compact=True) == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert (item["kind"], item["method"]) == ("item", "sku")
    assert item["label"].startswith("BW-1001 · ")


async def test_what_would_be_asked_is_exit_one_and_an_unknown_customer_a_sentence(console):
    assert await run_match(console, "Zzyzx Nowhere", "", compact=False) == 1
    with pytest.raises(SettingsError, match="no certain customer"):
        await run_match(console, "BW-1001", "Zzyzx Nowhere", compact=False)
