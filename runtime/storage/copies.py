"""The copy of the books' catalogue that all workers share; and the twin."""

from typing import Protocol

from orders.copies import CatalogueCopy


class Copies(Protocol):
    """One copy per organization. Every method may raise `StoreUnavailable`."""

    async def keep_catalogue(self, copy: CatalogueCopy) -> None:
        """Insert or replace by organization; an older copy never replaces a newer one."""
        ...

    async def catalogue(self, organization_id: str, but: str = "") -> CatalogueCopy | None:
        """The copy; None where there is none, or none but the one synced at `but`."""
        ...


class MemoryCopies:
    """`Copies` in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._copies: dict[str, CatalogueCopy] = {}

    async def keep_catalogue(self, copy: CatalogueCopy) -> None:
        """Insert or replace by organization; an older copy never replaces a newer one."""
        kept = self._copies.get(copy.organization.organization_id)
        if kept is None or kept.synced_at <= copy.synced_at:
            self._copies[copy.organization.organization_id] = copy

    async def catalogue(self, organization_id: str, but: str = "") -> CatalogueCopy | None:
        """The copy; None where there is none, or none but the one synced at `but`."""
        kept = self._copies.get(organization_id)
        return None if kept is None or kept.synced_at == but else kept
