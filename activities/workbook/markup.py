"""XML parts as a stream: no DTD, no entities, UTF-8 only, bounded.

expat itself, because defusedxml has no event stream this fast; what defusedxml forbids raises here
at the document type, the only place where entities can be declared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Protocol
from xml.parsers import expat

from activities.workbook.limits import Limits
from orders.errors import UnreadableFile, UnsafeFile

_NAMESPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/content-types",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    }
)
_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_LONGEST_TOKEN = 1_000_000
_PROLOG = 65_536
_LONGEST_WHOLE = 9
_MOST_ELEMENTS = 20_000
_MOST_NAMES = 1_024

Attributes = Mapping[str, str]


class Listener(Protocol):
    """Who hears the elements of a part. Elements of other namespaces have the name `""`."""

    def start(self, name: str, attributes: Attributes, /) -> None:
        """An element opens; `name` is local, attributes carry `namespace name` or `name`."""
        ...

    def text(self, text: str, /) -> None:
        """Some of an element's text."""
        ...

    def end(self, name: str, /) -> None:
        """An element closes."""
        ...


class _RootReachedError(Exception):
    """The prolog is over."""


def walk(
    chunks: Iterable[bytes],
    listener: Listener,
    limits: Limits,
    names: Mapping[str, str] | None = None,
) -> None:
    """Feed a part to a listener; `names` are those of other namespaces than the spreadsheet's.

    Raises:
        UnreadableFile: this is no XML.
        UnsafeFile: a DTD, another encoding than UTF-8, or more elements than any honest part.
    """
    left = limits.max_elements
    hear_start, hear_end = listener.start, listener.end
    local = _LOCAL if names is None else names

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise UnsafeFile("The file holds far more empty cells than an order has.")
        hear_start(local[name], attributes)

    parser = _parser(start)
    parser.EndElementHandler = lambda name: hear_end(local[name])
    parser.CharacterDataHandler = listener.text
    _feed(parser, chunks)


def elements(chunks: Iterable[bytes], *names: str) -> list[tuple[str, Attributes]]:
    """The elements of these names in a small part, in order, without texts. Errors as in `walk`."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _LOCAL[name] in names:
            found.append((_LOCAL[name], attributes))
        if len(found) > _MOST_ELEMENTS:
            raise UnsafeFile("The file holds far more parts than an order has.")

    _feed(_parser(start), chunks)
    return found


def check_prolog(chunks: Iterable[bytes]) -> None:
    """Judge what stands before the first element, the only place a DTD can be."""

    def start(_name: str, _attributes: dict[str, str]) -> None:
        raise _RootReachedError

    with suppress(_RootReachedError):
        _feed(_parser(start), _head(chunks))


def whole(text: str | None) -> int | None:
    """The number a digits-only attribute or value holds; None for anything else."""
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_WHOLE):
        return None
    return int(text)


def _head(chunks: Iterable[bytes]) -> Iterator[bytes]:
    seen = 0
    for chunk in chunks:
        yield chunk
        seen += len(chunk)
        if seen > _PROLOG:
            raise UnsafeFile("A part of the file has no beginning.")


def _parser(start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _judge_encoding
    return parser


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    fed = 0
    try:
        for chunk in chunks:
            if not fed:
                _refuse_wide(chunk)
            parser.Parse(chunk, False)  # noqa: FBT003  (expat takes no keyword)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise UnsafeFile("The file holds a name longer than any honest one.")
        parser.Parse(b"", True)  # noqa: FBT003  (expat takes no keyword)
    except expat.ExpatError:
        raise UnreadableFile("The file is damaged: a part of it is not well-formed.") from None


def _refuse_doctype(*_: object) -> None:
    raise UnsafeFile("The file carries a document type, which spreadsheets never do.")


def _judge_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise UnsafeFile("A part of the file is written in an encoding spreadsheets do not use.")


def _refuse_wide(head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 in head[:4]:
        raise UnsafeFile("A part of the file is written in an encoding spreadsheets do not use.")


class _LocalNames(dict[str, str]):
    """Names without their namespace, kept: every element of a sheet asks for one."""

    def __init__(self, namespaces: frozenset[str]) -> None:
        super().__init__()
        self._namespaces = namespaces

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        short = local if namespace in self._namespaces else ""
        if len(self) < _MOST_NAMES:
            self[name] = short
        return short


_LOCAL = _LocalNames(_NAMESPACES)


def local_names(*namespaces: str) -> Mapping[str, str]:
    """Full names to local ones of these namespaces; all others are `""`."""
    return _LocalNames(frozenset(namespaces))
