"""From which score on which share of the corpus was right.

`python -m infra.bench.reliability` prints the two tables from the building half; they are pasted here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Steps = Sequence[tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Steps of score and share, rising, for values of lines and for whole orders.

    Without steps a score stays as it is.
    """

    values: Steps = ()
    orders: Steps = ()


def share_of(score: Decimal, steps: Steps) -> Decimal:
    """The share that was right among what had at least this score."""
    if not steps:
        return score
    return next((share for floor, share in reversed(steps) if score >= floor), steps[0][1])


def _steps(table: str) -> Steps:
    pairs = (line.split() for line in table.strip().splitlines())
    return tuple((Decimal(floor), Decimal(share)) for floor, share in pairs)


RAW = Calibration()
CALIBRATION = Calibration(
    values=_steps("""
    0.4750 0.9780
    0.7500 0.9983
    0.9500 0.9999
    """),
    orders=_steps("""
    0.1188 0.8511
    0.2500 0.8969
    0.7500 0.9688
    0.9500 0.9931
    """),
)
