from dataclasses import replace
from decimal import Decimal

from cards.draw import BUDGET, draw, size
from cards.lines import (
    Detail,
    amount,
    currency_of,
    draw_lines,
    drawn_lines,
    order_of,
    total_of,
)
from cards.scene import Part
from orders.case import PriceCheck, Status
from orders.catalogue import Matches, Organization
from orders.issue import Issue, Severity
from tests.cards.lint import find, paragraphs, words
from tests.cards.paper import case, line
from tests.cards.scenes import scene


def reviewed(whole_case):
    return scene(Status.AWAITING_REVIEW, case=whole_case)


def with_lines(*lines, **changes):
    whole = case("en")
    order = replace(whole.reading.orders[0], lines=lines, **changes)
    return replace(whole, reading=replace(whole.reading, orders=(order,)))


def test_the_total_is_what_the_draft_will_carry():
    assert total_of(drawn_lines(case("en"))) == Decimal("426.50")
    assert total_of([]) is None


def test_an_unread_quantity_shows_a_dash():
    content = draw(reviewed(with_lines(line(0, "en", quantity=None)))).content
    assert "-" in paragraphs(content)


def test_a_line_left_out_counts_for_nothing_and_says_so():
    whole = replace(case("en"), choices={"L002": "-"})
    assert total_of(drawn_lines(whole)) == Decimal("246.50")
    text = words(draw(reviewed(whole)).content)
    assert "left out" in text
    assert "4 lines · Sheet1 · 1 left out" in text


def test_one_line_is_no_plural():
    assert "1 line · Sheet1" in words(draw(reviewed(case("en", 1))).content)


def test_an_unpriced_or_unread_line_leaves_the_total_open():
    unread = with_lines(line(0, "en", quantity=None))
    assert total_of(drawn_lines(unread)) is None
    unpriced = replace(case("en"), prices=())
    assert total_of(drawn_lines(unpriced)) is None
    assert "Draft total" not in words(draw(reviewed(unpriced)).content)


def test_the_order_without_reading_draws_no_lines():
    assert order_of(None) is None
    assert drawn_lines(None) == []
    assert draw_lines(scene(Status.CREATED), Detail.TABLE) == []
    assert amount(scene(Status.CREATED), Decimal(1)) == "-"
    assert amount(scene(Status.PARSING), None) == "-"


def test_the_currency_comes_from_the_order_then_the_customer_then_the_books():
    whole = with_lines(line(0, "en"), currency=None)
    assert currency_of(whole) == "EUR"
    books = Matches(Organization("1", currency="USD"))
    assert currency_of(replace(whole, matches=books)) == "USD"
    assert currency_of(replace(whole, matches=Matches())) == ""


def test_prices_stand_together_and_a_difference_is_marked():
    content = draw(reviewed(case("en"))).content
    assert "file: 4.20" in paragraphs(content)
    marked = [
        run for block in find(content, "RichTextBlock") for run in block["inlines"]
        if run["text"] == "file: 4.20"
    ]  # fmt: skip
    assert marked[0]["color"] == "Warning"
    assert "Line 2: file 4.20 EUR, Zoho Books 4.50 EUR (+7.1 %). The draft carries 4.50 EUR." in (
        paragraphs(content)
    )


def test_cheaper_free_and_missing_prices_read_right():
    whole = case("en")
    checks = (
        PriceCheck("L001", Decimal("1.00"), Decimal("0.50"), Decimal("0.50")),
        PriceCheck("L002", Decimal(0), Decimal("0.50"), None),
        PriceCheck("L003", None, Decimal("0.50"), Decimal("0.50")),
    )
    told = paragraphs(draw(reviewed(replace(whole, prices=checks))).content)
    assert "Line 1: file 1.00 EUR, Zoho Books 0.50 EUR (-50 %). The draft carries 0.50 EUR." in told
    assert "Line 2: file 0.00 EUR, Zoho Books 0.50 EUR." in told
    assert "no price in file" in told


def test_many_price_differences_are_counted():
    whole = case("en", 12)
    checks = tuple(
        PriceCheck(f"L{n:03d}", Decimal(1), Decimal(2), Decimal(2)) for n in range(1, 13)
    )
    text = words(draw(reviewed(replace(whole, prices=checks))).content)
    assert "Price differences (12)" in text
    assert "… and 7 more." in text


def test_a_repeated_file_and_an_unmatched_customer_are_said():
    whole = replace(case("en"), duplicate_of="M2R8TX", matches=Matches())
    text = words(draw(reviewed(whole)).content)
    assert "sent before, as order M2R8TX" in text
    assert "Karimi Trading" in text
    nameless = with_lines(line(0, "en"), customer=None)
    assert "not chosen yet" in words(draw(reviewed(replace(nameless, matches=Matches()))).content)


def test_the_files_own_customer_stands_beside_the_books_name():
    whole = case("en")
    match = replace(whole.matches.customer, asked="KARIMI")
    told = draw(reviewed(replace(whole, matches=replace(whole.matches, customer=match)))).content
    assert "Karimi Trading (file: “KARIMI”)" in paragraphs(told)


def test_a_total_that_agrees_is_said_once():
    whole = with_lines(*case("en").reading.orders[0].lines, total=Decimal("426.50"))
    text = words(draw(reviewed(whole)).content)
    assert "Draft total" in text
    assert "File total" not in text


def test_an_order_with_nothing_unusual_says_so():
    whole = replace(case("en"), issues=(), prices=())
    calm = scene(Status.AWAITING_APPROVAL, case=whole)
    assert "Nothing unusual" in words(draw(calm).content)


def test_dates_and_numbers_that_are_not_known_leave_no_empty_row():
    bare = with_lines(
        replace(line(0, "en"), unit=None, evidence={}),
        po_number=None,
        order_date=None,
        delivery_date=None,
    )
    text = words(draw(reviewed(bare)).content)
    assert "PO number" not in text
    assert "Order date" not in text


def test_an_order_too_long_for_a_card_lists_its_largest_lines():
    """Whoever decides on it sees what most of the money is for, not an empty list."""
    whole = case("en", 300)
    largest = replace(whole.reading.orders[0].lines[290], quantity=Decimal(9_000))
    told = with_lines(*whole.reading.orders[0].lines[:290], largest)
    told = replace(told, prices=whole.prices, matches=whole.matches)
    content = draw(scene(Status.AWAITING_APPROVAL, Part.APPROVER, case=told)).content
    assert "Of 291 lines" in words(content)
    assert "9,000" in words(content)
    assert size(content) <= BUDGET


def test_price_issues_are_not_told_twice():
    noisy = Issue("PRICE_DIFFERENCE", Severity.WARNING, lines=("L002",))
    whole = replace(case("en"), issues=(noisy,))
    assert "Prices in the file differ" not in words(draw(reviewed(whole)).content)
