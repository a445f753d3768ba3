"""Reading with what was confirmed before: templates and taught words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from orders.again import Again
from orders.amend import Amendments, amended_grids, collect
from orders.beside import split_beside
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind
from orders.habits import NO_HABITS, Habits
from orders.headers import Header, find_headers, forced_header
from orders.hints import Hints
from orders.reader import read
from orders.reading import Reading
from orders.sheet import Visibility, Workbook, column_number
from orders.template import (
    Outcome,
    Template,
    TemplateState,
    find_mine,
    fingerprint_of,
    template_id_of,
    words_taught,
)
from orders.values import fold
from orders.view import Grid

_NEAR_TOP = 40
_NARROWEST = 3


def fingerprints_of(workbook: Workbook, fixes: Sequence[Fix] = ()) -> tuple[str, ...]:
    """The fingerprint of every header in the workbook, to look templates up by.

    Rows near the top count too where no header was seen: somebody may have named them before.
    """
    amendments = collect(fixes)
    found: dict[str, None] = {}
    for grid in _grids_of(workbook, amendments):
        headers = [*_headers_of(grid, amendments.headers.get(grid.name)), *_nameable(grid)]
        found |= dict.fromkeys(fingerprint_of(header) for header in headers if header.texts)
    return tuple(found)


def _grids_of(workbook: Workbook, amendments: Amendments) -> Iterator[Grid]:
    """The sheets that are read: visible ones, and the one that a person named."""
    for sheet in workbook.sheets:
        if sheet.visibility is Visibility.VISIBLE or sheet.name == amendments.sheet:
            yield amended_grids(replace(workbook, sheets=(sheet,)), amendments)[sheet.name]


def _headers_of(grid: Grid, named: tuple[int, int] | None = None) -> list[Header]:
    """Every header a table of the sheet may get: as found, parted where two stand side by side."""
    headers = find_headers(grid)
    parts = split_beside(grid, headers[0]) if headers else []
    forced = [forced_header(grid, named[0])] if named else []
    return [*headers, *parts, *forced]


def _nameable(grid: Grid) -> list[Header]:
    """Rows near the top that a person may have named as header."""
    rows = [row for row in grid.rows if row <= _NEAR_TOP and len(grid.rows[row]) >= _NARROWEST]
    return [forced_header(grid, row) for row in rows]


def read_remembering(
    workbook: Workbook,
    templates: Sequence[Template],
    *,
    fixes: Sequence[Fix] = (),
    hints: Hints,
) -> Reading:
    """Read by a template the file's own customer confirmed; without one, by the committee.

    A template of another customer is never used for a file that names its customer. Words that the
    customer's corrections taught are known to the committee. What people answered about the
    template's earlier files is answered so again, unless the file speaks against it.
    """
    active = tuple(one for one in templates if one.active)

    def under(given: tuple[Fix, ...]) -> Reading:
        return _read_by_template(workbook, active, (*given, *fixes), hints)

    first = under(())
    habitual = [
        reading
        for one in active
        if one.habits
        and (reading := _again(workbook, one, active, fixes, under).read(first)) is not None
    ]
    return habitual[0] if len(habitual) == 1 else first


def _again(
    workbook: Workbook,
    template: Template,
    active: Sequence[Template],
    fixes: Sequence[Fix],
    under: Callable[[tuple[Fix, ...]], Reading],
) -> Again:
    same = [one for one in active if _same_header(one, template)]

    def agreed(reading: Reading) -> bool:
        said = _said(reading)
        return bool(said) and all(one.habits == template.habits for one in find_mine(same, said))

    named = template.habits.named
    return Again(template, under, agreed, _places(workbook, fixes, template) if named else ())


def _places(workbook: Workbook, fixes: Sequence[Fix], template: Template) -> list[tuple[Fix, ...]]:
    """Where the template's header stands in a workbook, as a person would name the place."""
    found: list[tuple[Fix, ...]] = []
    for grid in _grids_of(workbook, collect(fixes)):
        sheet = Fix(FixKind.SHEET, "", grid.name)
        seen = any(_is_of(template, one) for one in _headers_of(grid))
        rows = [one.rows[-1] for one in _nameable(grid) if _is_of(template, one)]
        named = [(sheet, Fix(FixKind.HEADER_ROW, grid.name, str(row))) for row in rows]
        found += [(sheet,)] if seen else named
    return found


