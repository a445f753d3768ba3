"""Plants: what they change, and which tests they are for."""

import pytest

from infra.naive.plants import Edit, Plant, Unfit, choose, numbered_tests


def test_edits_of_one_file_add_up(tmp_path):
    (tmp_path / "a.py").write_text("one two", "utf-8")
    edits = (Edit("a.py", "one", "1"), Edit("a.py", "two", "2"))
    assert Plant("B001", "", edits).render(tmp_path) == {tmp_path / "a.py": "1 2"}


@pytest.mark.parametrize("text", ["three", "o"])
def test_a_passage_that_is_not_there_exactly_once_does_not_fit(text):
    with pytest.raises(Unfit):
        Edit("a.py", text, "").apply("one two")


def test_tests_are_found_by_the_numbers_in_their_names(tmp_path):
    (tmp_path / "tests").mkdir()
    text = "def test_b001_b002_a(): ...\nasync def test_f01_b(): ...\ndef test_b0011(): ...\n"
    (tmp_path / "tests" / "test_a.py").write_text(text, "utf-8")
    one = "tests/test_a.py::test_b001_b002_a"
    found = numbered_tests(tmp_path)
    assert found == {"B001": [one], "B002": [one], "F01": ["tests/test_a.py::test_f01_b"]}


def test_named_tests_must_carry_the_number():
    numbered = {"B001": ["t.py::test_b001_a", "t.py::test_b001_b"]}
    assert choose(Plant("B001", "", ()), numbered) == numbered["B001"]
    assert choose(Plant("B001", "", (), ("test_b001_b",)), numbered) == ["t.py::test_b001_b"]
    for plant in (Plant("B002", "", ()), Plant("B001", "", (), ("test_b001_b", "test_c"))):
        with pytest.raises(Unfit):
            choose(plant, numbered)
