"""Which attachments of a message are files, judged by their envelope."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.activity import FILE_INFO
from bot.turn import Attachment

SPREADSHEETS = frozenset(
    "xlsx xlsm xlsb xls xltx xltm xlt ods ots csv tsv tab txt pdf".split()  # noqa: SIM905 - a word list
) | {""}
"""Extensions that may be orders, none included; what a file really is, its bytes say later."""
_SKIPPED = ("image/", "text/html", "application/vnd.microsoft.card")


@dataclass(frozen=True, slots=True)
class Envelopes:
    """A message's files: those that may be orders, and those that cannot be."""

    sheets: tuple[Attachment, ...] = ()
    others: tuple[Attachment, ...] = ()


def pick_files(attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """The attachments that are files. HTML twins of the text, images and cards are none."""
    return tuple(one for one in attachments if _is_file(one))


def sort_files(attachments: Sequence[Attachment]) -> Envelopes:
    """The files of a message, sorted by what their names promise."""
    files = pick_files(attachments)
    return Envelopes(
        tuple(one for one in files if extension_of(one) in SPREADSHEETS),
        tuple(one for one in files if extension_of(one) not in SPREADSHEETS),
    )


def extension_of(attachment: Attachment) -> str:
    """The extension in lower case without a dot; Teams' own hint where the name has none."""
    return PurePosixPath(attachment.name.lower()).suffix.lstrip(".") or attachment.file_type


def _is_file(attachment: Attachment) -> bool:
    if attachment.content_type == FILE_INFO:
        return True
    kind = attachment.content_type.lower()
    return bool(attachment.name) and not kind.startswith(_SKIPPED) and bool(attachment.download_url)