def _is_of(template: Template, header: Header) -> bool:
    return bool(header.texts) and fingerprint_of(header) == template.layout.fingerprint


def _read_by_template(
    workbook: Workbook, active: tuple[Template, ...], fixes: Sequence[Fix], hints: Hints
) -> Reading:
    """Read by the template that this header and this customer have, if any."""
    first = read(workbook, fixes=fixes, hints=replace(hints, templates=active))
    said = _said(first)
    if first.recall is None:
        words = words_taught(active, said)
        return read(workbook, fixes=fixes, hints=replace(hints, words=words)) if words else first
    used = next(one for one in active if one.template_id == first.recall.template_id)
    mine = find_mine([one for one in active if _same_header(one, used)], said)
    if used in mine:
        return first
    left = replace(hints, templates=tuple(mine), words=words_taught(active, said))
    return read(workbook, fixes=fixes, hints=left)


def _same_header(one: Template, other: Template) -> bool:
    return one.layout.fingerprint == other.layout.fingerprint


def _said(reading: Reading) -> str:
    return fold(reading.orders[0].customer or "") if reading.orders else ""


def corrected(reading: Reading, fixes: Sequence[Fix]) -> Reading:
    """The reading, its template marked as corrected where a person chose another column."""
    met = reading.recall
    if met is None or met.outcome is not Outcome.USED or not reading.orders:
        return reading
    memory = {vote.field: vote.choice for vote in reading.votes if vote.member == "memory"}
    chosen = {fix.target: fix.value for fix in fixes if fix.kind is FixKind.COLUMN}
    if all(memory.get(name, "-") == letter for name, letter in chosen.items()):
        return reading
    return replace(reading, recall=replace(met, outcome=Outcome.CORRECTED))


def template_of(case: CaseDocument) -> Template | None:
    """The mapping of an approved order as a new template; None where there is none to keep.

    Whoever keeps it adds the version, who confirmed it and when.
    """
    reading, match = case.reading, case.matches.customer
    if reading is None or reading.layout is None or len(reading.orders) != 1:
        return None
    if match is None or match.customer is None:
        return None
    order, layout = reading.orders[0], reading.layout
    columns = {name: column_number(at) - layout.first for name, at in order.columns.items()}
    if not columns or not all(0 <= place < len(layout.headers) for place in columns.values()):
        return None
    customer = match.customer
    return Template(
        template_id=template_id_of(case.tenant_id, layout.fingerprint, customer.customer_id),
        version=1,
        tenant_id=case.tenant_id,
        customer_id=customer.customer_id,
        customer=customer.name,
        said=_said(reading),
        layout=layout,
        columns=columns,
        taught=_taught(case.fixes, columns, layout.headers),
        habits=_habits(case),
        sheet=order.sheet,
        order_code=case.code,
    )


def _taught(
    fixes: Sequence[Fix], columns: dict[str, int], headers: tuple[str, ...]
) -> dict[str, str]:
    """Header words of the columns that people chose, where the choice stood until approval."""
    chosen = {fix.target for fix in fixes if fix.kind is FixKind.COLUMN and fix.value != "-"}
    words = {fold(headers[columns[name]]): name for name in sorted(chosen & columns.keys())}
    words.pop("", None)
    return words


def _habits(case: CaseDocument) -> Habits:
    """What held for this file: earlier answers that were given again, then today's."""
    met = case.reading.recall if case.reading else None
    told = met.habits if met else NO_HABITS
    for one in case.answered:
        told = told.joined(one.told)
    return told


def next_version(known: Template | None, fresh: Template) -> Template | None:
    """The version to write after an approval, or None where nothing new was confirmed.

    A template that somebody took out of use comes back by itself only with another mapping, one
    that was retired only when a person restores it.
    """
    if known is None:
        return fresh
    habits = known.habits.joined(fresh.habits)
    same = dict(known.columns) == dict(fresh.columns)
    if known.state is TemplateState.RETIRED or (
        same and (habits == known.habits or not known.active)
    ):
        return None
    taught = {**known.taught, **fresh.taught}
    return replace(fresh, version=known.version + 1, taught=taught, habits=habits)
