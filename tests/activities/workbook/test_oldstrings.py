"""Shared texts of an .xls that are struck through in part, over the ends of their records."""

import struct

import pytest

from activities.workbook.limits import Limits
from activities.workbook.oldstrings import crossed_texts
from activities.workbook.opening import open_content
from orders.values import is_crossed_out
from tests.support.oldbooks import biff, compound, globals_of

STRUCK_FONT, PLAIN_FONT = 5, 6
"""Told one too high: no font has the number 4."""


def text(shown: str, *runs: tuple[int, int], wide: int = 0, extra: bytes = b"") -> bytes:
    options = wide | (8 if runs else 0) | (4 if extra else 0)
    told = struct.pack("<HB", len(shown), options)
    told += struct.pack("<H", len(runs)) if runs else b""
    told += struct.pack("<I", len(extra)) if extra else b""
    told += shown.encode("utf-16-le" if wide else "latin-1")
    return told + b"".join(struct.pack("<HH", *run) for run in runs) + extra


def listed(*texts: bytes) -> bytes:
    return struct.pack("<II", len(texts), len(texts)) + b"".join(texts)


EDITED = text("1012", (0, STRUCK_FONT), (2, PLAIN_FONT))


def test_a_text_is_left_without_its_struck_part():
    body = listed(text("Rope", extra=b"ping"), EDITED, text("سیم", (0, STRUCK_FONT), wide=1))
    assert crossed_texts([body], {4}) == {1: "12", 2: "سیم"}


@pytest.mark.parametrize("cut", range(1, len(EDITED)))
def test_a_text_goes_on_in_the_next_record(cut):
    """Behind a cut inside the signs a byte says again how wide they are."""
    inside = 5 <= cut < 9
    rest = (b"\0" if inside else b"") + EDITED[cut:]
    assert crossed_texts([struct.pack("<II", 1, 1) + EDITED[:cut], rest], {4}) == {0: "12"}


def test_the_signs_may_be_wider_in_the_next_record():
    rest = b"\1" + "12".encode("utf-16-le") + EDITED[9:]
    assert crossed_texts([struct.pack("<II", 1, 1) + EDITED[:7], rest], {4}) == {0: "12"}


def test_a_list_that_breaks_off_is_an_error():
    with pytest.raises((IndexError, struct.error)):
        crossed_texts([listed(EDITED)[:-1]], {4})


def test_a_cell_of_an_old_file_has_what_is_left():
    start = biff(0x809, struct.pack("<6H", 0x600, 0x0005, 0, 0, 0, 0) + bytes(4))
    fonts = [bytes(2) + (b"\x08" if one == 4 else b"\0") + bytes(13) for one in range(6)]
    start += b"".join(biff(0x31, one) for one in fonts) + biff(0xE0, bytes(20))
    start += biff(0xFC, listed(EDITED, text("Sail", (0, STRUCK_FONT))))
    sheet = biff(0x809, struct.pack("<6H", 0x600, 0x0010, 0, 0, 0, 0) + bytes(4))
    sheet += b"".join(biff(0xFD, struct.pack("<3HI", 0, at, 0, at)) for at in (0, 1))
    book = compound({"Workbook": globals_of(start, bytes(2)) + sheet + biff(0x0A)})
    cells = open_content(book, "a.xls", Limits()).sheets[0].cells
    assert [(one.value, is_crossed_out(one)) for one in cells.values()] == [
        ("12", False),
        ("Sail", True),
    ]
