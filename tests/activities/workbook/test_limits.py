"""Limits come from the settings under the same names."""

from activities.workbook.limits import Limits
from runtime.settings import FileSettings


def test_limits_are_the_settings():
    assert Limits.of(FileSettings()) == Limits()
    limits = Limits.of(FileSettings(max_rows=7, read_seconds=1.5))
    assert (limits.max_rows, limits.read_seconds, limits.max_columns) == (7, 1.5, 1_000)


def test_limits_travel_by_name():
    assert Limits(**Limits(max_rows=7).as_mapping()) == Limits(max_rows=7)
