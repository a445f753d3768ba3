"""The books of anchors: the same lines in several folders, append-only."""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orders.anchor import Anchor, read_line, write_line
from orders.audit import Reason
from orders.chain import DESK_GENESIS, Head, canonical
from orders.errors import AnchorsDisagree, SettingsError, StoreUnavailable
from runtime.settings import make_folder

_BOOK = "anchors.jsonl"
_TAIL = "newest.json"
_LOCK = "anchors.lock"
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all books say together: the anchors of the fullest one, and whether the others agree.

    `trouble` is `ANCHORS` where one was changed, `NO_ANCHOR` where one is not there. `ends` is where
    each folder last saw the log end, which is later than the newest anchor while orders are under way.
    """

    anchors: tuple[Anchor, ...]
    trouble: Reason = Reason.NONE
    ends: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class _End:
    """How far a book was read: bytes, lines, and the last line, as it stands there and read."""

    size: int = 0
    lines: int = 0
    line: bytes = b""
    last: Anchor | None = None

    def follow(self, line: bytes) -> "_End":
        """One line further. Raises `ValueError` where it is no anchor that follows the last one."""
        anchor = read_line(line[:-1].decode())
        if anchor.prev != (self.last.hash if self.last else DESK_GENESIS):
            raise ValueError("the anchors do not follow each other")
        return _End(self.size + len(line), self.lines + 1, line, anchor)


def open_books(folders: str, data_dir: Path) -> "AnchorBooks":
    """The books in the named folders (comma-separated); by default in and beside `data_dir`.

    Raises:
        SettingsError: fewer than two different folders are named.
    """
    named = [Path(part.strip()) for part in folders.split(",") if part.strip()]
    beside = data_dir.absolute()
    return AnchorBooks(named or [beside / "anchors", beside.parent / f"{beside.name}-anchors"])


class AnchorBooks:
    """One file in each folder; every anchor goes to all of them.

    A crash between two folders leaves one book one line behind, or with a torn last line. The next
    `append` mends that, and only that: any other difference is somebody's doing and stays.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._paths = sorted({folder.resolve() / _BOOK for folder in folders})
        if len(self._paths) < _FEWEST:
            raise SettingsError("DESK_ANCHOR_DIRS needs two folders or more, comma-separated.")
        self._known: dict[Path, _End] = {}

    def prepare(self) -> None:
        """Make the folders that are not there: without them no order could end.

        Raises:
            SettingsError: the desk cannot write into one of them.
        """
        for path in self._paths:
            make_folder(path.parent, "DESK_ANCHOR_DIRS")

    def read(self) -> Shelf:
        """Read every book from its first line on, and compare.

        Raises:
            StoreUnavailable: one cannot be read.
        """
        with _told_plainly():
            try:
                read = [_read(path, _End()) for path in self._paths]
                ends = tuple(end for end in map(_read_tail, self._tails) if end is not None)
            except ValueError:
                return Shelf((), Reason.ANCHORS)
            _, anchors = max(read, key=lambda one: one[0].lines)
            return Shelf(tuple(anchors), _compare([end for end, _ in read]), ends)

    def newest(self) -> Anchor | None:
        """The newest anchor; of each book only what came since the last look is read.

        Raises:
            AnchorsDisagree: a book is not what it was.
            StoreUnavailable: one cannot be read.
        """
        with _told_plainly():
            return _fullest(self._ends()).last

    def note(self, end: Head) -> None:
        """Keep in every folder that the log has come this far; an older note never replaces it.

        Raises:
            StoreUnavailable: a folder cannot be written, or its note cannot be read.
        """
        with _told_plainly(), self._locked():
            for tail in self._tails:
                kept = _read_tail(tail)
                if kept is None or kept.seq < end.seq:
                    _replace(tail, f"{canonical({'count': end.seq, 'head': end.hash})}\n")

    @property
    def _tails(self) -> list[Path]:
        return [path.with_name(_TAIL) for path in self._paths]

    def append(self, anchor: Anchor) -> bool:
        """Write the anchor to all books; False when another writer was faster (draw it anew).

        Raises:
            AnchorsDisagree: the books differ by more than a crash explains.
            StoreUnavailable: a folder cannot be written.
        """
        with _told_plainly(), self._locked():
            ends = self._ends()
            fullest = _fullest(ends)
            if not _mendable(_compare(ends), fullest):
                raise AnchorsDisagree
            if fullest.last is not None and anchor.prev != fullest.last.hash:
                return False
            for path, end in zip(self._paths, ends, strict=True):
                missing = fullest.line if end.lines < fullest.lines else b""
                _extend(path, end.size, missing + f"{write_line(anchor)}\n".encode())
            return True

    def _ends(self) -> list[_End]:
        """Where each book ends; its last line must stand where it stood, and is read on from."""
        try:
            ends = [_read(path, self._known.get(path, _End()))[0] for path in self._paths]
        except ValueError:
            raise AnchorsDisagree from None
        self._known = dict(zip(self._paths, ends, strict=True))
        return ends

    @contextmanager
    def _locked(self) -> Iterator[None]:
        for path in self._paths:
            path.parent.mkdir(parents=True, exist_ok=True)
        with (self._paths[0].parent / _LOCK).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _read(path: Path, known: _End) -> tuple[_End, list[Anchor]]:
    """Where a book ends, and its anchors behind those known; all of them where it was shortened.

    Raises:
        ValueError: it is not what the desk writes, or not what it was.
    """
    found = _whole_lines(path, known.size - len(known.line))
    if not found:
        known = _End()
        found = _whole_lines(path, 0)
    if not found.startswith(known.line):
        raise ValueError("the book is not what it was")
    anchors = []
    for line in found[len(known.line) :].splitlines(keepends=True):
        known = known.follow(line)
        if known.last is not None:
            anchors.append(known.last)
    return known, anchors


