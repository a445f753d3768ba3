"""Shared strings are plain text, whatever runs and hints they hold."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.strings import read_strings, unescape
from orders.errors import UnreadableFile, UnsafeFile
from tests.support.packages import pack, strings_xml

LIMITS = Limits()


def strings(*items: str, limits: Limits = LIMITS) -> list[str]:
    return read_strings(Archive(pack({"s.xml": strings_xml(*items)}), limits), "s.xml", limits)


def test_plain_and_rich_texts_are_joined_without_phonetic_hints():
    assert strings(
        "<t>plain</t>",
        '<r><rPr><b/></rPr><t xml:space="preserve">سفا </t></r><r><t>رش</t></r>',
        "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>",
        "",
        "<t/>",
        "<t> kept </t>",
    ) == ["plain", "سفا رش", "東京", "", "", " kept "]


def test_text_between_the_runs_is_no_text():
    assert strings(" <r> <t>a</t> </r> ") == ["a"]


def test_no_part_means_no_strings():
    assert read_strings(Archive(pack({"a": "b"}), Limits()), "", Limits()) == []


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a_x000D_b", "a\rb"), ("_x0009_", "\t"), ("_x005F_x000D_", "_x000D_"), ("_x0041_", "A"),
        ("_x0000_", "_x0000_"), ("_x001B_", "_x001B_"), ("_xD800_", "_xD800_"), ("_x12_", "_x12_"),
        ("plain", "plain"),
    ],
)  # fmt: skip
def test_escapes_are_undone_but_never_to_control_characters(stored, text):
    assert unescape(stored) == text


def test_one_text_and_all_texts_are_capped():
    with pytest.raises(UnsafeFile, match="more text"):
        strings("<t>" + "x" * 101 + "</t>", limits=Limits(max_cell_text=100))
    assert len(strings(*["<t>" + "x" * 40 + "</t>"] * 2, limits=Limits(max_text=80))) == 2
    with pytest.raises(UnsafeFile, match="more text"):
        strings(*["<t>" + "x" * 40 + "</t>"] * 3, limits=Limits(max_text=80))


def test_b038_more_strings_than_any_order_are_refused():
    with pytest.raises(UnsafeFile, match="more texts"):
        strings(*[""] * 21, limits=Limits(max_elements=100))


@given(st.lists(st.text("a &<>\"'_x0041é\n\r\t\x01", max_size=6), max_size=4))
def test_plain_strings_are_what_the_strict_way_reads(texts):
    escaped = [f"<t>{escape(text)}</t>" for text in texts]
    rich = '<r><t xml:space="preserve">rich</t></r>'
    try:
        wanted = strings(*escaped, rich)
    except UnreadableFile:
        with pytest.raises(UnreadableFile):
            strings(*escaped)
    else:
        assert [*strings(*escaped), "rich"] == wanted


def test_strings_of_another_namespace_are_none():
    xml = strings_xml("<t>a</t>").replace("spreadsheetml", "somethingml")
    assert read_strings(Archive(pack({"s.xml": xml}), LIMITS), "s.xml", LIMITS) == []
