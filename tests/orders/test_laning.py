"""What the lane would have done, against what people did."""

import pytest

from orders.laning import LaneEntry, sum_up


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"status": "completed"}, "kept"),
        ({"status": "completed", "last_hash": "b"}, "changed"),
        ({"status": "rejected"}, "refused"),
        ({"status": "cancelled"}, "refused"),
        ({"status": "awaiting_approval"}, "open"),
        ({"status": "completed", "unmet": "untouched"}, "not_met"),
        ({"status": "completed", "used_on": "2026-11-21"}, "taken"),
        ({"status": "cancelled", "used_on": "2026-11-21"}, "refused"),
    ],
)
def test_an_entry_is_judged_by_what_became_of_its_order(changes, verdict):
    entry = LaneEntry("o", **{"first_hash": "a", "last_hash": "a", **changes})
    assert entry.verdict == verdict


def test_the_figures_name_every_order_that_people_saw_otherwise():
    kept = LaneEntry("1", status="completed", first_hash="a", last_hash="a")
    refused = LaneEntry("2", status="rejected")
    unmet = LaneEntry("3", unmet="untouched,nothing_open")
    figures = sum_up([kept, kept, kept, refused, unmet])
    assert figures.agreement == 0.75
    assert figures.disputed == (refused,)
    assert figures.unmet == {"untouched": 1, "nothing_open": 1}
    assert sum_up([]).agreement is None
