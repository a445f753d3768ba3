"""The books of anchors: the same lines in several folders, append-only."""

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from orders.anchor import Anchor, read_line, write_line
from orders.audit import Reason
from orders.chain import Head, canonical
from orders.errors import AnchorsDisagree, SettingsError, StoreUnavailable

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
        self._known: dict[Path, tuple[bytes, list[Anchor]]] = {}

    def read(self) -> Shelf:
        """Read every book and compare. Raises `StoreUnavailable` where one cannot be read."""
        with _told_plainly():
            shelf = self._compare()
            try:
                ends = tuple(end for end in map(_read_tail, self._tails) if end is not None)
            except ValueError:
                return replace(shelf, trouble=Reason.ANCHORS)
            return replace(shelf, ends=ends)

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
            shelf = self._compare()
            if not self._mendable(shelf):
                raise AnchorsDisagree
            if shelf.anchors and anchor.prev != shelf.anchors[-1].hash:
                return False
            for path in self._paths:
                _extend(path, [*shelf.anchors, anchor][len(self._read(path)) :])
            return True

    def _compare(self) -> Shelf:
        try:
            books = [self._read(path) for path in self._paths]
        except ValueError:
            return Shelf((), Reason.ANCHORS)
        fullest = max(books, key=len)
        if any(book != fullest[: len(book)] for book in books):
            return Shelf(tuple(fullest), Reason.ANCHORS)
        missing = [book for book in books if not book]
        if missing:
            return Shelf(tuple(fullest), Reason.NO_ANCHOR)
        behind = any(len(fullest) - len(book) > 1 for book in books)
        return Shelf(tuple(fullest), Reason.ANCHORS if behind else Reason.NONE)

    def _read(self, path: Path) -> list[Anchor]:
        """The book's anchors; lines seen before are compared, not parsed. Raises `ValueError`."""
        whole = _whole_lines(path)
        seen, anchors = self._known.get(path, (b"", []))
        if not whole.startswith(seen):
            seen, anchors = b"", []
        fresh = whole[len(seen) :].split(b"\n")[:-1]
        anchors = [*anchors, *(read_line(line.decode()) for line in fresh)]
        self._known[path] = (whole, anchors)
        return anchors

    @staticmethod
    def _mendable(shelf: Shelf) -> bool:
        fresh = shelf.trouble is Reason.NO_ANCHOR and len(shelf.anchors) <= 1
        return fresh or shelf.trouble is Reason.NONE

    @contextmanager
    def _locked(self) -> Iterator[None]:
        for path in self._paths:
            path.parent.mkdir(parents=True, exist_ok=True)
        with (self._paths[0].parent / _LOCK).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _whole_lines(path: Path) -> bytes:
    """What the book holds; a torn last line does not count, a missing book is empty."""
    try:
        found = path.read_bytes()
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


def _extend(path: Path, missing: Sequence[Anchor]) -> None:
    """Bring a book up to date: cut a torn line off, append what it lacks, and reach the disk."""
    lines = "".join(f"{write_line(anchor)}\n" for anchor in missing)
    keep = len(_whole_lines(path))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o640)
    with os.fdopen(descriptor, "ab") as book:
        if os.fstat(descriptor).st_size > keep:
            book.truncate(keep)
        book.write(lines.encode())
        book.flush()
        os.fsync(descriptor)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        kind = type(error).__name__
        raise StoreUnavailable(f"An anchor folder cannot be used ({kind}).") from error
