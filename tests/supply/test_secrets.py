"""No secret is committed; one rule for each kind the desk handles."""

import re

import pytest

from tests.architecture.tree import ROOT, plant, texts

RULES = {
    "a Zoho token": re.compile(r"\b1000\.[0-9a-f]{32}\.[0-9a-f]{32}\b"),
    "a Zoho client id": re.compile(r"\b1000\.[0-9A-Z]{30,40}\b"),
    "an Entra client secret": re.compile(r"(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])"),
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "an Azure storage key": re.compile(r"(?i)AccountKey=[A-Za-z0-9+/]{86}=="),
    "an Azure Monitor connection": re.compile(r"(?i)InstrumentationKey=[0-9a-f]{8}-[0-9a-f-]{27}"),
    "a shared access signature": re.compile(r"(?i)[?&]sig=[A-Za-z0-9%+/]{40,}(?:%3D|=)"),
    "a password in an address": re.compile(
        r"\b[a-z][a-z0-9+]{2,}://[\w.-]+:(?!\$|\{|pass|secret|user|word|x@|\.\.\.|…)[^\s:/@'\"`<{$]{6,}@(?!127\.0\.0\.1|localhost|host\b)"
    ),
    "an AWS key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a GitHub token": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b"),
    "a JSON web token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{40,}"),
    "a payload key": re.compile(r"DESK_TEMPORAL_KEYRING\s*[=:]\s*[\"']?\w+:[A-Za-z0-9+/]{43}="),
    "a secret that is set": re.compile(
        r"(?m)^[ \t]*(?:export )?DESK_\w*(?:SECRET|PASSWORD|TOKEN|API_KEY)[ \t]*=[ \t]*[\"']?[^\s\"'#$]{12,}"
    ),
}


def find_secrets(root):
    return sorted(
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} {kind}"
        for path, text in texts(root)
        for kind, rule in RULES.items()
        for found in rule.finditer(text)
    )


def test_no_secret_is_committed():
    assert find_secrets(ROOT) == []


PLANTS = {
    "a Zoho token": "1000." + "8a" * 16 + "." + "3f" * 16,
    "a Zoho client id": "1000." + "Q7K2" * 8,
    "an Entra client secret": "aB3" + "8Q~" + "xY7_" * 8 + "z",
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "an Azure storage key": "AccountKey=" + "A7" * 43 + "==",
    "an Azure Monitor connection": "InstrumentationKey=" + "1b2c3d4e-1111-2222-3333-444455556666",
    "a shared access signature": "https://x.example/f?se=1&sig=" + "aB3d" * 11 + "%3D",
    "a password in an address": "postgresql://desk:" + "hunter22" + "@db.example/desk",
    "an AWS key": "AKIA" + "ABCD1234" * 2,
    "a GitHub token": "ghp_" + "aB3d" * 9,
    "a JSON web token": "eyJ" + "a" * 20 + ".eyJ" + "b" * 20 + "." + "c" * 43,
    "a payload key": "DESK_TEMPORAL_KEYRING=" + "k1:" + "A" * 43 + "=",
    "a secret that is set": "DESK_ZOHO_CLIENT_SECRET=" + "9f8e7d6c5b4a",
}


@pytest.mark.parametrize("kind", RULES)
def test_a_planted_secret_is_found(tmp_path, kind):
    plant(tmp_path, {"docs/note.md": f"first line\n{PLANTS[kind]}\n"})
    assert f"docs/note.md:2 {kind}" in find_secrets(tmp_path)


def test_examples_are_no_secrets(tmp_path):
    text = (
        "postgresql+asyncpg://user:password@host/db\nDESK_ZOHO_CLIENT_SECRET=\n"
        "postgresql+asyncpg://desk:${POSTGRES_PASSWORD:-}@postgres:5432/desk\n"
        "DESK_BOT_APP_PASSWORD=<your secret>\n"
    )
    plant(tmp_path, {"docs/note.md": text.replace("<your secret>", "")})
    assert find_secrets(tmp_path) == []
