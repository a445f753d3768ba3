"""Every numbered lesson, bad input and fault that must be shown has a test of its number."""

import re

from infra.naive.plants import numbered_tests
from tests.architecture.tree import ROOT, plant

_NUMBER = re.compile(r"_(b\d{3}|f\d{2}|t\d{1,2}|rule_\d{1,2})(?=_|$)")


def _span(letter, first, last, digits=0):
    return {f"{letter}{number:0{digits}}" for number in range(first, last + 1)}


WANTED = {
    "lessons": _span("t", 1, 35) | _span("rule_", 1, 15),
    "door, clicks, downloads": _span("b", 1, 37, 3),
    "files, values, cards, models": _span("b", 38, 72, 3),
    "secrets and codec": _span("b", 73, 76, 3) | {"b086", "b100"},
    "audit": {"b091"},
    "faults of the road": _span("f", 1, 8, 2) | {"f25", "f30", "f32", "f33"},
    "faults of reading": {"f24", "f36"},
    "books": _span("b", 87, 89, 3) | _span("b", 96, 99, 3),
    "faults of the books": _span("f", 9, 18, 2) | {"f31", "f39"},
}
"""What has to be shown, by where it belongs."""


def find_missing(root, wanted):
    """The wanted numbers that no test carries in its name."""
    carried = {number.lower() for number in numbered_tests(root, _NUMBER)}
    return sorted(set().union(*wanted.values()) - carried)


def test_every_number_has_a_test_that_carries_it():
    assert sorted(find_missing(ROOT, WANTED)) == []


def test_a_planted_gap_is_found(tmp_path):
    text = "def test_t1_reads(): ...\ndef test_b002_b003_refuse(): ...\ndef b004_is_no_test(): ..."
    plant(tmp_path, {"tests/orders/test_lines.py": text})
    assert find_missing(tmp_path, {"all": {"t1", "t11", "b002", "b003", "b004"}}) == ["b004", "t11"]
