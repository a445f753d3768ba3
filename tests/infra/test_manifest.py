"""The app package holds what Teams needs to show the bot and hand it files."""

import asyncio
import json
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import bot.handlers.wired  # registers every handler
from bot.handlers import router
from bot.plain import split_words
from infra.manifest import (
    COMMANDS,
    draw_language,
    draw_manifest,
    draw_package,
    write_package,
)
from orders.errors import SettingsError

APP = "00000000-0000-4000-8000-00000000b07a"
HOST = "desk.example.com"
ROOT = Path(__file__).resolve().parents[2]
LONGEST = {"title": 32, "description": 128, "name.short": 30, "name.full": 100,
           "description.short": 80, "description.full": 4000}  # fmt: skip
"""Characters that schema 1.17 allows, by the end of a text's place."""


@pytest.fixture(scope="module")
def manifest():
    return draw_manifest(APP, HOST)


def commands(manifest):
    return manifest["bots"][0]["commandLists"][0]["commands"]


def heard(text):
    """The name of the command that hears a text, as the router finds it."""
    turn_words = split_words(text)
    return router._phrases.get("".join(turn_words))


def test_the_package_holds_manifest_texts_and_icons(tmp_path):
    out = write_package(APP, HOST, tmp_path / "deep" / "order-desk.zip")
    with zipfile.ZipFile(out) as package:
        assert package.testzip() is None
        files = {name: package.read(name) for name in package.namelist()}
    assert files == draw_package(APP, HOST)
    assert set(files) == {"manifest.json", "fa.json", "color.png", "outline.png"}


def test_an_older_package_is_replaced(tmp_path):
    out = tmp_path / "order-desk.zip"
    out.write_text("old")
    write_package(APP, HOST, out)
    assert zipfile.is_zipfile(out)


def test_the_bot_gets_files_and_works_in_every_scope(manifest):
    (one,) = manifest["bots"]
    assert one["botId"] == manifest["id"] == APP
    assert one["supportsFiles"] is True
    assert one["scopes"] == ["personal", "team", "groupChat"]
    assert one["commandLists"][0]["scopes"] == one["scopes"]


def test_the_version_is_the_projects(manifest):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert manifest["version"] == project["version"]
    assert manifest["manifestVersion"] == "1.17"
    assert "v1.17" in manifest["$schema"]


def test_only_the_given_host_is_named(manifest):
    assert manifest["validDomains"] == [HOST]
    addresses = [value for key, value in manifest["developer"].items() if key.endswith("Url")]
    assert addresses == [f"https://{HOST}"] * 3


def test_the_icons_named_are_the_icons_packed(manifest):
    assert set(manifest["icons"].values()) <= draw_package(APP, HOST).keys()


def test_the_menu_offers_what_the_bot_hears_in_both_languages(manifest):
    titles = [one["title"] for one in commands(manifest)]
    assert titles == ["help", "status", "my orders", "pending", "cancel"]
    persian = draw_language("fa")
    for number, title in enumerate(titles):
        translated = persian[f"bots[0].commandLists[0].commands[{number}].title"]
        assert heard(title) == heard(translated) is not None
        assert heard(title) in router.commands
    assert len({heard(title) for title in titles}) == len(COMMANDS) == len(titles)
    assert bot.handlers.wired.HANDLERS


def test_a_command_that_needs_a_code_shows_one(manifest):
    by_title = {one["title"]: one["description"] for one in commands(manifest)}
    assert re.search(r"cancel [0-9A-Z]{6}$", by_title["cancel"])
    assert not re.search(r"[0-9A-Z]{6}$", by_title["help"])


def test_every_english_text_has_a_persian_one(manifest):
    persian = {key: text for key, text in draw_language("fa").items() if key != "$schema"}
    english = {
        **{f"name.{key}": text for key, text in manifest["name"].items()},
        **{f"description.{key}": text for key, text in manifest["description"].items()},
    }
    for number, one in enumerate(commands(manifest)):
        place = f"bots[0].commandLists[0].commands[{number}]"
        english |= {f"{place}.{part}": text for part, text in one.items()}
    assert persian.keys() == english.keys()
    assert all(re.search("[\u0600-\u06ff]", text) for text in persian.values())
    declared = manifest["localizationInfo"]["additionalLanguages"]
    assert declared == [{"languageTag": "fa", "file": "fa.json"}]


def test_no_text_is_longer_than_teams_allows(manifest):
    texts = {**draw_language("fa"), **draw_language("en")}
    texts.pop("$schema")
    assert set(texts)
    for place, text in texts.items():
        limit = next(most for end, most in LONGEST.items() if place.endswith(end))
        assert 0 < len(text) <= limit, place
    assert len(manifest["developer"]["name"]) <= 32


def test_the_files_are_json_in_utf_8():
    files = draw_package(APP, HOST)
    for name in ("manifest.json", "fa.json"):
        assert json.loads(files[name].decode("utf-8"))
    assert "میز سفارش" in files["fa.json"].decode("utf-8")


@pytest.mark.parametrize("given", ["", "order-desk", APP[:-1], f"{APP}0", "*"])
def test_an_id_that_is_none_is_refused(given):
    with pytest.raises(SettingsError, match="--app-id"):
        draw_manifest(given, HOST)


@pytest.mark.parametrize(
    "given",
    ["", "localhost", "https://desk.example.com", "desk.example.com/api", "desk.example.com:443",
     "*.example.com", "127.0.0.1", "desk..example.com", "-desk.example.com"],
)  # fmt: skip
def test_a_host_that_is_none_is_refused(given):
    with pytest.raises(SettingsError, match="--host"):
        draw_manifest(APP, given)


def test_capitals_and_spaces_around_do_not_matter():
    assert draw_manifest(f" {APP.upper()} ", "Desk.Example.COM ") == draw_manifest(APP, HOST)


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match="cannot be written"):
        write_package(APP, HOST, tmp_path / "file" / "order-desk.zip")


async def test_the_command_writes_the_package(tmp_path):
    out = tmp_path / "order-desk.zip"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "infra.cli", "manifest",
        "--app-id", APP, "--host", HOST, "--out", str(out), cwd=ROOT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complained = await process.communicate()
    assert process.returncode == 0, complained.decode()
    assert str(out) in said.decode()
    assert zipfile.is_zipfile(out)
