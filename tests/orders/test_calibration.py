"""Scores as shares: rising steps, none of them certainty."""

from decimal import Decimal

from orders.calibration import CALIBRATION, share_of

STEPS = ((Decimal("0.5"), Decimal("0.8")), (Decimal("0.9"), Decimal("0.99")))


def test_a_score_states_the_share_of_its_step():
    scores = [Decimal(score) for score in ("0.1", "0.5", "0.89", "0.9", "1")]
    assert [f"{share_of(score, STEPS)}" for score in scores] == [
        "0.8",
        "0.8",
        "0.8",
        "0.99",
        "0.99",
    ]
    assert share_of(Decimal("0.3"), ()) == Decimal("0.3")


def test_the_committed_steps_rise_and_stay_below_one():
    for steps in (CALIBRATION.values, CALIBRATION.orders):
        assert len(steps) > 1
        assert list(steps) == sorted(steps)
        assert sorted(share for _, share in steps) == [share for _, share in steps]
        assert all(0 < share < 1 for _, share in steps)
