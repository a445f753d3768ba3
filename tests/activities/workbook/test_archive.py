"""The zip directory is judged before anything is inflated."""

# ruff: noqa: S311 - seeded, to be repeatable

import random
import zlib

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, OrderFault, UnreadableFile, UnsafeFile
from tests.support.packages import Entry, lying_zip, pack

LIMITS = Limits()
A = Entry("a.xml", b"<a/>" * 50)
B = Entry("b.xml", b"<b/>" * 50)


def read(content: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    archive = Archive(content, limits)
    return {name: b"".join(archive.chunks(name)) for name in archive.names}


def test_an_honest_zip_gives_its_parts_whatever_wrote_it():
    assert read(lying_zip([A, B])) == {"a.xml": A.content, "b.xml": B.content}
    assert read(pack({"a.xml": "x" * 99})) == {"a.xml": b"x" * 99}
    assert read(pack({"a.xml": "x" * 200_000, "b": ""}, method=0))["a.xml"] == b"x" * 200_000
    big = random.Random(1).randbytes(300_000)
    assert read(pack({"a.bin": big})) == {"a.bin": big}


def test_parts_are_found_whatever_the_case_of_their_name():
    archive = Archive(lying_zip([Entry("xl/Sheet.XML", b"<a/>")]), LIMITS)
    assert "XL/sheet.xml" in archive
    assert b"".join(archive.chunks("xl/sheet.xml")) == b"<a/>"
    assert "xl/other.xml" not in archive


def test_sizes_that_stand_behind_the_part_are_taken_from_the_directory():
    later = Entry("a.xml", b"<a/>", flags=8, local_size=0)
    assert read(lying_zip([later])) == {"a.xml": b"<a/>"}


@pytest.mark.parametrize(
    "entries",
    [
        [A, Entry("a.xml", b"other")],
        [A, Entry("A.XML", b"other")],
        [A, Entry("c.xml", b"", raw=b"", method=0, header=0, local_name="a.xml")],
        [A, Entry("a2.xml", A.content, header=0)],
        [Entry("a.xml", b"x", flags=1)],
        [Entry("a.xml", b"x", method=12, raw=b"x")],
        [Entry("a.xml", b"x", method=14, raw=b"x")],
        [Entry("a.xml", b"x", method=93, raw=b"x")],
        [Entry("a.xml", b"xxx", method=0, size=2)],
        [Entry("a.xml", b"x", local_name="b.xml")],
        [Entry("a.xml", b"x", local_size=9)],
    ],
    ids=["double", "case", "same_bytes", "same_header", "encrypted", "bzip2", "lzma", "zstd",
         "stored_size", "two_names", "two_sizes"],
)  # fmt: skip
def test_b043_a_zip_that_can_be_read_in_two_ways_is_refused_unopened(entries):
    with pytest.raises(UnsafeFile):
        Archive(lying_zip(entries), LIMITS)


def test_b043_overlapping_parts_are_refused():
    inner = lying_zip([Entry("b.xml", b"<b/>", method=0)])
    outer = Entry("a.xml", inner, method=0)
    start = 30 + len("a.xml")
    overlap = Entry("b.xml", b"<b/>", method=0, header=start)
    with pytest.raises(UnsafeFile, match="on top of each other"):
        Archive(lying_zip([outer, overlap]), LIMITS)


def test_b043_more_bytes_than_declared_are_never_delivered():
    liar = Entry("a.xml", b"x" * 500_000, size=1_000)
    archive = Archive(lying_zip([liar]), LIMITS)
    with pytest.raises(UnsafeFile, match="larger than the file says"):
        b"".join(archive.chunks("a.xml"))


@pytest.mark.parametrize(
    "entry",
    [
        Entry("a.xml", b"<a/>", crc=1),
        Entry("a.xml", b"<a/>", size=9),
        Entry("a.xml", b"<a/>", raw=b"\xff\xff\xff"),
        Entry("a.xml", b"<a/>", raw=zlib.compress(b"<a/>")[2:-6]),
    ],
    ids=["crc", "short", "garbage", "cut"],
)
def test_b043_a_part_that_is_not_what_it_says_is_refused(entry):
    with pytest.raises(UnreadableFile):
        read(lying_zip([entry]))


def test_b043_bytes_hidden_behind_a_part_are_refused():
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = stream.compress(b"<a/>") + stream.flush() + b"hidden"
    with pytest.raises(UnreadableFile):
        read(lying_zip([Entry("a.xml", b"<a/>", raw=raw)]))


@pytest.mark.parametrize(
    "name", ["../a.xml", "a/../../b.xml", "/etc/passwd", "a\\b.xml", "a\0b.xml", "C:a.xml"]
)
def test_b044_names_that_point_outside_are_refused(name):
    with pytest.raises(UnsafeFile, match="outside"):
        Archive(lying_zip([Entry(name, b"x")]), LIMITS)


def test_b044_a_name_that_cannot_be_read_is_refused():
    content = lying_zip([Entry("ab.xml", b"x", flags=0x800)]).replace(b"ab", b"\xff\xfe")
    with pytest.raises(UnsafeFile, match="cannot be read"):
        Archive(content, LIMITS)


def test_b044_ten_thousand_parts_are_refused_at_the_count():
    content = lying_zip(Entry(f"p{n}", b"") for n in range(10_000))
    with pytest.raises(FileTooLarge, match="5000 parts"):
        Archive(content, LIMITS)


@pytest.mark.parametrize("size", [300_000_000, 150_000_000])
def test_b038_a_bomb_is_refused_by_its_directory(size):
    bomb = Entry("xl/worksheets/sheet1.xml", b"", size=size, raw=b"x" * 300_000)
    with pytest.raises(UnsafeFile, match="swell"):
        Archive(lying_zip([bomb]), LIMITS)


def test_many_parts_together_may_not_swell_either():
    content = pack({f"{n}.xml": "ab" * 400_000 for n in range(3)})
    with pytest.raises(UnsafeFile, match="swell"):
        Archive(content, Limits(inflated_bytes=2_000_000))
    assert len(read(content)) == 3


def test_a_small_part_may_be_packed_tightly():
    assert len(read(pack({"a.xml": " " * 900_000}))["a.xml"]) == 900_000


def test_a_part_is_read_whole_only_up_to_its_cap():
    archive = Archive(pack({"a.xml": "x" * 100}), LIMITS)
    assert archive.read("a.xml", 100) == b"x" * 100
    with pytest.raises(UnsafeFile, match=r"a\.xml"):
        archive.read("a.xml", 99)


def test_a_missing_part_is_named():
    with pytest.raises(UnreadableFile, match=r"xl/workbook\.xml"):
        Archive(pack({"a.xml": "x"}), LIMITS).read("xl/workbook.xml", 9)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\3\4",
        lying_zip([A, B])[:-5],
        lying_zip([A, B])[: len(lying_zip([A, B])) // 2],
        lying_zip([A], tail=b"more"),
        lying_zip([A], count=2),
        lying_zip([Entry("a.xml", b"x", header=900)]),
        lying_zip([Entry("a.xml", b"x", header=3)]),
        lying_zip([Entry("a.xml", b"x", method=8, packed=90_000)]),
        lying_zip([Entry("a.xml", b"x", packed=0xFFFFFFFF)]),
        lying_zip([A])[:-18] + b"\1\0" + lying_zip([A])[-16:],
    ],
    ids=["empty", "start", "end", "half", "tail", "count", "far", "nowhere", "long", "zip64",
         "disk"],
)  # fmt: skip
def test_a_damaged_or_cut_zip_is_unreadable(content):
    with pytest.raises(UnreadableFile):
        read(content)


def test_a_directory_with_more_entries_than_it_counts_is_refused():
    with pytest.raises(UnsafeFile, match="more parts"):
        Archive(lying_zip([A, B], count=1), LIMITS)


def test_flipped_bytes_never_give_other_content():
    honest = lying_zip([A, B])
    dice = random.Random(7)
    for _ in range(400):
        content = bytearray(honest)
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        try:
            parts = read(bytes(content))
        except OrderFault:
            continue
        assert sorted(parts.values()) == sorted([A.content, B.content])
