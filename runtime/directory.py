"""Who is who, read from the roles file and read again when it changes."""

from pathlib import Path

from orders.roles import RoleBook, parse_roles
from runtime.watched import Watched


class Directory:
    """The roles file as a book that is never older than its file; see `Watched`."""

    def __init__(self, path: Path) -> None:
        self._file = Watched(path, "roles", parse_roles)

    @property
    def book(self) -> RoleBook:
        """The newest good book."""
        return self._file.value
