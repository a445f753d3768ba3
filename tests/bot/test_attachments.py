"""Which attachments are files, by their envelopes alone."""

import pytest

from bot.activity import FILE_INFO
from bot.attachments import Load, extension_of, pick_files, posted_elsewhere, sort_files
from bot.turn import Attachment, Scope

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
    ("names", "load"),
    [
        ((), Load.NONE),
        (("a.docx",), Load.NONE),
        (("a.xlsx",), Load.ONE),
        (("a.xlsx", "b.docx"), Load.ONE),
        (("a.xlsx", "B.CSV"), Load.SEVERAL),
        (("a.xlsx", "b.csv", "c.xls"), Load.SEVERAL),
    ],
)
def test_none_one_or_several_spreadsheets(names, load):
    envelopes = sort_files((HTML, *(file(name) for name in names)))
    assert envelopes.load is load
    assert len(envelopes.sheets) + len(envelopes.others) == len(names)


def test_the_extension_is_the_names_else_the_hint():
    assert extension_of(file("PO 7781.XLSX")) == "xlsx"
    assert extension_of(file("order", "csv")) == "csv"
    assert extension_of(file("archive.tar.gz")) == "gz"
    assert extension_of(file("")) == ""


def test_a_bare_html_post_in_a_channel_may_hide_a_file(make_turn):
    hidden = make_turn(attachments=(HTML,), conversation_type=Scope.CHANNEL)
    assert posted_elsewhere(hidden)
    assert not posted_elsewhere(make_turn(attachments=(HTML,)))
    assert not posted_elsewhere(make_turn("status", conversation_type=Scope.GROUP))
