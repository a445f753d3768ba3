"""Settings of language models: a wrong member is one sentence; secrets stay hidden."""

import os

import pytest

from orders.errors import SettingsError
from runtime.settings import load_settings

OPEN = {"DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS": "true"}


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith(("DESK_", "TIMEOUT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"MEMBERS": "gpt-4o"}, "names members as family:model"),
        ({"MEMBERS": "mars:rover"}, "names members as family:model"),
        ({"MEMBERS": "openai:gpt-4o"}, "DESK_COMMITTEE_OPENAI_KEY is missing"),
        ({"MEMBERS": "azure:a", "AZURE_KEY": "k"}, "DESK_COMMITTEE_AZURE_URL is missing"),
        ({"MEMBERS": "openai:a,openai:a", "OPENAI_KEY": "k"}, "names a member twice"),
        ({"OPENAI_URL": "http://example.com/v1"}, "must be an https address"),
        ({"SHARE": "everything"}, "DESK_COMMITTEE_SHARE"),
        ({"SEATS": "0"}, "DESK_COMMITTEE_SEATS"),
        ({"MODE": "often"}, "DESK_COMMITTEE_MODE"),
        ({"CUSTOMERS": "Acme=ask:20"}, "DESK_COMMITTEE_CUSTOMERS"),
    ],
)
def test_a_wrong_member_is_one_sentence_that_names_it(changes, sentence):
    named = {f"DESK_COMMITTEE_{name}": value for name, value in changes.items()}
    with pytest.raises(SettingsError, match=sentence) as refused:
        load_settings({**OPEN, **named})
    assert "gpt" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://10.0.0.8/v1", "http://127.0.0.1:9/v1", "https://localhost/v1", "https://[::1]/v1",
        "https://models.localhost/v1", "https://169.254.169.254/v1", "https://127.1/v1",
        "https://2130706433/v1", "https://[fd00::1]/v1", "https://0x7f000001/v1",
    ],
)  # fmt: skip
def test_b098_a_model_in_a_private_network_is_refused_unless_that_is_said(url):
    """Naive: any base URL is asked, and cells of orders go to whatever listens inside."""
    named = {
        "DESK_COMMITTEE_MEMBERS": "compatible:a",
        "DESK_COMMITTEE_COMPATIBLE_URL": url,
    }
    with pytest.raises(SettingsError, match="DANGEROUSLY_ALLOW_PRIVATE_HOSTS"):
        load_settings({**OPEN, **named})
    meant = {"DESK_COMMITTEE_DANGEROUSLY_ALLOW_PRIVATE_HOSTS": "true"}
    assert load_settings({**OPEN, **named, **meant}).committee.pool
    unnamed = {**named, "DESK_COMMITTEE_MEMBERS": ""}
    assert load_settings({**OPEN, **unnamed}).committee.pool == ()


def test_members_are_read_with_their_vendor_and_keys_stay_hidden():
    named = {"DESK_COMMITTEE_MEMBERS": "azure:desk-gpt, compatible:a:b"}
    keys = {"DESK_COMMITTEE_AZURE_KEY": "k3y", "DESK_COMMITTEE_AZURE_URL": "https://x.example/"}
    more = {"DESK_COMMITTEE_COMPATIBLE_URL": "http://127.0.0.1:9/v1"}
    more |= {"DESK_COMMITTEE_DANGEROUSLY_ALLOW_PRIVATE_HOSTS": "true"}
    committee = load_settings({**OPEN, **named, **keys, **more}).committee
    assert [(one.name, one.vendor) for one in committee.pool] == [
        ("azure:desk-gpt", "openai"),
        ("compatible:a:b", "compatible"),
    ]
    assert committee.address("azure") == "https://x.example"
    assert committee.hosts == ("x.example", "127.0.0.1")
    assert "k3y" not in repr(committee)
