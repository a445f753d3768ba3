"""The keys that seal payloads: the newest encrypts, all of them decrypt."""

import base64
import binascii
import os
import re
from dataclasses import dataclass, field

from orders.errors import KeyUnknown, SettingsError

KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Keyring:
    """Keys by id, newest first. Its text names ids, never keys."""

    newest: str
    keys: dict[str, bytes] = field(repr=False)

    def key(self, key_id: str) -> bytes:
        """The 32 bytes behind an id. Raises `KeyUnknown`."""
        try:
            return self.keys[key_id]
        except KeyError:
            raise KeyUnknown(f"No key {_printable(key_id)} is on the keyring.") from None


def parse_keyring(text: str) -> Keyring:
    """Read `id:base64,id:base64`, newest first.

    Raises:
        SettingsError: no key, a double id, or a key that is not 32 bytes; no key is quoted.
    """
    keys: dict[str, bytes] = {}
    for number, entry in enumerate(filter(None, (part.strip() for part in text.split(","))), 1):
        key_id, _, encoded = entry.partition(":")
        if not _KEY_ID.fullmatch(key_id) or key_id in keys:
            raise SettingsError(f"DESK_TEMPORAL_KEYRING: key {number} needs an id of its own.")
        keys[key_id] = _decode(encoded, number)
    if not keys:
        raise SettingsError("DESK_TEMPORAL_KEYRING is missing; ./desk keys new makes one.")
    return Keyring(next(iter(keys)), keys)


def new_key(key_id: str = "") -> str:
    """One fresh key in the form the keyring takes, by default under a random id; it goes in front."""
    name = key_id or f"k{os.urandom(4).hex()}"
    return f"{name}:{base64.b64encode(os.urandom(KEY_BYTES)).decode()}"


def _decode(encoded: str, number: int) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(f"DESK_TEMPORAL_KEYRING: key {number} is not 32 bytes in base64.")
    return key


def _printable(key_id: str) -> str:
    return key_id if _KEY_ID.fullmatch(key_id) else "of that name"
