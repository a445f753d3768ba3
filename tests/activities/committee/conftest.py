"""Model vendors on loopback, and one unclear order to ask about."""

from collections.abc import Iterator

import pytest

from orders.hints import Hints
from orders.pack import question_of
from orders.reader import read
from support.models import Vendors, model_vendors
from tests.orders.grids import grid

UNCLEAR = grid(
    "Customer:|Zzyzx Trading\n.\n"
    "Item Code|Name|Amount|Price\nA-1|Rope|5|2.5\nA-2|Hook|1|1.5\nA-3|Tent|3|90"
)


@pytest.fixture(scope="session")
def _running() -> Iterator[Vendors]:
    with model_vendors() as running:
        yield running


@pytest.fixture
def vendors(_running) -> Vendors:
    _running.reset()
    return _running


@pytest.fixture
def question():
    return question_of(UNCLEAR, read(UNCLEAR), ((), Hints()))
