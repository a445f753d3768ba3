"""One column for one field: the best assignment of all at once."""

from collections.abc import Mapping, Sequence

_NEVER = 1e6


def best_assignment(scores: Mapping[tuple[str, int], float], floor: float = 0.0) -> dict[str, int]:
    """Give each field at most one column and each column at most one field, best in sum.

    `scores` maps (field, column) to a worth; pairs at or below `floor` are never made. Ties go to
    the field, then the column, that comes first.
    """
    pairs = {pair: worth for pair, worth in scores.items() if worth > floor}
    fields = list(dict.fromkeys(field for field, _ in pairs))
    columns = sorted({column for _, column in pairs})
    if not fields:
        return {}
    costs = [
        [-pairs.get((field, column), 0.0) + 1e-9 * place for place, column in enumerate(columns)]
        # One empty place per field lets every field stay without a column.
        + [0.0] * len(fields)
        for field in fields
    ]
    chosen = _hungarian(costs)
    return {
        field: columns[place]
        for field, place in zip(fields, chosen, strict=True)
        if place < len(columns) and (field, columns[place]) in pairs
    }


def _hungarian(costs: Sequence[Sequence[float]]) -> list[int]:
    """The cheapest column for every row of a matrix with at least as many columns as rows.

    Shortest augmenting paths with potentials (Jonker and Volgenant 1987); places count from 1.
    """
    rows, columns = len(costs), len(costs[0])
    row_worth, column_worth = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        last, way = _shortest_path(costs, owner, row_worth, column_worth)
        while last:
            owner[last] = owner[way[last]]
            last = way[last]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen


def _shortest_path(
    costs: Sequence[Sequence[float]],
    owner: list[int],
    row_worth: list[float],
    column_worth: list[float],
) -> tuple[int, list[int]]:
    size = len(owner)
    slack, way, done = [_NEVER] * size, [0] * size, [False] * size
    at = 0
    while owner[at]:
        done[at] = True
        row, step, nearest = owner[at], _NEVER, 0
        for column in range(1, size):
            if done[column]:
                continue
            cost = costs[row - 1][column - 1] - row_worth[row] - column_worth[column]
            if cost < slack[column]:
                slack[column], way[column] = cost, at
            if slack[column] < step:
                step, nearest = slack[column], column
        for column in range(size):
            if done[column]:
                row_worth[owner[column]] += step
                column_worth[column] -= step
            else:
                slack[column] -= step
        at = nearest
    return at, way
