"""Write-once bytes in a folder, in Azure Blob Storage or in S3 (obstore)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError
from obstore.store import AzureStore, LocalStore, MemoryStore, ObjectStore, S3Store

from orders.errors import RecordMissing, SettingsError, StaleWrite, StoreUnavailable

_PROBE = "readiness"


def open_blobs(url: str, data_dir: Path) -> "StoredBlobs":
    """The blobs behind an address; the empty one is a folder under `data_dir`.

    Credentials for `az://` and `s3://` come from the cloud's own environment variables. Bytes in
    `memory:///` are gone with the process.

    Raises:
        SettingsError: the address is none the desk can use.
    """
    try:
        return StoredBlobs(_open(url or f"file://{(data_dir / 'blobs').absolute()}"))
    except (BaseError, OSError, ValueError):
        raise SettingsError("DESK_BLOB_URL is file:///…, az://… or s3://…") from None


def _open(url: str) -> ObjectStore:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return LocalStore(Path(unquote(parts.path)), mkdir=True)
    if parts.scheme == "memory":
        return MemoryStore()
    if parts.scheme in ("az", "azure", "abfss"):
        return AzureStore.from_url(url)
    if parts.scheme == "s3":
        return S3Store.from_url(url)
    raise ValueError(parts.scheme)


class StoredBlobs:
    """`Blobs` over one object store."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def ping(self) -> None:
        """Return when the blob store answers."""
        async with _told_plainly():
            await self._store.list_with_delimiter_async(_PROBE)

    async def put(self, key: str, content: bytes) -> None:
        """Write once; the same bytes again are fine, other bytes raise `StaleWrite`."""
        async with _told_plainly():
            try:
                await self._store.put_async(key, content, mode="create")
            except (AlreadyExistsError, FileExistsError):
                if await self._read(key) != content:
                    raise StaleWrite("Other bytes are stored under this key.") from None

    async def get(self, key: str) -> bytes:
        """The bytes under a key. Raises `RecordMissing` or `StoreUnavailable`."""
        async with _told_plainly():
            return await self._read(key)

    async def _read(self, key: str) -> bytes:
        found = await self._store.get_async(key)
        return bytes(await found.bytes_async())


@asynccontextmanager
async def _told_plainly() -> AsyncIterator[None]:
    try:
        yield
    except (NotFoundError, FileNotFoundError):
        raise RecordMissing from None
    except (BaseError, OSError) as error:
        raise StoreUnavailable(
            f"The file store does not answer ({type(error).__name__})."
        ) from error
