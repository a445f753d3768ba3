"""Cell styles give number formats, and formats say whether a number is a date."""

import pytest

from activities.workbook.archive import Archive
from activities.workbook.limits import Limits
from activities.workbook.styles import date_letters, read_formats
from orders.errors import UnreadableFile, UnsafeFile
from tests.support.packages import MAIN, pack, styles_xml


def formats(xml: str) -> tuple[str, ...]:
    limits = Limits(inflate_ratio=2_000)
    return read_formats(Archive(pack({"s.xml": xml}), limits), "s.xml", limits)


def xfs(count: int, told: str = 'numFmtId="14"') -> str:
    return f'<styleSheet xmlns="{MAIN}"><cellXfs>{f"<xf {told}/>" * count}</cellXfs></styleSheet>'


def test_every_style_shows_its_code():
    assert formats(styles_xml("00000", '#,##0 "ریال"', "General")) == ("00000", '#,##0 "ریال"', "")
    assert formats(xfs(2)) == ("mm-dd-yy", "mm-dd-yy")
    assert formats(xfs(1, "")) == ("",)
    assert formats(xfs(1, 'numFmtId="31"')) == ("yyyy/m/d",)


def test_a_workbook_without_styles_has_no_formats():
    assert read_formats(Archive(pack({"a": "b"}), Limits()), "", Limits()) == ()


def test_b054_an_empty_fill_is_no_trouble():
    assert "<fill/>" in styles_xml("0")
    assert formats(styles_xml("0")) == ("0",)


def test_b054_a_million_cell_formats_are_refused():
    with pytest.raises(UnsafeFile, match="more cell formats"):
        formats(xfs(65_537))
    with pytest.raises(UnsafeFile, match="swell"):
        Archive(pack({"s.xml": xfs(1_000_000)}), Limits())


@pytest.mark.parametrize("number", ["-1", "zz", "1e3", ""])
def test_a_style_that_points_to_no_number_is_damaged(number):
    with pytest.raises(UnreadableFile):
        formats(xfs(1, f'numFmtId="{number}"'))


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("", ""), ("0.00", ""), ("#,##0", ""), ("@", ""), ("# ?/?", ""), ("0.00E+00", ""),
        ("[$€-407] #,##0.00", ""), ('0 "days"', ""), ('#,##0 "ریال"', ""), ("0_d", ""), ("General", ""),
        ("0\\d", ""), ("[Red]0", ""), ("[h]:mm:ss", ""), ("[mm]:ss", ""), ("[s]", ""), ("*d0", ""),
        ("yyyy-mm-dd", "d"), ("d.m.yy", "d"), ("mmm", "d"), ("[$-409]dd/mmm/yyyy;@", "d"),
        ("yyyy年m月d日", "d"), ("[$-3000401]B2dd/mm/yyyy", "d"), ("DD/MM/YYYY", "d"),
        ("yyyy-mm-dd hh:mm", "dt"), ("m/d/yy h:mm AM/PM", "dt"),
        ("h:mm", "t"), ("mm:ss", "t"), ("mmss.0", "t"), ("hh:mm:ss.000", "t"), ("h:mm AM/PM", "t"),
        ('[Red]0;"y"', ""), ("0;d", ""),
    ],
)  # fmt: skip
def test_a_format_says_whether_a_number_is_a_date(code, letters):
    assert date_letters(code) == letters


def test_b079_the_longest_code_is_judged_at_once():
    for hostile in ('"' * 1_000, "[" * 1_000, "\\" * 1_000, "_" * 999 + "d"):
        date_letters(hostile)


def test_what_is_struck_through_is_told_beside_its_code():
    fonts = '<fonts><font><strike/></font><font/><font><strike val="0"/></font></fonts>'
    styles = "".join(
        f'<xf numFmtId="{code}" fontId="{font}"/>'
        for code, font in ((1, 0), (0, 0), (1, 1), (1, 2))
    )
    xml = f'<styleSheet xmlns="{MAIN}">{fonts}<cellXfs>{styles}</cellXfs></styleSheet>'
    assert formats(xml) == ("[Struck]0", "[Struck]General", "0", "0")
