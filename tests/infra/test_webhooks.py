"""The operators' view of outbound events."""

import pytest
from rich.console import Console

from infra.webhooks import list_dead, list_webhooks, replay_dead, try_webhook
from orders.chain import AuditEntry
from orders.errors import SettingsError
from tests.activities.webhooks.test_post import SECRET, receiver  # noqa: F401 - a fixture
from tests.stores import migrated

NOON = "2026-11-21T12:00:00+00:00"


@pytest.fixture
def told(tmp_path, monkeypatch, receiver):  # noqa: F811 - a fixture
    file = tmp_path / "webhooks.yaml"
    file.write_text(
        f"subscriptions: [{{name: erp, url: '{receiver.url}', secret: {SECRET}}}]", "utf-8"
    )
    monkeypatch.setenv("DESK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DESK_WEBHOOKS_FILE", str(file))
    monkeypatch.setenv("DESK_WEBHOOKS_ALLOW_LOOPBACK", "true")
    return Console(record=True, width=160)


async def test_a_dead_letter_is_listed_and_sent_again(told, tmp_path):
    async with migrated("", tmp_path) as store:
        await store.spread_events("erp", {"order.drafted"})
        await store.append_audit([AuditEntry("o-1", "1", "draft.created", NOON, tenant_id="t")])
        await store.spread_events("erp", {"order.drafted"})
        (entry,) = await store.deliveries(("new",))
        await store.move_delivery("erp", entry.event_id, "dead", "HTTP 404")
        assert await list_dead(told) == 1
        assert await list_webhooks(told) == 0
        assert await replay_dead(told, "evt_other", "") == 1
        assert await replay_dead(told, "", "erp") == 0
        assert await store.deliveries(("new",))
        assert await list_dead(told) == 0
        assert all("ops.webhook_replayed" in one.body for one in await store.audit_of("ops"))
        assert len(await store.audit_of("ops")) == 2
    text = told.export_text()
    assert "HTTP 404" in text
    assert "1 events are sent again" in text
    assert SECRET not in text


async def test_a_test_event_tells_whether_it_was_taken(told, tmp_path, receiver):  # noqa: F811 - a fixture
    async with migrated("", tmp_path):
        assert await try_webhook(told, "erp") == 0
        receiver.answers = [500, 404]
        assert await try_webhook(told, "erp") == 1
        assert await try_webhook(told, "erp") == 1
        with pytest.raises(SettingsError, match="crm"):
            await try_webhook(told, "crm")
