from dataclasses import replace

import pytest

from cards.ask import draw_input, draw_issues
from cards.telling import answer_label, answer_text, issue_text
from orders.case import Status
from orders.issue import Ask, Candidate, Issue, Severity
from tests.cards.lint import find, paragraphs
from tests.cards.scenes import questions, scene

E = Severity.ERROR


def content(elements):
    return {"body": [one.model_dump(by_alias=True, exclude_none=True) for one in elements]}


def drawn(issues, **how):
    return content(draw_issues(scene(Status.AWAITING_CORRECTIONS), issues, **how))


@pytest.mark.parametrize(
    ("issue", "title"),
    [
        (
            Issue("CUSTOMER_NOT_FOUND", E, facts={"asked": "Acme"}),
            "No such customer in Zoho Books: “Acme”",
        ),
        (
            Issue("ITEM_NOT_FOUND", E, facts={"sku": "X-1", "row": "4"}),
            "No such item in Zoho Books: “X-1”",
        ),
        (
            Issue("TOTAL_MISMATCH", E, facts={"value": "1200.5", "expected": "1300"}),
            "The lines do not add up to the total: 1,300, the file says 1,200.5",
        ),
        (
            Issue("INVALID_DATE", E, facts={"value": "2020-01-01", "why": "past"}),
            "The date has passed: 2020-01-01",
        ),
        (
            Issue("NOT_AN_ORDER", E, facts={"kind": "price_list"}),
            "This looks like a price list, not an order",
        ),
        (
            Issue("CURRENCY_MISMATCH", E, facts={"order": "USD", "customer": "EUR"}),
            "The order's currency is not the customer's: USD instead of EUR",
        ),
        (
            Issue("TOTAL_MISMATCH", E, facts={"value": "much", "expected": "?"}),
            "The lines do not add up to the total: ?, the file says much",
        ),
    ],
)
def test_the_facts_an_issue_brings_are_told(issue, title):
    assert issue_text(issue, "en")[0] == title


@pytest.mark.parametrize(
    ("issue", "candidate", "shown"),
    [
        (
            Issue("AMBIGUOUS_DATE", E),
            Candidate("2026-11-21", "2026-11-21"),
            "۳۰ آبان ۱۴۰۵ (۲۰۲۶/۱۱/۲۱)",
        ),
        (Issue("AMBIGUOUS_NUMBER", E), Candidate("1234.5", "1234.5"), "\u2068۱٬۲۳۴٫۵\u2069"),
        (Issue("INVALID_CURRENCY", E, fields=("currency",)), Candidate("EUR", "EUR"), "یورو"),
        (Issue("TOTAL_ROW_UNCERTAIN", E), Candidate("skip", "skip"), "این سطر کنار گذاشته شود"),
        (
            Issue("AMBIGUOUS_COLUMN", E, target="column:sku"),
            Candidate("-", "-"),
            "در این فایل نیست",
        ),
        (Issue("PRICE_ZERO", E, target="price:1"), Candidate("-", "-"), "ردیف کنار گذاشته شود"),
        (
            Issue("PRICE_ZERO", E, target="price:1"),
            Candidate("books", "books"),
            "بدون قیمت: رایگان داده می‌شود",
        ),
        (
            Issue("AMBIGUOUS_COLUMN", E),
            Candidate("B", "B · تعداد: ۱۰"),
            "\u2068B · تعداد: ۱۰\u2069",
        ),
        (Issue("MULTI_TABLE", E), Candidate("A1", ""), "\u2068A1\u2069"),
    ],
)
def test_answers_read_in_the_readers_words(issue, candidate, shown):
    assert answer_text(issue, candidate, "fa") == shown


def test_an_inputs_label_says_which_field_where():
    assert answer_label(questions("en")[0], "en") == "Quantity (Sheet1!D13)"
    assert answer_label(Issue("X", E, fields=("sku",)), "en") == "Item code"
    assert answer_label(Issue("X", E, lines=("L014",)), "en") == "Line 14"
    assert "۱۴" in answer_label(Issue("X", E, lines=("L014",)), "fa")
    assert answer_label(Issue("X", E, cells=("S!A1",)), "en") == "S!A1"
    assert answer_label(Issue("X", E), "en") == "Your answer"


def test_an_amounts_currency_is_named_in_the_readers_words():
    taxed = Issue("TAX_MISSING", E, facts={"found": "647.38", "currency": "EUR"})
    assert "647.38 EUR" in issue_text(taxed, "en")[0]
    assert "۶۴۷٫۳۸ یورو" in issue_text(taxed, "fa")[0]


def test_each_question_has_the_input_it_asks_for():
    number, choice, moment, note = questions("en")
    assert (
        find(content(draw_input(number, "en")), "Input.Text")[0]["id"] == f"fix/{number.issue_id}"
    )
    picked = find(content(draw_input(choice, "en")), "Input.ChoiceSet")[0]
    assert ("value" in picked, picked["style"]) == (False, "expanded")
    likely = replace(choice, preselect="2026-04-03")
    marked = find(content(draw_input(likely, "en")), "Input.ChoiceSet")[0]
    assert marked["value"] == "2026-04-03"
    assert find(content(draw_input(moment, "en")), "Input.Date")
    assert draw_input(note, "en") == []


def test_many_answers_fold_into_a_list():
    many = tuple(Candidate(f"c{n}", f"Column {n}") for n in range(9))
    issue = Issue("AMBIGUOUS_COLUMN", E, ask=Ask.CHOICE, candidates=many, preselect="gone")
    picker = find(content(draw_input(issue, "en")), "Input.ChoiceSet")[0]
    assert picker["style"] == "compact"
    assert "value" not in picker


def test_the_gravest_come_first_and_ten_are_enough():
    errors = tuple(Issue("MISSING_QUANTITY", E, cells=(f"S!D{n}",)) for n in range(9))
    warnings = tuple(
        Issue("LARGE_QUANTITY", Severity.WARNING, cells=(f"S!D{n}",)) for n in range(5)
    )
    infos = (Issue("GTIN_PADDED", Severity.INFO),)
    seen = drawn((*infos, *warnings, *errors), inputs=True)
    headings = [one["text"] for one in find(seen, "TextBlock")]
    assert headings == ["Needs an answer (9)", "Please look (5)"]
    assert paragraphs(seen)[-1] == "… and 5 more."


def test_a_single_cell_in_the_title_is_not_said_twice():
    told = paragraphs(drawn(questions("en")[:1], inputs=False))
    assert told[0] == "The quantity in Sheet1!D13 is not a number: “ten”"
    assert told[1].startswith("Row 13: OF-1042 · Stapler · ten")


def test_many_cells_are_counted_not_listed():
    issue = Issue("MERGED_BODY_CELLS", Severity.WARNING, cells=tuple(f"S!A{n}" for n in range(40)))
    assert any(text.endswith("+34") for text in paragraphs(drawn((issue,), inputs=False)))


def test_warnings_without_inputs_say_no_remedy():
    issue = Issue("LARGE_QUANTITY", Severity.WARNING)
    assert "Please confirm it." not in paragraphs(drawn((issue,), inputs=False))
    assert "Please confirm it." in paragraphs(drawn((issue,), inputs=True))


def test_an_issue_of_several_lines_shows_no_single_row():
    issue = Issue("MISSING_QUANTITY", E, lines=("L001", "L002"))
    assert not [text for text in paragraphs(drawn((issue,), inputs=True)) if text.startswith("Row")]
    lost = Issue("MISSING_QUANTITY", E, lines=("L999",))
    assert not [text for text in paragraphs(drawn((lost,), inputs=True)) if text.startswith("Row")]
