"""Who is who, read from the roles file and read again when it changes."""

from pathlib import Path

import structlog
import yaml

from orders.errors import SettingsError
from orders.roles import RoleBook, parse_roles

_log = structlog.get_logger(__name__)

_MAX_BYTES = 1_000_000
_Stamp = tuple[int, int]


class Directory:
    """The roles file as a book that is never older than its file.

    Raises:
        SettingsError: on construction only, when the file is missing or wrong. Later mistakes keep
            the last good book and are logged as an alert.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = self._read_stamp()
        self._book = _read_book(path)

    @property
    def book(self) -> RoleBook:
        """The newest good book; looks at the file's time and size, and reads it when they changed."""
        try:
            stamp = self._read_stamp()
            if stamp != self._stamp:
                self._stamp = stamp
                self._book = _read_book(self._path)
                _log.info("roles.reloaded", people=len(self._book.people))
        except SettingsError as error:
            if self._stamp != (0, 0):
                _log.error("roles.broken", alert=True, problem=str(error))
            self._stamp = self._stamp if self._path.is_file() else (0, 0)
        return self._book

    def _read_stamp(self) -> _Stamp:
        try:
            stat = self._path.stat()
        except OSError:
            raise SettingsError(f"DESK_ROLES_FILE: {self._path} cannot be read.") from None
        return stat.st_mtime_ns, stat.st_size


def _read_book(path: Path) -> RoleBook:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        document = yaml.safe_load(content) if len(content) <= _MAX_BYTES else None
    except (OSError, yaml.YAMLError, RecursionError):
        raise SettingsError(f"DESK_ROLES_FILE: {path} is no readable YAML file.") from None
    return parse_roles(document)
