"""The roles file: who may what, and one sentence for every mistake in it."""

import pytest

from orders.errors import SettingsError
from orders.roles import Person, Role, RoleBook, parse_roles

SARA = {"object_id": "Sara-1", "name": " Sara ", "roles": ["requester"], "manager": "REZA-1"}
OMID = {"object_id": "omid-1", "roles": ["requester", "approver"], "tenant_id": "T-1"}
TWIN = {"object_id": "twin-1", "roles": ["approver"], "same_as": "sara-1"}
REZA = {"object_id": "reza-1", "roles": ["manager"], "language": "fa"}


def book(*people, **more) -> RoleBook:
    return parse_roles({"people": list(people), **more})


def test_a_person_is_read_as_written_ids_in_small_letters():
    found = book(SARA, REZA).find("SARA-1")
    assert found == Person("sara-1", "Sara", roles=frozenset({Role.REQUESTER}), manager="reza-1")
    assert book(SARA, REZA).find("reza-1").language == "fa"


def test_a_person_of_a_tenant_counts_there_only():
    known = book(OMID)
    assert known.find("omid-1", "T-1") is not None
    assert known.find("omid-1", "t-2") is None
    assert known.find("omid-1") is not None
    assert known.find("nobody") is None


def test_approvers_are_all_but_the_same_human():
    known = book(SARA, OMID, TWIN, REZA)
    assert [one.object_id for one in known.approvers_for("sara-1")] == ["omid-1"]
    assert [one.object_id for one in known.approvers_for("OMID-1")] == ["twin-1"]
    assert [one.object_id for one in known.approvers_for("guest")] == ["omid-1", "twin-1"]


def test_a_persons_own_manager_is_asked_first():
    lena = {"object_id": "lena-1", "roles": ["manager"]}
    known = book(SARA, OMID, REZA, lena)
    assert [one.object_id for one in known.managers_for("sara-1")] == ["reza-1"]
    assert [one.object_id for one in known.managers_for("omid-1")] == ["reza-1", "lena-1"]


def test_roles_are_asked_together_or_alone():
    found = book(OMID).find("omid-1")
    assert found.has(Role.APPROVER)
    assert found.has(Role.ADMIN, Role.REQUESTER)
    assert not found.has(Role.ADMIN, Role.AUDITOR)
    assert found.human == "omid-1"


def test_unknown_people_are_refused_unless_the_file_says_otherwise():
    assert not book(OMID).open_door
    assert book(OMID, unknown_people="request").open_door


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "needs a list called 'people'"),
        ({"people": "sara"}, "needs a list called 'people'"),
        ({"people": []}, "names nobody"),
        ({"people": [OMID], "unknown_people": "maybe"}, "'refuse' or 'request'"),
        ({"people": [OMID], "guests": []}, "unknown key 'guests'"),
        ({"people": ["sara"]}, "entry 1 of the roles file is not a person"),
        ({"people": [OMID | {"rank": "1"}]}, "entry 1 of the roles file has the unknown key"),
        ({"people": [{"roles": ["admin"]}]}, "needs an object_id"),
        ({"people": [OMID | {"object_id": "*"}]}, "needs an object_id"),
        ({"people": [OMID | {"object_id": 7}]}, "object_id in entry 1"),
        ({"people": [OMID | {"roles": []}]}, "needs a list of roles"),
        ({"people": [OMID | {"roles": "approver"}]}, "needs a list of roles"),
        ({"people": [OMID | {"roles": ["boss"]}]}, "unknown role 'boss'"),
        ({"people": [OMID | {"language": "de"}]}, "language in entry 1"),
        ({"people": [OMID, OMID]}, "names omid-1 twice"),
        ({"people": [SARA]}, "points to reza-1"),
        ({"people": [TWIN]}, "points to sara-1"),
    ],
)
def test_each_mistake_is_named(document, said):
    with pytest.raises(SettingsError, match=said.replace("*", r"\*")):
        parse_roles(document)
