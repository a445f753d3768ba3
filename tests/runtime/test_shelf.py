"""A template changes state by a new version, and the audit says who did it."""

from orders.template import Layout, Template, TemplateState
from runtime.shelf import CHAIN, put_in_state
from runtime.storage.memory import MemoryStore

NOON = "2026-11-21T12:00:00+00:00"
KNOWN = Template("t1", 1, "t", "460", "Acme", "acme", Layout("f", 1, ("SKU",)), {"sku": 0})


async def test_revoking_adds_a_version_and_an_audit_entry_once():
    store = MemoryStore()
    await store.keep_template(KNOWN)
    revoked = await put_in_state(store, KNOWN, TemplateState.REVOKED, ("omid", "Omid"), NOON)
    same = await put_in_state(store, revoked, TemplateState.REVOKED, ("lena", "Lena"), NOON)
    assert same is revoked
    assert await store.template_versions("t1") == [KNOWN, revoked]
    entries = await store.audit_of(CHAIN)
    assert len(entries) == 1
    assert '"template.revoked"' in entries[0].body
    assert '"omid"' in entries[0].body


async def test_what_was_revoked_can_be_restored():
    store = MemoryStore()
    revoked = await put_in_state(store, KNOWN, TemplateState.REVOKED, ("", "root"), NOON)
    restored = await put_in_state(store, revoked, TemplateState.ACTIVE, ("", "root"), NOON)
    assert (restored.version, restored.active) == (3, True)
