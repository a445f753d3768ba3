"""Connecting to Temporal, and telling it our search attributes."""

from collections.abc import Iterable
from typing import Any

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest
from temporalio.client import Client, HeaderCodecBehavior, Interceptor
from temporalio.common import SearchAttributeIndexedValueType, SearchAttributeKey
from temporalio.converter import DataConverter
from temporalio.runtime import Runtime
from temporalio.service import RPCError, RPCStatusCode

from orders.errors import SettingsError
from runtime.settings import TemporalSettings

_WIRE_TYPES = {
    SearchAttributeIndexedValueType.KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
    SearchAttributeIndexedValueType.BOOL: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
    SearchAttributeIndexedValueType.DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
}


async def connect(
    settings: TemporalSettings,
    converter: DataConverter,
    interceptors: Iterable[Interceptor] = (),
    runtime: Runtime | None = None,
) -> Client:
    """Open a client.

    Raises:
        SettingsError: nothing answers at the address, or it refuses us.
    """
    try:
        return await Client.connect(
            settings.address,
            namespace=settings.namespace,
            data_converter=converter,
            interceptors=list(interceptors),
            tls=settings.tls,
            api_key=settings.api_key.get_secret_value() or None,
            runtime=runtime,
            header_codec_behavior=HeaderCodecBehavior.CODEC,
        )
    except (RuntimeError, RPCError, ValueError):
        raise SettingsError(
            f"Temporal does not answer at {settings.address}: start it, or correct"
            " DESK_TEMPORAL_ADDRESS."
        ) from None


async def register_attributes(client: Client, keys: Iterable[SearchAttributeKey[Any]]) -> None:
    """Register search attributes; those that exist already are left alone."""
    wanted = {key.name: _WIRE_TYPES[key.indexed_value_type] for key in keys}
    try:
        await client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(namespace=client.namespace, search_attributes=wanted)
        )
    except RPCError as error:
        if error.status is not RPCStatusCode.ALREADY_EXISTS:
            raise
