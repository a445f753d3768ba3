"""The folded form for corrections is the requester's alone, and within the card's measure."""

import pytest

from cards.draw import draw
from cards.scene import Part
from orders.case import Status
from tests.cards.lint import complaints, find
from tests.cards.scenes import scene


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("status", [Status.AWAITING_CORRECTIONS, Status.AWAITING_REVIEW])
def test_only_the_requester_may_correct(part, status):
    content = draw(scene(status, part)).content
    names = {one["id"] for one in find(content, "Input.Text") if one["id"].startswith("amend/")}
    asked = {"amend/cell", "amend/value", "amend/row", "amend/header", "amend/column"}
    assert names == (asked if part is Part.REQUESTER else set())
    assert complaints(content) == []
