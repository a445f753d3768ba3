"""What a file is, its bytes say; what it is not, gets the advice that fits."""

import pytest

from orders.errors import ProtectedWorkbook, UnreadableFile, UnsafeFile, UnsupportedFormat
from orders.kinds import has_macros, sniff
from tests.support.oldbooks import compound, xls


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\3\4rest", "zip"),
        (xls([["a"]]), "xls"),
        (b"sku,qty\n1,2\n", "text"),
        ("نام;تعداد\n".encode(), "text"),
        ("نام;تعداد\n".encode("utf-16"), "text"),
        ("sku;quantity of it\n".encode("utf-16-le"), "text"),
        ("Größe;Menge\n".encode("latin-1"), "text"),
        (b"BMW parts,2\n", "text"),
        (b"From: ABC,,,\nsku,qty\n", "text"),
    ],
)
def test_what_can_be_read_is_told_by_content(content, kind):
    assert sniff(content) == kind


@pytest.mark.parametrize(
    ("content", "advice"),
    [

        (b"\x89PNG\r\n\x1a\n\0\0", "picture"), (b"\xff\xd8\xff\xe0", "picture"), (b"GIF89a", "picture"),
        (b"II*\0rest", "picture"), (b"RIFF\0\0\0\0WEBPVP8", "picture"), (b"\0\0\0\x18ftypheic", "picture"),
        (b"<!DOCTYPE html><html>", "web page"), (b"\xef\xbb\xbf \n<HTML>", "web page"),
        (b"<table><tr>", "web page"), (b"<?xml version='1.0'?><html>", "web page"),
        (b"<?xml version='1.0'?><Workbook>", "XML"), (b'{"a": 1}', "JSON"), (b"[{", "JSON"),
        (b"MIME-Version: 1.0\n", "mail"), (b"{\\rtf1", "text document"), (b"Rar!\x1a", "Unpack"),
        (b"\x1f\x8b\x08", "Unpack"), (b"7z\xbc\xaf\x27\x1c", "Unpack"), (b"PK\5\6" + bytes(18), "Unpack"),
        (b"\x7fELF\2\1\1" + bytes(90), "no spreadsheet"), (bytes(range(1, 32)) * 9, "no spreadsheet"),
        (compound({"WordDocument": b""}), "old Office"),
    ],
)  # fmt: skip
def test_b047_what_cannot_be_read_gets_its_own_advice(content, advice):
    with pytest.raises(UnsupportedFormat, match=advice):
        sniff(content)


@pytest.mark.parametrize("content", [b"", b" \r\n", bytes(9)])
def test_b047_an_empty_file_is_called_empty(content):
    with pytest.raises(UnreadableFile, match="empty"):
        sniff(content)


@pytest.mark.parametrize(
    "content",
    [compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), xls([["a"]], secret=True)],
)
def test_b046_an_encrypted_workbook_is_called_so(content):
    with pytest.raises(ProtectedWorkbook, match="password"):
        sniff(content)


def test_b048_embedded_objects_in_an_old_workbook_are_refused():
    with pytest.raises(UnsafeFile, match="embedded"):
        sniff(xls([["a"]], streams=("\1Ole10Native",)))


def test_b048_macros_in_an_old_workbook_are_seen():
    assert has_macros(xls([["a"]], streams=("_VBA_PROJECT",)))
    assert not has_macros(xls([["a"]]))


def test_an_old_workbook_that_was_cut_off_is_damaged_and_no_other_file():
    for most in (20, 600, 1_000):
        with pytest.raises(UnreadableFile, match="cut off"):
            sniff(xls([["a"]])[:most])
