"""What holds for every test: no connection leaves this machine, no clock judges a generated case."""

from collections.abc import Iterator

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from tests import loopback

loopback.install()

# A busy machine is no counterexample, and the same commit tries the same cases everywhere.
settings.register_profile(
    "desk",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("desk")


def pytest_sessionfinish() -> None:
    """Write down what was covered: a busy machine's test processes may not live to do it later."""
    measuring = Coverage.current()
    if measuring is not None:
        measuring.save()


@pytest.fixture(autouse=True)
def _stays_on_loopback() -> Iterator[None]:
    loopback.strayed.clear()
    yield
    assert not loopback.strayed, f"reached for {loopback.strayed}; tests stay on loopback"
