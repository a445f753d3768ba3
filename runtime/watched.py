"""A YAML file that people edit, read again when it changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import structlog
import yaml

from orders.errors import SettingsError

_log = structlog.get_logger(__name__)

_MAX_BYTES = 1_000_000
_Stamp = tuple[int, int]
T = TypeVar("T")


class Watched(Generic[T]):
    """What a file says, never older than the file.

    Raises:
        SettingsError: on construction only, when the file is missing or wrong. Later mistakes keep
            what was read last and are logged as an alert.
    """

    def __init__(self, path: Path, name: str, parse: Callable[[object], T]) -> None:
        """`name` stands in the log (`roles.reloaded`) and in the setting (`DESK_ROLES_FILE`)."""
        self._path, self._name, self._parse = path, name, parse
        self._stamp = self._read_stamp()
        self._value = self._read()

    @property
    def value(self) -> T:
        """The newest good reading; looks at the file's time and size, and reads it when they changed."""
        try:
            stamp = self._read_stamp()
            if stamp != self._stamp:
                self._stamp = stamp
                self._value = self._read()
                _log.info(f"{self._name}.reloaded")
        except SettingsError as error:
            if self._stamp != (0, 0):
                _log.error(f"{self._name}.broken", alert=True, problem=str(error))
            self._stamp = self._stamp if self._path.is_file() else (0, 0)
        return self._value

    def _read_stamp(self) -> _Stamp:
        try:
            stat = self._path.stat()
        except OSError:
            raise SettingsError(f"{self._setting}: {self._path} cannot be read.") from None
        return stat.st_mtime_ns, stat.st_size

    def _read(self) -> T:
        try:
            with self._path.open("rb") as file:
                content = file.read(_MAX_BYTES + 1)
            document = yaml.safe_load(content) if len(content) <= _MAX_BYTES else None
        except (OSError, yaml.YAMLError, RecursionError):
            message = f"{self._setting}: {self._path} is no readable YAML file."
            raise SettingsError(message) from None
        return self._parse(document)

    @property
    def _setting(self) -> str:
        return f"DESK_{self._name.upper()}_FILE"
