"""The file host: pre-authenticated links that die, and pasted pictures."""

import dataclasses
import mimetypes
import secrets
from pathlib import Path
from urllib.parse import quote

from infra.devservers.teams.options import Json
from infra.devservers.teams.state import new_guid


@dataclasses.dataclass(slots=True)
class StoredFile:
    """An uploaded file; `born` is world time in seconds, `path` set if kept on disk."""

    name: str
    unique_id: str
    token: str
    born: float
    content: bytes = b""
    path: Path | None = None

    @property
    def file_type(self) -> str:
        """The name's extension without its dot, as Teams fills `fileType`."""
        return Path(self.name).suffix.lstrip(".").lower()

    @property
    def etag(self) -> str:
        """The entity tag, with its quotes."""
        return f'"{{{self.unique_id.upper()}}},1"'

    @property
    def content_type(self) -> str:
        """What the host says the bytes are, judged by the name alone."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def read(self) -> bytes:
        """The bytes as uploaded."""
        return self.path.read_bytes() if self.path else self.content


class FileHost:
    """All uploaded files by unique id, in memory or in `folder`."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.files: dict[str, StoredFile] = {}

    def store(self, name: str, content: bytes, born: float, unique_id: str = "") -> StoredFile:
        """Keep the bytes under a new link; a known `unique_id` gets a new version of itself."""
        stored = StoredFile(name, unique_id or new_guid(), secrets.token_urlsafe(32), born)
        stored.path = self.path_of(stored.token)
        if stored.path is None:
            stored.content = content
        else:
            stored.path.parent.mkdir(parents=True, exist_ok=True)
            stored.path.write_bytes(content)
        self.files[stored.unique_id] = stored
        return stored

    def path_of(self, token: str) -> Path | None:
        """Where a file's bytes lie, named by its token and never by its own name."""
        return self.folder / "uploads" / token if self.folder else None

    def find(self, unique_id: str, token: str) -> StoredFile | None:
        """The file behind a link, if the link's token is right."""
        stored = self.files.get(unique_id)
        if stored is None or not secrets.compare_digest(stored.token.encode(), token.encode()):
            return None
        return stored


def download_url(root: str, stored: StoredFile) -> str:
    """The link that needs no sign-in."""
    query = f"UniqueId={stored.unique_id}&Translate=false&tempauth={stored.token}&ApiVersion=2.0"
    return f"{root}/personal/_layouts/15/download.aspx?{query}"


def attachment_of(root: str, owner: str, stored: StoredFile) -> Json:
    """The attachment Teams puts into a 1:1 message for a dropped file."""
    folder = f"{root}/personal/{owner}/Documents/Microsoft%20Teams%20Chat%20Files"
    return {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "contentUrl": f"{folder}/{quote(stored.name)}",
        "content": {
            "downloadUrl": download_url(root, stored),
            "uniqueId": stored.unique_id,
            "fileType": stored.file_type,
            "etag": stored.etag,
        },
        "name": stored.name,
    }
