"""References lead to sheets of this book by number, and nowhere else."""

import struct

from activities.workbook.leads import Leads

SHEETS = ["Prices", "Price list", "A1", "R", "قیمت", "Bob's"]


def test_a_number_is_a_sheet_of_this_book_or_nothing():
    leads = Leads([False, True])
    told = [(1, at, at) for at in range(6)] + [
        (0, 0, 0),
        (1, 0, 2),
        (1, -2, -2),
        (9, 0, 0),
        (1, 9, 9),
    ]
    for large, form, count in ((False, "<Hhh", "<H"), (True, "<Iii", "<I")):
        leads.told.clear()
        leads.take(
            struct.pack(count, len(told)) + b"".join(struct.pack(form, *one) for one in told),
            large=large,
        )
        assert leads.names(SHEETS) == [
            "Prices!", "'Price list'!", "'A1'!", "'R'!", "قیمت!", "'Bob''s'!", *[""] * 5,
        ]  # fmt: skip


def test_a_record_that_breaks_off_tells_what_it_holds():
    leads = Leads([True])
    leads.take(struct.pack("<HHhh", 9, 0, 0, 0) + b"\0\0", large=False)
    assert leads.names(SHEETS) == ["Prices!"]
