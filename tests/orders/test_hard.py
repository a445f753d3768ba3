"""Hard files in their real formats: nothing certain is wrong, ordinary ones are not asked."""

import sys
from pathlib import Path

import pytest

from infra.bench.reading import Report, score
from orders.reader import read
from orders.reading import Result

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))
from hard import HardCase, make_case
from hard_all import BUILDERS

ASKED = {
    "available_and_order": "a weak word for the quantity",
    "gst_rate_amount": "a year of two digits",
    "terms_and_earlier_orders": "a second table below the first one",
    "signature_and_bank": "a row of numbers below the lines",
    "rounding_and_plain_errors": "a stated total that the lines do not make up",
    "only_other_numbers": "a quotation is named above the table",
    "formulas_without_results": "totals of lines that only their formulas give",
    "vietnamese": "a language that no dictionary holds",
}
"""Files that a clerk would not ask about, and why the reader does."""


@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
@pytest.mark.parametrize("seed", [0, 1])
def test_a_hard_file_is_never_wrong_and_certain(build, seed):
    case = make_case(build, seed)
    reading = read(case.workbook)
    report = Report()
    if reading.result is Result.READY:
        report = score([case], lambda _: reading)
    assert report.wrong_certain == []
    assert report.others_ready == []
    assert case.ideal == "ready" or reading.result is not Result.READY
    if case.ideal == "ready" and build.__name__ not in ASKED:
        assert reading.result is Result.READY, [one.code for one in reading.issues if one.open]


def test_there_are_enough_hard_files_and_the_same_seed_gives_the_same_file():
    names = [build.__name__ for build in BUILDERS]
    assert len(set(names)) == len(names) >= 100
    one, two = (make_case(BUILDERS[0], 5) for _ in range(2))
    assert isinstance(one, HardCase)
    assert (one.truth, one.lines) == (two.truth, two.lines)
