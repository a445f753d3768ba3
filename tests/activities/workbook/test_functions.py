"""Functions are told by number; each is either of fixed or of variable length."""

from activities.workbook.functions import FIXED, VARIABLE


def test_no_number_has_two_names_and_no_name_two_numbers():
    names = [name for name, _ in FIXED.values()] + list(VARIABLE.values())
    assert not FIXED.keys() & VARIABLE.keys()
    assert len(set(names)) == len(names)


def test_what_the_desk_recomputes_is_among_them():
    names = {name for name, _ in FIXED.values()} | set(VARIABLE.values())
    assert names >= {"SUM", "PRODUCT", "ROUND", "MAX", "MIN", "ABS"}
