"""The zip directory, judged before anything is inflated; then parts.

Own reader instead of `zipfile`: two readers take a doubled, overlapping or lying entry for two
different files, and whoever approves must see what is booked. So what can be read in two ways is
refused here: names that differ only in case, entries that overlap, sizes that are not true.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from activities.workbook.limits import Limits
from orders.errors import FileTooLarge, UnreadableFile, UnsafeFile

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_LATER, _UTF8 = 0x1, 0x8, 0x800
_ZIP64 = 0xFFFFFFFF
_CHUNK = 65_536
_SMALL = 1_000_000
_CUT = "The file is damaged or was cut off on its way."


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of the directory: where its packed bytes start, and what it says about itself."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    start: int = 0


class Archive:
    """The parts of a zip whose directory has been found honest.

    Raises:
        UnreadableFile: damaged, cut off, or a checksum that does not hold.
        UnsafeFile: built to be read in more than one way, or to swell.
        FileTooLarge: more parts or bytes than the limits allow.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Read and judge the directory; inflates nothing."""
        self._content = content
        self._limits = limits
        entries = [_placed(content, part) for part in _entries(content, limits)]
        _refuse_overlaps(entries)
        _refuse_swelling(entries, limits)
        self._parts = _by_name(entries)

    @property
    def names(self) -> list[str]:
        """The names of all parts, as written."""
        return [part.name for part in self._parts.values()]

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """Inflate one part piece by piece, never more than it declares, and check its sum."""
        part = self._parts.get(name.casefold())
        if part is None:
            raise UnreadableFile(f"The file lacks its part {name}.")
        size = crc = 0
        for chunk in _inflate(self._content, part):
            size += len(chunk)
            crc = zlib.crc32(chunk, crc)
            if size > part.size:
                raise UnsafeFile(f"The part {part.name} is larger than the file says.")
            yield chunk
        if size != part.size or crc != part.crc:
            raise UnreadableFile(_CUT)

    def read(self, name: str, most: int) -> bytes:
        """One whole part of at most `most` bytes."""
        content = bytearray()
        for chunk in self.chunks(name):
            content += chunk
            if len(content) > most:
                raise UnsafeFile(f"The part {name} is larger than any honest one.")
        return bytes(content)


def _entries(content: bytes, limits: Limits) -> Iterator[Part]:
    at, count, end = _directory(content)
    if count > limits.max_parts:
        raise FileTooLarge(f"The file consists of more than {limits.max_parts} parts.")
    for _ in range(count):
        if at + _ENTRY.size > end:
            raise UnreadableFile(_CUT)
        part, length = _entry(content, at)
        at += length
        yield part
    if content[at : at + 4] == b"PK\x01\x02":
        raise UnsafeFile("The file holds more parts than it says.")


def _directory(content: bytes) -> tuple[int, int, int]:
    """Where the directory starts, how many entries it has, and where it ends at the latest."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if at < 0 or at + _END.size > len(content):
        raise UnreadableFile(_CUT)
    _, disk, first_disk, here, count, length, start, comment = _END.unpack_from(content, at)
    if at + _END.size + comment != len(content):
        raise UnreadableFile(_CUT)
    if disk or first_disk or here != count or start + length > at:
        raise UnreadableFile(_CUT)
    return start, count, at


def _entry(content: bytes, at: int) -> tuple[Part, int]:
    row = _ENTRY.unpack_from(content, at)
    signature, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, *_, header = row
    if signature != b"PK\x01\x02" or _ZIP64 in (packed, size, header):
        raise UnreadableFile(_CUT)
    raw = content[at + _ENTRY.size : at + _ENTRY.size + name]
    part = Part(_name(raw, flags), flags, method, crc, packed, size, header)
    _refuse_method(part)
    return part, _ENTRY.size + name + extra + comment


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError:
        raise UnsafeFile("The file has a part whose name cannot be read.") from None
    steps = name.split("/")
    if name.startswith("/") or ".." in steps or any(mark in name for mark in "\\\x00:"):
        raise UnsafeFile("The file has a part whose name points outside of the file.")
    return name


def _refuse_method(part: Part) -> None:
    if part.flags & _ENCRYPTED:
        raise UnsafeFile("The file has encrypted parts.")
    if part.method not in (_STORED, _DEFLATED):
        raise UnsafeFile("The file is packed in a way that spreadsheets are not.")
    if part.method == _STORED and part.packed != part.size:
        raise UnsafeFile(f"The part {part.name} has not the size the file says.")


def _placed(content: bytes, part: Part) -> Part:
    """The part with the start of its bytes, once its own header agrees with the directory."""
    if part.header + _LOCAL.size > len(content):
        raise UnreadableFile(_CUT)
    row = _LOCAL.unpack_from(content, part.header)
    signature, _, flags, method, _, _, crc, packed, size, name, extra = row
    if signature != b"PK\x03\x04":
        raise UnreadableFile(_CUT)
    start = part.header + _LOCAL.size + name + extra
    raw = content[part.header + _LOCAL.size : part.header + _LOCAL.size + name]
    told = flags & _SIZES_LATER or _ZIP64 in (packed, size)
    same = told or (crc, packed, size) == (part.crc, part.packed, part.size)
    if not same or method != part.method or _name(raw, flags) != part.name or flags & _ENCRYPTED:
        raise UnsafeFile(f"The file says two different things about its part {part.name}.")
    if start + part.packed > len(content):
        raise UnreadableFile(_CUT)
    return replace(part, start=start)


def _refuse_overlaps(parts: list[Part]) -> None:
    end = 0
    for part in sorted(parts, key=lambda one: one.header):
        if part.header < end:
            raise UnsafeFile("The file has parts that lie on top of each other.")
        end = part.start + part.packed


def _refuse_swelling(parts: list[Part], limits: Limits) -> None:
    if sum(part.size for part in parts) > limits.inflated_bytes:
        raise UnsafeFile("The file would swell to more than the desk opens.")
    for part in parts:
        if part.size > max(_SMALL, part.packed * limits.inflate_ratio):
            raise UnsafeFile(f"The part {part.name} would swell far beyond its packed size.")


def _by_name(parts: list[Part]) -> Mapping[str, Part]:
    named = {part.name.casefold(): part for part in parts}
    if len(named) < len(parts):
        raise UnsafeFile("The file has two parts of the same name.")
    return named


def _inflate(content: bytes, part: Part) -> Iterator[bytes]:
    packed = memoryview(content)[part.start : part.start + part.packed]
    if part.method == _STORED:
        for at in range(0, part.packed, _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    yield from _inflate_pieces(packed)


def _inflate_pieces(packed: memoryview) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _CHUNK):
            waiting = bytes(packed[at : at + _CHUNK])
            while chunk := stream.decompress(waiting, _CHUNK):
                yield chunk
                waiting = stream.unconsumed_tail
    except zlib.error:
        raise UnreadableFile(_CUT) from None
    if not stream.eof or stream.unused_data:
        raise UnreadableFile(_CUT)
