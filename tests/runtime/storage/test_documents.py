"""Documents and rows, to text and back."""

import json
from dataclasses import asdict, replace

import pytest

from orders.case import CaseDocument
from orders.errors import RecordMissing
from orders.habits import Habits
from orders.template import Layout, Template
from runtime.storage.documents import (
    fenced,
    read_document,
    read_row,
    read_template,
    write_document,
    write_row,
    write_template,
)
from runtime.storage.port import CaseRow

ROW = CaseRow("o-1", "K7Q4MP", "tenant", "sara", "parsing", "PO.xlsx", "then", "now")
DOCUMENT = CaseDocument("o-1", "K7Q4MP", "tenant", "sara", "Sara", "19:a", "fa", "then")


def test_a_document_comes_back_equal():
    assert read_document(write_document(DOCUMENT)) == DOCUMENT


def test_a_document_of_an_older_desk_without_newer_fields_is_read():
    older = write_document(DOCUMENT).replace('"duplicate_of":"",', "").replace(
        ',"duplicate_of":""', ""
    )  # fmt: skip
    assert "duplicate_of" not in older
    assert read_document(older) == DOCUMENT


@pytest.mark.parametrize("body", ["", "{}", '{"order_id": "karimi"}'])
def test_what_is_no_document_is_refused_without_being_quoted(body):
    with pytest.raises(RecordMissing) as caught:
        read_document(body)
    assert "karimi" not in str(caught.value)


def test_a_template_of_an_older_desk_is_read_without_habits():
    known = Template("t1", 1, "t", "1", "Acme", "acme", Layout("f", 2, ()), {"sku": 0})
    body = json.loads(write_template(replace(known, habits=Habits("comma")))["body"])
    assert read_template(json.dumps(body)).habits.style == "comma"
    del body["habits"]
    assert read_template(json.dumps(body)) == known


@pytest.mark.parametrize("approvers", [(), ("omid",), ("omid", "lena")])
def test_a_row_comes_back_equal_from_columns_with_more_in_them(approvers):
    row = CaseRow(**asdict(ROW) | {"approvers": approvers})
    assert read_row(write_row(row) | {"revision": 3}) == row


def test_fences_stand_on_both_sides_of_every_name():
    assert fenced("a", "b") == "|a|b|"
    assert fenced() == ""
