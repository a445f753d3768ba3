"""Reading with what was confirmed before: templates and taught words."""

from collections.abc import Sequence
from dataclasses import replace

from orders.amend import amended_grids, collect
from orders.beside import split_beside
from orders.case import CaseDocument
from orders.fixes import Fix, FixKind
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


def fingerprints_of(workbook: Workbook, fixes: Sequence[Fix] = ()) -> tuple[str, ...]:
    """The fingerprint of every header in the workbook, to look templates up by."""
    amendments = collect(fixes)
    found: dict[str, None] = {}
    for sheet in workbook.sheets:
        if sheet.visibility is not Visibility.VISIBLE and sheet.name != amendments.sheet:
            continue
        grid = amended_grids(replace(workbook, sheets=(sheet,)), amendments)[sheet.name]
        headers = _headers_of(grid, amendments.headers.get(sheet.name))
        found |= dict.fromkeys(fingerprint_of(header) for header in headers if header.texts)
    return tuple(found)


def _headers_of(grid: Grid, named: tuple[int, int] | None) -> list[Header]:
    """Every header a table of the sheet may get: as found, parted where two stand side by side."""
    headers = find_headers(grid)
    parts = split_beside(grid, headers[0]) if headers else []
    forced = [forced_header(grid, named[0])] if named else []
    return [*headers, *parts, *forced]


def read_remembering(
    workbook: Workbook,
    templates: Sequence[Template],
    *,
    fixes: Sequence[Fix] = (),
    hints: Hints,
) -> Reading:
    """Read by a template the file's own customer confirmed; without one, by the committee.

    A template of another customer is never used for a file that names its customer. Words that the
    customer's corrections taught are known to the committee.
    """
    active = tuple(one for one in templates if one.active)
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


def next_version(known: Template | None, fresh: Template) -> Template | None:
    """The version to write after an approval, or None where nothing new was confirmed.

    A template that somebody took out of use comes back by itself only with another mapping, one
    that was retired only when a person restores it.
    """
    if known is None:
        return fresh
    same = dict(known.columns) == dict(fresh.columns)
    if known.state is TemplateState.RETIRED or same:
        return None
    taught = {**known.taught, **fresh.taught}
    return replace(fresh, version=known.version + 1, taught=taught)
