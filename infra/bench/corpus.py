"""The labelled corpora: generated orders, hard ones, no orders."""

import importlib
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from orders.sheet import Workbook
from orders.values import tidy

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"


class Case(Protocol):
    """One workbook and what it says: `kind` is `order`, `several` or `other`."""

    @property
    def name(self) -> str:
        """A name for people."""
        raise NotImplementedError

    @property
    def workbook(self) -> Workbook:
        """The grid that is read."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """`order`, or why it is none."""
        raise NotImplementedError

    @property
    def truth(self) -> Mapping[str, Any]:
        """Header values and totals."""
        raise NotImplementedError

    @property
    def lines(self) -> tuple[Mapping[str, Any], ...]:
        """The lines in order, by field."""
        raise NotImplementedError

    @property
    def held_out(self) -> bool:
        """Whether the case is for judging only."""
        raise NotImplementedError


def load(*, held_out: bool, seeds: int = 3) -> list[Case]:
    """One half of all corpora, always the same."""
    return [*generated(held_out=held_out, seeds=seeds), *hard(held_out=held_out, seeds=seeds)]


def generated(*, held_out: bool, seeds: int = 3) -> list[Case]:
    """One half of the generated corpus."""
    return [one for one in module("make").make_corpus(seeds) if one.held_out is held_out]


def hard(*, held_out: bool, seeds: int = 3) -> list[Case]:
    """The hard files of the first seeds (for building), or of seeds after those (held out)."""
    first = seeds if held_out else 0
    made: list[Case] = module("hard_all").make_hard(range(first, first + seeds), held_out=held_out)
    return made


def agrees(value: object, truth: object) -> bool:
    """Whether a value is the true one; texts but for spaces."""
    return value == truth if isinstance(truth, Decimal) else tidy(str(value)) == tidy(str(truth))


def module(name: str) -> Any:
    """One of the corpus's own modules; they are no package of ours."""
    sys.path.insert(0, str(CORPUS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(CORPUS))
