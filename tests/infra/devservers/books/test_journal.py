"""The log by itself."""

import aiohttp
import pytest

from infra.devservers.books.journal import Journal, masked


def test_entries_are_numbered_in_order_of_arrival():
    journal = Journal()
    first = journal.open(1.0, "GET", "/a", {})
    second = journal.open(2.0, "GET", "/b", {})
    assert (first["serial"], second["serial"]) == (1, 2)
    assert list(journal.entries) == [first, second]


def test_an_open_entry_has_no_status_yet():
    entry = Journal().open(1.0, "POST", "/a", {"organization_id": "1"})
    assert (entry["status"], entry["code"], entry["fault"], entry["body"]) == (None,) * 4
    assert entry["query"] == {"organization_id": "1"}


def test_masking_goes_by_name_in_any_case():
    pairs = {"Authorization": "a", "CLIENT_SECRET": "b", "refresh_token": "c", "name": "d"}
    shown = {"Authorization": "***", "CLIENT_SECRET": "***", "refresh_token": "***", "name": "d"}
    assert masked(pairs) == shown


async def test_a_dropped_request_is_logged_without_a_status(zoho):
    await zoho.fault("drop_before")
    with pytest.raises(aiohttp.ClientError):
        await zoho.ask("POST", "/salesorders", json={})
    last = (await zoho.fake("GET", "log"))["log"][-1]
    assert (last["fault"], last["status"]) == ("drop_before", None)


async def test_a_lost_answer_is_logged_with_the_status_of_the_work(zoho):
    body = await zoho.body()
    await zoho.fault("commit_then_500")
    await zoho.ask("POST", "/salesorders", json=body)
    last = (await zoho.fake("GET", "log"))["log"][-1]
    assert (last["fault"], last["status"], last["code"]) == ("commit_then_500", 201, 0)


async def test_altering_faults_are_logged_too(zoho):
    await zoho.fault("search_lag")
    await zoho.fault("stale_page")
    await zoho.get("/salesorders")
    last = (await zoho.fake("GET", "log"))["log"][-1]
    assert last["fault"] == "search_lag,stale_page"
