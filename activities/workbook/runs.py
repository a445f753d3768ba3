"""Texts in runs, of which some are struck through.

Of a text that is struck through in part, as `12` behind a crossed out `10`, the rest is what is meant.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise


class Struck(str):
    """A text that is struck through as a whole."""

    __slots__ = ()


def standing(kept: str, cut: str) -> str:
    """What is left of a text without its struck parts; all of it, `Struck`, where that is nothing."""
    return Struck(cut) if cut and not kept.strip() else kept


def of_fonts(text: str, runs: Sequence[tuple[int, int]], struck: Collection[int]) -> str | None:
    """The same of a text whose runs begin at a place in a font; None where no run is struck.

    What stands before the first run is in the cell's own font, which the cell's style tells.
    """
    spans = [*runs, (len(text), -1)]
    parts = [(text[: spans[0][0]], False)]
    parts += [(text[at:end], font in struck) for (at, font), (end, _) in pairwise(spans)]
    cut = "".join(part for part, crossed in parts if crossed)
    kept = "".join(part for part, crossed in parts if not crossed)
    return standing(kept, cut) if cut.strip() else None
