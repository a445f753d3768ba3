import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.draw import draw
from cards.literal import LONGEST, Shown, clean, isolate, join, marked, pieces, plain, show
from cards.replies import text_card
from cards.scene import Part
from orders.case import Status
from orders.catalogue import CustomerMatch, Suggestion
from tests.cards.lint import complaints, paragraphs, words
from tests.cards.scenes import scene

ATTACKS = [
    "[Pay](https://evil.example)",
    "<at>Everyone</at>",
    "{{DATE(2026-11-21T00:00:00Z, LONG)}}",
    "${$root.secret}",
    "](https://evil.example)",
    "<script>alert(1)</script><b>bold</b>",
    "**bold** _it_ `code` ~~gone~~",
    "# Heading",
    "1. first",
    "- item",
    '=HYPERLINK("https://evil.example","x")',
    "@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "\t\r\nleading",
    "＝1+1",
]


def attacked(attack, status, part=Part.REQUESTER, language="en"):
    """A scene in which every foreign text is the attack."""
    whole = scene(status, part, language)
    case = whole.case
    read = case.reading.orders[0] if case.reading and case.reading.orders else None
    if read is not None:
        lines = tuple(
            replace(one, product_name=attack, sku=attack, unit=attack, evidence={})
            for one in read.lines
        )
        read = replace(read, lines=lines, customer=attack, po_number=attack, sheet=attack)
    suggestions = (Suggestion("1", attack, because=attack), Suggestion("2", attack))
    match = CustomerMatch(attack, None, suggestions=suggestions)
    case = replace(
        case,
        requester_name=attack,
        file=replace(case.file, name=attack),
        reading=replace(case.reading, orders=(read,) if read else ()),
        issues=tuple(
            replace(one, facts=dict.fromkeys(one.facts, attack), cells=(attack,))
            for one in case.issues
        ),
        matches=replace(case.matches, customer=match, items={}),
    )
    view = whole.view
    if view.decision:
        view = replace(view, decision=replace(view.decision, name=attack, comment=attack))
    if view.error_state:
        view = replace(view, error_state=replace(view.error_state, message=attack))
    return replace(whole, case=case, view=view, names=dict.fromkeys(whole.names, attack))


TOLD = [
    Status.BLOCKED,
    Status.AWAITING_CORRECTIONS,
    Status.AWAITING_SELECTION,
    Status.AWAITING_REVIEW,
    Status.AWAITING_APPROVAL,
    Status.NEEDS_HELP,
    Status.REJECTED,
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("language", ["en", "fa"])
def test_b064_foreign_text_is_never_live(attack, language):
    for status in TOLD:
        for part in (Part.REQUESTER, Part.APPROVER):
            card = draw(attacked(attack, status, part, language))
            assert complaints(card.content) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_b063_formulas_and_markup_read_the_same(attack):
    card = draw(attacked(attack, Status.AWAITING_REVIEW))
    assert any(clean(attack) in text for text in paragraphs(card.content))
    if attack.startswith(("=", "@", "+", "-")):
        assert clean(attack) == attack.strip()


def test_b064_markdown_never_reaches_a_text_block():
    for attack in ATTACKS:
        for status in TOLD:
            content = draw(attacked(attack, status)).content
            blocks = [text for text in _texts_of(content, "TextBlock") if clean(attack) in text]
            assert blocks == []


def _texts_of(content, kind):
    return [one["text"] for one in _walk(content) if one.get("type") == kind]


def _walk(node):
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _walk(value)
    elif isinstance(node, list):
        for one in node:
            yield from _walk(one)


def test_b065_direction_marks_and_zero_widths_go():
    assert clean("exe.\u202excod\u2066\u200b\ufeff.xlsx") == "exe.xcod.xlsx"


def test_b065_control_characters_and_lone_surrogates_show_as_codes():
    assert clean("a\x00b\x1bc\ud800") == "a[U+0000]b[U+001B]c[U+D800]"
    json.dumps(text_card("unknown_text", "en", {"text": "\ud800\x00"}).content).encode()


def test_b065_persian_keeps_its_zwnj():
    assert clean("کتاب\u200cها") == "کتاب\u200cها"


def test_b065_a_pile_of_marks_keeps_its_first_four():
    assert clean("e" + "\u0301" * 10_000 + "x").startswith("e" + "\u0301" * 4)
    assert len(clean("e" + "\u0301" * 1000 + "x")) == 6


def test_line_breaks_and_tabs_become_one_space():
    assert clean("a\r\n\tb\u2028c") == "a b c"


def test_b066_long_text_is_cut_with_a_notice():
    cut = clean("x" * 40_000)
    assert cut.startswith("x" * LONGEST)
    assert cut.endswith("… +39800")
    assert clean("x" * LONGEST) == "x" * LONGEST


def test_only_text_of_the_other_direction_is_fenced():
    assert isolate("PO-1", "en") == "PO-1"
    assert isolate("خیار", "en") == "\u2068خیار\u2069"
    assert isolate("PO-1", "fa") == "\u2068PO-1\u2069"
    assert isolate("خیار", "fa") == "خیار"
    assert isolate("\u2068PO-1\u2069", "fa") == "\u2068PO-1\u2069"


def test_several_texts_are_fenced_one_by_one():
    assert join(["A1", "", "خیار"], "fa") == "\u2068A1\u2069 · خیار"
    assert isinstance(show("x", "en"), Shown)


@given(st.text(alphabet="{}$[]()<>at/ab! "))
def test_pieces_keep_every_character_and_cut_every_trigger(text):
    cut = pieces(text)
    assert "".join(cut) == text
    assert not any(trigger in piece for piece in cut for trigger in ("{{", "${", "](", "<a"))
    assert not any(trigger in plain(text) for trigger in ("{{", "${", "](", "<a"))


def test_markdown_in_choices_is_escaped_only_where_it_would_act():
    assert marked("SKU_1_B") == "SKU_1_B"
    assert marked("_it_ *b* `c`") == r"\_it\_ \*b\* \`c\`"
    assert marked("1. x") == r"1\. x" or marked("1. x") == r"\1. x"
    assert marked("-1+1") == "-1+1"
    assert marked("- x") == r"\- x"
    assert marked("[Pay](u)") == r"\[Pay] (u)"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="."), max_size=300))
def test_any_text_at_all_leaves_a_clean_card(text):
    for language in ("en", "fa"):
        assert complaints(text_card("unknown_text", language, {"text": text}).content) == []
        assert words(text_card("unknown_text", language, {"text": text}).content)
