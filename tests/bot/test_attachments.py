"""Which attachments are files, by their envelopes alone."""

import pytest

from bot.activity import FILE_INFO
from bot.attachments import extension_of, pick_files, sort_files
from bot.turn import Attachment

HTML = Attachment(content_type="text/html")
IMAGE = Attachment("shot.png", "image/png", download_url="https://x.example/1")
CARD = Attachment("card", "application/vnd.microsoft.card.adaptive")


def file(name, kind=""):
    return Attachment(name, FILE_INFO, "https://x.sharepoint.com/1", file_type=kind)


def test_html_twins_images_and_cards_are_no_files():
    assert pick_files((HTML, IMAGE, CARD, Attachment())) == ()


def test_other_clients_files_count_when_they_can_be_fetched():
    other = Attachment("po.xlsx", "application/vnd.ms-excel", "https://x.example/po")
    assert pick_files((HTML, other)) == (other,)
    assert pick_files((Attachment("po.xlsx", "application/vnd.ms-excel"),)) == ()


@pytest.mark.parametrize(
    ("names", "sheets"),
    [
        ((), 0),
        (("a.docx",), 0),
        (("a.xlsx", "b.docx"), 1),
        (("a.xlsx", "B.CSV"), 2),
    ],
)
def test_none_one_or_several_spreadsheets(names, sheets):
    envelopes = sort_files((HTML, *(file(name) for name in names)))
    assert len(envelopes.sheets) == sheets
    assert len(envelopes.sheets) + len(envelopes.others) == len(names)


def test_the_extension_is_the_names_else_the_hint():
    assert extension_of(file("PO 7781.XLSX")) == "xlsx"
    assert extension_of(file("order", "csv")) == "csv"
    assert extension_of(file("archive.tar.gz")) == "gz"
    assert extension_of(file("")) == ""
