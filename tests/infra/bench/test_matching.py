"""Matching keeps its promise on both halves of the labelled questions."""

import io

import pytest
from rich.console import Console

from infra.bench.matching import Score, run_matching_bench
from orders.catalogue import Suggestion


class Asked:
    """A question about a customer."""

    kind, name, line = "exact", "Alfa", None

    def __init__(self, want: str, meant: str) -> None:
        self.want, self.meant = want, meant


@pytest.mark.parametrize("held_out", [False, True])
def test_no_wrong_match_and_few_questions(held_out):
    said = io.StringIO()
    console = Console(file=said, width=200)
    code = run_matching_bench(console, held_out=held_out, customers=240, items=360, lines=0)
    assert code == 0, said.getvalue()
    assert said.getvalue().count("wrong automatic 0") == 2


def test_a_score_counts_what_was_right_wrong_and_shown():
    score = Score()
    offered = [Suggestion(one, one) for one in ("9", "8", "7", "1")]
    score.add(Asked("auto", "1"), "1", ())
    score.add(Asked("auto", "1"), "2", ())
    score.add(Asked("ask", "1"), "1", ())
    score.add(Asked("either", "1"), "", offered[2:])
    score.add(Asked("auto", "1"), "", offered)
    assert (score.matchable, score.automatic, len(score.wrong)) == (3, 1, 2)
    assert (score.rest, score.shown, score.missed["exact"]) == (2, 1, 1)
