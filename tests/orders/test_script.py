"""Words of other scripts sound like their Latin spelling, and like no other's."""

import pytest

from orders.script import apart, consonants, scripts_of, sounds


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("کریمی", "karimi"), ("بهار", "bahar"), ("شرق", "sharq"), ("خانه", "khane"),
        ("иванов", "ivanov"), ("шубин", "shubin"), ("мюллер", "miuller"), ("παπαδοπουλος", "papadopulos"),
        ("μπετα", "beta"), ("نورد", "nord"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(word, latin):
    assert apart(word, latin) <= 0.25
    assert apart(latin, word) == apart(word, latin)


@pytest.mark.parametrize(
    ("word", "latin"),
    [("کریمی", "karami"), ("کرمی", "karimi"), ("بهار", "behruz"), ("иванов", "ivanova")],
)
def test_another_name_sounds_otherwise(word, latin):
    assert apart(word, latin) > 0.4


def test_scripts_and_sounds_of_words():
    assert scripts_of("аbc") == {"cyrillic", "latin"}
    assert scripts_of("123") == frozenset()
    assert sounds("schock") == "Sok"
    assert consonants("کریمی") == consonants("karimi") == "krm"
