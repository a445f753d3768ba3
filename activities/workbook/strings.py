"""Texts of cells: rich text as plain text, shared strings, escapes."""

import re
from collections.abc import Iterable

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, elements, walk
from activities.workbook.runs import standing
from orders.errors import UnsafeFile

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHITE = (9, 10, 13)
_FALSE = ("0", "false")
_PLAIN = re.compile(
    r'(<si><t(?: xml:space="preserve")?>((?:[^<&\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?:amp|lt|gt|quot|apos);)*)</t></si>)'
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_FIRST_PRINTABLE = 32
_SURROGATES = range(0xD800, 0xE000)


class PlainText:
    """Gathers the text runs (`t`, also inside `r`) of one string, without phonetic hints."""

    def __init__(self, limits: Limits) -> None:
        """Start with an empty string; the allowance of text is for the whole part."""
        self._pieces: list[str] = []
        self._cut: list[str] = []
        self._struck = False
        self._length = 0
        self._left = limits.max_text
        self._longest = limits.max_cell_text
        self._open = False
        self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element inside the string opens."""
        if name == "strike":
            self._struck = attributes.get("val", "1") not in _FALSE
        elif name == "r":
            self._struck = False
        self._phonetic = self._phonetic or name == "rPh"
        self._open = name == "t" and not self._phonetic

    def add(self, text: str) -> None:
        """Some text, kept if it belongs to a run."""
        if not self._open:
            return
        self._length += len(text)
        if self._length > min(self._longest, self._left):
            raise UnsafeFile("The file holds more text than an order does.")
        (self._cut if self._struck else self._pieces).append(text)

    def end(self, name: str) -> None:
        """An element inside the string closes."""
        self._open = False
        if name == "r":
            self._struck = False
        elif name == "rPh":
            self._phonetic = False

    def take(self) -> str:
        """The whole string; the next one starts empty."""
        kept, cut = (unescape("".join(one)) for one in (self._pieces, self._cut))
        text = standing(kept, cut)
        self._left -= self._length
        self._pieces.clear()
        self._cut.clear()
        self._length = 0
        return text


class _SharedStrings:
    def __init__(self, limits: Limits) -> None:
        self.texts: list[str] = []
        self._most = limits.max_elements // 5
        self._plain = PlainText(limits)

    def start(self, name: str, attributes: Attributes) -> None:
        self._plain.start(name, attributes)

    def text(self, text: str) -> None:
        self._plain.add(text)

    def end(self, name: str) -> None:
        self._plain.end(name)
        if name == "si":
            self.texts.append(self._plain.take())
            if len(self.texts) > self._most:
                raise UnsafeFile("The file holds far more texts than an order has.")


def read_strings(archive: Archive, part: str, limits: Limits) -> list[str]:
    """The shared strings in order; none when the workbook has no such part."""
    if not part:
        return []
    plain = _plain_strings(archive.chunks(part), limits)
    if plain is not None:
        return plain
    listener = _SharedStrings(limits)
    walk(archive.chunks(part), listener, limits)
    return listener.texts


def _plain_strings(chunks: Iterable[bytes], limits: Limits) -> list[str] | None:
    """All strings at once where none has runs of its own and nothing is unusual, else None."""
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > limits.max_text:
            return None
    head, _, rest = bytes(content).partition(b"<si>")
    body, _, tail = rest.rpartition(b"</si>")
    if tail != b"</sst>" or not elements([head + tail], "sst"):
        return None
    try:
        text = f"<si>{body.decode()}</si>"
    except UnicodeDecodeError:
        return None
    found = _PLAIN.findall(text)
    longest = max(len(whole) for whole, _ in found) if found else 0
    if sum(len(whole) for whole, _ in found) != len(text) or longest > limits.max_cell_text:
        return None
    if len(found) > limits.max_elements // 5:
        return None
    return [unescape(_entities(inside)) for _, inside in found]


def _entities(text: str) -> str:
    if "&" not in text:
        return text
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


def unescape(text: str) -> str:
    """Undo `_x000D_`; an escape that stands for a control character or half a pair stays."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    printable = (code >= _FIRST_PRINTABLE or code in _WHITE) and code not in _SURROGATES
    return chr(code) if printable else found[0]
