"""Settings: what is missing, wrong or unknown is one sentence; secrets stay hidden."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from orders.errors import SettingsError
from runtime.settings import (
    GROUPS,
    BotSettings,
    CatalogueSettings,
    LaneSettings,
    PolicySettings,
    StorageSettings,
    TelemetrySettings,
    TimeoutSettings,
    ZohoSettings,
    is_loopback,
    load_group,
    load_settings,
    make_data_dir,
    variable_names,
)

ROOT = Path(__file__).resolve().parents[2]
OPEN = {"DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS": "true"}
ENTRA = {"DESK_BOT_APP_ID": "a", "DESK_BOT_APP_PASSWORD": "b", "DESK_BOT_TENANT_ID": "c"}


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    """Nothing set, and no `.env` here."""
    for name in [name for name in os.environ if name.startswith(("DESK_", "TIMEOUT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults_are_whole():
    settings = load_settings(OPEN)
    assert settings.bot.port == 3978
    assert settings.storage.data_dir == Path(".desk/data")
    assert settings.timeouts.ladder.expire_hours == 168


def test_a_variable_beats_dotenv_and_dotenv_beats_the_default(bare, monkeypatch):
    (bare / ".env").write_text("# a note\nDESK_BOT_PORT=4001\nDESK_CODEC_PORT=4002\n")
    monkeypatch.setenv("DESK_BOT_PORT", "4003")
    settings = load_settings(OPEN)
    assert (settings.bot.port, settings.codec.port) == (4003, 4002)


def test_extra_variables_reach_their_group_and_no_other():
    settings = load_settings({**OPEN, "DESK_CODEC_HOST": "::1", "DESK_BOT_HOST": "localhost"})
    assert (settings.codec.host, settings.bot.host) == ("::1", "localhost")
    assert settings.telemetry.metrics_host == "127.0.0.1"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "DESK_BOT_APP_ID is missing."),
        ({"DESK_BOT_APP_ID": "a"}, "DESK_BOT_APP_PASSWORD is missing."),
        ({"DESK_BOT_APP_ID": "a", "DESK_BOT_APP_PASSWORD": "b"}, "DESK_BOT_TENANT_ID is missing."),
        ({**ENTRA, "DESK_BOT_PORT": "70000"}, "DESK_BOT_PORT: "),
        ({**ENTRA, "DESK_ZOHO_API_URL": "http://books.example"}, "DESK_ZOHO_API_URL: must be an"),
        ({**ENTRA, "DESK_POLICY_FORMULAS": "maybe"}, "DESK_POLICY_FORMULAS: "),
        ({**ENTRA, "DESK_DATABASE": "x"}, "DESK_DATABASE is no setting of Order Desk"),
        ({**ENTRA, "TIMEOUT_REMINDER_HOURS": "50"}, "TIMEOUT"),
        ({**OPEN, "DESK_BOT_HOST": "10.0.0.1"}, "works on a loopback DESK_BOT_HOST only"),
    ],
)
def test_bad_settings_are_one_sentence_about_the_variable(monkeypatch, changes, sentence):
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b'# c\nexport A=1\nB="x\ny z"\n\nno setting\n', "Line 6 of .env is no NAME=value."),
        (b"\xff\xfe", ".env cannot be read: it has to be UTF-8 text."),
    ],
)
def test_a_dotenv_that_cannot_be_read_is_refused_with_its_line(bare, written, said):
    (bare / ".env").write_bytes(written)
    for read in (load_settings, lambda: load_group(StorageSettings)):
        with pytest.raises(SettingsError) as refused:
            read()
        assert str(refused.value) == said


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    made = make_data_dir(tmp_path / "new" / "data")
    assert made.stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match=r"DESK_DATA_DIR: .*file cannot be made"):
        make_data_dir(tmp_path / "file")


def test_an_unknown_name_in_dotenv_is_refused(bare):
    (bare / ".env").write_text("DESK_BOTPORT=1\n")
    with pytest.raises(SettingsError, match="DESK_BOTPORT is no setting"):
        load_settings(OPEN)


def test_a_process_with_bad_settings_ends_with_2_and_one_line(bare):
    plain = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    said = subprocess.run(
        [sys.executable, "-m", "infra.cli", "bot"],
        cwd=bare,
        env={**plain, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 2
    assert said.stderr.strip() == "desk: DESK_BOT_APP_ID is missing."


def test_secrets_are_in_no_text(monkeypatch):
    monkeypatch.setenv("DESK_BOT_APP_PASSWORD", "hush-hush")
    monkeypatch.setenv("DESK_TEMPORAL_KEYRING", "hush-hush")
    assert "hush" not in repr(load_settings({**ENTRA, "DESK_BOT_APP_PASSWORD": "hush-hush"}))


def test_groups_are_frozen():
    with pytest.raises(ValidationError):
        TelemetrySettings().metrics_port = 1


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.0.0.1.evil.example", False)],
)
def test_loopback_has_three_spellings(host, own):
    assert is_loopback(host) is own


def test_local_trust_needs_a_local_trust_root():
    given = {name.removeprefix("DESK_BOT_").lower(): value for name, value in ENTRA.items()}
    assert not BotSettings(**given).local_trust
    here = BotSettings(**given, openid_metadata_url="http://127.0.0.1:1/x")
    assert here.local_trust
    assert BotSettings(dangerously_allow_anonymous=True).local_trust


def test_books_on_loopback_may_be_plain_and_lose_the_last_slash():
    assert ZohoSettings(api_url="http://127.0.0.1:9/books/").api_url == "http://127.0.0.1:9/books"


@pytest.mark.parametrize("name", ["openid_metadata_url", "token_url"])
def test_trust_and_secrets_never_go_over_plain_http(name):
    """Whoever answers for the metadata says which keys sign; the token address hears the secret."""
    given = {key.removeprefix("DESK_BOT_").lower(): value for key, value in ENTRA.items()}
    with pytest.raises(ValidationError, match="must be an https address"):
        BotSettings(**given, **{name: "http://login.example/x"})
    assert BotSettings(**given, **{name: "http://127.0.0.1:9/x"})


@pytest.mark.parametrize("group", [ZohoSettings, CatalogueSettings])
def test_a_time_zone_that_is_none_is_refused(group):
    with pytest.raises(ValidationError, match="is no time zone"):
        group(time_zone="Mars/Olympus")


def test_the_ladder_rises():
    with pytest.raises(SettingsError):
        _ = TimeoutSettings(reminder_hours=9, escalation_hours=8).ladder


def test_every_variable_has_its_prefix_and_a_sentence():
    names = variable_names()
    assert {"DESK_DATA_DIR", "DESK_BOT_PORT", "TIMEOUT_MAX_WAIT_DAYS"} <= names.keys()
    assert all(said for said in names.values())
    assert sum(len(group.model_fields) for group in GROUPS.values()) == len(names)


def test_our_own_names_come_one_by_one(monkeypatch):
    monkeypatch.setenv("DESK_POLICY_OWN_NAMES", "Brook Supplies Ltd, بازرگانی بروک ,")
    assert PolicySettings().names == ("Brook Supplies Ltd", "بازرگانی بروک")


def test_the_lane_is_off_and_its_customers_are_read(monkeypatch):
    assert LaneSettings().rules.stage == "off"
    monkeypatch.setenv("DESK_LANE_CUSTOMERS", "460=500")
    assert LaneSettings().rules.customers == {"460": Decimal(500)}
    monkeypatch.setenv("DESK_LANE_CUSTOMERS", "alfa")
    with pytest.raises(SettingsError, match="DESK_LANE_CUSTOMERS"):
        load_group(LaneSettings)


def test_a_worker_needs_the_books_named():
    """Else every order would end with a person who cannot know why."""
    named = dict.fromkeys(("organization_id", "client_id", "client_secret"), "1")
    ZohoSettings(**named, refresh_token="1").require()
    for name in named:
        with pytest.raises(SettingsError, match=f"DESK_ZOHO_{name.upper()} is missing"):
            ZohoSettings(**{**named, name: " "}, refresh_token="1").require()
    with pytest.raises(SettingsError, match="DESK_ZOHO_REFRESH_TOKEN"):
        ZohoSettings(**named).require()
