"""What holds for every documented route, as one table."""

import pytest

from infra.devservers.books.gate import ROUTES
from infra.devservers.books.options import SCOPES

DOCUMENTED = """
GET /organizations                         settings.READ
GET /organizations/{id}                    settings.READ
GET /settings/currencies                   settings.READ
GET /settings/taxes                        settings.READ
GET /settings/preferences/customfields     settings.READ
GET /contacts                              contacts.READ
GET /contacts/{id}                         contacts.READ
GET /items                                 settings.READ
GET /items/{id}                            settings.READ
GET /itemdetails                           settings.READ
GET /pricebooks                            settings.READ
GET /pricebooks/items                      settings.READ
GET /invoices                              invoices.READ
POST /salesorders                          salesorders.CREATE
GET /salesorders                           salesorders.READ
PUT /salesorders                           salesorders.UPDATE
GET /salesorders/{id}                      salesorders.READ
PUT /salesorders/{id}                      salesorders.UPDATE
DELETE /salesorders/{id}                   salesorders.DELETE
PUT /salesorder/{id}/customfields          salesorders.UPDATE
POST /salesorders/{id}/status/open         salesorders.CREATE
POST /salesorders/{id}/status/void         salesorders.CREATE
POST /salesorders/{id}/submit              salesorders.CREATE
POST /salesorders/{id}/approve             salesorders.CREATE
POST /salesorders/{id}/substatus/cs_x      salesorders.CREATE
POST /salesorders/{id}/attachment          salesorders.CREATE
GET /salesorders/{id}/attachment           salesorders.READ
DELETE /salesorders/{id}/attachment        salesorders.DELETE
POST /salesorders/{id}/comments            salesorders.CREATE
GET /salesorders/{id}/comments             salesorders.READ
"""
TABLE = [tuple(line.split()) for line in DOCUMENTED.strip().splitlines()]
UNKNOWN = "730500019999999999"


def test_the_table_names_every_route():
    # The two statuses are one route.
    assert len(TABLE) == len(ROUTES) + 1


@pytest.mark.parametrize(("method", "path", "scope"), TABLE)
async def test_a_route_works_with_its_scope_and_with_no_other(zoho, method, path, scope):
    path = path.replace("{id}", UNKNOWN)
    others = " ".join(one for one in SCOPES.split() if one != f"ZohoBooks.{scope}")
    await zoho.fake("POST", "grant", {"scope": others})
    await zoho.grant()
    status, row = await zoho.ask(method, path, json={})
    assert (status, row["code"]) == (401, 57)
    await zoho.fake("POST", "grant", {"scope": f"ZohoBooks.{scope}"})
    await zoho.grant()
    status, row = await zoho.ask(method, path, json={})
    assert status != 401
    assert row["code"] not in {5, 37, 57, 6041}


async def answers(zoho, rows, **more):
    """Ask for every route of the table; yield the path with its status and code."""
    for method, path, _ in rows:
        status, row = await zoho.ask(method, path.replace("{id}", UNKNOWN), json={}, **more)
        yield path, status, row


async def test_every_route_wants_an_organization(zoho):
    async for path, status, row in answers(zoho, TABLE[1:], org=None):
        assert (path, status, row["code"]) == (path, 400, 6041)


async def test_every_route_refuses_a_method_it_does_not_have(zoho):
    async for path, status, row in answers(zoho, [("PATCH", *row[1:]) for row in TABLE]):
        assert (path, status, row["code"]) == (path, 405, 37)


async def test_an_unknown_order_is_code_1002_wherever_it_is_named(zoho):
    rows = [row for row in TABLE if row[1].startswith("/salesorders/{id}")]
    async for path, status, row in answers(zoho, rows):
        assert (path, status, row) == (
            path,
            404,
            {"code": 1002, "message": "Sales Order does not exist."},
        )
