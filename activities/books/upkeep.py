"""The activity that renews the shared copy of customers and items."""

from dataclasses import dataclass

from temporalio import activity

from activities.books.cache import Catalogue
from workflows.renewal import SyncCatalogue, Synced


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Renews the copy through the catalogue that this worker matches with."""

    catalogue: Catalogue

    @activity.defn
    async def sync_catalogue(self, sync: SyncCatalogue) -> Synced:
        """Take over what changed in the books, or all of it."""
        copy = await self.catalogue.sync(full=sync.full)
        return Synced(
            customers=len(copy.customers), items=len(copy.items), synced_at=copy.synced_at
        )
