"""Every gate of the threat list keeps a naive version that its tests can be seen to catch."""

import re

from infra.naive.plants import find_unfit, load_plants, numbered_tests
from tests.architecture.tree import ROOT, plant

GATES = {
    "B001", "B002", "B003", "B004", "B005", "B006", "B008", "B010", "B013", "B014", "B015", "B017",
    "B018", "B019", "B020", "B021", "B022", "B023", "B024", "B025", "B026", "B027", "B030", "B031",
    "B032", "B033", "B036", "B073", "B074", "B075", "B076", "B086", "B091", "B100",
    "F01", "F02", "F04", "F05", "F06", "F08", "F25", "F30", "F32", "F33",
}  # fmt: skip
"""Numbers that fail the whole bar by one failure."""
WRONG = """
- {threat: B1, says: It is gone., edits: [{file: a.py, text: gone, naive: x}], tests: [test_b001_a]}
- {threat: B001, says: It is there twice., edits: [{file: a.py, text: "1", naive: "2"}]}
- {threat: B001, says: It is no Python., edits: [{file: a.py, text: x, naive: "x ="}]}
- {threat: B001, says: Not its test., edits: [{file: a.py, text: x, naive: y}], tests: [test_c]}
- {threat: B001, says: There is no file., edits: [{file: b.py, text: x, naive: y}]}
- {threat: B001, says: It fits., edits: [{file: a.py, text: x, naive: y}]}
"""


def test_every_gate_has_tests_and_a_naive_version():
    assert sorted(GATES - {one.threat for one in load_plants(ROOT)}) == []
    assert sorted(GATES - numbered_tests(ROOT).keys()) == []


def test_every_naive_version_fits_the_tree():
    assert find_unfit(ROOT) == []


def test_every_naive_version_is_one_sentence():
    assert [one.says for one in load_plants(ROOT) if not re.fullmatch(r"[A-Z].*\.", one.says)] == []


def test_planted_unfit_versions_are_found(tmp_path):
    files = {"a.py": "x = 1 + 1", "tests/test_a.py": "def test_b001_a(): ...\ndef test_c(): ...\n"}
    plant(tmp_path, {**files, "tests/naive/all.yaml": WRONG})
    assert len(find_unfit(tmp_path)) == 5