def _fullest(ends: Sequence[_End]) -> _End:
    return max(ends, key=lambda end: end.lines)


def _compare(ends: Sequence[_End]) -> Reason:
    """Whether all books are the fullest one, or one line behind it.

    Each line names the one before by its hash, so that equal last lines are equal books.
    """
    fullest = _fullest(ends)
    before = fullest.last.prev if fullest.last else ""
    for end in ends:
        behind = end.last is not None and end.lines == fullest.lines - 1 and end.last.hash == before
        if end.lines and not behind and end.last != fullest.last:
            return Reason.ANCHORS
    return Reason.NONE if all(end.lines for end in ends) else Reason.NO_ANCHOR


def _mendable(trouble: Reason, fullest: _End) -> bool:
    fresh = trouble is Reason.NO_ANCHOR and fullest.lines <= 1
    return fresh or trouble is Reason.NONE


def _whole_lines(path: Path, start: int) -> bytes:
    """What the book holds from a byte on; a torn last line does not count, a missing book is empty."""
    try:
        with path.open("rb") as book:
            book.seek(start)
            found = book.read()
    except FileNotFoundError:
        return b""
    return found[: found.rfind(b"\n") + 1]


def _read_tail(path: Path) -> Head | None:
    """Where a folder last saw the log end; None where it has no note. Raises `ValueError`."""
    try:
        noted = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    if not isinstance(noted, dict) or type(noted.get("count")) is not int:
        raise ValueError("the note of the log's end is none")
    return Head(noted["count"], str(noted.get("head")))


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def _extend(path: Path, keep: int, lines: bytes) -> None:
    """Bring a book up to date: cut a torn line off, append what it lacks, and reach the disk."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o640)
    with os.fdopen(descriptor, "ab") as book:
        if os.fstat(descriptor).st_size > keep:
            book.truncate(keep)
        book.write(lines)
        book.flush()
        os.fsync(descriptor)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        kind = type(error).__name__
        raise StoreUnavailable(f"An anchor folder cannot be used ({kind}).") from error
