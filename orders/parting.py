"""Starting every order of a workbook: which parts it has, and their ids."""

from collections.abc import Collection, Sequence

from orders.case import CaseDocument, Origin
from orders.fingerprint import code_of, part_id_of
from orders.fixes import Fix, FixKind, parse_target
from orders.issue import Issue

SEVERAL = "MULTI_ORDER_DETECTED"
_LEFT = "OTHER_ORDERS_LEFT"
_LONGEST_NAME = 80
_OF_THE_FILE = frozenset(
    {FixKind.CELL, FixKind.ROW, FixKind.SHEET, FixKind.HEADER_ROW, FixKind.SPLIT}
)
"""Corrections that hold for every part; what was said of one order's values holds for that one."""

_ONE_TABLE = (FixKind.SPLIT, FixKind.COLUMN)


def parts_of(case: CaseDocument) -> tuple[Origin, ...]:
    """Every order that the case lists, in the order of its question; none where it asks nothing."""
    asked = [one for one in case.issues if one.code == SEVERAL and one.open]
    return _parts(case, asked[:1])


def rest_of(case: CaseDocument, started: Collection[str] = ()) -> tuple[Origin, ...]:
    """The orders of the file that were left when one was chosen; `started` are codes of parts.

    An order that was split off leaves its siblings to the order it comes from.
    """
    own = case.origin.fixes[-1:] if case.origin else ()
    left = [
        one
        for one in case.issues
        if one.code == _LEFT and one.target and not any(_is_about(one, fix) for fix in own)
    ]
    return tuple(one for one in _parts(case, left) if code_of(id_of(one)) not in started)


def id_of(part: Origin) -> str:
    """The id of a part's order: always the same, so that it is started once."""
    fix = part.fixes[-1]
    return part_id_of(part.order_id, str(fix.kind), fix.target, fix.value)


def _is_about(issue: Issue, fix: Fix) -> bool:
    return parse_target(issue.target) == (fix.kind, fix.target)


def _parts(case: CaseDocument, listed: Sequence[Issue]) -> tuple[Origin, ...]:
    """Each listed order with the corrections of the file, and one more that says which part it is.

    Letters of columns are taken along only where all parts share one table.
    """
    if case.file is None:
        return ()
    made: list[Origin] = []
    for issue in listed:
        kind, place = parse_target(issue.target)
        shared = _OF_THE_FILE | ({FixKind.COLUMN} if kind in _ONE_TABLE else set())
        common = tuple(fix for fix in case.fixes if fix.kind in shared)
        made += [
            Origin(
                order_id=case.order_id,
                code=case.code,
                name=(one.label.rpartition(" · ")[0] or one.value)[:_LONGEST_NAME],
                fixes=(*common, Fix(kind, place, one.value)),
                file=case.file,
                duplicate_of=case.duplicate_of,
            )
            for one in issue.candidates
        ]
    return tuple(made)
