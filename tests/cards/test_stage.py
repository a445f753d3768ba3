from datetime import UTC, datetime

import pytest

from cards.draw import draw
from cards.scene import Part
from cards.stage import Seat, part_of, set_scene
from orders.case import Status
from orders.roles import Person, Role, RoleBook
from tests.cards.paper import AUDIT, GUEST, LENA, OMID, SARA, case
from tests.cards.scenes import view

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SECOND = "second-id"
BOOK = RoleBook(
    {
        one.object_id: one
        for one in (
            Person(SARA, "Sara", roles=frozenset({Role.REQUESTER})),
            Person(OMID, "Omid", roles=frozenset({Role.APPROVER})),
            Person(SECOND, "Nia", roles=frozenset({Role.APPROVER})),
            Person(LENA, "Lena", roles=frozenset({Role.MANAGER})),
            Person(AUDIT, "Ava", roles=frozenset({Role.AUDITOR})),
        )
    }
)


@pytest.mark.parametrize(
    ("who", "part"),
    [
        (SARA, Part.REQUESTER),
        (OMID, Part.APPROVER),
        (LENA, Part.MANAGER),
        (AUDIT, Part.AUDITOR),
        (GUEST, Part.BYSTANDER),
        (SECOND, Part.BYSTANDER),
    ],
)
def test_everybody_plays_one_part(who, part):
    assert part_of(view(Status.AWAITING_APPROVAL), BOOK, who) is part


def test_the_scene_knows_names_and_whom_to_hand_on_to():
    seat = Seat(OMID, "en", "29:omid")
    scene = set_scene(view(Status.AWAITING_APPROVAL), case("en"), BOOK, seat, NOW)
    assert scene.colleagues == (SECOND,)
    assert scene.refresh_ids == ("29:omid",)
    assert scene.name(SARA) == "Sara"
    assert draw(scene).content["body"]


def test_a_reader_teams_does_not_know_refreshes_nothing():
    scene = set_scene(view(Status.CREATED), None, BOOK, Seat(SARA), NOW)
    assert scene.refresh_ids == ()
