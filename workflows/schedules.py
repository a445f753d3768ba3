"""Which schedules there are: what they start, and how often."""

from dataclasses import dataclass
from datetime import timedelta

from temporalio.client import (
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleCalendarSpec,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
)

from workflows.renewal import SyncCatalogue
from workflows.upkeep import CatalogueWorkflow

CATALOGUE, CATALOGUE_FULL = "catalogue", "catalogue-full"
RUN = timedelta(minutes=5)
"""How long one run may take."""
CATCH_UP = timedelta(minutes=10)
"""Runs missed for longer than this, in an outage of Temporal, are not made up for."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often changes are taken over, and at which hour of which time zone everything is."""

    every: timedelta = timedelta(minutes=5)
    full_hour: int = 3
    time_zone: str = "UTC"


def schedules(rhythm: Rhythm, task_queue: str) -> dict[str, Schedule]:
    """Every schedule by its id; ids carry the task queue, so that desks share a namespace."""
    daily = ScheduleCalendarSpec(hour=[ScheduleRange(rhythm.full_hour)])
    return {
        f"{task_queue}-{CATALOGUE}": _schedule(
            CATALOGUE,
            task_queue,
            SyncCatalogue(),
            ScheduleSpec(intervals=[ScheduleIntervalSpec(every=rhythm.every)]),
        ),
        f"{task_queue}-{CATALOGUE_FULL}": _schedule(
            CATALOGUE_FULL,
            task_queue,
            SyncCatalogue(full=True),
            ScheduleSpec(calendars=[daily], time_zone_name=rhythm.time_zone),
        ),
    }


def _schedule(name: str, task_queue: str, sync: SyncCatalogue, spec: ScheduleSpec) -> Schedule:
    """One renewal at a time: a run that would start while another one works is left out."""
    return Schedule(
        action=ScheduleActionStartWorkflow(
            CatalogueWorkflow.run,
            sync,
            id=f"{task_queue}-{name}",
            task_queue=task_queue,
            execution_timeout=RUN,
        ),
        spec=spec,
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=CATCH_UP),
    )
