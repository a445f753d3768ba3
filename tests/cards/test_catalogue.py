import re
from pathlib import Path

import pytest

from cards.catalogue import (
    LANGUAGES,
    error_text,
    field_name,
    fill,
    has,
    line_number,
    say,
    texts,
)
from cards.telling import issue_text
from cards.verbs import BUTTONS
from orders import errors
from orders.approval import Refusal, Verb
from orders.case import Status, WaitingFor
from orders.codes import CODES as KNOWN
from orders.issue import Issue, Severity
from orders.order import FIELDS

SLOT = re.compile(r"\{(\w+)\}")
CODES = [
    "FILE_NOT_FOUND",
    "PARSE_ERROR",
    "UNSUPPORTED_FORMAT",
    "FILE_TOO_LARGE",
    "TOO_MANY_LINES",
    "PROTECTED_WORKBOOK",
    "PROTECTED_SHEET",
    "DUPLICATE_FILE",
    "FORMULAS_BLOCKED",
    "FORMULAS_WARNING",
    "ERROR_CELL",
    "NO_SUITABLE_SHEET",
    "SHEET_NOT_FOUND",
    "NO_HEADER_ROW",
    "MULTIPLE_SHEET_CANDIDATES",
    "ORDER_ACROSS_SHEETS",
    "MULTI_ORDER_DETECTED",
    "UNSUPPORTED_LAYOUT",
    "MULTI_TABLE",
    "HIDDEN_ROWS_SKIPPED",
    "MERGED_BODY_CELLS",
    "TOTAL_ROW_UNCERTAIN",
    "MACROS_IGNORED",
    "LINKS_IGNORED",
    "FORMAT_BLIND",
    "ENCODING_UNCERTAIN",
    "UNMAPPED_COLUMNS",
    "NOTES_BELOW_TABLE",
    "MISSING_QUANTITY_COLUMN",
    "MISSING_IDENTIFIER_COLUMN",
    "AMBIGUOUS_COLUMN",
    "COMMITTEE_DISAGREEMENT",
    "LOW_CONFIDENCE",
    "COMMITTEE_UNAVAILABLE",
    "NO_LINE_ITEMS",
    "MISSING_QUANTITY",
    "INVALID_QUANTITY",
    "NEGATIVE_QUANTITY",
    "ZERO_QUANTITY_WITH_TOTAL",
    "ALL_QUANTITIES_ZERO",
    "LARGE_QUANTITY",
    "FRACTIONAL_QUANTITY",
    "AMBIGUOUS_NUMBER",
    "AMBIGUOUS_DATE",
    "INVALID_PRICE",
    "INVALID_DATE",
    "INVALID_CURRENCY",
    "CURRENCY_UNIT_UNCLEAR",
    "MISSING_ITEM_IDENTIFIER",
    "INVALID_GTIN",
    "GTIN_PADDED",
    "GTIN_PRECISION_LOST",
    "PACK_SIZE_UNCLEAR",
    "DUPLICATE_LINE_ITEM",
    "ARITHMETIC_MISMATCH",
    "SUBTOTAL_MISMATCH",
    "TOTAL_MISMATCH",
    "MISSING_CUSTOMER",
    "CUSTOMER_NOT_FOUND",
    "AMBIGUOUS_CUSTOMER",
    "CUSTOMER_NOT_SELLABLE",
    "ITEM_NOT_FOUND",
    "AMBIGUOUS_ITEM",
    "SKU_GTIN_CONFLICT",
    "INACTIVE_ITEM",
    "PRICE_ZERO",
    "CURRENCY_MISMATCH",
    "PRICE_DIFFERENCE",
    "CUSTOMER_DISCOUNT_PRESENT",
    "CATALOGUE_UNAVAILABLE",
    "CATALOGUE_STALE",
    "DUPLICATE_ORDER",
    "ZOHO_UNAVAILABLE",
    "ZOHO_RATE_LIMITED",
    "ZOHO_SERVER_ERROR",
    "ZOHO_REJECTED",
    "ZOHO_NOT_FOUND",
    "ZOHO_UNAUTHORIZED",
    "ZOHO_FORBIDDEN",
    "DRAFT_OUTCOME_UNKNOWN",
    "DRAFT_MISMATCH",
    "INVALID_STATE",
    "EVENT_TIMEOUT",
    "WORKFLOW_TIMEOUT",
    "ACTIVITY_FAILED",
]
ERRORS = [
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.DeskError)
]


