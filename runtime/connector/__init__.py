"""Bot Connector REST: every message the desk sends to Teams leaves here."""

from runtime.connector.client import Connector, open_http
from runtime.connector.hosts import may_serve
from runtime.connector.tokens import Tokens
from runtime.connector.weight import MESSAGE_LIMIT, utf16_bytes

__all__ = ["MESSAGE_LIMIT", "Connector", "Tokens", "may_serve", "open_http", "utf16_bytes"]
