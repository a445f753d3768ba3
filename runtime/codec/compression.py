"""Payloads packed with gzip, only where that makes them smaller."""

import gzip
import zlib

from temporalio.api.common.v1 import Payload

from orders.errors import PayloadDamaged
from runtime.codec.wire import ENCODING, open_inner

ENCODED = b"binary/gzip"
_SMALLEST = 512
_LARGEST = 32 * 2**20
"""Temporal refuses payloads of 2 MB; what inflates to more than this was never one of ours."""
_GZIP_FRAME = 31


class Compression:
    """One payload at a time, in and out. The packed payload holds the whole original."""

    def __init__(self, smallest: int = _SMALLEST, largest: int = _LARGEST) -> None:
        """Pack from `smallest` bytes on; refuse to inflate to more than `largest`."""
        self._smallest = smallest
        self._largest = largest

    def encode(self, payload: Payload) -> Payload:
        """The packed payload, or the same one where packing does not shrink it."""
        if len(payload.data) < self._smallest:
            return payload
        packed = Payload(
            metadata={ENCODING: ENCODED},
            data=gzip.compress(payload.SerializeToString(deterministic=True), mtime=0),
        )
        return packed if packed.ByteSize() < payload.ByteSize() else payload

    def decode(self, payload: Payload) -> Payload:
        """The original; a payload that is not packed comes back as it is.

        Raises:
            PayloadDamaged: it does not inflate, or to too much.
        """
        if payload.metadata.get(ENCODING) != ENCODED:
            return payload
        return open_inner(self._inflate(payload.data))

    def _inflate(self, packed: bytes) -> bytes:
        machine = zlib.decompressobj(_GZIP_FRAME)
        try:
            whole = machine.decompress(packed, self._largest)
        except zlib.error:
            raise PayloadDamaged from None
        if not machine.eof or machine.unused_data:
            raise PayloadDamaged
        return whole
