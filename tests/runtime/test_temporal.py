"""Connecting to Temporal, and registering attributes as often as one likes."""

import pytest
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter

from orders.errors import SettingsError
from runtime.settings import TemporalSettings
from runtime.temporal import connect, register_attributes
from support.server import dev_server
from workflows.attributes import KEYS


async def test_a_client_connects_and_attributes_are_registered_once():
    async with dev_server() as env:
        address = env.client.service_client.config.target_host
        client = await connect(TemporalSettings(address=address), pydantic_data_converter)
        assert isinstance(client, Client)
        for _ in range(2):
            await register_attributes(client, KEYS)
        assert await client.service_client.check_health()


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nonsense"])
async def test_nobody_there_is_said_in_one_sentence(address):
    with pytest.raises(SettingsError, match="DESK_TEMPORAL_ADDRESS"):
        await connect(TemporalSettings(address=address), pydantic_data_converter)
