"""Every kind of correction is taken back on the card, and the order is as it was before."""

import io

import pytest
from openpyxl import Workbook

from support.road import Road, Walk, plain

pytestmark = pytest.mark.asyncio(loop_scope="session")

BUYER = "Brightwater Outdoor GmbH"
WHOLE, FIRST_LINE = "847.00", "499.00"


def two_sheets() -> bytes:
    """The same order on two sheets, which ask which of them is meant; `Spare` is no quantity."""
    book = Workbook()
    for name, quantities in (("North", (10, 24)), ("South", (7, 8))):
        sheet = book.create_sheet(name)
        for row in (
            ("Customer", BUYER), ("PO Number", "UNDO-1"), ("Currency", "EUR"), (),
            ("SKU", "Description", "Quantity", "Spare", "Unit Price"),
            ("BW-1001", "Trail Backpack 30L Green", quantities[0], 3, 49.9),
            ("0042", "Steel Bottle 750 ml", quantities[1], 5, 14.5),
        ):  # fmt: skip
            sheet.append(row)
    del book["Sheet"]
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


async def answer(road: Road, walk: Walk, value: str) -> None:
    """Answer the one question that stands on the card."""
    card = await walk.until(lambda card: any(one.startswith("fix/") for one in card.inputs))
    (name,) = [name for name in card.inputs if name.startswith("fix/")]
    await road.chat.click("sara", card, "correct", {name: value})


async def shows(walk: Walk, total: str) -> None:
    await walk.until(
        lambda card: "submit" in card.verbs and f"Draft total | {total} EUR" in plain(card.text)
    )


async def test_each_correction_is_undone_by_dropping_it(road: Road):
    """Naive: a correction changes what was read, and taking it back cannot bring that again."""
    walk = await road.drop(content=two_sheets(), po_number="UNDO-1")
    await answer(road, walk, "South")
    await shows(walk, "465.30")
    await walk.press("undo")
    await answer(road, walk, "North")
    await shows(walk, WHOLE)
    for form, corrected in (
        ({"cell": "C6", "value": "12"}, "946.80"),
        ({"field": "quantity", "column": "D"}, "222.20"),
        ({"row": "7", "as": "skip"}, FIRST_LINE),
        ({"sheet": "South"}, "465.30"),
        ({"header": "6"}, ""),
    ):
        card = await walk.offers("correct")
        filled = {f"amend/{name}": value for name, value in form.items()}
        await road.chat.click("sara", card, "correct", filled)
        if corrected:
            await shows(walk, corrected)
        else:
            await walk.until(lambda card: "submit" not in card.verbs and "undo" in card.verbs)
        await walk.press("undo")
        await shows(walk, WHOLE)
    await walk.cancel()


async def test_the_choice_of_one_order_among_several_is_undone_too(road: Road):
    lines = [f"{BUYER},UNDO-{n},BW-1001,Trail Backpack 30L Green,{n},49.90" for n in (2, 3)]
    head = "Customer,PO Number,SKU,Description,Quantity,Unit Price"
    walk = await road.drop(content="\n".join([head, *lines]).encode())
    for chosen, total in (("UNDO-2", "99.80"), ("UNDO-3", "149.70")):
        await answer(road, walk, chosen)
        await shows(walk, total)
        await walk.press("undo")
        await walk.offers("split")
    await walk.cancel()
