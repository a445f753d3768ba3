"""Where settings come from: a prefix, the environment, a `.env` file."""

from pydantic_settings import SettingsConfigDict

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
DOTENV = ".env"


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine's own loopback, in one of its three plain spellings."""
    return host in _LOOPBACK


def config(prefix: str) -> SettingsConfigDict:
    """A frozen group of variables with this prefix, read from the environment and `.env`."""
    return SettingsConfigDict(
        env_prefix=prefix,
        env_file=DOTENV,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )
