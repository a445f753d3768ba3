"""A text that runs on into the next column is parted where the column begins."""

from activities.workbook.glued import parted_words


def word(text: str, left: float, bottom: float, gap_at: int = 0, gap: float = 0.0):
    """A word of letters five points wide, one of which may stand a little off."""
    chars = []
    for at, sign in enumerate(text):
        x = left + 5 * at + (gap if gap_at and at >= gap_at else 0)
        chars.append({"text": sign, "x0": x, "x1": x + 5, "size": 10})
    return {
        "text": text,
        "x0": left,
        "x1": chars[-1]["x1"],
        "top": bottom - 10,
        "bottom": bottom,
        "chars": chars,
    }


def row(bottom: float, *words):
    return [word(text, left, bottom) for text, left in words]


HEAD = row(20, ("Code", 0), ("Name", 60.3), ("Qty", 200))
PLAIN = row(40, ("AB-12", 0), ("Bolt", 60.3), ("12", 200))


def test_a_code_and_a_name_in_one_word_are_two():
    long = [word("AB-120045-XXWasher", 0, 30, 12, 0.3), *row(30, ("8", 200))]
    made, found = parted_words([*HEAD, *long, *PLAIN])
    assert found == 1
    assert [one["text"] for one in made if one["bottom"] == 30] == ["AB-120045-XX", "Washer", "8"]
    assert [one.get("begins") for one in made if one["text"] == "Washer"] == [True]


def test_a_word_that_is_set_evenly_is_one():
    long = [word("AB-120045-XXWasher", 0.3, 30), *row(30, ("8", 200))]
    assert parted_words([*HEAD, *long, *PLAIN])[1] == 0


def test_letters_off_their_place_where_no_column_begins_are_one_word():
    long = [word("AB-120045-XXWasher", 0, 30, 9, 0.4), *row(30, ("8", 200))]
    assert parted_words([*HEAD, *long, *PLAIN])[1] == 0


def test_a_text_that_begins_on_the_last_letter_of_another_is_parted():
    long = [word("Stein KGDatum:", 0, 30, 8, -4.0)]
    made, found = parted_words(long)
    assert ([one["text"] for one in made], found) == (["Stein KG", "Datum:"], 1)


def test_a_number_that_begins_on_the_last_digit_of_another_is_parted():
    made, found = parted_words([word("118.52844.00", 0, 30, 5, -2.0)])
    assert ([one["text"] for one in made], found) == (["118.5", "2844.00"], 1)
