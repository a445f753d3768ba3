"""The codec Temporal's SDK calls: compress, then encrypt; back in reverse."""

from collections.abc import Sequence
from typing import Self

from temporalio.api.common.v1 import Payload
from temporalio.converter import (
    ActivitySerializationContext,
    PayloadCodec,
    SerializationContext,
    WithSerializationContext,
    WorkflowSerializationContext,
)

from runtime.codec.compression import Compression
from runtime.codec.encryption import Encryption, home_of


class Sealing(PayloadCodec, WithSerializationContext):
    """Payloads out sealed, payloads in opened; plain and older ones are read as well."""

    def __init__(self, compression: Compression, encryption: Encryption, home: str = "") -> None:
        """Seal for `home` where it is known; the empty one opens everything."""
        self._compression = compression
        self._encryption = encryption
        self._home = home

    def with_context(self, context: SerializationContext) -> Self:
        """The same codec, for the payloads of one workflow."""
        if not isinstance(context, (WorkflowSerializationContext, ActivitySerializationContext)):
            return self
        home = home_of(context.workflow_id or "")
        return type(self)(self._compression, self._encryption, home)

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Compress where it helps, then seal each payload."""
        return [
            self._encryption.encode(self._compression.encode(payload), self._home)
            for payload in payloads
        ]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Open and inflate each payload. Raises `KeyUnknown` or `PayloadDamaged`."""
        return [
            self._compression.decode(self._encryption.decode(payload, self._home))
            for payload in payloads
        ]
