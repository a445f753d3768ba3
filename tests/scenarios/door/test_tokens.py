"""Who gets in: every row of the verifier's table, over real HTTP.

What the stock CloudAdapter of botbuilder 4.17.1 did with the same request is noted in each case:
those are the naive answers these tests were seen to fail against.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import time

import pytest
from cryptography.hazmat.primitives import serialization

from tests.support.channel import APP, SigningKey, running_bot


async def refused(bot, token, *expected, **headers):
    status, body = await bot.post(token=token, **headers)
    assert status in (expected or (401,))
    assert body is None
    assert bot.turns == []


def encoded(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def by_hand(header, claims, secret=b""):
    signed = f"{encoded(header)}.{encoded(claims)}"
    return f"{signed}.{encoded(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"


async def test_a_good_token_gets_in(bot):
    status, _ = await bot.post()
    assert (status, len(bot.turns)) == (200, 1)


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer not.a.token", "x"]
)
async def test_b001_without_a_bearer_token_nobody_gets_in(bot, header):
    """Stock: no header, an empty Bearer and garbage answered 500."""
    headers = {} if header is None else {"Authorization": header}
    await refused(bot, None, **headers)


@pytest.mark.parametrize("text", ["a.b", "....", "ä.ö.ü", "e30.e30.e30", "x" * 5_000])
async def test_b001_garbage_that_looks_like_a_token_is_401(bot, text):
    await refused(bot, None, Authorization=f"Bearer {text}".encode().decode("latin-1"))


async def test_b002_unsigned_and_symmetric_tokens_are_refused(bot):
    """Stock: 500 for alg none and HS256."""
    public = bot.key.private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    claims = bot.claims()
    unsigned = f"{encoded({'alg': 'none', 'kid': 'k1'})}.{encoded(claims)}."
    await refused(bot, unsigned)
    for secret in (public, b"random"):
        await refused(bot, by_hand({"alg": "HS256", "kid": "k1"}, claims, secret))


async def test_b002_other_asymmetric_algorithms_are_refused(bot):
    _, claims, signature = bot.key.sign(bot.claims()).split(".")
    for algorithm in ("RS512", "PS256", "ES256"):
        forged = encoded({"alg": algorithm, "kid": "k1"})
        await refused(bot, f"{forged}.{claims}.{signature}")


async def test_b003_another_key_under_a_known_kid_is_refused(bot):
    """Stock: 500."""
    await refused(bot, SigningKey("k1", pair=1).sign(bot.claims()))


async def test_b003_a_changed_claim_breaks_the_signature(bot):
    header, _, signature = bot.key.sign(bot.claims()).split(".")
    await refused(bot, f"{header}.{encoded(bot.claims(exp=4_000_000_000))}.{signature}")


async def test_b004_a_new_key_is_taken_after_one_refetch(bot):
    """Stock: an unknown kid raised IndexError (500) before its refetch, until the cache aged 24 h."""
    await bot.post()
    new = SigningKey("k2", pair=1)
    token = new.sign(bot.claims())
    assert (await bot.post(token=token))[0] == 401
    bot.keys.keys.append(new.jwk)
    hits = bot.keys.metadata_hits
    assert (await bot.post(token=token))[0] == 200
    assert bot.keys.metadata_hits == hits + 1
    assert (await bot.post(token=token))[0] == 200
    assert bot.keys.metadata_hits == hits + 1


async def test_b004_keys_roll_over_again_and_again_while_running(bot):
    for number in range(2, 6):
        key = SigningKey(f"k{number}", pair=number % 3)
        bot.keys.keys = [key.jwk]
        assert (await bot.post(token=key.sign(bot.claims())))[0] == 200
    assert bot.keys.metadata_hits <= 5
    await_status = (await bot.post())[0]
    assert await_status == 401


async def test_b004_a_flood_of_unknown_kids_costs_one_refetch_a_minute(bot):
    await bot.post()
    hits = bot.keys.metadata_hits
    for number in range(40):
        await refused_late(bot, number)
    assert bot.keys.metadata_hits == hits + 1
    bot.now += 61
    for number in range(40, 80):
        await refused_late(bot, number)
    assert bot.keys.metadata_hits == hits + 2
    assert (await bot.post())[0] == 200


async def refused_late(bot, number):
    token = SigningKey(f"random-{number}", pair=1).sign(bot.claims())
    assert (await bot.post(token=token))[0] == 401


async def test_b004_a_key_published_during_a_flood_is_taken_within_a_minute(bot):
    for number in range(5):
        await refused_late(bot, number)
    new = SigningKey("k2", pair=2)
    bot.keys.keys.append(new.jwk)
    bot.now += 61
    assert (await bot.post(token=new.sign(bot.claims())))[0] == 200


@pytest.mark.parametrize("audience", ["someone-else", [APP], [APP, "other"], "", None, 7])
async def test_b005_a_wrong_audience_is_refused(bot, audience):
    await refused(bot, bot.key.sign(bot.claims(aud=audience)))


@pytest.mark.parametrize(
    "issuer",
    [
        "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/",
        f"https://login.microsoftonline.com/{APP}/v2.0",
        "https://api.botframework.us",
        "https://api.botframework.com/",
        None,
    ],
)
async def test_b006_another_issuer_is_refused(bot, issuer):
    """Stock: the emulator's and a skill's issuer are tried first; no issuer answered 404 or 500."""
    await refused(bot, bot.key.sign(bot.claims(iss=issuer, appid=APP, ver="1.0")))


@pytest.mark.parametrize(
    ("claim", "value"), [("exp", -400), ("nbf", 400), ("exp", None), ("exp", "x")]
)
async def test_b007_outside_its_validity_a_token_is_refused(bot, claim, value):
    """Stock: expired answered 500, and a token without exp got in."""
    moment = int(time.time()) + value if isinstance(value, int) else value
    await refused(bot, bot.key.sign(bot.claims(**{claim: moment})))


async def test_b007_five_minutes_of_skew_are_allowed(bot):
    now = int(time.time())
    token = bot.key.sign(bot.claims(exp=now - 240, nbf=now - 4_000))
    assert (await bot.post(token=token))[0] == 200


async def test_b008_the_service_url_of_token_and_activity_must_agree(bot):
    """Stock: an activity without serviceUrl got in, because the comparison was skipped."""
    other = "https://smba.trafficmanager.net/amer/"
    assert (await bot.post(bot.activity(serviceUrl=other)))[0] == 401
    assert (await bot.post(bot.activity(serviceUrl=None)))[0] == 401
    assert (await bot.post(bot.activity(serviceUrl="")))[0] == 401
    await refused(bot, bot.key.sign(bot.claims(serviceurl=None)))
    assert bot.recorder.calls == []


@pytest.mark.parametrize("endorsements", [[], ["webchat"], [{"msteams": 1}]])
async def test_b009_a_key_that_may_not_speak_for_teams_is_403(bot, endorsements):
    """Stock: 500, and a key with an empty list got in."""
    key = SigningKey("k9", pair=1, endorsements=endorsements)
    bot.keys.keys.append(key.jwk)
    await refused(bot, key.sign(bot.claims()), 403)


async def test_b009_a_key_without_a_list_of_endorsements_is_403(bot):
    key = SigningKey("k9", pair=1)
    del key.jwk["endorsements"]
    bot.keys.keys.append(key.jwk)
    await refused(bot, key.sign(bot.claims()), 403)


async def test_b011_critical_headers_are_refused(bot):
    await refused(bot, bot.key.sign(bot.claims(), crit=["exp"]))
    await refused(bot, bot.key.sign(bot.claims(), crit=["b64"], b64=False))


async def test_b011_a_kid_that_is_no_text_is_refused(bot):
    _, claims, signature = bot.key.sign(bot.claims()).split(".")
    for kid in (7, None, ["k1"], ""):
        forged = encoded({"alg": "RS256", "kid": kid})
        await refused(bot, f"{forged}.{claims}.{signature}")


async def test_b011_a_huge_header_is_400_or_401(bot):
    await refused(bot, "a" * 7_000 + ".b.c", 400, 401)
    await refused(bot, "a" * 20_000, 400, 401)


async def test_b011_three_authorization_headers_are_refused(bot):
    token = bot.key.sign(bot.claims())
    body = json.dumps(bot.activity()).encode()
    host, port = bot.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = [
        "POST /api/messages HTTP/1.1",
        f"Host: {host}:{port}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *[f"Authorization: Bearer {token}"] * 3,
        "Connection: close",
    ]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert answer.split()[1] in (b"400", b"401")
    assert bot.turns == []


async def test_anonymous_calls_get_in_only_by_name_and_only_from_loopback():
    async with running_bot(dangerously_allow_anonymous=True) as bot:
        assert (await bot.post(token=None))[0] == 200
        assert (await bot.post(token=None, Host="desk.example"))[0] == 403
        assert len(bot.turns) == 1
