"""Formulas of open documents read as those of .xlsx files, or are not read."""

import pytest

from activities.workbook.openformula import translated


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("of:=[.B2]*[.C2]", "=B2*C2"), ("oooc:=SUM([.B2:.B9])", "=SUM(B2:B9)"),
        ("of:=ROUND([.$B$2]*20%;2)", "=ROUND($B$2*20%,2)"), ("msoxl:=A1+1", "=A1+1"),
        ("=[.A1]", "=A1"), ("of:=[$Other.A1]", "=Other!A1"), ("of:=[$'My Sheet'.A1]", "='My Sheet'!A1"),
        ('of:=IF([.A1]>2;"a;b";"[.B1]")', '=IF(A1>2,"a;b","[.B1]")'),
        ("of:=[.A1:.B2]![.B1]", "=?"), ("of:={1;2|3;4}", "=?"), ("of:=[.#REF!]", "=?"), ("of:=[.A1]~[.B1]", "=?"),
        ("xx:=1", "=?"), ("of:=" + "1+" * 600, "=?"), ("of:=[Sheet1.A1:Sheet2.A1]", "=?"),
    ],
)  # fmt: skip
def test_formulas_take_the_form_of_the_other_formats(formula, text):
    assert translated(formula) == text
