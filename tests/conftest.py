"""What holds for every test: no connection leaves this machine."""

from collections.abc import Iterator

import pytest

from tests import loopback

loopback.install()


@pytest.fixture(autouse=True)
def _stays_on_loopback() -> Iterator[None]:
    loopback.strayed.clear()
    yield
    assert not loopback.strayed, f"reached for {loopback.strayed}; tests stay on loopback"
