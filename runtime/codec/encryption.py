"""Payloads sealed with AES-256-GCM; metadata names only the key.

What the seal binds (associated data): the format's name, the key id, and, where the SDK says which
workflow a payload belongs to, that workflow's id. So neither the metadata nor the workflow of a
payload can be exchanged. What it cannot bind: the field inside the workflow (the SDK tells a codec
no field, event or position), and the namespace (a replay runs in one of its own). So whoever may
write to Temporal's database can still exchange two payloads of one workflow, or put plain ones,
which must stay readable, in their place. Decisions therefore never rest on a payload alone: the
case file and the audit hold them.
"""

import os
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload

from orders.errors import PayloadDamaged
from runtime.codec.keyring import Keyring
from runtime.codec.wire import ENCODING, open_inner

ENCODED = b"binary/encrypted"
KEY_ID = "desk-key-id"
HOME = "desk-home"
_FORMAT = b"order-desk/payload/1"
_NONCE_BYTES = 12
_SCHEDULED = re.compile(r"-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
"""What a schedule puts behind the workflow id it was given."""


def home_of(workflow_id: str) -> str:
    """The name a seal binds for a workflow; all runs of a schedule share one."""
    return _SCHEDULED.sub("", workflow_id)


class Encryption:
    """One payload at a time, in and out. The sealed payload holds the whole original."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._ciphers: dict[str, AESGCM] = {}

    def encode(self, payload: Payload, home: str = "") -> Payload:
        """Seal with the newest key; `home` (see `home_of`) is where it may be opened again."""
        key_id = self._keyring.newest
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._cipher(key_id).encrypt(
            nonce,
            payload.SerializeToString(deterministic=True),
            _bound(key_id.encode(), home.encode()),
        )
        metadata = {ENCODING: ENCODED, KEY_ID: key_id.encode()}
        if home:
            metadata[HOME] = home.encode()
        return Payload(metadata=metadata, data=nonce + sealed)

    def decode(self, payload: Payload, home: str = "") -> Payload:
        """Open with whatever key sealed it; a payload that is not sealed comes back as it is.

        Raises:
            KeyUnknown: the key is not on the ring.
            PayloadDamaged: a byte was changed, or it was sealed for another home than `home`.
        """
        if payload.metadata.get(ENCODING) != ENCODED:
            return payload
        key_id, sealed_for = payload.metadata.get(KEY_ID, b""), payload.metadata.get(HOME, b"")
        if home and sealed_for and sealed_for != home.encode():
            raise PayloadDamaged("This payload was sealed for another workflow.")
        cipher = self._cipher(key_id.decode(errors="replace"))
        nonce, sealed = payload.data[:_NONCE_BYTES], payload.data[_NONCE_BYTES:]
        try:
            return open_inner(cipher.decrypt(nonce, sealed, _bound(key_id, sealed_for)))
        except (InvalidTag, ValueError):
            raise PayloadDamaged from None

    def _cipher(self, key_id: str) -> AESGCM:
        if key_id not in self._ciphers:
            self._ciphers[key_id] = AESGCM(self._keyring.key(key_id))
        return self._ciphers[key_id]


def _bound(key_id: bytes, home: bytes) -> bytes:
    return b"\0".join((_FORMAT, ENCODED, len(key_id).to_bytes(2, "big"), key_id, home))
