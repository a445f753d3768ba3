"""Channel, serviceUrl and tenant; over HTTP in tests/scenarios/door/test_origin.py."""

import pytest

from bot.gate import Refused, judge_origin
from tests.support.channel import TENANT, bot_settings

GOOD = {
    "channelId": "msteams",
    "serviceUrl": "https://smba.trafficmanager.net/amer/",
    "conversation": {"tenantId": TENANT},
}


def test_our_own_tenant_over_teams_passes():
    judge_origin(GOOD, bot_settings())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"channelId": "directline"}, "channel"),
        ({"serviceUrl": 7}, "service_url"),
        ({"serviceUrl": "http://127.0.0.1/"}, "service_url"),
        ({"conversation": {}}, "foreign_tenant"),
        ({"channelData": {"tenant": {"id": "other"}}}, "foreign_tenant"),
    ],
)
def test_everything_else_is_refused_with_its_reason(changes, reason):
    with pytest.raises(Refused) as caught:
        judge_origin({**GOOD, **changes}, bot_settings())
    assert caught.value.reason == reason
