"""What every store keeps of templates, in memory, on SQLite and on PostgreSQL alike."""

from dataclasses import replace

from orders.habits import Habits
from orders.template import Layout, Outcome, Template, TemplateState, TemplateUse

NOON = "2026-11-21T12:00:00+00:00"
LATER = "2026-11-22T12:00:00+00:00"
FIRST = Template(
    "0a1b2c3d4e",
    1,
    "tenant",
    "460000001",
    "Karimi Trading",
    "karimi",
    Layout("f" * 64, 2, ("کد کالا", "Qty", ""), {"quantity": 0.97}),
    {"sku": 0, "quantity": 1},
    habits=Habits("comma", "dmy", "TOMAN", "Mon, Tue", named=True),
    by="omid",
    by_name="Omid",
    at=NOON,
)


async def test_a_version_comes_back_as_it_was_kept(store):
    assert await store.keep_template(FIRST)
    assert await store.template_versions(FIRST.template_id) == [FIRST]
    assert await store.templates("tenant") == [FIRST]
    assert await store.templates("elsewhere") == []


async def test_a_version_is_never_overwritten(store):
    await store.keep_template(FIRST)
    assert not await store.keep_template(replace(FIRST, customer="Somebody else"))
    revoked = replace(FIRST, version=2, state=TemplateState.REVOKED, at=LATER)
    assert await store.keep_template(revoked)
    assert await store.template_versions(FIRST.template_id) == [FIRST, revoked]
    assert await store.templates() == [revoked]


async def test_templates_are_found_by_header_or_by_what_they_taught(store):
    taught = replace(FIRST, template_id="teacher", taught={"menge": "quantity"}, at=LATER)
    taught = replace(taught, layout=replace(FIRST.layout, fingerprint="e" * 64))
    foreign = replace(FIRST, template_id="foreign", tenant_id="elsewhere")
    for one in (FIRST, taught, foreign):
        await store.keep_template(one)
    assert await store.remembered("tenant", ["f" * 64]) == [taught, FIRST]
    assert await store.remembered("tenant", []) == [taught]


async def test_uses_are_counted_once_an_order_the_newest_first(store):
    uses = [TemplateUse("t", f"o{n}", f"{NOON}{n}", Outcome.USED) for n in range(3)]
    for use in uses:
        await store.note_use(use)
    await store.note_use(replace(uses[0], outcome=Outcome.CORRECTED, at=LATER))
    assert await store.uses_of("t") == [uses[2], uses[1], replace(uses[0], outcome="corrected")]
    assert await store.uses_of("t", 1) == [uses[2]]
    assert await store.uses_of("other") == []
