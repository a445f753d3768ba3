"""The building half of the corpus: nothing certain is wrong, nothing else is called ready."""

import sys
from pathlib import Path

import pytest

from infra.bench.reading import Report, score
from orders.reader import read

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))
from make import make_corpus


@pytest.fixture(scope="module")
def report() -> Report:
    return score((case for case in make_corpus() if not case.held_out), read)


def test_there_are_enough_workbooks_in_many_languages():
    names = [case.name for case in make_corpus()]
    assert len(names) >= 120
    assert len(set(names)) == len(names)
    assert sum(case.kind != "order" for case in make_corpus()) >= 30


def test_no_order_called_ready_holds_a_wrong_value(report):
    assert report.wrong_certain == []
    assert report.wrong_asked == []


def test_most_orders_are_ready_and_none_is_refused(report):
    assert report.refused_orders == []
    assert (report.ready + report.one_question) / report.orders >= 0.85


def test_rule_1_every_row_below_a_header_is_a_line_or_has_its_reason():
    whole = [case for case in make_corpus() if case.kind == "order" and not case.held_out]
    for case in whole[::4]:
        for order in read(case.workbook).orders:
            (sheet,) = (one for one in case.workbook.sheets if one.name == order.sheet)
            filled = {row for row, _ in sheet.cells if row > order.header_rows[-1]}
            told = {line.row for line in order.lines} | order.skipped_rows.keys()
            assert filled <= told, case.name


def test_what_is_no_order_is_never_called_ready(report):
    assert report.others_ready == []
