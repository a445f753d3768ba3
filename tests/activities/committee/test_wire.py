"""The client of language models: to public addresses only, whatever a name leads to."""

import socket

import httpx2
import pytest

from activities.committee.wire import Traffic, open_client


@pytest.fixture
def listener():
    """Something that listens on this machine and counts who comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        yield server


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_b098_nothing_is_sent_to_a_private_address(listener, host):
    """Naive: the address is judged as it is written, and a name of one's own leads inside."""
    traffic = Traffic()
    async with open_client(5, traffic) as http:
        with pytest.raises(httpx2.ConnectError, match="private network"):
            await http.post(f"http://{host}:{listener.getsockname()[1]}/v1", content=b"cells")
    with pytest.raises(TimeoutError):
        listener.accept()


async def test_a_server_of_ones_own_is_asked_where_that_is_said(vendors):
    async with open_client(5, Traffic(), in_house=True) as http:
        assert (await http.get(f"{vendors.url}/__fake/requests")).status_code == 200


async def test_a_name_that_leads_nowhere_is_no_private_one():
    async with open_client(5, Traffic()) as http:
        with pytest.raises(httpx2.ConnectError) as failed:
            await http.get("http://nobody.invalid/v1")
    assert "private" not in str(failed.value)
