"""XML parts are streamed without DTDs, entities or other encodings."""

import pytest

from activities.workbook.limits import Limits
from activities.workbook.markup import check_prolog, elements, walk, whole
from orders.errors import UnreadableFile, UnsafeFile
from tests.support.packages import MAIN

LIMITS = Limits()

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
HOSTILE = {
    "external_file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "external_http": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>',
    "external_subset": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
    "laughs": '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>',
    "bare_doctype": "<!DOCTYPE a><a/>",
    "after_comment": "<!-- x --><?pi?><!DOCTYPE a><a/>",
}


class Log:
    def __init__(self) -> None:
        self.heard: list[object] = []

    def start(self, name, attributes):
        self.heard.append((name, dict(attributes)))

    def text(self, text):
        self.heard.append(text)

    def end(self, name):
        self.heard.append(f"/{name}")


def heard(content: bytes, limits: Limits = LIMITS) -> list[object]:
    log = Log()
    walk([content], log, limits)
    return log.heard


def test_elements_and_texts_are_heard_in_order():
    xml = f'<x:a xmlns:x="{MAIN}" k="1"><x:b>t&amp;u</x:b><c xmlns="urn:other"/></x:a>'
    assert heard(xml.encode()) == [
        ("a", {"k": "1"}), ("b", {}), "t&u", "/b", ("", {}), "/", "/a",
    ]  # fmt: skip


def test_strict_documents_have_the_same_names():
    assert heard(f'<a xmlns="{STRICT}"/>'.encode()) == [("a", {}), "/a"]


def test_a_part_in_pieces_is_the_same_as_a_whole_one():
    content = f'<a xmlns="{MAIN}"><b>سفارش</b></a>'.encode()
    log = Log()
    walk([content[n : n + 1] for n in range(len(content))], log, Limits())
    assert [one for one in log.heard if not isinstance(one, tuple)][-2:] == ["/b", "/a"]


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_b045_a_document_type_is_refused(hostile):
    with pytest.raises(UnsafeFile, match="document type"):
        heard(hostile.encode())
    with pytest.raises(UnsafeFile, match="document type"):
        check_prolog([hostile.encode()])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_b045_wide_encodings_are_refused(encoding):
    with pytest.raises(UnsafeFile, match="encoding"):
        heard("<a/>".encode(encoding))


@pytest.mark.parametrize("name", ["UTF-7", "utf-16", "latin-1", "cp037"])
def test_b045_other_declared_encodings_are_refused(name):
    with pytest.raises(UnsafeFile, match="encoding"):
        heard(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode())


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", "us-ascii"])
def test_utf8_by_any_of_its_names_is_read(name):
    assert heard(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode()) == [("", {}), "/"]


@pytest.mark.parametrize("broken", ["<a>", "<a></b>", "", "text", "<a/><a/>", "<a>&x;</a>"])
def test_what_is_not_well_formed_is_unreadable(broken):
    with pytest.raises(UnreadableFile):
        heard(broken.encode())


def test_elements_are_counted():
    with pytest.raises(UnsafeFile, match="empty cells"):
        heard(b"<a>" + b"<c/>" * 20 + b"</a>", Limits(max_elements=20))


def test_b038_one_endless_token_stops_early():
    def endless():
        yield b'<a b="'
        for _ in range(1_000):
            yield b"x" * 65_536
        raise AssertionError("read on")

    with pytest.raises(UnsafeFile, match="longer than"):
        walk(endless(), Log(), Limits())


def test_small_parts_are_listed_by_the_names_asked_for():
    xml = f'<a xmlns="{MAIN}"><b k="1"/><c/><b k="2"/></a>'.encode()
    assert elements([xml], "b") == [("b", {"k": "1"}), ("b", {"k": "2"})]
    with pytest.raises(UnsafeFile, match="more parts"):
        elements([f'<a xmlns="{MAIN}">'.encode() + b"<b/>" * 20_001 + b"</a>"], "b")


def test_a_prolog_is_judged_without_reading_on():
    def part():
        yield b"<?xml version='1.0'?><a><b>"
        raise AssertionError("read on")

    check_prolog(part())


@pytest.mark.parametrize("part", [b"", b"<!-- " + b"x" * 200_000, b"<?pi?>" * 20_000])
def test_a_part_without_a_beginning_is_refused(part):
    with pytest.raises((UnsafeFile, UnreadableFile)):
        check_prolog([part[n : n + 5_000] for n in range(0, len(part), 5_000)])


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("123456789", 123_456_789)])
def test_whole_numbers_are_digits(text, number):
    assert whole(text) == number


@pytest.mark.parametrize("text", [None, "", "-1", "zz", "1.0", "١", "²", "1" * 10, " 1", "1_0"])
def test_what_is_not_digits_is_no_whole_number(text):
    assert whole(text) is None
