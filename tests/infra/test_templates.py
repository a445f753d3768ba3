"""`./desk templates` lists, shows and changes what is remembered."""

import io

import pytest
from rich.console import Console

from infra.templates import change_template, list_templates, show_template
from orders.errors import SettingsError
from orders.habits import Habits
from orders.template import Layout, Outcome, Template, TemplateState, TemplateUse
from tests.stores import migrated

KNOWN = Template(
    "0a1b2c3d4e", 1, "t", "460", "Karimi [x]", "karimi", Layout("f", 2, ("SKU", "Qty")),
    {"sku": 0, "quantity": 1}, taught={"stk": "quantity"}, habits=Habits("comma"), by_name="Omid", at="2026-11-21T09:00",
)  # fmt: skip


@pytest.fixture
async def console(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    async with migrated("", tmp_path) as store:
        await store.keep_template(KNOWN)
        await store.note_use(TemplateUse(KNOWN.template_id, "order-1", "2026", Outcome.USED))
    return Console(width=200, record=True, file=io.StringIO())


async def test_a_template_is_listed_shown_revoked_and_restored(console):
    assert await list_templates(console) == 0
    assert await show_template(console, KNOWN.template_id) == 0
    assert await change_template(console, KNOWN.template_id, TemplateState.REVOKED) == 0
    assert await change_template(console, KNOWN.template_id, TemplateState.ACTIVE) == 0
    said = console.export_text()
    assert "Karimi [x]" in said
    assert "sku B, quantity C" in said
    assert "taught: stk is quantity" in said
    assert "answered before: decimal comma" in said
    assert "used order-1" in said
    assert "is revoked, version 2" in said
    assert "is active, version 3" in said


async def test_an_unknown_template_is_one_sentence(console):
    with pytest.raises(SettingsError, match="no template nope"):
        await show_template(console, "nope")
