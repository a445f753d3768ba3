"""Terms overleaf have no columns."""

from activities.workbook.prose import without_columns
from activities.workbook.words import Word, lines_of

TERMS = "the seller shall|deliver all goods|at the agreed place|and bear the risk"
LINE = "A-1|Rope of the best kind|4|2.50|10.00"
HEAD = "code|name of the goods|quantity|unit price|total amount"


def page(*rows):
    words = []
    for at, row in enumerate(rows):
        for place, cell in enumerate(row.split("|")):
            left = 150.0 * place
            for word in cell.split():
                words.append(Word(word, left, left + 5 * len(word), 20.0 * at, 20.0 * at + 10))
                left += 5 * len(word) + 3
    return lines_of(words)


def test_lines_of_running_text_are_one_piece_each_and_lines_of_an_order_are_not():
    read = without_columns(page(HEAD, LINE, *[TERMS] * 8))
    assert [len(line.pieces) for line in read] == [5, 5, *[1] * 8]
    assert read[2].pieces[0].text == TERMS.replace("|", " ")


def test_a_few_such_lines_may_be_a_tables():
    assert len(without_columns(page(HEAD, LINE, TERMS, TERMS))[2].pieces) == 4
