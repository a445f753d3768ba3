"""Letters over letters of another text are seen; what a font or a hand does itself is not."""

import pytest

from activities.workbook.overprint import is_cut, is_overprinted


def letters(
    text: str,
    left: float = 0.0,
    bottom: float = 20.0,
    size: float = 10.0,
    width: float = 5.0,
    **more,
):
    """A text whose letters are set so far apart as they are wide."""
    return [
        {
            "text": sign,
            "x0": left + width * at,
            "x1": left + width * (at + 1),
            "bottom": bottom,
            "size": size,
        }
        | more
        for at, sign in enumerate(text)
        if sign != " "
    ]


def test_a_text_that_runs_into_the_next_cell_is_seen():
    assert is_overprinted([*letters("Anchor chain galvanised"), *letters("Kite", left=62.0)])


@pytest.mark.parametrize(
    "other",
    [
        letters("Kite", left=116.0),
        letters("Kite", left=62.0, bottom=32.0),
        letters("DRAFT", left=40.0, size=40.0, width=20.0),
        letters("Kite", left=62.0, upright=False),
        letters("...-", left=62.0),
        letters("سیم", left=62.0),
    ],
)
def test_what_stands_apart_or_is_no_letter_of_the_line_is_not(other):
    assert not is_overprinted([*letters("Anchor chain galvanised"), *other])


def test_letters_that_a_font_sets_tightly_are_not():
    assert not is_overprinted(letters("Anchor chain", width=5.0) + letters("f", left=59.0))


def test_a_number_that_ends_where_the_page_does_may_be_cut_off():
    assert is_cut(letters("3000000", left=62), 100)
    assert not is_cut(letters("3000000", left=50), 100)
    assert not is_cut(letters("3000000.50", left=62), 100)
    assert not is_cut(letters("Page", left=78), 100)


def test_what_is_whole_at_the_edge_is_not_cut_off():
    assert not is_cut(letters("10/04/2025", left=47), 100)
    assert not is_cut([*letters("3000", left=74), *letters("\u00a0", left=94)], 100)
