"""Who approves may see what the desk remembers, and make it forget."""

from dataclasses import replace

import pytest

from orders.template import Layout, Template, TemplateState
from support.drive import APPROVER, REQUESTER, TENANT
from support.office import text_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

KNOWN = Template(
    "0a1b2c3d4e", 1, TENANT, "460", "Karimi Trading", "karimi", Layout("f", 1, ("SKU", "Qty")),
    {"sku": 0, "quantity": 1}, by="omid", by_name="Omid", at="2026-11-21T09:00:00+00:00",
)  # fmt: skip


async def test_templates_are_listed_and_forgotten_by_approvers_alone(office):
    store = office.desk.store
    await store.keep_template(KNOWN)
    await store.keep_template(replace(KNOWN, template_id="foreign001", tenant_id="elsewhere"))
    assert "those who approve" in text_of(await office.write(REQUESTER, "templates"))
    said = text_of(await office.write(APPROVER, "templates"))
    assert "Karimi Trading" in said
    assert "confirmed by Omid on 21 Nov 2026" in said
    assert "foreign001" not in said
    assert "those who approve" in text_of(await office.write(REQUESTER, "forget 0a1b2c3d4e"))
    assert "no template" in text_of(await office.write(APPROVER, "forget foreign001"))
    assert "out of use" in text_of(await office.write(APPROVER, "forget 0A1B2C3D4E"))
    newest = (await store.template_versions("0a1b2c3d4e"))[-1]
    assert (newest.version, newest.state) == (2, TemplateState.REVOKED)
    assert newest.by == APPROVER.object_id
    assert "remembers no columns" in text_of(await office.write(APPROVER, "templates"))
