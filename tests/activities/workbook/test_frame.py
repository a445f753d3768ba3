"""What stands around the cells: merges, hidden columns, direction, protection."""

import pytest

from activities.workbook.frame import Frame, parse_range
from activities.workbook.limits import Limits
from orders.errors import UnreadableFile, UnsafeFile
from orders.sheet import Merge

LIMITS = Limits()


def frame(*elements, limits: Limits = LIMITS) -> Frame:
    found = Frame(limits)
    for name, told in elements:
        found.start(name, told)
    return found


def test_merges_are_ranges():
    assert frame(("mergeCell", {"ref": "B2:C9"})).merges == [Merge(2, 2, 9, 3)]
    assert frame(("mergeCell", {"ref": "B2"})).merges == [Merge(2, 2, 2, 2)]


def test_b054_a_title_merged_over_the_whole_row_is_cut_to_the_table():
    assert frame(("mergeCell", {"ref": "A1:XFD1"})).merges == [Merge(1, 1, 1, 1_000)]
    assert frame(("mergeCell", {"ref": "A1:A1048576"})).merges == [Merge(1, 1, 200_000, 1)]
    assert frame(("mergeCell", {"ref": "A900000:B900001"})).merges == [
        Merge(900_000, 1, 900_000, 2)
    ]


def test_b054_a_merge_over_the_whole_sheet_is_refused():
    with pytest.raises(UnsafeFile, match="merges more"):
        frame(("mergeCell", {"ref": "A1:XFD1048576"}))


def test_b054_two_hundred_thousand_merges_are_refused():
    found = Frame(Limits())
    for row in range(1, 10_001):
        found.start("mergeCell", {"ref": f"A{row}:B{row}"})
    with pytest.raises(UnsafeFile, match="merges more"):
        found.start("mergeCell", {"ref": "A10001:B10001"})


@pytest.mark.parametrize("ref", ["", ":A1", "A0", "a1:b2", "B2:A1", "A2:A1", "AAAA1", "A1:B2:C3"])
def test_a_range_that_is_none_is_damage(ref):
    with pytest.raises(UnreadableFile):
        parse_range(ref)


def test_hidden_columns_are_spans():
    found = frame(
        ("col", {"min": "2", "max": "3", "hidden": "1"}),
        ("col", {"min": "5", "max": "5", "width": "0"}),
        ("col", {"min": "7", "max": "9", "width": "12"}),
    )
    assert [column for column in range(1, 10) if found.hides(column)] == [2, 3, 5]


def test_columns_are_described_once_each():
    with pytest.raises(UnsafeFile, match="more columns"):
        frame(*[("col", {"min": "1", "max": "16384", "hidden": "1"})] * 16_385)
    with pytest.raises(UnreadableFile):
        frame(("col", {"min": "x", "max": "3", "hidden": "1"}))


def test_direction_and_protection_are_read():
    assert frame(("sheetView", {"rightToLeft": "1"}), ("sheetView", {})).right_to_left
    assert frame(("sheetProtection", {"sheet": "true"})).protected
    assert not frame(("sheetProtection", {"objects": "1"})).protected
