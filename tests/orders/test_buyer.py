"""The right customer, or a question; never a wrong one."""

import pytest

from orders.alike import Alike
from orders.buyer import Memory, clear_best, customer_label, match_customer, reason_of, score_of
from orders.catalogue import Customer, Method
from orders.clues import Clues, clues_in
from orders.customers import CustomerIndex
from orders.learned import Alias, AliasKind, customer_key

CUSTOMERS = (
    Customer("1", "Brightwater Outdoor GmbH", "Brightwater Outdoor GmbH", tax_number="DE999000101"),
    Customer("2", "Karimi Trading Co", "Karimi Trading", email="order@karimi-co.example"),
    Customer("3", "Karimi Trading LLC", "Karimi Trading", phone="+98 21 5550 1234"),
    Customer("4", "Aftab Shargh Trading", "بازرگانی آفتاب شرق"),
    Customer("5", "Sunset Shop", active=False),
    Customer("6", "Nordwind", "", aliases=("North Wind Stores",)),
    Customer("7", "Delta", active=False),
    Customer("8", "Delta Ltd"),
    Customer("9", "Silverline Sport"),
    Customer("10", "Silverlime Sport"),
    Customer("11", "Ali Karimi"),
)


def match(asked, customers=CUSTOMERS, choice=None, **memory):
    return match_customer(asked, CustomerIndex(customers), choice, Memory(**memory))


def taught(text, record_id):
    key = customer_key(text)
    alias = Alias(
        "t", AliasKind.CUSTOMER, "", key, text, record_id, "", "u", "Sara", "2026-11-20", "K7"
    )
    return {key: alias}


@pytest.mark.parametrize(
    ("asked", "found", "method"),
    [
        ("brightwater outdoor", "1", Method.EXACT),
        ("Brightwater Outdoor GmbH", "1", Method.EXACT),
        ("بازرگاني آفتاب شرق", "4", Method.EXACT),
        ("Karimi Trading LLC", "3", Method.EXACT),
        ("NORTH WIND stores", "6", Method.ALIAS),
        ("Delta", "8", Method.EXACT),
        ("Silverlime Sport", "10", Method.EXACT),
    ],
)
def test_one_customer_of_that_name_is_the_customer(asked, found, method):
    got = match(asked)
    assert got.customer is not None
    assert (got.customer.customer_id, got.method) == (found, method)


@pytest.mark.parametrize(
    ("asked", "found", "because"),
    [
        ("Birghtwater Outdoor", "1", "typo"),
        ("Brightwatr Outdoor", "1", "typo"),
        ("Bright water Outdoor", "1", "spacing"),
        ("Outdoor Brightwater", "1", "similar_name"),
        ("Брайтвотер Аутдор", "", ""),
        ("آفتاب شرق", "4", "similar_name"),
        ("Brightwater Outdoor Ltd", "1", "legal_form"),
        ("Νορντβιντ Sport", "", ""),
    ],
)
def test_a_name_that_can_only_be_one_customers_is_a_guess(asked, found, because):
    got = match(asked)
    assert (got.customer.customer_id if got.customer else "") == found
    if found:
        assert (got.method, got.because) == (Method.FUZZY, because)


@pytest.mark.parametrize(
    "asked",
    [
        "Silverlie Sport",
        "Birghtwater Outdor",
        "Brightwater",
        "Ali Karami",
        "Ali Karim",
        "Karimi",
        "کریمی",
        "Nordwind Sport",
        "Brightwater Outdoor East",
        "Sunset Shpo",
    ],
)
def test_what_may_be_another_customer_only_suggests(asked):
    got = match(asked)
    assert got.customer is None
    assert all(one.score < 1 for one in got.suggestions)


def test_b067_a_look_alike_letter_is_never_automatic():
    got = match("Brightwater Оutdoor")
    assert got.customer is None
    assert got.suggestions[0].record_id == "1"
    assert "lookalike" in got.suggestions[0].because


def test_t35_two_customers_of_one_name_are_asked():
    got = match("Karimi Trading")
    assert got.customer is None
    assert {one.record_id for one in got.suggestions} == {"2", "3"}


def test_t35_two_identical_names_are_asked():
    twins = (Customer("1", "Alfa"), Customer("2", "Alfa"))
    assert match("Alfa", twins).customer is None
    assert len(match("Alfa", twins).suggestions) == 2


