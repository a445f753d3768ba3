"""Schedules say what they start, how often, and in whose time."""

from datetime import timedelta

from temporalio.client import ScheduleOverlapPolicy

from workflows.renewal import SyncCatalogue
from workflows.schedules import CATALOGUE, CATALOGUE_FULL, Rhythm, schedules


def test_changes_come_by_interval_and_everything_once_a_day_in_the_time_zone():
    rhythm = Rhythm(timedelta(minutes=2), 4, "Asia/Tehran")
    made = schedules(rhythm, "desk")
    often, daily = made[f"desk-{CATALOGUE}"], made[f"desk-{CATALOGUE_FULL}"]
    assert often.spec.intervals[0].every == timedelta(minutes=2)
    assert daily.spec.time_zone_name == "Asia/Tehran"
    assert daily.spec.calendars[0].hour[0].start == 4
    assert often.action.args == [SyncCatalogue()]
    assert daily.action.args == [SyncCatalogue(full=True)]
    assert {one.policy.overlap for one in made.values()} == {ScheduleOverlapPolicy.SKIP}
