"""Where settings come from: a prefix, the environment, a `.env` file."""

import os
import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator
from pydantic_settings import SettingsConfigDict

from orders.errors import SettingsError

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
DOTENV = ".env"
_SETS = re.compile(r"\s*(?:export\s+)?(\w+)\s*=")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
"""A quoted value may run over several lines; what stands in it sets nothing."""


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine's own loopback, in one of its three plain spellings."""
    return host in _LOOPBACK


def dotenv_names() -> set[str]:
    """The variables that the `.env` file sets.

    Raises:
        SettingsError: it is there and cannot be read; the sentence names the line.
    """
    path = Path(DOTENV)
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{DOTENV} cannot be read: it has to be UTF-8 text.") from None
    lines = _QUOTED.sub(lambda quoted: "=" + "\n" * quoted[0].count("\n"), text).splitlines()
    return {name for number, line in enumerate(lines, 1) if (name := _name(number, line))}


def _name(number: int, line: str) -> str:
    """The variable a line sets; none for an empty line or a comment."""
    if not line.strip() or line.lstrip().startswith("#"):
        return ""
    found = _SETS.match(line)
    if found is None:
        raise SettingsError(f"Line {number} of {DOTENV} is no NAME=value.")
    return found[1]


def make_data_dir(path: Path) -> Path:
    """Make the folder of everything embedded, for us alone, unless it is there.

    Raises:
        SettingsError: as `make_folder` does.
    """
    return make_folder(path, "DESK_DATA_DIR", 0o700)


def make_folder(path: Path, setting: str, mode: int = 0o755) -> Path:
    """Make the folder that a setting names, unless it is there.

    Raises:
        SettingsError: it cannot be made, or the desk may not write into it.
    """
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{setting}: {path} cannot be made ({error.strerror}).") from None
    if not os.access(path, os.W_OK):
        raise SettingsError(f"{setting}: the desk may not write into {path}.")
    return path


def config(prefix: str) -> SettingsConfigDict:
    """A frozen group of variables with this prefix, read from the environment and `.env`."""
    return SettingsConfigDict(
        env_prefix=prefix,
        env_file=DOTENV,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )


def _refuse_plain_http(value: str) -> str:
    parts = urlsplit(value)
    local = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if value and parts.scheme != "https" and not local:
        raise ValueError("must be an https address (http is for loopback only)")
    return value.rstrip("/")


def _refuse_unknown_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no time zone; write one such as Asia/Tehran") from None
    return value


WebAddress = Annotated[str, AfterValidator(_refuse_plain_http)]
"""Where secrets are sent or trust comes from; without the last slash."""
TimeZone = Annotated[str, AfterValidator(_refuse_unknown_zone)]
"""The IANA name of a time zone."""
