"""What the stand-in is told when it starts."""

import dataclasses
from pathlib import Path
from typing import Any

Json = dict[str, Any]

APP_ID = "5b0c7e1a-6f3d-4a52-9c8e-1d2f3a4b5c6d"
TENANT_ID = "c2a9d4e6-81f7-4b3a-a5d0-7e6f5c4b3a29"


@dataclasses.dataclass(slots=True)
class Options:
    """Settings of one stand-in; those of the second half may change while it runs.

    Durations are seconds. `app_password` empty means any non-empty secret is taken, because
    the stand-in then knows no better. `files_dir` keeps uploads and chats over a
    restart, in memory otherwise; `web_modules` is an npm `node_modules` folder.
    """

    app_id: str = APP_ID
    app_password: str = ""
    tenant_id: str = TENANT_ID
    bot_name: str = "Order Desk"
    auth: bool = True
    files_dir: Path | None = None
    web_modules: Path | None = None

    bot_url: str = "http://127.0.0.1:3978/api/messages"
    limits: bool = True
    write_seconds: float = 0.0
    answer_seconds: float = 15.0
    resend_after: tuple[float, ...] = (1.0, 3.0)
    region: str = ""
    wrong_reply_to: bool = False
    token_seconds: int = 3599
    file_seconds: float = 3600.0


CHANGEABLE = frozenset(
    {
        "answer_seconds",
        "auth",
        "bot_url",
        "file_seconds",
        "limits",
        "region",
        "resend_after",
        "token_seconds",
        "write_seconds",
        "wrong_reply_to",
    }
)


def change_options(options: Options, changes: Json) -> None:
    """Apply run-time changes, all or none; ValueError names what cannot be changed."""
    known = {field.name: field for field in dataclasses.fields(Options)}
    for name, value in changes.items():
        if name not in CHANGEABLE:
            raise ValueError(f"{name} cannot be changed while running")
        if not _fits(getattr(options, name), value):
            raise ValueError(f"{name} has the wrong type, expected {known[name].type}")
    for name, value in changes.items():
        setattr(options, name, tuple(value) if isinstance(value, list) else value)


def _fits(old: object, new: object) -> bool:
    if isinstance(old, tuple):
        return isinstance(new, list) and all(isinstance(one, int | float) for one in new)
    if isinstance(old, float):
        return isinstance(new, int | float) and not isinstance(new, bool)
    return type(old) is type(new)
