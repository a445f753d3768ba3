"""What every store must keep of what people taught."""

from dataclasses import replace

from orders.learned import Alias, AliasKind

NAME = Alias(
    "t", AliasKind.CUSTOMER, "", "alfa", "Alfa", "1", "Alfa Ltd", "u", "Sara", "2026-11-20", "A"
)
CODE = replace(NAME, kind=AliasKind.ITEM, owner="1", key="sku:7", at="2026-11-21")


async def test_aliases_come_back_by_tenant_and_owner_the_newest_first(store):
    other = replace(NAME, tenant_id="other")
    for one in (NAME, CODE, other):
        await store.keep_alias(one)
    assert await store.aliases("t") == [CODE, NAME]
    assert await store.aliases("t", "") == [NAME]
    assert await store.aliases("t", "1") == [CODE]
    assert len(await store.aliases()) == 3


async def test_keeping_an_alias_again_replaces_it(store):
    await store.keep_alias(NAME)
    retired = replace(NAME, corrections=1, corrected_by="B", retired_at="2026-11-22")
    await store.keep_alias(retired)
    assert await store.aliases("t") == [retired]
