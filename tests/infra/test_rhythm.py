"""The rhythm of the schedules: the settings', until an operator changes it."""

from datetime import timedelta

import pytest

from infra.rhythm import changed, keep_rhythm, rhythm_now, rhythm_of, words
from orders.errors import SettingsError
from runtime.settings import CatalogueSettings
from runtime.storage.memory import MemoryStore
from workflows.schedules import Rhythm

SETTINGS = CatalogueSettings(sync_minutes=7, full_hour=2, time_zone="Asia/Tehran")


def test_settings_become_the_rhythm():
    assert rhythm_of(SETTINGS) == Rhythm(timedelta(minutes=7), 2, "Asia/Tehran")


async def test_a_change_outlives_whoever_made_it_and_is_taken_back():
    store = MemoryStore()
    assert await rhythm_now(store, SETTINGS) == rhythm_of(SETTINGS)
    wanted = changed(rhythm_of(SETTINGS), {"every": "2.5", "hour": " 4 ", "zone": "Europe/Berlin"})
    assert wanted == Rhythm(timedelta(minutes=2.5), 4, "Europe/Berlin")
    await keep_rhythm(store, wanted)
    assert await rhythm_now(store, SETTINGS) == wanted
    assert dict(words(wanted)) == {"every": "2.5", "hour": "4", "zone": "Europe/Berlin"}
    await keep_rhythm(store, None)
    assert await rhythm_now(store, SETTINGS) == rhythm_of(SETTINGS)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"every": "0.5"}, "number of minutes"),
        ({"every": "often"}, "number of minutes"),
        ({"every": "nan"}, "number of minutes"),
        ({"every": "1441"}, "number of minutes"),
        ({"hour": "24"}, "whole number from 0 to 23"),
        ({"hour": "-1"}, "whole number from 0 to 23"),
        ({"zone": "Mars/Olympus"}, "no time zone Mars/Olympus"),
        ({"zone": "../etc/passwd"}, "no time zone"),
    ],
)
def test_what_is_no_rhythm_is_refused_in_a_sentence(wanted, said):
    with pytest.raises(SettingsError, match=said):
        changed(Rhythm(), wanted)
