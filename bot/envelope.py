"""What is wrong with a file, judged before anything is fetched."""

from collections.abc import Sequence

from bot.attachments import SPREADSHEETS, extension_of
from bot.turn import Attachment
from orders.errors import FileFault, LinkRefused, UnsupportedFormat
from runtime.egress import judge_url


def judge_envelope(
    attachment: Attachment, allowed_hosts: Sequence[str], *, allow_loopback: bool
) -> FileFault | None:
    """What is wrong with a file before anything is fetched, or None. Costs no network.

    Args:
        attachment: one of `pick_files`.
        allowed_hosts: hosts files may come from, `*.x` for any host under x.
        allow_loopback: whether this machine's own addresses may serve files.
    """
    if extension_of(attachment) not in SPREADSHEETS:
        return UnsupportedFormat()
    try:
        judge_url(attachment.download_url, allowed_hosts, allow_loopback=allow_loopback)
    except LinkRefused as error:
        return error
    return None
