"""Which requests a fault strikes, and how often."""

import pytest

from infra.devservers.books.faults import KINDS, Faults


def kinds(faults, method="GET", path="/books/v3/items"):
    return faults.strike(method, path).kinds


def test_a_fault_strikes_once_unless_it_is_told_otherwise():
    faults = Faults()
    faults.add({"kind": "500"})
    assert [kinds(faults) for _ in range(2)] == [["500"], []]
    faults.add({"kind": "503", "count": 2})
    assert [kinds(faults) for _ in range(3)] == [["503"], ["503"], []]
    faults.add({"kind": "503", "count": None})
    assert all(kinds(faults) for _ in range(9))


def test_a_path_and_a_method_choose_the_requests():
    faults = Faults()
    faults.add({"kind": "500", "path": "/contacts$", "method": "GET"})
    assert kinds(faults) == []
    assert kinds(faults, "POST", "/books/v3/contacts") == []
    assert kinds(faults, "GET", "/books/v3/contacts") == ["500"]


def test_a_fault_can_let_some_requests_pass_first():
    faults = Faults()
    faults.add({"kind": "500", "skip": 2})
    assert [kinds(faults) for _ in range(4)] == [[], [], ["500"], []]


def test_one_acting_fault_and_every_altering_one_strike_together():
    faults = Faults()
    for kind in ("search_lag", "503", "500", "stale_page"):
        faults.add({"kind": kind})
    assert kinds(faults, path="/books/v3/salesorders") == ["search_lag", "stale_page", "503"]
    assert kinds(faults) == ["500"]


def test_commit_faults_wait_for_writes_to_orders():
    faults = Faults()
    faults.add({"kind": "drop_after_commit"})
    assert kinds(faults, "GET", "/books/v3/salesorders") == []
    assert kinds(faults, "POST", "/books/v3/items") == []
    assert kinds(faults, "PUT", "/books/v3/salesorders") == ["drop_after_commit"]


def test_token_faults_wait_for_the_token_route_and_others_leave_it_alone():
    faults = Faults()
    faults.add({"kind": "token_throttle"})
    faults.add({"kind": "500"})
    assert kinds(faults) == ["500"]
    assert kinds(faults, "POST", "/oauth/v2/token") == ["token_throttle"]


@pytest.mark.parametrize(
    "row", [{}, {"kind": "earthquake"}, {"kind": "500", "path": "("}, {"kind": "500", "x": 1}]
)
def test_a_fault_that_makes_no_sense_is_refused(row):
    with pytest.raises((ValueError, TypeError, LookupError)):
        Faults().add(row)


def test_every_kind_of_the_specification_exists():
    wanted = {"expired_token", "revoked_refresh", "token_throttle", "429/44", "429/45", "429/1070"}
    wanted |= {"500", "503", "slow", "drop_after_commit", "drop_before", "malformed_json"}
    wanted |= {"200_with_nonzero_code", "ignored_filter", "stale_page", "status_pending_approval"}
    wanted |= {"commit_then_hang", "commit_then_500", "commit_then_reset", "commit_late"}
    assert wanted | {"search_lag"} <= set(KINDS)