def test_both_languages_hold_the_same_keys():
    assert set(texts("en")) == set(texts("fa"))


def test_both_languages_use_the_same_facts():
    for key, text in texts("en").items():
        assert set(SLOT.findall(text)) == set(SLOT.findall(texts("fa")[key])), key


def test_persian_is_written_in_persian():
    persian = texts("fa")
    same = [key for key in persian if persian[key] == texts("en")[key]]
    assert {key for key in same if re.search("[A-Za-z]{3}", SLOT.sub("", persian[key]))} == set()
    assert not [key for key, text in persian.items() if "ي" in text or "ك" in text]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted({*CODES, *KNOWN}))
def test_every_issue_says_what_is_wrong_and_what_now(code, language):
    bare = issue_text(Issue(code, Severity.ERROR), language)
    told = issue_text(Issue(code, Severity.ERROR, cells=("S!A1",), facts={"value": "x"}), language)
    general = say("issue.UNKNOWN.what_now", language)
    assert all(bare)
    assert all(told)
    assert bare[1] != general
    assert "{" not in "".join((*bare, *told))
    assert "[[" not in "".join((*bare, *told))


def test_an_issue_nobody_wrote_about_still_reads():
    title, what_now = issue_text(Issue("BRAND_NEW", Severity.ERROR), "en")
    assert "BRAND_NEW" in title
    assert what_now


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_says_what_happened_and_what_now(kind):
    assert has(f"error.{kind}.title")
    assert all(all(error_text(kind, language)) for language in LANGUAGES)


def test_an_error_nobody_wrote_about_reads_as_the_general_one():
    assert error_text("Brand", "en") == error_text("DeskError", "en")


def test_every_member_of_our_vocabularies_has_words():
    keys = [f"status.{one}" for one in Status]
    keys += [f"waiting.{one.value or 'nobody'}" for one in WaitingFor]
    keys += [f"severity.{one}" for one in Severity]
    keys += [f"refusal.{one.value or 'none'}" for one in Refusal]
    keys += [f"verb.{one}" for one in Verb]
    keys += [button.label for button in BUTTONS.values()]
    keys += [f"field.{one}" for one in FIELDS]
    assert [key for key in keys if not has(key)] == []


def test_every_key_the_cards_name_exists():
    rooms = Path(__file__).parents[2] / "cards"
    source = "".join(path.read_text() for path in rooms.glob("*.py"))
    named = set(
        re.findall(
            r'"((?:{})\.[a-z_]+)"'.format("|".join(sorted({k.split(".")[0] for k in texts("en")}))),
            source,
        )
    )
    assert {key for key in named if not has(key)} == set()
    assert len(named) > 50


def test_a_part_in_brackets_needs_its_facts():
    assert fill("a[[ {x}]]b", "en", {}) == "ab"
    assert fill("a[[ {x}]]b", "en", {"x": "1"}) == "a 1b"
    assert fill("a {x}", "en", {"x": ""}) == "a …"


def test_facts_are_not_templates():
    assert fill("{x}", "en", {"x": "{y} [[z]]", "y": "1"}) == "{y} [[z]]"


def test_unknown_keys_and_languages_never_leave_a_card_blank():
    assert say("no.such.key", "en") == "no.such.key"
    assert say("verb.approve", "de") == "Approve"


def test_fields_and_lines_have_names():
    assert field_name("quantity", "fa") == "تعداد"
    assert field_name("other", "en") == "other"
    assert line_number("L003") == "3"
    assert line_number("subtotal") == "subtotal"


def test_an_issues_field_reads_as_people_call_it():
    issue = Issue("COMMITTEE_DISAGREEMENT", Severity.ERROR, facts={"field": "unit_price"})
    assert "Unit price" in issue_text(issue, "en")[0]


def test_a_file_suffix_in_persian_keeps_its_dot():
    assert "\u2068.xlsx\u2069" in say("reply.help_intro", "fa")
