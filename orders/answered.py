"""What people answered about a case, each answer an event that undo drops."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orders.case import Answered, CaseDocument
from orders.fixes import Fix
from orders.habits import told_by


def with_answer(
    case: CaseDocument,
    revision: int,
    fixes: Sequence[Fix],
    choices: Mapping[str, str],
    by: str = "",
) -> CaseDocument:
    """The case at its next revision, with what one click answered."""
    before = {name: case.choices.get(name, "") for name in choices}
    choosers = {name: case.chosen_by.get(name, "") for name in choices}
    told = told_by(case.issues, fixes)
    return replace(
        case,
        revision=revision,
        fixes=(*case.fixes, *fixes),
        choices={**case.choices, **choices},
        chosen_by={**case.chosen_by, **dict.fromkeys(choices, by)},
        answered=(*case.answered, Answered(len(fixes), before, choosers, told)),
        order_hash="",
    )


def without_last(case: CaseDocument, revision: int) -> CaseDocument:
    """The case at its next revision, as if the last answer had never been given."""
    if not case.answered:
        return replace(case, revision=revision, order_hash="")
    last = case.answered[-1]
    return replace(
        case,
        revision=revision,
        fixes=case.fixes[: len(case.fixes) - last.fixes],
        choices=_put_back(case.choices, last.choices),
        chosen_by=_put_back(case.chosen_by, last.chosen_by),
        answered=case.answered[:-1],
        order_hash="",
    )


def _put_back(now: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in {**now, **before}.items() if value}
