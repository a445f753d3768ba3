"""Paths of routes."""

from infra.devservers.books.call import Route
from infra.devservers.books.gate import ROUTES


def route(path):
    return Route("GET", path, "scope", lambda call: None)


def test_an_id_is_digits_and_one_part():
    assert route("/items/{item_id}").match("/items/12") == {"item_id": "12"}
    assert route("/items/{item_id}").match("/items/search") is None
    assert route("/items/{item_id}").match("/items/1/2") is None


def test_a_path_without_ids_matches_itself():
    assert route("/items").match("/items") == {}
    assert route("/items").match("/items/") is None


def test_no_two_routes_share_a_method_and_a_path():
    pairs = [(row.method, row.path) for row in ROUTES]
    assert len(set(pairs)) == len(pairs)


def test_every_route_needs_a_scope_of_books():
    assert all(row.scope.startswith("ZohoBooks.") for row in ROUTES)
