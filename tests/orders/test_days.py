from datetime import date

from test_checks import line, order

from orders.days import check_days


def test_late_lines_are_one_warning_with_their_reason():
    lines = [line(n, delivery_date=f"2025-10-0{n}") for n in (1, 2)]
    (late,) = check_days(order(*lines), date(2026, 1, 1))
    assert (late.facts["why"], late.lines) == ("past", ("L001", "L002"))
    (before,) = check_days(order(*lines, order_date="2025-10-02"), None)
    assert (before.facts["why"], before.lines) == ("before_order", ("L001",))
    assert list(check_days(order(*lines), date(2025, 1, 1))) == []


def test_a_day_of_all_lines_is_warned_of_once():
    due = {"delivery_date": "2025-10-02"}
    asked = order(line(1, **due), line(2, **due), **due)
    assert len(list(check_days(asked, date(2026, 1, 1)))) == 1
