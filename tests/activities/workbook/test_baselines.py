"""Letters of several fonts on one line."""

from activities.workbook.baselines import on_baselines


def char(text, top, font="A", line=100.0, size=10.0):
    place = {"text": text, "fontname": font, "size": size, "upright": True}
    return {
        **place,
        "matrix": (1, 0, 0, 1, 0, line),
        "top": top,
        "bottom": top + size,
        "doctop": top,
    }


def test_a_hyphen_of_another_font_stands_where_the_digits_of_its_line_do():
    chars = [char("1", 50), char("-", 45, font="B"), char("2", 50), char("3", 80, line=70.0)]
    on_baselines(chars)
    assert [one["top"] for one in chars] == [50, 50, 50, 80]
    assert chars[1]["bottom"] == 60


def test_a_little_off_and_other_sizes_stay_as_they_are():
    chars = [
        char("1", 50),
        char("2", 50),
        char("b", 51, font="B"),
        char("s", 40, font="B", size=5.0),
    ]
    on_baselines(chars)
    assert [one["top"] for one in chars] == [50, 50, 51, 40]
