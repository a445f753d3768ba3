"""Keys that roll over, tokens for the bot, and tokens that are wrong."""

import jwt
import pytest

from infra.devservers.teams.keys import FORGERIES, OTHER_FORGERIES


async def kids(teams):
    shown = await teams.good("GET", "/v1/.well-known/keys")
    return [one["kid"] for one in shown["keys"]]


def kid_of(bot, number):
    return jwt.get_unverified_header(bot.headers[number]["Authorization"][7:])["kid"]


async def test_the_metadata_has_bot_frameworks_shape(teams):
    shown = await teams.good("GET", "/v1/.well-known/openidconfiguration")
    assert shown["issuer"] == "https://api.botframework.com"
    assert shown["jwks_uri"].startswith(teams.url)
    assert shown["id_token_signing_alg_values_supported"] == ["RS256"]
    assert shown["token_endpoint"].startswith(teams.url)


async def test_keys_never_show_their_private_half(teams):
    shown = await teams.good("GET", "/v1/.well-known/keys")
    assert set(shown["keys"][0]) == {"kty", "n", "e", "kid", "x5t", "use", "alg", "endorsements"}


async def test_keys_roll_over_while_running(teams, bot):
    await teams.act("say", {"text": "1"})
    fresh = (await teams.fake("keys/rotate"))["kid"]
    await teams.act("say", {"text": "2"})
    assert kid_of(bot, 1) == fresh != kid_of(bot, 0)
    assert await kids(teams) == [kid_of(bot, 0), fresh]


async def test_a_key_may_sign_before_it_is_published(teams, bot):
    fresh = (await teams.fake("keys/rotate", {"publish": False}))["kid"]
    await teams.act("say", {"text": "1"})
    assert kid_of(bot, 0) == fresh
    assert fresh not in await kids(teams)
    await teams.fake("keys/publish", {"keep": False})
    assert await kids(teams) == [fresh]


async def test_a_key_may_speak_for_no_channel(teams):
    await teams.fake("keys/rotate", {"endorsements": []})
    shown = await teams.good("GET", "/v1/.well-known/keys")
    assert shown["keys"][-1]["endorsements"] == []


async def test_hits_are_counted_even_when_they_fail(teams):
    await kids(teams)
    await teams.fake("faults", {"route": "keys", "status": 500})
    assert (await teams.call("GET", "/v1/.well-known/keys"))[0] == 500
    await teams.bearer()
    hits = (await teams.fake("state", method="GET"))["hits"]
    assert (hits["keys"], hits["token"]) == (2, 1)


async def test_a_token_is_given_for_the_right_request(teams):
    status, answer = await teams.ask_token()
    assert status == 200
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3599)
    claims = jwt.decode(answer["access_token"], options={"verify_signature": False})
    assert claims["aud"] == "https://api.botframework.com"


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"tenant": "another"}, 400, "invalid_request"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"client_id": "another"}, 400, "unauthorized_client"),
        ({"client_secret": ""}, 401, "invalid_client"),
        ({"scope": "https://graph.microsoft.com/.default"}, 400, "invalid_scope"),
    ],
)
async def test_a_wrong_token_request_is_refused(teams, changes, status, error):
    got, answer = await teams.ask_token(**changes)
    assert (got, answer["error"]) == (status, error)
    assert answer["error_description"].startswith("AADSTS")


async def test_a_known_secret_is_checked(teams, options):
    options.app_password = "right"
    assert (await teams.ask_token(client_secret="wrong"))[0] == 401
    assert (await teams.ask_token(client_secret="right"))[0] == 200


@pytest.mark.parametrize("kind", [*FORGERIES, *OTHER_FORGERIES])
async def test_every_forgery_is_delivered(teams, bot, kind):
    answer = await teams.fake("forge", {"kind": kind, "who": "omid"})
    assert (answer["status"], len(bot.heard)) == (201, 1)
    header = bot.headers[0].get("Authorization")
    assert (header is None) == (kind == "missing")
    assert verdict(teams, header) == (kind in {"good", "expired_within_skew"})


def verdict(teams, header):
    """A strict reading of the header, as rules 1 to 8 of the facts want it."""
    ring = next(teams.app[key] for key in teams.app if "RING" in str(key))
    service_url = f"{teams.url}/"
    try:
        scheme, token = (header or "none none").split()
        keys = {key.kid: key.private.public_key() for key in ring.published}
        key = keys[jwt.get_unverified_header(token).get("kid")]
        claims = jwt.decode(
            token,
            key,
            algorithms=["RS256"],
            leeway=300,
            audience=teams_app_id(teams),
            issuer="https://api.botframework.com",
            options={"require": ["exp", "iss", "aud"]},
        )
    except (jwt.InvalidTokenError, KeyError):
        return False
    return scheme == "Bearer" and claims.get("serviceurl") == service_url


def teams_app_id(teams):
    return next(teams.app[key] for key in teams.app if "WORLD" in str(key)).options.app_id


async def test_a_forged_call_may_change_the_activity(teams, bot):
    changes = {"serviceUrl": "https://attacker.example/", "locale": None}
    await teams.fake("forge", {"kind": "good", "activity": changes})
    assert bot.heard[0]["serviceUrl"] == "https://attacker.example/"
    assert "locale" not in bot.heard[0]
    assert (await teams.call("POST", "/__fake/forge", {"kind": "none such"}))[0] == 400
    assert (await teams.call("POST", "/__fake/forge", {}))[0] == 400
