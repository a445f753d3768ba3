"""What people taught: confirmed, corrected twice, and then replaced."""

from dataclasses import replace

from orders.learned import Alias, AliasKind, customer_key, item_key, known_by_key, taught

OLD = Alias(AliasKind.CUSTOMER, "", "alfa", "Alfa", "1", "Alfa Ltd", "u", "Sara", "2026-11-20", "A")
NEW = replace(OLD, record_id="2", label="Alfa LLC", at="2026-11-21")


def test_one_correction_is_remembered_and_the_second_one_retires():
    once = taught(OLD, NEW)
    assert (once.record_id, once.corrections, once.live) == ("1", 1, True)
    assert taught(once, NEW) == NEW


def test_the_same_choice_confirms():
    assert taught(taught(OLD, NEW), OLD) == OLD


def test_what_is_new_or_was_retired_is_learned_anew():
    assert taught(None, NEW) == NEW
    assert taught(replace(OLD, retired_at="2026-11-20"), NEW) == NEW


def test_keys_keep_zeros_and_legal_forms():
    assert item_key(" 037 ", "x") == "sku:037"
    assert item_key(None, "Trail  Mug") == "name:trail mug"
    assert customer_key("Alfa Ltd") != customer_key("Alfa")
    assert known_by_key([OLD, replace(NEW, retired_at="2026")]) == {"alfa": OLD}
