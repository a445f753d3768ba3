"""The facts of an order: what the draft carries in words is on the card too."""

import json
from dataclasses import replace

import pytest

from cards.draw import draw
from orders.case import Status
from orders.reading import Reading, Result
from tests.cards.paper import case, order
from tests.cards.scenes import scene


def text_with(language: str, **of_first) -> str:
    """The text of a review card whose first line says this of itself."""
    first, *rest = order(language).lines
    told = replace(order(language), lines=(replace(first, **of_first), *rest))
    whole = replace(case(language), reading=Reading(Result.READY, (told,)))
    drawn = draw(scene(Status.AWAITING_REVIEW, language=language, case=whole))
    return json.dumps(drawn.content, ensure_ascii=False)


def test_a_line_that_is_wanted_on_another_day_says_so():
    assert "20 Dec 2026 (line 1)" in text_with("en", delivery_date="2026-12-20")


@pytest.mark.parametrize(("language", "said"), [("en", "line 1: gift wrap"), ("fa", "gift wrap")])
def test_what_a_line_says_in_words_is_shown_before_it_is_sent(language, said):
    """Naive: it was in the draft's notes, and nobody who approved had seen it."""
    assert said in text_with(language, notes="gift wrap")


def test_of_many_lines_with_words_the_first_are_shown():
    first = order("en").lines[0]
    many = tuple(replace(first, line_id=f"L{n:03d}", notes=f"word {n}") for n in range(1, 10))
    whole = replace(case("en"), reading=Reading(Result.READY, (replace(order("en"), lines=many),)))
    drawn = json.dumps(draw(scene(Status.AWAITING_REVIEW, case=whole)).content)
    assert ("word 5" in drawn, "word 6" in drawn) == (True, False)
