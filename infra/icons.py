"""The app's two icons, drawn by arithmetic: a sheet with a tick."""

import math
import struct
import zlib
from collections.abc import Iterator

COLOUR_SIZE = 192
OUTLINE_SIZE = 32
"""Edges in pixels; Teams takes exactly these (app manifest schema 1.17, `icons`)."""
ACCENT = (31, 111, 99)
_WHITE = (255, 255, 255)
_SHEET = (0.27, 0.16, 0.73, 0.84)
_ROUND = 0.06
_STROKE = 0.075
_STROKES = (
    ((0.39, 0.34), (0.61, 0.34)),
    ((0.39, 0.48), (0.61, 0.48)),
    ((0.39, 0.65), (0.46, 0.72)),
    ((0.46, 0.72), (0.61, 0.58)),
)
"""Two lines of writing and a tick, from and to, as parts of the edge."""

Point = tuple[float, float]


def colour_icon() -> bytes:
    """The full-colour icon as PNG: a white sheet on the accent colour."""
    return write_png(COLOUR_SIZE, b"".join(_colour_pixel(at) for at in _centres(COLOUR_SIZE)))


def outline_icon() -> bytes:
    """The outline icon as PNG: white strokes, everything else transparent, as Teams asks."""
    return write_png(OUTLINE_SIZE, b"".join(_outline_pixel(at) for at in _centres(OUTLINE_SIZE)))


def write_png(size: int, pixels: bytes) -> bytes:
    """A square picture of `size` × `size` RGBA pixels, row by row, as a PNG file."""
    rows = (pixels[start : start + size * 4] for start in range(0, len(pixels), size * 4))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def _centres(size: int) -> Iterator[tuple[Point, int]]:
    """The middle of every pixel, row by row, and how many pixels the edge has."""
    for y in range(size):
        for x in range(size):
            yield ((x + 0.5) / size, (y + 0.5) / size), size


def _colour_pixel(at: tuple[Point, int]) -> bytes:
    point, size = at
    paper = _cover(_to_sheet(point), size) * (1 - _cover(_to_writing(point), size))
    mixed = (round(a + (w - a) * paper) for a, w in zip(ACCENT, _WHITE, strict=True))
    return bytes((*mixed, 255))


def _outline_pixel(at: tuple[Point, int]) -> bytes:
    point, size = at
    edge = abs(_to_sheet(point)) - _STROKE / 2
    return bytes((*_WHITE, round(255 * _cover(min(edge, _to_writing(point)), size))))


def _cover(distance: float, size: int) -> float:
    """How much of a pixel lies inside, by the distance of its middle to the border."""
    return min(max(0.5 - distance * size, 0.0), 1.0)


def _to_sheet(point: Point) -> float:
    """Distance to the rounded sheet, negative inside."""
    left, top, right, bottom = _SHEET
    across = abs(point[0] - (left + right) / 2) - (right - left) / 2 + _ROUND
    down = abs(point[1] - (top + bottom) / 2) - (bottom - top) / 2 + _ROUND
    outside = math.hypot(max(across, 0.0), max(down, 0.0))
    return outside + min(max(across, down), 0.0) - _ROUND


def _to_writing(point: Point) -> float:
    return min(_to_line(point, *stroke) for stroke in _STROKES) - _STROKE / 2


def _to_line(point: Point, start: Point, end: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    aside = (point[0] - start[0], point[1] - start[1])
    share = (aside[0] * along[0] + aside[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
    kept = min(max(share, 0.0), 1.0)
    return math.hypot(aside[0] - along[0] * kept, aside[1] - along[1] * kept)
