"""The Teams app package: manifest, Persian texts, icons, in one zip."""

import json
import re
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from cards.catalogue import say
from infra.icons import ACCENT, colour_icon, outline_icon
from orders.errors import SettingsError

SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v{}/MicrosoftTeams.{}.json"
VERSION = "1.17"
COMMANDS = ("help", "status", "orders", "pending", "cancel")
"""Keys of the catalogues' `command` texts: what the bot's menu offers."""
SCOPES = ("personal", "team", "groupChat")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"({_LABEL}\.)+[a-z]{{2,63}}")
_SAMPLE_CODE = re.compile(r"\s+[0-9A-Z]{6}$")
_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"

Json = dict[str, Any]


def write_package(app_id: str, host: str, out: Path) -> Path:
    """Write the package that is uploaded in Teams; return where it lies.

    Args:
        app_id: the bot's application id, a GUID.
        host: the public host name of the bot endpoint.
        out: the zip file to write; an older one is replaced.

    Raises:
        SettingsError: the id or the host is none, or the file cannot be written.
    """
    parts = draw_package(app_id, host)
    try:
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            content.mkdir()
            for name, part in parts.items():
                (content / name).write_bytes(part)
            packed = shutil.make_archive(str(Path(folder) / "package"), "zip", content)
            out.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(packed, out)
    except OSError as error:
        raise SettingsError(f"{out} cannot be written ({type(error).__name__}).") from None
    return out


def draw_package(app_id: str, host: str) -> dict[str, bytes]:
    """The package's files by name. Raises `SettingsError` as `write_package` does."""
    texts = (("manifest.json", draw_manifest(app_id, host)), ("fa.json", draw_language("fa")))
    files = {
        name: json.dumps(text, ensure_ascii=False, indent=2).encode() + b"\n"
        for name, text in texts
    }
    return {**files, "color.png": colour_icon(), "outline.png": outline_icon()}


def draw_manifest(app_id: str, host: str) -> Json:
    """The manifest in English (schema 1.17, or any later one that still takes it)."""
    bot, name = app_id.strip().lower(), host.strip().lower()
    if not _GUID.fullmatch(bot):
        raise SettingsError("--app-id is the bot's application id, a GUID.")
    if not _HOST.fullmatch(name):
        raise SettingsError("--host is a public host name like desk.example.com, without https://.")
    page = f"https://{name}"
    return {
        "$schema": SCHEMA.format(VERSION, "schema"),
        "manifestVersion": VERSION,
        "version": _own_version(),
        "id": bot,
        "developer": {
            "name": say("reply.help_title", "en"),
            **dict.fromkeys(("websiteUrl", "privacyUrl", "termsOfUseUrl"), page),
        },
        "name": dict.fromkeys(("short", "full"), say("reply.help_title", "en")),
        "description": {"short": _first_sentence("en"), "full": say("reply.help_intro", "en")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#{:02X}{:02X}{:02X}".format(*ACCENT),
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": "fa", "file": "fa.json"}],
        },
        "bots": [_draw_bot(bot)],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [name],
    }


def draw_language(language: str) -> Json:
    """The translated texts, by their place in the manifest."""
    title = say("reply.help_title", language)
    texts = {
        "$schema": SCHEMA.format(VERSION, "Localization.schema"),
        "name.short": title,
        "name.full": title,
        "description.short": _first_sentence(language),
        "description.full": say("reply.help_intro", language),
    }
    for number, command in enumerate(_draw_commands(language)):
        place = f"bots[0].commandLists[0].commands[{number}]"
        texts |= {f"{place}.{part}": text for part, text in command.items()}
    return texts


def _draw_bot(bot: str) -> Json:
    """Without `supportsFiles` Teams would keep every file from the bot."""
    return {
        "botId": bot,
        "scopes": list(SCOPES),
        "supportsFiles": True,
        "isNotificationOnly": False,
        "commandLists": [{"scopes": list(SCOPES), "commands": _draw_commands("en")}],
    }


def _draw_commands(language: str) -> list[dict[str, str]]:
    return [_draw_command(name, language) for name in COMMANDS]


def _draw_command(name: str, language: str) -> dict[str, str]:
    """The menu inserts the title as a message; an order code is for the person to add."""
    words, meaning = say(f"command.{name}", language), say(f"reply.help_{name}", language)
    title = _SAMPLE_CODE.sub("", words)
    return {"title": title, "description": meaning if title == words else f"{meaning}: {words}"}


def _first_sentence(language: str) -> str:
    return say("reply.help_intro", language).partition(". ")[0] + "."


def _own_version() -> str:
    project = tomllib.loads(_PROJECT.read_text("utf-8"))
    return str(project["project"]["version"])
