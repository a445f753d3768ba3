"""Tokens of operators: read strictly, never quoted, compared whole."""

from datetime import date

import pytest

from orders.errors import SettingsError
from runtime.tokens import Token, find_token, parse_tokens


def test_tokens_are_read_with_and_without_a_last_day():
    lena, omid = parse_tokens(" lena:abc , omid:d:2026-12-31 ", "DESK_OPS_TOKENS")
    assert (lena, omid) == (Token("lena", "abc"), Token("omid", "d", date(2026, 12, 31)))
    assert "abc" not in repr(lena)
    assert parse_tokens("", "DESK_OPS_TOKENS") == ()


@pytest.mark.parametrize("text", ["secret", "a:b:c", "a:b:2026-13-01", "a:b:2026-12-31:more", ":b"])
def test_an_entry_of_another_form_is_refused_without_quoting_it(text):
    with pytest.raises(SettingsError, match="DESK_OPS_TOKENS: entry 2 is not") as refusal:
        parse_tokens(f"ok:t,{text}", "DESK_OPS_TOKENS")
    assert "secret" not in str(refusal.value)


def test_a_token_is_found_by_its_whole_secret():
    tokens = (Token("lena", "abc"), Token("omid", "abcd"))
    assert find_token(tokens, "abcd") is tokens[1]
    assert find_token(tokens, "ab") is None
    assert find_token(tokens, "") is None
