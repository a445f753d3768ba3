"""Signed, and still not for this desk: channel, serviceUrl, tenant."""

import pytest

from tests.support.channel import SARA, TENANT, running_bot

FOREIGN = "ffffffff-0000-0000-0000-00000000000f"


def conversation(tenant):
    return {"id": "a:chat-1", "conversationType": "personal", "tenantId": tenant}


@pytest.mark.parametrize(
    "url",
    [
        "http://smba.trafficmanager.net/amer/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evilbotframework.com/",
        "https://botframework.com.evil.example/",
        "https://user@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://10.0.0.1/",
        "ftp://127.0.0.1/",
        "//smba.trafficmanager.net/",
        "https://[",
    ],
)
async def test_b008_a_service_url_off_the_list_is_403_and_nothing_is_called(bot, url):
    """Stock: any serviceUrl that the token repeats got in."""
    token = bot.key.sign(bot.claims(serviceurl=url))
    status, _ = await bot.post(bot.activity(serviceUrl=url), token=token)
    await bot.settle()
    assert (status, bot.turns, bot.recorder.calls) == (403, [], [])
    assert bot.audit.reasons == ["service_url"]


@pytest.mark.parametrize(
    "url", ["https://smba.trafficmanager.net/emea/", "https://europe.botframework.com/"]
)
async def test_b008_listed_hosts_get_in(bot, url):
    token = bot.key.sign(bot.claims(serviceurl=url))
    assert (await bot.post(bot.activity(serviceUrl=url), token=token))[0] == 200


@pytest.mark.parametrize("channel", [None, "webchat", "emulator", "MSTEAMS", ["msteams"]])
async def test_b009_another_channel_is_403(bot, channel):
    """Stock: a missing channelId got in."""
    status, _ = await bot.post(bot.activity(channelId=channel))
    assert (status, bot.turns, bot.audit.reasons) == (403, [], ["channel"])


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation": conversation(FOREIGN)},
        {"channelData": {"tenant": {"id": FOREIGN}}},
        {"conversation": conversation(FOREIGN), "channelData": {"tenant": {"id": FOREIGN}}},
        {"conversation": conversation(None), "channelData": None},
        {"conversation": "a:chat-1", "channelData": ["tenant"]},
    ],
)
async def test_b010_a_foreign_tenant_is_403_and_audited(bot, changes):
    """Stock: 201, the handler ran."""
    status, _ = await bot.post(bot.activity(**changes))
    assert (status, bot.turns) == (403, [])
    (entry,) = bot.audit.entries
    assert entry.event_type == "access.denied"
    assert entry.data["reason"] == "foreign_tenant"
    assert entry.actor_id == SARA
    assert "status" not in str(entry)


async def test_b010_invokes_of_a_foreign_tenant_are_403_too(bot):
    status, _ = await bot.post(bot.click(conversation=conversation(FOREIGN)))
    assert (status, bot.turns, bot.audit.reasons) == (403, [], ["foreign_tenant"])


async def test_b010_one_named_tenant_is_enough_and_case_does_not_matter(bot):
    named = conversation(TENANT.upper())
    assert (await bot.post(bot.activity(conversation=named, channelData=None)))[0] == 200
    assert bot.turns[0].tenant_id == TENANT


async def test_without_a_tenant_setting_an_anonymous_desk_takes_every_tenant():
    async with running_bot(dangerously_allow_anonymous=True, tenant_id="") as bot:
        one = bot.activity(conversation=conversation(FOREIGN), channelData=None)
        assert (await bot.post(one, token=None))[0] == 200
        two = bot.activity(conversation=conversation(FOREIGN))
        assert (await bot.post(two, token=None))[0] == 403
