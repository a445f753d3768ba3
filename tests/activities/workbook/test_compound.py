"""A stream of a compound file comes whole, and a ring of sectors ends."""

import struct

import pytest

from activities.workbook.compound import stream
from tests.support.oldbooks import compound

TEXT = bytes(range(256)) * 20


def test_a_stream_comes_as_it_was_written():
    assert stream(compound({"Other": b"x", "Workbook": TEXT}), "Workbook").startswith(TEXT)


def test_a_stream_that_is_not_there_is_empty():
    assert stream(compound({"Other": b"x"}), "Workbook") == b""


def test_a_small_stream_lies_in_the_root():
    content = bytearray(compound({"Root": TEXT, "Workbook": b""}))
    small = TEXT[:100]
    table = 512
    root, wanted = (
        content.index(name.encode("utf-16-le") + b"\0\0") for name in ("Root Entry", "Workbook")
    )
    first = struct.unpack_from(
        "<I", content, content.index("Root".encode("utf-16-le") + bytes(8)) + 116
    )[0]
    struct.pack_into("<I", content, root + 116, first)
    struct.pack_into("<II", content, wanted + 116, 0, len(small))
    # The table's own sector serves as the small one: 0 and 1 follow each other, then it ends.
    spare = struct.unpack_from("<I", content, wanted + 116)[0]
    content += struct.pack("<II", 1, 0xFFFFFFFE).ljust(512, b"\xff")
    last = len(content) // 512 - 2
    struct.pack_into("<I", content, table + 4 * last, 0xFFFFFFFE)
    struct.pack_into("<II", content, 60, last, 1)
    assert spare == 0
    assert stream(bytes(content), "Workbook") == small


def test_a_ring_of_sectors_ends():
    content = bytearray(compound({"Workbook": TEXT}))
    struct.pack_into("<I", content, 512 + 4 * 3, 2)
    assert len(stream(bytes(content), "Workbook")) <= len(content)


@pytest.mark.parametrize("content", [b"PK", compound({})[:30] + b"\xff" * 600])
def test_what_is_no_compound_file_is_said(content):
    with pytest.raises((ValueError, struct.error)):
        stream(content, "Workbook")
