"""A file read again with the answers people gave to earlier files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from orders.fixes import Fix, parse_target
from orders.habits import (
    NO_HABITS,
    PLACES,
    Habits,
    answers,
    as_before,
    speaks_against,
    told_by,
    witnessed,
)
from orders.issue import Issue
from orders.reading import Reading
from orders.template import Outcome, Template

Fixes = tuple[Fix, ...]
_ROUNDS = 4
"""One question may come after another: the sheet, the table, what stands in it."""


@dataclass(frozen=True, slots=True)
class Again:
    """One template's habits at one workbook.

    `under` reads the workbook with answers given, `places` are the corrections that name where the
    template's header stands, `agreed` says whether all who may be the customer answered the same.
    """

    template: Template
    under: Callable[[Fixes], Reading]
    agreed: Callable[[Reading], bool]
    places: Sequence[Fixes] = ()

    def read(self, first: Reading) -> Reading | None:
        """The reading with earlier answers given; None where none fits, or the file speaks against it."""
        given: Fixes = ()
        told: list[Issue] = []
        reading, used = first, NO_HABITS
        for _ in range(_ROUNDS):
            more = self._answers(reading, given)
            if not more:
                break
            used = used.joined(told_by(reading.issues, more))
            told += as_before(reading.issues, more)
            given += more
            reading = self.under(given)
        met = reading.recall
        if not given or met is None or not self._meets(reading) or self._is_spoiled(reading, used):
            return None
        orders = tuple(witnessed(one, given) for one in reading.orders)
        recall = replace(met, habits=used)
        return replace(reading, orders=orders, recall=recall, issues=(*reading.issues, *told))

    def _answers(self, reading: Reading, given: Fixes) -> Fixes:
        if not self._meets(reading):
            return self._place(reading, given)
        if not self.agreed(reading):
            return ()
        return answers(reading.issues, self.template.habits) or self._place(reading, given)

    def _meets(self, reading: Reading) -> bool:
        """Whether the reading is of this template's table, and by it."""
        met = reading.recall
        return (
            met is not None
            and bool(reading.orders)
            and met.template_id == self.template.template_id
            and met.outcome is Outcome.USED
        )

    def _is_spoiled(self, reading: Reading, used: Habits) -> bool:
        """Whether the answers leave another order out, or values and sums speak against them."""
        codes = {one.code for one in reading.issues}
        left = "OTHER_ORDERS_LEFT" in codes or (used.named and "TABLES_LEFT_OUT" in codes)
        return left or speaks_against(reading.orders[0], reading.issues, used)

    def _place(self, reading: Reading, given: Fixes) -> Fixes:
        """The one place, of those that may be meant, where the template's own table stands."""
        tries = self._asked(reading)
        if not tries and self.template.habits.named and not self._meets(reading):
            tries = self.places
        found = [one for one in tries if self._meets(self.under((*given, *one)))]
        named = [one for one in found if self.template.sheet in (one[0].value, one[0].target)]
        chosen = found if len(found) == 1 else named
        return chosen[0] if len(chosen) == 1 else ()

    def _asked(self, reading: Reading) -> Sequence[Fixes]:
        """Every answer to the question where the order stands, if it is the one of before."""
        for one in reading.issues:
            if one.open and one.code in PLACES:
                same = one.facts[PLACES[one.code]] == self.template.habits.among
                kind, place = parse_target(one.target)
                return [(Fix(kind, place, choice.value),) for choice in one.candidates if same]
        return ()
