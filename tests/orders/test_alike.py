"""Names are compared word by word; what may be another name is never sure."""

import pytest

from orders.alike import Words, compare
from orders.shorthand import is_common

FIRMS = Words(
    ["nordwind sport", "nordwand sport", "blue river trading", "ali karimi", "alpen glow group"],
    is_common,
)


@pytest.mark.parametrize(
    ("asked", "known", "because"),
    [
        ("river blue trading", "blue river trading", ()),
        ("blue rivver trading", "blue river trading", ("typo",)),
        ("blue river trd", "blue river trading", ("abbreviation",)),
        ("بازرگانی blue river", "blue river trading", ("abbreviation",)),
        ("blueriver trading", "blue river trading", ("spacing",)),
        ("блу ривер трейдинг", "blue river trading", ("abbreviation", "script")),
        ("blue river", "blue river trading", ()),
        ("alpen glow", "alpen glow group", ()),
    ],
)
def test_slips_scripts_and_short_forms_are_sure(asked, known, because):
    found = compare(asked, known, FIRMS)
    assert found.sure == (asked != "блу ривер трейдинг")
    assert found.score > 0.75
    if found.sure:
        assert found.because == because


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("nordwand sport", "nordwind sport"),
        ("nordwnd", "nordwindy sport"),
        ("ali karami", "ali karimi"),
        ("ali karimian", "ali karimi"),
        ("ali zarimi", "ali karimi"),
        ("blue river stores", "blue river trading"),
        ("blue river trading east", "blue river trading"),
        ("blue 2 trading", "blue 3 trading"),
        ("blue", "blue river trading"),
        ("zzz", "blue river trading"),
        ("", "blue river trading"),
    ],
)
def test_what_may_be_another_name_is_not_sure(asked, known):
    assert not compare(asked, known, FIRMS).sure


def test_a_rare_word_weighs_more_and_a_common_one_tells_nothing():
    assert FIRMS.weight("river") > FIRMS.weight("sport")
    assert FIRMS.weight("trading") == 0.2
    assert not FIRMS.tells("trading")
    assert "river" in FIRMS
    assert "rivver" not in FIRMS


def test_of_names_that_score_the_same_the_one_of_more_equal_letters_ranks_first():
    words = Words(["glove black 12l", "glove black 48l"])
    asked = "glove black 488l"
    near, far = compare(asked, "glove black 48l", words), compare(asked, "glove black 12l", words)
    assert near.rank < far.rank
    assert not near.sure


def test_a_name_whose_letters_are_nearly_all_there_is_offered_and_never_sure():
    found = compare("northlightxstores", "northlight stores", Words(["northlight stores"]))
    assert found.score > 0.5
    assert not found.sure
