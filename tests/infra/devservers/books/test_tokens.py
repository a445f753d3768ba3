"""The token route: answers, throttle, expiry, scopes."""

import re


async def test_a_token_has_zohos_shape(zoho):
    status, row = await zoho.grant()
    assert status == 200
    assert re.fullmatch(r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}", row["access_token"])
    assert row["api_domain"] == zoho.base
    assert (row["token_type"], row["expires_in"]) == ("Bearer", 3600)
    assert "ZohoBooks.salesorders.CREATE" in row["scope"].split()
    assert "refresh_token" not in row


async def test_wrong_credentials_are_http_200_with_an_error_key(zoho):
    assert await zoho.grant(client_id="x") == (200, {"error": "invalid_client"})
    assert await zoho.grant(client_secret="x") == (200, {"error": "invalid_client_secret"})
    assert await zoho.grant(refresh_token="x") == (200, {"error": "invalid_code"})
    assert await zoho.grant(grant_type="x") == (200, {"error": "unsupported_grant_type"})


async def test_the_query_string_serves_as_well_as_the_form(zoho):
    params = {"client_id": "demo-client", "client_secret": "demo-secret"}
    params |= {"refresh_token": "demo-refresh", "grant_type": "refresh_token"}
    async with zoho.session.post(f"{zoho.base}/oauth/v2/token", params=params) as answer:
        assert "access_token" in await answer.json()


async def test_only_post_gives_tokens(zoho):
    async with zoho.session.get(f"{zoho.base}/oauth/v2/token") as answer:
        assert answer.status == 405
        assert (await answer.json())["code"] == 37


async def test_the_eleventh_token_in_ten_minutes_is_denied_and_retrying_prolongs_it(zoho):
    for _ in range(9):
        assert (await zoho.grant())[0] == 200
    status, row = await zoho.grant()
    assert (status, row["error"]) == (400, "Access Denied")
    assert "too many requests continuously" in row["error_description"]
    await zoho.fake("POST", "clock", {"advance": 599})
    assert (await zoho.grant())[0] == 400
    await zoho.fake("POST", "clock", {"advance": 2})
    assert (await zoho.grant())[0] == 200


async def test_a_token_dies_after_an_hour(zoho):
    await zoho.fake("POST", "clock", {"advance": 3590})
    assert (await zoho.ask("GET", "/items"))[0] == 200
    await zoho.fake("POST", "clock", {"advance": 11})
    status, row = await zoho.ask("GET", "/items")
    assert (status, row["code"]) == (401, 57)


async def test_the_thirty_first_live_token_kills_the_oldest(zoho):
    oldest = zoho.token
    for _ in range(3):
        await zoho.fake("POST", "clock", {"advance": 601})
        for _ in range(10):
            assert (await zoho.grant())[0] == 200
    zoho.token = oldest
    assert (await zoho.ask("GET", "/items"))[0] == 401


async def test_a_narrower_scope_looks_like_a_bad_token(zoho):
    await zoho.fake("POST", "grant", {"scope": "ZohoBooks.contacts.READ"})
    await zoho.grant()
    assert (await zoho.ask("GET", "/contacts"))[0] == 200
    assert (await zoho.ask("GET", "/items"))[1]["code"] == 57


async def test_full_access_covers_every_call(zoho):
    await zoho.fake("POST", "grant", {"scope": "ZohoBooks.fullaccess.all"})
    await zoho.grant()
    assert (await zoho.ask("GET", "/salesorders"))[0] == 200
