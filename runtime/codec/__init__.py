"""How payloads are compressed and sealed before Temporal sees them."""

import dataclasses

from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter, DefaultFailureConverterWithEncodedAttributes

from runtime.codec.compression import Compression
from runtime.codec.encryption import Encryption
from runtime.codec.keyring import Keyring, new_key, parse_keyring
from runtime.codec.sealing import Sealing

__all__ = ["Keyring", "data_converter", "new_key", "parse_keyring", "payload_codec"]


def payload_codec(keyring: Keyring) -> Sealing:
    """Compress where it helps, then encrypt with the ring's newest key."""
    return Sealing(Compression(), Encryption(keyring))


def data_converter(keyring: Keyring) -> DataConverter:
    """Pydantic's JSON, compressed and sealed; messages and traces of failures as well."""
    return dataclasses.replace(
        pydantic_data_converter,
        payload_codec=payload_codec(keyring),
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )
