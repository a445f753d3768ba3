"""What both halves of the codec agree on: metadata names, inner payloads."""

from google.protobuf.message import DecodeError
from temporalio.api.common.v1 import Payload

from orders.errors import PayloadDamaged

ENCODING = "encoding"
"""The metadata entry that says how a payload's bytes are to be read."""


def open_inner(serialized: bytes) -> Payload:
    """The payload inside a packed or sealed one. Raises `PayloadDamaged`."""
    try:
        return Payload.FromString(serialized)
    except DecodeError:
        raise PayloadDamaged from None
