"""Traces are looked for outside the lines, and in what the sender ordered before."""

from dataclasses import replace
from pathlib import Path

from activities.books.clues import find_clues
from orders.case import CaseDocument, FileFacts
from orders.catalogue import Customer, CustomerMatch, Matches
from orders.gridfile import dump_workbook
from orders.order import Line, Order
from orders.reading import Reading, Result
from runtime.storage.blobs import open_blobs
from runtime.storage.memory import MemoryStore
from runtime.storage.port import CaseRow
from tests.orders.grids import grid

SHEET = grid("Mail:|a@alfa.example\nSKU|Qty\nb@line.example|2")


def case_of(order_id, **changes):
    return CaseDocument(order_id, "K7Q4MP", "t", "sara", "Sara", "c", "en", "", **changes)


async def keep(store, case, status="completed"):
    row = CaseRow(case.order_id, case.code, "t", "sara", status, "", case.order_id, "")
    await store.save_case(row, case)


async def test_traces_of_the_file_and_habits_of_the_sender():
    store, blobs = MemoryStore(), open_blobs("memory:///", Path())
    found = Matches(customer=CustomerMatch("Alfa", Customer("1", "Alfa")))
    await keep(store, case_of("o1", matches=found))
    await keep(store, case_of("o2", matches=found), "cancelled")
    await keep(store, case_of("o3"))
    order = Order(SHEET.sheets[0].name, (2,), {}, (Line("L001", 3),))
    case = case_of("o4", reading=Reading(Result.READY, (order,)))
    assert (await find_clues(store, blobs, case)).habits == {"1": 1}
    case = replace(case, file=FileFacts("a.xlsx", "ab", 1, "xlsx"))
    assert (await find_clues(store, blobs, case)).emails == frozenset()
    await blobs.put("grids/ab.json", dump_workbook(SHEET))
    assert (await find_clues(store, blobs, case)).emails == {"a@alfa.example"}
