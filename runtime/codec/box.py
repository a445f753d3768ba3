"""Small texts sealed with the payload keys, for what must wait in a store."""

import base64

from google.protobuf.message import DecodeError
from temporalio.api.common.v1 import Payload

from orders.errors import PayloadDamaged
from runtime.codec.encryption import Encryption
from runtime.codec.keyring import Keyring

_HOME = "box"


class Box:
    """Seals and opens texts; old keys keep opening."""

    def __init__(self, keyring: Keyring) -> None:
        self._encryption = Encryption(keyring)

    def seal(self, text: str) -> str:
        """The text as sealed ASCII."""
        payload = self._encryption.encode(Payload(data=text.encode()), _HOME)
        return base64.b64encode(payload.SerializeToString()).decode()

    def open(self, sealed: str) -> str:
        """The text again.

        Raises:
            KeyUnknown: its key is not on the ring.
            PayloadDamaged: it is not what was sealed.
        """
        try:
            payload = Payload.FromString(base64.b64decode(sealed, validate=True))
        except (ValueError, DecodeError):
            raise PayloadDamaged from None
        return self._encryption.decode(payload, _HOME).data.decode()
