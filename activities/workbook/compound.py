"""One stream of a compound file, the container of .xls ([MS-CFB]).

Every chain is followed at most as far as the file has sectors, so that a ring ends.
"""

import struct
from collections.abc import Iterator

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
"""From here on a sector's number marks an end or a gap."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_HEADER_TABLE = 109
_SECTORS, _SMALL = (9, 12), 6
"""Powers of two of a sector's size, and of a small one's."""


def stream(content: bytes, name: str) -> bytes:
    """The bytes of a stream by its name; empty where the file has none.

    Raises:
        ValueError: this is no compound file.
        struct.error: it breaks off.
    """
    if not content.startswith(_MAGIC):
        raise ValueError("no compound file")
    file = _File(content)
    root = next((entry for entry in file.entries() if entry[1] == _ROOT), None)
    for found, kind, start, size in file.entries():
        if (found, kind) == (name, _STREAM):
            if size >= file.cutoff or root is None:
                return file.chain(start)[:size]
            return file.small(start, file.chain(root[2]))[:size]
    return b""


class _File:
    """The tables of a compound file."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        big, small = struct.unpack_from("<HH", content, 30)
        if big not in _SECTORS or small != _SMALL:
            raise ValueError("no sectors of a known size")
        self.size, self.small_size = 1 << big, 1 << small
        self.directory, _, self.cutoff, start, _, extra, _ = struct.unpack_from("<7I", content, 48)
        self.table = self._numbers(self._table_sectors(extra))
        self.small_table = self._numbers(self._follow(start, self.table))

    def chain(self, start: int) -> bytes:
        """The sectors of a chain, joined."""
        return b"".join(map(self._sector, self._follow(start, self.table)))

    def small(self, start: int, room: bytes) -> bytes:
        """The small sectors of a chain, which lie in the root's own stream."""
        size = self.small_size
        numbers = self._follow(start, self.small_table)
        return b"".join(room[number * size : (number + 1) * size] for number in numbers)

    def entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Name, kind, first sector and size of everything in the directory."""
        directory = self.chain(self.directory)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            start, size = struct.unpack_from("<II", directory, at + 116)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield name, kind, start, size

    def _sector(self, number: int) -> bytes:
        return self.content[(number + 1) * self.size : (number + 2) * self.size]

    def _table_sectors(self, extra: int) -> list[int]:
        found = list(struct.unpack_from(f"<{_HEADER_TABLE}I", self.content, 76))
        for _ in range(len(self.content) // self.size):
            if extra >= _LAST:
                break
            numbers = self._numbers([extra])
            found += numbers[:-1]
            extra = numbers[-1]
        return [number for number in found if number < _LAST]

    def _numbers(self, sectors: list[int]) -> list[int]:
        table = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4]))

    def _follow(self, start: int, table: list[int]) -> list[int]:
        found: list[int] = []
        while start < len(table) and len(found) <= len(table):
            found.append(start)
            start = table[start]
        return found
