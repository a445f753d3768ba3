"""Files that are refused before anything is fetched."""

import pytest

from bot.envelope import judge_envelope
from bot.turn import Attachment
from orders.errors import LinkRefused, UnsupportedFormat

HOSTS = ("*.sharepoint.com",)


def judged(name="po.xlsx", url="https://x.sharepoint.com/1", **options):
    attachment = Attachment(name, "application/x", url)
    return judge_envelope(attachment, HOSTS, **{"allow_loopback": False, **options})


def test_a_spreadsheet_of_a_listed_host_is_fine():
    assert judged() is None


def test_another_kind_of_file_is_refused_by_its_name():
    assert isinstance(judged("po.docx"), UnsupportedFormat)


@pytest.mark.parametrize(
    "url", ["", "http://x.sharepoint.com/1", "https://127.0.0.1/", "https://evil.example/"]
)
def test_b030_other_addresses_are_refused_without_a_connection(url):
    assert isinstance(judged(url=url), LinkRefused)


def test_loopback_files_are_for_local_runs():
    assert judged(url="http://127.0.0.1:9/po", allow_loopback=True) is None
    assert isinstance(judged(url="http://127.0.0.1:9/po"), LinkRefused)
