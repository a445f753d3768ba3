"""Shared strings are plain text, whatever runs and hints they hold."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.opening import open_content
from activities.workbook.strings import read_strings, unescape
from orders.errors import UnreadableFile, UnsafeFile
from orders.values import is_crossed_out
from tests.support.packages import pack, row_xml, sheet_xml, strings_xml, workbook

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


STRIKE = "<r><rPr><strike{val}/></rPr><t>10</t></r>"


@pytest.mark.parametrize(
    ("runs", "text", "crossed"),
    [
        (STRIKE.format(val="") + "<r><t> 12</t></r>", " 12", False),
        (STRIKE.format(val="") + "<r><t xml:space='preserve'> </t></r>", "10", True),
        (STRIKE.format(val=' val="0"') + "<r><t>0</t></r>", "100", False),
        ("<r><t>1</t></r>" + STRIKE.format(val=""), "1", False),
    ],
)
def test_what_is_struck_through_in_a_cell_is_left_out_or_crosses_it_out(runs, text, crossed):
    shared = workbook(
        sheet_xml(row_xml(1, '<c r="A1" t="s"><v>0</v></c>')), strings=strings_xml(runs)
    )
    inline = workbook(sheet_xml(row_xml(1, f'<c r="A1" t="inlineStr"><is>{runs}</is></c>')))
    for content in (shared, inline):
        (cell,) = open_content(content, "a.xlsx", Limits()).sheets[0].cells.values()
        assert (cell.value, is_crossed_out(cell)) == (text, crossed)
