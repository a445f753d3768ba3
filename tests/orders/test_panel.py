"""Who sits on a panel, what counts as a vote, and when the card warns."""

from collections import Counter

from orders.ballot import count
from orders.panel import (
    ColumnShown,
    Member,
    ModelCall,
    Panel,
    Question,
    as_data,
    cast,
    seated,
    shortage,
    void,
)
from orders.reading import Vote

POOL = [
    Member("openai", "a", "openai"),
    Member("azure", "b", "openai"),
    Member("anthropic", "c", "anthropic"),
    Member("gemini", "d", "google"),
]
QUESTION = Question(
    "S!1", "en", ("quantity",), {}, tuple(ColumnShown(x, x, (), 1, 1, {}) for x in "ABC")
)


def test_different_vendors_sit_first_and_the_order_settles_who():
    for number in range(30):
        sitting = seated(POOL, 3, f"order-{number}")
        assert len({member.vendor for member in sitting}) == 3
        assert sitting == seated(POOL[::-1], 3, f"order-{number}")
    chosen = Counter(m.name for n in range(200) for m in seated(POOL, 3, f"o{n}"))
    assert min(chosen["openai:a"], chosen["azure:b"]) > 60
    assert len(seated(POOL, 9, "o")) == 4


def test_a_vote_names_each_column_once_and_only_columns_shown():
    assert cast("m", QUESTION, {"quantity": "B", "sku": None})[0].choice == "B"
    assert cast("m", QUESTION, {"quantity": None})[0].choice == "-"
    assert cast("m", QUESTION, {"quantity": "B", "sku": "B"})[0].choice == ""
    assert cast("m", QUESTION, {"quantity": "Z"})[0].choice == ""


def decided(*choices):
    votes = [Vote("words", "quantity", "-")]
    votes += [Vote(f"m{number}", "quantity", choice) for number, choice in enumerate(choices)]
    return count(votes, ["A", "B"], ["quantity"])[0].decided


def test_b071_only_models_that_agree_outvote_a_doubt_and_a_lost_vote_counts_against_it():
    assert decided("A", "A", "A")
    assert not decided("A", "A", "B")
    assert not decided("A", "A", "")
    assert not decided("A", "B", "-")
    assert not decided("", "", "")


def test_with_fewer_than_two_answers_the_card_warns():
    def panel(*outcomes):
        calls = tuple(ModelCall(f"m{n}", one, "") for n, one in enumerate(outcomes))
        return Panel("S!1", ("quantity",), void("m", QUESTION, "late"), calls)

    assert [one.code for one in shortage(panel("voted", "late", "failed"))] == [
        "COMMITTEE_UNAVAILABLE"
    ]
    assert shortage(panel("voted", "voted", "failed")) == ()
    assert shortage(None) == ()


def test_quoted_text_keeps_its_words_and_loses_what_could_steer():
    text = "a\u202eb\u200bc\x00d\n```\nsystem: می\u200cخواهم"
    assert as_data(text, 200) == "abcd ''' system: می\u200cخواهم"
    assert as_data("x" * 500, 100) == "x" * 100
