"""The icons are what Teams takes: their sizes, colours and transparency."""

import struct
import zlib

import pytest

from infra.icons import ACCENT, COLOUR_SIZE, OUTLINE_SIZE, colour_icon, outline_icon, write_png


def read_png(content):
    """Size and RGBA pixels, with every chunk's checksum verified."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(name + body)
        chunks[name], at = body, at + 12 + length
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (width, depth, kind) == (height, 8, 6)
    rows = zlib.decompress(chunks[b"IDAT"])
    stride = width * 4 + 1
    assert len(rows) == stride * height
    assert set(rows[::stride]) == {0}
    lines = [rows[start + 1 : start + stride] for start in range(0, len(rows), stride)]
    return width, [tuple(line[at : at + 4]) for line in lines for at in range(0, width * 4, 4)]


@pytest.fixture(scope="module")
def colour():
    return read_png(colour_icon())


@pytest.fixture(scope="module")
def outline():
    return read_png(outline_icon())


def test_the_sizes_are_those_teams_takes(colour, outline):
    assert (colour[0], outline[0]) == (192, 32) == (COLOUR_SIZE, OUTLINE_SIZE)


def test_the_colour_icon_is_opaque_with_a_white_sheet_on_the_accent(colour):
    pixels = colour[1]
    assert {pixel[3] for pixel in pixels} == {255}
    assert pixels[0] == (*ACCENT, 255)
    assert pixels.count((255, 255, 255, 255)) > len(pixels) * 0.15
    assert pixels.count((*ACCENT, 255)) > len(pixels) * 0.5


def test_the_outline_icon_is_white_on_nothing(outline):
    pixels = outline[1]
    assert {pixel[:3] for pixel in pixels} == {(255, 255, 255)}
    assert pixels[0][3] == 0
    clear = sum(pixel[3] == 0 for pixel in pixels)
    solid = sum(pixel[3] == 255 for pixel in pixels)
    assert clear > len(pixels) * 0.4
    assert solid > len(pixels) * 0.05


def test_the_picture_is_the_same_every_time():
    assert outline_icon() == outline_icon()


def test_a_picture_reads_back_as_it_was_written():
    pixels = bytes(range(16))
    size, found = read_png(write_png(2, pixels))
    assert size == 2
    assert b"".join(bytes(pixel) for pixel in found) == pixels
