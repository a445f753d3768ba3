"""Fetches the uploaded file and keeps it under its hash."""

from dataclasses import dataclass
from hashlib import sha256

from orders.case import FileFacts
from orders.kinds import sniff
from runtime.download import FetchRules, fetch
from runtime.storage.port import Blobs, Store


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """The stored file, and the code of an earlier order with the same bytes (empty if none)."""

    file: FileFacts
    duplicate_of: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """Whose order a file belongs to, its name as people see it, and the link it waits behind.

    The link is a secret while it lives: it is used once, never stored and never logged.
    """

    order_id: str
    tenant_id: str
    name: str
    url: str


async def receive_file(
    store: Store, blobs: Blobs, rules: FetchRules, upload: Upload
) -> ReceivedFile:
    """Download, hash, keep under `files/<sha256>`, and look for a twin. Repeating it is harmless.

    The bytes are kept even when their kind is refused: the case shows what was sent.

    Raises:
        LinkRefused, LinkExpired, FileTooLarge, FileHostUnavailable: as `fetch` does.
        UnreadableFile, UnsupportedFormat, ProtectedWorkbook, UnsafeFile: as `sniff` does.
    """
    content = await fetch(upload.url, rules)
    digest = sha256(content).hexdigest()
    await blobs.put(f"files/{digest}", content)
    kind = sniff(content)
    twin = await store.find_file(upload.tenant_id, digest, upload.order_id)
    facts = FileFacts(upload.name, digest, len(content), kind)
    return ReceivedFile(facts, twin.code if twin else "")
