"""A sheet laid out anew, each cell still standing where the file has it.

Some orders are no table as they stand, and are one once their cells are moved. What is read of
such a grid keeps the addresses of the file, so evidence and answers go by what a person sees.
"""

from collections.abc import Mapping
from dataclasses import replace

from orders.sheet import Cell, column_letter
from orders.view import Grid, make_grid

Place = tuple[int, int]
"""Row and column."""
SIDEWAYS, FORM, BESIDE, SPOKEN = "sideways", "form", "beside", "spoken"
"""How a sheet may be laid out anew; the issue that asks about it says so."""


def is_movable(grid: Grid) -> bool:
    """Whether all of a sheet is seen: where rows or columns are hidden an item might be left out, or come back, unsaid."""
    return not (grid.sheet.hidden_rows or grid.sheet.hidden_columns)


def relaid(grid: Grid, cells: Mapping[Place, tuple[Place, Cell]], how: str) -> Grid:
    """A grid of these cells, each with the place that it has in the file."""
    ends = {place: at for at, (place, _) in cells.items()}
    sheet = replace(
        grid.sheet,
        cells={at: cell for at, (_, cell) in cells.items()},
        merges=(),
        hidden_rows=frozenset(),
        hidden_columns=frozenset(),
        comments={ends.get(at, at): text for at, text in grid.sheet.comments.items()},
    )
    typed = {ends[at]: cell for at, cell in grid.typed.items() if at in ends}
    made = make_grid(sheet, typed)
    places = {at: place for at, (place, _) in cells.items()}
    return replace(made, book=grid.book, places=places, laid=how)


def cells_of(grid: Grid) -> dict[Place, tuple[Place, Cell]]:
    """Every cell where it stands, for `relaid`."""
    return {
        (row, column): ((row, column), cell)
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
    }


def named_as(grid: Grid, row: int, column: int) -> str:
    """What a person calls a column whose heading stands there: its letter, or a turned one's row."""
    at = grid.place(row, column)
    return str(at[0]) if grid.laid in (SIDEWAYS, FORM) else column_letter(at[1])
