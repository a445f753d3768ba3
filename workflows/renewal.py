"""What enters and leaves a renewal of the catalogue's copy."""

from workflows.messages import Message


class SyncCatalogue(Message):
    """Renew the shared copy of customers and items: what changed, or all of it."""

    full: bool = False


class Synced(Message):
    """How many customers and items the copy has, and as of when (ISO, UTC)."""

    customers: int
    items: int
    synced_at: str
