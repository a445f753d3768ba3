"""The order of the checks, each over real HTTP."""

import pytest


async def test_an_unknown_route_is_404_code_5_even_without_a_token(zoho):
    zoho.token = ""
    for path in ("/nothing", "/items/search", "/salesorders/cust_001"):
        status, row = await zoho.ask("GET", path)
        assert (status, row) == (404, {"code": 5, "message": "Invalid URL Passed"})


async def test_the_old_prefix_is_not_served(zoho):
    async with zoho.session.get(f"{zoho.base}/api/v3/items") as answer:
        assert answer.status == 404


async def test_a_wrong_method_is_405_code_37(zoho):
    status, row = await zoho.ask("PATCH", "/items")
    assert (status, row["code"]) == (405, 37)


@pytest.mark.parametrize("header", ["", "Zoho-oauthtoken", "Basic x", "Zoho-oauthtoken wrong"])
async def test_a_bad_header_or_token_is_401_code_57(zoho, header):
    status, row = await zoho.ask("GET", "/items", headers={"Authorization": header})
    assert status == 401
    assert row == {"code": 57, "message": "You are not authorized to perform this operation"}


async def test_bearer_is_accepted_too(zoho):
    headers = {"Authorization": f"Bearer {zoho.token}"}
    assert (await zoho.ask("GET", "/items", headers=headers))[0] == 200


@pytest.mark.parametrize("org", [None, "1", "20260000003"])
async def test_a_missing_or_foreign_organization_is_400_code_6041(zoho, org):
    status, row = await zoho.ask("GET", "/items", org=org)
    assert (status, row["code"]) == (400, 6041)
    assert row["message"].startswith("This user is not associated with the CompanyID/CompanyName:")


@pytest.mark.parametrize("sent", [b"", b"{", b"[]", b"\xff", b'{"a":NaN}', b"[" * 100_000])
async def test_a_body_that_is_no_json_object_is_400_code_1038(zoho, sent):
    status, row = await zoho.ask("POST", "/salesorders", data=sent)
    assert (status, row) == (400, {"code": 1038, "message": "JSON is not well formed"})


async def test_form_data_is_no_json(zoho):
    status, row = await zoho.ask("POST", "/salesorders", data={"JSONString": "{}"})
    assert (status, row["code"]) == (400, 1038)


async def test_the_organization_is_checked_before_the_body(zoho):
    assert (await zoho.ask("POST", "/salesorders", org="1", data=b"{"))[1]["code"] == 6041


async def test_every_json_answer_has_zohos_content_type(zoho):
    for path in ("/items", "/nothing"):
        async with zoho.open("GET", path) as answer:
            assert answer.headers["Content-Type"] == "application/json;charset=UTF-8"
