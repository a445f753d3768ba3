"""A remembered template at one table: taken, or contradicted by values."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orders.columns import Column, number_of
from orders.fitting import fit
from orders.headers import Header
from orders.members import by_shapes
from orders.reading import Vote
from orders.sheet import column_letter
from orders.template import Layout, Outcome, Recall, Template, fingerprint_of, headers_of
from orders.values import fold

MEMORY = "memory"
"""The member that speaks for a template: it votes alone, for people have voted before."""
_SUMS = "arithmetic"
"""Among a layout's fits: the share of telling rows where quantity × price = total holds."""
_LOSS = 0.25
"""How much worse than when they were confirmed a column's values may suit their field."""
_TOLERANCE = 0.02


def recall(
    header: Header, columns: Sequence[Column], templates: Sequence[Template]
) -> tuple[Recall | None, tuple[Vote, ...]]:
    """What the memory says of this table: its votes, or why its template does not fit any more."""
    if not templates:
        return None, ()
    fingerprint = fingerprint_of(header)
    known = next((one for one in templates if one.layout.fingerprint == fingerprint), None)
    if known is None:
        return None, ()
    placed = {name: min(header.texts) + at for name, at in known.columns.items()}
    because = contradiction(known, placed, columns)
    outcome = Outcome.CONTRADICTED if because else Outcome.USED
    met = Recall(known.template_id, known.version, outcome, known.by_name, known.at, because)
    if because:
        return met, ()
    said = f"confirmed by {known.by_name} on {known.at[:10]}"
    votes = [Vote(MEMORY, name, column_letter(at), because=said) for name, at in placed.items()]
    return met, tuple(votes)


def contradiction(template: Template, placed: Mapping[str, int], columns: Sequence[Column]) -> str:
    """The field whose values speak against the template, with the reason; empty when none does."""
    by_number = {column.number: column for column in columns}
    for name, number in placed.items():
        column = by_number.get(number)
        if column is None:
            return f"{name}: the column is not there"
        if not column.cells and name == "quantity":
            return f"{name}: the column is empty"
        if column.cells and fit(column, name) < template.layout.fits.get(name, 0.0) - _LOSS:
            return f"{name}: the values look different"
    for vote in by_shapes(columns):
        if column_letter(placed.get(vote.field, 0) or 1) != vote.choice or vote.field not in placed:
            return f"{vote.field}: {vote.because} in {vote.choice}"
    was = template.layout.fits.get(_SUMS, 0.0)
    if was - _LOSS > (_sums(placed, by_number) if was else 0.0):
        return "quantity × price = total does not hold any more"
    return ""


def layout_of(header: Header, columns: Sequence[Column], mapping: Mapping[str, int]) -> Layout:
    """What this table would be known by, and how well its columns' values suit their fields."""
    by_number = {column.number: column for column in columns}
    fits = {
        name: round(fit(column, name), 3)
        for name, number in sorted(mapping.items())
        if (column := by_number.get(number)) and column.cells
    }
    share = _sums(mapping, by_number)
    fits |= {_SUMS: round(share, 3)} if share else {}
    first = min(header.texts, default=1)
    return Layout(fingerprint_of(header), first, headers_of(header), fits)


def _sums(mapping: Mapping[str, int], columns: Mapping[int, Column]) -> float:
    """The share of telling rows where quantity × price = total; 1 where no row tells."""
    places = [mapping.get(name, 0) for name in ("quantity", "unit_price", "line_total")]
    found = [columns[place] for place in places if place in columns]
    if len(found) < len(places):
        return 0.0
    telling, holds = 0, 0
    for row, cell in found[0].cells.items():
        numbers = [number_of(cell)]
        numbers += [number_of(other.cells[row]) for other in found[1:] if row in other.cells]
        if None in numbers or len(numbers) < len(found) or numbers[0] in (0, 1):
            continue
        quantity, price, total = (float(number or 0) for number in numbers)
        telling += 1
        holds += abs(quantity * price - total) <= _TOLERANCE + abs(total) * 0.005
    return holds / telling if telling else 1.0


def with_words(columns: Sequence[Column], words: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns, each header that a correction taught meaning just what it was chosen for."""
    return tuple(
        replace(column, meanings={name: 1.0})
        if (name := words.get(fold(" ".join(column.header.split()))))
        else column
        for column in columns
    )