@pytest.mark.parametrize("asked", ["???", "...", "", None, "   "])
def test_t35_a_name_of_nothing_matches_nobody(asked):
    got = match(asked, (*CUSTOMERS, Customer("99", "", "")))
    assert got.customer is None
    assert got.suggestions == ()


def test_t35_a_one_word_persian_name_does_not_match_a_blank_company():
    got = match("فروشگاه", (Customer("1", "Alfa", ""), Customer("2", "Beta", "")))
    assert got.customer is None
    assert all(one.score < 1 for one in got.suggestions)


def test_inactive_customers_are_neither_matched_nor_suggested():
    got = match("Sunset Shop")
    assert got.customer is None
    assert "5" not in {one.record_id for one in got.suggestions}


def test_a_choice_wins():
    got = match("Karimi Trading", choice="2")
    assert got.customer is not None
    assert (got.customer.customer_id, got.method) == ("2", Method.CHOSEN)


@pytest.mark.parametrize("choice", ["5", "999", "-"])
def test_a_choice_that_cannot_be_is_asked_again(choice):
    assert match("Karimi Trading", choice=choice).customer is None


def test_another_name_may_be_typed():
    got = match("???", choice="brightwater outdoor")
    assert got.customer is not None
    assert got.customer.customer_id == "1"


def test_b088_special_characters_are_part_of_the_name():
    customers = (Customer("1", "A&B, 100% Wool"), Customer("2", "AB 100 Wool"))
    got = match("A&B, 100% Wool", customers)
    assert got.customer is not None
    assert got.customer.customer_id == "1"


def test_what_a_person_taught_settles_a_tie_and_names_the_day():
    got = match("Karimi Trading", names=taught("Karimi Trading", "3"))
    assert got.customer is not None
    assert (got.customer.customer_id, got.method) == ("3", Method.ALIAS)
    assert got.because == "known:2026-11-20"


def test_what_was_taught_against_the_books_own_name_is_asked():
    got = match("Silverline Sport", names=taught("Silverline Sport", "6"))
    assert got.customer is None
    assert {one.record_id for one in got.suggestions} == {"6", "9"}
    gone = match("Silverline Sport", names=taught("Silverline Sport", "5"))
    assert gone.customer is not None, "an inactive customer was taught: that counts no more"


def test_traces_in_the_file_order_a_tie_but_never_settle_it():
    clues = clues_in(["Tel: 021-55501234"], {})
    got = match("Karimi Trading", clues=clues)
    assert got.customer is None
    assert [one.record_id for one in got.suggestions] == ["3", "2"]
    assert got.suggestions[0].because == "same_name,phone"
    got = match("Karimi Trading", clues=Clues(habits={"2": 4}))
    assert [one.record_id for one in got.suggestions] == ["2", "3"]


def test_a_trace_of_another_customer_stops_a_guess_and_brings_that_one_up():
    got = match("Birghtwater Outdoor", clues=clues_in(["mail order@karimi-co.example"], {}))
    assert {one.record_id for one in got.suggestions} >= {"1", "2"}
    nameless = match("", clues=clues_in(["VAT DE 999000101"], {}))
    assert nameless.customer is None
    assert (nameless.suggestions[0].record_id, nameless.suggestions[0].because) == ("1", "tax")


def test_rivals_that_may_be_meant_keep_a_guess_from_being_clear():
    sure = Alike(0.95, sure=True, possible=True)
    assert clear_best([(sure, "1")]) == "1"
    assert clear_best([(sure, "1"), (Alike(0.9, possible=True), "2")]) == ""
    assert clear_best([(sure, "1"), (Alike(0.9), "2")]) == "1"
    assert clear_best([(sure, "1"), (Alike(0.94), "2")]) == ""
    assert clear_best([(Alike(0.8, sure=True), "1")]) == ""
    assert clear_best([]) == ""


def test_a_customers_label_shows_both_names_where_they_differ():
    assert customer_label(CUSTOMERS[0]) == "Brightwater Outdoor GmbH"
    assert customer_label(CUSTOMERS[3]) == "Aftab Shargh Trading (بازرگانی آفتاب شرق)"
    assert reason_of(Alike(1.0)) == "similar_name"
    assert str(score_of(1.0)) == "0.99"
