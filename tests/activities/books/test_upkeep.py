"""The upkeep renews the copy and says what it holds."""

from datetime import UTC, datetime

from temporalio.testing import ActivityEnvironment

from activities.books.cache import Catalogue
from activities.books.memory import MemoryBooks
from activities.books.upkeep import Upkeep
from orders.catalogue import Customer, Item, Organization
from runtime.storage.memory import MemoryStore
from workflows.renewal import SyncCatalogue

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


async def test_a_renewal_counts_what_the_copy_holds():
    store = MemoryStore()
    books = MemoryBooks(Organization("5"), [Customer("1", "Alfa")], [Item("2", "Mug")])
    upkeep = Upkeep(Catalogue(books, store, "5", lambda: NOW))
    run = ActivityEnvironment().run
    synced = await run(upkeep.sync_catalogue, SyncCatalogue(full=True))
    assert (synced.customers, synced.items, synced.synced_at) == (1, 1, NOW.isoformat())
    assert (await store.catalogue("5")).full_at == NOW.isoformat()
