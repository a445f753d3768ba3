"""Words of a page: lines, pieces, and what is drawn from right to left."""

import pytest

from activities.workbook.rightward import is_right_to_left, logical
from activities.workbook.words import Word, joined, lines_of


def word(text, left, top=0.0, width=None):
    return Word(text, left, left + (width or 5 * len(text)), top, top + 10)


def test_words_beside_each_other_are_one_line_and_wide_gaps_cut_it():
    (line,) = lines_of([word("Rope", 0), word("10", 23), word("5", 80, top=2)])
    assert [piece.text for piece in line.pieces] == ["Rope 10", "5"]
    assert line.text == "Rope 10 5"


def test_numbers_that_end_at_one_edge_are_a_column_however_near_the_next_text_is():
    rows = [
        (word(n, 50 - 5 * len(n), 20 * at), word("Steel mug", 52, 20 * at))
        for at, n in enumerate(("5", "12", "250"))
    ]
    assert [[piece.text for piece in line.pieces] for line in lines_of(w for r in rows for w in r)] == [
        ["5", "Steel mug"], ["12", "Steel mug"], ["250", "Steel mug"],
    ]  # fmt: skip


def test_a_number_drawn_in_parts_that_touch_is_one_and_two_numbers_stay_two():
    parts = [word("1", 0), word(",61,587.72", 5), word("2", 70), word("9,811.50", 75.2)]
    (line,) = lines_of([*parts, word("16", 200), word("4", 213)])
    assert line.text == "1,61,587.72 29,811.50 16 4"


@pytest.mark.parametrize(
    ("drawn", "spelt"),
    [
        ("abc", "abc"), ("۱۶", "۱۶"), ("٢٬٩٠١٫٧٥", "٢٬٩٠١٫٧٥"),
        ("دادعت", "تعداد"), ("﻿"[1:] + "ﮎ", "ک"), ("12الک", "کلا12"),
    ],
)  # fmt: skip
def test_a_word_is_spelt_in_its_own_direction_and_numbers_in_theirs(drawn, spelt):
    assert logical(list(drawn)) == spelt


def test_a_ligature_keeps_its_letters_order():
    assert logical(["ا", "لا", "ک"]) == "کلاا"


def test_a_piece_from_right_to_left_reads_its_words_from_the_right():
    assert joined([word("کالا", 0), word("شرح", 30)]).text == "شرح کالا"
    assert joined([word(")ریال(", 0), word("مبلغ", 40)]).text == "مبلغ (ریال)"
    assert joined([word("طناب", 0), word("of", 30), word("10", 60), word("شرح", 80)]).text == (
        "شرح of 10 طناب"
    )


def test_letters_decide_the_direction_and_digits_do_not():
    assert is_right_to_left(["شرح", "Qty"]) is False
    assert is_right_to_left(["شرح کالا", "Qty", "۱۲۳"])


def test_numbers_that_count_the_rows_are_a_column_of_their_own():
    rows = [(("LN", 0, 12), ("ITEM", 17, 40), ("NAME", 60, 80), ("QTY", 100, 120))]
    rows += [
        ((str(n), 6, 12), (f"BR-{n}", 17, 40), ("Rope", 60, 80), ("5", 115, 120)) for n in (1, 2, 3)
    ]
    words = [
        Word(text, left, right, 20.0 * at, 20 * at + 9)
        for at, row in enumerate(rows)
        for text, left, right in row
    ]
    assert [line.pieces[0].text for line in lines_of(words)] == ["LN", "1", "2", "3"]


def test_a_currency_behind_an_amount_is_no_column():
    rows = [
        ((text, left, 40), ("TL", 43, 53))
        for text, left in (("9,85", 20), ("519,70", 12), ("36,10", 16))
    ]
    words = [
        Word(text, left, right, 20.0 * at, 20 * at + 9)
        for at, row in enumerate(rows)
        for text, left, right in row
    ]
    assert [len(line.pieces) for line in lines_of(words)] == [1, 1, 1]


def test_thousands_parted_by_a_blank_are_one_number_in_any_column():
    rows = [
        (("82", 20, 30), ("140,86", 33, 63)),
        (("118", 15, 30), ("892,40", 33, 63)),
        (("3", 25, 30), ("033,26", 33, 63)),
    ]
    words = [
        Word(text, left, right, 20.0 * at, 20 * at + 10)
        for at, row in enumerate(rows)
        for text, left, right in row
    ]
    assert [line.pieces[0].text for line in lines_of(words)] == [
        "82 140,86",
        "118 892,40",
        "3 033,26",
    ]


def test_two_lines_of_small_print_beside_a_larger_code_are_one_text():
    code = Word("04032.003/6", 0, 60, 100, 112)
    upper = [Word("KIT", 66, 80, 98, 105), Word("long", 82, 100, 98, 105)]
    lower = [Word("NR", 66, 76, 106, 113), Word("33", 78, 88, 106, 113)]
    (line,) = lines_of([*lower, code, *upper, Word("500", 200, 220, 100, 112)])
    assert [piece.text for piece in line.pieces] == ["04032.003/6", "KIT long NR 33", "500"]


def test_a_percent_sign_goes_on_with_its_number():
    rates = [
        Word(text, left, right, 20.0 * at, 20 * at + 9)
        for at, row in enumerate(
            ((("120", 20, 40),), (("5", 34, 40),), (("VAT", 0, 20), ("20", 28, 40), ("%", 43, 51)))
        )
        for text, left, right in row
    ]
    assert [piece.text for piece in lines_of(rates)[2].pieces][-1] == "20 %"


def test_where_an_address_above_begins_no_text_of_a_line_far_below_is_parted():
    rows = [(("To", 0, 12), ("Dock", 90, 120), ("Day", 200, 220))]
    rows += [(("A-1", 0, 12), ("Rope", 40, 60), ("5", 200, 205), ("1.00", 240, 260))] * 2
    rows += [
        (
            ("A-2", 0, 12),
            ("Tea", 40, 60),
            ("100", 64, 87),
            ("bags", 90, 110),
            ("5", 200, 205),
            ("1.00", 240, 260),
        )
    ]
    words = [
        Word(text, left, right, 20.0 * at, 20 * at + 9)
        for at, row in enumerate(rows)
        for text, left, right in row
    ]
    assert lines_of(words)[-1].pieces[1].text == "Tea 100 bags"
