from dataclasses import replace
from decimal import Decimal

from cards.draw import draw
from cards.scene import Part
from orders.case import Status
from orders.catalogue import CustomerMatch, ItemMatch, Matches, Suggestion
from tests.cards.lint import complaints, find, paragraphs, verbs, words
from tests.cards.scenes import scene

CHOOSING = Status.AWAITING_SELECTION


def pickers(content):
    return {one["id"]: one for one in find(content, "Input.ChoiceSet")}


def with_case(**changes):
    whole = scene(CHOOSING)
    return replace(whole, case=replace(whole.case, **changes))


def test_people_pick_among_suggestions_with_their_reasons():
    content = draw(scene(CHOOSING)).content
    customer = pickers(content)["pick/customer"]
    assert [one["value"] for one in customer["choices"]] == ["9000", "9001"]
    assert customer["choices"][0]["title"] == "Karimi Trading GmbH · similar name · 93 %"
    assert verbs(content) == ["choose", "ask_cancel"]


def test_two_records_of_one_name_can_be_told_apart():
    """Books that say no more of them than one name still have two ids."""
    match = scene(CHOOSING).case.matches.customer
    first = match.suggestions[0]
    twins = (first, replace(first, record_id="ct-70042"))
    matches = replace(scene(CHOOSING).case.matches, customer=replace(match, suggestions=twins))
    offered = pickers(draw(with_case(matches=matches)).content)["pick/customer"]["choices"]
    assert [one["title"].rpartition(" · ")[2] for one in offered] == ["…9000", "…0042"]


def test_only_what_matching_preselects_is_marked_however_high_the_score():
    unmarked = pickers(draw(scene(CHOOSING)).content)
    assert "value" not in unmarked["pick/customer"]
    assert "value" not in unmarked["pick/L002"]
    customer, item = scene(CHOOSING).case.issues
    likely = (replace(customer, preselect="9000"), replace(item, preselect="701"))
    marked = pickers(draw(with_case(issues=likely)).content)
    assert marked["pick/customer"]["value"] == "9000"
    assert marked["pick/L002"]["value"] == "701"


def test_an_earlier_choice_stays_marked():
    content = draw(with_case(choices={"L002": "709"})).content
    assert pickers(content)["pick/L002"]["value"] == "709"


def test_a_line_can_be_left_out():
    item = pickers(draw(scene(CHOOSING)).content)["pick/L002"]
    assert item["choices"][-1] == {
        "title": "Leave this line out",
        "value": "-",
    }


def test_another_name_can_be_typed_for_customer_and_item():
    whole = scene(CHOOSING)
    ids = {one["id"] for one in find(draw(whole).content, "Input.Text")}
    assert ids == {f"fix/{issue.issue_id}" for issue in whole.case.issues}


def test_without_suggestions_people_read_what_to_do():
    matches = Matches(
        customer=CustomerMatch("Nobody"),
        items={"L002": ItemMatch("L002"), "L009": ItemMatch("L009")},
    )
    content = draw(with_case(matches=matches)).content
    text = words(content)
    assert "create the customer there" in text
    assert "Leave the line out" in text
    assert "pick/customer" not in pickers(content)
    assert [one["value"] for one in pickers(content)["pick/L002"]["choices"]] == ["-"]


def test_a_settled_customer_is_not_asked_again():
    settled = scene(Status.AWAITING_REVIEW).case.matches.customer
    whole = scene(CHOOSING)
    matches = replace(whole.case.matches, customer=settled)
    content = draw(with_case(matches=matches)).content
    assert set(pickers(content)) == {"pick/L002"}
    nobody = draw(with_case(matches=replace(matches, customer=None), issues=())).content
    assert set(pickers(nobody)) == {"pick/L002"}


def test_a_score_of_nothing_is_not_shown():
    matches = Matches(customer=CustomerMatch("K", suggestions=(Suggestion("1", "Karimi"),)))
    picker = pickers(draw(with_case(matches=matches)).content)["pick/customer"]
    assert picker["choices"] == [{"title": "Karimi", "value": "1"}]
    assert "value" not in picker


def test_others_read_the_suggestions_and_pick_nothing():
    content = draw(scene(CHOOSING, Part.MANAGER)).content
    assert pickers(content) == {}
    assert "• Karimi Trading GmbH · similar name · 93 %" in paragraphs(content)


def test_many_open_items_come_in_portions():
    items = {
        f"L{n:03d}": ItemMatch(f"L{n:03d}", suggestions=(Suggestion("7", "Pen", Decimal("0.5")),))
        for n in range(1, 31)
    }
    whole = scene(CHOOSING)
    content = draw(with_case(matches=replace(whole.case.matches, items=items))).content
    assert len(pickers(content)) == 9
    assert "… and 22 more." in paragraphs(content)
    assert complaints(content) == []


def test_a_file_without_customer_says_so():
    whole = scene(CHOOSING)
    issue = replace(whole.case.issues[0], code="MISSING_CUSTOMER")
    matches = replace(whole.case.matches, customer=CustomerMatch(""))
    content = draw(with_case(matches=matches, issues=(issue,))).content
    assert "The file names no customer" in paragraphs(content)
    assert "The file says: “”" not in words(content)


def test_without_a_case_there_is_nothing_to_pick():
    assert verbs(draw(scene(CHOOSING, case=None)).content) == []
