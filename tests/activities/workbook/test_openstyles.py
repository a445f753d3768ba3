"""What a cell's style says of it, by itself or by the styles it stands on."""

from activities.workbook.openstyles import OpenStyles

STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
PAINT = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"


def told(name: str, parent: str, family: str = "table-cell") -> dict[str, str]:
    return {
        f"{STYLE} name": name, f"{STYLE} family": family, f"{STYLE} parent-style-name": parent,
    }  # fmt: skip


def test_a_style_stands_on_others_and_a_ring_of_them_ends():
    styles = OpenStyles()
    styles.start("style", told("a", "b"))
    styles.start("style", told("b", "a"))
    styles.start("text-properties", {f"{STYLE} text-line-through-style": "solid"})
    assert styles.marked("a", "0.00") == "[Struck]0.00"
    assert styles.marked("nobody", "0.00") == "0.00"


def test_styles_of_other_things_say_nothing_of_cells():
    styles = OpenStyles()
    styles.start("style", told("a", "", "text"))
    styles.start("text-properties", {f"{PAINT} color": "#ffffff"})
    styles.start("style", told("b", ""))
    styles.start("default-style", told("", ""))
    styles.start("text-properties", {f"{PAINT} color": "#ffffff"})
    assert [styles.marked(one) for one in ("a", "b", "")] == ["", "", ""]
